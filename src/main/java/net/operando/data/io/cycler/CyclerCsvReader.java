package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.io.FormatException;

/**
 * Tables with named columns: time_s, voltage_V, current_A and optionally utc (ISO 8601), or other common spellings with
 * their unit ("Time (h)", "Ewe/V", "Current [mA]"); separated by comma, semicolon or tab, with decimal commas where the
 * separator is no comma. Other columns are ignored. Not thread-safe.
 */
final class CyclerCsvReader {

	private static final List<String> TIME = Arrays.asList("time", "t", "elapsed time", "test time", "total time",
		"elapsed");
	private static final List<String> VOLTAGE = Arrays.asList("voltage", "v", "potential", "e", "ewe", "<ewe>", "vf",
		"ecell", "cell voltage", "u");
	private static final List<String> CURRENT = Arrays.asList("current", "i", "<i>", "im");
	private static final List<String> UTC = Arrays.asList("utc", "datetime", "date time", "timestamp", "time utc");
	private static final Pattern WITH_UNIT = Pattern.compile("(.*?)\\s*(?:[(\\[]([^)\\]]*)[)\\]]|/([^/]+)|[_ ]([A-Za-z\u00b5\u03bc]{1,3}))");
	private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d{2}):(\\d{2}(?:[.,]\\d+)?)");
	private static final int HEADER_LINES = 60;

	private final Path file;
	private final CyclerFile result;
	private char separator;
	private int t = -1;
	private int v = -1;
	private int i = -1;
	private int utc = -1;
	private final String[] units = { "", "", "" };
	private Instant firstInstant;
	private double firstTime = Double.NaN;

	private CyclerCsvReader(final Path file) {
		this.file = file;
		result = new CyclerFile(file);
	}

	/** Whether one of the first lines names columns of time, voltage and current. */
	static boolean recognises(final Path file) {
		final CyclerCsvReader reader = new CyclerCsvReader(file);
		for (final String line : TextLines.head(file, 1 << 14).split("\r\n|\r|\n", HEADER_LINES))
			if (reader.isHeader(line)) return true;
		return false;
	}

	/**
	 * Reads a file.
	 *
	 * @throws FormatException if there are no such columns
	 */
	static CyclerFile read(final Path file) throws IOException {
		final CyclerCsvReader reader = new CyclerCsvReader(file);
		try (TextLines lines = new TextLines(file)) {
			reader.read(lines);
		}
		return reader.result;
	}

	private void read(final TextLines lines) throws IOException {
		int number = 0;
		String line = lines.next();
		while (line != null && !isHeader(line)) {
			if (++number == HEADER_LINES) line = null;
			else line = lines.next();
		}
		if (line == null) throw new FormatException(file,
			"has no row of column names with time_s, voltage_V and current_A: add one.");
		final int columns = line.split(Pattern.quote(String.valueOf(separator)), -1).length;
		final double ft = t < 0 ? 1 : UnitText.required(UnitText.seconds(units[0]), file, "time", units[0]);
		final double fv = UnitText.required(UnitText.volts(units[1]), file, "voltage", units[1]);
		final double fi = UnitText.required(UnitText.amperes(units[2]), file, "current", units[2]);
		final SampleRows rows = new SampleRows(file, "the table");
		for (line = lines.next(); line != null; line = lines.next()) {
			if (line.trim().isEmpty() || line.startsWith("#")) continue;
			final String[] f = line.split(Pattern.quote(String.valueOf(separator)), -1);
			final int needed = Math.max(Math.max(t, utc), Math.max(v, i));
			if (f.length <= needed || !lines.wasTerminated() && f.length < columns) {
				rows.addUnreadable();
				continue;
			}
			final Instant instant = utc < 0 ? null : instant(clean(f[utc]));
			final double volts = number(f[v]) * fv;
			final double amperes = number(f[i]) * fi;
			double seconds = t < 0 ? sinceFirst(instant) : time(clean(f[t])) * ft;
			if (t >= 0 && instant != null && firstInstant == null && !Double.isNaN(seconds)) {
				firstInstant = instant;
				firstTime = seconds;
			}
			result.decimalComma |= DecimalText.hasDecimalComma(clean(f[v]));
			if (Double.isNaN(volts + amperes)) seconds = Double.NaN;
			rows.add(seconds, volts, amperes, f.length);
		}
		finish(rows);
	}

	private void finish(final SampleRows rows) {
		CyclerRecord record = rows.record().withTag("CSV", "");
		if (units[2].isEmpty()) record = record.withWarning(file.getFileName() +
			" gives no unit of the current: A was assumed.");
		if (firstInstant != null) {
			final Instant zero = firstInstant.minusNanos(Math.round((t < 0 ? 0 : firstTime) * 1e9));
			final LocalDateTime start = LocalDateTime.ofInstant(zero, ZoneOffset.UTC);
			result.date = DateText.parse(String.format(Locale.ROOT, "%04d-%02d-%02d", start.getYear(), start.getMonthValue(),
				start.getDayOfMonth()));
			result.time = start.toLocalTime();
			result.zone = ZoneOffset.UTC;
			result.resolutionSeconds = firstInstant.getNano() == 0 ? 1 : 1e-3;
		}
		result.records.add(record);
		result.secondOfZero.add(0.0);
	}

	private double sinceFirst(final Instant instant) {
		if (instant == null) return Double.NaN;
		if (firstInstant == null) firstInstant = instant;
		return (instant.getEpochSecond() - firstInstant.getEpochSecond()) + (instant.getNano() - firstInstant.getNano()) *
			1e-9;
	}

	/** A time with the year outside what an instrument can have seen is a damaged one. */
	private static Instant instant(final String text) {
		final String s = text.replace(' ', 'T');
		try {
			final Instant at = s.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") ? OffsetDateTime.parse(s).toInstant() : LocalDateTime
				.parse(s).toInstant(ZoneOffset.UTC);
			return at.getEpochSecond() < 0 || at.getEpochSecond() > 7_000_000_000L ? null : at;
		}
		catch (final DateTimeException notATime) {
			return null;
		}
	}

	private static double time(final String text) {
		final Matcher m = CLOCK.matcher(text);
		if (!m.matches() || m.group(1).length() > 6) return DecimalText.parse(text);
		return Integer.parseInt(m.group(1)) * 3600.0 + Integer.parseInt(m.group(2)) * 60.0 + DecimalText.parse(m.group(3));
	}

	private static double number(final String text) {
		return DecimalText.parse(clean(text));
	}

	private static String clean(final String cell) {
		final String s = cell.trim();
		return s.length() > 1 && s.startsWith("\"") && s.endsWith("\"") ? s.substring(1, s.length() - 1).trim() : s;
	}

	private boolean isHeader(final String line) {
		for (final char candidate : new char[] { '\t', ';', ',' }) {
			separator = candidate;
			t = v = i = utc = -1;
			final String[] f = line.split(Pattern.quote(String.valueOf(candidate)), -1);
			for (int c = 0; c < f.length; c++)
				recognise(clean(TextLines.decoded(f[c])), c);
			if ((t >= 0 || utc >= 0) && v >= 0 && i >= 0) return true;
		}
		return false;
	}

	/** A column's role from its name, with or without a unit; the first of each role counts. */
	private void recognise(final String title, final int c) {
		final Matcher m = WITH_UNIT.matcher(title);
		String name = normal(title);
		String unit = "";
		if (utc < 0 && UTC.contains(name)) {
			utc = c;
			return;
		}
		if (!isRole(name) && m.matches()) {
			name = normal(m.group(1));
			unit = m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : m.group(4);
		}
		if (t < 0 && TIME.contains(name)) {
			t = c;
			units[0] = unit;
		}
		else if (v < 0 && VOLTAGE.contains(name)) {
			v = c;
			units[1] = unit;
		}
		else if (i < 0 && CURRENT.contains(name)) {
			i = c;
			units[2] = unit;
		}
	}

	private static boolean isRole(final String name) {
		return TIME.contains(name) || VOLTAGE.contains(name) || CURRENT.contains(name);
	}

	private static String normal(final String name) {
		return name.replace('_', ' ').trim().toLowerCase(Locale.ROOT);
	}
}
