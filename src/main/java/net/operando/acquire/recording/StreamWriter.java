package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.FrameJournal;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.data.io.tiff.OmeTiffAppender;
import net.operando.data.io.tiff.OmeTimes;

/** One movie of a recording while it is written: parts and journal. Made when its first frame comes. Not thread-safe. */
final class StreamWriter {

	private final Path folder;
	private final RecordingInfo recording;
	private final StreamInfo info;
	private final DiskGate disk;
	private final FrameJournal journal;
	private OmeTiffAppender appender;
	private final List<Double> partSeconds = new ArrayList<>();
	private int part;
	private int frames;
	private long lastNanos = Long.MIN_VALUE;

	StreamWriter(final Path folder, final RecordingInfo recording, final StreamInfo info, final DiskGate disk)
		throws IOException
	{
		this.folder = folder;
		this.recording = recording;
		this.info = info;
		this.disk = disk;
		journal = FrameJournal.create(info.journal(folder));
	}

	int frames() {
		return frames;
	}

	/** Writes the samples, then the line; exactly one of the arrays is given. */
	void append(final FrameEntry entry, final short[] counts, final float[] means) throws IOException {
		if (entry.actualNanos <= lastNanos) throw new IllegalStateException("frames out of order");
		if (appender == null || appender.frames() == appender.mostFrames()) nextPart();
		disk.beforeWrite(appender.bytesPerFrame());
		if (counts != null) appender.append(counts);
		else appender.append(means);
		final CRC32 crc = new CRC32();
		crc.update(appender.lastSamples());
		entry.index = frames + 1;
		entry.part = part;
		entry.frameInPart = appender.frames() - 1;
		entry.crc32 = crc.getValue();
		journal.append(entry);
		partSeconds.add(recording.seconds(entry.actualNanos));
		lastNanos = entry.actualNanos;
		frames++;
	}

	private void nextPart() throws IOException {
		finishPart();
		part++;
		appender = OmeTiffAppender.create(info.part(folder, part), info.width(), info.height(), info.samples(), info
			.calibration(), recording.isBigTiff());
	}

	private void finishPart() throws IOException {
		if (appender == null) return;
		final OmeTiffAppender full = appender;
		appender = null;
		full.finish(OmeTimes.of(partSeconds.stream().mapToDouble(Double::doubleValue).toArray(), recording.start(), 1e-3 *
			recording.exposureMs()));
		partSeconds.clear();
	}

	/** Completes the last part and closes the files. */
	void finish() throws IOException {
		try {
			finishPart();
			journal.force();
		}
		finally {
			journal.close();
		}
	}
}
