package net.operando.model.synthetic;

import net.operando.base.InvalidInputException;

import org.apache.commons.math3.util.FastMath;

/**
 * Two dark optical fronts that start at the rod's ends with the current, run at constant speeds, and meet: a prescribed
 * rate of change of the logarithm of intensity at each material point. Assumed shape: a Gaussian flank ahead, an
 * exponential tail behind; the amplitude falls exponentially and the width grows linearly through the values given at two
 * times (domain: -.36 to -.19 %/s and 2.7 to 5.9 um between 3 and 12 s at 5C). From the meeting on, both stand at the
 * meeting point and fade. Immutable parameters, JSON by field.
 */
public final class PrescribedFronts extends StageSettings {

	private static final double HALF_TAIL = Math.sqrt((1 + 0.6931471805599453) * (1 + 0.6931471805599453) - 1);
	private static final double HALF_FLANK = Math.sqrt(2 * 0.6931471805599453);

	private double startSpeedNmPerSecond = 760;
	private double endSpeedNmPerSecond = 600;
	private double firstSeconds = 3;
	private double firstRatePercentPerSecond = -0.36;
	private double firstFwhm_um = 2.7;
	private double secondSeconds = 12;
	private double secondRatePercentPerSecond = -0.19;
	private double secondFwhm_um = 5.9;
	private double smallestFwhm_um = 1.2;
	private double largestFwhm_um = 8;
	private double flankShare = 0.25;
	private double riseSeconds = 0.4;
	private double fallSeconds = 1.5;

	private PrescribedFronts() {}

	/** The fronts of the paper's rod: 760 nm/s from its start, 600 nm/s from its end. */
	public static PrescribedFronts defaults() {
		return new PrescribedFronts();
	}

	/** @param nmPerSecond speeds of the two fronts' extrema in nm/s; 0 for an end without a front */
	public PrescribedFronts withSpeeds(final double startNmPerSecond, final double endNmPerSecond) {
		if (!(startNmPerSecond >= 0 && endNmPerSecond >= 0 && startNmPerSecond + endNmPerSecond > 0))
			throw new InvalidInputException("Front speeds of " + startNmPerSecond + " and " + endNmPerSecond +
				" nm/s cannot be meant: give two speeds of 0 or more, not both 0.");
		final PrescribedFronts p = copy();
		p.startSpeedNmPerSecond = startNmPerSecond;
		p.endSpeedNmPerSecond = endNmPerSecond;
		return p;
	}

	/** Time after the onset at which the extrema meet, in s. */
	public double meetingSeconds(final double length_um) {
		return length_um * 1000 / (startSpeedNmPerSecond + endSpeedNmPerSecond);
	}

	/** Where the extrema meet, as distance from the start of the unstretched rod in um. */
	public double meetingPosition_um(final double length_um) {
		return meetingSeconds(length_um) * startSpeedNmPerSecond * 1e-3;
	}

	double startSpeed_umPerSecond() {
		return startSpeedNmPerSecond * 1e-3;
	}

	double endSpeed_umPerSecond() {
		return endSpeedNmPerSecond * 1e-3;
	}

	/**
	 * The fronts' rate.
	 *
	 * @param z_um reference position from the start
	 * @param length_um length of the unstretched rod
	 * @param sinceOnset seconds since the current was switched on
	 * @param onSeconds for how long it stays on
	 * @return d ln I / dt in 1/s, 0 before the onset
	 */
	double rate(final double z_um, final double length_um, final double sinceOnset, final double onSeconds) {
		if (sinceOnset <= 0) return 0;
		final double meeting = Math.min(sinceOnset, meetingSeconds(length_um));
		double r4 = 0;
		if (startSpeedNmPerSecond > 0) r4 += fourth(shape(z_um - meeting * startSpeed_umPerSecond(), sinceOnset));
		if (endSpeedNmPerSecond > 0) r4 += fourth(shape(length_um - z_um - meeting * endSpeed_umPerSecond(), sinceOnset));
		// the stronger front wins smoothly: where both reach, the rate is hardly more than that of one
		return -Math.sqrt(Math.sqrt(r4)) * amplitude(sinceOnset) * switching(sinceOnset, onSeconds);
	}

	private double switching(final double t, final double onSeconds) {
		final double on = 1 - FastMath.exp(-t / riseSeconds);
		return t <= onSeconds ? on : on * FastMath.exp(-(t - onSeconds) / fallSeconds);
	}

	private double amplitude(final double t) {
		final double decay = FastMath.log(firstRatePercentPerSecond / secondRatePercentPerSecond) / (secondSeconds -
			firstSeconds);
		return -0.01 * firstRatePercentPerSecond * FastMath.exp(-decay * (t - firstSeconds));
	}

	/** 1 at the extremum; {@code ahead} is positive in the direction the front runs. */
	private double shape(final double ahead, final double t) {
		final double fwhm = Math.min(largestFwhm_um, Math.max(smallestFwhm_um, firstFwhm_um + (secondFwhm_um -
			firstFwhm_um) * (t - firstSeconds) / (secondSeconds - firstSeconds)));
		if (ahead > 0) {
			final double q = ahead * HALF_FLANK / (flankShare * fwhm);
			return FastMath.exp(-0.5 * q * q);
		}
		final double q = ahead * HALF_TAIL / ((1 - flankShare) * fwhm);
		return FastMath.exp(1 - Math.sqrt(1 + q * q));
	}

	private static double fourth(final double v) {
		return v * v * v * v;
	}
}
