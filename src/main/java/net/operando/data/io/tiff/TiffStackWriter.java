package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.StoredMovie;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/**
 * Writes a stack frame by frame as a TIFF that ImageJ 1 opens calibrated: 8 or 16 bit counts, or 32 bit floating point
 * (NaN allowed). Every frame's time is its slice label ("t=12.5 s"), exactly; start and provenance are in the info text.
 * <p>
 * The file is a classic big-endian TIFF of uncompressed frames that follow each other. Up to 4 GB every frame has its own
 * directory, as TIFF asks. Beyond, only the first has one and the number of images stands in its description: so
 * ImageJ 1, which reads no BigTIFF, opens stacks of any size, and so do Bio-Formats and tifffile; the metadata then
 * stand before the frames, where a 32 bit offset reaches them.
 * <p>
 * It is written under a temporary name beside the file and moved by {@link #finish()}; {@link #close()} without that,
 * as after an exception, leaves nothing behind. Not thread-safe.
 */
public final class TiffStackWriter implements AutoCloseable {

	/** Directory, description and resolution come before the frames in this space. */
	static final int FRONT_BYTES = 4096;
	/** The longest label, t= a double of up to 24 characters and a unit, in two bytes each, and its length. */
	private static final int LABEL_BYTES = 64;
	/** Room below 2^32 for the directories of the frames. */
	private static final long LARGEST_WITH_DIRECTORIES = (1L << 32) - (1L << 26);
	private static final int BUFFER_BYTES = 1 << 20;

	private final Path target;
	private final Path temporary;
	private final FileChannel channel;
	private final TiffStackLayout layout;
	private final int mostFrames;
	private final List<Double> seconds = new ArrayList<>();
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
	private long position;
	private double minimum = Double.POSITIVE_INFINITY;
	private double maximum = Double.NEGATIVE_INFINITY;
	private boolean done;

	private TiffStackWriter(final Path target, final TiffStackLayout layout, final int mostFrames) throws IOException {
		this.target = target;
		this.layout = layout;
		this.mostFrames = mostFrames;
		temporary = target.toAbsolutePath().resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
		channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		position = layout.dataOffset;
	}

	/**
	 * Starts a stack.
	 *
	 * @param file the file to be; an existing one is replaced by {@link #finish()}
	 * @param width in pixels
	 * @param height in pixels
	 * @param mostFrames the most frames that will be written; fewer may be
	 * @throws IOException if the folder cannot be written to
	 */
	public static TiffStackWriter create(final Path file, final int width, final int height, final PixelType type,
		final int mostFrames, final TiffStackInfo info) throws IOException
	{
		if (width <= 0 || height <= 0 || Math.multiplyFull(width, height) > StoredMovie.MOST_SAMPLES || mostFrames <= 0)
			throw new IllegalArgumentException(width + " x " + height + " x " + mostFrames);
		final String text = info.infoText();
		final long frameBytes = (long) width * height * type.bytes();
		final long metadata = 2L * text.length() + (long) mostFrames * LABEL_BYTES + 64;
		final boolean directories = FRONT_BYTES + frameBytes * mostFrames + metadata < LARGEST_WITH_DIRECTORIES &&
			(long) mostFrames * TiffStackLayout.DIRECTORY_BYTES < 1L << 25;
		final long dataOffset = directories ? FRONT_BYTES : FRONT_BYTES + metadata + (-metadata & 7);
		if (dataOffset > 1L << 30) throw new InvalidInputException("A TIFF stack of " + mostFrames +
			" frames cannot hold all their times: write it in parts.");
		return new TiffStackWriter(file, new TiffStackLayout(width, height, type, info, directories, dataOffset), mostFrames);
	}

	/**
	 * Writes a whole movie in its own sample type, with its times, start and calibration.
	 *
	 * @param info display range and provenance; calibration, start and times are the movie's
	 * @throws net.operando.base.CancelledException if cancelled; nothing is left behind
	 */
	public static void write(final Movie movie, final Path file, final TiffStackInfo info, final Progress progress)
		throws IOException
	{
		final TiffStackInfo all = info.withCalibration(movie.calibration()).withOrigin(movie.times().origin().orElse(null))
			.withNominalTimes(movie.times().isNominal());
		try (TiffStackWriter writer = create(file, movie.width(), movie.height(), movie.pixelType(), movie.frameCount(),
			all))
		{
			float[] values = null;
			short[] counts = null;
			for (int f = 0; f < movie.frameCount(); f++) {
				progress.checkCancelled();
				final double t = movie.times().seconds(f);
				if (movie.pixelType() == PixelType.UINT16) writer.write(counts = movie.frame16(f, counts), t);
				else if (movie.pixelType() == PixelType.FLOAT32) writer.write(values = movie.frame(f, values), t);
				else {
					values = movie.frame(f, values);
					final byte[] bytes = new byte[values.length];
					for (int i = 0; i < bytes.length; i++)
						bytes[i] = (byte) values[i];
					writer.write(bytes, t);
				}
				progress.update((f + 1.0) / movie.frameCount(), "writing " + file.getFileName());
			}
			writer.finish();
		}
	}

	/**
	 * Appends a frame of 32 bit floating point samples.
	 *
	 * @param timeSeconds the frame's time in s, later than the one before; NaN for an image without time
	 */
	public void write(final float[] samples, final double timeSeconds) throws IOException {
		begin(PixelType.FLOAT32, samples.length, timeSeconds);
		for (int at = 0; at < samples.length; at += BUFFER_BYTES / 4) {
			final int n = Math.min(BUFFER_BYTES / 4, samples.length - at);
			buffer.clear();
			buffer.asFloatBuffer().put(samples, at, n);
			flush(4 * n);
		}
		for (final float v : samples)
			if (v - v == 0) range(v);
	}

	/** Appends a frame of unsigned 16 bit samples; time as in {@link #write(float[], double)}. */
	public void write(final short[] samples, final double timeSeconds) throws IOException {
		begin(PixelType.UINT16, samples.length, timeSeconds);
		for (int at = 0; at < samples.length; at += BUFFER_BYTES / 2) {
			final int n = Math.min(BUFFER_BYTES / 2, samples.length - at);
			buffer.clear();
			buffer.asShortBuffer().put(samples, at, n);
			flush(2 * n);
		}
		int least = 0xffff;
		int greatest = 0;
		for (final short v : samples) {
			least = Math.min(least, v & 0xffff);
			greatest = Math.max(greatest, v & 0xffff);
		}
		range(least);
		range(greatest);
	}

	/** Appends a frame of unsigned 8 bit samples; time as in {@link #write(float[], double)}. */
	public void write(final byte[] samples, final double timeSeconds) throws IOException {
		begin(PixelType.UINT8, samples.length, timeSeconds);
		for (int at = 0; at < samples.length; at += BUFFER_BYTES) {
			final int n = Math.min(BUFFER_BYTES, samples.length - at);
			buffer.clear();
			buffer.put(samples, at, n);
			flush(n);
		}
		for (final byte v : samples)
			range(v & 0xff);
	}

	private void range(final double value) {
		minimum = Math.min(minimum, value);
		maximum = Math.max(maximum, value);
	}

	private void begin(final PixelType type, final int length, final double time) {
		if (done) throw new IllegalStateException("the stack is finished");
		if (type != layout.type || length != layout.width * layout.height) throw new IllegalArgumentException(length +
			" samples of " + type + " for frames of " + layout.width + " x " + layout.height + " " + layout.type);
		if (seconds.size() == mostFrames) throw new IllegalStateException("more than the " + mostFrames + " frames announced");
		if (!seconds.isEmpty()) {
			final double before = seconds.get(seconds.size() - 1);
			if (Double.isNaN(time) != Double.isNaN(before) || time <= before) throw new InvalidInputException("The time of frame " +
				(seconds.size() + 1) + " (" + time + " s) is not later than that of the frame before (" + before +
				" s): give increasing frame times.");
		}
		if (Double.isInfinite(time)) throw new InvalidInputException("The time of frame " + (seconds.size() + 1) +
			" is not a number: give the frame times in a CSV file with the key times.");
		seconds.add(time);
	}

	private void flush(final int length) throws IOException {
		buffer.position(0).limit(length);
		while (buffer.hasRemaining())
			position += channel.write(buffer, position);
	}

	/**
	 * Completes the file and gives it its name.
	 *
	 * @throws InvalidInputException if no frame was written
	 */
	public void finish() throws IOException {
		if (done) throw new IllegalStateException("the stack is finished");
		if (seconds.isEmpty()) throw new InvalidInputException("There is no frame to write to " + target.getFileName() + ".");
		layout.complete(channel, seconds.stream().mapToDouble(Double::doubleValue).toArray(), position, minimum, maximum);
		channel.close();
		try {
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
		}
		done = true;
	}

	/** Gives up: deletes what was written. Nothing happens after {@link #finish()}. */
	public void abort() throws IOException {
		if (done) return;
		done = true;
		channel.close();
		Files.deleteIfExists(temporary);
	}

	/** Lets go of the file; without {@link #finish()} before it, as {@link #abort()}. */
	@Override
	public void close() throws IOException {
		abort();
	}
}
