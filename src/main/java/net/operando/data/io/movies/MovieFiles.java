package net.operando.data.io.movies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FormatException;
import net.operando.data.io.FrameTimesCsv;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.acquired.AcquiredFormat;
import net.operando.data.io.avi.AviFormat;
import net.operando.data.io.hdf5.Hdf5Format;
import net.operando.data.io.tdms.TdmsFormat;
import net.operando.data.io.tiff.NdTiffFormat;
import net.operando.data.io.tiff.TiffFormat;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;

/**
 * Opens movies of every format read here; the format is found from the content. Frames are read when they are asked for.
 */
public final class MovieFiles {

	/** Asked in this order: formats that are sets of files before those of the single files in them. */
	private static final List<MovieFormat> FORMATS = List.of( //
		new TdmsFormat(), //
		new Hdf5Format(), //
		new AcquiredFormat(), //
		new NdTiffFormat(), //
		new TiffFormat(), //
		new AviFormat() //
	);

	private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

	private MovieFiles() {}

	/** Names of the formats, as messages give them. */
	public static List<String> formats() {
		return FORMATS.stream().map(MovieFormat::name).collect(Collectors.toList());
	}

	/** Whether a file or folder is a movie of one of the formats; looks at its first bytes only. */
	public static boolean recognises(final Path file) {
		return FORMATS.stream().anyMatch(format -> format.recognises(file));
	}

	/**
	 * Opens a movie.
	 *
	 * @param file the file, or the folder of a format that is one
	 * @param options what replaces or completes what the file says; frame times from a file of times are no longer nominal
	 * @param progress told while structure and times are read
	 * @throws InvalidInputException if there is no such file, or an option cannot be meant
	 * @throws FormatException if it is of no known format, damaged, or lacks what the options do not give
	 */
	public static Movie open(final Path file, final MovieOpenOptions options, final Progress progress) {
		if (!Files.exists(file)) throw new InvalidInputException("There is no file " + file + ": check its name.");
		progress.checkCancelled();
		for (final MovieFormat format : FORMATS) {
			if (!format.recognises(file)) continue;
			final FrameTimesCsv times = options.times().map(FrameTimesCsv::read).orElse(null);
			final Movie movie;
			try {
				movie = format.open(file, options, progress);
			}
			catch (final IOException e) {
				throw new FormatException(file, "cannot be read as " + format.name() + ": " + reason(e) + ".", e);
			}
			boolean laid = false;
			try {
				final Movie whole = lay(movie, options, times);
				laid = true;
				return whole;
			}
			finally {
				if (!laid) movie.close();
			}
		}
		throw new FormatException(file, unknown(file));
	}

	private static String unknown(final Path file) {
		final String read = String.join(", ", formats());
		if (Files.isDirectory(file)) return "is a folder that holds no movie set known here: choose a movie file (" + read +
			").";
		try {
			if (Files.size(file) == 0) return "is empty.";
		}
		catch (final IOException e) {
			return "cannot be read: " + reason(e) + ".";
		}
		return "is of no movie format known here: these are " + read + ".";
	}

	private static String reason(final IOException e) {
		return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}

	/** The options that mean the same for every format. */
	private static Movie lay(final Movie movie, final MovieOpenOptions options, final FrameTimesCsv csv) {
		final int count = movie.frameCount();
		final int[] range = range(options.frameRange(), count);
		TimeAxis axis = movie.times();
		if (csv != null) {
			final TimeAxis given = csv.axis(range[0], range[1]);
			axis = given.origin().isPresent() ? given : axis.origin().map(given::startingAt).orElse(given);
		}
		else {
			if (axis.isNominal() && !Double.isNaN(options.frameIntervalSeconds())) {
				final TimeAxis nominal = TimeAxis.nominal(count, options.frameIntervalSeconds());
				axis = axis.origin().map(nominal::startingAt).orElse(nominal);
			}
			axis = axis.range(range[0], range[1]);
		}
		if (options.startTime().isPresent()) axis = axis.startingAt(options.startTime().get());

		final List<String> warnings = new ArrayList<>(movie.warnings());
		if (axis.isNominal()) warnings.add(
			"Frame times are nominal: they were made from a frame rate, not measured; give the true ones as a CSV with the key times.");
		MovieView view = MovieView.of(movie);
		if (range[0] > 0 || range[1] < count) view = view.withFrames(range[0], range[1]);
		if (!Double.isNaN(options.pixelSizeMicrometres())) view = view.withCalibration(Calibration.ofMicrometres(options
			.pixelSizeMicrometres()));
		return view.withTimes(axis).withWarnings(warnings);
	}

	/** First frame (inclusive) and last (exclusive), from 0, of a range counted from 1 with both ends. */
	private static int[] range(final String text, final int count) {
		if (text.isEmpty()) return new int[] { 0, count };
		final Matcher matcher = RANGE.matcher(text);
		if (!matcher.matches()) throw new InvalidInputException("'" + text +
			"' is no range of frames: give framerange as first-last, counted from 1, for example 1-500.");
		final int first = Integer.parseInt(matcher.group(1));
		final int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
		if (first < 1 || last < first || last > count) throw new InvalidInputException("The frame range " + text +
			" is not in this movie: it has the frames 1-" + count + ".");
		return new int[] { first - 1, last };
	}
}
