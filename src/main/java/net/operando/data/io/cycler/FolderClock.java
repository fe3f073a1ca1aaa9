package net.operando.data.io.cycler;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.operando.base.InvalidInputException;
import net.operando.data.electrochem.AmbiguousDateException;
import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.electrochem.CyclerRecording;

/**
 * Files on one clock by their start dates and times. The order of day and month is decided from all files together: a
 * number above 12, file numbers (#1, #2) that must follow each other, curves that must not overlap, decimal commas. What
 * stays open is asked for if it changes times between files. Steps are never glued end to end.
 * <p>
 * STARTTIMEOFFSET (Gamry) counts from the start of a whole sequence; DATE and TIME are each file's own, unless files of a
 * sequence share one DATE and TIME and differ in their offset: then they are the sequence's and the offset is added.
 */
final class FolderClock {

	/** A start cut to whole seconds may be up to one second early, so two curves may seem to overlap by as much. */
	private static final double TOLERANCE_SECONDS = 1.0;
	private static final Pattern NUMBER = Pattern.compile("#(\\d{1,9})");

	private final List<CyclerFile> files;
	private final List<String> notes = new ArrayList<>();
	private final List<String> warnings = new ArrayList<>();
	private final boolean offsetsAdded;

	private FolderClock(final List<CyclerFile> files) {
		this.files = files;
		offsetsAdded = sharesStart(files);
	}

	/**
	 * Puts files on one clock.
	 *
	 * @param files at least one, each with at least one record
	 * @throws AmbiguousDateException if the order of day and month stays open and changes relative times
	 * @throws InvalidInputException if a file has no start, or curves overlap by more than 1 s
	 */
	static CyclerRecording recording(final List<CyclerFile> files, final DateOrder order) {
		return new FolderClock(files).recording(order);
	}

	private CyclerRecording recording(final DateOrder asked) {
		if (files.size() > 1) for (final CyclerFile f : files)
			if (!f.hasStart()) throw new InvalidInputException(f.name() +
				" has no readable start date and time, so it cannot be put on one clock with the other files: take it out of the folder, or read it alone.");
		if (!files.get(0).hasStart()) return assembled(DateOrder.DMY, false);
		final EnumSet<DateOrder> possible = possible(asked);
		if (possible.size() == 1) return assembled(possible.iterator().next(), false);
		final boolean differ = files.stream().anyMatch(f -> f.date.isOpen());
		if (!differ) return assembled(DateOrder.DMY, false);
		if (!sameRelativeTimes()) throw ambiguous();
		notes.add("The date " + files.get(0).date.text() +
			" can be read as day/month or month/day; times within the recording are the same either way, and day/month was taken. Add dateorder=DMY or MDY if the date matters.");
		return assembled(DateOrder.DMY, true);
	}

	private EnumSet<DateOrder> possible(final DateOrder asked) {
		if (asked != DateOrder.AUTO) {
			for (final CyclerFile f : files)
				if (f.start(asked) == null) throw new InvalidInputException("The date " + f.date.text() + " of " + f.name() +
					" is impossible with dateorder=" + asked + ": use " + (asked == DateOrder.DMY ? "MDY" : "DMY") + " or Auto.");
			return EnumSet.of(asked);
		}
		final EnumSet<DateOrder> possible = EnumSet.of(DateOrder.DMY, DateOrder.MDY);
		for (final CyclerFile f : files)
			possible.removeIf(o -> possible.size() > 1 && f.start(o) == null);
		if (possible.size() == 1) {
			final DateOrder only = possible.iterator().next();
			for (final CyclerFile f : files)
				if (f.start(only) == null) throw new InvalidInputException("The dates " + files.get(0).date.text() + " of " + files
					.get(0).name() + " and " + f.date.text() + " of " + f.name() +
					" cannot be in one order of day and month: the files come from different computers, read them one by one.");
			if (files.stream().anyMatch(f -> f.date.isOpen())) notes.add("Dates were read as " + only +
				": a number above 12 in one of them settles it.");
			return possible;
		}
		if (files.stream().noneMatch(f -> f.date.isOpen())) return possible;
		final EnumSet<DateOrder> consistent = EnumSet.copyOf(possible);
		consistent.removeIf(o -> !isConsistent(o));
		if (consistent.size() == 1) {
			notes.add("Dates were read as " + consistent.iterator().next() +
				": in the other order files would be out of sequence or overlap.");
			return consistent;
		}
		if (files.stream().anyMatch(f -> f.decimalComma)) {
			notes.add("Dates were read as DMY: the numbers have decimal commas, and no country that writes them puts the month first.");
			return EnumSet.of(DateOrder.DMY);
		}
		final DateOrder habit = files.get(0).habit;
		if (habit != DateOrder.AUTO && files.stream().allMatch(f -> f.habit == habit)) {
			notes.add("Dates were read as " + habit + ", as EC-Lab writes them; set dateorder if this computer differs.");
			return EnumSet.of(habit);
		}
		return possible;
	}

	private AmbiguousDateException ambiguous() {
		final CyclerFile f = files.stream().filter(x -> x.date.isOpen()).findFirst().get();
		return new AmbiguousDateException("The date " + f.date.text() + " of " + f.name() + " can be " + f.date.in(
			DateOrder.DMY) + " or " + f.date.in(DateOrder.MDY) +
			", and the times between the files depend on it: add dateorder=DMY or MDY.");
	}

	/** In this order: numbered files in sequence, and no overlap. */
	private boolean isConsistent(final DateOrder order) {
		final Map<String, CyclerFile> lastOfStem = new HashMap<>();
		final List<CyclerFile> byName = new ArrayList<>(files);
		byName.sort(Comparator.comparing(FolderClock::numbers, FolderClock::compare));
		for (final CyclerFile f : byName) {
			if (numbers(f).isEmpty()) continue;
			final CyclerFile before = lastOfStem.put(NUMBER.matcher(f.name()).replaceAll("#"), f);
			if (before != null && start(before, order).isAfter(start(f, order))) return false;
		}
		final List<CyclerFile> inTime = sorted(order);
		for (int k = 1; k < inTime.size(); k++)
			if (overlap(inTime.get(k - 1), inTime.get(k), order) > TOLERANCE_SECONDS) return false;
		return true;
	}

	private static List<Integer> numbers(final CyclerFile f) {
		final List<Integer> numbers = new ArrayList<>();
		final Matcher m = NUMBER.matcher(f.name());
		while (m.find())
			numbers.add(Integer.parseInt(m.group(1)));
		return numbers;
	}

	private static int compare(final List<Integer> a, final List<Integer> b) {
		for (int k = 0; k < Math.min(a.size(), b.size()); k++)
			if (!a.get(k).equals(b.get(k))) return a.get(k) - b.get(k);
		return a.size() - b.size();
	}

	private boolean sameRelativeTimes() {
		final CyclerFile first = files.get(0);
		for (final CyclerFile f : files)
			if (seconds(start(first, DateOrder.DMY), start(f, DateOrder.DMY)) != seconds(start(first, DateOrder.MDY), start(f,
				DateOrder.MDY))) return false;
		return true;
	}

	private CyclerRecording assembled(final DateOrder order, final boolean open) {
		final List<CyclerFile> inTime = files.get(0).hasStart() ? sorted(order) : files;
		final LocalDateTime origin = start(inTime.get(0), order);
		final List<CyclerRecord> records = new ArrayList<>();
		final List<Double> zeros = new ArrayList<>();
		double end = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < inTime.size(); k++) {
			final CyclerFile f = inTime.get(k);
			double zero = origin == null ? 0 : seconds(origin, start(f, order));
			final double overlap = end - (zero + f.firstSeconds());
			if (overlap > TOLERANCE_SECONDS) throw new InvalidInputException(String.format(java.util.Locale.ROOT,
				"%s starts %.1f s before %s ends: the curves of one experiment cannot overlap, so the dates are wrong (try dateorder) or the files belong to different cells.",
				f.name(), overlap, inTime.get(k - 1).name()));
			// A start cut to whole seconds may be early by up to one; order is restored by the least that does it.
			if (overlap >= 0) zero += overlap + 1e-3;
			for (int r = 0; r < f.records.size(); r++) {
				CyclerRecord record = f.records.get(r);
				if (origin != null) record = record.withStart(start(f, order).plusNanos(Math.round(f.secondOfZero.get(r) * 1e9)),
					f.resolutionSeconds, f.zone);
				records.add(record);
				zeros.add(zero + f.secondOfZero.get(r));
			}
			end = zero + f.lastSeconds();
		}
		noteOffsets();
		CyclerRecording recording = CyclerRecording.of(records, zeros.stream().mapToDouble(Double::doubleValue).toArray());
		if (origin != null) recording = recording.withOrigin(origin, open ? start(inTime.get(0), DateOrder.MDY) : null,
			inTime.stream().mapToDouble(f -> f.resolutionSeconds).max().getAsDouble(), zone());
		return recording.withWarnings(warnings).withNotes(notes);
	}

	private ZoneId zone() {
		final Set<ZoneId> zones = new HashSet<>();
		for (final CyclerFile f : files)
			zones.add(f.zone);
		if (zones.size() > 1) throw new InvalidInputException(
			"Some of the files give times in UTC and others in local time: they cannot be put on one clock, read them apart.");
		return zones.iterator().next();
	}

	private void noteOffsets() {
		for (final CyclerFile f : files)
			if (!Double.isNaN(f.startTimeOffsetSeconds)) notes.add(f.name() + " has STARTTIMEOFFSET " +
				f.startTimeOffsetSeconds + " s, which was " + (offsetsAdded
					? "added, as files of the sequence share one DATE and TIME."
					: "not added: DATE and TIME were taken as this file's own start."));
	}

	private static boolean sharesStart(final List<CyclerFile> files) {
		for (final CyclerFile a : files)
			for (final CyclerFile b : files)
				if (a != b && a.hasStart() && b.hasStart() && a.date.text().equals(b.date.text()) && a.time.equals(b.time) && Math
					.abs(a.startTimeOffsetSeconds - b.startTimeOffsetSeconds) > 0) return true;
		return false;
	}

	private LocalDateTime start(final CyclerFile f, final DateOrder order) {
		final LocalDateTime start = f.start(order);
		final double offset = offsetsAdded && !Double.isNaN(f.startTimeOffsetSeconds) ? f.startTimeOffsetSeconds : 0;
		return start == null ? null : start.plusNanos(Math.round(offset * 1e9));
	}

	private List<CyclerFile> sorted(final DateOrder order) {
		final List<CyclerFile> inTime = new ArrayList<>(files);
		inTime.sort(Comparator.comparing((CyclerFile f) -> start(f, order).plusNanos(Math.round(f.firstSeconds() * 1e9)))
			.thenComparing(FolderClock::numbers, FolderClock::compare));
		return inTime;
	}

	private double overlap(final CyclerFile a, final CyclerFile b, final DateOrder order) {
		return a.lastSeconds() - b.firstSeconds() - seconds(start(a, order), start(b, order));
	}

	private static double seconds(final LocalDateTime from, final LocalDateTime to) {
		return ChronoUnit.MICROS.between(from, to) * 1e-6;
	}
}
