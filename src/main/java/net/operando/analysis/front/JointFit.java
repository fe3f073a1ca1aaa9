package net.operando.analysis.front;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

import net.operando.base.Progress;
import net.operando.base.numeric.Cholesky;

/**
 * Moving profiles fitted to all columns at once by generalised least squares (Levenberg-Marquardt). Every column also has
 * a homogeneous change of its own, taken out exactly by removing column means, so that onset brightening and lamp
 * drift cannot move a front. Covariance between columns is the one that shared frames make; its inverse is used with
 * a small independent part added, which bounds the weight of what is all but noise-free (sums over many columns), and
 * the error of the parameters is the sandwich of both. Lengths in um, times in s. Not thread-safe while it runs.
 */
final class JointFit {

	private static final int MAX_STEPS = 60;
	/** More terms take away less bias than they add noise (docs/validation/meeting.md). */
	private static final int PULL_TERMS = 2;

	private final FitData data;
	private final List<MovingProfile> profiles;
	private final int[] from;
	private final int size;
	private final double noise;
	private final double[][] prior;
	private final double[] scratch = new double[8];
	private double[] theta;
	private double[][] curvature;
	private double[] descent;
	private double misfit;
	private double variance;
	private double[][] errors;
	private double[][] posterior;
	private double[][] sampling;
	private double[][] response;

	/**
	 * @param data the columns
	 * @param noise rough standard deviation of a single value over one lag, which weighs data against priors
	 * @param profiles the fronts
	 */
	JointFit(final FitData data, final double noise, final List<MovingProfile> profiles) {
		this.data = data;
		this.profiles = profiles;
		this.from = new int[profiles.size()];
		int p = 0;
		for (int k = 0; k < from.length; k++) {
			from[k] = p;
			p += profiles.get(k).size();
		}
		this.size = p;
		final int c = data.columns();
		final double[][] inner = data.innerCovariance();
		double expected = 0;
		for (int i = 0; i < c; i++)
			expected += inner[i][i] / c;
		this.noise = noise * noise * expected;
		this.prior = ProfilePrior.precision(profiles, from, size, this.noise);
	}

	/**
	 * Runs the fit from the pilot lines until a step lowers the misfit by less than {@code tolerance} variances.
	 */
	JointFit run(final double tolerance, final Progress progress) {
		theta = new double[size];
		for (int k = 0; k < from.length; k++) {
			theta[from[k] + 2] = 0.2;
			theta[from[k] + 3] = 0.2;
		}
		startSplines();
		evaluate(theta);
		double lambda = 1e-3;
		for (int step = 0; step < MAX_STEPS; step++) {
			progress.checkCancelled();
			final double before = misfit;
			final double[] old = theta;
			final double[][] oldCurvature = curvature;
			final double[] oldDescent = descent;
			boolean better = false;
			for (int trial = 0; trial < 10 && !better; trial++) {
				final double[] next = proposal(old, oldCurvature, oldDescent, lambda);
				if (next != null) {
					evaluate(next);
					better = misfit < before;
					if (better) theta = next;
				}
				lambda = better ? Math.max(lambda / 8, 1e-9) : lambda * 6;
			}
			if (!better) {
				theta = old;
				evaluate(theta);
				break;
			}
			if (before - misfit < tolerance * noise) break;
		}
		finish();
		return this;
	}

	/** With the slow parameters held, the splines are linear: one solution starts them. */
	private void startSplines() {
		evaluate(theta);
		final double[][] h = new double[size][];
		for (int i = 0; i < size; i++)
			h[i] = curvature[i].clone();
		final double[] g = descent.clone();
		for (final int f : from)
			for (int i = 0; i < MovingProfile.SLOW; i++) {
				for (int j = 0; j < size; j++) {
					h[f + i][j] = 0;
					h[j][f + i] = 0;
				}
				h[f + i][f + i] = 1;
				g[f + i] = 0;
			}
		final double[] step = damped(h, g, 1e-6);
		for (int i = 0; i < size; i++)
			theta[i] += step[i];
	}

	private double[] proposal(final double[] old, final double[][] h, final double[] g, final double lambda) {
		final double[] next = damped(h, g, lambda);
		for (int i = 0; i < size; i++)
			next[i] += old[i];
		for (int k = 0; k < from.length; k++) {
			final int f = from[k];
			if (Math.abs(next[f + 2]) > 0.9 || Math.abs(next[f + 3]) > 0.9) return null;
			if (Math.abs(next[f + 4]) + Math.abs(next[f + 5]) > 6) return null;
		}
		return next;
	}

	private static double[] damped(final double[][] h, final double[] g, final double lambda) {
		final int n = g.length;
		double trace = 0;
		for (int i = 0; i < n; i++)
			trace = Math.max(trace, h[i][i]);
		for (double extra = 1e-10;; extra *= 10) {
			final double[][] m = new double[n][];
			for (int i = 0; i < n; i++) {
				m[i] = h[i].clone();
				m[i][i] += lambda * h[i][i] + extra * trace;
			}
			final Cholesky c = Cholesky.of(m);
			if (c != null) return c.solve(g);
		}
	}

	/** Misfit at the parameters and its normal equations. */
	private void evaluate(final double[] at) {
		final double[][] h = data.normal(size, surface(at));
		misfit = h[size][size];
		curvature = new double[size][size];
		descent = new double[size];
		for (int i = 0; i < size; i++) {
			descent[i] = h[size][i];
			for (int j = 0; j <= i; j++) {
				curvature[i][j] = h[i][j];
				curvature[j][i] = h[i][j];
			}
		}
		for (int i = 0; i < size; i++)
			for (int j = 0; j < size; j++) {
				final double v = prior[i][j];
				if (v == 0) continue;
				curvature[i][j] += v;
				descent[i] -= v * at[j];
				misfit += v * at[i] * at[j];
			}
	}

	/** Root mean square second difference of a front's spline by the evidence (MacKay's update), for the next fit. */
	double roughness(final int k) {
		final MovingProfile profile = profiles.get(k);
		final int base = from[k] + MovingProfile.SLOW;
		double squares = 0;
		double undetermined = 0;
		for (int i = 0; i + 2 < profile.splines(); i++) {
			final double d = theta[base + i] - 2 * theta[base + i + 1] + theta[base + i + 2];
			squares += d * d;
			final double[] w = { 1, -2, 1 };
			for (int a = 0; a < 3; a++)
				for (int b = 0; b < 3; b++)
					undetermined += w[a] * w[b] * posterior[base + i + a][base + i + b];
		}
		final double old = profile.roughness();
		final double determined = Math.max(1, profile.splines() - 2 - undetermined / (old * old));
		return Math.max(0.05 * old, Math.min(20 * old, Math.sqrt(squares / determined)));
	}

	private FitData.Surface surface(final double[] at) {
		return (z, t, weight, fronts, row) -> {
			double f = 0;
			for (int k = 0; k < from.length; k++)
				if (fronts[k]) f += profiles.get(k).add(at, from[k], z, t, weight, row, scratch);
			return f;
		};
	}

	private void finish() {
		final int columns = data.columns();
		final int n = data.rows();
		final int free = columns * (n - 1) - size;
		final double[][] truth = data.innerCovariance();
		final double[][] meat = new double[size][size];
		final double[][] means = new double[columns][size + 1];
		final double[][] rows = new double[columns][size + 1];
		final double[] mixed = new double[size];
		double expected = 0;
		for (int c = 0; c < columns; c++)
			expected += truth[c][c];
		for (int z = 0; z <= n; z++) {
			final boolean last = z == n;
			if (!last) {
				data.whitened(z, size, surface(theta), rows);
				for (int c = 0; c < columns; c++)
					for (int i = 0; i <= size; i++)
						means[c][i] += rows[c][i];
			}
			final double[][] y = last ? means : rows;
			final double weight = last ? -1.0 / n : 1;
			for (int c = 0; c < columns; c++) {
				java.util.Arrays.fill(mixed, 0);
				for (int e = 0; e < columns; e++) {
					final double t = truth[c][e];
					if (Math.abs(t) < 1e-9) continue;
					for (int i = 0; i < size; i++)
						mixed[i] += t * y[e][i];
				}
				for (int i = 0; i < size; i++) {
					final double v = weight * y[c][i];
					if (v == 0) continue;
					for (int j = 0; j < size; j++)
						meat[i][j] += v * mixed[j];
				}
			}
		}
		variance = misfit / free * (columns / expected);
		errors = sandwich(meat);
	}

	private double[][] sandwich(final double[][] meat) {
		double[][] inverse = null;
		double trace = 0;
		for (int i = 0; i < size; i++)
			trace = Math.max(trace, curvature[i][i]);
		for (double extra = 1e-10; inverse == null; extra *= 10) {
			final double[][] m = new double[size][];
			for (int i = 0; i < size; i++) {
				m[i] = curvature[i].clone();
				m[i][i] += extra * trace;
			}
			final Cholesky c = Cholesky.of(m);
			if (c != null) inverse = c.inverse();
		}
		posterior = new double[size][size];
		final double[][] inner = new double[size][size];
		for (int i = 0; i < size; i++)
			for (int j = 0; j < size; j++) {
				posterior[i][j] = noise * inverse[i][j];
				inner[i][j] = variance * meat[i][j] + noise * prior[i][j];
			}
		response = inverse;
		sampling = product(product(inverse, meat), inverse);
		return product(product(inverse, inner), inverse);
	}

	private static double[][] product(final double[][] a, final double[][] b) {
		final int n = a.length;
		final double[][] c = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int k = 0; k < n; k++) {
				final double f = a[i][k];
				if (f == 0) continue;
				for (int j = 0; j < n; j++)
					c[i][j] += f * b[k][j];
			}
		return c;
	}

	/** Normal equations of the data with more linear parameters, lower triangle, the residual last; without priors. */
	double[][] normal(final int parameters, final FitData.Surface surface) {
		return data.normal(parameters, surface);
	}

	/** Data minus a surface and the homogeneous change. */
	double[][] residuals(final DoubleBinaryOperator surface) {
		return data.residuals(surface);
	}

	/** Variance of a whitened value that the priors are weighed with. */
	double workingVariance() {
		return noise;
	}

	/** Inverse prior covariance of the parameters in units of the working variance. */
	double[][] prior() {
		return prior;
	}

	/** Variance over one lag of a single value, from what the fit leaves. */
	double variance() {
		return variance;
	}

	double[] theta() {
		return theta;
	}

	/** First parameter of a front. */
	int from(final int front) {
		return from[front];
	}

	/** Data minus fronts minus the homogeneous change. */
	double[][] residuals() {
		return data.residuals(size, surface(theta));
	}

	/** Standard error of a quantity with this gradient, or the covariance of two. */
	double covariance(final double[] g1, final double[] g2) {
		double s = 0;
		for (int i = 0; i < size; i++) {
			if (g1[i] == 0) continue;
			double inner = 0;
			for (int j = 0; j < size; j++)
				inner += errors[i][j] * g2[j];
			s += g1[i] * inner;
		}
		return s;
	}

	/**
	 * The gradient of a quantity from which the priors' pull is taken off: the bias of smoothing the profile, whose crest it
	 * flattens, so that the half maximum lies too far ahead. The pull is the inverse curvature times the priors' force on
	 * the parameters, to first order; what was taken from that estimate itself is given back by a second term.
	 */
	double[] freed(final double[] gradient) {
		final double[] free = gradient.clone();
		double[] last = gradient;
		for (int term = 0; term < PULL_TERMS; term++) {
			final double[] force = new double[size];
			final double[] next = new double[size];
			for (int k = 0; k < size; k++)
				for (int i = 0; i < size; i++)
					force[k] += response[k][i] * last[i];
			for (int j = 0; j < size; j++)
				for (int k = 0; k < size; k++)
					next[j] += prior[j][k] * force[k];
			for (int j = 0; j < size; j++)
				free[j] += next[j];
			last = next;
		}
		return free;
	}

	/** By how much a quantity changes, to first order, if its gradient is replaced by another. */
	double change(final double[] gradient, final double[] replaced) {
		double s = 0;
		for (int i = 0; i < size; i++)
			s += (gradient[i] - replaced[i]) * theta[i];
		return s;
	}

	/** Covariance of two quantities over draws of the noise alone, priors left out. */
	double samplingCovariance(final double[] g1, final double[] g2) {
		double s = 0;
		for (int i = 0; i < size; i++)
			for (int j = 0; j < size; j++)
				s += g1[i] * variance * sampling[i][j] * g2[j];
		return s;
	}

	int size() {
		return size;
	}
}
