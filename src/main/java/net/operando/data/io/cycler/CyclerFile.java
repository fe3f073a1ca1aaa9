package net.operando.data.io.cycler;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import net.operando.data.electrochem.CyclerRecord;

/**
 * One electrochemistry file as a reader found it: its records and what it says about when it began, not yet put on a
 * clock because a date may need the whole folder to be understood. Filled by its reader, not changed afterwards.
 */
final class CyclerFile {

	final Path path;
	/** The records, without start times. */
	final List<CyclerRecord> records = new ArrayList<>();
	/** Second of the file's clock at which each record's second 0 lies. */
	final List<Double> secondOfZero = new ArrayList<>();
	/** The start date, or null if the file has none. */
	DateText date;
	LocalTime time;
	double resolutionSeconds = 1;
	/** The time zone of the start, if the file says it. */
	ZoneId zone;
	/** Gamry's STARTTIMEOFFSET; NaN without. */
	double startTimeOffsetSeconds = Double.NaN;
	/** Whether its numbers have decimal commas: no country that writes them puts the month first. */
	boolean decimalComma;
	/** What an order that is open is read as, if the format has a habit; AUTO if it has none. */
	DateOrder habit = DateOrder.AUTO;

	CyclerFile(final Path path) {
		this.path = path;
	}

	String name() {
		return String.valueOf(path.getFileName());
	}

	boolean hasStart() {
		return date != null && time != null;
	}

	/** Start in a date order; null if there is none or the date is impossible in it. */
	LocalDateTime start(final DateOrder order) {
		final LocalDate d = hasStart() ? date.in(order) : null;
		return d == null ? null : LocalDateTime.of(d, time);
	}

	/** First and last sample time on the file's own clock, in s. */
	double firstSeconds() {
		return records.get(0).timeSeconds(0) + secondOfZero.get(0);
	}

	double lastSeconds() {
		final int r = records.size() - 1;
		return records.get(r).timeSeconds(records.get(r).size() - 1) + secondOfZero.get(r);
	}
}
