package net.operando.data.io.tdms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;

/**
 * Writes a movie as TDMS, frame by frame, so that no more than one frame is held in memory and the file is whole after
 * each: group {@code img}, channel {@code cam1} (uint16 samples, frame after frame) and channel {@code time} (float64
 * seconds, one per frame). The properties {@code Image size} (width), {@code Image size 2} (height),
 * {@code Effective frame rate} (Hz), {@code wf_start_time} (the instant of second 0) and {@code pixel_size_um} stand at
 * {@code cam1}; what is not known is left out. Not thread-safe.
 * <p>
 * Source: National Instruments, "TDMS File Format Internal Structure". The first frame's segment holds the metadata,
 * every later one refers to it.
 */
public final class TdmsWriter implements AutoCloseable {

	private static final long EPOCH_1904_SECONDS = 2_082_844_800L;
	private static final int METADATA_NEW_LIST_RAW = 1 << 1 | 1 << 2 | 1 << 3;
	private static final int METADATA_NEW_LIST = 1 << 1 | 1 << 2;
	private static final int RAW = 1 << 3;

	private final FileChannel channel;
	private final int width;
	private final int height;
	private final double framesPerSecond;
	private final Calibration calibration;
	private final Instant start;
	private final ByteBuffer segment;
	private long end;
	private double lastSeconds = Double.NEGATIVE_INFINITY;
	private boolean begun;

	private TdmsWriter(final FileChannel channel, final int width, final int height, final double framesPerSecond,
		final Calibration calibration, final Instant start)
	{
		this.channel = channel;
		this.width = width;
		this.height = height;
		this.framesPerSecond = framesPerSecond;
		this.calibration = calibration;
		this.start = start;
		segment = ByteBuffer.allocate(4096 + width * height * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Starts a file, replacing one that is there.
	 *
	 * @param framesPerSecond effective frame rate in Hz; NaN if none can be named
	 * @param start the instant of second 0; null if not known
	 * @throws IOException if the file cannot be made
	 */
	public static TdmsWriter create(final Path file, final int width, final int height, final double framesPerSecond,
		final Calibration calibration, final Instant start) throws IOException
	{
		if (width < 1 || height < 1 || (long) width * height > 1 << 28) throw new InvalidInputException("A movie of " +
			width + " x " + height + " pixels cannot be written.");
		return new TdmsWriter(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			StandardOpenOption.TRUNCATE_EXISTING), width, height, framesPerSecond, calibration, start);
	}

	/**
	 * Appends a frame; afterwards the file is a whole TDMS file.
	 *
	 * @param counts {@code width * height} unsigned 16 bit samples, row-major
	 * @param seconds time of the frame in s, later than that of the frame before
	 */
	public void append(final short[] counts, final double seconds) throws IOException {
		if (counts.length != width * height) throw new IllegalArgumentException("a frame of " + counts.length +
			" samples is not " + width + " x " + height);
		if (!(seconds > lastSeconds) || Double.isInfinite(seconds)) throw new InvalidInputException("A frame at " + seconds +
			" s cannot follow one at " + lastSeconds + " s.");
		segment.clear();
		if (begun) leadIn(RAW, 0, counts.length * 2L + Double.BYTES);
		else {
			final byte[] metadata = metadata(true);
			leadIn(METADATA_NEW_LIST_RAW, metadata.length, counts.length * 2L + Double.BYTES);
			segment.put(metadata);
		}
		segment.asShortBuffer().put(counts);
		segment.position(segment.position() + counts.length * Short.BYTES);
		segment.putDouble(seconds);
		write();
		begun = true;
		lastSeconds = seconds;
	}

	private void leadIn(final int contents, final long metadataBytes, final long rawBytes) {
		segment.put("TDSm".getBytes(StandardCharsets.US_ASCII)).putInt(contents).putInt(4713).putLong(metadataBytes +
			rawBytes).putLong(metadataBytes);
	}

	private void write() throws IOException {
		segment.flip();
		while (segment.hasRemaining())
			end += channel.write(segment, end);
	}

	private byte[] metadata(final boolean data) {
		final ByteBuffer out = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
		out.putInt(4);
		text(out, "/").putInt(-1).putInt(0);
		text(out, TdmsFile.path("img")).putInt(-1).putInt(0);
		text(out, TdmsFile.path("img", "cam1"));
		layout(out, data, TdmsType.UINT16, (long) width * height);
		final int countAt = out.position();
		out.putInt(0);
		int properties = 2;
		text(out, "Image size").putInt(TdmsType.INT32.code()).putInt(width);
		text(out, "Image size 2").putInt(TdmsType.INT32.code()).putInt(height);
		if (framesPerSecond > 0 && !Double.isInfinite(framesPerSecond)) {
			text(out, "Effective frame rate").putInt(TdmsType.FLOAT64.code()).putDouble(framesPerSecond);
			properties++;
		}
		if (start != null) {
			// the fraction of a second in units of 2^-64
			final long fraction = Math.round(start.getNano() * 1e-9 * 0x1p62) << 2;
			text(out, "wf_start_time").putInt(TdmsType.TIMESTAMP.code()).putLong(fraction).putLong(start.getEpochSecond() +
				EPOCH_1904_SECONDS);
			properties++;
		}
		if (calibration.isKnown()) {
			text(out, "pixel_size_um").putInt(TdmsType.FLOAT64.code()).putDouble(calibration.micrometresPerPixel());
			properties++;
		}
		out.putInt(countAt, properties);
		text(out, TdmsFile.path("img", "time"));
		layout(out, data, TdmsType.FLOAT64, 1);
		out.putInt(1);
		text(text(out, "unit_string").putInt(TdmsType.TEXT.code()), "s");
		final byte[] bytes = new byte[out.position()];
		out.flip();
		out.get(bytes);
		return bytes;
	}

	private static void layout(final ByteBuffer out, final boolean data, final TdmsType type, final long values) {
		if (data) out.putInt(20).putInt(type.code()).putInt(1).putLong(values);
		else out.putInt(-1);
	}

	private static ByteBuffer text(final ByteBuffer out, final String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return out.putInt(bytes.length).put(bytes);
	}

	/** Closes the file; a movie without frames still has its properties. */
	@Override
	public void close() throws IOException {
		try (FileChannel closing = channel) {
			if (!begun && closing.isOpen()) {
				segment.clear();
				final byte[] metadata = metadata(false);
				leadIn(METADATA_NEW_LIST, metadata.length, 0);
				segment.put(metadata);
				write();
				begun = true;
			}
		}
	}
}
