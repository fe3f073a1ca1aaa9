package net.operando.data.io.tiff;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;

import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;
import net.operando.data.io.SampleReader;
import net.operando.data.movie.Region;

/** Reads samples of planes, only the blocks and, where they are not compressed, only the rows asked for. Thread-safe. */
final class TiffPixels {

	private final FileSet files;
	private final SampleReader samples;

	TiffPixels(final FileSet files) {
		this.files = files;
		samples = new SampleReader(files);
	}

	/** The samples of a rectangle inside the plane, into an array of its size. */
	void read(final TiffPlane plane, final Region region, final float[] to) {
		final TiffLayout l = plane.layout;
		if (plane.isRaw() && region.width() == l.width) {
			samples.floats(plane.file, plane.offset(0) + (long) region.y() * l.width * l.kind.bytes(), l.kind, l.order, to, 0,
				region.size());
			return;
		}
		for (int down = region.y() / l.blockHeight; down * (long) l.blockHeight < region.y() + region.height(); down++)
			for (int across = region.x() / l.blockWidth; across * (long) l.blockWidth < region.x() + region
				.width(); across++)
				readBlock(plane, down * l.blocksAcross() + across, across * l.blockWidth, down * l.blockHeight, region, to);
	}

	/** The 16 bit samples of a whole plane as they are. */
	void read16(final TiffPlane plane, final short[] to) {
		final TiffLayout l = plane.layout;
		if (plane.isRaw()) {
			samples.shorts(plane.file, plane.offset(0), l.order, to, 0, to.length);
			return;
		}
		for (int block = 0; block < plane.blockCount(); block++) {
			final int x0 = block % l.blocksAcross() * l.blockWidth;
			final int y0 = block / l.blocksAcross() * l.blockHeight;
			final int columns = Math.min(l.blockWidth, l.width - x0);
			final int rows = Math.min(l.rowsOfBlock(block), l.height - y0);
			final ByteBuffer bytes = l.compression == TiffCompression.NONE ? null : decoded(plane, block);
			for (int row = 0; row < rows; row++) {
				final int at = (y0 + row) * l.width + x0;
				if (bytes == null) samples.shorts(plane.file, plane.offset(block) + 2L * row * l.blockWidth, l.order, to, at,
					columns);
				else {
					bytes.position(2 * row * l.blockWidth);
					bytes.asShortBuffer().get(to, at, columns);
				}
			}
		}
	}

	private void readBlock(final TiffPlane plane, final int block, final int x0, final int y0, final Region region,
		final float[] to)
	{
		final TiffLayout l = plane.layout;
		final int fromX = Math.max(region.x(), x0);
		final int columns = Math.min(region.x() + region.width(), x0 + l.blockWidth) - fromX;
		final int fromY = Math.max(region.y(), y0);
		final int endY = Math.min(region.y() + region.height(), y0 + l.blockHeight);
		final int size = l.kind.bytes();
		final ByteBuffer bytes = l.compression == TiffCompression.NONE ? null : decoded(plane, block);
		for (int y = fromY; y < endY; y++) {
			final int at = (y - region.y()) * region.width() + fromX - region.x();
			final int sample = (y - y0) * l.blockWidth + fromX - x0;
			if (bytes == null) samples.floats(plane.file, plane.offset(block) + (long) sample * size, l.kind, l.order, to, at,
				columns);
			else {
				bytes.position(sample * size);
				l.kind.toFloats(bytes, to, at, columns);
			}
		}
	}

	private ByteBuffer decoded(final TiffPlane plane, final int block) {
		final TiffLayout l = plane.layout;
		final byte[] packed = new byte[(int) plane.length(block)];
		files.read(plane.file, plane.offset(block), ByteBuffer.wrap(packed));
		final byte[] whole = new byte[(int) l.blockBytes(block)];
		try {
			l.compression.undo(packed, whole);
		}
		catch (final DataFormatException e) {
			throw new FormatException(files.path(plane.file), "holds a compressed image at byte " + plane.offset(block) +
				" that is damaged: copy the file again, or leave the frame out with framerange.", e);
		}
		if (l.predictor != 1) TiffCompression.undoPredictor(l.predictor, whole, l);
		return ByteBuffer.wrap(whole).order(l.order);
	}
}
