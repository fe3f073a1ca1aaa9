package net.operando.experiment.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.operando.analysis.front.FrontPolarity;
import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.data.io.CsvTable;

/** What is taken from each experiment, and what is left out with its reason. Not thread-safe. */
final class FrontSelection {

	private static final String NO_FRONT = "no_front";

	private final CompareParameters parameters;
	private final List<ComparedFront> fronts = new ArrayList<>();
	private final List<ElongationSeries> elongations = new ArrayList<>();
	private final List<Double> rates = new ArrayList<>();
	private final List<LeftOut> leftOut = new ArrayList<>();
	private final List<Path> inputs = new ArrayList<>();
	private final Map<String, String> rodsSeen = new HashMap<>();
	/** Experiments that have fronts, by how their fronts were looked for. */
	private final Map<String, String> tracings = new TreeMap<>();
	private int read;
	private int experiments;
	private boolean nominal;

	FrontSelection(final CompareParameters parameters) {
		this.parameters = parameters;
	}

	/** Takes what can be compared of a folder with a summary.csv. */
	void add(final Path folder, final String name) {
		final int before = fronts.size() + elongations.size();
		try {
			final AnalysedExperiment experiment = AnalysedExperiment.read(folder, name);
			read++;
			final List<Integer> rows = rows(experiment);
			addFronts(experiment, rows);
			addElongations(experiment, rows);
			if (fronts.size() + elongations.size() > before) {
				experiments++;
				nominal |= experiment.isNominal();
			}
		}
		catch (final OperandoException e) {
			leftOut.add(new LeftOut(name, "", "", "", e.getMessage().replaceAll("\\.$", "")));
		}
	}

	/** The measured rows of rods that were not met before, of any criterion. All are read first: a damaged table gives none. */
	private List<Integer> rows(final AnalysedExperiment experiment) {
		final CsvTable summary = experiment.summary();
		final Map<String, String> rods = new HashMap<>();
		final Set<String> twice = new HashSet<>();
		final List<Integer> rows = new ArrayList<>();
		for (int i = 0; i < summary.rowCount(); i++) {
			for (final String column : List.of("start_s", "end_s", "c_rate", "lag_s", "velocity_nm_per_s", "velocity_se_nm_per_s"))
				summary.number(i, column);
			final String rod = summary.text(i, "rod_id");
			if (!experiment.isMeasured(i)) continue;
			final String identity = experiment.identity(rod);
			if (identity == null || !rodsSeen.containsKey(identity)) {
				rows.add(i);
				rods.put(rod, identity);
			}
			else if (twice.add(rod)) leftOut.add(new LeftOut(experiment.name(), rod, "", "", "the same rod of the same recording as in " +
				rodsSeen.get(identity)));
		}
		rods.values().stream().filter(identity -> identity != null).forEach(identity -> rodsSeen.put(identity, experiment
			.name()));
		return rows;
	}

	private void addFronts(final AnalysedExperiment experiment, final List<Integer> rows) {
		final CsvTable summary = experiment.summary();
		final int before = fronts.size();
		final Set<String> steps = new HashSet<>();
		boolean found = true;
		for (final int row : rows) {
			if (isOfCriterion(summary, row)) steps.add(step(summary, row));
			found &= isNoFront(summary, row);
		}
		for (final int row : rows) {
			// a row that says that there is no front names no criterion: it counts, once, where the criterion has no other
			if (!isOfCriterion(summary, row) && !(isNoFront(summary, row) && steps.add(step(summary, row)))) continue;
			found = true;
			final String reason = reason(summary, row);
			if (reason.isEmpty()) fronts.add(new ComparedFront(experiment.name(), summary, row));
			else leftOut.add(new LeftOut(experiment.name(), summary.text(row, "rod_id"), summary.text(row, "step"), summary.text(
				row, "front_id"), reason));
		}
		if (!found) leftOut.add(new LeftOut(experiment.name(), "", "", "", "it has no fronts by " + parameters.criterion().key() +
			": add it to criteria in its parameters and analyse it again"));
		if (fronts.size() == before) return;
		tracings.putIfAbsent(experiment.tracing(), experiment.name());
		inputs.add(summary.file());
		for (final ComparedFront front : fronts.subList(before, fronts.size()))
			rates.add(front.cRate());
	}

	private static boolean isNoFront(final CsvTable summary, final int row) {
		return summary.text(row, "flag").equals(NO_FRONT);
	}

	private boolean isOfCriterion(final CsvTable summary, final int row) {
		return summary.text(row, "criterion").equals(parameters.criterion().key());
	}

	private static String step(final CsvTable summary, final int row) {
		return summary.text(row, "rod_id") + "\n" + summary.text(row, "step");
	}

	/** Why a row is not compared; empty if it is. */
	private String reason(final CsvTable summary, final int row) {
		final double rate = summary.number(row, "c_rate");
		if (Double.isNaN(rate)) return "C-rate not known (needs massMilligrams)";
		if (!(rate * parameters.sign() > 0)) return rate > 0 ? "lithiation" : rate < 0 ? "delithiation" : "no current";
		if (isNoFront(summary, row)) return "no front found in the step";
		final String polarity = summary.text(row, "polarity");
		if (parameters.polarity() != FrontPolarity.BOTH && !polarity.equals(parameters.polarity().key())) return "polarity " +
			polarity;
		if (!parameters.accepted().contains(summary.text(row, "flag"))) return "flag " + summary.text(row, "flag");
		if (Double.isNaN(summary.number(row, "velocity_nm_per_s"))) return "no velocity";
		return summary.number(row, "lag_s") > 0 ? "" : "lag not known";
	}

	private void addElongations(final AnalysedExperiment experiment, final List<Integer> rows) {
		final CsvTable summary = experiment.summary();
		final Set<String> done = new HashSet<>();
		for (final int row : rows) {
			final String rod = summary.text(row, "rod_id");
			if (!(summary.number(row, "c_rate") * parameters.sign() > 0)) continue;
			final boolean measured = Files.isRegularFile(ElongationSeries.lengths(experiment, rod));
			if (!done.add(measured ? step(summary, row) : rod)) continue;
			if (!measured) leftOut.add(new LeftOut(experiment.name(), rod, "", "", "elongation: no length.csv in the rod's folder"));
			else try {
				elongations.add(ElongationSeries.of(experiment, row));
				rates.add(summary.number(row, "c_rate"));
				if (!inputs.contains(ElongationSeries.lengths(experiment, rod))) inputs.add(ElongationSeries.lengths(experiment,
					rod));
			}
			catch (final OperandoException e) {
				leftOut.add(new LeftOut(experiment.name(), rod, summary.text(row, "step"), "", "elongation: " + e.getMessage()
					.replaceAll("\\.$", "")));
			}
		}
	}

	/**
	 * @throws InsufficientDataException if no front is left
	 * @throws InvalidInputException if the fronts' definitions differ
	 */
	void check() {
		if (read == 0) throw new InsufficientDataException("No experiment could be read: " + reasons(false) + ".");
		if (fronts.isEmpty()) throw new InsufficientDataException("No front is left to compare: " + reasons(false) +
			"; choose other fronts with criterion, polarity, direction or accept.");
		if (tracings.size() > 1) throw new InvalidInputException("The fronts were traced in different ways, " + distinct(
			tracings) + ": analyse the experiments with the same parameters, or compare them apart.");
		final Map<String, String> windows = new TreeMap<>();
		for (final ComparedFront front : fronts)
			windows.putIfAbsent(front.windowKind(), front.experiment());
		if (windows.size() > 1) throw new InvalidInputException("The fronts were measured over windows of different definitions, " +
			distinct(windows) + ": compare them apart.");
	}

	/** Each of several definitions with the first experiment that has it. */
	private static String distinct(final Map<String, String> definitions) {
		return definitions.entrySet().stream().map(d -> "'" + d.getKey() + "' (" + d.getValue() + ")").collect(Collectors.joining(
			" and "));
	}

	/**
	 * How many were left out for each reason, in words, the most frequent first.
	 *
	 * @param frontsOnly without whole experiments, rods and steps
	 */
	String reasons(final boolean frontsOnly) {
		final Map<String, Long> counts = leftOut.stream().filter(o -> !o.reason().startsWith("elongation") && !(frontsOnly && o
			.frontId().isEmpty())).collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.counting()));
		if (counts.isEmpty()) return "the experiments have no steps";
		return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).map(e -> e.getValue() + " for '" + e.getKey() +
			"'").collect(Collectors.joining(", "));
	}

	List<ComparedFront> fronts() {
		return List.copyOf(fronts);
	}

	List<ElongationSeries> elongations() {
		return List.copyOf(elongations);
	}

	/** The C-rates of all that is compared. */
	double[] rates() {
		return rates.stream().mapToDouble(Double::doubleValue).toArray();
	}

	List<LeftOut> leftOut() {
		return List.copyOf(leftOut);
	}

	List<Path> inputs() {
		return List.copyOf(inputs);
	}

	int experimentCount() {
		return experiments;
	}

	boolean isNominal() {
		return nominal;
	}
}
