package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.operando.data.io.TidyTable;
import net.operando.data.io.acquired.RecordingInfo;

/**
 * {@code samples.csv}: the potentiostat's samples as they were seen to arrive in its growing files. A row that was not there at one
 * look and there at the next was written in between, so each look bounds the moment that the file's own second 0 stands for;
 * all of a file's rows together bound it closely, and put the samples on the recording's clock. Not thread-safe.
 */
final class SampleLog implements AutoCloseable {

	static final String FILE = "samples.csv";
	static final String ECHEM = "echem.csv";
	private static final String HEADER = "file,time_in_file_s,voltage_V,current_A,after_ns,arrival_ns";

	private final LineLog log;

	private SampleLog(final LineLog log) {
		this.log = log;
	}

	static SampleLog create(final Path folder) throws IOException {
		return new SampleLog(LineLog.create(folder.resolve(FILE), HEADER));
	}

	/** @param afterNanos last look at which it was not there; @param arrivalNanos first look at which it was */
	void add(final String file, final double seconds, final double volts, final double amperes, final long afterNanos,
		final long arrivalNanos) throws IOException
	{
		log.add(file.replace(',', '_') + "," + seconds + "," + volts + "," + amperes + "," + afterNanos + "," + arrivalNanos);
	}

	@Override
	public void close() throws IOException {
		log.close();
	}

	/** How well a file's second 0 is known on the recording's clock. */
	static final class Zero {

		/** Monotonic ns of the file's second 0, in the middle of what its rows allow; the latest they allow if they have no earliest. */
		long nanos;
		/** From the middle to either end of that, in s; NaN if they have no earliest. */
		double halfWidthSeconds;
		/** By how much rows that were held back contradict others, in s; NaN if none does. */
		double heldBackSeconds;
		int rows;

		/** In words: where it is and how well that is known. */
		String describe(final RecordingInfo info) {
			final String at = String.format(Locale.ROOT, "second 0 is at %.4f s", info.seconds(nanos));
			if (!Double.isNaN(halfWidthSeconds)) return at + String.format(Locale.ROOT, " within %.4f s", halfWidthSeconds);
			if (Double.isNaN(heldBackSeconds)) return at +
				" or earlier: all its rows were there before the recording began, so how much earlier is not known";
			return at + String.format(Locale.ROOT,
				" or earlier: some of its rows were written up to %.4f s later than others, so how much earlier is not known", heldBackSeconds);
		}
	}

	private static final class Row {

		String file;
		double seconds;
		double volts;
		double amperes;
		long after;
		long arrival;
	}

	/** Writes echem.csv of what the log of a folder holds; nothing if it holds no sample. Returns the files' zeros. */
	static Map<String, Zero> writeEchem(final Path folder, final RecordingInfo info) throws IOException {
		final List<Row> rows = rows(folder);
		final Map<String, Zero> zeros = zeros(rows);
		if (rows.isEmpty()) return zeros;
		final TidyTable table = TidyTable.withColumns("time_s", "utc", "voltage_V", "current_A");
		double last = Double.NEGATIVE_INFINITY;
		for (final Row row : rows) {
			final long at = zeros.get(row.file).nanos + Math.round(1e9 * row.seconds);
			final double t = info.seconds(at);
			if (!(t > last)) continue;
			last = t;
			table.row(t, info.start().plusNanos(at - info.startNanos()).toString(), row.volts, row.amperes);
		}
		Files.write(folder.resolve(ECHEM), table.toCsv().getBytes(StandardCharsets.UTF_8));
		return zeros;
	}

	private static Map<String, Zero> zeros(final List<Row> rows) {
		final Map<String, long[]> bounds = new LinkedHashMap<>();
		final Map<String, Zero> zeros = new LinkedHashMap<>();
		for (final Row row : rows) {
			final long seconds = Math.round(1e9 * row.seconds);
			final long[] b = bounds.computeIfAbsent(row.file, f -> new long[] { Long.MIN_VALUE, Long.MAX_VALUE });
			if (row.after != Long.MIN_VALUE) b[0] = Math.max(b[0], row.after - seconds);
			b[1] = Math.min(b[1], row.arrival - seconds);
			final Zero zero = zeros.computeIfAbsent(row.file, f -> new Zero());
			zero.rows++;
			// rows held back by the writer contradict each other; the earliest arrival is then the better witness
			final boolean bounded = b[0] != Long.MIN_VALUE && b[0] <= b[1];
			zero.nanos = bounded ? b[0] + (b[1] - b[0]) / 2 : b[1];
			zero.halfWidthSeconds = bounded ? 0.5e-9 * (b[1] - b[0]) : Double.NaN;
			zero.heldBackSeconds = b[0] > b[1] ? 1e-9 * (b[0] - b[1]) : Double.NaN;
		}
		return zeros;
	}

	private static List<Row> rows(final Path folder) throws IOException {
		final List<Row> rows = new ArrayList<>();
		for (final String[] c : LineLog.read(folder.resolve(FILE), HEADER)) {
			final Row row = new Row();
			try {
				row.file = c[0];
				row.seconds = Double.parseDouble(c[1]);
				row.volts = Double.parseDouble(c[2]);
				row.amperes = Double.parseDouble(c[3]);
				row.after = Long.parseLong(c[4]);
				row.arrival = Long.parseLong(c[5]);
			}
			catch (final NumberFormatException damaged) {
				break;
			}
			rows.add(row);
		}
		return rows;
	}
}
