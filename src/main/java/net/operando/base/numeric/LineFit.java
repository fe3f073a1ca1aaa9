package net.operando.base.numeric;

import java.util.Arrays;
import java.util.Random;

/** A straight line y = intercept + slope x through points, and how well its slope is known. Immutable. */
public final class LineFit {

	private final double intercept;
	private final double slope;
	private final double slopeError;

	private LineFit(final double intercept, final double slope, final double slopeError) {
		this.intercept = intercept;
		this.slope = slope;
		this.slopeError = slopeError;
	}

	/** Ordinary least squares; the error of the slope is from the scatter about the line (NaN with two points). */
	public static LineFit leastSquares(final double[] x, final double[] y) {
		final double[] w = new double[x.length];
		Arrays.fill(w, 1);
		return weighted(x, y, w);
	}

	/**
	 * Weighted least squares; weights are inverse variances up to a common factor, which the scatter gives.
	 *
	 * @throws IllegalArgumentException with fewer than two points of different x
	 */
	public static LineFit weighted(final double[] x, final double[] y, final double[] weights) {
		double s = 0;
		double sx = 0;
		double sy = 0;
		int n = 0;
		for (int i = 0; i < x.length; i++) {
			s += weights[i];
			sx += weights[i] * x[i];
			sy += weights[i] * y[i];
			if (weights[i] > 0) n++;
		}
		final double mx = sx / s;
		final double my = sy / s;
		double sxx = 0;
		double sxy = 0;
		for (int i = 0; i < x.length; i++) {
			sxx += weights[i] * (x[i] - mx) * (x[i] - mx);
			sxy += weights[i] * (x[i] - mx) * (y[i] - my);
		}
		if (!(sxx > 0)) throw new IllegalArgumentException("a line needs two points of different x");
		final double slope = sxy / sxx;
		double chi = 0;
		for (int i = 0; i < x.length; i++) {
			final double r = y[i] - my - slope * (x[i] - mx);
			chi += weights[i] * r * r;
		}
		return new LineFit(my - slope * mx, slope, n > 2 ? Math.sqrt(chi / (n - 2) / sxx) : Double.NaN);
	}

	/**
	 * Weighted line with Huber's loss (threshold 1.345 robust standard deviations), by iterated reweighting from the
	 * median of pairwise slopes; a point far off counts little however far it is.
	 *
	 * @param weights inverse variances up to a common factor
	 */
	public static LineFit robust(final double[] x, final double[] y, final double[] weights) {
		LineFit line = theilSen(x, y);
		final double[] w = new double[x.length];
		final double[] scaled = new double[x.length];
		for (int pass = 0; pass < 30; pass++) {
			for (int i = 0; i < x.length; i++)
				scaled[i] = Math.sqrt(weights[i]) * Math.abs(y[i] - line.at(x[i]));
			final double scale = 1.4826 * median(scaled);
			for (int i = 0; i < x.length; i++)
				w[i] = weights[i] * (scaled[i] <= 1.345 * scale || scale == 0 ? 1 : 1.345 * scale / scaled[i]);
			final LineFit next = weighted(x, y, w);
			final boolean done = Math.abs(next.slope - line.slope) <= 1e-9 * Math.abs(next.slope);
			line = next;
			if (done) break;
		}
		return line;
	}

	/** Theil and Sen's line: the median of all pairwise slopes and of the intercepts they leave; no error stated. */
	public static LineFit theilSen(final double[] x, final double[] y) {
		final int n = x.length;
		final double[] slopes = new double[n * (n - 1) / 2];
		int count = 0;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < i; j++)
				if (x[i] != x[j]) slopes[count++] = (y[i] - y[j]) / (x[i] - x[j]);
		if (count == 0) throw new IllegalArgumentException("a line needs two points of different x");
		final double slope = median(Arrays.copyOf(slopes, count));
		final double[] rest = new double[n];
		for (int i = 0; i < n; i++)
			rest[i] = y[i] - slope * x[i];
		return new LineFit(median(rest), slope, Double.NaN);
	}

	/**
	 * The standard deviation of the robust slope over moving-block bootstrap samples of the residuals (Kuensch 1989):
	 * blocks keep the correlation between neighbouring points that makes the usual error too small.
	 *
	 * @param block points per block, 1 or more
	 * @param samples how many bootstrap samples
	 * @param seed makes the result repeatable
	 */
	public double blockBootstrapError(final double[] x, final double[] y, final double[] weights, final int block,
		final int samples, final long seed)
	{
		final int n = x.length;
		final double[] residual = new double[n];
		double mean = 0;
		for (int i = 0; i < n; i++)
			mean += (residual[i] = y[i] - at(x[i])) / n;
		final Random random = new Random(seed);
		final double[] resampled = new double[n];
		double sum = 0;
		double squares = 0;
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < n; i += block) {
				final int from = random.nextInt(n - block + 1);
				for (int k = 0; k < block && i + k < n; k++)
					resampled[i + k] = at(x[i + k]) + residual[from + k] - mean;
			}
			final double b = weighted(x, resampled, weights).slope;
			sum += b;
			squares += b * b;
		}
		return Math.sqrt(Math.max(0, (squares - sum * sum / samples) / (samples - 1)));
	}

	public double slope() {
		return slope;
	}

	public double intercept() {
		return intercept;
	}

	/** Standard error of the slope from the scatter about the line; NaN where not stated. */
	public double slopeError() {
		return slopeError;
	}

	/** The line at x. */
	public double at(final double x) {
		return intercept + slope * x;
	}

	private static double median(final double[] values) {
		final double[] v = values.clone();
		Arrays.sort(v);
		final int m = v.length / 2;
		return v.length % 2 == 1 ? v[m] : 0.5 * (v[m - 1] + v[m]);
	}
}
