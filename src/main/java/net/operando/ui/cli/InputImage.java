package net.operando.ui.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Set;

import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.ui.command.Choice;
import net.operando.ui.imagej.MovieImages;

/** Opens the image a command works on, through our own readers and with the keys of Open Operando Movie. */
final class InputImage {

	/** Keys of Open Operando Movie that may be given with an image. */
	private static final Set<String> KEYS = Set.of("times", "dataset", "pixelsizeum", "framerange", "frameintervalseconds",
		"starttime");

	private InputImage() {}

	/** Whether an image takes a key. */
	static boolean takes(final ModuleItem<?> item, final String key) {
		return !isKymograph(item) && KEYS.contains(key);
	}

	private static boolean isKymograph(final ModuleItem<?> item) {
		return "kymograph".equals(item.get("kind"));
	}

	/**
	 * @param item the command's image input, which says whether it is a movie or a kymograph
	 * @param keys keys the command itself did not take; those of opening are removed from it
	 */
	static ImagePlus open(final Path path, final ModuleItem<?> item, final Map<String, String> keys) {
		if (!Files.exists(path)) throw new InvalidInputException("There is no file or folder " + path + " (image): check the path.");
		if (isKymograph(item)) return KymographTiff.open(path);
		final String times = keys.remove("times");
		final MovieOpenOptions options = MovieOpenOptions.parse(keys.remove("dataset"), number(keys, "pixelsizeum"), keys
			.remove("framerange"), times == null || times.isEmpty() ? null : Paths.get(times), number(keys,
				"frameintervalseconds"), keys.remove("starttime"));
		return MovieImages.image(MovieFiles.open(path, options, Progress.NONE), path);
	}

	private static double number(final Map<String, String> keys, final String key) {
		final double value = Choice.number(keys.remove(key), key);
		return Double.isNaN(value) ? 0 : value;
	}
}
