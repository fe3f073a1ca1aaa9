package net.operando.data.io.acquired;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import net.operando.data.io.FormatException;
import net.operando.data.io.tiff.OmeTiffAppender;

/** A movie of a recording's folder as its journal and files have it: the frames whose bytes are all there. Immutable. */
public final class AcquiredStream {

	private final Path folder;
	private final RecordingInfo recording;
	private final StreamInfo info;
	private final List<FrameEntry> frames;
	private final int lost;

	private AcquiredStream(final Path folder, final RecordingInfo recording, final StreamInfo info,
		final List<FrameEntry> frames, final int lost)
	{
		this.folder = folder;
		this.recording = recording;
		this.info = info;
		this.frames = frames;
		this.lost = lost;
	}

	/**
	 * Reads a movie's journal and compares it with the files: their sizes, and from the end of each the checksums of frames until one
	 * is right, since what completes a file that was cut short may reach to where its last frames were.
	 *
	 * @throws FormatException if there is no journal
	 */
	public static AcquiredStream read(final Path folder, final RecordingInfo recording, final StreamInfo info)
		throws IOException
	{
		final Path journal = info.journal(folder);
		if (!Files.isRegularFile(journal)) throw new FormatException(journal,
			"is missing: open the recording's .ome.tif files one by one.");
		final List<FrameEntry> whole = new ArrayList<>();
		int lost = 0;
		int part = 0;
		long size = 0;
		for (final FrameEntry entry : FrameJournal.read(journal)) {
			if (entry.part != part) {
				part = entry.part;
				final Path file = info.part(folder, part);
				size = Files.isRegularFile(file) ? Files.size(file) : 0;
			}
			final long at = OmeTiffAppender.dataOffset(info.frameBytes(), recording.isBigTiff(), entry.frameInPart);
			if (size >= at + info.frameBytes()) whole.add(entry);
			else lost++;
		}
		for (int i = whole.size() - 1; i >= 0;) {
			part = whole.get(i).part;
			while (i >= 0 && whole.get(i).part == part && !isThere(folder, recording, info, whole.get(i))) {
				whole.remove(i--);
				lost++;
			}
			while (i >= 0 && whole.get(i).part == part)
				i--;
		}
		return new AcquiredStream(folder, recording, info, whole, lost);
	}

	/** Whether the bytes where a frame should be are those that were written. */
	private static boolean isThere(final Path folder, final RecordingInfo recording, final StreamInfo info, final FrameEntry entry)
		throws IOException
	{
		final CRC32 crc = new CRC32();
		final ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(1 << 20, info.frameBytes()));
		try (FileChannel channel = FileChannel.open(info.part(folder, entry.part), StandardOpenOption.READ)) {
			long at = OmeTiffAppender.dataOffset(info.frameBytes(), recording.isBigTiff(), entry.frameInPart);
			for (long left = info.frameBytes(); left > 0;) {
				bytes.clear().limit((int) Math.min(bytes.capacity(), left));
				final int n = channel.read(bytes, at);
				if (n <= 0) return false;
				bytes.flip();
				crc.update(bytes);
				at += n;
				left -= n;
			}
		}
		return crc.getValue() == entry.crc32;
	}

	public StreamInfo info() {
		return info;
	}

	public Path folder() {
		return folder;
	}

	/** The frames that can be read. */
	public List<FrameEntry> frames() {
		return frames;
	}

	/** Frames that the journal names but whose bytes are missing, as after somebody cut or removed a file. */
	public int lost() {
		return lost;
	}

	/** Times of the frames in s since the recording's second 0. */
	public double[] seconds() {
		return frames.stream().mapToDouble(f -> recording.seconds(f.actualNanos)).toArray();
	}

	/** Where a frame's samples lie in its part. */
	long offset(final int frame) {
		return OmeTiffAppender.dataOffset(info.frameBytes(), recording.isBigTiff(), frames.get(frame).frameInPart);
	}
}
