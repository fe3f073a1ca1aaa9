package net.operando.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/**
 * A movie kept in a temporary file of plain samples, for scenes too long for the memory: rendered once without the camera's noise, of
 * which noisy versions are drawn. Closing it deletes the file. Thread-safe.
 */
public final class FrameFile implements Movie {

	private final Movie like;
	private final Path file;
	private final FileChannel channel;

	private FrameFile(final Movie like, final Path file, final FileChannel channel) {
		this.like = like;
		this.file = file;
		this.channel = channel;
	}

	/** A frame as it is to be written, in place. */
	public interface Change {

		void apply(int frame, float[] samples);
	}

	/** The frames of a movie, changed; the movie is still asked for its times. */
	public static FrameFile of(final Movie movie, final Change change) {
		try {
			final Path file = Files.createTempFile("frames", ".raw");
			final FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
			final ByteBuffer bytes = ByteBuffer.allocate(4 * movie.width() * movie.height());
			for (int f = 0; f < movie.frameCount(); f++) {
				final float[] samples = movie.frame(f, null).clone();
				change.apply(f, samples);
				bytes.clear();
				bytes.asFloatBuffer().put(samples);
				channel.write(bytes, (long) f * bytes.capacity());
			}
			return new FrameFile(movie, file, channel);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Shot noise, read noise (6.8 electrons) and rounding to counts of .51 electrons in every pixel, and 4 hot ones in 100 000 of the
	 * sensor, 2500 electrons brighter.
	 *
	 * @param exposures raw samples that a stored one is the mean of, binning included
	 * @param spatialBin sensor pixels along the edge of a stored one
	 */
	public FrameFile withNoise(final long seed, final int exposures, final int spatialBin) {
		final int pixels = width() * height();
		final Random places = new Random(seed);
		final int[] hot = new int[(int) Math.round(4e-5 * pixels * spatialBin * spatialBin)];
		for (int i = 0; i < hot.length; i++)
			hot[i] = places.nextInt(pixels);
		return of(this, (frame, samples) -> {
			final Random random = new Random(seed * 1_000_003 + frame);
			for (final int h : hot)
				samples[h] += 2500 / 0.51 / (spatialBin * spatialBin);
			for (int i = 0; i < samples.length; i++) {
				final double electrons = 0.51 * samples[i];
				samples[i] = Math.max(0, (float) Math.rint(samples[i] + Math.sqrt(((electrons + 6.8 * 6.8) / (0.51 * 0.51) + 1 / 12.0) /
					exposures) * random.nextGaussian()));
			}
		});
	}

	@Override
	public String name() {
		return like.name();
	}

	@Override
	public int width() {
		return like.width();
	}

	@Override
	public int height() {
		return like.height();
	}

	@Override
	public int frameCount() {
		return like.frameCount();
	}

	@Override
	public PixelType pixelType() {
		return PixelType.FLOAT32;
	}

	@Override
	public TimeAxis times() {
		return like.times();
	}

	@Override
	public Calibration calibration() {
		return like.calibration();
	}

	@Override
	public List<String> warnings() {
		return List.of();
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final int samples = width() * height();
		final float[] to = reuse != null && reuse.length == samples ? reuse : new float[samples];
		final ByteBuffer bytes = ByteBuffer.allocate(4 * samples);
		try {
			if (channel.read(bytes, (long) frame * bytes.capacity()) != bytes.capacity()) throw new IOException("frame " + frame + " is cut off");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		bytes.flip();
		bytes.asFloatBuffer().get(to);
		return to;
	}

	@Override
	public void close() {
		try {
			channel.close();
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
