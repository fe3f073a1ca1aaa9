package net.operando.data.io.tiff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;
import net.operando.data.io.FrameClock;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.SampleType;

/**
 * What a reader finds out about a movie before it can be built: planes, times, pixel size and what a user must
 * know. Not thread-safe.
 */
final class MovieParts {

	private final Path path;
	private final List<TiffPlane> planes = new ArrayList<>();
	private final List<Integer> slots = new ArrayList<>();
	private final List<String> warnings = new ArrayList<>();
	private final FrameClock clock = new FrameClock();
	private Calibration calibration = Calibration.unknown();

	MovieParts(final Path path) {
		this.path = path;
	}

	Path path() {
		return path;
	}

	List<TiffPlane> planes() {
		return planes;
	}

	/** Adds the frame that was planned as number {@code slot} of the recording. */
	void add(final TiffPlane plane, final int slot) {
		if (!planes.isEmpty() && !planes.get(0).layout.showsLike(plane.layout)) throw new FormatException(path, "has frame " +
			(planes.size() + 1) + " of another size or sample type than the first: it is no movie, or is damaged.");
		planes.add(plane);
		slots.add(slot);
	}

	void warn(final String sentence) {
		if (!warnings.contains(sentence)) warnings.add(sentence);
	}

	/** What the file says of time. */
	FrameClock clock() {
		return clock;
	}

	/** Pixel sides in um; NaN or 0 where the file says nothing. */
	void pixelSize(final double xMicrometres, final double yMicrometres) {
		if (!(xMicrometres > 1e-5 && xMicrometres < 1e4)) return;
		if (yMicrometres > 0 && Math.abs(yMicrometres - xMicrometres) > 1e-3 * xMicrometres) warn("The file states pixels of " +
			xMicrometres + " x " + yMicrometres + " um, which are not square, so its pixel size is not used: give pixelsizeum.");
		else calibration = Calibration.ofMicrometres(xMicrometres);
	}

	/** Builds the movie; the files are the movie's from then on. */
	TiffMovie movie(final FileSet files, final MovieOpenOptions options) {
		if (planes.isEmpty()) throw new FormatException(path,
			"holds no whole frame: it was cut short or is damaged; copy it again.");
		if (planes.get(0).layout.kind == SampleType.UINT32) warn(
			"Its 32-bit whole-number samples are read as floating point: counts above 16777216 are rounded.");
		final TimeAxis axis = clock.axis(path, slots.stream().mapToInt(Integer::intValue).toArray(), options, this::warn);
		return new TiffMovie(FileSet.nameOf(path), files, planes, axis, calibration, warnings);
	}
}
