package net.operando.analysis.front;

import net.operando.base.numeric.Cholesky;

/**
 * What the profiles of a joint fit change in shape as they run, beyond moving, stretching and fading as a whole: to the
 * fitted surface is added, front by front,
 * <pre>
 *  exp(a1 tau + a2 tau^2) sum_m P_m(tau) S_m(u),  m = 1 to 3,
 * </pre>
 * with Legendre polynomials P_m and splines S_m on the profile's own knots. The S_m are held to be smooth Gaussian processes
 * whose common size is that of the largest evidence, which also tells fronts that keep to the model from those that do
 * not. Linear about the finished fit: one solution gives all. Lengths in um, times in s. Immutable.
 */
final class ShapeChange {

	private static final int ORDERS = 3;
	/** Correlation length of a change along the profile, in widths. */
	private static final double CORRELATED = 0.35;
	/** Standard deviations of a change that are tried, in heights of the crest; the first is as good as none. */
	private static final double[] SIZES = { 1e-4, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7, 1 };
	/** Keeps the equations solvable where nothing is known. */
	private static final double RIDGE = 1e-9;
	/** Positions to either side over which the bend of a profile is taken. */
	private static final int BEND = 5;

	private final Attempt attempt;
	private final JointFit fit;
	private final int[] from;
	private final int size;
	private final double[] theta;
	private final double[] solution;
	private final double gain;
	private final double amplitude;

	private ShapeChange(final Attempt attempt, final int[] from, final int size, final double[] solution, final double gain,
		final double amplitude)
	{
		this.attempt = attempt;
		this.fit = attempt.fit;
		this.from = from;
		this.size = size;
		this.theta = fit.theta();
		this.solution = solution;
		this.gain = gain;
		this.amplitude = amplitude;
	}

	/** @return null if a front of the fit has no crest, or the data cannot tell */
	static ShapeChange of(final Attempt attempt) {
		final int fronts = attempt.profiles.size();
		final int[] from = new int[fronts];
		int m = attempt.fit.size();
		for (int k = 0; k < fronts; k++) {
			from[k] = m;
			m += ORDERS * attempt.profiles.get(k).splines();
		}
		final ShapeChange none = new ShapeChange(attempt, from, m, new double[m], 0, 0);
		for (int k = 0; k < fronts; k++)
			if (!(none.height(k) > 0)) return null;
		final double[][] normal = attempt.fit.normal(m, none::derivatives);
		final double[][][] rough = new double[fronts][][];
		for (int k = 0; k < fronts; k++) {
			final Cholesky c = Cholesky.of(none.correlation(k));
			if (c == null) return null;
			rough[k] = c.inverse();
		}
		// noise of neighbouring positions is shared, which only what is left by a first solution tells
		final ShapeChange first = none.solved(normal, rough, 1);
		if (first == null) return null;
		final double factor = Attempt.neighbourFactor(first.residuals());
		return factor > 1 ? none.solved(normal, rough, factor) : first;
	}

	/** The most probable change at the size of largest evidence; noise is a factor above that of the fit. */
	private ShapeChange solved(final double[][] normal, final double[][][] rough, final double factor) {
		final double scale = 1 / (fit.workingVariance() * factor * factor);
		final double[][] known = new double[size][size];
		final double[] b = new double[size];
		for (int i = 0; i < size; i++) {
			b[i] = normal[size][i] * scale;
			for (int j = 0; j <= i; j++) {
				known[i][j] = normal[i][j] * scale;
				known[j][i] = known[i][j];
			}
			known[i][i] *= 1 + RIDGE;
		}
		final double[][] prior = fit.prior();
		for (int i = 0; i < fit.size(); i++)
			for (int j = 0; j < fit.size(); j++) {
				final double p = prior[i][j] / fit.workingVariance();
				known[i][j] += p;
				b[i] -= p * theta[j];
			}
		double without = Double.NaN;
		double best = Double.NEGATIVE_INFINITY;
		double[] solution = null;
		double likeliest = 0;
		for (final double tried : SIZES) {
			final double[][] s = new double[size][];
			for (int i = 0; i < size; i++)
				s[i] = known[i].clone();
			double logPrior = 0;
			for (int k = 0; k < from.length; k++)
				logPrior += addPrior(s, k, rough[k], tried * height(k));
			final Cholesky c = Cholesky.of(s);
			if (c == null) continue;
			final double[] x = c.solve(b);
			double fitted = 0;
			for (int i = 0; i < size; i++)
				fitted += x[i] * b[i];
			final double evidence = 0.5 * (fitted + logPrior - c.logDeterminant());
			if (Double.isNaN(without)) without = evidence;
			if (evidence > best) {
				best = evidence;
				solution = x;
				likeliest = tried;
			}
		}
		return solution == null ? null : new ShapeChange(attempt, from, size, solution, best - without, likeliest);
	}

	/** Adds the inverse prior covariance of a front's change. @return the logarithm of its determinant but for a constant */
	private double addPrior(final double[][] s, final int k, final double[][] rough, final double deviation) {
		final int n = rough.length;
		for (int o = 0; o < ORDERS; o++)
			for (int i = 0; i < n; i++)
				for (int j = 0; j < n; j++)
					s[from[k] + o * n + i][from[k] + o * n + j] += rough[i][j] / (deviation * deviation);
		return -2.0 * ORDERS * n * Math.log(deviation);
	}

	/** By how much the data's log probability is larger with a change of shape than (all but) without. */
	double gain() {
		return gain;
	}

	/** The standard deviation of the change that is likeliest, in heights of the crest. */
	double amplitude() {
		return amplitude;
	}

	/** Squared exponential in the knots' places. */
	private double[][] correlation(final int k) {
		final MovingProfile p = attempt.profiles.get(k);
		final double length = CORRELATED * p.width();
		final int n = p.splines();
		final double[][] c = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++) {
				final double d = (p.knot(i) - p.knot(j)) / length;
				c[i][j] = Math.exp(-0.5 * d * d) + (i == j ? 1e-3 : 0);
			}
		return c;
	}

	/** Crest of a front in the middle of its window. */
	private double height(final int k) {
		final MovingProfile p = attempt.profiles.get(k);
		double top = 0;
		for (int i = 0; i < p.splines(); i++)
			top = Math.max(top, attempt.pilots.get(k).sign * fit.theta()[fit.from(k) + MovingProfile.SLOW + i]);
		return top;
	}

	/** Value of the fitted surface at a place and time; all derivatives are added to the row. */
	private double derivatives(final double z, final double seconds, final double weight, final boolean[] active,
		final double[] row)
	{
		final double[] scratch = new double[8];
		double f = 0;
		for (int k = 0; k < from.length; k++) {
			if (active != null && !active[k]) continue;
			final MovingProfile p = attempt.profiles.get(k);
			f += p.add(theta, fit.from(k), z, seconds, weight, row, scratch);
			p.addChange(theta, fit.from(k), z, seconds, weight, row, from[k], ORDERS);
		}
		return f;
	}

	/** The surface with the change of shape. */
	double value(final double z, final double seconds) {
		final double[] row = new double[size + 1];
		double f = derivatives(z, seconds, 1, null, row);
		for (int i = 0; i < size; i++)
			f += row[i] * solution[i];
		return f;
	}

	/** Data minus the changed surface and the homogeneous change. */
	double[][] residuals() {
		return fit.residuals(this::value);
	}

	/**
	 * Where a front has its crest and half of it, and how steep it is there, on the surface averaged over a stretch.
	 *
	 * @param behind the end of the line it comes from
	 * @param limit where another front begins
	 * @param half half the width averaged over
	 * @return crest and half maximum in um, slope and second derivative there times the front's sign; null if it does not fall to half
	 */
	double[] halfMaximum(final int front, final double seconds, final double behind, final double limit,
		final double half)
	{
		final PilotFront p = attempt.pilots.get(front);
		final double step = attempt.grid.step;
		final int n = (int) Math.floor(Math.abs(limit - behind) / step);
		if (n < 4) return null;
		final double[] v = new double[n + 1];
		for (int i = 0; i <= n; i++)
			v[i] = p.sign * value(behind + i * step * p.direction(), seconds);
		final double[] mean = RateGrid.boxMean(v, (int) Math.round(half / step));
		int top = 0;
		for (int i = 0; i <= n; i++)
			if (mean[i] > mean[top]) top = i;
		int i = n;
		while (i > top && mean[i] < mean[top] / 2)
			i--;
		if (i == n || i == top) return null;
		final double at = i + (mean[i] - mean[top] / 2) / (mean[i] - mean[i + 1]);
		final int h = Math.max(0, Math.min(Math.min(BEND, i), n - i - 1));
		final double bend = h == 0 ? 0 : (mean[i + 1 + h] - mean[i + 1] - mean[i] + mean[i - h]) / (step * step * h * (h + 1));
		return new double[] { behind + top * step * p.direction(), behind + at * step * p.direction(), (mean[i + 1] - mean[i]) / step * p
			.direction(), bend };
	}
}
