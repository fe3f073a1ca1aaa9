package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import net.operando.data.movie.PixelType;

/** Where the parts of a stack that {@link TiffStackWriter} writes lie, and the parts that are not frames. Immutable. */
final class TiffStackLayout {

	private static final int TAGS = 16;
	/** A directory of a later frame, which has no description and no metadata. */
	static final int DIRECTORY_BYTES = 2 + (TAGS - 3) * 12 + 4;
	private static final int SHORT = 3;
	private static final int LONG = 4;

	private static final int FIRST_DIRECTORY = 8;
	private static final int RESOLUTION = 256;
	private static final int DESCRIPTION = 272;

	final int width;
	final int height;
	final PixelType type;
	/** Where the first frame starts. */
	final long dataOffset;
	private final TiffStackInfo info;
	private final boolean directories;

	TiffStackLayout(final int width, final int height, final PixelType type, final TiffStackInfo info,
		final boolean directories, final long dataOffset)
	{
		this.width = width;
		this.height = height;
		this.type = type;
		this.info = info;
		this.directories = directories;
		this.dataOffset = dataOffset;
	}

	private long frameBytes() {
		return (long) width * height * type.bytes();
	}

	/** Writes everything but the frames. */
	void complete(final FileChannel channel, final double[] seconds, final long end, final double minimum,
		final double maximum) throws IOException
	{
		final byte[] description = description(seconds, minimum, maximum).getBytes(StandardCharsets.US_ASCII);
		final byte[][] texts = texts(seconds);
		// even, as TIFF asks of every offset
		final long metadataAt = directories ? end + (end & 1) : TiffStackWriter.FRONT_BYTES;
		final ByteBuffer metadata = metadata(texts);
		final int length = metadata.remaining();
		write(channel, metadata, metadataAt);
		final int counts = 4 * (texts.length + 1);
		final long nextAt = metadataAt + length + (length & 1);
		final boolean more = directories && seconds.length > 1;
		final ByteBuffer front = ByteBuffer.allocate(TiffStackWriter.FRONT_BYTES);
		front.putShort((short) 0x4d4d).putShort((short) 42).putInt(FIRST_DIRECTORY);
		directory(front, dataOffset, more ? nextAt : 0, description.length + 1, new long[] { texts.length + 1, metadataAt,
			length - counts, metadataAt + counts });
		front.position(RESOLUTION);
		fraction(front, info.pixelWidth());
		fraction(front, info.pixelHeight());
		front.position(DESCRIPTION);
		front.put(description);
		write(channel, front.position(0), 0);
		if (more) {
			final ByteBuffer all = ByteBuffer.allocate((seconds.length - 1) * DIRECTORY_BYTES);
			for (int i = 1; i < seconds.length; i++)
				directory(all, dataOffset + i * frameBytes(), i + 1 < seconds.length ? nextAt + (long) i * DIRECTORY_BYTES : 0, 0,
					null);
			write(channel, all.flip(), nextAt);
		}
	}

	private static void write(final FileChannel channel, final ByteBuffer from, final long at) throws IOException {
		long position = at;
		while (from.hasRemaining())
			position += channel.write(from, position);
	}

	private void directory(final ByteBuffer to, final long data, final long next, final int descriptionLength,
		final long[] metadata)
	{
		to.putShort((short) (metadata == null ? TAGS - 3 : TAGS));
		tag(to, TiffDirectory.WIDTH, LONG, 1, width);
		tag(to, TiffDirectory.HEIGHT, LONG, 1, height);
		tag(to, TiffDirectory.BITS, SHORT, 1, 8 * type.bytes());
		tag(to, TiffDirectory.COMPRESSION, SHORT, 1, 1);
		tag(to, TiffDirectory.PHOTOMETRIC, SHORT, 1, 1);
		if (metadata != null) tag(to, TiffDirectory.DESCRIPTION, 2, descriptionLength, DESCRIPTION);
		tag(to, TiffDirectory.STRIP_OFFSETS, LONG, 1, data);
		tag(to, TiffDirectory.SAMPLES_PER_PIXEL, SHORT, 1, 1);
		tag(to, TiffDirectory.ROWS_PER_STRIP, LONG, 1, height);
		tag(to, TiffDirectory.STRIP_COUNTS, LONG, 1, frameBytes());
		tag(to, TiffDirectory.X_RESOLUTION, 5, 1, RESOLUTION);
		tag(to, TiffDirectory.Y_RESOLUTION, 5, 1, RESOLUTION + 8L);
		tag(to, TiffDirectory.RESOLUTION_UNIT, SHORT, 1, 1);
		tag(to, TiffDirectory.SAMPLE_FORMAT, SHORT, 1, type == PixelType.FLOAT32 ? 3 : 1);
		if (metadata != null) {
			tag(to, TiffDirectory.IMAGEJ_COUNTS, LONG, metadata[0], metadata[1]);
			tag(to, TiffDirectory.IMAGEJ_METADATA, 1, metadata[2], metadata[3]);
		}
		to.putInt((int) next);
	}

	/** A value of two bytes stands at the start of the field. */
	private static void tag(final ByteBuffer to, final int tag, final int type, final long count, final long value) {
		to.putShort((short) tag).putShort((short) type).putInt((int) count);
		if (type == SHORT) to.putShort((short) value).putShort((short) 0);
		else to.putInt((int) value);
	}

	/** Pixels per unit as the inverse of a decimal fraction, so that decimal pixel sizes come back exactly. */
	private static void fraction(final ByteBuffer to, final double unitsPerPixel) {
		if (!(unitsPerPixel > 0)) {
			to.putInt(1).putInt(1);
			return;
		}
		int decimal = 1_000_000_000;
		while (decimal > 1 && unitsPerPixel * decimal > Integer.MAX_VALUE)
			decimal /= 10;
		to.putInt(decimal).putInt((int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(unitsPerPixel * decimal))));
	}

	private String description(final double[] seconds, final double minimum, final double maximum) {
		final int n = seconds.length;
		final StringBuilder s = new StringBuilder("ImageJ=1.53c\n");
		s.append("images=").append(n).append('\n');
		if (n > 1) s.append("frames=").append(n).append('\n').append("hyperstack=true\n").append("mode=grayscale\n");
		s.append("unit=").append(info.xUnit()).append('\n');
		if (!info.yUnit().equals(info.xUnit())) s.append("yunit=").append(info.yUnit()).append('\n');
		if (n > 1 && !Double.isNaN(seconds[0])) {
			final double[] steps = new double[n - 1];
			for (int i = 0; i < steps.length; i++)
				steps[i] = seconds[i + 1] - seconds[i];
			Arrays.sort(steps);
			s.append("finterval=").append(0.5 * (steps[(n - 2) / 2] + steps[(n - 1) / 2])).append('\n');
		}
		if (!Double.isNaN(seconds[0])) s.append("times=labels\n");
		s.append("loop=false\n");
		final double low = Double.isNaN(info.displayMinimum()) ? minimum : info.displayMinimum();
		final double high = Double.isNaN(info.displayMaximum()) ? maximum : info.displayMaximum();
		if (low <= high) s.append("min=").append(low).append('\n').append("max=").append(high).append('\n');
		return s.toString();
	}

	private byte[][] texts(final double[] seconds) {
		final boolean timed = !Double.isNaN(seconds[0]);
		final byte[][] texts = new byte[timed ? 1 + seconds.length : 1][];
		texts[0] = info.infoText().getBytes(StandardCharsets.UTF_16BE);
		for (int i = 1; i < texts.length; i++)
			texts[i] = ImageJMetadata.timeLabel(seconds[i - 1]).getBytes(StandardCharsets.UTF_16BE);
		return texts;
	}

	/** The lengths of all parts (tag 50838), then the parts (tag 50839): a header, the info text, the labels. */
	private static ByteBuffer metadata(final byte[][] texts) {
		final boolean labels = texts.length > 1;
		final int header = labels ? 20 : 12;
		int size = 4 * (texts.length + 1) + header;
		for (final byte[] text : texts)
			size += text.length;
		final ByteBuffer all = ByteBuffer.allocate(size);
		all.putInt(header);
		for (final byte[] text : texts)
			all.putInt(text.length);
		all.putInt(ImageJMetadata.MAGIC).putInt(ImageJMetadata.INFO).putInt(1);
		if (labels) all.putInt(ImageJMetadata.LABELS).putInt(texts.length - 1);
		for (final byte[] text : texts)
			all.put(text);
		return all.flip();
	}
}
