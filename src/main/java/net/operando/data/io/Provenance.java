package net.operando.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;

/**
 * Where a result comes from: software and version, the command, its parameters, the input files and the warnings that
 * belong to it. Written as JSON beside every result and into the metadata of every image. Immutable.
 */
public final class Provenance {

	private final String software = "Operando";
	private final String version;
	private final String command;
	private final String made;
	private final JsonElement parameters;
	private final List<FileFingerprint> inputs;
	private final List<String> warnings;

	private Provenance(final String command, final JsonElement parameters, final List<FileFingerprint> inputs,
		final List<String> warnings)
	{
		this.version = version();
		this.command = command;
		this.made = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
		this.parameters = parameters;
		this.inputs = inputs;
		this.warnings = warnings;
	}

	/**
	 * @param command label of the command, without the ellipsis
	 * @param parameters the parameter object, written as {@link Json} writes it
	 * @param inputs input files and folders; hashed here
	 * @param warnings sentences that belong to the result
	 */
	public static Provenance of(final String command, final Object parameters, final List<Path> inputs,
		final List<String> warnings)
	{
		final List<FileFingerprint> prints = new ArrayList<>();
		for (final Path input : inputs)
			prints.addAll(FileFingerprint.of(input));
		return new Provenance(command, Json.tree(parameters), prints, List.copyOf(warnings));
	}

	/** The software's version; with "-sources" behind it when it does not run from its jar. */
	public static String version() {
		final String version = Provenance.class.getPackage().getImplementationVersion();
		return version == null ? sourceVersion() + "-sources" : version;
	}

	/** The version that the build wrote beside the classes. */
	private static String sourceVersion() {
		try (InputStream in = Provenance.class.getResourceAsStream("/net/operando/version.txt")) {
			return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
		}
		catch (final IOException e) {
			return "unknown";
		}
	}

	public List<FileFingerprint> inputs() {
		return inputs;
	}

	public List<String> warnings() {
		return warnings;
	}

	/** When the result was made, ISO 8601 in UTC, to the second. */
	public String made() {
		return made;
	}

	/** The parameters as JSON text. */
	public String parametersJson() {
		return Json.write(parameters);
	}

	/** The whole as JSON text. */
	public String toJson() {
		return Json.write(this);
	}
}
