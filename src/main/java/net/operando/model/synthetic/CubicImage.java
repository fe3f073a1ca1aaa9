package net.operando.model.synthetic;

/** An image read between its pixels by Catmull-Rom interpolation. Not copied; thread-safe while nobody writes to it. */
final class CubicImage {

	private final double[] samples;
	private final int width;
	private final int height;

	CubicImage(final double[] samples, final int width, final int height) {
		this.samples = samples;
		this.width = width;
		this.height = height;
	}

	/** Whether all sixteen neighbours of a point are there. */
	boolean holds(final double x, final double y) {
		return x >= 1 && y >= 1 && x < width - 2 && y < height - 2;
	}

	double at(final double x, final double y) {
		final int i = (int) x;
		final int j = (int) y;
		double sum = 0;
		for (int b = -1; b <= 2; b++) {
			final int row = (j + b) * width + i;
			sum += weight(b, y - j) * (weight(-1, x - i) * samples[row - 1] + weight(0, x - i) * samples[row] + weight(1, x - i) *
				samples[row + 1] + weight(2, x - i) * samples[row + 2]);
		}
		return sum;
	}

	private static double weight(final int k, final double f) {
		switch (k) {
			case -1:
				return f * (-0.5 + f * (1 - 0.5 * f));
			case 0:
				return 1 + f * f * (-2.5 + 1.5 * f);
			case 1:
				return f * (0.5 + f * (2 - 1.5 * f));
			default:
				return f * f * (-0.5 + 0.5 * f);
		}
	}
}
