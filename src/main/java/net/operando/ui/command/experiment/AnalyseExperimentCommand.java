package net.operando.ui.command.experiment;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.experiment.ExperimentAnalysis;
import net.operando.experiment.ExperimentParameters;
import net.operando.experiment.ExperimentReport;
import net.operando.experiment.ExperimentResult;
import net.operando.experiment.ParameterKeys;
import net.operando.ui.command.OperandoCommand;

/** The main job: a movie and the potentiostat's files become a report. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Analyse Experiment...", weight = 20) }, headless = true,
	description = "Makes kymographs, front velocities, figures, videos and a report from a movie and the potentiostat's files, in one step.")
public class AnalyseExperimentCommand extends OperandoCommand {

	@Parameter(label = "Movie", persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Experiment",
		description = "The recorded movie, of any format that Open Operando Movie reads.")
	private File movie;

	@Parameter(label = "Electrochemistry", persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Experiment",
		description = "The potentiostat's file or the folder of files of one experiment.")
	private File echem;

	@Parameter(label = "Parameters (JSON)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Experiment",
		description = "The parameters of the analysis, as parameters.json of an earlier one; empty takes the defaults and finds the rods.")
	private String parameters = "";

	@Override
	protected void check() {
		if (!writesOutput()) throw new InvalidInputException(
			"Analyse Experiment writes its report into a folder: give output=FOLDER.");
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		check();
		final Path movieFile = existing(movie.getPath(), "movie");
		final Path echemFile = existing(echem.getPath(), "echem");
		final ExperimentParameters settings = settings(existing(parameters, "parameters"));
		final List<Path> inputs = List.of(movieFile, echemFile);
		write(folder -> {
			try (ExperimentResult result = ExperimentAnalysis.run(movieFile, echemFile, settings, progress.part(0, 0.7))) {
				warn(result.warnings());
				ExperimentReport.write(result, settings, inputs, folder, progress.part(0.7, 1));
			}
		});
	}

	/** @param json null for the defaults */
	private static ExperimentParameters settings(final Path json) throws IOException {
		if (json == null) return new ExperimentParameters();
		if (!Files.isRegularFile(json)) throw new InvalidInputException(json +
			" is a folder: give the JSON file of the analysis with parameters=FILE.");
		final ExperimentParameters settings = Json.read(new String(Files.readAllBytes(json), StandardCharsets.UTF_8),
			ExperimentParameters.class, json.getFileName().toString());
		settings.check();
		return settings;
	}

	/** Its parameters are the keys of a JSON file. */
	@Override
	protected String named(final String sentence) {
		return ParameterKeys.inJson(sentence);
	}
}
