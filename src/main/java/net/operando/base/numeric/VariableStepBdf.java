package net.operando.base.numeric;

import java.util.Arrays;

/**
 * Backward differentiation of order 1 to 5 with variable step and order, for stiff systems. The formula is built anew
 * for the actual times of the past values (variable coefficients), so changing the step costs nothing and keeps every
 * linear invariant of the system to rounding. Each step is solved by Newton's method with a fresh Jacobian; a second
 * iteration is made only where the curvature met so far says that it would matter. Not thread-safe.
 * <p>
 * Error: the local error of a step, estimated from the difference between predictor and solution, is kept below the
 * tolerance in the root-mean-square sense over the unknowns; unknowns are taken to be of order 1.
 * <p>
 * Source: R. K. Brayton, F. G. Gustavson, G. D. Hachtel, Proc. IEEE 60 (1972) 98; step and order selection as in
 * A. C. Hindmarsh et al., ACM Trans. Math. Softw. 31 (2005) 363.
 */
public final class VariableStepBdf {

	/** Highest order on offer; BDF 6 is not stable enough for diffusion with moving fronts. */
	public static final int MAX_ORDER = 5;

	private static final int HISTORY = MAX_ORDER + 2;
	private static final double MAX_GROWTH = 2;
	private static final double FIRST_GROWTH = 10;
	/** Part of the tolerance that an unfinished Newton iteration may leave. */
	private static final double NEWTON_SHARE = 0.05;
	private static final int MAX_NEWTON = 6;
	/** A second Newton iteration is forced this often, so that the remembered curvature stays true. */
	private static final int CURVATURE_REFRESH = 20;

	private final StiffSystem system;
	private final int n;
	private final double tolerance;
	private final int maxOrder;
	private final double minStep;

	private final double[][] y = new double[HISTORY][];
	private final double[] t = new double[HISTORY];
	private int known;
	private int order;
	private int stepsAtOrder;
	private double nextStep;
	private int lastOrder = 1;

	private double[] candidate;
	private final double[] psi;
	private final double[] predicted;
	private final double[] correction;
	private final double[] w = new double[HISTORY];

	private double curvature = Double.POSITIVE_INFINITY;
	private int sinceRefresh;
	private double fixedStep;

	private long steps;
	private long rejected;
	private long iterations;

	/**
	 * @param system what is integrated
	 * @param tolerance bound of the local error per step, root mean square, above 0
	 * @param maxOrder highest order to use, 1 to 5
	 * @param minStepSeconds a step below this is given up
	 */
	public VariableStepBdf(final StiffSystem system, final double tolerance, final int maxOrder,
		final double minStepSeconds)
	{
		if (!(tolerance > 0) || maxOrder < 1 || maxOrder > MAX_ORDER) throw new IllegalArgumentException("tolerance " +
			tolerance + ", order " + maxOrder);
		this.system = system;
		this.tolerance = tolerance;
		this.maxOrder = maxOrder;
		minStep = minStepSeconds;
		n = system.size();
		for (int i = 0; i < HISTORY; i++)
			y[i] = new double[n];
		candidate = new double[n];
		psi = new double[n];
		predicted = new double[n];
		correction = new double[n];
	}

	/**
	 * Starts, or starts anew after the system changed: the past is forgotten, the order is 1.
	 *
	 * @param state initial values; copied
	 * @param firstStepSeconds a first guess of the step, which is refined by itself
	 */
	public void start(final double timeSeconds, final double[] state, final double firstStepSeconds) {
		System.arraycopy(state, 0, y[0], 0, n);
		t[0] = timeSeconds;
		known = 1;
		order = 1;
		lastOrder = 1;
		stepsAtOrder = 0;
		nextStep = firstStepSeconds;
		curvature = Double.POSITIVE_INFINITY;
	}

	/** Takes steps of this size without error control from now on (studies of the order of convergence); 0 ends it. */
	public void fixStep(final double stepSeconds) {
		fixedStep = stepSeconds;
	}

	/**
	 * Takes one step that meets the tolerance.
	 *
	 * @param stopSeconds the step ends at the latest here, and exactly here if it comes close
	 * @return whether it succeeded; if not, the state is as before and no step above the smallest one meets the tolerance
	 */
	public boolean step(final double stopSeconds) {
		for (int failures = 0;; failures++) {
			double h = fixedStep > 0 ? fixedStep : nextStep;
			final double left = stopSeconds - t[0];
			if (h >= left * (1 - 1e-9)) h = left;
			else if (h > 0.5 * left && fixedStep <= 0) h = 0.5 * left;
			if (!(h > 0) || h < Math.min(minStep, left) || h < 4 * Math.ulp(t[0])) return false;
			final double time = h == left ? stopSeconds : t[0] + h;
			if (!solve(time)) {
				rejected++;
				nextStep = 0.25 * h;
				lowerOrderAfter(failures);
				continue;
			}
			final double error = localError(time);
			if (fixedStep <= 0 && error > 1) {
				rejected++;
				nextStep = known == 1 ? h * Math.max(0.01, 0.5 / error) : h * Math.max(0.2, Math.min(0.9, growth(error, order)));
				lowerOrderAfter(failures);
				continue;
			}
			accept(time, h, error);
			return true;
		}
	}

	private void lowerOrderAfter(final int failures) {
		if (failures >= 2 && order > 1) {
			order = failures >= 4 ? 1 : order - 1;
			stepsAtOrder = 0;
		}
	}

	/** Makes the candidate for a time by predicting and correcting. */
	private boolean solve(final double time) {
		double alpha0 = 0;
		for (int i = 0; i < order; i++)
			alpha0 += 1 / (time - t[i]);
		for (int i = 1; i < order; i++) {
			double p = 1 / (time - t[i]);
			for (int j = 0; j < order; j++)
				if (j != i) p *= (time - t[j]) / (t[i] - t[j]);
			w[i] = p / alpha0;
		}
		combine(psi, order);
		extrapolate(time, Math.min(order, known - 1) + 1, predicted);
		System.arraycopy(predicted, 0, candidate, 0, n);
		double before = Double.NaN;
		for (int k = 1; k <= MAX_NEWTON; k++) {
			iterations++;
			if (!system.correct(time, 1 / alpha0, psi, candidate, correction)) return false;
			double sum = 0;
			for (int i = 0; i < n; i++) {
				candidate[i] += correction[i];
				sum += correction[i] * correction[i];
			}
			final double size = Math.sqrt(sum / n) / tolerance;
			if (!(size < 1e12)) return false;
			if (k == 1) {
				if (sinceRefresh < CURVATURE_REFRESH && curvature * size * size < NEWTON_SHARE) {
					sinceRefresh++;
					return true;
				}
			}
			else {
				sinceRefresh = 0;
				final double met = size / (before * before);
				curvature = Double.isInfinite(curvature) ? met : Math.max(met, 0.5 * curvature);
				// the next correction would be about (size / before) times this one, or less
				if (size * Math.min(1, size / before) < NEWTON_SHARE) return true;
				if (size > 2 * before) return false;
			}
			if (size == 0) return true;
			before = size;
		}
		return false;
	}

	/** Weights of extrapolation from the {@code points} latest values to a time, and the extrapolated values. */
	private void extrapolate(final double time, final int points, final double[] to) {
		for (int i = 1; i < points; i++) {
			double p = 1;
			for (int j = 0; j < points; j++)
				if (j != i) p *= (time - t[j]) / (t[i] - t[j]);
			w[i] = p;
		}
		combine(to, points);
	}

	/**
	 * The latest value plus weighted differences from it. Weights that sum to 1 only up to rounding would make a
	 * conserved sum drift over many equal steps; differences do not.
	 */
	private void combine(final double[] to, final int points) {
		final double[] y0 = y[0];
		if (points == 1) {
			System.arraycopy(y0, 0, to, 0, n);
			return;
		}
		if (points == 2) {
			final double[] y1 = y[1];
			final double w1 = w[1];
			for (int i = 0; i < n; i++)
				to[i] = y0[i] + w1 * (y1[i] - y0[i]);
		}
		else if (points == 3) {
			final double[] y1 = y[1];
			final double[] y2 = y[2];
			final double w1 = w[1];
			final double w2 = w[2];
			for (int i = 0; i < n; i++)
				to[i] = y0[i] + w1 * (y1[i] - y0[i]) + w2 * (y2[i] - y0[i]);
		}
		else {
			final double[] y1 = y[1];
			final double[] y2 = y[2];
			final double[] y3 = y[3];
			final double w1 = w[1];
			final double w2 = w[2];
			final double w3 = w[3];
			for (int i = 0; i < n; i++)
				to[i] = y0[i] + w1 * (y1[i] - y0[i]) + w2 * (y2[i] - y0[i]) + w3 * (y3[i] - y0[i]);
			addRest(to, points);
		}
	}

	private void addRest(final double[] to, final int points) {
		final double[] y0 = y[0];
		for (int k = 4; k < points; k++) {
			final double[] yk = y[k];
			final double wk = w[k];
			for (int i = 0; i < n; i++)
				to[i] += wk * (yk[i] - y0[i]);
		}
	}

	/** Local error over tolerance of the candidate at the current order. */
	private double localError(final double time) {
		// without a past, the whole change is the bound
		if (known == 1) return distance(predicted) / tolerance;
		return errorConstant(time, order) * distance(predicted) / tolerance;
	}

	/** Ratio of the formula's local error to the difference between solution and extrapolation at an order. */
	private double errorConstant(final double time, final int k) {
		double alpha0 = 0;
		for (int i = 0; i < k; i++)
			alpha0 += 1 / (time - t[i]);
		return 1 / (alpha0 * (time - t[Math.min(k, known - 1)]));
	}

	private double distance(final double[] from) {
		double sum = 0;
		final double[] c = candidate;
		for (int i = 0; i < n; i++) {
			final double d = c[i] - from[i];
			sum += d * d;
		}
		return Math.sqrt(sum / n);
	}

	private static double growth(final double error, final int k) {
		return 1 / (Math.pow(2 * Math.max(error, 1e-12), 1.0 / (k + 1)) + 1e-6);
	}

	private void accept(final double time, final double h, final double error) {
		double best = known == 1 ? 0.5 / Math.max(error, 1e-3) : growth(error, order);
		int bestOrder = order;
		if (fixedStep > 0) bestOrder = Math.min(maxOrder, known);
		else if (known > 1 && ++stepsAtOrder > order) {
			if (order > 1) {
				extrapolate(time, order, predicted);
				final double g = growth(errorConstant(time, order - 1) * distance(predicted) / tolerance, order - 1);
				if (g > 1.1 * best) {
					best = g;
					bestOrder = order - 1;
				}
			}
			if (order < maxOrder && known >= order + 2) {
				extrapolate(time, order + 2, predicted);
				final double g = growth(errorConstant(time, order + 1) * distance(predicted) / tolerance, order + 1);
				if (g > 1.1 * best) {
					best = g;
					bestOrder = order + 1;
				}
			}
		}
		final double[] oldest = y[HISTORY - 1];
		for (int i = HISTORY - 1; i > 0; i--) {
			y[i] = y[i - 1];
			t[i] = t[i - 1];
		}
		y[0] = candidate;
		t[0] = time;
		candidate = oldest;
		known = Math.min(HISTORY, known + 1);
		lastOrder = order;
		if (bestOrder != order) {
			order = bestOrder;
			stepsAtOrder = 0;
		}
		nextStep = h * Math.min(known <= 3 ? FIRST_GROWTH : MAX_GROWTH, Math.max(0.3, best));
		steps++;
	}

	/** Time reached, in s. */
	public double time() {
		return t[0];
	}

	/** Where the last step began, in s; the time reached if there was none. */
	public double previousTime() {
		return known > 1 ? t[1] : t[0];
	}

	/** The state reached, shared: must not be written to, and is overwritten later. */
	public double[] state() {
		return y[0];
	}

	/** Drops the last step, so that another may be tried from where it began, at order 1 and with the given step. */
	public void undo(final double stepSeconds) {
		if (known < 2) throw new IllegalStateException("no step to undo");
		final double[] back = y[1].clone();
		start(t[1], back, stepSeconds);
	}

	/** The step that would be tried next, in s. */
	public double nextStepSeconds() {
		return nextStep;
	}

	/** Order of the last step. */
	public int lastOrder() {
		return lastOrder;
	}

	/** The state at a time within the last step, by the polynomial the formula rests on. */
	public void interpolate(final double timeSeconds, final double[] to) {
		if (timeSeconds == t[0]) System.arraycopy(y[0], 0, to, 0, n);
		else extrapolate(timeSeconds, Math.min(known, lastOrder + 1), to);
	}

	/** Accepted steps so far, over all starts. */
	public long steps() {
		return steps;
	}

	/** Steps that were tried and given up. */
	public long rejected() {
		return rejected;
	}

	/** Newton iterations, each one evaluation and one linear solve. */
	public long iterations() {
		return iterations;
	}

	@Override
	public String toString() {
		return "t " + t[0] + " order " + order + " step " + nextStep + " times " + Arrays.toString(Arrays.copyOf(t, known));
	}
}
