package net.operando.ui.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.experiment.ExperimentParameters;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.SyntheticExperiment;

/** {@code demo [FOLDER]}: generates the sample experiment and runs the main job on it. */
final class Demo {

	private static final String DEFAULT_FOLDER = "operando-output";

	private Demo() {}

	static int run(final List<String> words, final PrintStream out, final PrintStream err) throws IOException {
		if (words.size() > 1) throw new UsageException("demo takes one folder, not " + words.size() + " words.");
		final Path folder = Paths.get(words.isEmpty() ? DEFAULT_FOLDER : words.get(0));
		final Path sample = folder.resolve("sample");
		out.println("Generating the sample experiment in " + sample);
		final SyntheticExperiment experiment = SampleExperiment.write(sample, Progress.NONE);
		final Path parameters = sample.resolve("analysis.json");
		Files.write(parameters, Json.write(ExperimentParameters.of(SampleExperiment.scene())).getBytes(StandardCharsets.UTF_8));
		final Map<String, String> keys = new LinkedHashMap<>();
		keys.put("movie", experiment.movie().toString());
		keys.put("echem", experiment.echem().toString());
		keys.put("parameters", parameters.toString());
		keys.put("output", folder.toString());
		out.println("Analysing it");
		final int status = CommandLineRun.run("Analyse Experiment", keys, new PrintStream(java.io.OutputStream.nullOutputStream(),
			false, StandardCharsets.UTF_8), err);
		if (status == Main.DONE) out.println("Report: " + folder.resolve("report.html").toAbsolutePath().normalize());
		return status;
	}
}
