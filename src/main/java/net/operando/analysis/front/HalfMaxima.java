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
 * whose noise, shared frames included, gives the error of the line. All columns count alike in the line: of a front that slows
 * down, weights by the errors, which grow as it fades, would give its early speed and not that over the columns named. Lengths in um, times
 * in s.
 */
final class HalfMaxima {

	/** How many distances from crest to half maximum ahead of a half maximum a front has no foot left to speak of. */
	private static final double FOOT = 1.5;
	private static final int STEPS = 2;
	/** How many half widths of the averaging a step may go: noise alone goes that far once in some tens of faint columns. */
	private static final int FARTHEST = 2;
	/** By this column of the fit the first position must be read. */
	private static final int LATEST = 2;
	/** Standard deviations by which what lies ahead may be less even than noise. */
	private static final double UNEVEN = 6;
	static final String WINDOW = "%d columns read one by one over %.2g um, since the front changes its shape, %.4g to %.4g s";
	private static final int FEWEST = 5;

	private final Attempt attempt;
	private final ShapeChange change;
	private final RateGrid grid;
	private final int half;
	private final double variance;

	/** @param box width that rates are averaged over */
	HalfMaxima(final Attempt attempt, final ShapeChange change, final double box) {
		this.attempt = attempt;
		this.change = change;
		this.grid = attempt.grid;
		this.half = (int) Math.max(1, Math.round(box / grid.step / 2));
		this.variance = variance();
	}

	/**
	 * The front read so, without a speed if there are too few columns, or as it is if narrower than twice what is averaged over; the
	 * line of the fit is kept for where it meets others.
	 */
	TracedFront read(final TracedFront fitted, final int front) {
		final PilotFront pilot = attempt.pilots.get(front);
		// averaging must not change what is averaged
		if (pilot.width < 2 * (2 * half + 1) * grid.step) return fitted;
		final List<FrontPoint> points = new ArrayList<>();
		final List<double[]> weights = new ArrayList<>();
		final List<Integer> columns = new ArrayList<>();
		int missed = 0;
		for (int c = pilot.firstColumn; c <= pilot.lastColumn; c++) {
			final double[] w = new double[grid.rows()];
			final double z = position(front, c, w);
			if (Double.isNaN(z)) {
				// one column may be lost to noise; what is read after fronts have met, or first beyond the start, is another thing
				if (columns.isEmpty() ? c - pilot.firstColumn >= LATEST : ++missed > 1) break;
				continue;
			}
			missed = 0;
			double squares = 0;
			for (final double v : w)
				squares += v * v;
			points.add(new FrontPoint(grid.seconds[c], z * 1e-6, 1e-6 * Math.sqrt(variance * squares) / grid.intervals.steps(grid.columns[c]),
				true));
			weights.add(w);
			columns.add(grid.columns[c]);
		}
		final int n = points.size();
		final String window = String.format(Locale.ROOT, WINDOW, n, (2 * half + 1) * grid.step, n == 0 ? Double.NaN : points.get(0)
			.timeSeconds(), n == 0 ? Double.NaN : points.get(n - 1).timeSeconds());
		if (n < FEWEST) return fitted.read(unused(fitted.points), Estimate.none(n, FrontCriterion.HALF_MAX.key()), window, FrontVelocity.TOO_FEW);
		double mean = 0;
		for (final FrontPoint p : points)
			mean += p.timeSeconds() / n;
		double squares = 0;
		for (final FrontPoint p : points)
			squares += Math.pow(p.timeSeconds() - mean, 2);
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
		// how well the fit describes the rates no longer matters
		return fitted.read(points, velocity, window, FrontVelocity.POOR_FIT.equals(fitted.flag) ? FrontVelocity.OK : fitted.flag);
	}

	private static List<FrontPoint> unused(final List<FrontPoint> points) {
		final List<FrontPoint> kept = new ArrayList<>();
		for (final FrontPoint p : points)
			kept.add(new FrontPoint(p.timeSeconds(), p.positionMetres(), p.standardErrorMetres(), false));
		return kept;
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
			at += Math.max(-FARTHEST * half * grid.step, Math.min(FARTHEST * half * grid.step, step));
			if (at < grid.positions[0] || at > grid.positions[grid.rows() - 1]) return Double.NaN;
		}
		mean(column, at, there);
		for (int z = 0; z < weights.length; z++)
			weights[z] = (0.5 * (crest[z] + level[z]) - there[z]) / found[2];
		double squares = 0;
		for (final double w : weights)
			squares += w * w;
		final int steps = grid.intervals.steps(grid.columns[column]);
		// a profile that bends lets noise carry the place of a level towards where it is flatter, to second order by this much
		return at + 0.5 * found[3] / found[2] * variance * squares / (steps * steps);
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
		if (n < 2 * half + 1 || !isLevel(column, taken)) return null;
		for (int z = 0; z < w.length; z++)
			if (!taken[z]) w[z] = 1.0 / n;
		return w;
	}

	/** Whether nothing but noise is seen there: another front, that was not found, may be. */
	private boolean isLevel(final int column, final boolean[] taken) {
		final int box = 2 * half + 1;
		final List<Double> means = new ArrayList<>();
		double sum = 0;
		int n = 0;
		for (int z = 0; z < taken.length; z++) {
			if (taken[z]) continue;
			sum += grid.values[column][z] / box;
			if (++n % box == 0) {
				means.add(sum);
				sum = 0;
			}
		}
		final double middle = means.stream().mapToDouble(Double::doubleValue).average().orElse(0);
		final int steps = grid.intervals.steps(grid.columns[column]);
		final double chi = means.stream().mapToDouble(m -> (m - middle) * (m - middle)).sum() / (variance / box / steps / steps);
		return chi <= means.size() - 1 + UNEVEN * Math.sqrt(2.0 * means.size());
	}

	/**
	 * Variance of a single rate over one lag, times what neighbours that share noise (by interpolation) add to that of a mean:
	 * from the differences of residuals one to four positions apart, over which a misfit hardly changes.
	 */
	private double variance() {
		final double[][] r = change.residuals();
		final double[] differences = new double[APART + 1];
		for (int lag = 1; lag <= APART; lag++) {
			int n = 0;
			for (int c = 0; c < r.length; c++) {
				final int steps = grid.intervals.steps(grid.columns[attempt.first + c]);
				for (int z = lag; z < r[c].length; z++) {
					final double d = (r[c][z] - r[c][z - lag]) * steps;
					differences[lag] += d * d / 2;
					n++;
				}
			}
			differences[lag] /= n;
		}
		double variance = differences[APART];
		for (int lag = 1; lag < APART; lag++)
			variance += 2 * (differences[APART] - differences[lag]);
		return Math.max(variance, 0.5 * differences[APART]);
	}

	/** Positions further apart than this share no noise. */
	private static final int APART = 4;
}
