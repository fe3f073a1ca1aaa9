package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.io.FormatException;

/**
 * BioLogic text exports (.mpt, first line "EC-Lab ASCII FILE"). The row of column names is found by its columns, not by
 * the "Nb header lines" count, which editors break. EC-Lab's "Acquisition started on" belongs to the whole experiment and
 * time/s runs on through its techniques, so several exports of one experiment share a clock. Not thread-safe.
 */
final class BiologicMptReader {

	private static final String[] VOLTAGE = { "Ewe", "<Ewe>", "Ewe-Ece", "<Ewe-Ece>", "Ecell", "<Ecell>" };
	private static final String[] CURRENT = { "I", "<I>" };

	private final Path file;
	private final DateOrder order;
	private final CyclerFile result;
	private String technique = "";
	private String started;
	private boolean openCircuit;
	/** Rows by elapsed time; or, where time is a date, read with the month first and with the day first. */
	private SampleRows rows;
	private SampleRows dayFirstRows;
	private LocalDateTime firstMonthFirst;
	private LocalDateTime firstDayFirst;
	private DateText firstDate;

	private BiologicMptReader(final Path file, final DateOrder order) {
		this.file = file;
		this.order = order;
		result = new CyclerFile(file);
	}

	static boolean recognises(final Path file) {
		final String head = TextLines.head(file, 32);
		return head.startsWith("EC-Lab ASCII FILE") || head.startsWith("BT-Lab ASCII FILE");
	}

	/**
	 * Reads a file.
	 *
	 * @param order for times written as dates; AUTO prefers month first, as EC-Lab writes
	 * @throws FormatException if there are no columns of time, voltage and current
	 */
	static CyclerFile read(final Path file, final DateOrder order) throws IOException {
		final BiologicMptReader reader = new BiologicMptReader(file, order);
		try (TextLines lines = new TextLines(file)) {
			reader.read(lines);
		}
		return reader.result();
	}

	private void read(final TextLines lines) throws IOException {
		int number = 0;
		for (String line = lines.next(); line != null; line = lines.next()) {
			number++;
			final String[] columns = line.split("\t", -1);
			if (columns.length > 1 && column(columns, "time") >= 0 && column(columns, VOLTAGE) >= 0) {
				samples(columns, lines);
				return;
			}
			header(line.trim(), number);
		}
		throw new FormatException(file,
			"has no row of columns with time/s and Ewe/V: it was cut short, or export it from EC-Lab as text with those columns.");
	}

	private void header(final String line, final int number) {
		if (line.startsWith("Acquisition started on")) {
			final int colon = line.indexOf(':');
			if (colon > 0) started = line.substring(colon + 1).trim();
		}
		else if (number == 4 && technique.isEmpty()) technique = TextLines.decoded(line);
		openCircuit |= line.startsWith("Open Circuit Voltage");
	}

	private void samples(final String[] columns, final TextLines lines) throws IOException {
		final int t = column(columns, "time");
		final int v = column(columns, VOLTAGE);
		final int i = column(columns, CURRENT);
		if (column(columns, "freq") >= 0) throw new FormatException(file,
			"is an impedance spectrum (it has a column freq/Hz) and no record over time: give the charge and discharge files instead.");
		if (i < 0 && !openCircuit) throw new FormatException(file,
			"has no current column I/mA or <I>/mA: export it again with the current.");
		final double ft = UnitText.required(UnitText.seconds(unit(columns[t])), file, columns[t], unit(columns[t]));
		final double fv = UnitText.required(UnitText.volts(unit(columns[v])), file, columns[v], unit(columns[v]));
		final double fi = i < 0 ? 1 : UnitText.required(UnitText.amperes(unit(columns[i])), file, columns[i], unit(
			columns[i]));
		rows = new SampleRows(file, "the table");
		dayFirstRows = new SampleRows(file, "the table");
		for (String line = lines.next(); line != null; line = lines.next()) {
			final String[] f = line.split("\t", -1);
			if (line.trim().isEmpty()) continue;
			final int needed = Math.max(t, Math.max(v, i));
			if (f.length <= needed || !lines.wasTerminated() && f.length < columns.length) {
				rows.addUnreadable();
				dayFirstRows.addUnreadable();
				continue;
			}
			result.decimalComma |= DecimalText.hasDecimalComma(f[v]);
			sample(f[t].trim(), ft, DecimalText.parse(f[v]) * fv, i < 0 ? 0 : DecimalText.parse(f[i]) * fi, f.length);
		}
	}

	private void sample(final String timeText, final double factor, final double volts, final double amperes,
		final int fields)
	{
		final double elapsed = DecimalText.parse(timeText) * factor;
		final int space = timeText.indexOf(' ');
		if (!Double.isNaN(elapsed) || space < 0) {
			rows.add(elapsed, volts, amperes, fields);
			return;
		}
		final DateText date = DateText.parse(timeText.substring(0, space));
		final LocalTime clock = DateText.time(timeText.substring(space + 1));
		if (date == null || clock == null) {
			rows.addUnreadable();
			dayFirstRows.addUnreadable();
			return;
		}
		if (firstDate == null) {
			firstDate = date;
			result.resolutionSeconds = DateText.resolutionSeconds(timeText.substring(space + 1));
			firstMonthFirst = at(date.in(DateOrder.MDY), clock);
			firstDayFirst = at(date.in(DateOrder.DMY), clock);
		}
		rows.add(between(firstMonthFirst, at(date.in(DateOrder.MDY), clock)), volts, amperes, fields);
		dayFirstRows.add(between(firstDayFirst, at(date.in(DateOrder.DMY), clock)), volts, amperes, fields);
	}

	private static LocalDateTime at(final LocalDate date, final LocalTime time) {
		return date == null ? null : LocalDateTime.of(date, time);
	}

	private static double between(final LocalDateTime from, final LocalDateTime to) {
		return from == null || to == null ? Double.NaN : ChronoUnit.MICROS.between(from, to) * 1e-6;
	}

	private CyclerFile result() {
		SampleRows chosen = rows;
		result.habit = DateOrder.MDY;
		if (firstDate != null) {
			final boolean dayFirst = order == DateOrder.DMY || order == DateOrder.AUTO && dayFirstRows.size() > rows.size();
			if (dayFirst) {
				chosen = dayFirstRows;
				result.habit = DateOrder.DMY;
			}
			result.date = firstDate;
			result.time = (dayFirst ? firstDayFirst : firstMonthFirst) == null ? null : (dayFirst ? firstDayFirst
				: firstMonthFirst).toLocalTime();
		}
		else if (started != null) {
			final int space = started.indexOf(' ');
			if (space > 0) {
				result.date = DateText.parse(started.substring(0, space));
				result.time = DateText.time(started.substring(space + 1));
				result.resolutionSeconds = DateText.resolutionSeconds(started.substring(space + 1));
			}
		}
		CyclerRecord record = chosen.record().withTag("EC-Lab", technique);
		if (!result.hasStart()) record = record.withWarning(file.getFileName() +
			" has no readable 'Acquisition started on': its clock cannot be compared with another.");
		result.records.add(record);
		result.secondOfZero.add(0.0);
		return result;
	}

	private static int column(final String[] columns, final String... names) {
		for (final String name : names)
			for (int c = 0; c < columns.length; c++) {
				final int slash = columns[c].lastIndexOf('/');
				if (slash > 0 && columns[c].substring(0, slash).trim().toLowerCase(Locale.ROOT).equals(name.toLowerCase(
					Locale.ROOT))) return c;
			}
		return -1;
	}

	private static String unit(final String column) {
		return column.substring(column.lastIndexOf('/') + 1).trim();
	}
}
