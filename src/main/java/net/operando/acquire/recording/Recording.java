package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import net.operando.base.InvalidInputException;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.acquired.StreamInfo;

/**
 * A recording's folder while it is written. Frames of all movies come from one thread; events may come from any. Every frame is
 * in the hands of the operating system, samples before journal line, when {@link #append} returns.
 */
public final class Recording implements AutoCloseable {

	static final String PLAN = "plan.json";
	static final String REPORT = "report.json";
	static final String FRAMES = "frames.csv";
	static final String LOCK = "recording.lock";

	private final Path folder;
	private final RecordingInfo info;
	private final DiskGate disk;
	private final EventLog events;
	private final SampleLog samples;
	private final FileChannel lockFile;
	private final Map<String, StreamWriter> streams = new LinkedHashMap<>();
	private volatile boolean closed;

	private Recording(final Path folder, final RecordingInfo info, final DiskGate disk) throws IOException {
		this.folder = folder;
		this.info = info;
		this.disk = disk;
		lockFile = lock(folder);
		events = EventLog.create(folder);
		samples = SampleLog.create(folder);
	}

	/**
	 * Starts a recording.
	 *
	 * @param folder made if it is not there; must not hold a recording
	 * @param planJson kept beside the frames
	 * @throws InvalidInputException if the folder holds a recording already
	 * @throws IOException if it cannot be written to
	 */
	public static Recording start(final Path folder, final RecordingInfo info, final String planJson,
		final DiskGate disk) throws IOException
	{
		refuseExisting(folder);
		Files.createDirectories(folder);
		Files.write(folder.resolve(PLAN), planJson.getBytes(StandardCharsets.UTF_8));
		Files.write(folder.resolve(RecordingInfo.FILE), info.toJson().getBytes(StandardCharsets.UTF_8));
		final Recording recording = new Recording(folder, info, disk);
		// the first movie's journal is there from the beginning, so that a folder without a frame opens with a clear message
		recording.writer(info.streams().get(0));
		return recording;
	}

	/** @throws InvalidInputException if the folder holds a recording */
	public static void refuseExisting(final Path folder) {
		if (Files.exists(folder.resolve(RecordingInfo.FILE))) throw new InvalidInputException("The folder " + folder +
			" holds a recording already: choose another, nothing is overwritten.");
	}

	/** Held while a recording runs; a program that dies lets go of it. */
	static FileChannel lock(final Path folder) throws IOException {
		final FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
			StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
		}
		catch (final OverlappingFileLockException held) {
			// by this program itself; said below
		}
		if (lock == null) {
			channel.close();
			throw new InvalidInputException("The recording in " + folder + " still runs: stop it first.");
		}
		return channel;
	}

	public Path folder() {
		return folder;
	}

	public RecordingInfo info() {
		return info;
	}

	/** Bytes that can still be written. */
	public long usableBytes() throws IOException {
		return disk.usableBytes(folder);
	}

	private StreamWriter writer(final StreamInfo stream) throws IOException {
		StreamWriter writer = streams.get(stream.name());
		if (writer == null) streams.put(stream.name(), writer = new StreamWriter(folder, info, stream, disk));
		return writer;
	}

	/**
	 * Writes a frame and its line. Index, part and checksum of the entry are filled in.
	 *
	 * @throws IOException if the disk is full or fails; the frames before are not touched
	 */
	public void append(final StreamInfo stream, final FrameEntry entry, final short[] counts) throws IOException {
		writer(stream).append(entry, counts, null);
	}

	/** As {@link #append(StreamInfo, FrameEntry, short[])}, for means. */
	public void append(final StreamInfo stream, final FrameEntry entry, final float[] means) throws IOException {
		writer(stream).append(entry, null, means);
	}

	/** Notes something that happened. Any thread. */
	public void event(final long nanos, final Instant utc, final String kind, final String text) throws IOException {
		if (!closed) events.add(nanos, utc, kind, text);
	}

	/** Keeps a sample of the potentiostat. */
	public void sample(final String file, final double secondsInFile, final double volts, final double amperes,
		final long afterNanos, final long arrivalNanos) throws IOException
	{
		samples.add(file, secondsInFile, volts, amperes, afterNanos, arrivalNanos);
	}

	/**
	 * Completes all files and writes frames.csv, echem.csv and report.json.
	 *
	 * @param nanos when it ended
	 * @param reason why it ended, in a few words
	 * @throws IOException if the disk is full or fails; {@link Recovery} completes the folder later
	 */
	public RecordingReport finish(final long nanos, final Instant utc, final String reason) throws IOException {
		IOException failure = null;
		for (final StreamWriter writer : streams.values())
			try {
				writer.finish();
			}
			catch (final IOException e) {
				failure = e;
			}
		try {
			event(nanos, utc, "finish", reason);
		}
		finally {
			close();
		}
		if (failure != null) throw failure;
		return RecordingReport.write(folder, reason);
	}

	/** Lets go of the files as they are. */
	@Override
	public void close() throws IOException {
		if (closed) return;
		closed = true;
		try (FileChannel l = lockFile; EventLog e = events; SampleLog s = samples) {
			// in this order, each even if the others fail
		}
		Files.deleteIfExists(folder.resolve(LOCK));
	}
}
