package net.operando.figure;

import net.operando.base.quantity.Estimate;

/** A traced front to be drawn on a kymograph: its points, the line fitted to them and what is written beside it. Immutable. */
public final class FrontOverlay {

	private final double[] times_s;
	private final double[] positions_m;
	private final double t0_s;
	private final double z0_m;
	private final double t1_s;
	private final double z1_m;
	private final String label;
	private final String detail;

	private FrontOverlay(final double[] times_s, final double[] positions_m, final double t0_s, final double z0_m,
		final double t1_s, final double z1_m, final String label, final String detail)
	{
		this.times_s = times_s;
		this.positions_m = positions_m;
		this.t0_s = t0_s;
		this.z0_m = z0_m;
		this.t1_s = t1_s;
		this.z1_m = z1_m;
		this.label = label;
		this.detail = detail;
	}

	/**
	 * A front without a fitted line.
	 *
	 * @param times_s time of each point in s; copied
	 * @param positions_m position of each point in m from the start of the line; copied
	 */
	public static FrontOverlay points(final double[] times_s, final double[] positions_m) {
		if (times_s.length != positions_m.length) throw new IllegalArgumentException(times_s.length + " times but " +
			positions_m.length + " positions");
		return new FrontOverlay(times_s.clone(), positions_m.clone(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, "", "");
	}

	/** This front with a fitted line from one time and position to another. */
	public FrontOverlay withLine(final double startTime_s, final double startPosition_m, final double endTime_s,
		final double endPosition_m)
	{
		return new FrontOverlay(times_s, positions_m, startTime_s, startPosition_m, endTime_s, endPosition_m, label, detail);
	}

	/** This front with one or two lines of text; the second may be empty. */
	public FrontOverlay labelled(final String first, final String second) {
		return new FrontOverlay(times_s, positions_m, t0_s, z0_m, t1_s, z1_m, first, second);
	}

	/**
	 * This front labelled with its speed, standard error, definition and number of points: "600 ± 70 nm s⁻¹", "half-max,
	 * n = 14".
	 *
	 * @param velocity_m_per_s the estimate in m/s; its sign is not shown, the line shows the direction
	 */
	public FrontOverlay withSpeed(final Estimate velocity_m_per_s) {
		final Estimate speed = velocity_m_per_s.times(velocity_m_per_s.value() < 0 ? -1e9 : 1e9);
		return labelled(PlusMinus.text(speed, "nm/s"), velocity_m_per_s.definition().replace("half_max", "half-max").replace('_',
			' ') + ", *n* = " + velocity_m_per_s.n());
	}

	public int size() {
		return times_s.length;
	}

	public double time_s(final int i) {
		return times_s[i];
	}

	public double position_m(final int i) {
		return positions_m[i];
	}

	/** Whether there is a fitted line. */
	public boolean hasLine() {
		return !Double.isNaN(t0_s + z0_m + t1_s + z1_m);
	}

	/** Start of the fitted line in s. */
	public double t0_s() {
		return t0_s;
	}

	/** Start of the fitted line in m. */
	public double z0_m() {
		return z0_m;
	}

	/** End of the fitted line in s. */
	public double t1_s() {
		return t1_s;
	}

	/** End of the fitted line in m. */
	public double z1_m() {
		return z1_m;
	}

	/** First line of text; may be empty. */
	public String label() {
		return label;
	}

	/** Second line of text; may be empty. */
	public String detail() {
		return detail;
	}
}
