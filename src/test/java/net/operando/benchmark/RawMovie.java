package net.operando.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/** The peers' raw files (little-endian uint16, frame after frame) as a movie, read lazily. */
final class RawMovie implements Movie {

	private final Path path;
	private final FileChannel channel;
	private final int edge;
	private final TimeAxis times;
	private final ThreadLocal<ByteBuffer> buffers;

	RawMovie(final Path path, final int edge, final double intervalSeconds) throws IOException {
		this.path = path;
		this.edge = edge;
		channel = FileChannel.open(path);
		final int frameBytes = 2 * edge * edge;
		times = TimeAxis.nominal((int) (channel.size() / frameBytes), intervalSeconds);
		buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(frameBytes).order(ByteOrder.LITTLE_ENDIAN));
	}

	/** The whole file in memory, as a script has it before it starts. */
	MemoryMovie load() {
		final short[][] frames = new short[frameCount()][];
		for (int i = 0; i < frames.length; i++)
			frames[i] = frame16(i, null);
		return MemoryMovie.ofCounts(name(), edge, edge, frames, times, calibration());
	}

	@Override
	public String name() {
		return path.getFileName().toString();
	}

	@Override
	public int width() {
		return edge;
	}

	@Override
	public int height() {
		return edge;
	}

	@Override
	public int frameCount() {
		return times.size();
	}

	@Override
	public PixelType pixelType() {
		return PixelType.UINT16;
	}

	@Override
	public TimeAxis times() {
		return times;
	}

	@Override
	public Calibration calibration() {
		return Calibration.unknown();
	}

	@Override
	public List<String> warnings() {
		return List.of();
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final short[] counts = frame16(frame, null);
		final float[] values = reuse != null && reuse.length == counts.length ? reuse : new float[counts.length];
		for (int i = 0; i < counts.length; i++)
			values[i] = counts[i] & 0xffff;
		return values;
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		final short[] counts = reuse != null && reuse.length == edge * edge ? reuse : new short[edge * edge];
		final ByteBuffer buffer = buffers.get();
		buffer.clear();
		try {
			while (buffer.hasRemaining())
				if (channel.read(buffer, (long) frame * buffer.capacity() + buffer.position()) < 0) throw new IOException(
					path + " ends before frame " + frame);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		buffer.flip();
		buffer.asShortBuffer().get(counts);
		return counts;
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
