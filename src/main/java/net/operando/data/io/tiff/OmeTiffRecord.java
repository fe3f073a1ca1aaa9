package net.operando.data.io.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import net.operando.base.quantity.Calibration;
import net.operando.data.movie.PixelType;

/** Where the parts of an {@link OmeTiffAppender}'s file lie, and the bytes of its header and directories. Immutable. */
final class OmeTiffRecord {

	/** Header, the two resolutions and the description of an unfinished file. */
	private static final int HEAD_BYTES = 96;
	private static final int RESOLUTION = 24;
	private static final int DESCRIPTION = 40;
	private static final int TAGS = 15;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int LONG8 = 16;
	/** What the OME-XML says of a frame takes less than this. */
	private static final int XML_BYTES_PER_FRAME = 160;
	private static final int XML_BYTES = 1 << 16;
	private static final long CLASSIC_BYTES = (1L << 32) - 1;

	final int width;
	final int height;
	final PixelType type;
	private final boolean big;
	/** Pixels per cm as a fraction of two numbers. */
	private final int[] resolution = { 1, 1 };

	OmeTiffRecord(final int width, final int height, final PixelType type, final Calibration calibration,
		final boolean big)
	{
		if (type == PixelType.UINT8) throw new IllegalArgumentException("frames of 8 bit are not recorded");
		this.width = width;
		this.height = height;
		this.type = type;
		this.big = big;
		if (calibration.isKnown()) {
			resolution[0] = 1_000_000_000;
			resolution[1] = (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(1e5 * calibration.micrometresPerPixel())));
		}
	}

	int dataBytes() {
		return Math.toIntExact((long) width * height * type.bytes());
	}

	int directoryBytes() {
		return directoryBytes(big);
	}

	private static int directoryBytes(final boolean big) {
		return big ? 8 + TAGS * 20 + 8 : 2 + TAGS * 12 + 4;
	}

	static long dataOffset(final long frameBytes, final boolean big, final int frame) {
		return HEAD_BYTES + frame * (frameBytes + directoryBytes(big));
	}

	/** Directories begin at an even place, as TIFF asks; samples of 2 or 4 bytes make that so by themselves. */
	long length() {
		return (long) dataBytes() + directoryBytes();
	}

	long dataOffset(final int frame) {
		return dataOffset(dataBytes(), big, frame);
	}

	long directoryOffset(final int frame) {
		return dataOffset(frame) + dataBytes();
	}

	int mostFrames() {
		if (big) return Integer.MAX_VALUE;
		return (int) Math.max(1, (CLASSIC_BYTES - HEAD_BYTES - XML_BYTES) / (length() + XML_BYTES_PER_FRAME));
	}

	ByteBuffer head() {
		final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
		head.putShort((short) 0x4949);
		if (big) head.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directoryOffset(0));
		else head.putShort((short) 42).putInt((int) directoryOffset(0));
		head.position(RESOLUTION);
		for (int axis = 0; axis < 2; axis++)
			head.putInt(resolution[0]).putInt(resolution[1]);
		head.position(DESCRIPTION);
		head.put(OmeTiffAppender.UNFINISHED.getBytes(StandardCharsets.US_ASCII));
		return head.position(0);
	}

	void putDirectory(final ByteBuffer to, final int frame, final long next) {
		if (frame == 0) putDirectory(to, frame, next, DESCRIPTION, OmeTiffAppender.UNFINISHED.length() + 1L);
		else putDirectory(to, frame, next, 0, 0);
	}

	/** @param description where its bytes lie; only the first frame has more than a dash, so that all directories are of one length */
	void putDirectory(final ByteBuffer to, final int frame, final long next, final long description,
		final long descriptionBytes)
	{
		if (big) to.putLong(TAGS);
		else to.putShort((short) TAGS);
		tag(to, TiffDirectory.NEW_SUBFILE_TYPE, LONG, 1, 0);
		tag(to, TiffDirectory.WIDTH, LONG, 1, width);
		tag(to, TiffDirectory.HEIGHT, LONG, 1, height);
		tag(to, TiffDirectory.BITS, SHORT, 1, 8L * type.bytes());
		tag(to, TiffDirectory.COMPRESSION, SHORT, 1, 1);
		tag(to, TiffDirectory.PHOTOMETRIC, SHORT, 1, 1);
		// one character and its zero stand in the tag itself
		if (descriptionBytes == 0) tag(to, TiffDirectory.DESCRIPTION, 2, 2, '-');
		else tag(to, TiffDirectory.DESCRIPTION, 2, descriptionBytes, description);
		tag(to, TiffDirectory.STRIP_OFFSETS, big ? LONG8 : LONG, 1, dataOffset(frame));
		tag(to, TiffDirectory.SAMPLES_PER_PIXEL, SHORT, 1, 1);
		tag(to, TiffDirectory.ROWS_PER_STRIP, LONG, 1, height);
		tag(to, TiffDirectory.STRIP_COUNTS, LONG, 1, dataBytes());
		tag(to, TiffDirectory.X_RESOLUTION, 5, 1, RESOLUTION);
		tag(to, TiffDirectory.Y_RESOLUTION, 5, 1, RESOLUTION + 8L);
		tag(to, TiffDirectory.RESOLUTION_UNIT, SHORT, 1, 3);
		tag(to, TiffDirectory.SAMPLE_FORMAT, SHORT, 1, type == PixelType.FLOAT32 ? 3 : 1);
		if (big) to.putLong(next);
		else to.putInt((int) next);
	}

	/** Little-endian, so a short value stands at the start of its field by itself. */
	private void tag(final ByteBuffer to, final int tag, final int type, final long count, final long value) {
		to.putShort((short) tag).putShort((short) type);
		if (big && type == 5) to.putLong(count).putInt(resolution[0]).putInt(resolution[1]);
		else if (big) to.putLong(count).putLong(value);
		else to.putInt((int) count).putInt((int) value);
	}
}
