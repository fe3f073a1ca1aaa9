package net.operando.analysis.rod;

/** Gaussian smoothing of an image with holes. */
final class Smoothing {

	private Smoothing() {}

	/** Mean of the values that are there, weighted by a Gaussian of {@code sigma} pixels; NaN where none is near. */
	static double[] gaussian(final float[] image, final int width, final int height, final double sigma) {
		final double[] sum = new double[image.length];
		final double[] weight = new double[image.length];
		for (int i = 0; i < image.length; i++)
			if (!Float.isNaN(image[i])) {
				sum[i] = image[i];
				weight[i] = 1;
			}
		final double[] kernel = new double[(int) Math.ceil(3.5 * sigma) + 1];
		for (int k = 0; k < kernel.length; k++)
			kernel[k] = Math.exp(-0.5 * k * k / (sigma * sigma));
		final double[] s = along(along(sum, width, height, kernel, true), width, height, kernel, false);
		final double[] w = along(along(weight, width, height, kernel, true), width, height, kernel, false);
		for (int i = 0; i < s.length; i++)
			s[i] = w[i] < 1e-6 ? Double.NaN : s[i] / w[i];
		return s;
	}

	private static double[] along(final double[] v, final int width, final int height, final double[] kernel,
		final boolean rows)
	{
		final double[] out = new double[v.length];
		final int n = rows ? width : height;
		final int step = rows ? 1 : width;
		for (int line = 0; line < (rows ? height : width); line++) {
			final int from = rows ? line * width : line;
			for (int i = 0; i < n; i++) {
				double sum = kernel[0] * v[from + i * step];
				for (int k = 1; k < kernel.length; k++) {
					if (i >= k) sum += kernel[k] * v[from + (i - k) * step];
					if (i + k < n) sum += kernel[k] * v[from + (i + k) * step];
				}
				out[from + i * step] = sum;
			}
		}
		return out;
	}
}
