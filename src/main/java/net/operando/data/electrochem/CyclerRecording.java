package net.operando.data.electrochem;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import net.operando.base.InvalidInputException;

/**
 * Records of one experiment on one clock, in order. Between the records nothing is known: a gap stays a gap, and
 * neither charge nor voltage is carried across it. Sample indices run through all segments. Immutable.
 * <p>
 * The clock's second 0 is that of the first record, as its file tells it; where the file cuts its start to whole seconds
 * the clock reads, on average, half a second less than it should (see {@link TimestampAlignment}).
 */
public final class CyclerRecording {

	private final List<CyclerRecord> segments;
	private final int[] firstSample;
	private final double[] segmentStartSeconds;
	private final double[] time;
	private final double[] voltage;
	private final double[] current;
	private LocalDateTime origin;
	private LocalDateTime otherOrigin;
	private double resolutionSeconds = Double.NaN;
	private ZoneId zone;
	private List<String> warnings;
	private List<String> notes;

	private CyclerRecording(final List<CyclerRecord> records, final double[] secondOfZero) {
		segments = Collections.unmodifiableList(new ArrayList<>(records));
		final int n = records.stream().mapToInt(CyclerRecord::size).sum();
		firstSample = new int[records.size() + 1];
		segmentStartSeconds = new double[records.size()];
		time = new double[n];
		voltage = new double[n];
		current = new double[n];
		final LinkedHashSet<String> warned = new LinkedHashSet<>();
		final LinkedHashSet<String> noted = new LinkedHashSet<>();
		int to = 0;
		for (int s = 0; s < records.size(); s++) {
			final CyclerRecord r = records.get(s);
			firstSample[s] = to;
			for (int i = 0; i < r.size(); i++, to++) {
				time[to] = r.timeSeconds(i) + secondOfZero[s];
				voltage[to] = r.voltageVolts(i);
				current[to] = r.currentAmperes(i);
			}
			segmentStartSeconds[s] = startOf(r) + secondOfZero[s];
			warned.addAll(r.warnings());
			noted.addAll(r.notes());
		}
		firstSample[records.size()] = to;
		for (int s = 1; s < records.size(); s++)
			if (!(time[firstSample[s]] > time[firstSample[s] - 1])) throw new InvalidInputException(records.get(s)
				.fileName() + " starts before " + records.get(s - 1).fileName() +
				" ends: two records of one experiment cannot overlap.");
		for (int s = 1; s < records.size(); s++)
			segmentStartSeconds[s] = Math.max(segmentStartSeconds[s], time[firstSample[s] - 1]);
		warnings = Collections.unmodifiableList(new ArrayList<>(warned));
		notes = Collections.unmodifiableList(new ArrayList<>(noted));
	}

	private CyclerRecording(final CyclerRecording from) {
		segments = from.segments;
		firstSample = from.firstSample;
		segmentStartSeconds = from.segmentStartSeconds;
		time = from.time;
		voltage = from.voltage;
		current = from.current;
		origin = from.origin;
		otherOrigin = from.otherOrigin;
		resolutionSeconds = from.resolutionSeconds;
		zone = from.zone;
		warnings = from.warnings;
		notes = from.notes;
	}

	/** The control start counts only where the first sample follows within two sampling periods. */
	private static double startOf(final CyclerRecord r) {
		final double first = r.timeSeconds(0);
		final double control = r.controlStartSeconds();
		if (!(control < first) || r.size() < 2) return first;
		return first - control <= 2 * (r.timeSeconds(1) - first) ? control : first;
	}

	/**
	 * Records put on one clock.
	 *
	 * @param records in order of time, at least one
	 * @param secondOfZero for each record, the second of the common clock at which its own second 0 lies
	 * @throws InvalidInputException if a record starts before the one before it has ended
	 */
	public static CyclerRecording of(final List<CyclerRecord> records, final double... secondOfZero) {
		if (records.isEmpty() || records.size() != secondOfZero.length) throw new InvalidInputException(records.size() +
			" electrochemical records with " + secondOfZero.length + " start times: at least one is needed, and one start each.");
		return new CyclerRecording(records, secondOfZero);
	}

	/** A recording of one record, on its own clock and with its own start. */
	public static CyclerRecording of(final CyclerRecord record) {
		final CyclerRecording r = of(Collections.singletonList(record), 0);
		return record.start().isPresent() ? r.withOrigin(record.start().get(), null, record.startResolutionSeconds(), record
			.zone().orElse(null)) : r;
	}

	/**
	 * The wall clock time of second 0.
	 *
	 * @param local as read with the date order chosen
	 * @param otherReading what it would be with the other date order, if both are possible, otherwise null
	 * @param cutToSeconds resolution of the start times
	 * @param zoneOfOrigin the time zone if the file says it, otherwise null
	 */
	public CyclerRecording withOrigin(final LocalDateTime local, final LocalDateTime otherReading,
		final double cutToSeconds, final ZoneId zoneOfOrigin)
	{
		final CyclerRecording r = new CyclerRecording(this);
		r.origin = local;
		r.otherOrigin = otherReading;
		r.resolutionSeconds = cutToSeconds;
		r.zone = zoneOfOrigin;
		return r;
	}

	/** Adds sentences every result must repeat. */
	public CyclerRecording withWarnings(final List<String> sentences) {
		final CyclerRecording r = new CyclerRecording(this);
		r.warnings = joined(warnings, sentences);
		return r;
	}

	/** Adds sentences worth knowing. */
	public CyclerRecording withNotes(final List<String> sentences) {
		final CyclerRecording r = new CyclerRecording(this);
		r.notes = joined(notes, sentences);
		return r;
	}

	private static List<String> joined(final List<String> a, final List<String> b) {
		final LinkedHashSet<String> all = new LinkedHashSet<>(a);
		all.addAll(b);
		return Collections.unmodifiableList(new ArrayList<>(all));
	}

	/** The records, in order of time. */
	public List<CyclerRecord> segments() {
		return segments;
	}

	/** Index of the first sample of a segment. */
	public int firstSample(final int segment) {
		return firstSample[segment];
	}

	/** Index after the last sample of a segment. */
	public int endSample(final int segment) {
		return firstSample[segment + 1];
	}

	/** When the segment begins, in s: its first sample, or the moment control began just before it. */
	public double segmentStartSeconds(final int segment) {
		return segmentStartSeconds[segment];
	}

	/** When the segment ends, in s: its last sample. */
	public double segmentEndSeconds(final int segment) {
		return time[firstSample[segment + 1] - 1];
	}

	/** The segment a time lies in, or -1 if it lies in a gap, before the first or after the last. */
	public int segmentAt(final double seconds) {
		for (int s = 0; s < segments.size(); s++)
			if (seconds >= segmentStartSeconds[s] && seconds <= segmentEndSeconds(s)) return s;
		return -1;
	}

	/** Number of samples in all segments. */
	public int size() {
		return time.length;
	}

	/** Time of a sample on the common clock, in s. */
	public double timeSeconds(final int sample) {
		return time[sample];
	}

	/** Voltage of a sample in V. */
	public double voltageVolts(final int sample) {
		return voltage[sample];
	}

	/** Current of a sample in A, sign as in the files. */
	public double currentAmperes(final int sample) {
		return current[sample];
	}

	/** A copy of all times in s. */
	public double[] timeSeconds() {
		return time.clone();
	}

	/** A copy of all voltages in V. */
	public double[] voltageVolts() {
		return voltage.clone();
	}

	/** A copy of all currents in A. */
	public double[] currentAmperes() {
		return current.clone();
	}

	/** Wall clock time of second 0, if the files say it. */
	public Optional<LocalDateTime> origin() {
		return Optional.ofNullable(origin);
	}

	/** Wall clock time of second 0 in the other date order, where both orders are possible. */
	public Optional<LocalDateTime> otherOrigin() {
		return Optional.ofNullable(otherOrigin);
	}

	/** What start times were cut to, in s; NaN without an origin. */
	public double originResolutionSeconds() {
		return resolutionSeconds;
	}

	/** The time zone of the origin, if the files say it. */
	public Optional<ZoneId> zone() {
		return Optional.ofNullable(zone);
	}

	/** Names of the files the segments came from, each once. */
	public List<String> sourceFiles() {
		final LinkedHashSet<String> names = new LinkedHashSet<>();
		for (final CyclerRecord r : segments)
			names.add(r.fileName());
		return new ArrayList<>(names);
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		return warnings;
	}

	/** Sentences worth knowing: how dates were read, what was aborted. */
	public List<String> notes() {
		return notes;
	}

	/** Index of the last sample at or before a time within a segment; its first sample if the time is earlier. */
	int sampleAtOrBefore(final int segment, final double seconds) {
		final int i = Arrays.binarySearch(time, firstSample[segment], firstSample[segment + 1], seconds);
		return Math.max(firstSample[segment], i >= 0 ? i : -i - 2);
	}

	@Override
	public String toString() {
		return segments.size() + " segments, " + size() + " samples, " + time[0] + " to " + time[size() - 1] + " s";
	}
}
