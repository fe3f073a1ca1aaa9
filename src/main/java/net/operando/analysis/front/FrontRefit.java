package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.kymograph.Kymograph;

/**
 * Fits a front along a path drawn by hand with the tracer's own methods: the joint fit, together with the fronts that are there
 * at the same time, or column by column near the path. The path only says where to begin and which columns may be used; that
 * it was drawn does not make a front of noise. Where the plain definition would be taken (no noise), positions are read
 * column by column by the same definition and the line goes through all columns of the path. Thread-safe.
 */
public final class FrontRefit {

	/** Fewest columns a velocity rests on, as in the tracer. */
	private static final int FEWEST = 5;
	/**
	 * Standard deviations by which what lies along a path must add up to more than noise: one in 2e6 by chance for one line,
	 * and some ten independent offsets are looked at.
	 */
	private static final double SEEN = 5;
	/** Share of the line within which a front is looked for to either side of a path. */
	private static final double NEAR = 0.1;
	/** Share of the line beyond which a fit has left its path: as far as the tracer looks for a flank about a line. */
	private static final double STRAYED = 0.2;

	private final Kymograph kymograph;
	private final FrontPath path;
	private final List<FrontVelocity> others;
	private final FrontParameters parameters;
	private final int id;

	private FrontRefit(final Kymograph kymograph, final FrontPath path, final List<FrontVelocity> others,
		final FrontParameters parameters, final int id)
	{
		this.kymograph = kymograph;
		this.path = path;
		this.others = others;
		this.parameters = parameters;
		this.id = id;
	}

	/**
	 * @param kymograph rates or intensities, calibrated
	 * @param path where the front is, and from when to when
	 * @param without_s times of columns that are left out, in s
	 * @param others the fronts that are there besides
	 * @param parameters as for {@link FrontTracer#trace}; the polarity says which signs are admitted
	 * @param id the number it gets
	 * @param progress told about it; cancelling takes effect within one iteration of a fit
	 * @return the front, flagged {@link FrontVelocity#MANUAL}; without a velocity, and flagged so, if nothing can be followed
	 */
	public static FrontVelocity along(final Kymograph kymograph, final FrontPath path, final double[] without_s,
		final List<FrontVelocity> others, final FrontParameters parameters, final int id, final Progress progress)
	{
		parameters.validate();
		return new FrontRefit(kymograph, path, others, parameters, id).refit(without_s, progress);
	}

	private FrontVelocity refit(final double[] without, final Progress progress) {
		final RateGrid whole = RateGrid.of(kymograph, parameters.fromSeconds(), parameters.toSeconds());
		if (whole == null || whole.columns.length < FEWEST) return nothing(FrontVelocity.TOO_FEW, 0);
		final FrontMethod method = FrontTracer.method(kymograph, parameters, whole);
		final int overlap = method == FrontMethod.JOINT ? FrontTracer.overlap(kymograph) : 1;
		final Kymograph columns = blanked(overlap > 1 ? FrontTracer.everyOther(kymograph, overlap) : kymograph, without);
		final double margin = 0.5 * columns.times().medianIntervalSeconds();
		final RateGrid grid = RateGrid.of(columns, latest(parameters.fromSeconds(), path.firstSeconds() - margin), -latest(-parameters
			.toSeconds(), -path.lastSeconds() - margin));
		if (grid == null || grid.columns.length < FEWEST) return nothing(FrontVelocity.TOO_FEW, grid == null ? 0
			: grid.columns.length);
		final double onset = Double.isNaN(parameters.fromSeconds()) ? whole.intervals.begin(whole.columns[0]) : parameters
			.fromSeconds();
		TracedFront best = null;
		List<TracedFront> together = List.of();
		for (final FrontPolarity polarity : new FrontPolarity[] { FrontPolarity.DARK, FrontPolarity.BRIGHT }) {
			if (parameters.polarity() != FrontPolarity.BOTH && parameters.polarity() != polarity) continue;
			final List<TracedFront> fitted = method == FrontMethod.JOINT ? joint(grid, polarity, onset, progress) : byColumn(grid, polarity);
			for (final TracedFront front : fitted)
				if (front.pilot.score == DrawnFront.SCORE && (best == null || isClearer(front, best))) {
					best = front;
					together = fitted;
				}
		}
		if (best == null) return nothing(FrontVelocity.NOT_FOLLOWED, 0);
		if (!best.metresPerSecond.isKnown()) return nothing(best.flag, best.metresPerSecond.n());
		final double middle = best.meanSeconds;
		final boolean strayed = parameters.criterion() != FrontCriterion.ARRIVAL && Math.abs(best.at(middle) - path.at(middle) *
			1e6) > STRAYED * grid.length();
		if (strayed || method == FrontMethod.JOINT && !JointTracing.moves(best)) return nothing(FrontVelocity.NOT_FOLLOWED,
			best.metresPerSecond.n());
		return new FrontVelocity(id, parameters.criterion(), best.polarity(isEdge()), best.origin, best.metresPerSecond, kymograph
			.lagSeconds(), best.window + along(), manual(best.flag), best.points, FrontLine.of(best, together));
	}

	/** The later of two times of which the first may not be given. */
	private static double latest(final double limit, final double time) {
		return Double.isNaN(limit) ? time : Math.max(limit, time);
	}

	private boolean isEdge() {
		return !kymograph.quantity().isRate() && parameters.criterion() != FrontCriterion.EXTREMUM;
	}

	private static String manual(final String flag) {
		return FrontVelocity.OK.equals(flag) ? FrontVelocity.MANUAL : FrontVelocity.MANUAL + "+" + flag;
	}

	private String along() {
		return String.format(Locale.ROOT, ", along a path drawn by hand from %.4g to %.4g s", path.firstSeconds(), path
			.lastSeconds());
	}

	/** The front without a velocity, its points those of the path. */
	private FrontVelocity nothing(final String flag, final int n) {
		final List<FrontPoint> points = new ArrayList<>();
		for (int c = 0; c < kymograph.columns(); c++) {
			final double t = kymograph.times().seconds(c);
			if (t >= path.firstSeconds() && t <= path.lastSeconds()) points.add(new FrontPoint(t, path.at(t), Double.NaN, false));
		}
		final boolean forward = path.metresPerSecond() >= 0;
		final FrontPolarity polarity = parameters.polarity() == FrontPolarity.BRIGHT ? FrontPolarity.BRIGHT : FrontPolarity.DARK;
		return new FrontVelocity(id, parameters.criterion(), polarity, forward ? FrontOrigin.START : FrontOrigin.END, Estimate.none(n,
			parameters.criterion().key()), kymograph.lagSeconds(), "no velocity" + along(), manual(flag), points);
	}

	/** With a velocity rather than without, then with the smaller relative error: two sides of one contrast are fitted alike. */
	private static boolean isClearer(final TracedFront a, final TracedFront b) {
		if (a.metresPerSecond.isKnown() != b.metresPerSecond.isKnown()) return a.metresPerSecond.isKnown();
		final double errorA = Math.abs(a.metresPerSecond.standardError() / a.speed);
		final double errorB = Math.abs(b.metresPerSecond.standardError() / b.speed);
		return errorA < errorB;
	}

	/** The drawn front and those that are there at the same time, in one fit. */
	private List<TracedFront> joint(final RateGrid grid, final FrontPolarity polarity, final double onset,
		final Progress progress)
	{
		final JointTracing tracing = new JointTracing(grid, parameters.between(onset, parameters.toSeconds()));
		final DrawnFront drawn = new DrawnFront(path, polarity == FrontPolarity.BRIGHT ? 1 : -1, grid.seconds.length, 0);
		final List<PilotFront> group = new ArrayList<>();
		for (final FrontVelocity other : others) {
			final PilotFront pilot = pilot(other, grid);
			if (pilot != null && !isTheSame(pilot, drawn, grid)) group.add(tracing.flank(pilot));
		}
		group.add(tracing.flank(drawn));
		return tracing.fit(group, progress);
	}

	/** A front that is known, in the columns of a grid, with its number, negative, for a score; null if it has no line or is seen in too few of them. */
	private static PilotFront pilot(final FrontVelocity front, final RateGrid grid) {
		if (!front.velocity().isKnown()) return null;
		int first = grid.seconds.length;
		int last = -1;
		for (int c = 0; c < grid.seconds.length; c++)
			if (grid.seconds[c] >= front.firstSeconds() && grid.seconds[c] <= front.lastSeconds()) {
				first = Math.min(first, c);
				last = c;
			}
		if (last - first + 1 < FEWEST) return null;
		final double[] middle = front.middle();
		final FrontPath line = FrontPath.of(front);
		return new PilotFront(front.polarity() == FrontPolarity.BRIGHT ? 1 : -1, line.metresPerSecond() * 1e6, middle[0],
			middle[1] * 1e6, first, last, -front.id(), Double.NaN, Double.NaN, Double.NaN);
	}

	/** Whether a path was drawn on a front there is already: both in one fit would share it. */
	private static boolean isTheSame(final PilotFront known, final PilotFront drawn, final RateGrid grid) {
		double apart = 0;
		for (int c = known.firstColumn; c <= known.lastColumn; c++)
			apart += Math.abs(known.at(grid.seconds[c]) - drawn.at(grid.seconds[c])) / (known.lastColumn - known.firstColumn + 1);
		return known.direction() == drawn.direction() && apart < Math.max(2 * grid.step, grid.length() / 20);
	}

	/** Positions read near the path column by column; none if what lies along it is no more than noise. */
	private List<TracedFront> byColumn(final RateGrid grid, final FrontPolarity polarity) {
		final ColumnTracing tracing = new ColumnTracing(grid, !kymograph.quantity().isRate(), parameters);
		final double[][] signal = tracing.signal();
		// of an edge, bright means that the bright side is behind it
		final double sign = (polarity == FrontPolarity.BRIGHT ? 1 : -1) * (isEdge() && path.metresPerSecond() < 0 ? -1 : 1);
		final int near = (int) (NEAR * grid.length() / grid.step);
		double best = 0;
		int offset = 0;
		for (int o = -near; o <= near; o++) {
			double sum = 0;
			int n = 0;
			for (int c = 0; c < signal.length; c++) {
				final int row = (int) Math.round((path.at(grid.seconds[c]) * 1e6 - grid.positions[0]) / grid.step) + o;
				if (row < 0 || row >= grid.rows()) continue;
				sum += sign * signal[c][row];
				n++;
			}
			if (n >= FEWEST && sum / Math.sqrt(n) > best) {
				best = sum / Math.sqrt(n);
				offset = o;
			}
		}
		if (best < SEEN) return List.of();
		return List.of(tracing.trace(new DrawnFront(path, sign, grid.seconds.length, offset * grid.step), tracing.half(), tracing
			.isRidge()));
	}

	/** The kymograph without the values of some columns. */
	private static Kymograph blanked(final Kymograph k, final double[] without) {
		if (without.length == 0) return k;
		final float[][] values = new float[k.columns()][];
		for (int c = 0; c < values.length; c++)
			values[c] = k.column(c);
		for (final double t : without) {
			final int c = k.times().nearest(t);
			values[c] = new float[k.rows()];
			java.util.Arrays.fill(values[c], Float.NaN);
		}
		return Kymograph.of(values, null, k.times(), k.positionStepMetres(), k.quantity(), k.lagSeconds(), k.warnings());
	}
}
