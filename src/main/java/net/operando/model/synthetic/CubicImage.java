package net.operando.model.synthetic;

/**
 * An image read between its pixels by Catmull-Rom interpolation, point by point or a row of even steps at a time. Points must
 * be such that their sixteen neighbours are there. Not copied; thread-safe while nobody writes to it.
 */
final class CubicImage {

	private final double[] samples;
	private final int width;

	CubicImage(final double[] samples, final int width) {
		this.samples = samples;
		this.width = width;
	}

	double at(final double x, final double y) {
		final int i = (int) x;
		final int j = (int) y;
		final double f = x - i;
		final double w0 = before(f);
		final double w1 = here(f);
		final double w2 = here(1 - f);
		final double w3 = before(1 - f);
		final double g = y - j;
		int k = (j - 1) * width + i - 1;
		final double a = w0 * samples[k] + w1 * samples[k + 1] + w2 * samples[k + 2] + w3 * samples[k + 3];
		k += width;
		final double b = w0 * samples[k] + w1 * samples[k + 1] + w2 * samples[k + 2] + w3 * samples[k + 3];
		k += width;
		final double c = w0 * samples[k] + w1 * samples[k + 1] + w2 * samples[k + 2] + w3 * samples[k + 3];
		k += width;
		final double d = w0 * samples[k] + w1 * samples[k + 1] + w2 * samples[k + 2] + w3 * samples[k + 3];
		return before(g) * a + here(g) * b + here(1 - g) * c + before(1 - g) * d;
	}

	/** Points from (x, y) on, each by (stepX, stepY) further than the one before, into the beginning of {@code out}. */
	void turnedRow(final double x, final double y, final double stepX, final double stepY, final int count,
		final double[] out)
	{
		for (int c = 0; c < count; c++)
			out[c] = at(x + c * stepX, y + c * stepY);
	}

	/** Points from (x, y) on, each a pixel to the right of the one before, into the beginning of {@code out}. */
	void row(final double x, final double y, final int count, final double[] out) {
		final int i = (int) x;
		final int j = (int) y;
		final double f = x - i;
		final double g = y - j;
		final double[] between = new double[count + 3];
		combine(samples, (j - 1) * width + i - 1, width, g, between, count + 3);
		combine(between, 0, 1, f, out, count);
	}

	private static void combine(final double[] from, final int first, final int step, final double f, final double[] to,
		final int count)
	{
		final double w0 = before(f);
		final double w1 = here(f);
		final double w2 = here(1 - f);
		final double w3 = before(1 - f);
		for (int c = 0; c < count; c++)
			to[c] = w0 * from[first + c] + w1 * from[first + step + c] + w2 * from[first + 2 * step + c] + w3 * from[first + 3 *
				step + c];
	}

	/** Weight of the neighbour beyond the one before, for a point this far behind that one. */
	private static double before(final double f) {
		return f * (-0.5 + f * (1 - 0.5 * f));
	}

	/** Weight of the neighbour before the point. */
	private static double here(final double f) {
		return 1 + f * f * (-2.5 + 1.5 * f);
	}
}
