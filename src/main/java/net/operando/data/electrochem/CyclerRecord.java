package net.operando.data.electrochem;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import net.operando.base.InvalidInputException;

/**
 * One uninterrupted table of a potentiostat file: time, voltage and current per sample, as recorded. Times are in s
 * after the record's start, strictly increasing. Immutable; the {@code with} methods return changed copies.
 */
public final class CyclerRecord {

	private final double[] timeSeconds;
	private final double[] voltageVolts;
	private final double[] currentAmperes;
	private String fileName;
	private String table = "";
	private String tag = "";
	private String label = "";
	private LocalDateTime start;
	private double startResolutionSeconds = Double.NaN;
	private ZoneId zone;
	private double controlStartSeconds = Double.NaN;
	private boolean aborted;
	private List<String> warnings = Collections.emptyList();
	private List<String> notes = Collections.emptyList();

	private CyclerRecord(final String fileName, final double[] time, final double[] voltage, final double[] current) {
		this.fileName = fileName;
		timeSeconds = time;
		voltageVolts = voltage;
		currentAmperes = current;
	}

	private CyclerRecord(final CyclerRecord from) {
		this(from.fileName, from.timeSeconds, from.voltageVolts, from.currentAmperes);
		table = from.table;
		tag = from.tag;
		label = from.label;
		start = from.start;
		startResolutionSeconds = from.startResolutionSeconds;
		zone = from.zone;
		controlStartSeconds = from.controlStartSeconds;
		aborted = from.aborted;
		warnings = from.warnings;
		notes = from.notes;
	}

	/**
	 * A record of samples; the arrays are copied.
	 *
	 * @param fileName name of the file, for messages
	 * @param timeSeconds strictly increasing, finite
	 * @param voltageVolts one per sample, V
	 * @param currentAmperes one per sample, A, with the sign of the file
	 * @throws InvalidInputException if lengths differ, there is no sample, or times do not increase
	 */
	public static CyclerRecord of(final String fileName, final double[] timeSeconds, final double[] voltageVolts,
		final double[] currentAmperes)
	{
		final int n = timeSeconds.length;
		if (n == 0 || voltageVolts.length != n || currentAmperes.length != n) throw new InvalidInputException(fileName +
			" has " + n + " times, " + voltageVolts.length + " voltages and " + currentAmperes.length +
			" currents: a record needs as many of each, and at least one.");
		for (int i = 0; i < n; i++)
			if (Double.isNaN(timeSeconds[i]) || Double.isInfinite(timeSeconds[i]) || i > 0 &&
				!(timeSeconds[i] > timeSeconds[i - 1])) throw new InvalidInputException(fileName + ": the time of sample " + (i +
					1) + " (" + timeSeconds[i] + " s) is not later than the one before: sort the samples by time.");
		return new CyclerRecord(fileName, timeSeconds.clone(), voltageVolts.clone(), currentAmperes.clone());
	}

	/** The name of the table within the file, for example "CURVE1". */
	public CyclerRecord withTable(final String name) {
		final CyclerRecord r = new CyclerRecord(this);
		r.table = name;
		return r;
	}

	/** The kind of experiment in the file's own words (Gamry TAG, EC-Lab technique) and the title its user gave. */
	public CyclerRecord withTag(final String experimentTag, final String title) {
		final CyclerRecord r = new CyclerRecord(this);
		r.tag = experimentTag;
		r.label = title;
		return r;
	}

	/**
	 * The wall clock time of second 0.
	 *
	 * @param local as the instrument's computer showed it
	 * @param resolutionSeconds what the file cut it to: 1 for Gamry's TIME
	 * @param zoneOfStart the time zone if the file says it, otherwise null
	 */
	public CyclerRecord withStart(final LocalDateTime local, final double resolutionSeconds, final ZoneId zoneOfStart) {
		final CyclerRecord r = new CyclerRecord(this);
		r.start = local;
		r.startResolutionSeconds = resolutionSeconds;
		r.zone = zoneOfStart;
		return r;
	}

	/**
	 * When the instrument took control, in s on this record's clock: Gamry's first sample comes one period after the
	 * current was switched on. NaN if the file does not say.
	 */
	public CyclerRecord withControlStart(final double seconds) {
		final CyclerRecord r = new CyclerRecord(this);
		r.controlStartSeconds = seconds;
		return r;
	}

	/** Marks the record as stopped by its user or by an error. */
	public CyclerRecord withAborted(final boolean wasAborted) {
		final CyclerRecord r = new CyclerRecord(this);
		r.aborted = wasAborted;
		return r;
	}

	/** Adds a sentence every result must repeat. */
	public CyclerRecord withWarning(final String sentence) {
		final CyclerRecord r = new CyclerRecord(this);
		r.warnings = appended(warnings, sentence);
		return r;
	}

	/** Adds a sentence worth knowing that puts no result in doubt. */
	public CyclerRecord withNote(final String sentence) {
		final CyclerRecord r = new CyclerRecord(this);
		r.notes = appended(notes, sentence);
		return r;
	}

	private static List<String> appended(final List<String> list, final String sentence) {
		final List<String> longer = new ArrayList<>(list);
		longer.add(sentence);
		return Collections.unmodifiableList(longer);
	}

	/** Number of samples, at least 1. */
	public int size() {
		return timeSeconds.length;
	}

	/** Time of a sample in s after the record's start, as in the file. */
	public double timeSeconds(final int sample) {
		return timeSeconds[sample];
	}

	/** Voltage of a sample in V. */
	public double voltageVolts(final int sample) {
		return voltageVolts[sample];
	}

	/** Current of a sample in A, sign as in the file. */
	public double currentAmperes(final int sample) {
		return currentAmperes[sample];
	}

	/** A copy of all times in s. */
	public double[] timeSeconds() {
		return timeSeconds.clone();
	}

	/** A copy of all voltages in V. */
	public double[] voltageVolts() {
		return voltageVolts.clone();
	}

	/** A copy of all currents in A. */
	public double[] currentAmperes() {
		return currentAmperes.clone();
	}

	public String fileName() {
		return fileName;
	}

	/** The name of the table in the file; empty if it has none. */
	public String table() {
		return table;
	}

	/** The experiment's kind in the file's words; empty if it has none. */
	public String tag() {
		return tag;
	}

	/** The title its user gave; empty if there is none. */
	public String label() {
		return label;
	}

	/** Wall clock time of second 0, if the file says it. */
	public Optional<LocalDateTime> start() {
		return Optional.ofNullable(start);
	}

	/** What the start was cut to, in s; NaN without a start. */
	public double startResolutionSeconds() {
		return startResolutionSeconds;
	}

	/** The time zone of the start, if the file says it. */
	public Optional<ZoneId> zone() {
		return Optional.ofNullable(zone);
	}

	/** When the instrument took control, in s on this record's clock; NaN if not known. */
	public double controlStartSeconds() {
		return controlStartSeconds;
	}

	/** Whether the file says that the experiment was aborted. */
	public boolean isAborted() {
		return aborted;
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		return warnings;
	}

	/** Sentences worth knowing. */
	public List<String> notes() {
		return notes;
	}

	@Override
	public String toString() {
		return fileName + (table.isEmpty() ? "" : " " + table) + " (" + tag + "): " + size() + " samples, " +
			timeSeconds[0] + " to " + timeSeconds[size() - 1] + " s";
	}
}
