package net.operando.data.electrochem;

/**
 * How well a piece of an intensity trace is explained by a change at a given moment: before it a parabola; from it on, in
 * addition, another parabola without step and an exponential approach,
 * {@code b1 (t - m) + b2 (1 - exp(-(t - m)/tau)) + b3 (t - m)^2}, all linear coefficients free and of either sign, since intensity does
 * not rise with lithium everywhere. The noise is estimated from the piece itself. Not thread-safe.
 */
final class KinkFit {

	static final int PARAMETERS = 6;
	private static final int BACKGROUND = 3;

	private final double[] t;
	private final double[] y;
	private final double[] basis = new double[PARAMETERS];
	private final double[][] normal = new double[PARAMETERS][PARAMETERS];
	private final double[] right = new double[PARAMETERS];

	KinkFit(final double[] seconds, final double[] intensity) {
		t = seconds;
		y = intensity;
	}

	/**
	 * Log-likelihood, up to a constant of the frames, of a change at {@code m}; the noise is profiled out.
	 *
	 * @param from first frame used
	 * @param end frame after the last used
	 */
	double logLikelihood(final int from, final int end, final double m, final double tau) {
		return -0.5 * (end - from - PARAMETERS) * Math.log(residual(from, end, m, tau, PARAMETERS));
	}

	/** Gain in log-likelihood from allowing a change at {@code m}; 2 x gain is about chi-square(3) where there is none. */
	double gain(final int from, final int end, final double m, final double tau, final double background) {
		return 0.5 * (end - from - PARAMETERS) * Math.log(background / residual(from, end, m, tau, PARAMETERS));
	}

	/** Relative residual without a change. */
	double background(final int from, final int end, final double m) {
		return residual(from, end, m, 1, BACKGROUND);
	}

	/** Sum of squared residuals over the total sum of squares about the mean, floored at rounding. */
	private double residual(final int from, final int end, final double m, final double tau, final int p) {
		double mean = 0;
		for (int i = from; i < end; i++)
			mean += y[i];
		mean /= end - from;
		final double total = solve(from, end, m, tau, p, mean);
		if (!(total > 0)) return 1e-12;
		double explained = 0;
		// forward and back substitution is not needed: with L from Cholesky, |L^-1 b|^2 is the explained sum of squares
		for (int a = 0; a < p; a++) {
			double z = right[a];
			for (int b = 0; b < a; b++)
				z -= normal[a][b] * right[b];
			z /= normal[a][a];
			right[a] = z;
			explained += z * z;
		}
		return Math.max(1e-12, (total - explained) / total);
	}

	/** Fills the Cholesky factor and the right side; returns the total sum of squares about the mean. */
	private double solve(final int from, final int end, final double m, final double tau, final int p,
		final double mean)
	{
		for (int a = 0; a < p; a++) {
			right[a] = 0;
			for (int b = 0; b <= a; b++)
				normal[a][b] = 0;
		}
		final double scale = Math.max(1e-9, Math.max(t[end - 1] - m, m - t[from]));
		double total = 0;
		for (int i = from; i < end; i++) {
			fill((t[i] - m) / scale, scale / tau);
			final double d = y[i] - mean;
			total += d * d;
			for (int a = 0; a < p; a++) {
				right[a] += basis[a] * d;
				for (int b = 0; b <= a; b++)
					normal[a][b] += basis[a] * basis[b];
			}
		}
		for (int a = 0; a < p; a++) {
			// a ridge of 1e-9 of the diagonal keeps a line and a slow exponential apart without moving either
			normal[a][a] = normal[a][a] * (1 + 1e-9) + 1e-12;
			for (int b = 0; b <= a; b++) {
				double s = normal[a][b];
				for (int c = 0; c < b; c++)
					s -= normal[a][c] * normal[b][c];
				normal[a][b] = a == b ? Math.sqrt(Math.max(s, 1e-13)) : s / normal[b][b];
			}
		}
		return total;
	}

	private void fill(final double u, final double perTau) {
		basis[0] = 1;
		basis[1] = u;
		basis[2] = u * u;
		basis[3] = u > 0 ? u : 0;
		basis[4] = u > 0 ? 1 - Math.exp(-u * perTau) : 0;
		basis[5] = u > 0 ? u * u : 0;
	}

	/** Autocorrelation of the residuals from one frame to the next, with a change at {@code m}: {sum of products, sum of squares}. */
	double[] residualCorrelation(final int from, final int end, final double m, final double tau) {
		double mean = 0;
		for (int i = from; i < end; i++)
			mean += y[i];
		mean /= end - from;
		solve(from, end, m, tau, PARAMETERS, mean);
		final double[] beta = right.clone();
		for (int a = 0; a < PARAMETERS; a++) {
			for (int b = 0; b < a; b++)
				beta[a] -= normal[a][b] * beta[b];
			beta[a] /= normal[a][a];
		}
		for (int a = PARAMETERS - 1; a >= 0; a--) {
			for (int b = a + 1; b < PARAMETERS; b++)
				beta[a] -= normal[b][a] * beta[b];
			beta[a] /= normal[a][a];
		}
		final double scale = Math.max(1e-9, Math.max(t[end - 1] - m, m - t[from]));
		final double[] sums = new double[2];
		double last = 0;
		for (int i = from; i < end; i++) {
			fill((t[i] - m) / scale, scale / tau);
			double r = y[i] - mean;
			for (int a = 0; a < PARAMETERS; a++)
				r -= beta[a] * basis[a];
			sums[0] += r * last;
			sums[1] += r * r;
			last = r;
		}
		return sums;
	}
}
