package net.operando.data.io.avi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FileBytes;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;
import net.operando.data.io.FrameClock;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;

/**
 * AVI: uncompressed 8 and 16 bit grey, 24 and 32 bit colour (as luminance), and frames that are JPEG or PNG images;
 * OpenDML files of any size. Times are nominal, from the stream's rate, which is often that of playing and not of
 * recording: {@code frameintervalseconds} replaces it. There is no pixel size in an AVI.
 */
public final class AviFormat implements MovieFormat {

	@Override
	public String name() {
		return "AVI";
	}

	@Override
	public boolean recognises(final Path file) {
		return AviFile.isAvi(FileBytes.head(file, 12));
	}

	@Override
	public Movie open(final Path file, final MovieOpenOptions options, final Progress progress) throws IOException {
		if (!options.dataset().isEmpty() && !"auto".equalsIgnoreCase(options.dataset())) throw new InvalidInputException(
			"An AVI holds one movie: leave dataset empty.");
		final FileSet files = new FileSet();
		try {
			return open(files, new AviFile(files, files.add(file), progress), file, options);
		}
		catch (RuntimeException | IOException | Error e) {
			files.close();
			throw e;
		}
	}

	private static Movie open(final FileSet files, final AviFile avi, final Path file, final MovieOpenOptions options) {
		final AviPixels pixels = new AviPixels(avi);
		final List<String> warnings = new ArrayList<>();
		final int[] slots = new int[avi.frameCount()];
		final long[] offsets = new long[slots.length];
		final int[] lengths = new int[slots.length];
		int n = 0;
		int empty = 0;
		for (int i = 0; i < slots.length; i++) {
			if (avi.length(i) == 0) empty++;
			if (!pixels.isWhole(avi.length(i))) continue;
			slots[n] = i;
			offsets[n] = avi.offset(i);
			lengths[n++] = avi.length(i);
		}
		if (n == 0) throw new FormatException(file, "holds no whole frame: it was cut short or is damaged; copy it again.");
		if (empty > 0) warnings.add(empty + " frames were dropped by the recorder and are left out.");
		if (n + empty < slots.length) warnings.add(slots.length - n - empty + " of " + slots.length +
			" frames are not as long as their size needs and are left out.");
		if (!avi.problem().isEmpty()) warnings.add(file.getFileName() + " is cut short or damaged, " + avi.problem() +
			": only the " + n + " whole frames before are read.");
		else if (avi.announcedFrames() > slots.length) warnings.add(file.getFileName() + " announces " + avi
			.announcedFrames() + " frames but holds " + slots.length + ": the rest is missing.");
		if (avi.hasTwoRates()) warnings.add(file.getFileName() + " states two different rates, of which the stream's (" + avi
			.intervalSeconds() + " s per frame) is used: give frameintervalseconds if it is wrong.");
		if (pixels.colour) warnings.add("Its colours are turned into luminance, which is not proportional to light intensity.");
		if (pixels.bits == 0) warnings.add(
			"Its frames are compressed images: lossy compression changes intensities by several counts.");
		final FrameClock clock = new FrameClock();
		clock.interval(avi.intervalSeconds());
		final TimeAxis times = clock.axis(file, Arrays.copyOf(slots, n), options, warnings::add);
		return new AviMovie(FileSet.nameOf(file), files, pixels, Arrays.copyOf(offsets, n), Arrays.copyOf(lengths, n),
			times, warnings);
	}
}
