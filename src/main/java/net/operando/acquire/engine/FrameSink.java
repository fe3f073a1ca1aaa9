package net.operando.acquire.engine;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Quantity;
import net.operando.acquire.port.Camera;
import net.operando.acquire.recording.Recording;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.data.movie.PixelType;

/** What becomes of exposures: averaged, written, shown, watched for cracks. All calls come from the one writing thread. */
final class FrameSink {

	private final Recording recording;
	private final Movies movies;
	private final AcquisitionListener listener;
	private final Queue<short[]> free;
	private final FrameSum sum;
	private final CrackWatch cracks;
	private final List<RawExposure> group = new ArrayList<>();
	private final ArrayDeque<RawExposure> recent = new ArrayDeque<>();
	private final long keepNanos;
	private long fullUntil = Long.MIN_VALUE;
	private float[] mean;
	private short[] lastCounts;
	private volatile double crackScore = Double.NaN;
	private volatile long stored;

	/** @param free takes back arrays that are no longer needed */
	FrameSink(final Recording recording, final Movies movies, final AcquisitionPlan plan, final Camera camera,
		final AcquisitionListener listener, final Queue<short[]> free)
	{
		this.recording = recording;
		this.movies = movies;
		this.listener = listener;
		this.free = free;
		sum = new FrameSum(camera.width(), camera.height(), plan.spatialBin());
		cracks = plan.looksAt(Quantity.CRACK) ? new CrackWatch(sum.width(), sum.height()) : null;
		final double before = plan.fullFramesBeforeSeconds();
		keepNanos = Double.isNaN(before) ? -1 : Math.round(1e9 * before);
	}

	/** Strength of the last local darkening; NaN if it is not watched. Any thread. */
	double crackScore() {
		return crackScore;
	}

	/** Frames stored in the movies. Any thread. */
	long stored() {
		return stored;
	}

	void take(final RawExposure raw) throws IOException {
		if (!group.isEmpty() && !group.get(0).sharesFrameWith(raw)) flush();
		group.add(raw);
		sum.add(raw.frame.counts());
		final boolean whole = group.size() == raw.mean();
		// the counts of a movie of single raw frames are written as they are
		lastCounts = raw.frame.counts();
		if (whole) flush();
		keep(raw);
	}

	/** Ends the frame that is being averaged, whole or not. */
	void flush() throws IOException {
		if (group.isEmpty()) return;
		final RawExposure first = group.get(0);
		final StreamInfo stream = movies.of(first);
		final FrameEntry entry = entry(group);
		mean = sum.mean(mean);
		if (stream.samples() == PixelType.UINT16) recording.append(stream, entry, lastCounts);
		else recording.append(stream, entry, mean);
		stored++;
		final double seconds = recording.info().seconds(entry.actualNanos);
		if (cracks != null && !first.dark && first.position == 1) {
			if (first.afterGap) cracks.restart();
			crackScore = cracks.look(mean, seconds);
		}
		listener.frame(new LiveFrame(stream.name(), sum.width(), sum.height(), mean, seconds));
		group.clear();
		sum.clear();
	}

	/** Forgets what the crack watch compared with: what comes next is not to be compared. */
	void interrupt() throws IOException {
		flush();
		if (cracks != null) cracks.restart();
	}

	/** Writes the full frames since a time, and those that come until another. */
	void keepFull(final long fromNanos, final long untilNanos) throws IOException {
		fullUntil = Math.max(fullUntil, untilNanos);
		for (RawExposure raw = recent.pollFirst(); raw != null; raw = recent.pollFirst()) {
			if (raw.frame.monotonicNanos() >= fromNanos) writeFull(raw);
			free.add(raw.frame.counts());
		}
	}

	private void keep(final RawExposure raw) throws IOException {
		if (keepNanos >= 0 && raw.frame.monotonicNanos() <= fullUntil) {
			writeFull(raw);
			free.add(raw.frame.counts());
		}
		else if (keepNanos >= 0 && !raw.dark) {
			recent.addLast(raw);
			while (recent.peekFirst().frame.monotonicNanos() < raw.frame.monotonicNanos() - keepNanos)
				free.add(recent.pollFirst().frame.counts());
		}
		else free.add(raw.frame.counts());
	}

	private void writeFull(final RawExposure raw) throws IOException {
		recording.append(movies.full(), entry(List.of(raw)), raw.frame.counts());
	}

	private FrameEntry entry(final List<RawExposure> exposures) {
		final RawExposure first = exposures.get(0);
		final RawExposure last = exposures.get(exposures.size() - 1);
		final FrameEntry e = new FrameEntry();
		e.segment = first.segment;
		e.phase = first.phase.name();
		e.position = first.position;
		e.firstSlot = first.slot;
		e.exposures = exposures.size();
		e.latenessMicros = new long[exposures.size()];
		double requested = 0;
		double actual = 0;
		for (int i = 0; i < exposures.size(); i++) {
			final RawExposure raw = exposures.get(i);
			final long at = raw.frame.monotonicNanos();
			// differences are small, so that their mean is exact to the ns
			requested += raw.requestedNanos - first.requestedNanos;
			actual += at - first.frame.monotonicNanos();
			e.latenessMicros[i] = Math.round(1e-3 * (at - raw.requestedNanos));
		}
		e.requestedNanos = first.requestedNanos + Math.round(requested / exposures.size());
		e.actualNanos = first.frame.monotonicNanos() + Math.round(actual / exposures.size());
		e.utc = recording.info().start().plusNanos(e.actualNanos - recording.info().startNanos());
		e.elapsedMs = first.frame.elapsedMs();
		e.imageNumber = first.frame.imageNumber();
		e.queueDepth = last.queued;
		if (last.at != null) {
			e.x_um = last.at.x_um();
			e.y_um = last.at.y_um();
			e.z_um = last.at.z_um();
		}
		e.light = last.light;
		e.lock = last.lock;
		e.lockOffsetNm = last.lockOffsetNm;
		e.sampleAgeSeconds = last.sampleAgeSeconds;
		e.voltageVolts = last.volts;
		e.currentAmperes = last.amperes;
		final boolean gap = exposures.stream().anyMatch(raw -> raw.afterGap);
		final boolean partial = exposures == group && group.size() < first.mean();
		e.flag = gap && partial ? "gap partial" : gap ? "gap" : partial ? "partial" : "";
		return e;
	}
}
