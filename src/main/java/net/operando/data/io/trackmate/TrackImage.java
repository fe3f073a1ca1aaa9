package net.operando.data.io.trackmate;

import java.nio.file.Path;

import net.operando.base.InvalidInputException;
import net.operando.data.movie.Movie;

/**
 * The image tracks were found on, as a TrackMate file refers to it. Lengths are in the graph's unit of length, the interval
 * in its unit of time. Immutable.
 */
public final class TrackImage {

	private final String fileName;
	private final String folder;
	private final int width;
	private final int height;
	private final int slices;
	private final int frames;
	private final double pixelWidth;
	private final double pixelHeight;
	private final double voxelDepth;
	private final double timeInterval;

	TrackImage(final String fileName, final String folder, final int width, final int height, final int slices,
		final int frames, final double pixelWidth, final double pixelHeight, final double voxelDepth,
		final double timeInterval)
	{
		this.fileName = fileName;
		this.folder = folder;
		this.width = width;
		this.height = height;
		this.slices = slices;
		this.frames = frames;
		this.pixelWidth = pixelWidth;
		this.pixelHeight = pixelHeight;
		this.voxelDepth = voxelDepth;
		this.timeInterval = timeInterval;
	}

	/**
	 * A movie, in um and s; the interval is the median one.
	 *
	 * @param file where it is stored; null if it is not: TrackMate then shows the tracks on an empty image
	 * @throws InvalidInputException if its pixel size is not known
	 */
	public static TrackImage of(final Movie movie, final Path file) {
		final double pixel = movie.calibration().micrometresPerPixel();
		final Path absolute = file == null ? null : file.toAbsolutePath();
		final double interval = movie.frameCount() > 1 ? movie.times().medianIntervalSeconds() : 1;
		return new TrackImage(absolute == null ? movie.name() : absolute.getFileName().toString(), absolute == null || absolute
			.getParent() == null ? "" : absolute.getParent().toString() + absolute.getFileSystem().getSeparator(), movie.width(),
			movie.height(), 1, movie.frameCount(), pixel, pixel, 1, interval);
	}

	public String fileName() {
		return fileName;
	}

	/** The folder of the file; empty if it lies beside the tracks. */
	public String folder() {
		return folder;
	}

	/** Width in pixels. */
	public int width() {
		return width;
	}

	/** Height in pixels. */
	public int height() {
		return height;
	}

	/** Number of planes. */
	public int slices() {
		return slices;
	}

	public int frames() {
		return frames;
	}

	public double pixelWidth() {
		return pixelWidth;
	}

	public double pixelHeight() {
		return pixelHeight;
	}

	/** Distance between planes. */
	public double voxelDepth() {
		return voxelDepth;
	}

	/** Time from frame to frame. */
	public double timeInterval() {
		return timeInterval;
	}
}
