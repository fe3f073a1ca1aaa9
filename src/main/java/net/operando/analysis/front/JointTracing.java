package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;

/**
 * Velocities of fronts in noisy rates: found as lines, then fitted together as moving profiles over all columns in which
 * they stand above the noise, and read from the fitted surface by the definition asked for. Lengths in um, times in s.
 */
final class JointTracing {

	private static final int FEWEST = 5;
	/** Standard deviations a front must stand above the noise in a column to be followed through it. */
	private static final double CLEAR = 3;
	private static final int FEWEST_AHEAD = 8;
	private static final int PASSES = 3;
	private static final int TRIMS = 12;

	private final RateGrid grid;
	private final FrontParameters parameters;

	JointTracing(final RateGrid grid, final FrontParameters parameters) {
		this.grid = grid;
		this.parameters = parameters;
	}

	List<TracedFront> trace(final Progress progress) {
		final List<TracedFront> traced = parameters.polarity() != FrontPolarity.BOTH ? trace(parameters.polarity(), progress)
			: TwoSigns.joined(trace(FrontPolarity.DARK, progress.part(0, 0.5)), trace(FrontPolarity.BRIGHT, progress.part(0.5, 1)));
		// stable: the clearest first among those with a speed, then those without
		traced.sort((a, b) -> Boolean.compare(b.metresPerSecond.isKnown(), a.metresPerSecond.isKnown()));
		return traced.size() > parameters.maxFronts() ? traced.subList(0, parameters.maxFronts()) : traced;
	}

	private List<TracedFront> trace(final FrontPolarity polarity, final Progress progress) {
		final FrontDetector detector = new FrontDetector(limited(grid.smoothedRates(box())), grid.positions, grid.seconds,
			false);
		final List<PilotFront> pilots = new ArrayList<>();
		for (final PilotFront found : detector.find(parameters.maxFronts(), polarity, grid.length() / 8, progress.part(0,
			0.5)))
			pilots.add(flank(found));
		final List<TracedFront> traced = new ArrayList<>();
		for (final List<PilotFront> group : groups(pilots))
			for (final TracedFront front : fit(group, progress))
				if (moves(front)) traced.add(front);
		return traced;
	}

	/** What cannot be told from standing still is no front: a dust spot, the edge of a rod that grows. */
	static boolean moves(final TracedFront front) {
		return !front.metresPerSecond.isKnown() || !front.metresPerSecond.covers(0);
	}

	/** The leading flank and width of the profile averaged along the line. */
	PilotFront flank(final PilotFront front) {
		final int reach = grid.rows();
		final double[] sum = new double[2 * reach + 1];
		final int[] count = new int[2 * reach + 1];
		for (int c = front.firstColumn; c <= front.lastColumn; c++) {
			final double median = grid.median(c);
			final double line = front.at(grid.seconds[c]);
			for (int z = 0; z < grid.rows(); z++) {
				final long q = Math.round(front.direction() * (grid.positions[z] - line) / grid.step) + reach;
				if (q < 0 || q > 2L * reach) continue;
				sum[(int) q] += front.sign * (grid.values[c][z] - median);
				count[(int) q]++;
			}
		}
		final int columns = front.lastColumn - front.firstColumn + 1;
		final double[] profile = new double[sum.length];
		for (int i = 0; i < sum.length; i++)
			profile[i] = count[i] * 3 >= columns ? sum[i] / count[i] : 0;
		final double[] smooth = RateGrid.boxMean(profile, (int) Math.max(1, 0.25 / grid.step));
		final int near = (int) (grid.length() / 5 / grid.step);
		int top = reach;
		for (int i = Math.max(0, reach - near); i <= Math.min(2 * reach, reach + near); i++)
			if (smooth[i] > smooth[top]) top = i;
		int lead = top;
		while (lead < 2 * reach && smooth[lead] > smooth[top] / 2)
			lead++;
		int back = top;
		while (back > 0 && smooth[back] > smooth[top] / 2)
			back--;
		final double width = Math.max((lead - back) * grid.step, 4 * grid.step);
		return front.withFlank((lead - reach) * grid.step, Math.min(width, 0.5 * grid.length()), 0.3 * smooth[top], (lead - top) * grid.step);
	}

	/** Fronts that are there at the same time are fitted together. */
	private List<List<PilotFront>> groups(final List<PilotFront> pilots) {
		final List<List<PilotFront>> groups = new ArrayList<>();
		for (final PilotFront p : pilots) {
			final List<PilotFront> group = new ArrayList<>(List.of(p));
			for (int g = groups.size() - 1; g >= 0; g--) {
				boolean overlaps = false;
				for (final PilotFront other : groups.get(g))
					overlaps |= other.firstColumn <= p.lastColumn && p.firstColumn <= other.lastColumn;
				if (overlaps) group.addAll(0, groups.remove(g));
			}
			groups.add(group);
		}
		return groups;
	}

	List<TracedFront> fit(final List<PilotFront> found, final Progress progress) {
		List<PilotFront> group = found;
		final List<PilotFront> dropped = new ArrayList<>();
		Attempt attempt = null;
		int trims = 0;
		int[] limits = { 0, grid.columns.length - 1 };
		for (int pass = 0; pass < PASSES + TRIMS; pass++) {
			progress.checkCancelled();
			List<PilotFront> windowed = windows(group, limits);
			// a line seen too briefly must not keep the others from being fitted
			for (List<PilotFront> brief = brief(windowed); !brief.isEmpty() && brief.size() < windowed.size(); brief = brief(
				windowed))
			{
				dropped.addAll(brief);
				group = new ArrayList<>(windowed);
				group.removeAll(brief);
				windowed = windows(group, limits);
			}
			final Attempt next = Attempt.of(grid, windowed, parameters.criterion(), pass < PASSES - 1 ? 0.1
				: 1e-3, progress);
			if (next == null) break;
			attempt = next;
			if (pass >= PASSES - 1) {
				final int[] trimmed = next.trimmed();
				if (trimmed == null || ++trims > TRIMS) break;
				limits = trimmed;
			}
			group = next.refined();
		}
		final List<TracedFront> traced = new ArrayList<>();
		for (final PilotFront p : attempt == null ? windows(found, limits) : dropped)
				traced.add(TracedFront.without(p, origin(p), linePoints(p), Math.max(0, p.lastColumn - p.firstColumn + 1), parameters
					.criterion(), describe(p), FrontVelocity.TOO_FEW));
		if (attempt == null) return traced;
		final HalfMaxima columns = byColumn(attempt);
		for (int k = 0; k < attempt.pilots.size(); k++) {
			final TracedFront front = read(attempt, k);
			if (front.hasLine() && !attempt.leavesItsFace(k)) {
				final PilotFront p = attempt.pilots.get(k);
				traced.add(TracedFront.without(p, front.origin, linePoints(p), 0, parameters.criterion(), describe(p) + STAYS, FrontVelocity.TOO_FEW));
			}
			else traced.add(columns == null || !front.hasLine() || FrontVelocity.UNEVEN.equals(front.flag) ? front : columns.read(front, k));
		}
		return traced;
	}

	/** For fronts that change their shape; null if they keep it as far as can be told. */
	private HalfMaxima byColumn(final Attempt attempt) {
		if (parameters.criterion() != FrontCriterion.HALF_MAX) return null;
		final ShapeChange change = ShapeChange.of(attempt);
		return change == null || change.gain() < CHANGED || change.amplitude() < MATERIAL ? null : new HalfMaxima(attempt, change, box());
	}

	/**
	 * No column may speak for the others: the line would be that of a front's first and strongest ones alone. Louder ones are
	 * turned down as a whole, which keeps their crests where they are.
	 */
	private static double[][] limited(final double[][] signal) {
		for (final double[] column : signal) {
			double loudest = LOUDEST;
			for (final double v : column)
				loudest = Math.max(loudest, Math.abs(v));
			for (int z = 0; z < column.length; z++)
				column[z] *= LOUDEST / loudest;
		}
		return signal;
	}

	private double box() {
		return parameters.smoothingMicrometres() > 0 ? parameters.smoothingMicrometres() : Math.max(3 * grid.step, grid.length() /
			20);
	}

	private static List<PilotFront> brief(final List<PilotFront> windowed) {
		final List<PilotFront> brief = new ArrayList<>();
		for (final PilotFront p : windowed)
			if (p.lastColumn - p.firstColumn + 1 < FEWEST) brief.add(p);
		return brief;
	}

	private List<FrontPoint> linePoints(final PilotFront p) {
		final List<FrontPoint> points = new ArrayList<>();
		for (int c = p.firstColumn; c <= p.lastColumn; c++)
			points.add(new FrontPoint(grid.seconds[c], p.at(grid.seconds[c]) * 1e-6, Double.NaN, false));
		return points;
	}

	/**
	 * The columns of each front: from where its flank has entered by a twentieth of the half length, while it stands
	 * above the noise, until it leaves or meets another. Set by the line as a whole, never by single positions, which noise
	 * would select.
	 */
	private List<PilotFront> windows(final List<PilotFront> group, final int[] limits) {
		final List<PilotFront> windowed = new ArrayList<>();
		int latestFirst = 0;
		int earliestLast = Integer.MAX_VALUE;
		int shortest = Integer.MAX_VALUE;
		for (final PilotFront p : group) {
			final double[] clear = clearness(p, group);
			final int middle = Math.max(limits[0], Math.min(limits[1], (p.firstColumn + p.lastColumn) / 2));
			int first = middle;
			while (first > limits[0] && clear[first - 1] > CLEAR)
				first--;
			int last = middle;
			while (last < limits[1] && clear[last + 1] > CLEAR)
				last++;
			final double edge = p.direction() > 0 ? grid.positions[0] : grid.positions[grid.rows() - 1];
			final double exit = p.direction() > 0 ? grid.positions[grid.rows() - 1] : grid.positions[0];
			if (origin(p) != FrontOrigin.INTERIOR) {
				final double entered = p.reaches(edge + p.direction() * 0.025 * grid.length());
				while (first < last && grid.intervals.begin(grid.columns[first]) < entered)
					first++;
			}
			double end = p.reaches(exit - p.direction() * 0.02 * grid.length());
			for (final PilotFront other : group)
				if (other.direction() != p.direction() && (other.at(grid.seconds[first]) - p.at(grid.seconds[first])) * p
					.direction() > 0) end = Math.min(end, p.referenceSeconds + (other.at(p.referenceSeconds) -
						p.referencePosition) / (p.speed - other.speed));
			while (last > first && grid.intervals.end(grid.columns[last]) > end)
				last--;
			windowed.add(p.withColumns(first, last));
			latestFirst = Math.max(latestFirst, first);
			earliestLast = Math.min(earliestLast, last);
			shortest = Math.min(shortest, last - first + 1);
		}
		final int common = earliestLast - latestFirst + 1;
		if (common < FEWEST || common < 0.6 * shortest) return windowed;
		final List<PilotFront> together = new ArrayList<>();
		for (final PilotFront p : windowed)
			together.add(p.withColumns(latestFirst, earliestLast));
		return together;
	}

	/**
	 * Mean from one width behind the flank up to it, less the level ahead of all fronts, in standard deviations, column by
	 * column.
	 */
	private double[] clearness(final PilotFront p, final List<PilotFront> group) {
		final double[] s = new double[grid.seconds.length];
		for (int c = 0; c < s.length; c++) {
			final double flank = p.at(grid.seconds[c]);
			double sum = 0;
			int n = 0;
			for (int z = 0; z < grid.rows(); z++) {
				final double ahead = p.direction() * (grid.positions[z] - flank);
				if (ahead > 0 || ahead < -p.width) continue;
				sum += grid.values[c][z];
				n++;
			}
			if (n > 0) s[c] = p.sign * (sum / n - ahead(c, group)) * Math.sqrt(n) / grid.noise;
		}
		return s;
	}

	/** Median of a column where no front has been; of the whole column if that is hardly anywhere. */
	private double ahead(final int column, final List<PilotFront> group) {
		final double[] v = new double[grid.rows()];
		int n = 0;
		for (int z = 0; z < v.length; z++) {
			boolean free = true;
			for (final PilotFront p : group)
				free &= p.direction() * (grid.positions[z] - p.at(grid.seconds[column])) > 0;
			if (free) v[n++] = grid.values[column][z];
		}
		if (n < FEWEST_AHEAD) return grid.median(column);
		Arrays.sort(v, 0, n);
		return v[n / 2];
	}

	FrontOrigin origin(final PilotFront p) {
		final double at = p.at(grid.seconds[p.firstColumn]);
		final double travelled = p.direction() > 0 ? at - grid.positions[0] : grid.positions[grid.rows() - 1] - at;
		if (travelled > 0.3 * grid.length()) return FrontOrigin.INTERIOR;
		return p.direction() > 0 ? FrontOrigin.START : FrontOrigin.END;
	}

	private String describe(final PilotFront p) {
		return String.format(Locale.ROOT, "%d columns where the front stands above the noise, %.4g to %.4g s", Math.max(0,
			p.lastColumn - p.firstColumn + 1), grid.seconds[p.firstColumn], grid.seconds[Math.max(p.firstColumn,
				p.lastColumn)]);
	}

	private TracedFront read(final Attempt attempt, final int k) {
		final PilotFront pilot = attempt.pilots.get(k);
		final FrontCurve curve = attempt.curve(k);
		final FrontCriterion criterion = parameters.criterion();
		final List<FrontPoint> points = new ArrayList<>();
		int n = 0;
		if (curve != null) for (int i = 0; i < curve.size(); i++) {
			final boolean used = curve.isInside(i) && attempt.fallsToHalf(k, i);
			final double[] g = curve.gradient(i);
			points.add(new FrontPoint(grid.seconds[pilot.firstColumn + i], curve.position(i) * 1e-6, 1e-6 * attempt.errorFactor *
				Math.sqrt(attempt.fit.covariance(g, g)), used));
			if (used) n++;
		}
		if (n < FEWEST) return TracedFront.without(pilot, origin(pilot), points, n, criterion, describe(pilot),
			FrontVelocity.TOO_FEW);
		if (criterion == FrontCriterion.ARRIVAL) return arrival(attempt, k, points, n);
		double mean = 0;
		for (final FrontPoint p : points)
			if (p.isUsed()) mean += p.timeSeconds() / n;
		double squares = 0;
		for (final FrontPoint p : points)
			if (p.isUsed()) squares += (p.timeSeconds() - mean) * (p.timeSeconds() - mean);
		final double[] gSpeed = new double[attempt.fit.size()];
		final double[] gMean = new double[attempt.fit.size()];
		double speed = 0;
		double position = 0;
		for (int i = 0; i < points.size(); i++) {
			if (!points.get(i).isUsed()) continue;
			final double w = (points.get(i).timeSeconds() - mean) / squares;
			speed += w * curve.position(i);
			position += curve.position(i) / n;
			for (int j = 0; j < gSpeed.length; j++) {
				gSpeed[j] += w * curve.gradient(i)[j];
				gMean[j] += curve.gradient(i)[j] / n;
			}
		}
		final double factor = attempt.errorFactor * Math.sqrt(1 + CURVED / n);
		final boolean resolved = curve.width() > SHARPEST * grid.step;
		final double between = resolved ? 0 : grid.step / (grid.seconds[pilot.lastColumn] - grid.seconds[pilot.firstColumn]);
		final double error = Math.hypot(Math.hypot(factor * Math.sqrt(attempt.fit.covariance(gSpeed, gSpeed)), MODEL * speed), between);
		final Estimate velocity = Estimate.normal(speed, error, n, criterion.key()).times(1e-6);
		return new TracedFront(pilot, origin(pilot), points, velocity, describe(pilot), resolved ? flag(attempt, points)
			: FrontVelocity.UNRESOLVED, mean, position, speed, attempt.fit, gMean, gSpeed, factor);
	}

	private static String flag(final Attempt attempt, final List<FrontPoint> points) {
		if (attempt.errorFactor > POOR) return FrontVelocity.POOR_FIT;
		final int last = points.size() - 1;
		final double early = rise(points, 0, last / 3);
		final double late = rise(points, last - last / 3, last);
		return Math.min(early / late, late / early) < 0.4 ? FrontVelocity.UNEVEN : FrontVelocity.OK;
	}

	private static double rise(final List<FrontPoint> points, final int from, final int to) {
		return (points.get(to).positionMetres() - points.get(from).positionMetres()) / (points.get(to).timeSeconds() - points
			.get(from).timeSeconds());
	}

	/** Half length is half the line if a front comes from the other end too, else all of it. */
	private TracedFront arrival(final Attempt attempt, final int k, final List<FrontPoint> points, final int n) {
		final PilotFront pilot = attempt.pilots.get(k);
		boolean opposed = false;
		for (final PilotFront other : attempt.pilots)
			opposed |= other.direction() != pilot.direction();
		final double half = opposed ? 0.5 * grid.length() : grid.length();
		final double place = pilot.direction() > 0 ? grid.positions[0] + half : grid.positions[grid.rows() - 1] - half;
		final double onset = Double.isNaN(parameters.fromSeconds()) ? grid.intervals.begin(grid.columns[0]) : parameters
			.fromSeconds();
		final String window = String.format(Locale.ROOT, "half length %.4g um, onset at %.4g s, %s", half, onset, describe(
			pilot));
		final ArrivalTime arrival = new ArrivalTime(attempt, k, place);
		final double took = arrival.seconds() - onset;
		if (!(took > 0)) return TracedFront.without(pilot, origin(pilot), points, n, FrontCriterion.ARRIVAL, window,
			FrontVelocity.NOT_REACHED);
		final double speed = pilot.direction() * half / took;
		final Estimate velocity = Estimate.normal(speed, Math.abs(speed) / took * arrival.standardError(), n,
			FrontCriterion.ARRIVAL.key()).times(1e-6);
		return new TracedFront(pilot, origin(pilot), points, velocity, window, FrontVelocity.OK, onset + took, place, speed, null,
			null, null, attempt.errorFactor);
	}

	/**
	 * Width in positions below which splines of a sixth of it cannot follow a front: its line may then be off by a position at
	 * an end.
	 */
	private static final double SHARPEST = 6;
	/** Widening of the interval beyond which what a fit leaves is no longer taken for noise of neighbouring pixels. */
	private static final double POOR = 2.0;
	/**
	 * Share of variance, divided by the number of columns, that the linear propagation of noise misses because the model
	 * is not linear and its roughness is itself estimated: found by simulation (docs/validation/front-velocity.md).
	 */
	private static final double CURVED = 1.5;
	/**
	 * Share of the speed by which the model is off without any noise (the lag smears a profile that stretches), found by
	 * simulation; counted as a standard error, so that intervals do not shrink to nothing in very good data.
	 */
	private static final double MODEL = 0.002;
	private static final String STAYS = ", but its crest does not leave the face it comes from, so no profile runs";
	/** Standard deviations above which a smoothed value says no more than that a front is there. */
	private static final double LOUDEST = 12;
	/**
	 * Gain of log probability from which on the shape is held to change: fronts that move, stretch and fade as a whole have less in
	 * all but three in a hundred runs (one in five where there are but six columns), those of the twin's movies more in all but six. A
	 * front read by columns for nothing only has a wider interval; one fitted as a whole against its nature is off by more than its own.
	 */
	private static final double CHANGED = 0.2;
	/** Change of shape, in heights of the crest, below which there is none to speak of. */
	private static final double MATERIAL = 0.015;
}
