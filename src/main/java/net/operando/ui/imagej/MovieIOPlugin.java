package net.operando.ui.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;

import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;

/**
 * File &gt; Open and drag-and-drop of our own formats in Fiji: TDMS, HDF5, and acquisition folders. TIFF and AVI stay with
 * ImageJ, and HDF5 files that hold no movie stay with whoever else opens them.
 */
@Plugin(type = IOPlugin.class)
public final class MovieIOPlugin extends AbstractIOPlugin<ImagePlus> {

	@Override
	public Class<ImagePlus> getDataType() {
		return ImagePlus.class;
	}

	@Override
	public boolean supportsOpen(final String source) {
		final Path path = path(source);
		if (path == null || !Files.exists(path)) return false;
		final String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
		return (Files.isDirectory(path) || name.matches(".*\\.(tdms|h5|hdf5)")) && MovieFiles.recognises(path);
	}

	private static Path path(final String source) {
		try {
			return Paths.get(source);
		}
		catch (final InvalidPathException e) {
			// an address, not a file
			return null;
		}
	}

	/** @throws IOException with the reader's own sentence if the movie cannot be opened without being told more */
	@Override
	public ImagePlus open(final String source) throws IOException {
		try {
			return MovieImages.image(MovieFiles.open(Paths.get(source), MovieOpenOptions.defaults(), Progress.NONE), Paths.get(
				source));
		}
		catch (final OperandoException e) {
			throw new IOException(e.getMessage() + " Open Operando Movie lets you say it.", e);
		}
	}
}
