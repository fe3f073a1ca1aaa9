package net.operando.analysis.fragment;

import java.util.Arrays;

import net.operando.base.numeric.LineFit;
import net.operando.base.quantity.Estimate;

/**
 * How much a piece changes its brightness while the rod is cycled: the slope of its level, relative to its mean, against
 * lithium content x, or, where that is not known, against the relative level of the piece that changes most.
 */
final class Response {

	/** Neighbouring frames share what is left of lamp drift and of the sample's movement; so many are drawn together. */
	private static final int BLOCK = 5;
	private static final int SAMPLES = 200;

	private Response() {}

	/**
	 * @param level of the piece per frame; @param driver likewise; NaN is left out
	 * @param first frame; @param last frame, both included
	 */
	static Estimate of(final double[] level, final double[] driver, final int first, final int last,
		final String definition, final long seed)
	{
		final double[] x = new double[last - first + 1];
		final double[] y = new double[x.length];
		int n = 0;
		double mean = 0;
		for (int f = first; f <= last; f++) {
			if (Double.isNaN(level[f]) || Double.isNaN(driver[f])) continue;
			x[n] = driver[f];
			y[n++] = level[f];
			mean += level[f];
		}
		mean /= n;
		if (n < 3 || !(range(x, 0, n - 1) > 0)) return Estimate.none(n, definition);
		final double[] w = new double[n];
		Arrays.fill(w, 1);
		final double[] drivers = Arrays.copyOf(x, n);
		final double[] levels = Arrays.copyOf(y, n);
		for (int i = 0; i < n; i++)
			levels[i] /= mean;
		final LineFit line = LineFit.weighted(drivers, levels, w);
		final double error = Math.max(line.slopeError(), line.blockBootstrapError(drivers, levels, w, Math.max(1, Math.min(BLOCK,
			n / 4)), SAMPLES, seed));
		return Estimate.normal(line.slope(), error, n, definition);
	}

	/** Relative range of a running mean of three values, from one frame to another; NaN is left out. */
	static double relativeRange(final double[] level, final int first, final int last) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		double sum = 0;
		int n = 0;
		for (int f = first; f <= last; f++) {
			double near = 0;
			int count = 0;
			for (int g = Math.max(first, f - 1); g <= Math.min(last, f + 1); g++)
				if (!Double.isNaN(level[g])) {
					near += level[g];
					count++;
				}
			if (count == 0) continue;
			low = Math.min(low, near / count);
			high = Math.max(high, near / count);
			sum += near / count;
			n++;
		}
		return n == 0 ? 0 : (high - low) / (sum / n);
	}

	static double range(final double[] values, final int first, final int last) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int i = first; i <= last; i++)
			if (!Double.isNaN(values[i])) {
				low = Math.min(low, values[i]);
				high = Math.max(high, values[i]);
			}
		return high - low;
	}
}
