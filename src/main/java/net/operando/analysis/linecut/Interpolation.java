package net.operando.analysis.linecut;

import java.util.Arrays;

/**
 * How samples between pixels are made, in each direction alone (weights multiply). A sample is inside the image if all
 * pixels with a weight other than 0 are.
 */
public enum Interpolation {

	/**
	 * Two pixels per direction. The error is at most h^2/8 times the second derivative per direction: below 0.1 % of a
	 * Gaussian of sigma 16 px, both directions together.
	 */
	LINEAR {

		@Override
		int weights(final double fraction, final double[] weights) {
			weights[0] = 1 - fraction;
			weights[1] = fraction;
			return 0;
		}
	},
	/**
	 * Four pixels per direction: cubic convolution with a = -1/2, which is the Catmull-Rom spline (R. G. Keys, IEEE
	 * Trans. Acoust. Speech Signal Process. 29 (1981) 1153, eq. 15). It is exact for quadratics, with an error of at most
	 * 0.016 h^3 times the third derivative per direction: below 0.04 % of a Gaussian of sigma 4 px. A cubic B-spline would
	 * be closer still, but its pre-filter spreads a missing pixel over the image and needs all of it.
	 */
	CUBIC {

		@Override
		int weights(final double fraction, final double[] weights) {
			final double f = fraction;
			weights[0] = 0.5 * f * (-1 + f * (2 - f));
			weights[1] = 1 + 0.5 * f * f * (-5 + 3 * f);
			weights[2] = 0.5 * f * (1 + f * (4 - 3 * f));
			weights[3] = 0.5 * f * f * (f - 1);
			return -1;
		}
	};

	/** Largest number of pixels per direction. */
	static final int MOST_WEIGHTS = 4;

	/** What {@link #support} returns for a coordinate that cannot be interpolated. */
	static final int OUTSIDE = Integer.MIN_VALUE;

	/** Coordinates this close to a pixel's centre, in px, are on it: rotation leaves such errors of rounding. */
	private static final double ON_PIXEL = 1e-9;

	/**
	 * @param fraction position after a pixel, 0 inclusive to 1 exclusive
	 * @param weights receives the weights of consecutive pixels
	 * @return where the first of them is, relative to that pixel
	 */
	abstract int weights(double fraction, double[] weights);

	/** Number of pixels a sample needs at most: 2 x 2 or 4 x 4. */
	final int taps() {
		return this == LINEAR ? 4 : 16;
	}

	/**
	 * The pixels and weights of a coordinate.
	 *
	 * @param weights receives the weights; unused ones are 0
	 * @return index of the pixel of the first weight, which may be outside where its weight is 0;
	 *         {@link #OUTSIDE} if a pixel with a weight other than 0 is outside
	 */
	final int support(final double coordinate, final int size, final double[] weights) {
		final double nearest = Math.rint(coordinate);
		final double at = Math.abs(coordinate - nearest) < ON_PIXEL ? nearest : coordinate;
		if (!(at >= 0 && at <= size - 1)) return OUTSIDE;
		final int pixel = (int) Math.floor(at);
		Arrays.fill(weights, 0);
		final int first = pixel + weights(at - pixel, weights);
		for (int i = 0; i < MOST_WEIGHTS; i++)
			if (weights[i] != 0 && (first + i < 0 || first + i >= size)) return OUTSIDE;
		return first;
	}
}
