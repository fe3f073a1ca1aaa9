package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.operando.data.io.Json;
import net.operando.data.io.TidyTable;
import net.operando.data.io.acquired.AcquiredStream;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.acquired.StreamInfo;

/**
 * What {@code report.json} says. It is made from the folder's own files alone, so that a recording that was cut off gets the
 * same report as one that ended in order. Immutable, JSON by field.
 */
public final class RecordingReport {

	/** Movie of full frames around events; its exposures are in the other movies too. */
	public static final String FULL = "full";

	/** Exposures that are not there. */
	public static final class Gap {

		double atSeconds;
		long firstSlot;
		long slots;
		String cause = "";

		/** When it began, in s since the start. */
		public double atSeconds() {
			return atSeconds;
		}

		/** Number of exposures. */
		public long slots() {
			return slots;
		}

		/** Dropped, missed, overflow, stalled, moving, paused, focus. */
		public String cause() {
			return cause;
		}
	}

	/** A movie of the folder. */
	static final class Stream {

		String name;
		int frames;
		int parts;
		int lostFrames;
		double firstSeconds = Double.NaN;
		double lastSeconds = Double.NaN;
	}

	/** Quantiles of a quantity in us. */
	static final class Quantiles {

		double p50 = Double.NaN;
		double p90 = Double.NaN;
		double p99 = Double.NaN;
		double max = Double.NaN;

		private static Quantiles of(final double[] values) {
			final Quantiles q = new Quantiles();
			if (values.length == 0) return q;
			Arrays.sort(values);
			q.p50 = at(values, 0.5);
			q.p90 = at(values, 0.9);
			q.p99 = at(values, 0.99);
			q.max = values[values.length - 1];
			return q;
		}

		/** The smallest value that the share does not exceed. */
		private static double at(final double[] sorted, final double share) {
			return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
		}
	}

	private String microscope;
	private String plan;
	private String startUtc;
	private String finishReason;
	private boolean recovered;
	private double seconds;
	private long expectedExposures;
	private long receivedExposures;
	private long missingExposures;
	private long pausedExposures;
	private long excessExposures;
	private int segments;
	private final Quantiles latenessMicros;
	private final Quantiles jitterMicros;
	private double clockDriftPpm = Double.NaN;
	private String lightAfter = "not used";
	private final List<Gap> gaps = new ArrayList<>();
	private final List<Stream> streams = new ArrayList<>();
	/** How well each of the potentiostat's files is known on the recording's clock. */
	private final List<String> clocks = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	private RecordingReport(final double[] lateness, final double[] jitter) {
		latenessMicros = Quantiles.of(lateness);
		jitterMicros = Quantiles.of(jitter);
	}

	/** Makes the report of a folder and writes it, with frames.csv and echem.csv. */
	static RecordingReport write(final Path folder, final String reason) throws IOException {
		final RecordingInfo info = RecordingInfo.read(folder);
		final List<AcquiredStream> read = new ArrayList<>();
		for (final StreamInfo stream : info.streams())
			if (Files.isRegularFile(stream.journal(folder))) read.add(AcquiredStream.read(folder, info, stream));
		final List<Double> late = new ArrayList<>();
		for (final AcquiredStream stream : read)
			if (!FULL.equals(stream.info().name())) for (final FrameEntry frame : stream.frames())
				for (final long l : frame.latenessMicros)
					late.add((double) l);
		final double[] lateness = late.stream().mapToDouble(Double::doubleValue).toArray();
		final RecordingReport report = new RecordingReport(lateness, jitter(lateness));
		report.microscope = info.microscope();
		report.plan = info.plan();
		report.startUtc = info.start().toString();
		report.finishReason = reason == null ? "cut off" : reason;
		report.recovered = reason == null;
		for (final AcquiredStream stream : read)
			report.add(stream);
		report.addEvents(info, EventLog.read(folder));
		report.expectedExposures = report.receivedExposures + report.missingExposures;
		final Map<String, SampleLog.Zero> zeros = SampleLog.writeEchem(folder, info);
		zeros.forEach((file, zero) -> report.clocks.add(file + ": " + zero.rows + " samples; its " + zero.describe(info)));
		if (!read.isEmpty()) frames(folder, read.get(0), info);
		Files.write(folder.resolve(Recording.REPORT), Json.write(report).getBytes(StandardCharsets.UTF_8));
		return report;
	}

	/** Deviations from the median lateness, which is the constant part. */
	private static double[] jitter(final double[] lateness) {
		final double[] sorted = lateness.clone();
		Arrays.sort(sorted);
		final double median = sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
		return Arrays.stream(lateness).map(l -> Math.abs(l - median)).toArray();
	}

	private static void frames(final Path folder, final AcquiredStream stream, final RecordingInfo info)
		throws IOException
	{
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "utc");
		for (final FrameEntry frame : stream.frames())
			table.row(frame.index, info.seconds(frame.actualNanos), info.start().plusNanos(frame.actualNanos - info
				.startNanos()).toString());
		Files.write(folder.resolve(Recording.FRAMES), table.toCsv().getBytes(StandardCharsets.UTF_8));
	}

	private void add(final AcquiredStream stream) {
		final Stream s = new Stream();
		s.name = stream.info().name();
		s.frames = stream.frames().size();
		s.lostFrames = stream.lost();
		for (final FrameEntry frame : stream.frames()) {
			s.parts = Math.max(s.parts, frame.part);
			segments = Math.max(segments, frame.segment);
			if (!FULL.equals(s.name)) receivedExposures += frame.exposures;
		}
		if (s.frames > 0) {
			final double[] t = stream.seconds();
			s.firstSeconds = t[0];
			s.lastSeconds = t[t.length - 1];
			seconds = Math.max(seconds, s.lastSeconds);
		}
		streams.add(s);
	}

	private void addEvents(final RecordingInfo info, final List<EventLog.Event> events) {
		EventLog.Event firstPair = null;
		EventLog.Event lastPair = null;
		for (final EventLog.Event e : events) {
			seconds = Math.max(seconds, info.seconds(e.nanos));
			if ("gap".equals(e.kind)) addGap(info, e);
			else if ("withdrawn".equals(e.kind)) withdraw(e);
			else if ("excess".equals(e.kind)) excessExposures++;
			else if ("light".equals(e.kind)) lightAfter = e.text.startsWith("off") ? "off" : "on, as last known";
			else if ("clock".equals(e.kind)) {
				if (firstPair == null) firstPair = e;
				lastPair = e;
			}
			else if ("finish".equals(e.kind) && recovered) {
				finishReason = e.text;
				recovered = false;
			}
			else if ("fault".equals(e.kind) || "warning".equals(e.kind)) notes.add(String.format(java.util.Locale.ROOT,
				"%.3f s: %s", info.seconds(e.nanos), e.text));
		}
		if (firstPair != null && lastPair.nanos - firstPair.nanos > 1_000_000_000L) {
			final double utc = java.time.Duration.between(firstPair.utc, lastPair.utc).toNanos();
			clockDriftPpm = 1e6 * (utc / (lastPair.nanos - firstPair.nanos) - 1);
		}
	}

	private void addGap(final RecordingInfo info, final EventLog.Event e) {
		final String[] words = e.text.split(" ");
		final Gap gap = new Gap();
		gap.atSeconds = info.seconds(e.nanos);
		gap.cause = words[0];
		gap.firstSlot = Long.parseLong(words[1]);
		gap.slots = Long.parseLong(words[2]);
		gaps.add(gap);
		if ("paused".equals(gap.cause) || "focus".equals(gap.cause)) pausedExposures += gap.slots;
		else missingExposures += gap.slots;
	}

	/** A frame that was late had been taken for a lost one. */
	private void withdraw(final EventLog.Event e) {
		final long slot = Long.parseLong(e.text.split(" ")[0]);
		for (int i = gaps.size() - 1; i >= 0; i--) {
			final Gap gap = gaps.get(i);
			if (slot < gap.firstSlot || slot >= gap.firstSlot + gap.slots) continue;
			missingExposures--;
			if (--gap.slots == 0) gaps.remove(i);
			return;
		}
	}

	/** Time of the last frame or event since the start, s. */
	public double seconds() {
		return seconds;
	}

	/** Frames of all movies that the journals name but whose bytes are not there. */
	public int lostFrames() {
		int lost = 0;
		for (final Stream s : streams)
			lost += s.lostFrames;
		return lost;
	}

	/** Exposures that should have come while it was not paused. */
	public long expectedExposures() {
		return expectedExposures;
	}

	/** Exposures that came. */
	public long receivedExposures() {
		return receivedExposures;
	}

	public long missingExposures() {
		return missingExposures;
	}

	/** Exposures left out because the recording was paused, by a user or for focus. */
	public long pausedExposures() {
		return pausedExposures;
	}

	public List<Gap> gaps() {
		return List.copyOf(gaps);
	}

	public int segments() {
		return segments;
	}

	/** Why it ended. */
	public String finishReason() {
		return finishReason;
	}

	/** Whether it was cut off and completed later. */
	public boolean isRecovered() {
		return recovered;
	}

	/** Frames of a movie; 0 if there is no such movie. */
	public int frames(final String stream) {
		return streams.stream().filter(s -> s.name.equals(stream)).mapToInt(s -> s.frames).sum();
	}

	/** 99th percentile of actual minus wanted exposure times, in us. */
	public double latenessP99Micros() {
		return latenessMicros.p99;
	}

	/** 99th percentile of the deviation from the median lateness, in us. */
	public double jitterP99Micros() {
		return jitterMicros.p99;
	}

	/** State of the lamp at the end, as the events have it. */
	public String lightAfter() {
		return lightAfter;
	}

	/** Faults and warnings, with their times. */
	public List<String> notes() {
		return List.copyOf(notes);
	}

	/** By how much the time of day ran faster than the monotonic clock, ppm; NaN if too short to know. */
	public double clockDriftPpm() {
		return clockDriftPpm;
	}
}
