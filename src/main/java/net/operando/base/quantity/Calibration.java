package net.operando.base.quantity;

import net.operando.base.InvalidInputException;

/** The size of a square pixel in the sample plane, known or not. Immutable. */
public final class Calibration {

	private static final Calibration UNKNOWN = new Calibration(Double.NaN);

	private final double metresPerPixel;

	private Calibration(final double metresPerPixel) {
		this.metresPerPixel = metresPerPixel;
	}

	public static Calibration unknown() {
		return UNKNOWN;
	}

	/**
	 * @param micrometresPerPixel edge of a pixel in um, above 1e-4 and below 20 (outside, a wrong unit was meant)
	 * @throws InvalidInputException if it is not such a number
	 */
	public static Calibration ofMicrometres(final double micrometresPerPixel) {
		if (!(micrometresPerPixel > 1e-4 && micrometresPerPixel < 20)) throw new InvalidInputException("A pixel of " +
			micrometresPerPixel + " um cannot be meant: give the pixel size in micrometres, for example 0.0694.");
		return new Calibration(micrometresPerPixel * 1e-6);
	}

	public boolean isKnown() {
		return !Double.isNaN(metresPerPixel);
	}

	/**
	 * @return edge of a pixel in m
	 * @throws InvalidInputException if the size is unknown: no length or velocity may be computed from it
	 */
	public double metresPerPixel() {
		if (!isKnown()) throw new InvalidInputException(
			"The pixel size is not known, so lengths and velocities cannot be given: set pixelsizeum when opening the movie.");
		return metresPerPixel;
	}

	/** @return edge of a pixel in um; errors as {@link #metresPerPixel()} */
	public double micrometresPerPixel() {
		return metresPerPixel() * 1e6;
	}

	/** The calibration after a mean over {@code factor} x {@code factor} pixels. */
	public Calibration binnedBy(final int factor) {
		return isKnown() ? new Calibration(metresPerPixel * factor) : this;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Calibration && Double.compare(((Calibration) other).metresPerPixel, metresPerPixel) == 0;
	}

	@Override
	public int hashCode() {
		return Double.hashCode(metresPerPixel);
	}

	@Override
	public String toString() {
		return isKnown() ? metresPerPixel * 1e6 + " um/px" : "uncalibrated";
	}
}
