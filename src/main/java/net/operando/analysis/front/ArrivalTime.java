package net.operando.analysis.front;

/**
 * When the fitted fronts bring the far end of the half length to half their mean rate along the line. What is homogeneous
 * has been taken out by the fit, so both rates are those of the fronts. Lengths in um, times in s.
 */
final class ArrivalTime {

	private static final int STEPS = 400;

	private final Attempt attempt;
	private final double place;
	private final double from;
	private final double to;
	private final double sign;

	ArrivalTime(final Attempt attempt, final int front, final double place) {
		this.attempt = attempt;
		this.place = place;
		final PilotFront p = attempt.pilots.get(front);
		this.from = attempt.grid.seconds[p.firstColumn];
		this.to = attempt.grid.seconds[p.lastColumn];
		this.sign = p.sign;
	}

	/** In s; NaN if it is not reached within the columns fitted. */
	double seconds() {
		return seconds(attempt.fit.theta());
	}

	/** Standard error by the delta method with numeric derivatives, in s. */
	double standardError() {
		final double[] theta = attempt.fit.theta();
		final double[] gradient = new double[theta.length];
		for (int i = 0; i < theta.length; i++) {
			final double[] unit = new double[theta.length];
			unit[i] = 1;
			final double sd = Math.sqrt(attempt.fit.covariance(unit, unit));
			if (!(sd > 0)) continue;
			final double[] up = theta.clone();
			up[i] += 0.2 * sd;
			final double[] down = theta.clone();
			down[i] -= 0.2 * sd;
			gradient[i] = (seconds(up) - seconds(down)) / (0.4 * sd);
		}
		return attempt.errorFactor * Math.sqrt(attempt.fit.covariance(gradient, gradient));
	}

	private double seconds(final double[] theta) {
		double before = Double.NaN;
		for (int i = 0; i <= STEPS; i++) {
			final double t = from + i * (to - from) / STEPS;
			final double excess = excess(theta, t);
			if (excess >= 0 && i > 0) return t - (to - from) / STEPS * excess / (excess - before);
			if (excess >= 0) return Double.NaN;
			before = excess;
		}
		return Double.NaN;
	}

	private double excess(final double[] theta, final double t) {
		double mean = 0;
		final double[] z = attempt.grid.positions;
		final int stride = Math.max(1, z.length / 100);
		int n = 0;
		for (int i = 0; i < z.length; i += stride, n++)
			mean += rate(theta, z[i], t);
		return sign * (rate(theta, place, t) - 0.5 * mean / n);
	}

	private double rate(final double[] theta, final double z, final double t) {
		final double[] ignored = new double[theta.length];
		final double[] scratch = new double[8];
		double f = 0;
		for (int k = 0; k < attempt.profiles.size(); k++)
			f += attempt.profiles.get(k).add(theta, attempt.fit.from(k), z, t, 1, ignored, scratch);
		return f;
	}
}
