package net.operando.model.titration;

/**
 * A line y = intercept + slope u, u being sqrt(t) or what stands for it, and the errors of both for noise that is the
 * same at every point, whatever the weights (so the weights may be chosen for the sampling). Immutable.
 */
final class RootTimeLine {

	final double slope;
	final double intercept;
	final double slopeError;
	final double interceptError;
	/** Slope of the later half of the window over that of the earlier half, less 1, and its error; NaN if too few. */
	final double bend;
	final double bendError;
	final int n;

	private RootTimeLine(final double slope, final double intercept, final double slopeError,
		final double interceptError, final double bend, final double bendError, final int n)
	{
		this.slope = slope;
		this.intercept = intercept;
		this.slopeError = slopeError;
		this.interceptError = interceptError;
		this.bend = bend;
		this.bendError = bendError;
		this.n = n;
	}

	/**
	 * @param u abscissae, increasing, three or more
	 */
	static RootTimeLine of(final double[] u, final double[] y, final Weighting weighting) {
		final RootTimeLine all = part(u, y, weights(u, weighting), 0, u.length);
		int half = 0;
		while (half < u.length && u[half] < 0.5 * (u[0] + u[u.length - 1]))
			half++;
		if (half < 3 || u.length - half < 3) return all;
		final double[] w = weights(u, weighting);
		final RootTimeLine early = part(u, y, w, 0, half);
		final RootTimeLine late = part(u, y, w, half, u.length);
		final double noise = Math.hypot(early.slopeError, late.slopeError) / Math.abs(all.slope);
		return new RootTimeLine(all.slope, all.intercept, all.slopeError, all.interceptError, (late.slope - early.slope) /
			all.slope, noise, all.n);
	}

	private static RootTimeLine part(final double[] u, final double[] y, final double[] w, final int from, final int to) {
		double s = 0;
		double su = 0;
		double sy = 0;
		for (int i = from; i < to; i++) {
			s += w[i];
			su += w[i] * u[i];
			sy += w[i] * y[i];
		}
		final double mu = su / s;
		final double my = sy / s;
		double suu = 0;
		double suy = 0;
		for (int i = from; i < to; i++) {
			suu += w[i] * (u[i] - mu) * (u[i] - mu);
			suy += w[i] * (u[i] - mu) * (y[i] - my);
		}
		final double slope = suy / suu;
		double residual = 0;
		double forSlope = 0;
		double forIntercept = 0;
		for (int i = from; i < to; i++) {
			final double r = y[i] - my - slope * (u[i] - mu);
			residual += r * r;
			final double a = w[i] * (u[i] - mu) / suu;
			final double b = w[i] / s - mu * a;
			forSlope += a * a;
			forIntercept += b * b;
		}
		final int n = to - from;
		final double sigma = n > 2 ? Math.sqrt(residual / (n - 2)) : Double.NaN;
		return new RootTimeLine(slope, my - slope * mu, sigma * Math.sqrt(forSlope), sigma * Math.sqrt(forIntercept),
			Double.NaN, Double.NaN, n);
	}

	/** The part of the axis each point stands for, from half way to its neighbours; or 1. */
	static double[] weights(final double[] u, final Weighting weighting) {
		final double[] w = new double[u.length];
		final int last = u.length - 1;
		for (int i = 0; i <= last; i++)
			w[i] = weighting == Weighting.EQUAL ? 1 : 0.5 * (u[Math.min(last, i + 1)] - u[Math.max(0, i - 1)]);
		return w;
	}
}
