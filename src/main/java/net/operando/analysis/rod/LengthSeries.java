package net.operando.analysis.rod;

import java.util.List;

import net.operando.base.quantity.Estimate;
import net.operando.base.quantity.TimeAxis;

/** A rod in every frame of a movie: how long, how bright, how full. Immutable. */
public final class LengthSeries {

	/** The flag of a frame nothing is wrong with. */
	public static final String OK = "ok";
	/** The flag of a frame in which an end could not be placed. */
	public static final String NO_LENGTH = "no_length";
	/** The flag of a frame in which more than one pixel of the rod in a hundred is at full scale. */
	public static final String SATURATED = "saturated";
	/** The flag where the expansion table is flat: the length does not tell x. */
	public static final String FLAT = "flat_table";
	/** The flag where the strain is beyond the expansion table. */
	public static final String OUTSIDE = "out_of_range";

	/** The sample moved or left focus while the frame was exposed: what was measured on it is not to be trusted. */
	public static final String BLURRED = "blurred";

	private final TimeAxis times;
	private final RodAxis axis;
	private final Estimate[] length;
	private final Estimate[] strain;
	private final Estimate[] content;
	private final double[] intensity;
	private final double[] ratio;
	private final String[] flag;
	private final double fringeErrorMetres;
	private final double startX;
	private final List<String> warnings;

	LengthSeries(final TimeAxis times, final RodAxis axis, final Estimate[] length, final Estimate[] strain,
		final Estimate[] content, final double[] intensity, final double[] ratio, final String[] flag,
		final double fringeErrorMetres, final double startX, final List<String> warnings)
	{
		this.times = times;
		this.axis = axis;
		this.length = length;
		this.strain = strain;
		this.content = content;
		this.intensity = intensity;
		this.ratio = ratio;
		this.flag = flag;
		this.fringeErrorMetres = fringeErrorMetres;
		this.startX = startX;
		this.warnings = List.copyOf(warnings);
	}

	/** The same with frames flagged as {@link #BLURRED}; numbers stay. */
	public LengthSeries withBlurred(final boolean[] blurred) {
		final String[] flags = flag.clone();
		for (int t = 0; t < flags.length; t++)
			if (blurred[t]) flags[t] = BLURRED;
		return new LengthSeries(times, axis, length, strain, content, intensity, ratio, flags, fringeErrorMetres, startX,
			warnings);
	}

	public int frameCount() {
		return length.length;
	}

	public TimeAxis times() {
		return times;
	}

	/** The rod's axis, end faces and width in the reference frames, in pixels. */
	public RodAxis axis() {
		return axis;
	}

	/** Length in m; its error holds the fringe term, which is common to all frames. */
	public Estimate lengthMetres(final int frame) {
		return length[frame];
	}

	/** Change of length over the length in the reference frames. */
	public Estimate strain(final int frame) {
		return strain[frame];
	}

	/** Lithium content, by the expansion table, if uniform along the rod; not known without one in the reference frames. */
	public Estimate content(final int frame) {
		return content[frame];
	}

	/** Mean of the rod, .5 um inside its ends, in counts. */
	public double intensity(final int frame) {
		return intensity[frame];
	}

	/** Intensity over that of the reference frames. */
	public double intensityRatio(final int frame) {
		return ratio[frame];
	}

	/** "ok", or what to mind, separated by spaces. */
	public String flag(final int frame) {
		return flag[frame];
	}

	/** The part of the length's standard error that all frames share, in m: what fringes and speckle leave open. */
	public double fringeErrorMetres() {
		return fringeErrorMetres;
	}

	/** Lithium content in the reference frames; NaN if not known. */
	public double startX() {
		return startX;
	}

	public List<String> warnings() {
		return warnings;
	}
}
