package net.operando.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SyntheticExperiment;

/** Writes a synthetic experiment with the parameters that Analyse Experiment takes for it. */
public final class SyntheticReport {

	private SyntheticReport() {}

	/**
	 * Writes the experiment as {@link SyntheticExperiment#write} does, analysis.json and experiment.json (provenance). The
	 * folder is not committed here.
	 *
	 * @throws InvalidInputException if the destination holds potentiostat's files of an experiment that had others
	 * @throws IOException if a file system fails
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static void write(final Scene scene, final SyntheticSettings settings, final Provenance provenance,
		final ResultFolder folder, final Progress progress) throws IOException
	{
		folder.writeText("analysis.json", Json.write(ExperimentParameters.of(scene)));
		folder.writeText("experiment.json", provenance.toJson());
		final SyntheticExperiment made = SyntheticExperiment.write(scene, settings.format(), folder.path("analysis.json")
			.getParent(), progress);
		refuseLeftOvers(folder.destination().resolve("echem"), made.echem());
	}

	/** Files that stay from an earlier experiment would be read as steps of this one. */
	private static void refuseLeftOvers(final Path earlier, final Path made) throws IOException {
		if (!Files.isDirectory(earlier)) return;
		try (Stream<Path> files = Files.list(earlier)) {
			final Optional<Path> other = files.filter(f -> !Files.exists(made.resolve(f.getFileName()))).findFirst();
			if (other.isPresent()) throw new InvalidInputException("The output folder holds " + other.get().getFileName() +
				" of another experiment, which would be read as part of this one: choose an empty folder.");
		}
	}
}
