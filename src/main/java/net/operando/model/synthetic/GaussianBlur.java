package net.operando.model.synthetic;

import java.util.Arrays;

import org.apache.commons.math3.util.FastMath;

/**
 * A separable Gaussian on the pixel grid, sampled and cut off at five sigma, its weights summing to 1. Only pixels whose whole
 * neighbourhood is in the image are computed: a pixel's result is the same, bit for bit, in whatever image it lies. Immutable
 * and thread-safe.
 */
final class GaussianBlur {

	private final int reach;
	/** Weight at a distance in px. */
	private final double[] weights;

	/** @param sigma in px, above 0 */
	GaussianBlur(final double sigma) {
		reach = reach(sigma);
		weights = new double[reach + 1];
		double sum = 0;
		for (int i = -reach; i <= reach; i++)
			sum += weights[Math.abs(i)] = FastMath.exp(-0.5 * i * i / (sigma * sigma));
		for (int i = 0; i <= reach; i++)
			weights[i] /= sum;
	}

	/** How far from a pixel others count, in px. */
	static int reach(final double sigma) {
		return (int) Math.ceil(5 * sigma);
	}

	int reach() {
		return reach;
	}

	/**
	 * The image blurred, but for a border of the reach, which is 0.
	 *
	 * @param image row-major
	 * @return a new array of the image's size
	 */
	double[] of(final double[] image, final int width, final int height, final Rows rows) {
		final double[] blurred = new double[width * height];
		blur(image, width, height, rows, new double[width * height], blurred);
		return blurred;
	}

	/**
	 * Blurs an image, but for a border of the reach.
	 *
	 * @param image row-major; may be longer than the image, as the others may
	 * @param across written to
	 * @param blurred the result; its border is left as it is, or 0
	 */
	void blur(final double[] image, final int width, final int height, final Rows rows, final double[] across,
		final double[] blurred)
	{
		rows.each(height, r -> {
			final int from = r * width;
			Arrays.fill(across, from, from + width, 0);
			if (isDark(image, from, width)) return;
			for (int k = 0; k <= reach; k++)
				add(k == 0 ? 0.5 * weights[0] : weights[k], image, from + reach - k, from + reach + k, across, from + reach, width -
					2 * reach);
		});
		rows.each(height - 2 * reach, i -> {
			final int to = (i + reach) * width;
			Arrays.fill(blurred, to, to + width, 0);
			for (int k = 0; k <= reach; k++)
				add(k == 0 ? 0.5 * weights[0] : weights[k], across, to - k * width, to + k * width, blurred, to, width);
		});
	}

	private static boolean isDark(final double[] image, final int from, final int count) {
		for (int i = from; i < from + count; i++)
			if (image[i] != 0) return false;
		return true;
	}

	/** A loop of its own, which the compiler turns into vector instructions. */
	private static void add(final double weight, final double[] image, final int one, final int other, final double[] sums,
		final int to, final int count)
	{
		for (int c = 0; c < count; c++)
			sums[to + c] += weight * (image[one + c] + image[other + c]);
	}
}
