package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import net.operando.base.quantity.Calibration;
import net.operando.data.movie.PixelType;

/**
 * Writes frames to an OME-TIFF by appending alone, so that whatever stops the program leaves every frame written before
 * readable. A record is the frame's samples, uncompressed and little-endian, followed by its directory; each directory names
 * the place of the next beforehand, since all records are of one length. Where the file ends early that last link leads behind its end, which
 * readers take for the end. {@link #finish} appends the OME-XML, then changes the last link and the first directory's description,
 * the only bytes ever overwritten; {@link #repair} does the same for a file that was cut off.
 * <p>
 * Classic TIFF up to 4 GB, which ImageJ 1 opens too, or BigTIFF without a limit, which it does not. Not thread-safe.
 */
public final class OmeTiffAppender implements AutoCloseable {

	/** What stands in for the OME-XML until the file is finished. */
	static final String UNFINISHED = "Operando recording, unfinished";

	private final FileChannel channel;
	private final OmeTiffRecord record;
	private final Calibration calibration;
	private final ByteBuffer buffer;
	private int frames;
	private boolean closed;

	private OmeTiffAppender(final FileChannel channel, final OmeTiffRecord record, final Calibration calibration) {
		this.channel = channel;
		this.record = record;
		this.calibration = calibration;
		buffer = ByteBuffer.allocateDirect(Math.toIntExact(record.length())).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Starts a file.
	 *
	 * @param file must not exist
	 * @param type UINT16 or FLOAT32
	 * @param big BigTIFF rather than classic TIFF
	 * @throws IOException if the file cannot be made
	 */
	public static OmeTiffAppender create(final Path file, final int width, final int height, final PixelType type,
		final Calibration calibration, final boolean big) throws IOException
	{
		final OmeTiffRecord record = new OmeTiffRecord(width, height, type, calibration, big);
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		boolean written = false;
		try {
			final ByteBuffer head = record.head();
			write(channel, head, 0);
			written = true;
			return new OmeTiffAppender(channel, record, calibration);
		}
		finally {
			if (!written) channel.close();
		}
	}

	/** Where the samples of a frame of this file lie, counted from 0. */
	public long dataOffset(final int frame) {
		return record.dataOffset(frame);
	}

	/**
	 * Where the samples of a frame of any such file lie.
	 *
	 * @param frameBytes bytes of a frame's samples
	 * @param big whether it is a BigTIFF
	 * @param frame counted from 0
	 */
	public static long dataOffset(final long frameBytes, final boolean big, final int frame) {
		return OmeTiffRecord.dataOffset(frameBytes, big, frame);
	}

	/** Frames that fit into a classic file together with their OME-XML; no limit for a BigTIFF. */
	public int mostFrames() {
		return record.mostFrames();
	}

	/** Frames written so far. */
	public int frames() {
		return frames;
	}

	/** Bytes that one frame takes. */
	public long bytesPerFrame() {
		return record.length();
	}

	/** Appends a frame of 16 bit counts; on an error the file holds the frames before, and may end in a part of this one. */
	public void append(final short[] counts) throws IOException {
		buffer.clear();
		buffer.asShortBuffer().put(counts);
		append(2 * counts.length);
	}

	/** Appends a frame of 32 bit floating point samples; errors as {@link #append(short[])}. */
	public void append(final float[] samples) throws IOException {
		buffer.clear();
		buffer.asFloatBuffer().put(samples);
		append(4 * samples.length);
	}

	private void append(final int bytes) throws IOException {
		if (bytes != record.dataBytes()) throw new IllegalArgumentException(bytes + " bytes for a frame of " + record
			.dataBytes());
		if (frames == mostFrames()) throw new IllegalStateException("the file is full");
		buffer.position(bytes);
		record.putDirectory(buffer, frames, record.directoryOffset(frames + 1));
		buffer.flip();
		write(channel, buffer, record.dataOffset(frames));
		frames++;
	}

	/** A view of the samples last written, for a checksum; valid until the next call. */
	public ByteBuffer lastSamples() {
		final ByteBuffer samples = buffer.duplicate();
		samples.position(0).limit(record.dataBytes());
		return samples;
	}

	/** Waits until all is on the disk. */
	public void force() throws IOException {
		channel.force(false);
	}

	/**
	 * Completes and closes the file.
	 *
	 * @param times when the frames were taken; as many as were written
	 */
	public void finish(final OmeTimes times) throws IOException {
		try {
			if (frames > 0) complete(channel, record, frames, calibration, times);
		}
		finally {
			close();
		}
	}

	/**
	 * Completes a file that was cut off: bytes behind its last whole frame are removed. A finished one is completed anew.
	 *
	 * @param frames whole frames that it holds, as its journal says
	 * @throws IOException if the file system fails
	 */
	public static void repair(final Path file, final int width, final int height, final PixelType type, final boolean big,
		final Calibration calibration, final int frames, final OmeTimes times) throws IOException
	{
		final OmeTiffRecord record = new OmeTiffRecord(width, height, type, calibration, big);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			final long end = record.dataOffset(frames);
			// a frame that was journaled but whose directory was cut off gets it back: all of it is known
			final ByteBuffer last = ByteBuffer.allocate(record.directoryBytes()).order(ByteOrder.LITTLE_ENDIAN);
			record.putDirectory(last, frames - 1, 0);
			write(channel, last.flip(), record.directoryOffset(frames - 1));
			channel.truncate(end);
			complete(channel, record, frames, calibration, times);
		}
	}

	private static void complete(final FileChannel channel, final OmeTiffRecord record, final int frames,
		final Calibration calibration, final OmeTimes times) throws IOException
	{
		final byte[] xml = times.xml(record, frames, calibration).getBytes(StandardCharsets.UTF_8);
		final ByteBuffer text = ByteBuffer.allocate(xml.length + 1).put(xml).put((byte) 0).flip();
		write(channel, text, record.dataOffset(frames));
		final ByteBuffer last = ByteBuffer.allocate(record.directoryBytes()).order(ByteOrder.LITTLE_ENDIAN);
		record.putDirectory(last, frames - 1, 0);
		write(channel, last.flip(), record.directoryOffset(frames - 1));
		channel.force(false);
		final ByteBuffer first = ByteBuffer.allocate(record.directoryBytes()).order(ByteOrder.LITTLE_ENDIAN);
		record.putDirectory(first, 0, frames > 1 ? record.directoryOffset(1) : 0, record.dataOffset(frames), xml.length + 1L);
		write(channel, first.flip(), record.directoryOffset(0));
		channel.force(false);
	}

	private static void write(final FileChannel channel, final ByteBuffer from, final long at) throws IOException {
		long position = at;
		while (from.hasRemaining())
			position += channel.write(from, position);
	}

	/** Lets go of the file as it is. */
	@Override
	public void close() throws IOException {
		if (closed) return;
		closed = true;
		channel.close();
	}
}
