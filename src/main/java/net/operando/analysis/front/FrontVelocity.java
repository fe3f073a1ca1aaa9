package net.operando.analysis.front;

import java.util.List;

import net.operando.base.quantity.Estimate;

/** One front: its path, its velocity and what both rest on. Immutable. */
public final class FrontVelocity {

	/** The flag of a velocity nothing is wrong with. */
	public static final String OK = "ok";
	/** The flag of a front seen in fewer than five columns: no velocity is given. */
	public static final String TOO_FEW = "too_few";
	/** The flag of a front that did not reach the centre, by which arrival is defined. */
	public static final String NOT_REACHED = "not_reached";
	/** The flag of a joint fit that leaves more than noise: the interval is widened by what is left, but check the front. */
	public static final String POOR_FIT = "poor_fit";

	/** The flag of an extremum traced along a rod with fringes: even with their gain taken out, it is drawn towards them. */
	public static final String FRINGES = "fringes";

	/**
	 * The flag of a front not wider than six positions: where it lies between them is not known well, and the interval is
	 * widened by one position over the time it was seen.
	 */
	public static final String UNRESOLVED = "unresolved";

	/** The flag of a front whose speed changes more than 2.5-fold within the window: the velocity is the mean over it. */
	public static final String UNEVEN = "uneven";

	/** The flag of a front whose path was drawn or changed by hand; any other flag follows after a "+": "manual+uneven". */
	public static final String MANUAL = "manual";

	/**
	 * The flag, after {@link #MANUAL}, of a path drawn by hand along which nothing moves that stands above the noise: no velocity
	 * is given.
	 */
	public static final String NOT_FOLLOWED = "not_followed";

	private final int id;
	private final FrontCriterion criterion;
	private final FrontPolarity polarity;
	private final FrontOrigin origin;
	private final Estimate velocity;
	private final double lagSeconds;
	private final String window;
	private final String flag;
	private final List<FrontPoint> points;
	/** By which it meets others, with its covariance; null if there is none. */
	private final FrontLine line;

	FrontVelocity(final int id, final FrontCriterion criterion, final FrontPolarity polarity, final FrontOrigin origin,
		final Estimate velocity, final double lagSeconds, final String window, final String flag,
		final List<FrontPoint> points)
	{
		this(id, criterion, polarity, origin, velocity, lagSeconds, window, flag, points, null);
	}

	FrontVelocity(final int id, final FrontCriterion criterion, final FrontPolarity polarity, final FrontOrigin origin,
		final Estimate velocity, final double lagSeconds, final String window, final String flag,
		final List<FrontPoint> points, final FrontLine line)
	{
		this.id = id;
		this.criterion = criterion;
		this.polarity = polarity;
		this.origin = origin;
		this.velocity = velocity;
		this.lagSeconds = lagSeconds;
		this.window = window;
		this.flag = flag;
		this.points = List.copyOf(points);
		this.line = line;
	}

	/** The same with a doubt, if there was none yet. */
	FrontVelocity doubted(final String reason) {
		return OK.equals(flag) ? new FrontVelocity(id, criterion, polarity, origin, velocity, lagSeconds, window, reason, points,
			line) : this;
	}

	/** 1 for the clearest front. */
	public int id() {
		return id;
	}

	public FrontCriterion criterion() {
		return criterion;
	}

	/** BRIGHT or DARK. */
	public FrontPolarity polarity() {
		return polarity;
	}

	public FrontOrigin origin() {
		return origin;
	}

	/** Velocity in m/s, positive towards larger positions, with its 95 % interval; not known if flagged too_few. */
	public Estimate velocity() {
		return velocity;
	}

	/** Lag of the rate in s; 0 for intensities. */
	public double lagSeconds() {
		return lagSeconds;
	}

	/** In words: which columns and positions were used and why those. */
	public String window() {
		return window;
	}

	/** "ok", or why not; several are joined by "+". */
	public String flag() {
		return flag;
	}

	/** Whether its path was drawn or changed by hand. */
	public boolean isManual() {
		return hasFlag(MANUAL);
	}

	/** Whether a flag is among those of this front. */
	public boolean hasFlag(final String one) {
		return List.of(flag.split("\\+")).contains(one);
	}

	public List<FrontPoint> points() {
		return points;
	}

	FrontLine line() {
		return line;
	}

	/** Time of the first point used, in s; NaN if there is none. */
	public double firstSeconds() {
		return used(true) == null ? Double.NaN : used(true).timeSeconds();
	}

	/** Time of the last point used, in s; NaN if there is none. */
	public double lastSeconds() {
		return used(false) == null ? Double.NaN : used(false).timeSeconds();
	}

	/** Position of the first point used, in m; NaN if there is none. */
	public double firstMetres() {
		return used(true) == null ? Double.NaN : used(true).positionMetres();
	}

	/** Position of the last point used, in m; NaN if there is none. */
	public double lastMetres() {
		return used(false) == null ? Double.NaN : used(false).positionMetres();
	}

	/** Mean time in s and mean position in m of the points used; NaN without any. */
	double[] middle() {
		final double[] mean = new double[2];
		int n = 0;
		for (final FrontPoint p : points) {
			if (!p.isUsed()) continue;
			mean[0] += p.timeSeconds();
			mean[1] += p.positionMetres();
			n++;
		}
		return new double[] { mean[0] / n, mean[1] / n };
	}

	private FrontPoint used(final boolean first) {
		FrontPoint found = null;
		for (final FrontPoint p : points) {
			if (p.isUsed()) found = p;
			if (first && found != null) break;
		}
		return found;
	}
}
