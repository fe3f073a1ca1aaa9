package net.operando.model.synthetic;

import java.util.stream.IntStream;

/**
 * An image read between its pixels by Catmull-Rom interpolation, point by point or a row of even steps at a time. Points must
 * be such that their sixteen neighbours are there. Not copied; thread-safe while nobody writes to it.
 */
final class CubicImage {

	/** Points taken together at most, and below how many it is not worth it. */
	private static final int RUN = 512;
	private static final int SHORT = 8;
	private static final double[] RAMP = IntStream.range(0, RUN).asDoubleStream().toArray();

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
		for (int c = 0; c < count;) {
			final double u = x + c * stepX;
			final double v = y + c * stepY;
			final int i = (int) u;
			final int j = (int) v;
			final int run = Math.min(Math.min(count - c, RUN), Math.min(within(u - i, stepX - 1), within(v - j, stepY)));
			if (run < SHORT) out[c] = at(u, v);
			else run((j - 1) * width + i - 1, u - i, stepX - 1, v - j, stepY, run, out, c);
			c += run < SHORT ? 1 : run;
		}
	}

	/** After how many steps a fraction leaves 0 to 1. */
	private static int within(final double fraction, final double step) {
		if (step == 0) return RUN;
		return (int) Math.min(RUN, step > 0 ? Math.ceil((1 - fraction) / step) : Math.floor(fraction / -step) + 1);
	}

	/**
	 * Points whose neighbours are each a pixel to the right of those of the one before, so that the compiler makes vector
	 * instructions of it.
	 *
	 * @param k the upper left neighbour of the first; @param f its fraction along x; @param g along y
	 */
	private void run(final int k, final double f, final double stepF, final double g, final double stepG, final int count,
		final double[] out, final int first)
	{
		final int l = k + width;
		final int m = l + width;
		final int n = m + width;
		for (int c = 0; c < count; c++) {
			final double p = f + RAMP[c] * stepF;
			final double q = g + RAMP[c] * stepG;
			final double w0 = p * (-0.5 + p * (1 - 0.5 * p));
			final double w1 = 1 + p * p * (-2.5 + 1.5 * p);
			final double w2 = p * (0.5 + p * (2 - 1.5 * p));
			final double w3 = p * p * (-0.5 + 0.5 * p);
			final double a = w0 * samples[k + c] + w1 * samples[k + c + 1] + w2 * samples[k + c + 2] + w3 * samples[k + c + 3];
			final double b = w0 * samples[l + c] + w1 * samples[l + c + 1] + w2 * samples[l + c + 2] + w3 * samples[l + c + 3];
			final double d = w0 * samples[m + c] + w1 * samples[m + c + 1] + w2 * samples[m + c + 2] + w3 * samples[m + c + 3];
			final double e = w0 * samples[n + c] + w1 * samples[n + c + 1] + w2 * samples[n + c + 2] + w3 * samples[n + c + 3];
			out[first + c] = q * (-0.5 + q * (1 - 0.5 * q)) * a + (1 + q * q * (-2.5 + 1.5 * q)) * b + q * (0.5 + q * (2 - 1.5 *
				q)) * d + q * q * (-0.5 + 0.5 * q) * e;
		}
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
