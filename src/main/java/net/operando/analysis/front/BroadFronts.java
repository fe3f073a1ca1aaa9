package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.base.Progress;
import net.operando.base.numeric.LineFit;
import net.operando.base.quantity.Estimate;

/**
 * Fronts that never leave the face they come from: the rate is largest there, or level from there on, all the time, and only
 * the place where half of it is left moves in (diffusion that is not slow against the current, S of the order of 1). No
 * profile of a given shape runs, so none can be fitted; but such fronts are slow, and rates taken over as many
 * frames as they need stand clear of the noise, so that the definition can be taken literally, column by column.
 * <p>
 * What is homogeneous is taken off as long as there is something ahead of the front, and where it has died away
 * (the brightening at the onset) nothing is: a rod of which all takes part has no place left that is ahead.
 * The interval comes from the scatter about the line, which counts what fringes and the lamp leave as well as noise and the
 * bending of the path. Lengths in um, times in s.
 */
final class BroadFronts {

	/** Fewest positions a speed is read from: fewer do not tell their own scatter. */
	private static final int FEWEST = 9;
	/** How many columns are averaged: as many as leave enough positions, since these move little from one to the next. */
	private static final int[] MERGED = { 12, 8, 6, 4, 3, 2 };
	/** Standard deviations by which the crest of an averaged column must stand above what lies ahead. */
	private static final double CLEAR = 20;
	/** Share of the crest that is left at the face of a front which has not left it. */
	private static final double ATTACHED = 0.6;
	/** Share of the columns in which that must be so, of those in which the front is far from its face, and how many these are. */
	private static final double MOSTLY = 0.75;
	private static final int FEWEST_FAR = 3;
	/** Part of the reach over which lines are fitted, as for noise-free fronts. */
	private static final double FIRST = 0.12;
	private static final double LAST = 0.88;
	/** Part of the line at an end that may lie beyond the blurred edge. */
	private static final double EDGE = 0.02;
	/** Part of the line that is averaged at the face and ahead. */
	private static final double PART = 0.1;
	/** Share of the crest below which what is homogeneous no longer matters. */
	private static final double FADED = 0.12;
	/** Part of the reach up to which a front leaves what lies ahead of it alone. */
	private static final double UNREACHED = 0.4;
	/** Times the usual unevenness beyond which a column is not that of the rod: the stage or the lamp jumped. */
	private static final double JUMPED = 2;

	private final RateGrid grid;
	private final FrontParameters parameters;
	private final int box;

	BroadFronts(final RateGrid grid, final FrontParameters parameters) {
		this.grid = grid;
		this.parameters = parameters;
		final double width = parameters.smoothingMicrometres() > 0 ? parameters.smoothingMicrometres() : grid.length() / 20;
		this.box = (int) Math.max(1, Math.round(width / grid.step / 2));
	}

	/** @return null if there are no such fronts */
	List<TracedFront> trace(final Progress progress) {
		// averaged over so much of a short line, there is no profile left to read
		if (edge() + box >= grid.rows() / 4) return null;
		final boolean[] uneven = MergedRates.uneven(grid.values, JUMPED);
		final boolean[] dusty = MergedRates.dusty(grid.values, uneven, box);
		for (final int merged : MERGED) {
			progress.checkCancelled();
			if (grid.columns.length / merged < FEWEST) continue;
			final MergedRates rates = MergedRates.of(grid, merged, uneven).bridged(dusty);
			final List<TracedFront> found = trace(rates);
			if (found != null) return found;
		}
		return null;
	}

	private List<TracedFront> trace(final MergedRates rates) {
		final int n = grid.rows();
		final double[] sum = new double[n];
		for (final double[] column : rates.values)
			for (int z = 0; z < n; z++)
				sum[z] += column[z];
		final double[] mean = RateGrid.boxMean(sum, part() / 2);
		double sign = 0;
		double largest = 0;
		for (int z = edge() + part() / 2; z < n - edge() - part() / 2; z++)
			if (Math.abs(mean[z]) > largest) {
				largest = Math.abs(mean[z]);
				sign = Math.signum(mean[z]);
			}
		if (sign == 0 || !parameters.polarity().admits(sign)) return null;
		for (int z = 0; z < n; z++)
			mean[z] *= sign;
		final int least = least(mean);
		final List<TracedFront> fronts = new ArrayList<>();
		// what least takes part lies at the far end if there is one front, between them if there are two
		if (least > 0.25 * n) add(fronts, rates, sign, 1, least > 0.75 * n ? n - 1 - edge() : least, least);
		if (least < 0.75 * n) add(fronts, rates, sign, -1, least < 0.25 * n ? n - 1 - edge() : n - 1 - least, n - 1 - least);
		return fronts.isEmpty() ? null : fronts;
	}

	private int least(final double[] mean) {
		int least = edge() + part() / 2;
		for (int z = least; z < mean.length - edge() - part() / 2; z++)
			if (mean[z] < mean[least]) least = z;
		return least;
	}

	private int edge() {
		return (int) Math.max(1, Math.round(EDGE * grid.rows()));
	}

	private int part() {
		return (int) Math.max(3, Math.round(PART * grid.rows()));
	}

	/** @param reach how many positions from its face a front may go; @param least where least happens, counted so */
	private void add(final List<TracedFront> fronts, final MergedRates rates, final double sign, final int direction,
		final int reach, final int least)
	{
		final List<Reading> readings = new ArrayList<>();
		final double unit = rates.noise / Math.sqrt(2.0 * box + 1);
		for (int c = 0; c < rates.values.length; c++)
			readings.add(new Reading(rates, c, sign, direction, reach, least));
		final List<Reading> used = clear(readings, unit);
		if (used.size() < FEWEST || !isAttached(used)) return;
		fronts.add(front(used, rates, sign, direction, reach, unit));
	}

	/**
	 * The readings in which the front stands clear: without what is homogeneous once that has faded, by the literal level; else less
	 * what lies ahead, for as long as something does.
	 */
	private List<Reading> clear(final List<Reading> readings, final double unit) {
		int faded = readings.size();
		for (int i = readings.size() - 1; i >= 0; i--) {
			final Reading r = readings.get(i);
			// beyond, the level ahead is the front's own foot
			final boolean free = r.relative < UNREACHED * r.reach;
			if (free && Math.abs(r.level) > FADED * r.crest + 2 * unit) break;
			faded = i;
		}
		int free = 0;
		for (int i = faded; i < readings.size(); i++)
			if (readings.get(i).relative < UNREACHED * readings.get(i).reach) free++;
		final boolean literal = free >= 2;
		final List<Reading> used = new ArrayList<>();
		for (int i = literal ? faded : 0; i < readings.size(); i++) {
			final Reading r = readings.get(i);
			r.at = literal ? r.literal : r.relative;
			if (!(r.crest - (literal ? 0 : r.level) > CLEAR * unit)) {
				if (used.isEmpty()) continue;
				break;
			}
			if (Double.isNaN(r.at)) {
				if (used.isEmpty()) continue;
				break;
			}
			if (r.at >= FIRST * r.reach && r.at <= LAST * r.reach) used.add(r);
		}
		return used;
	}

	/** Whether the rate at the face is nearly that of the crest even when the front is far from it. */
	private static boolean isAttached(final List<Reading> used) {
		int far = 0;
		int attached = 0;
		for (final Reading r : used) {
			if (r.at < UNREACHED * r.reach) continue;
			final double zero = r.isLiteral() ? 0 : r.level;
			far++;
			if (r.face - zero > ATTACHED * (r.crest - zero)) attached++;
		}
		return far >= FEWEST_FAR && attached >= MOSTLY * far;
	}

	private TracedFront front(final List<Reading> used, final MergedRates rates, final double sign, final int direction,
		final int reach, final double unit)
	{
		final int n = used.size();
		final double[] t = new double[n];
		final double[] z = new double[n];
		for (int i = 0; i < n; i++) {
			t[i] = used.get(i).seconds;
			z[i] = direction > 0 ? grid.positions[0] + used.get(i).at * grid.step : grid.positions[grid.rows() - 1] - used.get(i).at *
				grid.step;
		}
		final LineFit line = LineFit.leastSquares(t, z);
		final FrontOrigin origin = direction > 0 ? FrontOrigin.START : FrontOrigin.END;
		final int first = column(t[0]);
		final int last = column(t[n - 1]);
		final double speed = line.slope() * direction > 0 ? line.slope() : direction * 1e-9;
		final PilotFront pilot = new PilotFront(sign, speed, t[0], line.at(t[0]), first, last, used.get(n / 2).crest / unit, Double.NaN,
			Double.NaN, Double.NaN);
		final String window = String.format(Locale.ROOT,
			"%d means of %d columns read one by one over %.2g um, since the front does not leave its face, %.4g to %.4g s", n, rates.merged, (2 *
				box + 1) * grid.step, t[0], t[n - 1]);
		final double error = error(t, z, line);
		final boolean moves = line.slope() * direction > SURE * error;
		final List<FrontPoint> points = new ArrayList<>();
		for (int i = 0; i < n; i++)
			points.add(new FrontPoint(t[i], z[i] * 1e-6, unit / Math.max(used.get(i).slope, 1e-12) * grid.step * 1e-6, moves));
		// of the other definitions such a front has no course to speak of: its crest stays, and arrival is not a half maximum's
		if (!moves || parameters.criterion() != FrontCriterion.HALF_MAX) return TracedFront.without(pilot, origin, points, n, parameters.criterion(), window, FrontVelocity.TOO_FEW);
		double middle = 0;
		for (final double s : t)
			middle += s / n;
		return new TracedFront(pilot, origin, points, Estimate.normal(line.slope(), error, n, FrontCriterion.HALF_MAX.key()).times(1e-6),
			window, FrontVelocity.OK, middle, line.at(middle), line.slope(), null, null, null, 1);
	}

	/** Standard errors a front must move by. */
	private static final double SURE = 4;

	private int column(final double seconds) {
		final int i = Arrays.binarySearch(grid.seconds, seconds);
		return Math.max(0, Math.min(grid.seconds.length - 1, i >= 0 ? i : -i - 1));
	}

	/**
	 * From the scatter about the line, widened by the correlation of neighbours and by how little so few positions tell of their
	 * scatter (standard deviation of Student's t).
	 */
	static double error(final double[] t, final double[] z, final LineFit line) {
		final int n = t.length;
		double zero = 0;
		double one = 0;
		double mean = 0;
		for (int i = 0; i < n; i++) {
			final double r = z[i] - line.at(t[i]);
			zero += r * r;
			mean += t[i] / n;
			if (i > 0) one += r * (z[i - 1] - line.at(t[i - 1]));
		}
		double squares = 0;
		for (final double s : t)
			squares += (s - mean) * (s - mean);
		final double rho = zero > 0 ? Math.max(0, Math.min(0.8, one / zero + 2.0 / n)) : 0;
		return Math.sqrt(zero / (n - 2) / squares * (1 + rho) / (1 - rho) * (n - 2) / (n - 4.0));
	}

	/** One averaged column seen from the face a front comes from. */
	private final class Reading {

		final double seconds;
		final int reach;
		final double crest;
		final double face;
		/** What least takes part. */
		final double level;
		/** Positions from the face where half of the crest, or of what it is above the level, is left; NaN if nowhere. */
		final double literal;
		final double relative;
		final double slope;
		double at;

		Reading(final MergedRates rates, final int column, final double sign, final int direction, final int reach,
			final int least)
		{
			this.seconds = rates.seconds[column];
			this.reach = reach;
			final int n = grid.rows();
			final double[] v = new double[n];
			for (int z = 0; z < n; z++)
				v[z] = sign * rates.values[column][direction > 0 ? z : n - 1 - z];
			final double[] fine = RateGrid.boxMean(v, box);
			final double[] coarse = RateGrid.boxMean(v, 2 * box);
			final int edge = edge();
			double top = coarse[edge + box];
			int where = edge + box;
			for (int z = edge + box; z < reach; z++)
				if (coarse[z] > top) {
					top = coarse[z];
					where = z;
				}
			crest = top;
			face = mean(v, edge, edge + part());
			level = mean(v, Math.max(0, least - part() / 2), Math.min(n, least + part() / 2 + 1));
			literal = crossing(fine, where, 0.5 * crest);
			relative = crossing(fine, where, 0.5 * (crest + level));
			// mean fall from the crest to there
			slope = 0.5 * crest / Math.max(1, literal - where);
		}

		boolean isLiteral() {
			return at == literal;
		}

		private double crossing(final double[] v, final int top, final double half) {
			int z = reach;
			while (z > top && v[z] < half)
				z--;
			return z == reach || z == top ? Double.NaN : z + (v[z] - half) / (v[z] - v[z + 1]);
		}

		private double mean(final double[] v, final int from, final int to) {
			double s = 0;
			for (int z = from; z < to; z++)
				s += v[z];
			return s / (to - from);
		}
	}
}
