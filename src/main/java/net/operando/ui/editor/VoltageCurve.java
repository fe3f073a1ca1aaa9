package net.operando.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.operando.data.io.CsvTable;
import net.operando.data.io.FormatException;

/** Voltage against the movie's time, from a {@code timeline.csv}. Immutable. */
public final class VoltageCurve {

	private static final String NAME = "timeline.csv";
	/** An analysis keeps its timeline two folders above the kymographs of its steps. */
	private static final int LEVELS = 3;

	private final double[] seconds;
	private final double[] volts;

	private VoltageCurve(final double[] seconds, final double[] volts) {
		this.seconds = seconds;
		this.volts = volts;
	}

	/**
	 * @param given the file; null looks for one in the folder of the kymograph's file and the two above it
	 * @param kymograph the kymograph's file, or none
	 * @throws FormatException if the file given is no timeline
	 */
	public static Optional<VoltageCurve> of(final Path given, final List<Path> kymograph) {
		if (given != null) return Optional.of(read(given));
		for (final Path file : kymograph) {
			Path folder = file.toAbsolutePath().getParent();
			for (int level = 0; level < LEVELS && folder != null; level++, folder = folder.getParent())
				if (Files.isRegularFile(folder.resolve(NAME))) try {
					return Optional.of(read(folder.resolve(NAME)));
				}
				catch (final FormatException e) {
					// nobody asked for this file, and it is something else of that name
					return Optional.empty();
				}
		}
		return Optional.empty();
	}

	private static VoltageCurve read(final Path file) {
		final CsvTable table = CsvTable.read(file, "give the timeline.csv of Align Electrochemistry", "time_s", "voltage_V");
		final double[] t = new double[table.rowCount()];
		final double[] v = new double[t.length];
		for (int i = 0; i < t.length; i++) {
			t[i] = table.number(i, "time_s");
			v[i] = table.number(i, "voltage_V");
		}
		return new VoltageCurve(t, v);
	}

	double[] seconds() {
		return seconds;
	}

	double[] volts() {
		return volts;
	}

	/** The voltage of the row nearest in time; NaN without any. */
	double at(final double time) {
		double nearest = Double.POSITIVE_INFINITY;
		double value = Double.NaN;
		for (int i = 0; i < seconds.length; i++)
			if (Math.abs(seconds[i] - time) < nearest && !Double.isNaN(volts[i])) {
				nearest = Math.abs(seconds[i] - time);
				value = volts[i];
			}
		return value;
	}
}
