package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.Progress;
import net.operando.base.numeric.LineFit;

/** One joint fit of some fronts in their windows, and what it says about the next. Lengths in um, times in s. */
final class Attempt {

	/** Fewest columns a fit is tried with. */
	private static final int FEWEST = 5;

	final RateGrid grid;
	final List<PilotFront> pilots;
	final List<MovingProfile> profiles;
	final JointFit fit;
	final double errorFactor;
	final int first;
	private final int last;
	private final FrontCriterion criterion;

	private Attempt(final RateGrid grid, final List<PilotFront> pilots, final List<MovingProfile> profiles,
		final JointFit fit, final int first, final int last, final FrontCriterion criterion)
	{
		this.grid = grid;
		this.pilots = pilots;
		this.profiles = profiles;
		this.fit = fit;
		this.first = first;
		this.last = last;
		this.criterion = criterion;
		this.errorFactor = neighbourFactor(fit.residuals());
	}

	/** @return null if the windows are too short for a fit */
	static Attempt of(final RateGrid grid, final List<PilotFront> pilots, final FrontCriterion criterion,
		final double tolerance, final Progress progress)
	{
		int first = Integer.MAX_VALUE;
		int last = -1;
		final List<MovingProfile> profiles = new ArrayList<>();
		for (final PilotFront p : pilots) {
			if (p.lastColumn - p.firstColumn + 1 < FEWEST) return null;
			first = Math.min(first, p.firstColumn);
			last = Math.max(last, p.lastColumn);
			final double a = grid.seconds[p.firstColumn];
			final double b = grid.seconds[p.lastColumn];
			final double edge = p.direction() > 0 ? grid.positions[0] : grid.positions[grid.rows() - 1];
			final double behind = Math.max(Math.abs(p.at(b) - edge), 2 * p.width);
			profiles.add(new MovingProfile(p.direction(), (a + b) / 2, (b - a) / 2, p.at((a + b) / 2), p.speed, p.width, p.roughness, p.lead,
				Math.min(behind, 2.5 * grid.length()), Math.abs(p.at((a + b) / 2) - edge)));
		}
		final int n = last - first + 1;
		final double[][] data = new double[n][];
		final double[][] times = new double[n][];
		final int[] columns = new int[n];
		final boolean[][] active = new boolean[pilots.size()][n];
		for (int c = 0; c < n; c++) {
			data[c] = grid.values[first + c];
			times[c] = grid.lagTimes(first + c);
			columns[c] = grid.columns[first + c];
			for (int k = 0; k < active.length; k++)
				active[k][c] = first + c >= pilots.get(k).firstColumn && first + c <= pilots.get(k).lastColumn;
		}
		final JointFit fit = new JointFit(new FitData(data, grid.positions, times, grid.intervals.covariance(columns), active), grid.noise, profiles)
			.run(tolerance, progress);
		return new Attempt(grid, pilots, profiles, fit, first, last, criterion);
	}

	FrontCurve curve(final int front) {
		return curve(front, criterion == FrontCriterion.EXTREMUM ? criterion : FrontCriterion.HALF_MAX);
	}

	FrontCurve curve(final int front, final FrontCriterion by) {
		final PilotFront p = pilots.get(front);
		final double[] t = java.util.Arrays.copyOfRange(grid.seconds, p.firstColumn, p.lastColumn + 1);
		return FrontCurve.of(fit, front, profiles.get(front), p.sign, by, t, grid.positions[0], grid.positions[grid.rows() -
			1]);
	}

	/**
	 * Whether between a front and the one it runs towards the rate of both together falls to half of that at its crest, so
	 * that there is a half maximum at all; true if none comes towards it.
	 *
	 * @param column counted from the front's first
	 */
	boolean fallsToHalf(final int front, final int column) {
		final PilotFront p = pilots.get(front);
		final double t = grid.seconds[p.firstColumn + column];
		for (int k = 0; k < pilots.size(); k++) {
			final int there = p.firstColumn + column - pilots.get(k).firstColumn;
			if (pilots.get(k).direction() == p.direction() || there < 0) continue;
			final FrontCurve top = curve(front, FrontCriterion.EXTREMUM);
			final FrontCurve other = curve(k, FrontCriterion.EXTREMUM);
			if (top == null || other == null || there >= other.size()) continue;
			final double from = top.position(column);
			final double way = other.position(there) - from;
			if (way * p.direction() <= 0) continue;
			final double level = 0.5 * p.sign * rate(from, t);
			boolean falls = false;
			for (int i = 1; i < STEPS_BETWEEN && !falls; i++)
				falls = p.sign * rate(from + way * i / STEPS_BETWEEN, t) < level;
			if (!falls) return false;
		}
		return true;
	}

	/** Rate of all fronts of the fit together. */
	private double rate(final double position, final double seconds) {
		final double[] ignored = new double[fit.size()];
		final double[] scratch = new double[8];
		double f = 0;
		for (int k = 0; k < profiles.size(); k++)
			f += profiles.get(k).add(fit.theta(), fit.from(k), position, seconds, 1, ignored, scratch);
		return f;
	}

	/** Places looked at between two crests: closer than the finest detail of a profile, a sixth of its width. */
	private static final int STEPS_BETWEEN = 60;

	/**
	 * Whether a front that has come far has left its face: the mean rate at the face is then below that behind the front, or
	 * that ahead, or, of a front that leaves a plateau behind it, the same. A rate that rises all the way back to the face is that
	 * of something that spreads rather than runs. Of a front that has not come far the crest must at least be farther from the face
	 * than from the flank in the end.
	 */
	boolean leavesItsFace(final int front) {
		final FrontCurve flank = curve(front, FrontCriterion.HALF_MAX);
		if (flank == null) return true;
		final PilotFront p = pilots.get(front);
		double behind = 0;
		double face = 0;
		double level = 0;
		double squares = 0;
		int far = 0;
		for (int i = 0; i < flank.size(); i++) {
			final double way = p.direction() * (flank.position(i) - edge(front));
			if (!(way > FAR * grid.length()) || way > grid.length()) continue;
			far++;
			final double[] v = grid.values[p.firstColumn + i];
			double here = 0;
			double there = 0;
			int n = 0;
			int m = 0;
			double ahead = 0;
			int l = 0;
			for (int z = 0; z < v.length; z++) {
				final double d = p.direction() * (grid.positions[z] - edge(front));
				if (d > 0.02 * grid.length() && d < 0.3 * way) {
					here += p.sign * v[z];
					n++;
				}
				if (d > Math.max(0.5 * way, way - flank.width()) && d < Math.max(0.9 * way, way - 0.1 * flank.width())) {
					there += p.sign * v[z];
					m++;
				}
				if (d > 1.1 * way && d < 2 * way) {
					ahead += p.sign * v[z];
					l++;
				}
			}
			// narrower than a position: nothing can be told
			if (n == 0 || m == 0) return true;
			face += here / n;
			behind += there / m;
			level += l == 0 ? 0 : ahead / l;
			squares += grid.noise * grid.noise * (1.0 / n + 1.0 / m);
		}
		if (far < FEWEST_FAR) return carriesItsCrest(front, flank);
		final double error = Math.sqrt(squares);
		final boolean low = face - level < NOTHING * error;
		final boolean falls = behind - face > LEFT * error;
		final boolean even = face - behind + 2 * error < EVEN * (behind - level);
		return error == 0 || low || falls || even;
	}

	private boolean carriesItsCrest(final int front, final FrontCurve flank) {
		final FrontCurve crest = curve(front, FrontCriterion.EXTREMUM);
		if (crest == null) return true;
		final int end = Math.min(crest.size(), flank.size()) - 1;
		final double way = pilots.get(front).direction() * (crest.position(end) - edge(front));
		return way > Math.abs(flank.position(end) - crest.position(end));
	}

	/** Columns in which a front must be far from its face for the rates there to tell. */
	private static final int FEWEST_FAR = 2;
	/** Standard errors by which the rate behind a front must be above that at its face. */
	private static final double LEFT = 2.5;
	/** Standard errors by which the rate at a face is above that ahead if there is anything there. */
	private static final double NOTHING = 1;
	/** Share of a plateau by which it may be higher at the face. */
	private static final double EVEN = 0.2;
	/** Share of the line that a front must have come for its face to be told from its flank. */
	private static final double FAR = 0.17;

	/** The end of the line a front comes from. */
	double edge(final int front) {
		return pilots.get(front).direction() > 0 ? grid.positions[0] : grid.positions[grid.rows() - 1];
	}

	/** How far a front may be looked for in a column: half way to the crest of one that comes towards it, or the end of the line. */
	double limit(final int front, final int column) {
		final PilotFront p = pilots.get(front);
		double limit = p.direction() > 0 ? grid.positions[grid.rows() - 1] : grid.positions[0];
		for (int k = 0; k < pilots.size(); k++) {
			final int there = p.firstColumn + column - pilots.get(k).firstColumn;
			if (pilots.get(k).direction() == p.direction()) continue;
			final FrontCurve top = curve(front, FrontCriterion.EXTREMUM);
			final FrontCurve other = curve(k, FrontCriterion.EXTREMUM);
			if (top == null || other == null || there < 0 || there >= other.size()) continue;
			final double way = other.position(there) - top.position(column);
			if (way * p.direction() > 0 && (top.position(column) + way / 2 - limit) * p.direction() < 0) limit = top.position(column) + way / 2;
		}
		return limit;
	}

	/** The fronts as this fit sees them, to start the next from. */
	List<PilotFront> refined() {
		final List<PilotFront> better = new ArrayList<>();
		for (int k = 0; k < pilots.size(); k++) {
			final PilotFront p = pilots.get(k);
			final FrontCurve curve = curve(k, FrontCriterion.HALF_MAX);
			if (curve == null) {
				better.add(p);
				continue;
			}
			final double[] t = new double[curve.size()];
			final double[] z = new double[curve.size()];
			for (int i = 0; i < t.length; i++) {
				t[i] = grid.seconds[p.firstColumn + i];
				z[i] = curve.position(i);
			}
			final LineFit line = LineFit.leastSquares(t, z);
			final boolean sane = line.slope() * p.speed > 0 && Math.abs(Math.log(line.slope() / p.speed)) < 0.7 && curve
				.width() > 3 * grid.step && curve.width() < grid.length();
			better.add(sane ? new PilotFront(p.sign, line.slope(), t[0], line.at(t[0]), p.firstColumn, p.lastColumn, p.score,
				curve.width(), fit.roughness(k), curve.lead()) : p);
		}
		return better;
	}

	/**
	 * First and last column left when what the model does not describe is given up: a fifth of the columns at the slow
	 * end of a path that bends more than a parabola (a front that stops or starts), or one column at either end; null
	 * if nothing is.
	 */
	int[] trimmed() {
		if (last - first < FEWEST) return null;
		for (int k = 0; k < pilots.size(); k++)
			if (last - first > 2 * FEWEST && bends(k)) {
				final int cut = Math.max(1, (last - first) / 5);
				final double early = Math.abs(pathAt(k, (first + last) / 2) - pathAt(k, first));
				final double late = Math.abs(pathAt(k, last) - pathAt(k, (first + last) / 2));
				return early > late ? new int[] { first, last - cut } : new int[] { first + cut, last };
			}
		final double[][] r = fit.residuals();
		final int half = Math.max(1, (int) (pilots.get(0).width / 8 / grid.step));
		final int n = r.length;
		final double[] excess = { excess(r[0], half, 0), excess(r[n - 1], half, n - 1) };
		if (Math.max(excess[0], excess[1]) < 5) return null;
		return excess[0] > excess[1] ? new int[] { first + 1, last } : new int[] { first, last - 1 };
	}

	private double pathAt(final int front, final int column) {
		return profiles.get(front).place(fit.theta(), fit.from(front), 0, grid.seconds[column], 0, null);
	}

	/**
	 * Whether single columns lie off the fitted path by more than noise: the shift of each by one Gauss-Newton step, in
	 * standard errors, whose squares add up to the number of columns if the path is right.
	 */
	private boolean bends(final int front) {
		final double[][] r = fit.residuals();
		final MovingProfile profile = profiles.get(front);
		final double[] ignored = new double[fit.size()];
		final double[] scratch = new double[8];
		final double h = 0.02 * pilots.get(front).width;
		double chi = 0;
		for (int c = 0; c < r.length; c++) {
			double product = 0;
			double squares = 0;
			for (int z = 0; z < grid.rows(); z++) {
				final double t = grid.seconds[first + c];
				final double g = (profile.add(fit.theta(), fit.from(front), grid.positions[z] + h, t, 1, ignored, scratch) - profile
					.add(fit.theta(), fit.from(front), grid.positions[z] - h, t, 1, ignored, scratch)) / (2 * h);
				product += g * r[c][z];
				squares += g * g;
			}
			final int steps = grid.intervals.steps(grid.columns[first + c]);
			if (squares > 0) chi += product * product / squares / fit.variance() * steps * steps;
		}
		return chi / Math.min(1.6, errorFactor * errorFactor) > r.length + BENT * Math.sqrt(2.0 * r.length);
	}

	/** Standard deviations above its expectation at which the sum of squared shifts tells of a bend. */
	private static final double BENT = 4;

	/** By how many standard deviations the mean square of the smoothed residual is above that of noise. */
	private double excess(final double[] residual, final int half, final int column) {
		final double[] mean = RateGrid.boxMean(residual, half);
		final int box = 2 * half + 1;
		double squares = 0;
		int n = 0;
		for (int z = half; z < mean.length - half; z += box) {
			squares += mean[z] * mean[z];
			n++;
		}
		final int steps = grid.intervals.steps(grid.columns[first + column]);
		final double expected = fit.variance() / box / (steps * steps);
		return (squares / n / expected - 1) / Math.sqrt(2.0 / n) / (errorFactor * errorFactor);
	}

	/**
	 * By what factor errors grow because neighbouring positions share noise (interpolation) or misfit: the square root of
	 * one plus twice the summed correlations of the residuals along the line, where these stand out of their own noise.
	 */
	static double neighbourFactor(final double[][] residuals) {
		final int rows = residuals[0].length;
		double sum = 0;
		double zero = 0;
		for (final double[] column : residuals)
			for (final double v : column)
				zero += v * v;
		final double error = 1 / Math.sqrt((double) residuals.length * rows);
		for (int lag = 1; lag <= 12 && lag < rows / 4; lag++) {
			double product = 0;
			for (final double[] column : residuals)
				for (int z = 0; z + lag < rows; z++)
					product += column[z] * column[z + lag];
			final double r = product / zero;
			if (r < 4 * error) break;
			sum += r;
		}
		return Math.sqrt(1 + 2 * sum);
	}
}
