package net.operando.data.io.avi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FileSet;
import net.operando.data.io.SampleReader;
import net.operando.data.movie.DescribedMovie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

/** An AVI whose frames are read, and where needed decoded, when asked for. Colour becomes luminance. Thread-safe. */
final class AviMovie extends DescribedMovie {

	private final FileSet files;
	private final AviPixels pixels;
	private final long[] offsets;
	private final int[] lengths;
	private final SampleReader samples;

	/** The file is the set's first; one offset and length for each frame. */
	AviMovie(final String name, final FileSet files, final AviPixels pixels, final long[] offsets, final int[] lengths,
		final TimeAxis times, final List<String> warnings)
	{
		super(name, pixels.width, pixels.height, pixels.bits == 16 ? PixelType.UINT16 : PixelType.UINT8, times, Calibration
			.unknown(), warnings);
		this.files = files;
		this.pixels = pixels;
		this.offsets = offsets;
		this.lengths = lengths;
		samples = new SampleReader(files);
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		return region(frame, Region.of(0, 0, pixels.width, pixels.height), reuse);
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		if (pixels.bits != 16) return super.frame16(frame, reuse);
		final int size = pixels.width * pixels.height;
		final short[] to = sized(reuse, size);
		samples.shorts(0, offsets[frame], ByteOrder.LITTLE_ENDIAN, to, 0, size);
		return to;
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		if (!region.isInside(pixels.width, pixels.height)) throw new IllegalArgumentException(region + " is not inside " +
			pixels.width + " x " + pixels.height);
		final float[] to = sized(reuse, region.size());
		if (pixels.bits == 0) decoded(frame, region, to);
		else stored(frame, region, to);
		return to;
	}

	private void stored(final int frame, final Region region, final float[] to) {
		final int firstRow = pixels.bottomUp ? pixels.height - region.y() - region.height() : region.y();
		final byte[] rows = new byte[region.height() * pixels.stride];
		files.read(0, offsets[frame] + (long) firstRow * pixels.stride, ByteBuffer.wrap(rows));
		final int step = pixels.bits / 8;
		for (int y = 0; y < region.height(); y++) {
			int from = (pixels.bottomUp ? region.height() - 1 - y : y) * pixels.stride + region.x() * step;
			for (int at = y * region.width(), end = at + region.width(); at < end; at++, from += step)
				to[at] = step == 1 ? grey(rows[from]) : step == 2 ? rows[from] & 0xff | (rows[from + 1] & 0xff) << 8 : AviPixels
					.luminance(rows[from + 2] & 0xff, rows[from + 1] & 0xff, rows[from] & 0xff);
		}
	}

	private int grey(final byte stored) {
		return (pixels.grey == null ? stored : pixels.grey[stored & 0xff]) & 0xff;
	}

	private void decoded(final int frame, final Region region, final float[] to) {
		final byte[] data = new byte[lengths[frame]];
		files.read(0, offsets[frame], ByteBuffer.wrap(data));
		final byte[] grey = JpegFrame.decode(data, pixels.width, pixels.height, files.path(0));
		for (int y = 0; y < region.height(); y++)
			for (int x = 0; x < region.width(); x++)
				to[y * region.width() + x] = grey[(region.y() + y) * pixels.width + region.x() + x] & 0xff;
	}

	@Override
	public void close() {
		files.close();
	}
}
