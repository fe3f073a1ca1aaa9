package net.operando.experiment.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

/** Front velocities and elongations of many experiments by C-rate. Immutable. */
public final class RateComparison {

	private final CompareParameters parameters;
	private final List<RateGroup> groups = new ArrayList<>();
	private final List<double[]> simulated = new ArrayList<>();
	private final List<ElongationSeries> elongations;
	/** Starts of rods in mAh/g that differ by no more, 0.05 in x, are taken as one. */
	private static final double SAME_START = 9;

	private final NumberPairs xrd;
	private final double xrdStart;
	private final RateGroups rates;
	private final List<LeftOut> leftOut;
	private final List<String> warnings = new ArrayList<>();
	private final List<Path> inputs;
	private final boolean nominal;
	private final boolean placeholder;

	private RateComparison(final FrontSelection selection, final NumberPairs simulated, final NumberPairs xrd,
		final boolean placeholder, final CompareParameters parameters)
	{
		this.placeholder = placeholder;
		this.parameters = parameters;
		elongations = selection.elongations();
		final double start = commonStart(elongations);
		final Optional<NumberPairs> counted = Double.isNaN(start) ? Optional.empty() : xrd.countedFrom(start);
		this.xrd = counted.orElse(xrd);
		xrdStart = counted.isPresent() ? start : Double.NaN;
		leftOut = selection.leftOut();
		inputs = selection.inputs();
		nominal = selection.isNominal();
		rates = RateGroups.of(selection.rates(), parameters.rateTolerance());
		for (final double name : rates.nominal()) {
			final List<ComparedFront> fronts = new ArrayList<>();
			for (final ComparedFront front : selection.fronts())
				if (rates.nominal(front.cRate()) == name) fronts.add(front);
			if (!fronts.isEmpty()) groups.add(new RateGroup(name, fronts));
		}
		if (simulated != null) for (int i = 0; i < simulated.size(); i++)
			if (simulated.first(i) * parameters.sign() > 0) {
				final double size = Math.abs(simulated.first(i));
				this.simulated.add(new double[] { Double.isNaN(rates.nominal(size)) ? size : rates.nominal(size), size, simulated
					.second(i) });
			}
	}

	/**
	 * Compares all experiments in a folder and its sub-folders.
	 *
	 * @param simulated CSV with the columns c_rate and velocity_nm_per_s, or null
	 * @param xrd CSV with the columns capacity_mAh_per_g and elongation_percent; null takes the placeholder
	 * @throws InvalidInputException if the folder holds no experiment, or experiments that cannot be compared
	 * @throws InsufficientDataException if no front is left
	 * @throws IOException if a file system fails
	 */
	public static RateComparison of(final Path folder, final Path simulated, final Path xrd,
		final CompareParameters parameters, final Progress progress) throws IOException
	{
		if (!Files.isDirectory(folder)) throw new InvalidInputException(folder +
			" is not a folder: give the one that holds the output folders of Analyse Experiment.");
		final NumberPairs given = simulated == null ? null : NumberPairs.simulated(simulated);
		final NumberPairs curve = NumberPairs.elongation(xrd);
		final List<Path> folders = AnalysedExperiment.folders(folder);
		if (folders.isEmpty()) throw new InvalidInputException(folder +
			" holds no summary.csv: give the folder that holds the output folders of Analyse Experiment.");
		final FrontSelection selection = new FrontSelection(parameters);
		for (int i = 0; i < folders.size(); i++) {
			progress.checkCancelled();
			selection.add(folders.get(i), AnalysedExperiment.name(folder, folders.get(i)));
			progress.update((i + 1.0) / folders.size(), "Experiments");
		}
		selection.check();
		final RateComparison comparison = new RateComparison(selection, given, curve, xrd == null, parameters);
		for (final RateGroup group : comparison.groups)
			comparison.checkLags(group);
		comparison.warn(selection, given);
		return comparison;
	}

	/** Mean charge in the material when the steps began; NaN if it is not known of all or differs. */
	private static double commonStart(final List<ElongationSeries> elongations) {
		final DoubleSummaryStatistics starts = elongations.stream().mapToDouble(ElongationSeries::startMahPerG)
			.summaryStatistics();
		return starts.getMax() - starts.getMin() <= SAME_START ? starts.getAverage() : Double.NaN;
	}

	private void checkLags(final RateGroup group) {
		if (group.longestLagSeconds() <= group.shortestLagSeconds() * parameters.lagRatio()) return;
		final ComparedFront shortest = group.fronts().stream().min((a, b) -> Double.compare(a.lagSeconds(), b.lagSeconds()))
			.get();
		final ComparedFront longest = group.fronts().stream().max((a, b) -> Double.compare(a.lagSeconds(), b.lagSeconds()))
			.get();
		throw new InvalidInputException("The fronts at " + CompareTables.rate(group.nominalCRate()) + " have lags from " + shortest.lagSeconds() +
			" s (" + shortest.experiment() + ") to " + longest.lagSeconds() + " s (" + longest.experiment() +
			"), and a velocity depends on its lag: analyse them with the same lagSeconds, compare them apart, or allow it with lagratio.");
	}

	private void warn(final FrontSelection selection, final NumberPairs given) {
		if (selection.experimentCount() == 1) warnings.add(
			"Only one experiment was found, so the spread is that of its own fronts and says nothing of others.");
		final long fronts = leftOut.stream().filter(o -> !o.frontId().isEmpty()).count();
		if (fronts > 0) warnings.add(fronts + " of " + (fronts + selection.fronts().size()) +
			" fronts found by this criterion were left out (left_out.csv lists them): " + selection.reasons(true) + ".");
		for (final LeftOut one : leftOut)
			if (one.rodId().isEmpty()) warnings.add("Experiment " + one.experiment() + " was left out: " + one.reason() + ".");
		for (final RateGroup group : groups)
			if (group.speedsNmPerS().n() == 1) warnings.add("At " + CompareTables.rate(group.nominalCRate()) +
				" there is one front only, so its mean has no standard error.");
		if (nominal) warnings.add(
			"Some of the movies state no frame times but a rate only: velocities rest on times made from it (frame_times = nominal).");
		if (given != null && simulated.size() < given.size()) warnings.add((given.size() - simulated.size()) +
			" simulated velocities are of the other direction (the sign of c_rate) and are not shown.");
		if (elongations.isEmpty()) warnings.add(
			"No rod has both a length.csv in its folder and a specific charge, so no elongation is written: state massMilligrams and analyse again, or run Rod Length with the rod's folder as output.");
		else if (hasXrd() && Double.isNaN(xrdStart)) warnings.add(
			"The steps start at different contents x or it is not known, so the curve of X-ray diffraction is that from the empty material: compare rods that start alike.");
		if (!elongations.isEmpty() && placeholder && hasXrd()) warnings.add(
			"The curve of X-ray diffraction is a placeholder: give a measured one with xrd=FILE.");
	}

	public CompareParameters parameters() {
		return parameters;
	}

	/** C-rates at which fronts were measured, rising. */
	public List<RateGroup> groups() {
		return Collections.unmodifiableList(groups);
	}

	/** Number of simulated velocities. */
	public int simulatedCount() {
		return simulated.size();
	}

	/** The group a simulated velocity is shown with, or its own C-rate if there is none; without sign. */
	public double simulatedGroup(final int i) {
		return simulated.get(i)[0];
	}

	/** C-rate of a simulated velocity, without sign. */
	public double simulatedCRate(final int i) {
		return simulated.get(i)[1];
	}

	public double simulatedNmPerS(final int i) {
		return simulated.get(i)[2];
	}

	/** One per rod and step that has lengths and charges. */
	public List<ElongationSeries> elongations() {
		return elongations;
	}

	/** The nominal C-rate of an elongation, without sign. */
	public double nominalCRate(final ElongationSeries series) {
		return rates.nominal(series.cRate());
	}

	/** Elongation against capacity by X-ray diffraction, from where the steps start if that is one content, else from empty. */
	public NumberPairs xrd() {
		return xrd;
	}

	/** Charge in the material from which that curve is counted, in mAh/g; 0 for the empty one. */
	public double xrdStartMahPerG() {
		return Double.isNaN(xrdStart) ? 0 : xrdStart;
	}

	/** Whether the curve of X-ray diffraction can be compared: it starts from the empty material. */
	public boolean hasXrd() {
		return parameters.sign() > 0;
	}

	/** Whether that curve is the one that comes with the program. */
	public boolean isXrdPlaceholder() {
		return placeholder;
	}

	public List<LeftOut> leftOut() {
		return leftOut;
	}

	public List<String> warnings() {
		return Collections.unmodifiableList(warnings);
	}

	/** The files all this was read from. */
	public List<Path> inputs() {
		return inputs;
	}

	/** Whether some frame times were made from a rate alone. */
	public boolean isNominal() {
		return nominal;
	}
}
