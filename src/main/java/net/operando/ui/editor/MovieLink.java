package net.operando.ui.editor;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.Provenance;
import net.operando.data.movie.LinePath;
import net.operando.ui.imagej.ImageSelection;
import net.operando.ui.imagej.MovieImages;

/**
 * The movie that a kymograph was cut from: shows the frame of a time, and where on the rod a position is, by a mark across the
 * line that is taken away again. Other overlays stay. Event thread.
 */
final class MovieLink {

	static final String MARK = "Operando cursor";
	/** Half the length of the mark, in pixels. */
	private static final double REACH = 8;
	private static final Pattern LINE = Pattern.compile("\"line\"\\s*:\\s*\"([^\"]+)\"");
	private static final Color COLOUR = new Color(0xf0e442);

	private final ImagePlus movie;
	private final TimeAxis times;
	private final LinePath line;
	private final double lengthMetres;
	private Roi mark;

	private MovieLink(final ImagePlus movie, final TimeAxis times, final LinePath line, final double lengthMetres) {
		this.movie = movie;
		this.times = times;
		this.line = line;
		this.lengthMetres = lengthMetres;
	}

	/**
	 * Links a movie.
	 *
	 * @param kymograph the image of the kymograph; if it does not know its line, the one selected on the movie is taken
	 * @param lengthMetres length of the kymograph's line
	 * @throws InvalidInputException if the image is no movie
	 */
	static MovieLink to(final ImagePlus movie, final ImagePlus kymograph, final double lengthMetres) {
		final Optional<LinePath> cut = line(kymograph);
		final LinePath line = cut.isPresent() ? cut.get() : ImageSelection.of(movie.getRoi()).map(ImageSelection::line).orElse(null);
		return new MovieLink(movie, MovieImages.movie(movie).times(), line, lengthMetres);
	}

	/** The line a kymograph was cut along, as its provenance has it. */
	private static Optional<LinePath> line(final ImagePlus kymograph) {
		final Optional<Provenance> provenance = KymographTiff.provenance(kymograph);
		if (provenance.isEmpty()) return Optional.empty();
		final String parameters = provenance.get().parametersJson();
		// an analysis of several rods keeps the kymographs of each in a folder of its name
		for (final Path file : MovieImages.sources(kymograph))
			for (final Path part : file.toAbsolutePath()) {
				final Matcher rod = Pattern.compile("\"id\"\\s*:\\s*\"" + Pattern.quote(part.toString()) + "\"\\s*,\\s*" + LINE.pattern())
					.matcher(parameters);
				if (rod.find()) return Optional.of(LinePath.parse(rod.group(1)));
			}
		final Matcher line = LINE.matcher(parameters);
		if (!line.find()) return Optional.empty();
		final String only = line.group(1);
		return line.find() ? Optional.empty() : Optional.of(LinePath.parse(only));
	}

	/** The open images that are movies, but for the kymograph itself. */
	static List<ImagePlus> candidates(final ImagePlus kymograph) {
		final List<ImagePlus> movies = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		if (ids != null) for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && image != kymograph && image.getStackSize() > 1 && isMovie(image)) movies.add(image);
		}
		return movies;
	}

	private static boolean isMovie(final ImagePlus image) {
		try {
			return MovieImages.movie(image).frameCount() == image.getStackSize();
		}
		catch (final InvalidInputException e) {
			// a stack without times cannot be linked by time
			return false;
		}
	}

	/** The open movie whose file the kymograph was made from; else the only open movie; else none. */
	static Optional<ImagePlus> movieOf(final ImagePlus kymograph) {
		final List<ImagePlus> movies = candidates(kymograph);
		final Optional<Provenance> provenance = KymographTiff.provenance(kymograph);
		if (provenance.isPresent()) for (final ImagePlus movie : movies)
			for (final Path source : MovieImages.sources(movie))
				if (provenance.get().inputs().stream().anyMatch(f -> Path.of(f.file()).getFileName().equals(source.getFileName())))
					return Optional.of(movie);
		return movies.size() == 1 ? Optional.of(movies.get(0)) : Optional.empty();
	}

	ImagePlus movie() {
		return movie;
	}

	/** Whether the movie's window is still there. */
	boolean isOpen() {
		return movie.getWindow() != null;
	}

	/** Shows the frame nearest to a time and marks a position (m from the start of the line) in it. */
	void follow(final double seconds, final double metres) {
		final int slice = times.nearest(seconds) + 1;
		if (movie.getCurrentSlice() != slice) movie.setSlice(slice);
		unmark();
		if (line == null) return;
		mark = across(Math.max(0, Math.min(1, metres / lengthMetres)));
		final Overlay overlay = movie.getOverlay() == null ? new Overlay() : movie.getOverlay();
		overlay.add(mark, MARK);
		movie.setOverlay(overlay);
		movie.draw();
	}

	/** A short line across the path at a share of its length. */
	private Roi across(final double share) {
		double left = share * line.length();
		int i = 1;
		while (i < line.vertexCount() - 1 && left > stretch(i))
			left -= stretch(i++);
		final double f = left / stretch(i);
		final double dx = (line.x(i) - line.x(i - 1)) / stretch(i);
		final double dy = (line.y(i) - line.y(i - 1)) / stretch(i);
		final double x = line.x(i - 1) + f * (line.x(i) - line.x(i - 1));
		final double y = line.y(i - 1) + f * (line.y(i) - line.y(i - 1));
		final Roi roi = new Line(x - REACH * dy, y + REACH * dx, x + REACH * dy, y - REACH * dx);
		roi.setStrokeColor(COLOUR);
		roi.setStrokeWidth(1.5);
		roi.setName(MARK);
		return roi;
	}

	private double stretch(final int i) {
		return Math.hypot(line.x(i) - line.x(i - 1), line.y(i) - line.y(i - 1));
	}

	private void unmark() {
		final Overlay overlay = movie.getOverlay();
		if (overlay != null && mark != null) overlay.remove(mark);
		mark = null;
	}

	/** Takes the mark away. */
	void close() {
		unmark();
		if (!isOpen()) return;
		if (movie.getOverlay() != null && movie.getOverlay().size() == 0) movie.setOverlay((Overlay) null);
		movie.draw();
	}
}
