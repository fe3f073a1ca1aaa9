package net.operando.data.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.MovieProperties;
import net.operando.data.io.NominalTimes;
import net.operando.data.io.StoredMovie;
import net.operando.data.movie.Movie;

/**
 * HDF5 movies: a dataset {@code movie} of frames x height x width (or the one asked for, or the only one with three
 * dimensions), of 8 or 16 bit integers or floating point, contiguous or chunked, packed with deflate, shuffle, LZF and
 * Fletcher checksums or not. Times come from {@code camera_timing} beside it (nanoseconds, one per frame or chunks x
 * frames); second 0 is the first frame. Where those count from 1970, the first frame's instant is the origin; otherwise
 * an attribute of the movie, its times or the file may name it (see {@link MovieProperties#start()}). Without
 * {@code camera_timing} the attributes {@code fps} or {@code frame_rate} (Hz) give nominal times, and
 * {@code pixel_size_um} the pixel size.
 */
public final class Hdf5Format implements MovieFormat {

	/** Nanoseconds since 1970 are larger than this since 2001-09-09; a camera's own clock does not run for 30 years. */
	private static final double EPOCH_NANOSECONDS = 1e18;
	/** Frames closer than this are no movie: the times are in another unit than nanoseconds. */
	private static final double SHORTEST_INTERVAL_NANOSECONDS = 1000;

	@Override
	public String name() {
		return "HDF5";
	}

	@Override
	public boolean recognises(final Path file) {
		if (!Files.isRegularFile(file)) return false;
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			return Hdf5File.hasSignature(channel);
		}
		catch (final IOException e) {
			return false;
		}
	}

	@Override
	public Movie open(final Path file, final MovieOpenOptions options, final Progress progress) throws IOException {
		final Hdf5File hdf5 = Hdf5File.open(file);
		boolean opened = false;
		try {
			final Movie movie = open(file, hdf5, options);
			opened = true;
			return movie;
		}
		finally {
			if (!opened) hdf5.close();
		}
	}

	private static Movie open(final Path file, final Hdf5File hdf5, final MovieOpenOptions options) throws IOException {
		final Hdf5Dataset movie = choose(file, hdf5, options.dataset());
		final int[] shape = movie.dimensions();
		if (shape.length != 3) throw new FormatException(file, "holds " + movie.shape() + " numbers in " + movie.path() +
			", where a movie is frames x height x width: choose another one with dataset.");
		if (shape[1] < 1 || shape[2] < 1 || (long) shape[1] * shape[2] > 1 << 28 || shape[0] > StoredMovie.MOST_FRAMES)
			throw new FormatException(file, "claims a movie of " + movie.shape() + ", which cannot be meant.");
		final List<String> warnings = new ArrayList<>(movie.warnings());
		if (hdf5.isCutShort()) warnings.add("The file is cut short: it ends before the end it states.");
		if (movie.readable() < shape[0]) warnings.add("Only the first " + movie.readable() + " of " + shape[0] +
			" frames are whole: the others were left out.");
		if (movie.readable() < 1) throw new FormatException(file, "holds no whole frame: it is empty, cut short or damaged.");
		movie.slowness().ifPresent(warnings::add);

		final String group = movie.path().substring(0, movie.path().lastIndexOf('/'));
		String timing = group + "/camera_timing";
		if (!hdf5.datasets().contains(timing) && !hdf5.unreadable().containsKey(timing)) timing = "/camera_timing";
		final Map<String, Object> attributes = new LinkedHashMap<>(hdf5.attributes(movie.path()));
		for (final String path : new String[] { timing, group.isEmpty() ? "/" : group, "/" })
			hdf5.attributes(path).forEach(attributes::putIfAbsent);
		final MovieProperties properties = new MovieProperties(attributes);

		TimeAxis times;
		if (options.times().isPresent() || !hdf5.datasets().contains(timing) && !hdf5.unreadable().containsKey(timing))
			times = NominalTimes.axis(file, movie.readable(), properties.frameIntervalSeconds(), options);
		else times = times(file, hdf5.dataset(timing), movie.readable(), warnings);
		final Optional<Instant> start = properties.start();
		if (!times.origin().isPresent() && start.isPresent()) times = times.startingAt(start.get());
		return new StoredMovie(file, shape[2], shape[1], movie.type(), movie.source(), times, properties.calibration(),
			warnings);
	}

	private static Hdf5Dataset choose(final Path file, final Hdf5File hdf5, final String asked) {
		if (!asked.isEmpty()) return hdf5.dataset(asked);
		if (hdf5.datasets().contains("/movie") || hdf5.unreadable().containsKey("/movie")) return hdf5.dataset("/movie");
		final List<Hdf5Dataset> movies = new ArrayList<>();
		for (final String path : hdf5.datasets()) {
			if (hdf5.rank(path) == 3) movies.add(hdf5.dataset(path));
		}
		if (movies.size() == 1) return movies.get(0);
		throw new FormatException(file, (movies.isEmpty() ? "holds no movie (frames x height x width)"
			: "holds several movies") + ": choose one with dataset, out of " + String.join(", ", hdf5.datasets()) + ".");
	}

	private static TimeAxis times(final Path file, final Hdf5Dataset timing, final int frames,
		final List<String> warnings) throws IOException
	{
		final ByteBuffer values = timing.values(frames);
		int n = values.remaining() / timing.type().bytes();
		final long[] nanoseconds = new long[n];
		for (int i = 0; i < n; i++)
			nanoseconds[i] = timing.type().isInteger() ? timing.type().nextLong(values) : Math.round(timing.type().next(values));
		int increasing = 1;
		while (increasing < n && nanoseconds[increasing] > nanoseconds[increasing - 1])
			increasing++;
		boolean unwritten = true;
		for (int i = increasing; i < n; i++)
			unwritten &= nanoseconds[i] == 0;
		if (n == 0 || !unwritten) throw new FormatException(file, n == 0 ? "has frame times that are empty: give them in a CSV with the key times."
			: "has a time of frame " + (increasing + 1) +
				" that is not later than the one before: give the frame times in a CSV with the key times.");
		n = Math.min(n, increasing);
		if (n < frames) warnings.add("Only the first " + n + " of " + frames + " frames have a time: the others were left out.");

		final double[] seconds = new double[n];
		for (int i = 0; i < n; i++)
			seconds[i] = (nanoseconds[i] - nanoseconds[0]) * 1e-9;
		final double[] intervals = new double[Math.max(0, n - 1)];
		for (int i = 0; i < intervals.length; i++)
			intervals[i] = seconds[i + 1] - seconds[i];
		Arrays.sort(intervals);
		if (intervals.length > 0 && intervals[intervals.length / 2] < SHORTEST_INTERVAL_NANOSECONDS * 1e-9)
			throw new FormatException(file, "has frame times in " + timing.path() +
				" that are not nanoseconds: give them in a CSV with the key times.");
		final TimeAxis axis = TimeAxis.of(seconds);
		if (nanoseconds[0] < EPOCH_NANOSECONDS) return axis;
		return axis.startingAt(Instant.ofEpochSecond(Math.floorDiv(nanoseconds[0], 1_000_000_000L), Math.floorMod(
			nanoseconds[0], 1_000_000_000L)));
	}
}
