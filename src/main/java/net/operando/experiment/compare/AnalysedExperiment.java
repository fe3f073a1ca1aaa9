package net.operando.experiment.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import net.operando.data.io.CsvTable;
import net.operando.data.io.FormatException;

/** The folder that Analyse Experiment wrote: its summary, what it was made of and how. Immutable. */
final class AnalysedExperiment {

	static final String SUMMARY = "summary.csv";
	private static final String PROVENANCE = "provenance.json";
	private static final String PARAMETERS = "parameters.json";
	private static final String[] TRACING = { "smoothingMicrometres", "fringesRemoved" };
	private static final String HINT = "analyse the experiment again";
	private static final String[] COLUMNS = { "rod_id", "step", "start_s", "end_s", "c_rate", "lag_s", "front_id",
		"criterion", "polarity", "origin", "velocity_nm_per_s", "velocity_se_nm_per_s", "window", "flag" };

	private final Path folder;
	private final String name;
	private final CsvTable summary;
	private final JsonObject parameters;
	private final String inputs;

	private AnalysedExperiment(final Path folder, final String name, final CsvTable summary, final JsonObject parameters,
		final String inputs)
	{
		this.folder = folder;
		this.name = name;
		this.summary = summary;
		this.parameters = parameters;
		this.inputs = inputs;
	}

	/** All folders below one, itself included, that hold a summary.csv, in order; hidden ones are not looked into. */
	static List<Path> folders(final Path root) throws IOException {
		final List<Path> found = new ArrayList<>();
		Files.walkFileTree(root, new SimpleFileVisitor<Path>() {

			@Override
			public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
				return !folder.equals(root) && folder.getFileName().toString().startsWith(".") ? FileVisitResult.SKIP_SUBTREE
					: FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
				if (file.getFileName().toString().equals(SUMMARY)) found.add(file.getParent());
				return FileVisitResult.CONTINUE;
			}
		});
		found.sort(null);
		return found;
	}

	/** Where an experiment lies below the folder compared, with "/"; that folder itself goes by its own name. */
	static String name(final Path root, final Path folder) {
		final String below = root.relativize(folder).toString().replace('\\', '/');
		return below.isEmpty() ? String.valueOf(root.toAbsolutePath().normalize().getFileName()) : below;
	}

	/** @throws FormatException if it was not written by Analyse Experiment or is damaged */
	static AnalysedExperiment read(final Path folder, final String name) {
		final Path provenance = folder.resolve(PROVENANCE);
		if (!Files.isRegularFile(provenance) || !Files.isRegularFile(folder.resolve(PARAMETERS))) throw new FormatException(
			folder.resolve(SUMMARY), "is not of Analyse Experiment: no provenance.json and parameters.json lie beside it.");
		final JsonObject made = json(provenance);
		if (!made.has("command") || !made.get("command").isJsonPrimitive() || !made.get("command").getAsString().equals(
			"Analyse Experiment")) throw new FormatException(folder.resolve(SUMMARY),
				"is not of Analyse Experiment: the provenance.json beside it names another command.");
		final TreeSet<String> hashes = new TreeSet<>();
		if (made.has("inputs") && made.get("inputs").isJsonArray()) for (final JsonElement input : made.getAsJsonArray(
			"inputs"))
			if (input.isJsonObject() && input.getAsJsonObject().has("hash")) hashes.add(input.getAsJsonObject().get("hash")
				.toString());
		return new AnalysedExperiment(folder, name, CsvTable.read(folder.resolve(SUMMARY), HINT, COLUMNS), json(folder.resolve(
			PARAMETERS)), hashes.toString());
	}

	private static JsonObject json(final Path file) {
		try {
			final JsonElement tree = JsonParser.parseString(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
			if (tree.isJsonObject()) return tree.getAsJsonObject();
			throw new FormatException(file, "is no JSON object: " + HINT + ".");
		}
		catch (final IOException | JsonParseException e) {
			throw new FormatException(file, "cannot be read as JSON: " + HINT + ".", e);
		}
	}

	Path folder() {
		return folder;
	}

	String name() {
		return name;
	}

	CsvTable summary() {
		return summary;
	}

	/** Whether a row is of the movie; without a column source all are. */
	boolean isMeasured(final int row) {
		return !summary.has("source") || summary.text(row, "source").equals("measured");
	}

	/** Whether its frame times were made from a rate alone. */
	boolean isNominal() {
		return summary.has("frame_times");
	}

	/** Charge from x = 0 to 1 in mAh/g, as the parameters state it; NaN if they do not. */
	double capacityMahPerG() {
		final JsonElement capacity = parameters.get("capacityMilliampereHoursPerGram");
		return capacity != null && capacity.isJsonPrimitive() && capacity.getAsJsonPrimitive().isNumber() ? capacity.getAsDouble()
			: Double.NaN;
	}

	/** How fronts were looked for, as the parameters state it: what is looked for otherwise is not the same speed. */
	String tracing() {
		final List<String> stated = new ArrayList<>();
		for (final String key : TRACING) {
			final JsonElement value = parameters.get(key);
			stated.add(key + " " + (value == null || value.isJsonNull() ? "not stated" : value.toString()));
		}
		return String.join(", ", stated);
	}

	/** The same for a rod that is analysed twice: input files, and the rod with its line; null if the inputs are not known. */
	String identity(final String rodId) {
		if (inputs.equals("[]")) return null;
		if (parameters.has("rods") && parameters.get("rods").isJsonArray()) for (final JsonElement rod : parameters
			.getAsJsonArray("rods"))
			if (rod.isJsonObject() && rod.getAsJsonObject().has("id") && rod.getAsJsonObject().get("id").getAsString().equals(
				rodId)) return inputs + rodId + rod.getAsJsonObject().get("line");
		return inputs + rodId;
	}
}
