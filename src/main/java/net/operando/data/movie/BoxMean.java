package net.operando.data.movie;

/** Means over squares of pixels by running sums, so that their cost does not grow with the square. */
public final class BoxMean {

	private BoxMean() {}

	/**
	 * @param image row-major; NaN pixels are left out of the means
	 * @param reach half edge: squares have 2 reach + 1 pixels, cut at the image's border
	 * @return the mean around every pixel, in 32 bit from sums in double precision; NaN where all are NaN
	 */
	public static float[] of(final float[] image, final int width, final int height, final int reach) {
		final double[] sums = new double[(width + 1) * (height + 1)];
		final int[] counts = new int[sums.length];
		for (int y = 0; y < height; y++) {
			double row = 0;
			int n = 0;
			for (int x = 0; x < width; x++) {
				final float v = image[y * width + x];
				if (!Float.isNaN(v)) {
					row += v;
					n++;
				}
				final int at = (y + 1) * (width + 1) + x + 1;
				sums[at] = sums[at - width - 1] + row;
				counts[at] = counts[at - width - 1] + n;
			}
		}
		final float[] mean = new float[image.length];
		for (int y = 0; y < height; y++) {
			final int top = Math.max(0, y - reach) * (width + 1);
			final int bottom = Math.min(height, y + reach + 1) * (width + 1);
			for (int x = 0; x < width; x++) {
				final int left = Math.max(0, x - reach);
				final int right = Math.min(width, x + reach + 1);
				final int n = counts[bottom + right] - counts[bottom + left] - counts[top + right] + counts[top + left];
				mean[y * width + x] = n == 0 ? Float.NaN : (float) ((sums[bottom + right] - sums[bottom + left] - sums[top + right] +
					sums[top + left]) / n);
			}
		}
		return mean;
	}
}
