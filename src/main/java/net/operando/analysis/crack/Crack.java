package net.operando.analysis.crack;

import java.util.List;

import net.operando.base.quantity.Estimate;
import net.operando.data.movie.LinePath;

/** One crack: when and where it starts, how fast its tip runs, and where the tip is in every frame of its run. Immutable. */
public final class Crack {

	/** The flag of a crack nothing is wrong with. */
	public static final String OK = "ok";
	/** The flag of a crack that crosses within about two frames, or whose speed's interval has no upper end. */
	public static final String UNRESOLVED = "unresolved";
	/** The flag of a crack whose start or end lies outside the movie or in a pause. */
	public static final String INCOMPLETE = "incomplete";

	private final int id;
	private final int onsetFrame;
	private final Estimate onsetSeconds;
	private final double crossedSeconds;
	private final double positionMetres;
	private final double angleDegrees;
	private final CrackEdge startEdge;
	private final Estimate tipVelocity;
	private final double depth;
	private final String flag;
	private final LinePath path;
	private final List<CrackTip> tips;

	Crack(final int id, final int onsetFrame, final Estimate onsetSeconds, final double crossedSeconds,
		final double positionMetres, final double angleDegrees, final CrackEdge startEdge, final Estimate tipVelocity,
		final double depth, final String flag, final LinePath path, final List<CrackTip> tips)
	{
		this.id = id;
		this.onsetFrame = onsetFrame;
		this.onsetSeconds = onsetSeconds;
		this.crossedSeconds = crossedSeconds;
		this.positionMetres = positionMetres;
		this.angleDegrees = angleDegrees;
		this.startEdge = startEdge;
		this.tipVelocity = tipVelocity;
		this.depth = depth;
		this.flag = flag;
		this.path = path;
		this.tips = List.copyOf(tips);
	}

	Crack numbered(final int number) {
		return new Crack(number, onsetFrame, onsetSeconds, crossedSeconds, positionMetres, angleDegrees, startEdge,
			tipVelocity, depth, flag, path, tips);
	}

	/** 1 for the first to start. */
	public int id() {
		return id;
	}

	/** Index from 0 of the first frame at or after the onset. */
	public int onsetFrame() {
		return onsetFrame;
	}

	/** Time at which the tip leaves the edge, in s. */
	public Estimate onsetSeconds() {
		return onsetSeconds;
	}

	/** Time at which the tip reaches the other edge, in s. */
	public double crossedSeconds() {
		return crossedSeconds;
	}

	/** Distance along the rod's line from its first end to where the crack meets the rod's axis, in m. */
	public double positionMetres() {
		return positionMetres;
	}

	/** Inclination against the normal of the rod's line, positive where the crack's right side lies further along. */
	public double angleDegrees() {
		return angleDegrees;
	}

	/** The edge the tip starts from. */
	public CrackEdge startEdge() {
		return startEdge;
	}

	/** Speed of the tip along the crack in m/s; its interval's upper end may be infinite. */
	public Estimate tipVelocity() {
		return tipVelocity;
	}

	/** Mean step of the line response, without unit: about a third of the relative depth of the blurred line. */
	public double depth() {
		return depth;
	}

	/** "ok", or why not. */
	public String flag() {
		return flag;
	}

	/** The crack on the image, in px, from the edge it starts at to the other. */
	public LinePath path() {
		return path;
	}

	/** One per frame of the run. */
	public List<CrackTip> tips() {
		return tips;
	}
}
