package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.base.Progress;
import net.operando.base.numeric.LineFit;
import net.operando.base.quantity.Estimate;

/**
 * A position from every column by itself, near the line that the columns give together, and a robust line through them:
 * for moving edges in intensities and for zero crossings. The interval comes from the scatter about the line, by block
 * bootstrap from 30 points on, since the front itself may wander. Lengths in um, times in s.
 */
final class ColumnTracing {

	private static final int FEWEST = 5;
	private static final int BOOTSTRAP_FROM = 30;

	private final RateGrid grid;
	private final boolean edges;
	private final FrontParameters parameters;

	/** @param edges whether the values are intensities, whose fronts are edges */
	ColumnTracing(final RateGrid grid, final boolean edges, final FrontParameters parameters) {
		this.grid = grid;
		this.edges = edges;
		this.parameters = parameters;
	}

	List<TracedFront> trace(final Progress progress) {
		final int half = half();
		final boolean ridge = isRidge();
		final double[][] signal = signal();
		List<PilotFront> pilots = find(ridge ? signal : withoutStanding(signal), ridge, progress);
		if (pilots.isEmpty() && !ridge) pilots = find(signal, false, progress);
		final List<TracedFront> traced = new ArrayList<>();
		for (final PilotFront p : edges ? pilots : oneSided(pilots))
			traced.add(trace(p, half, ridge));
		return traced;
	}

	/** Positions to either side that are averaged. */
	int half() {
		return Math.max(2, (int) Math.round(box() / grid.step / 2));
	}

	/** Whether a front is a crest of the values, not an edge in them. */
	boolean isRidge() {
		return !edges || parameters.criterion() == FrontCriterion.EXTREMUM;
	}

	/** What a front stands out of, in standard deviations: a crest of the values, or of the contrast of an edge. */
	double[][] signal() {
		return isRidge() ? grid.smoothedSignal(box()) : contrast(half());
	}

	/** Of ridges of both signs at the same time, two sides of one contrast, the clearer; the strongest come first. */
	private static List<PilotFront> oneSided(final List<PilotFront> pilots) {
		final List<PilotFront> kept = new ArrayList<>();
		for (final PilotFront p : pilots) {
			boolean alone = true;
			for (final PilotFront other : kept)
				alone &= p.sign == other.sign || p.firstColumn > other.lastColumn || other.firstColumn > p.lastColumn;
			if (alone) kept.add(p);
		}
		return kept;
	}

	private List<PilotFront> find(final double[][] signal, final boolean ridge, final Progress progress) {
		return new FrontDetector(signal, grid.positions, grid.seconds, !ridge).find(parameters.maxFronts(), parameters
			.polarity(), grid.length() / 8, progress);
	}

	/** The signal less what stays at its position all the time: a seed, or stripes on a filament. */
	private double[][] withoutStanding(final double[][] signal) {
		final double[][] moving = new double[signal.length][grid.rows()];
		for (int z = 0; z < grid.rows(); z++) {
			double mean = 0;
			for (final double[] column : signal)
				mean += column[z] / signal.length;
			for (int c = 0; c < signal.length; c++)
				moving[c][z] = signal[c][z] - mean;
		}
		return moving;
	}

	private double box() {
		if (parameters.smoothingMicrometres() > 0) return parameters.smoothingMicrometres();
		return Math.max(5 * grid.step, grid.length() / 20);
	}

	/** Mean below a position less mean above it, in units of its standard deviation: an edge becomes a ridge. */
	private double[][] contrast(final int half) {
		final double unit = grid.noise * Math.sqrt(2.0 / half);
		final double[][] s = new double[grid.values.length][grid.rows()];
		for (int c = 0; c < s.length; c++)
			for (int z = 0; z < grid.rows(); z++)
				s[c][z] = z < half || z > grid.rows() - half ? 0 : (mean(grid.values[c], z - half, z) - mean(grid.values[c], z, z +
					half)) / unit;
		return s;
	}

	private static double mean(final double[] v, final int from, final int to) {
		double s = 0;
		for (int i = from; i < to; i++)
			s += v[i];
		return s / (to - from);
	}

	TracedFront trace(final PilotFront front, final int half, final boolean ridge) {
		final List<FrontPoint> raw = new ArrayList<>();
		final List<Double> t = new ArrayList<>();
		final List<Double> z = new ArrayList<>();
		final int reach = half + 2;
		for (int c = front.firstColumn; c <= front.lastColumn; c++) {
			final double at = ridge ? onRidge(c, front, reach, half) : onEdge(c, front, reach, half);
			if (Double.isNaN(at)) continue;
			t.add(grid.seconds[c]);
			z.add(at);
		}
		final FrontCriterion criterion = parameters.criterion();
		final FrontOrigin origin = new JointTracing(grid, parameters).origin(front);
		final int n = t.size();
		final String window = String.format(Locale.ROOT, "%d columns, %.4g to %.4g s, in which the front stands above the noise",
			n, grid.seconds[front.firstColumn], grid.seconds[front.lastColumn]);
		if (n < FEWEST) {
			for (int i = 0; i < n; i++)
				raw.add(new FrontPoint(t.get(i), z.get(i) * 1e-6, Double.NaN, false));
			return TracedFront.without(front, origin, raw, n, criterion, window, FrontVelocity.TOO_FEW);
		}
		final double[] x = t.stream().mapToDouble(Double::doubleValue).toArray();
		final double[] y = z.stream().mapToDouble(Double::doubleValue).toArray();
		final double[] w = new double[n];
		Arrays.fill(w, 1);
		final LineFit line = LineFit.robust(x, y, w);
		final double scatter = scatter(x, y, line);
		for (int i = 0; i < n; i++)
			raw.add(new FrontPoint(x[i], y[i] * 1e-6, scatter * 1e-6, Math.abs(y[i] - line.at(x[i])) <= 5 * scatter));
		final double error = error(x, y, w, line);
		double mean = 0;
		for (final double v : x)
			mean += v / n;
		return new TracedFront(front, origin, raw, Estimate.normal(line.slope(), error, n, criterion.key()).times(1e-6), window,
			FrontVelocity.OK, mean, line.at(mean), line.slope(), null, null, null, 1);
	}

	private static double scatter(final double[] x, final double[] y, final LineFit line) {
		final double[] r = new double[x.length];
		for (int i = 0; i < r.length; i++)
			r[i] = Math.abs(y[i] - line.at(x[i]));
		Arrays.sort(r);
		return Math.max(1e-12, 1.4826 * r[r.length / 2]);
	}

	/** From 30 points by block bootstrap, below from the scatter, widened by the correlation of neighbouring residuals. */
	private static double error(final double[] x, final double[] y, final double[] w, final LineFit line) {
		final int n = x.length;
		if (n >= BOOTSTRAP_FROM) return Math.max(line.blockBootstrapError(x, y, w, (int) Math.ceil(Math.pow(n, 1.0 / 3) * 2),
			400, 1), LineFit.weighted(x, y, w).slopeError() * 0.5);
		double zero = 0;
		double one = 0;
		for (int i = 0; i < n; i++) {
			final double r = y[i] - line.at(x[i]);
			zero += r * r;
			if (i > 0) one += r * (y[i - 1] - line.at(x[i - 1]));
		}
		final double rho = zero > 0 ? Math.max(0, Math.min(0.8, one / zero + 2.0 / n)) : 0;
		return LineFit.weighted(x, y, w).slopeError() * Math.sqrt((1 + rho) / (1 - rho));
	}

	/** The best two-level step near the line: where the intensity passes halfway between its levels on either side. */
	private double onEdge(final int column, final PilotFront front, final int reach, final int half) {
		final double[] v = grid.values[column];
		final int middle = (int) Math.round((front.at(grid.seconds[column]) - grid.positions[0]) / grid.step);
		final int low = Math.max(0, middle - reach - 2 * half);
		final int high = Math.min(v.length, middle + reach + 2 * half);
		final int from = Math.max(low + 2, middle - reach);
		final int to = Math.min(high - 2, middle + reach);
		if (to - from < 3) return Double.NaN;
		final double[] gain = new double[to - from + 1];
		int best = 0;
		for (int p = from; p <= to; p++) {
			final double difference = front.sign * (mean(v, low, p) - mean(v, p, high));
			gain[p - from] = difference <= 0 ? 0 : difference * difference * (p - low) * (high - p) / (high - low);
			if (gain[p - from] > gain[best]) best = p - from;
		}
		if (gain[best] == 0) return Double.NaN;
		return grid.positions[0] + (from + best - 0.5 + vertex(gain, best)) * grid.step;
	}

	/** On a ridge: its highest point (extremum), or the outermost half maximum or zero crossing ahead of it. */
	private double onRidge(final int column, final PilotFront front, final int reach, final int half) {
		final double[] v = RateGrid.boxMean(grid.values[column], half / 2);
		final int middle = (int) Math.round((front.at(grid.seconds[column]) - grid.positions[0]) / grid.step);
		final int from = Math.max(0, middle - reach);
		final int to = Math.min(v.length - 1, middle + reach);
		if (to - from < 3) return Double.NaN;
		int top = from;
		for (int i = from; i <= to; i++)
			if (front.sign * v[i] > front.sign * v[top]) top = i;
		if (parameters.criterion() == FrontCriterion.EXTREMUM) {
			final double[] around = Arrays.copyOfRange(v, from, to + 1);
			for (int i = 0; i < around.length; i++)
				around[i] *= front.sign;
			return grid.positions[0] + (top + vertex(around, top - from)) * grid.step;
		}
		final double level = parameters.criterion() == FrontCriterion.HALF_MAX ? front.sign * v[top] / 2 : 0;
		for (int i = top; i + front.direction() >= 0 && i + front.direction() < v.length; i += front.direction()) {
			final double a = front.sign * v[i] - level;
			final double b = front.sign * v[i + front.direction()] - level;
			if (a >= 0 && b < 0) return grid.positions[0] + (i + front.direction() * a / (a - b)) * grid.step;
		}
		return Double.NaN;
	}

	private static double vertex(final double[] v, final int top) {
		if (top == 0 || top == v.length - 1) return 0;
		final double bend = v[top - 1] - 2 * v[top] + v[top + 1];
		return bend < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (v[top - 1] - v[top + 1]) / bend)) : 0;
	}
}
