package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import net.operando.base.Progress;
import net.operando.base.numeric.LineFit;
import net.operando.base.quantity.Estimate;

/**
 * Fronts in a piece of a rod that a crack has made. Its faces share the current anew from that moment, so the rate changes
 * there first: by much at the new face, the other way at an old one that carries less than before. No current is switched on, so
 * nothing brightens homogeneously, and the rate is taken as it is: {@code half_max} is where half of the largest rate is left, column by
 * column.
 * <p>
 * It is a front for as long as something lies ahead of it, and has a speed if it comes through half of the way that lines are
 * fitted over: a change that spreads beside a face and dies away there is none. Fronts whose crest leaves the face
 * are left to the joint fit. Lengths in um, times in s.
 */
final class FaceFronts {

	/** Fewest positions a speed is read from: fewer do not tell their own scatter. */
	private static final int FEWEST = 9;
	/** How many columns are averaged: as many as leave enough positions. */
	private static final int[] MERGED = { 12, 8, 6, 4, 3, 2, 1 };
	/** Part of the piece that rates are averaged over: half of one is left over several such parts. */
	private static final double BOX = 0.1;
	/** Of the piece at its ends, in um: their blurred edges, which move as it grows, are not of its rates. */
	private static final double EDGE = 0.6;
	/** Standard deviations by which a crest must stand above noise for half of it to be told from none. */
	private static final double CLEAR = 12;
	/** Share of the crest that is left at the face of a front which has not left it, and in what share of the columns that is so. */
	private static final double ATTACHED = 0.7;
	private static final double MOSTLY = 0.75;
	/** Share of the crest that may be left ahead, and by how many standard deviations half of it must be more than that. */
	private static final double AHEAD = 0.4;
	private static final double FALLS = 6;
	/** Part of the way over which lines are fitted, as for noise-free fronts, and how much of that a front must come through. */
	private static final double FIRST = 0.12;
	private static final double LAST = 0.88;
	private static final double PASSED = 0.5;
	/** Part of the way within which a front is seen first, or it is not one from this face. */
	private static final double EARLY = 0.5;
	/** Times the usual change beyond which a column is not that of the rod: the stage jumped. */
	private static final double JUMPED = 2;
	/** Standard errors, of noise where they can be told apart, a front must move by. */
	private static final double SURE = 4;
	/** Averaged columns to either side from which the place of a crest is told. */
	private static final int AROUND = 2;
	/** How many columns in a row may be without a reading. */
	private static final int MISSED = 1;

	private static final String STOPS = ", which ends before half of the way";
	private static final String NO_RUN = ", which do not show it run from a face through half of the way";

	private final RateGrid grid;
	private final FrontParameters parameters;
	private final int box;

	FaceFronts(final RateGrid grid, final FrontParameters parameters) {
		this.grid = grid;
		this.parameters = parameters;
		final double width = parameters.smoothingMicrometres() > 0 ? parameters.smoothingMicrometres() : BOX * grid.length();
		this.box = (int) Math.max(1, Math.round(width / grid.step / 2));
	}

	/**
	 * The fronts from the faces. If none of them has a speed, those traced otherwise count that run through the piece
	 * without a doubt; without such either, what is seen at the faces is no front.
	 */
	List<TracedFront> orElse(final Supplier<List<TracedFront>> otherwise, final Progress progress) {
		final List<TracedFront> faces = trace(progress);
		if (faces.stream().anyMatch(f -> f.metresPerSecond.isKnown())) return faces;
		final List<TracedFront> others = new ArrayList<>();
		for (final TracedFront front : otherwise.get())
			others.add(front.metresPerSecond.isKnown() && (!runsThrough(front) || isStopped(front, faces)) ? without(front) : front);
		return faces.isEmpty() || others.stream().anyMatch(f -> FrontVelocity.OK.equals(f.flag)) ? others : faces;
	}

	/** Whether what another definition gives a speed is, by its half maximum, a change that ends before it has come far. */
	private boolean isStopped(final TracedFront front, final List<TracedFront> faces) {
		return parameters.criterion() != FrontCriterion.HALF_MAX && faces.stream().anyMatch(f -> f.pilot.sign == front.pilot.sign && f.pilot
			.direction() == front.pilot.direction());
	}

	/** Fronts that stay with the face they begin at; without a speed where a change is no front. */
	private List<TracedFront> trace(final Progress progress) {
		if (edge() + box >= grid.rows() / 4) return List.of();
		final boolean[] jumped = jumped();
		final List<TracedFront> fronts = new ArrayList<>();
		for (final int direction : new int[] { 1, -1 })
			for (final double sign : new double[] { -1, 1 }) {
				progress.checkCancelled();
				if (!parameters.polarity().admits(sign)) continue;
				final TracedFront front = from(direction, sign, jumped);
				if (front != null) fronts.add(front);
			}
		fronts.sort((a, b) -> Boolean.compare(b.metresPerSecond.isKnown(), a.metresPerSecond.isKnown()));
		return fronts;
	}

	/**
	 * Whether a front sets out from a face, moves, and comes through half of the way lines are fitted over, in a half of the
	 * piece at least, since another may meet it.
	 */
	private boolean runsThrough(final TracedFront front) {
		if (front.origin == FrontOrigin.INTERIOR || !(Math.abs(front.metresPerSecond.value()) > SURE * front.metresPerSecond.standardError()))
			return false;
		double way = 0;
		for (final FrontPoint p : front.points)
			if (p.isUsed()) way = Math.max(way, front.pilot.direction() > 0 ? p.positionMetres() * 1e6 - grid.positions[0] : grid.positions[grid.rows() -
				1] - p.positionMetres() * 1e6);
		return way >= (FIRST + PASSED * (LAST - FIRST)) * 0.5 * grid.length();
	}

	private TracedFront without(final TracedFront front) {
		return TracedFront.without(front.pilot, front.origin, front.points, front.points.size(), parameters.criterion(), front.window + NO_RUN,
			FrontVelocity.TOO_FEW);
	}

	private TracedFront from(final int direction, final double sign, final boolean[] jumped) {
		TracedFront briefly = null;
		for (final int merged : MERGED) {
			if (grid.columns.length / merged < FEWEST) continue;
			final MergedRates rates = MergedRates.of(grid, merged, jumped);
			final double unit = rates.noise / Math.sqrt(2.0 * box + 1);
			final List<Reading> run = run(rates, direction, sign, unit);
			if (run.isEmpty() || !isAttached(run)) continue;
			final double way = way(run);
			final List<Reading> used = within(run, way);
			final TracedFront front = front(used.isEmpty() ? run : used, way, rates, sign, direction, unit);
			if (front.metresPerSecond.isKnown()) return front;
			briefly = front;
			// what ends before it has come far does so whatever is averaged
			if (used.size() >= FEWEST) break;
		}
		return briefly;
	}

	/** The readings from when a change first stands clear at the face, as long as something lies ahead of it. */
	private List<Reading> run(final MergedRates rates, final int direction, final double sign, final double unit) {
		final List<Reading> run = new ArrayList<>();
		int missed = 0;
		for (int c = 0; c < rates.values.length; c++) {
			final Reading r = new Reading(rates, c, sign, direction);
			if (r.crest > CLEAR * unit && !Double.isNaN(r.at) && r.ahead < Math.min(AHEAD * r.crest, 0.5 * r.crest - FALLS * unit)) {
				if (run.isEmpty() && r.at > EARLY * reach()) continue;
				run.add(r);
				missed = 0;
			}
			else if (!run.isEmpty() && ++missed > MISSED) {
				if (run.size() > MISSED + 1) break;
				run.clear();
				missed = 0;
			}
		}
		return run.size() > MISSED + 1 ? fromLargest(run) : List.of();
	}

	/** While a crack opens its faces take over the current little by little: a front is what spreads from then on. */
	private static List<Reading> fromLargest(final List<Reading> run) {
		int largest = 0;
		for (int i = 0; i < run.size(); i++)
			if (run.get(i).crest > run.get(largest).crest) largest = i;
		return run.subList(largest, run.size());
	}

	/** How many positions a front may come: half of the piece if one comes towards it. */
	private double way(final List<Reading> run) {
		return 2 * run.stream().filter(r -> r.opposed).count() > run.size() ? 0.5 * (grid.rows() - 1) : reach();
	}

	private static List<Reading> within(final List<Reading> run, final double way) {
		final List<Reading> used = new ArrayList<>();
		for (final Reading r : run)
			if (r.at >= FIRST * way && r.at <= LAST * way) used.add(r);
		return used;
	}

	private static boolean isAttached(final List<Reading> run) {
		return run.stream().filter(r -> r.face > ATTACHED * r.crest).count() >= MOSTLY * run.size();
	}

	private TracedFront front(final List<Reading> used, final double way, final MergedRates rates, final double sign,
		final int direction, final double unit)
	{
		final int n = used.size();
		final double[] t = new double[n];
		final double[] z = new double[n];
		for (int i = 0; i < n; i++) {
			t[i] = used.get(i).seconds;
			z[i] = direction > 0 ? grid.positions[0] + used.get(i).at * grid.step : grid.positions[grid.rows() - 1] - used.get(i).at *
				grid.step;
		}
		final LineFit line = n < 2 ? null : LineFit.leastSquares(t, z);
		final double slope = line == null ? 0 : line.slope();
		final double noise = noise(used, t, unit);
		double come = 0;
		for (int i = 0; i < n; i++)
			come = Math.max(come, used.get(i).at / way - FIRST);
		final boolean through = come >= PASSED * (LAST - FIRST);
		final boolean moves = n >= FEWEST && through && slope * direction > SURE * noise;
		final List<FrontPoint> points = new ArrayList<>();
		for (int i = 0; i < n; i++)
			points.add(new FrontPoint(t[i], z[i] * 1e-6, unit / used.get(i).slope * grid.step * 1e-6, moves));
		final PilotFront pilot = new PilotFront(sign, slope * direction > 0 ? slope : direction * 1e-9, t[0], z[0], column(t[0]), column(
			t[n - 1]), used.get(n / 2).crest / unit, Double.NaN, Double.NaN, Double.NaN);
		final FrontOrigin origin = direction > 0 ? FrontOrigin.START : FrontOrigin.END;
		final String window = String.format(Locale.ROOT,
			"%d means of %d columns read one by one over %.2g um, from a face that shares the current anew, %.4g to %.4g s%s", n, rates.merged,
			(2 * box + 1) * grid.step, t[0], t[n - 1], n >= FEWEST && !through ? STOPS : "");
		if (!moves || parameters.criterion() != FrontCriterion.HALF_MAX) return TracedFront.without(pilot, origin, points, n, parameters
			.criterion(), window, FrontVelocity.TOO_FEW);
		final double middle = Arrays.stream(t).sum() / n;
		// the scatter holds what fringes leave and the bending of the path, which noise does not
		final double error = Math.max(BroadFronts.error(t, z, line), noise);
		return new TracedFront(pilot, origin, points, Estimate.normal(slope, error, n, FrontCriterion.HALF_MAX.key()).times(1e-6), window,
			FrontVelocity.OK, middle, line.at(middle), slope, null, null, null, 1);
	}

	/** What noise alone does to a line through the readings. */
	private double noise(final List<Reading> used, final double[] t, final double unit) {
		final double mean = Arrays.stream(t).average().orElse(0);
		double squares = 0;
		double sum = 0;
		for (int i = 0; i < t.length; i++) {
			squares += (t[i] - mean) * (t[i] - mean);
			sum += Math.pow((t[i] - mean) * unit / used.get(i).slope * grid.step, 2);
		}
		return Math.sqrt(sum) / squares;
	}

	private int column(final double seconds) {
		final int i = Arrays.binarySearch(grid.seconds, seconds);
		return Math.max(0, Math.min(grid.seconds.length - 1, i >= 0 ? i : -i - 1));
	}

	/**
	 * Columns that differ from the mean of those beside them by more than is usual, and more than these do: rates change
	 * steeply along a cracked piece, so a jump of the stage is not seen by how uneven a column is.
	 */
	private boolean[] jumped() {
		final int n = grid.values.length;
		final double[][] mean = new double[n][];
		for (int c = 0; c < n; c++)
			mean[c] = RateGrid.boxMean(grid.values[c], box);
		final double[] change = new double[n];
		for (int c = 1; c < n - 1; c++) {
			for (int z = 0; z < grid.rows(); z++)
				change[c] += Math.pow(mean[c][z] - 0.5 * (mean[c - 1][z] + mean[c + 1][z]), 2);
			change[c] = Math.sqrt(change[c]);
		}
		final double[] sorted = change.clone();
		Arrays.sort(sorted);
		final boolean[] jumped = new boolean[n];
		for (int c = 1; c < n - 1; c++)
			jumped[c] = change[c] > JUMPED * sorted[n / 2] && change[c] >= Math.max(change[c - 1], change[c + 1]);
		return jumped;
	}

	private int edge() {
		return (int) Math.max(1, Math.round(EDGE / grid.step));
	}

	/** How many positions from its face a front may go. */
	private int reach() {
		return grid.rows() - 1 - edge();
	}

	/** One averaged column seen from a face. */
	private final class Reading {

		final double seconds;
		final double crest;
		final double face;
		/** The least that is left ahead. */
		final double ahead;
		/** Whether beyond that the rate rises to half of the crest again. */
		final boolean opposed;
		/** Positions from the face where half of the crest is left: the middle between the first and the last such; NaN if nowhere. */
		final double at;
		/** Mean fall per position from the crest to there. */
		final double slope;

		Reading(final MergedRates rates, final int column, final double sign, final int direction) {
			seconds = rates.seconds[column];
			final double[] mean = seen(rates, column, column, sign, direction);
			// the place of the crest from the columns around too: the largest of noisy values is too large
			final double[] around = seen(rates, Math.max(0, column - AROUND), Math.min(rates.values.length - 1, column + AROUND), sign, direction);
			final int reach = reach();
			int top = box;
			// beyond the middle the crest is that of a front from the other end
			for (int z = box; z < EARLY * reach; z++)
				if (around[z] > around[top]) top = z;
			crest = mean[top];
			face = mean[box];
			int valley = top;
			for (int z = top; z <= reach; z++)
				if (mean[z] < mean[valley]) valley = z;
			ahead = mean[valley];
			opposed = max(mean, valley, reach) > 0.5 * crest;
			at = middle(mean, top, valley, 0.5 * crest);
			slope = Math.max(0.5 * crest / Math.max(1, at - top), Double.MIN_NORMAL);
		}

		/** The mean of columns as seen from the face, averaged along the line. */
		private double[] seen(final MergedRates rates, final int first, final int last, final double sign, final int direction) {
			final int n = grid.rows();
			final double[] v = new double[n];
			for (int c = first; c <= last; c++)
				for (int z = 0; z < n; z++)
					v[z] += sign * rates.values[c][direction > 0 ? z : n - 1 - z] / (last - first + 1);
			return RateGrid.boxMean(v, box);
		}

		private double max(final double[] v, final int from, final int to) {
			double max = v[from];
			for (int z = from; z <= to; z++)
				max = Math.max(max, v[z]);
			return max;
		}

		private double middle(final double[] v, final int top, final int valley, final double half) {
			int last = valley;
			while (last > top && v[last] < half)
				last--;
			if (last == valley || last == top) return Double.NaN;
			int first = top;
			while (v[first + 1] >= half)
				first++;
			return 0.5 * (first + (v[first] - half) / (v[first] - v[first + 1]) + last + (v[last] - half) / (v[last] - v[last + 1]));
		}
	}
}
