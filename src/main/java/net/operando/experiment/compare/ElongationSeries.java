package net.operando.experiment.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import net.operando.analysis.rod.LengthSeries;
import net.operando.base.InsufficientDataException;
import net.operando.data.io.CsvTable;

/**
 * How much longer a rod became during a step, against the specific capacity passed since the step began. Elongation is
 * (1 + strain)/(1 + strain₀) − 1 with strain₀ that of the usable frame nearest to the start. Immutable.
 */
public final class ElongationSeries {

	private static final Set<String> USABLE = Set.of(LengthSeries.OK, LengthSeries.FLAT, LengthSeries.OUTSIDE);
	private static final String HINT = "measure the rod's length again";

	private final String experiment;
	private final String rodId;
	private final String step;
	private final double cRate;
	private final double startMahPerG;
	private final List<double[]> rows = new ArrayList<>();

	private ElongationSeries(final String experiment, final String rodId, final String step, final double cRate,
		final double startMahPerG)
	{
		this.experiment = experiment;
		this.rodId = rodId;
		this.step = step;
		this.cRate = cRate;
		this.startMahPerG = startMahPerG;
	}

	/** Where Rod Length leaves a rod's lengths. */
	static Path lengths(final AnalysedExperiment experiment, final String rodId) {
		return experiment.folder().resolve(rodId).resolve("length.csv");
	}

	/**
	 * Joins lengths and charges by time.
	 *
	 * @param row of the experiment's summary, for rod and step
	 * @throws InsufficientDataException if there is no charge, or no length during the step; the reason is its message
	 * @throws net.operando.data.io.FormatException if a file is damaged
	 */
	static ElongationSeries of(final AnalysedExperiment experiment, final int row) {
		final CsvTable summary = experiment.summary();
		final String rod = summary.text(row, "rod_id");
		final Path clock = experiment.folder().resolve("timeline.csv");
		if (!Files.isRegularFile(clock)) throw new InsufficientDataException("no timeline.csv, so no charge is known");
		final ElongationSeries series = new ElongationSeries(experiment.name(), rod, summary.text(row, "step"), summary
			.number(row, "c_rate"), summary.number(row, "start_x") * experiment.capacityMahPerG());
		series.join(CsvTable.read(lengths(experiment, rod), HINT, "frame", "time_s", "strain", "strain_se", "flag"), CsvTable
			.read(clock, "analyse the experiment again", "time_s", "charge_mAh_per_g"), summary.number(row, "start_s"), summary
				.number(row, "end_s"));
		return series;
	}

	private void join(final CsvTable lengths, final CsvTable timeline, final double start, final double end) {
		final double[] seconds = column(timeline, "time_s");
		final double[] charge = column(timeline, "charge_mAh_per_g");
		int reference = -1;
		final List<Integer> inside = new ArrayList<>();
		for (int i = 0; i < lengths.rowCount(); i++) {
			final double time = lengths.number(i, "time_s");
			if (!isUsable(lengths, i) || Double.isNaN(at(seconds, charge, time))) continue;
			if (reference < 0 || Math.abs(time - start) < Math.abs(lengths.number(reference, "time_s") - start)) reference = i;
			if (time >= start && time <= end) inside.add(i);
		}
		if (inside.isEmpty()) throw new InsufficientDataException(
			"no frame of the step has both a length and a specific charge (which needs massMilligrams)");
		final double first = at(seconds, charge, start);
		final double before = Double.isNaN(first) ? at(seconds, charge, lengths.number(reference, "time_s")) : first;
		final double unit = 100 / (1 + lengths.number(reference, "strain"));
		for (final int i : inside) {
			final double time = lengths.number(i, "time_s");
			rows.add(new double[] { lengths.number(i, "frame"), time, Math.abs(at(seconds, charge, time) - before), (lengths
				.number(i, "strain") - lengths.number(reference, "strain")) * unit, lengths.number(i, "strain_se") * unit });
		}
	}

	/** Flags that only say that the length does not tell x leave the length as good as it is. */
	private static boolean isUsable(final CsvTable lengths, final int row) {
		return USABLE.contains(lengths.text(row, "flag")) && !Double.isNaN(lengths.number(row, "strain"));
	}

	private static double[] column(final CsvTable table, final String name) {
		final double[] values = new double[table.rowCount()];
		for (int i = 0; i < values.length; i++)
			values[i] = table.number(i, name);
		return values;
	}

	/** Linear between neighbours; NaN outside and beside a gap. */
	private static double at(final double[] seconds, final double[] values, final double time) {
		final int found = Arrays.binarySearch(seconds, time);
		if (found >= 0) return values[found];
		final int after = -found - 1;
		if (after == 0 || after == seconds.length) return Double.NaN;
		return values[after - 1] + (values[after] - values[after - 1]) * (time - seconds[after - 1]) / (seconds[after] -
			seconds[after - 1]);
	}

	public String experiment() {
		return experiment;
	}

	public String rodId() {
		return rodId;
	}

	public String step() {
		return step;
	}

	/** As measured, positive for lithiation. */
	public double cRate() {
		return cRate;
	}

	/** Charge in the material when the step began, in mAh/g; NaN if x was not known. */
	public double startMahPerG() {
		return startMahPerG;
	}

	public int size() {
		return rows.size();
	}

	/** Number of the frame, from 1. */
	public int frame(final int i) {
		return (int) rows.get(i)[0];
	}

	public double timeSeconds(final int i) {
		return rows.get(i)[1];
	}

	/** Charge passed since the step began, either way, in mAh/g. */
	public double capacityMahPerG(final int i) {
		return rows.get(i)[2];
	}

	/** In percent of the length when the step began. */
	public double elongationPercent(final int i) {
		return rows.get(i)[3];
	}

	/** Standard error of the length in percent, that of the first length not in it; NaN if not known. */
	public double standardErrorPercent(final int i) {
		return rows.get(i)[4];
	}
}
