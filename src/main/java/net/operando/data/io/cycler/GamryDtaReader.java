package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.io.FormatException;

/**
 * Gamry .DTA files, read by structure: a line KEY, TYPE, value is a header wherever it stands; a line NAME, TABLE opens a
 * table, whose indented lines are the column names, the units and the rows, and which ends at the next line that is not
 * indented. The claimed number of rows is not believed. Columns are found by name, units honoured. Not thread-safe.
 */
final class GamryDtaReader {

	private static final Pattern CURVE = Pattern.compile("(OCV)?CURVE\\d*");

	private final Path file;
	private final Map<String, String> header = new HashMap<>();
	private final Set<String> tables = new LinkedHashSet<>();
	private final List<String> notes = new ArrayList<>();
	private final CyclerFile result;
	private String tag = "";

	private GamryDtaReader(final Path file) {
		this.file = file;
		result = new CyclerFile(file);
	}

	/** Whether the file begins as a Gamry file does. */
	static boolean recognises(final Path file) {
		final String head = TextLines.head(file, 64);
		return head.startsWith("EXPLAIN") || head.matches("(?s)\\s*TAG\\t.*");
	}

	/**
	 * Reads a file.
	 *
	 * @throws FormatException if it holds no curve of time, voltage and current; it says what the file holds instead
	 * @throws IOException if the file system fails
	 */
	static CyclerFile read(final Path file) throws IOException {
		final GamryDtaReader reader = new GamryDtaReader(file);
		try (TextLines lines = new TextLines(file)) {
			reader.read(lines);
		}
		return reader.result();
	}

	private void read(final TextLines lines) throws IOException {
		String line = lines.next();
		while (line != null) {
			final String[] f = line.split("\t", -1);
			if (!f[0].isEmpty() && f.length > 1 && "TABLE".equals(f[1].trim())) line = table(f, lines);
			else {
				if (!f[0].isEmpty()) header(f);
				line = lines.next();
			}
		}
	}

	private void header(final String[] f) {
		final String key = f[0].trim();
		if ("TAG".equals(key) && f.length > 1) tag = f[1].trim();
		else if (f.length > 2) header.putIfAbsent(key, f[2].trim());
	}

	/** Reads a table and returns the line after it. */
	private String table(final String[] opening, final TextLines lines) throws IOException {
		final String name = opening[0].trim();
		tables.add(name);
		final String names = lines.next();
		if (names == null || !names.startsWith("\t")) return names;
		final String[] columns = trimmed(names);
		final int t = indexOf(columns, "T");
		final int v = indexOf(columns, "Vf", "Vm");
		if (!CURVE.matcher(name).matches() || t < 0 || v < 0) return skip(lines);
		final int i = indexOf(columns, "Im");
		final boolean open = name.startsWith("OCV") || "CORPOT".equals(tag);
		if (i < 0 && !open) throw new FormatException(file, "has a table " + name + " without a current column Im (it has " +
			String.join(", ", columns).trim() + "): only open-circuit curves may lack it.");
		final SampleRows rows = new SampleRows(file, name);
		String line = lines.next();
		double[] factors = { 1, 1, 1 };
		if (line != null && line.startsWith("\t")) {
			final String[] units = trimmed(line);
			if (Double.isNaN(number(units, t))) {
				factors = factors(columns, units, t, v, i);
				line = lines.next();
			}
			else notes.add(file.getFileName() + ": " + name + " has no row of units; s, V and A were assumed.");
		}
		while (line != null && (line.isEmpty() || line.startsWith("\t") || isBrokenRow(line))) {
			final String[] f = line.split("\t", -1);
			if (line.startsWith("\t") && (lines.wasTerminated() || filled(f) >= columns.length)) row(rows, f, t, v, i, factors);
			else if (!line.isEmpty()) rows.addUnreadable();
			line = lines.next();
		}
		finish(name, opening, rows, i < 0);
		return line;
	}

	private double[] factors(final String[] columns, final String[] units, final int t, final int v, final int i) {
		return new double[] { UnitText.required(UnitText.seconds(at(units, t)), file, columns[t], at(units, t)), UnitText
			.required(UnitText.volts(at(units, v)), file, columns[v], at(units, v)), i < 0 ? 1 : UnitText.required(UnitText
				.amperes(at(units, i)), file, columns[i], at(units, i)) };
	}

	private void row(final SampleRows rows, final String[] f, final int t, final int v, final int i,
		final double[] factors)
	{
		result.decimalComma |= DecimalText.hasDecimalComma(at(f, v));
		rows.add(number(f, t) * factors[0], number(f, v) * factors[1], i < 0 ? 0 : number(f, i) * factors[2], filled(f));
	}

	private void finish(final String name, final String[] opening, final SampleRows rows, final boolean open) {
		if (rows.size() == 0 && !result.records.isEmpty()) {
			notes.add(file.getFileName() + ": table " + name + " is empty.");
			return;
		}
		CyclerRecord r = rows.record().withTable(name);
		final double claimed = opening.length > 2 ? DecimalText.parse(opening[2]) : Double.NaN;
		if (claimed != r.size() && !Double.isNaN(claimed)) r = r.withNote(file.getFileName() + ": " + name + " claims " +
			opening[2].trim() + " rows and holds " + r.size() + ".");
		// A galvanostatic curve counts time from the moment the current is on; its first sample comes one period later.
		if (!open) r = r.withControlStart(0);
		double zero = 0;
		if (!result.records.isEmpty()) {
			final double end = result.lastSeconds();
			if (r.timeSeconds(0) <= end) {
				zero = end;
				r = r.withNote(file.getFileName() + ": time restarts in " + name +
					", which was put directly after the table before it; the true pause is not recorded.");
			}
		}
		result.records.add(r);
		result.secondOfZero.add(zero);
	}

	private static String skip(final TextLines lines) throws IOException {
		String line = lines.next();
		while (line != null && (line.isEmpty() || line.startsWith("\t")))
			line = lines.next();
		return line;
	}

	/** A row whose leading tab was damaged does not end the table; a header line, which starts with a word, does. */
	private static boolean isBrokenRow(final String line) {
		final String[] f = line.split("\t", -1);
		if (f.length > 1 && f[1].matches("[A-Z0-9]*[A-Z][A-Z0-9]*")) return false;
		return f.length > 3 && !Double.isNaN(DecimalText.parse(f[1]));
	}

	private CyclerFile result() {
		if (result.records.isEmpty()) throw new FormatException(file, refusal());
		final String date = header.get("DATE");
		final String time = header.get("TIME");
		result.date = date == null ? null : DateText.parse(date);
		result.time = time == null ? null : DateText.time(time);
		if (time != null) result.resolutionSeconds = DateText.resolutionSeconds(time);
		if (header.containsKey("STARTTIMEOFFSET")) result.startTimeOffsetSeconds = DecimalText.parse(header.get(
			"STARTTIMEOFFSET"));
		final boolean aborted = isAborted();
		if (aborted) notes.add(file.getFileName() + " was aborted before its planned end.");
		final String label = TextLines.decoded(header.getOrDefault("TITLE", ""));
		for (int k = 0; k < result.records.size(); k++) {
			CyclerRecord r = result.records.get(k).withTag(tag, label).withAborted(aborted);
			if (k == 0) for (final String note : notes)
				r = r.withNote(note);
			if (k == 0 && !result.hasStart()) r = r.withWarning(file.getFileName() +
				" has no readable DATE and TIME: its clock cannot be compared with another.");
			result.records.set(k, r);
		}
		return result;
	}

	private boolean isAborted() {
		return "T".equals(header.get("EXPERIMENTABORTED"));
	}

	private String refusal() {
		final String kind = tag.isEmpty() ? "" : " (" + tag + ")";
		final String title = header.containsKey("TITLE") ? ", '" + TextLines.decoded(header.get("TITLE")) + "'," : "";
		final String aborted = isAborted() ? " (aborted)" : "";
		if (tag.contains("EIS") || tables.contains("ZCURVE")) return "is an impedance spectrum" + kind + title + aborted +
			" and holds no time, voltage and current to follow: give the charge and discharge files instead.";
		if (tables.contains("CAPACITYCURVE")) return "is a summary of charge and discharge steps" + kind +
			" and holds no samples: give the raw charge and discharge files beside it instead.";
		if (tables.isEmpty()) return "ends within its header" + kind + title +
			" before any curve: it was cut short; take it out or export it again.";
		return "holds no curve with columns T, Vf and Im" + kind + title + ", only " + String.join(", ", tables) +
			": export it with those columns.";
	}

	private static String[] trimmed(final String line) {
		final String[] f = line.split("\t", -1);
		int n = f.length;
		while (n > 1 && f[n - 1].trim().isEmpty())
			n--;
		final String[] s = new String[n];
		for (int k = 0; k < n; k++)
			s[k] = f[k].trim();
		return s;
	}

	private static int filled(final String[] f) {
		int n = f.length;
		while (n > 1 && f[n - 1].trim().isEmpty())
			n--;
		return n;
	}

	private static int indexOf(final String[] columns, final String... names) {
		for (final String name : names)
			for (int c = 0; c < columns.length; c++)
				if (columns[c].equals(name)) return c;
		return -1;
	}

	private static String at(final String[] f, final int index) {
		return index < f.length ? f[index] : "";
	}

	private static double number(final String[] f, final int index) {
		return DecimalText.parse(at(f, index));
	}
}
