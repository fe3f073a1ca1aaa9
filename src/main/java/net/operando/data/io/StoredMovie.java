package net.operando.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.DescribedMovie;
import net.operando.data.movie.Region;

/**
 * A movie whose frames follow each other in a {@link SampleSource}. Nothing of it is held in memory but a buffer of
 * {@value #BLOCK} bytes per call. Thread-safe.
 */
public final class StoredMovie extends DescribedMovie {

	/** More frames than this, each with a time in memory, come from a wrong frame size. */
	public static final int MOST_FRAMES = 1 << 24;

	/** More samples than any camera's frame has; a larger frame is a damaged size. */
	public static final long MOST_SAMPLES = 1L << 27;

	private static final int BLOCK = 1 << 18;

	private final Path file;
	private final int width;
	private final int height;
	private final SampleType type;
	private final SampleSource source;

	public StoredMovie(final Path file, final int width, final int height, final SampleType type, final SampleSource source,
		final TimeAxis times, final Calibration calibration, final List<String> warnings)
	{
		super(bareName(file), width, height, type.pixelType(), times, calibration, warnings);
		this.file = file;
		this.width = width;
		this.height = height;
		this.type = type;
		this.source = source;
	}

	private static String bareName(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final int size = width * height;
		final float[] to = sized(reuse, size);
		read(frame, 0, size, (samples, done, count) -> type.toFloats(samples, to, done, count));
		return to;
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		if (type != SampleType.UINT16) return super.frame16(frame, reuse);
		final int size = width * height;
		final short[] to = sized(reuse, size);
		read(frame, 0, size, (samples, done, count) -> samples.asShortBuffer().get(to, done, count));
		return to;
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		if (!region.isInside(width, height)) throw new IllegalArgumentException("region " + region + " outside " + width +
			" x " + height);
		final float[] to = sized(reuse, region.size());
		final int w = region.width();
		if (w == width) {
			read(frame, region.y() * width, region.size(), (samples, done, count) -> type.toFloats(samples, to, done, count));
			return to;
		}
		for (int row = 0; row < region.height(); row++) {
			final int start = row * w;
			read(frame, (region.y() + row) * width + region.x(), w, (samples, done, count) -> type.toFloats(samples, to, start +
				done, count));
		}
		return to;
	}

	/** What becomes of a block of samples. */
	@FunctionalInterface
	private interface Sink {

		void take(ByteBuffer samples, int done, int count);
	}

	private void read(final int frame, final int first, final int count, final Sink sink) {
		if (frame < 0 || frame >= frameCount()) throw new IndexOutOfBoundsException("frame " + frame + " of " + frameCount());
		final int perBlock = BLOCK / type.bytes();
		final ByteBuffer block = ByteBuffer.allocate(Math.min(count, perBlock) * type.bytes());
		final long start = (long) frame * width * height + first;
		try {
			for (int done = 0; done < count;) {
				final int n = Math.min(perBlock, count - done);
				block.clear().limit(n * type.bytes());
				source.read(start + done, block);
				block.flip();
				sink.take(block, done, n);
				done += n;
			}
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read at frame " + (frame + 1) + " (" + e.getMessage() +
				"): check that the file is still there and whole.", e);
		}
	}

	@Override
	public void close() {
		try {
			source.close();
		}
		catch (final IOException e) {
			// a file that was only read loses nothing when closing it fails
		}
	}
}
