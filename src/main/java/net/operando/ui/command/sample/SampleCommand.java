package net.operando.ui.command.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.experiment.SyntheticReport;
import net.operando.experiment.SyntheticSettings;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.MovieImages;

/** A generated experiment: written into the output folder, or a temporary one, and its movie opened. */
public abstract class SampleCommand extends OperandoCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Movie")
	private ImagePlus movie;

	/** Name of the preset, as Synthetic Experiment knows it. */
	protected abstract String preset();

	@Override
	protected void execute(final Progress progress) throws IOException {
		final SyntheticSettings settings = new SyntheticSettings().withPreset(preset(), 1);
		final Provenance provenance = Provenance.of("Synthetic Experiment", settings, List.of(), List.of());
		final Path into = writesOutput() ? Paths.get(outputFolder()) : Files.createTempDirectory("operando-sample");
		final Path file;
		try (ResultFolder folder = ResultFolder.open(into, getClass().getSimpleName())) {
			SyntheticReport.write(settings.scene(), settings, provenance, folder, progress);
			file = folder.commit().stream().filter(MovieFiles::recognises).findFirst().orElseThrow(
				() -> new IllegalStateException("the sample has no movie"));
		}
		wrote(into);
		final Movie opened = MovieFiles.open(file, MovieOpenOptions.defaults(), progress);
		warn(opened.warnings());
		warn(List.of("The sample, with the potentiostat's files and the truth, is in " + into + "."));
		movie = MovieImages.image(opened, file);
		movie.setTitle(preset());
	}
}
