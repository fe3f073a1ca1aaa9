package net.operando.ui.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.measure.Calibration;
import net.operando.data.movie.Movie;

/** Movies as images, and images as movies. */
public final class MovieImages {

	private static final String SOURCE = "operando.source";

	private MovieImages() {}

	/** As {@link #image(Movie)}, remembering the file it came from. */
	public static ImagePlus image(final Movie movie, final Path source) {
		final ImagePlus image = image(movie);
		image.setProperty(SOURCE, source);
		return image;
	}

	/** The file an image came from, as far as it is known: one, or none. */
	public static List<Path> sources(final ImagePlus image) {
		if (image.getProperty(SOURCE) instanceof Path) return List.of((Path) image.getProperty(SOURCE));
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.fileName == null || info.fileName.isEmpty()) return List.of();
		final Path file = Paths.get(info.directory == null ? "" : info.directory, info.fileName);
		return Files.exists(file) ? List.of(file) : List.of();
	}

	/** The movie as a virtual, calibrated image stack that is not shown yet; slice labels are times. */
	public static ImagePlus image(final Movie movie) {
		final ImagePlus image = new ImagePlus(movie.name(), new MovieStack(movie));
		image.setDimensions(1, 1, movie.frameCount());
		final Calibration scale = image.getCalibration();
		if (movie.calibration().isKnown()) {
			scale.pixelWidth = movie.calibration().micrometresPerPixel();
			scale.pixelHeight = scale.pixelWidth;
			scale.setUnit("um");
		}
		if (movie.frameCount() > 1) {
			scale.frameInterval = movie.times().medianIntervalSeconds();
			scale.setTimeUnit("sec");
		}
		final StringBuilder info = new StringBuilder();
		movie.times().origin().ifPresent(o -> info.append("Start: ").append(o).append('\n'));
		for (final String warning : movie.warnings())
			info.append("Warning: ").append(warning).append('\n');
		if (info.length() > 0) image.setProperty("Info", info.toString());
		return image;
	}

	/**
	 * The movie behind an image: our own with its true times if the image was made from one, otherwise the image's
	 * slices with nominal times.
	 *
	 * @throws net.operando.base.InvalidInputException if it has no frame interval or is in colour
	 */
	public static Movie movie(final ImagePlus image) {
		return movie(image, Double.NaN);
	}

	/** As above, with a frame interval in s for images that have none; NaN for none. */
	public static Movie movie(final ImagePlus image, final double frameIntervalSeconds) {
		if (image.getStack() instanceof MovieStack) return ((MovieStack) image.getStack()).movie();
		return new ImagePlusMovie(image, frameIntervalSeconds);
	}
}
