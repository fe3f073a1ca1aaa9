package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import net.operando.base.Progress;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;

/**
 * NDTiff sets, version 2 and 3, as pycro-manager, Micro-Magellan and Micro-Manager write them: opened by their folder, the
 * index or one of the .tif files. The key {@code dataset} picks along the other axes than time: channel, z and position
 * counted from 1 ("c=2,z=1,p=1"), or any axis but z by its own name and value ("channel=DAPI,row=0").
 */
public final class NdTiffFormat implements MovieFormat {

	@Override
	public String name() {
		return "NDTiff";
	}

	@Override
	public boolean recognises(final Path file) {
		return isPartOfSet(file);
	}

	/** Whether a path is an NDTiff folder, its index, or one of its files beside the index. */
	static boolean isPartOfSet(final Path file) {
		return index(file) != null;
	}

	@Override
	public Movie open(final Path file, final MovieOpenOptions options, final Progress progress) throws IOException {
		final Path index = index(file);
		if (index == null) throw new FormatException(file, "is no NDTiff set: there is no " + NdTiffIndex.FILE_NAME + " in it.");
		final FileSet files = new FileSet();
		try {
			final MovieParts parts = new MovieParts(Files.isDirectory(file) ? file : index.getParent());
			new NdTiffSet(files, index, parts, progress).read(PlaneChoice.parse(options.dataset()));
			return parts.movie(files, options);
		}
		catch (RuntimeException | IOException | Error e) {
			files.close();
			throw e;
		}
	}

	private static Path index(final Path file) {
		final Path absolute = file.toAbsolutePath();
		if (Files.isDirectory(absolute)) {
			final Path here = absolute.resolve(NdTiffIndex.FILE_NAME);
			final Path inside = absolute.resolve("Full resolution").resolve(NdTiffIndex.FILE_NAME);
			return Files.isRegularFile(here) ? here : Files.isRegularFile(inside) ? inside : null;
		}
		final String name = String.valueOf(absolute.getFileName());
		final Path beside = absolute.resolveSibling(NdTiffIndex.FILE_NAME);
		final boolean belongs = name.equals(NdTiffIndex.FILE_NAME) || name.matches(".*NDTiffStack(_\\d+)?\\.tif");
		return belongs && Files.isRegularFile(beside) ? beside : null;
	}
}
