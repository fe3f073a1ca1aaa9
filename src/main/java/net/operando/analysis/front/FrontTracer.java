package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/**
 * Traces fronts in a kymograph and states their velocities by one definition (see the package). Thread-safe: the
 * kymograph is only read.
 */
public final class FrontTracer {

	/** Noise below this share of the largest rate is taken for rounding, and the definitions are used literally. */
	private static final double NOISE_FREE = 2e-4;

	private FrontTracer() {}

	/**
	 * @param given rates (measured or simulated) or intensities, calibrated
	 * @param parameters what to look for
	 * @param progress told about it; cancelling takes effect within one iteration of a fit
	 * @return the fronts, none if there is nothing above the noise
	 * @throws net.operando.base.InvalidInputException if the kymograph has no length unit, or a parameter cannot be meant
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static FrontAnalysis trace(final Kymograph given, final FrontParameters parameters, final Progress progress) {
		return trace(given, parameters, false, progress);
	}

	/** @param cracked whether these are rates of a piece of a rod since a crack made it */
	static FrontAnalysis trace(final Kymograph given, final FrontParameters parameters, final boolean cracked,
		final Progress progress)
	{
		parameters.validate();
		final List<String> warnings = new ArrayList<>(given.warnings());
		if (given.times().isNominal() && warnings.stream().noneMatch(w -> w.contains("nominal"))) warnings.add(
			"The times are nominal (made from a frame rate), so every velocity is only as good as that rate.");
		Kymograph kymograph = given;
		RateGrid grid = RateGrid.of(kymograph, parameters.fromSeconds(), parameters.toSeconds());
		if (grid == null || grid.columns.length < 3) {
			warnings.add("There are fewer than three whole columns in the time range: no front was looked for.");
			return new FrontAnalysis(List.of(), List.of(), Double.NaN, Homogeneity.UNKNOWN, warnings);
		}
		final FrontMethod method = method(kymograph, parameters, grid);
		final int overlap = overlap(kymograph);
		if (method == FrontMethod.JOINT && overlap > 1) {
			kymograph = everyOther(kymograph, overlap);
			warnings.add("The lag spans " + overlap + " frames, so one column in " + overlap +
				" was used: the others hold the same change again. Average frames (Bin Operando Movie) to use all of them.");
			grid = RateGrid.of(kymograph, parameters.fromSeconds(), parameters.toSeconds());
			if (grid == null || grid.columns.length < 3) {
				warnings.add("There are fewer than three such columns in the time range: no front was looked for.");
				return new FrontAnalysis(List.of(), List.of(), Double.NaN, Homogeneity.UNKNOWN, warnings);
			}
		}
		final List<TracedFront> traced = eachOnce(run(method, grid, kymograph, parameters, cracked, progress.part(0, 0.95)), grid.step);
		final boolean edges = !kymograph.quantity().isRate() && parameters.criterion() != FrontCriterion.EXTREMUM;
		final List<FrontVelocity> fronts = new ArrayList<>();
		for (int i = 0; i < traced.size(); i++) {
			final TracedFront f = traced.get(i);
			fronts.add(new FrontVelocity(i + 1, parameters.criterion(), f.polarity(edges), f.origin, f.metresPerSecond, kymograph.lagSeconds(), f.window, f.flag, f.points, FrontLine.of(f)));
		}
		final List<MeetingPoint> meetings = new ArrayList<>();
		if (parameters.criterion() != FrontCriterion.ARRIVAL) for (int i = 0; i < traced.size(); i++)
			for (int j = 0; j < traced.size(); j++) {
				final MeetingPoint m = TracedFront.meeting(traced.get(i), i + 1, traced.get(j), j + 1, grid.positions[0],
					grid.positions[grid.rows() - 1]);
				if (m != null) meetings.add(m);
			}
		if (parameters.criterion() == FrontCriterion.ARRIVAL && Double.isNaN(parameters.fromSeconds())) warnings.add(String
			.format(Locale.ROOT, "Arrival is counted from the first column (%.4g s): give fromSeconds if the current starts later.",
				grid.intervals.begin(grid.columns[0])));
		final Homogeneity homogeneity = Homogeneity.of(grid, kymograph.quantity(), method == FrontMethod.PLAIN);
		progress.update(1, "fronts traced");
		return new FrontAnalysis(fronts, meetings, homogeneity.seconds(), homogeneity.definition(), warnings);
	}

	/**
	 * The same for rates along a rod with fringes, whose gain is taken out first; extrema are flagged where there are any to
	 * speak of.
	 *
	 * @param gain per position, see {@link Fringes#gain}
	 */
	public static FrontAnalysis trace(final Kymograph given, final double[] gain, final FrontParameters parameters,
		final Progress progress)
	{
		final FrontAnalysis a = trace(Fringes.without(given, gain), parameters, progress);
		if (parameters.criterion() != FrontCriterion.EXTREMUM || Fringes.swing(gain) < FRINGED) return a;
		return new FrontAnalysis(a.fronts().stream().map(f -> f.doubted(FrontVelocity.FRINGES)).collect(Collectors.toList()), a
			.meetings(), a.homogeneousSeconds(), a.homogeneousDefinition(), a.warnings());
	}

	/** Swing of the gain, such as that of a contrast of 10 %, from which on extrema are not to be trusted. */
	private static final double FRINGED = 0.1;

	/** How many columns begin within one lag: more than one if the lag spans several frames. */
	static int overlap(final Kymograph k) {
		if (!k.quantity().isRate() || k.columns() < 3) return 1;
		return (int) Math.max(1, Math.rint(k.lagSeconds() / k.times().medianIntervalSeconds()));
	}

	/** Every so many columns: a chain in which neighbours share a frame, as the fit's covariance has it. */
	static Kymograph everyOther(final Kymograph k, final int step) {
		final int n = (k.columns() + step - 1) / step;
		final float[][] values = new float[n][];
		final float[][] errors = k.hasStandardErrors() ? new float[n][k.rows()] : null;
		final double[] seconds = new double[n];
		for (int c = 0; c < n; c++) {
			values[c] = k.column(c * step);
			seconds[c] = k.times().seconds(c * step);
			if (errors != null) for (int r = 0; r < k.rows(); r++)
				errors[c][r] = k.standardError(c * step, r);
		}
		final TimeAxis times = TimeAxis.of(seconds).markedNominal(k.times().isNominal());
		return Kymograph.of(values, errors, k.times().origin().map(times::startingAt).orElse(times), k.positionStepMetres(), k
			.quantity(), k.lagSeconds(), k.warnings());
	}

	/** Lines that start from different guesses may end on the same front: of those within a position of each other, the first. */
	private static List<TracedFront> eachOnce(final List<TracedFront> traced, final double step) {
		final List<TracedFront> once = new ArrayList<>();
		for (final TracedFront front : traced) {
			boolean known = false;
			for (final TracedFront other : once)
				known |= front.hasLine() && other.hasLine() && front.speed * other.speed > 0 && Math.abs(front.at(front.meanSeconds) - other.at(
					front.meanSeconds)) < step && Math.abs(front.at(other.meanSeconds) - other.at(other.meanSeconds)) < step;
			if (!known) once.add(front);
		}
		return once;
	}

	private static List<TracedFront> run(final FrontMethod method, final RateGrid grid, final Kymograph kymograph,
		final FrontParameters parameters, final boolean cracked, final Progress progress)
	{
		if (method == FrontMethod.PLAIN) return new PlainTracing(grid, parameters).trace();
		if (method == FrontMethod.BY_COLUMN) return new ColumnTracing(grid, !kymograph.quantity().isRate(), parameters)
			.trace(progress);
		if (cracked) return new FaceFronts(grid, parameters).orElse(() -> new JointTracing(grid, parameters).trace(progress.part(0.2, 1)), progress
			.part(0, 0.2));
		final List<TracedFront> broad = new BroadFronts(grid, parameters).trace(progress.part(0, 0.2));
		return broad != null ? broad : new JointTracing(grid, parameters).trace(progress.part(0.2, 1));
	}

	static FrontMethod method(final Kymograph kymograph, final FrontParameters parameters, final RateGrid grid) {
		if (parameters.method() != FrontMethod.AUTO) return parameters.method();
		final KymographQuantity q = kymograph.quantity();
		if (!q.isRate()) return FrontMethod.BY_COLUMN;
		if (grid.noise < NOISE_FREE * grid.peak() || !hasNoise(kymograph) && q == KymographQuantity.COMPOSITION_RATE)
			return FrontMethod.PLAIN;
		return parameters.criterion() == FrontCriterion.ZERO_CROSSING ? FrontMethod.BY_COLUMN : FrontMethod.JOINT;
	}

	/** Whether any value is stated to have an error. */
	private static boolean hasNoise(final Kymograph k) {
		if (k.hasStandardErrors()) for (int c = 0; c < k.columns(); c++)
			for (int z = 0; z < k.rows(); z++)
				if (k.standardError(c, z) > 0) return true;
		return false;
	}
}
