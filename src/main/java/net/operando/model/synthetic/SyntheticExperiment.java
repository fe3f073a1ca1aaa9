package net.operando.model.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.Progress;

/**
 * A scene written as an experiment on disk: {@code movie.tdms} (or .tif, .h5), the folder {@code echem} of Gamry files, {@code scene.json}
 * (everything it was made from), {@code truth.json} and the folder {@code truth}.
 */
public final class SyntheticExperiment {

	private final Path movie;
	private final Path echem;
	private final Path truth;
	private final List<Path> files;

	private SyntheticExperiment(final Path movie, final Path echem, final Path truth, final List<Path> files) {
		this.movie = movie;
		this.echem = echem;
		this.truth = truth;
		this.files = files;
	}

	/** As {@link #write(Scene, ExperimentFormat, Path, Progress)}, with the movie as TDMS. */
	public static SyntheticExperiment write(final Scene scene, final Path folder, final Progress progress)
		throws IOException
	{
		return write(scene, ExperimentFormat.TDMS, folder, progress);
	}

	/**
	 * Writes the experiment of a scene. The same scene gives the same bytes on every machine.
	 *
	 * @param folder made if it is not there; files of the same names are replaced
	 * @throws IOException if the file system fails
	 * @throws net.operando.base.CancelledException if cancelled; what was written so far stays
	 */
	public static SyntheticExperiment write(final Scene scene, final ExperimentFormat format, final Path folder,
		final Progress progress) throws IOException
	{
		Files.createDirectories(folder);
		final List<Path> files = new ArrayList<>();
		final Path movieFile = folder.resolve("movie." + format.ending());
		try (SyntheticMovie movie = SyntheticMovie.of("movie", scene)) {
			format.write(movie, movieFile, progress);
			files.add(movieFile);
			files.addAll(EchemFolder.write(scene, folder.resolve("echem")));
			files.addAll(SceneTruth.of(movie).write(folder));
		}
		final Path parameters = folder.resolve("scene.json");
		Files.write(parameters, scene.toJson().getBytes(StandardCharsets.UTF_8));
		files.add(parameters);
		return new SyntheticExperiment(movieFile, folder.resolve("echem"), folder.resolve("truth.json"), files);
	}

	public Path movie() {
		return movie;
	}

	/** Folder of the potentiostat's files. */
	public Path echem() {
		return echem;
	}

	/** The file of single true numbers; tables lie in the folder truth beside it. */
	public Path truth() {
		return truth;
	}

	/** Everything that was written. */
	public List<Path> files() {
		return new ArrayList<>(files);
	}
}
