package net.operando.model.titration;

import java.util.List;

import net.operando.base.quantity.Estimate;

/**
 * One diffusion coefficient of a titration, with all a figure needs to show where it comes from. Immutable.
 */
public final class DiffusionPoint {

	/** No objection. */
	public static final String VALID = "";

	private final int pulse;
	private final TitrationMethod method;
	private final double x;
	private final Estimate diffusion;
	private final String flag;
	private final double[] seconds;
	private final double[] measured;
	private final double[] fitted;
	private final double irDropVolts;
	private final double slopeVolts;

	/**
	 * @param x where D holds
	 * @param diffusion D in m2/s
	 * @param flag why it should not be trusted; empty if there is no reason
	 * @param seconds,measured,fitted the window of the fit: times on the recording's clock, voltages, fitted voltages
	 * @param irDropVolts the jump of the voltage with the current; NaN if not found
	 * @param slopeVolts dE/dx used; NaN if none was
	 */
	DiffusionPoint(final int pulse, final TitrationMethod method, final double x, final Estimate diffusion,
		final String flag, final double[] seconds, final double[] measured, final double[] fitted, final double irDropVolts,
		final double slopeVolts)
	{
		this.pulse = pulse;
		this.method = method;
		this.x = x;
		this.diffusion = diffusion;
		this.flag = flag;
		this.seconds = seconds;
		this.measured = measured;
		this.fitted = fitted;
		this.irDropVolts = irDropVolts;
		this.slopeVolts = slopeVolts;
	}

	/** D from D/l^2 and its relative error; the interval is symmetric in the logarithm, so it stays above 0. */
	static Estimate estimate(final double perSecond, final double relativeError, final double metres, final int n,
		final TitrationMethod method)
	{
		final double d = perSecond * metres * metres;
		final double span = Math.exp(1.959964 * relativeError);
		return Estimate.of(d, d * relativeError, d / span, d * span, n, method.key());
	}

	/** A pulse that gives no D, and why. */
	static DiffusionPoint none(final TitrationPulse pulse, final TitrationMethod method, final String reason) {
		return new DiffusionPoint(pulse.number(), method, pulse.endX(), Estimate.none(0, method.key()), reason,
			new double[0], new double[0], new double[0], Double.NaN, Double.NaN);
	}

	/** This point with D times a factor. */
	DiffusionPoint times(final double factor) {
		return new DiffusionPoint(pulse, method, x, diffusion.times(factor), flag, seconds, measured, fitted, irDropVolts,
			slopeVolts);
	}

	/** This point without some of its flags. */
	DiffusionPoint accepting(final List<String> words) {
		final Flags rest = new Flags();
		for (final String word : flag.split("\\+"))
			rest.add(word, !word.isEmpty() && !words.contains(word));
		return new DiffusionPoint(pulse, method, x, diffusion, rest.text(), seconds, measured, fitted, irDropVolts,
			slopeVolts);
	}

	/** Number of its pulse, from 1. */
	public int pulse() {
		return pulse;
	}

	public TitrationMethod method() {
		return method;
	}

	/** The x at which this D holds: where in the excursion of the surface, or the mean, depends on the method. */
	public double x() {
		return x;
	}

	/** D in m2/s with its 95 % interval; unknown if the pulse gives none. */
	public Estimate diffusion() {
		return diffusion;
	}

	/**
	 * Empty if D holds; otherwise words with a + between: "late" (the window goes beyond 0.2 l^2/D), "early" (too short for
	 * this method), "bent" (the voltage is not straight in sqrt(t)), "unrested" (the rest was too short), "by_voltage" (samples of
	 * the rest were taken where the voltage moved, which their noise shifts), "no_fit"...
	 */
	public String flag() {
		return flag;
	}

	/** Whether there is a D and nothing speaks against it. */
	public boolean isValid() {
		return diffusion.isKnown() && flag.isEmpty();
	}

	/** Times of the points of the fit, s on the recording's clock. */
	public double[] windowSeconds() {
		return seconds.clone();
	}

	/** Voltages of the points of the fit. */
	public double[] measuredVolts() {
		return measured.clone();
	}

	/** The fitted curve at the same times, V. */
	public double[] fittedVolts() {
		return fitted.clone();
	}

	/** The jump of the voltage with the current, V; NaN if the method does not see it. */
	public double irDropVolts() {
		return irDropVolts;
	}

	/** dE/dx in V; NaN if the method needs none. */
	public double slopeVolts() {
		return slopeVolts;
	}
}
