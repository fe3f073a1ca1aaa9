package net.operando.data.io.titration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.io.cycler.ElectrochemFiles;
import net.operando.data.io.cycler.ElectrochemOptions;
import net.operando.data.io.FormatException;

/**
 * Titrations as text: everything {@link ElectrochemFiles} reads, and tables with the columns Seconds, Volts, Amps.
 * Stateless and thread-safe.
 */
public final class TitrationFiles {

	private TitrationFiles() {}

	/**
	 * Reads a file, or a folder of files of one experiment.
	 *
	 * @throws FormatException if it is no electrochemistry that can be read
	 * @throws IOException if the file system fails
	 */
	public static CyclerRecording read(final Path fileOrFolder, final Progress progress) throws IOException {
		if (!Files.isRegularFile(fileOrFolder) || ElectrochemFiles.recognises(fileOrFolder)) return ElectrochemFiles.read(
			fileOrFolder, ElectrochemOptions.defaults(), progress);
		final String name = String.valueOf(fileOrFolder.getFileName()).toLowerCase(Locale.ROOT);
		if (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv")) {
			final NumberTable table = NumberTable.read(fileOrFolder);
			final int t = table.column("seconds", "second");
			final int v = table.column("volts", "volt");
			final int i = table.column("amps", "amperes", "ampere");
			if (t >= 0 && v >= 0 && i >= 0) return recording(fileOrFolder, table, t, v, i);
		}
		// whatever it is, this says so in the reader's words
		return ElectrochemFiles.read(fileOrFolder, ElectrochemOptions.defaults(), progress);
	}

	private static CyclerRecording recording(final Path file, final NumberTable table, final int t, final int v,
		final int i)
	{
		final int rows = table.rowCount();
		final double[] time = new double[rows];
		final double[] volts = new double[rows];
		final double[] amperes = new double[rows];
		int n = 0;
		int dropped = 0;
		for (int r = 0; r < rows; r++) {
			time[n] = table.value(r, t);
			volts[n] = table.value(r, v);
			amperes[n] = table.value(r, i);
			final boolean good = Double.isFinite(time[n] + volts[n] + amperes[n]) && (n == 0 || time[n] > time[n - 1]);
			if (good) n++;
			else dropped++;
		}
		if (n < 3) throw new FormatException(file, "holds fewer than three rows of Seconds, Volts and Amps: export it again.");
		CyclerRecord record = CyclerRecord.of(String.valueOf(file.getFileName()), java.util.Arrays.copyOf(time, n),
			java.util.Arrays.copyOf(volts, n), java.util.Arrays.copyOf(amperes, n)).withTag("CSV", "");
		if (dropped > 0) record = record.withWarning(dropped + " rows of " + file.getFileName() +
			" were left out: no numbers, or a time not later than the one before.");
		return CyclerRecording.of(record);
	}
}
