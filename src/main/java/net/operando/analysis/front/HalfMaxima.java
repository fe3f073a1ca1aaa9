package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.quantity.Estimate;

/**
 * Half maxima read from every column by itself, for fronts whose shape changes more than a joint fit can follow: rates are
 * averaged over a stretch of the line, the level ahead of all fronts is taken off (what is homogeneous), and the front
 * is where half of the crest is left. The fitted surface only says where to look: at which place the crest is, about where
 * its half, and how steep; the levels are those of the column. A position so is a weighted sum of the rates of its column,
 * whose noise, shared frames included, gives the error of the line. Lengths in um, times in s.
 */
final class HalfMaxima {

	/** How many distances from crest to half maximum ahead of a half maximum a front has no foot left to speak of. */
	private static final double FOOT = 1.5;
	private static final int STEPS = 4;
	private static final int FEWEST = 5;

	private final Attempt attempt;
	private final ShapeChange change;
	private final RateGrid grid;
	private final int half;
	private final double factor;

	/** @param box width that rates are averaged over */
	HalfMaxima(final Attempt attempt, final ShapeChange change, final double box) {
		this.attempt = attempt;
		this.change = change;
		this.grid = attempt.grid;
		this.half = (int) Math.max(1, Math.round(box / grid.step / 2));
		this.factor = Attempt.neighbourFactor(change.residuals());
	}

	/** The front read so, with the line of the fit kept for where it meets others; as it was if there are too few columns. */
	TracedFront read(final TracedFront fitted, final int front) {
		final PilotFront pilot = attempt.pilots.get(front);
		final List<FrontPoint> points = new ArrayList<>();
		final List<double[]> weights = new ArrayList<>();
		final List<Integer> columns = new ArrayList<>();
		final double variance = variance() * factor * factor;
		double mean = 0;
		for (int c = pilot.firstColumn; c <= pilot.lastColumn; c++) {
			final double[] w = new double[grid.rows()];
			final double z = position(front, c, w);
			if (Double.isNaN(z)) continue;
			double squares = 0;
			for (final double v : w)
				squares += v * v;
			final int steps = grid.intervals.steps(grid.columns[c]);
			points.add(new FrontPoint(grid.seconds[c], z * 1e-6, 1e-6 * Math.sqrt(variance * squares) / steps, true));
			weights.add(w);
			columns.add(grid.columns[c]);
			mean += grid.seconds[c];
		}
		final int n = points.size();
		if (n < FEWEST) return fitted;
		mean /= n;
		double squares = 0;
		for (final FrontPoint p : points)
			squares += (p.timeSeconds() - mean) * (p.timeSeconds() - mean);
		final double[][] shared = grid.intervals.covariance(columns.stream().mapToInt(Integer::intValue).toArray());
		double speed = 0;
		double spread = 0;
		for (int i = 0; i < n; i++) {
			final double a = (points.get(i).timeSeconds() - mean) / squares;
			speed += a * points.get(i).positionMetres() * 1e6;
			for (int j = 0; j < n; j++) {
				if (shared[i][j] == 0) continue;
				double product = 0;
				for (int z = 0; z < grid.rows(); z++)
					product += weights.get(i)[z] * weights.get(j)[z];
				spread += a * (points.get(j).timeSeconds() - mean) / squares * shared[i][j] * product * variance;
			}
		}
		final Estimate velocity = Estimate.normal(speed, Math.sqrt(spread), n, FrontCriterion.HALF_MAX.key()).times(1e-6);
		return fitted.read(points, velocity, String.format(Locale.ROOT,
			"%d columns read one by one over %.2g um, since the front changes its shape, %.4g to %.4g s", n, (2 * half + 1) * grid.step,
			points.get(0).timeSeconds(), points.get(n - 1).timeSeconds()));
	}

	/**
	 * @param weights gets the derivatives of the position with respect to the column's rates
	 * @return NaN if the crest is not on the line or nothing lies ahead of all fronts
	 */
	private double position(final int front, final int column, final double[] weights) {
		final PilotFront p = attempt.pilots.get(front);
		final double t = grid.seconds[column];
		final double edge = p.direction() > 0 ? grid.positions[0] : grid.positions[grid.rows() - 1];
		final double[] level = ahead(column);
		if (level == null) return Double.NaN;
		final double limit = attempt.limit(front, column - p.firstColumn);
		final double[] found = change.halfMaximum(front, t, edge, limit, half * grid.step);
		if (found == null) return Double.NaN;
		final double[] crest = new double[weights.length];
		final double top = p.sign * mean(column, found[0], crest);
		double zero = 0;
		for (int z = 0; z < level.length; z++)
			zero += p.sign * level[z] * grid.values[column][z];
		double at = found[1];
		final double[] there = new double[weights.length];
		for (int i = 0; i < STEPS; i++) {
			final double step = (0.5 * (top + zero) - p.sign * mean(column, at, there)) / found[2];
			at += Math.max(-half * grid.step, Math.min(half * grid.step, step));
			if (at < grid.positions[0] || at > grid.positions[grid.rows() - 1]) return Double.NaN;
		}
		mean(column, at, there);
		for (int z = 0; z < weights.length; z++)
			weights[z] = (0.5 * (crest[z] + level[z]) - there[z]) / found[2];
		return at;
	}

	/** Mean of a column about a place, taken straight between positions, and its weights. */
	private double mean(final int column, final double place, final double[] weights) {
		java.util.Arrays.fill(weights, 0);
		final double x = (place - grid.positions[0]) / grid.step;
		final int i = (int) Math.max(0, Math.min(grid.rows() - 2, Math.floor(x)));
		box(i, 1 - (x - i), weights);
		box(i + 1, x - i, weights);
		double s = 0;
		for (int z = 0; z < weights.length; z++)
			s += weights[z] * grid.values[column][z];
		return s;
	}

	private void box(final int middle, final double share, final double[] weights) {
		final int a = Math.max(0, middle - half);
		final int b = Math.min(weights.length, middle + half + 1);
		for (int z = a; z < b; z++)
			weights[z] += share / (b - a);
	}

	/** Weights of the mean over where no front has come near; null if that is narrower than what is averaged. */
	private double[] ahead(final int column) {
		final double[] w = new double[grid.rows()];
		final boolean[] taken = new boolean[w.length];
		for (int k = 0; k < attempt.pilots.size(); k++) {
			final PilotFront p = attempt.pilots.get(k);
			final FrontCurve flank = attempt.curve(k, FrontCriterion.HALF_MAX);
			final FrontCurve crest = attempt.curve(k, FrontCriterion.EXTREMUM);
			final int i = column - p.firstColumn;
			if (flank == null || crest == null || i < 0 || i >= flank.size()) continue;
			final double foot = flank.position(i) + FOOT * (flank.position(i) - crest.position(i));
			for (int z = 0; z < taken.length; z++)
				taken[z] |= p.direction() * (grid.positions[z] - foot) < 0;
		}
		int n = 0;
		for (final boolean b : taken)
			if (!b) n++;
		if (n < 2 * half + 1) return null;
		for (int z = 0; z < w.length; z++)
			if (!taken[z]) w[z] = 1.0 / n;
		return w;
	}

	/** Of a single rate over one lag, from what the changed surface leaves. */
	private double variance() {
		double squares = 0;
		int n = 0;
		final double[][] r = change.residuals();
		for (int c = 0; c < r.length; c++) {
			final int steps = grid.intervals.steps(grid.columns[attempt.first + c]);
			for (final double v : r[c]) {
				squares += v * v * steps * steps;
				n++;
			}
		}
		return squares / n;
	}
}
