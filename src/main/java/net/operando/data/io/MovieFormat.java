package net.operando.data.io;

import java.io.IOException;
import java.nio.file.Path;

import net.operando.base.Progress;
import net.operando.data.movie.Movie;

/**
 * One movie file format. A format reads structure and metadata when opened, frames later. Stateless and thread-safe.
 * <p>
 * A format honours {@link MovieOpenOptions#dataset()} and, where the file holds no time,
 * {@link MovieOpenOptions#frameIntervalSeconds()}; the other options (times file, pixel size, start time, frame range)
 * are laid over the opened movie by {@link net.operando.data.io.movies.MovieFiles}, the same way for every format.
 */
public interface MovieFormat {

	/** Name for messages, for example "TDMS". */
	String name();

	/**
	 * Whether the file (or folder) looks like this format, from its first bytes rather than its name wherever the format
	 * allows. Cheap; false on anything unreadable.
	 */
	boolean recognises(Path file);

	/**
	 * Opens the movie.
	 *
	 * @throws FormatException if it cannot be read; a file cut short is read up to its last whole frame and warned of
	 * @throws IOException if the file system fails
	 */
	Movie open(Path file, MovieOpenOptions options, Progress progress) throws IOException;
}
