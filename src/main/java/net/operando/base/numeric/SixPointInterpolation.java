package net.operando.base.numeric;

/**
 * Interpolation between equally spaced samples by the polynomial of degree 5 through the six nearest: exact for such
 * polynomials, flat where waves are longer than four samples, and of finite reach, so that what is not known
 * stays where it is.
 * <p>
 * Source: Lagrange's formula; for its error per wavelength see T. Laakso et al., IEEE Signal Processing Magazine 13 (1996) 30.
 */
public final class SixPointInterpolation {

	/** The first of the six samples, relative to the one at or before the point. */
	public static final int FIRST = -2;

	/** Number of samples used. */
	public static final int TAPS = 6;

	private SixPointInterpolation() {}

	/**
	 * Weights of the samples from {@link #FIRST} on.
	 *
	 * @param fraction position after the sample at or before the point, 0 to 1
	 */
	public static float[] weights(final double fraction) {
		final float[] w = new float[TAPS];
		weights(fraction, w);
		return w;
	}

	/** As {@link #weights(double)}, into an array of six. */
	public static void weights(final double fraction, final float[] w) {
		final double a = fraction + 2;
		final double b = fraction + 1;
		final double d = fraction - 1;
		final double e = fraction - 2;
		final double f = fraction - 3;
		w[0] = (float) (-b * fraction * d * e * f / 120);
		w[1] = (float) (a * fraction * d * e * f / 24);
		w[2] = (float) (-a * b * d * e * f / 12);
		w[3] = (float) (a * b * fraction * e * f / 12);
		w[4] = (float) (-a * b * fraction * d * f / 24);
		w[5] = (float) (a * b * fraction * d * e / 120);
	}
}
