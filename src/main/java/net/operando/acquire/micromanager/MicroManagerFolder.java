package net.operando.acquire.micromanager;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.operando.base.InvalidInputException;

/**
 * An installed Micro-Manager: its folder, with {@code MMCoreJ.jar} and the native library of the same install, which must
 * not be mixed with another's. Files are looked at before any class is loaded, since a class whose native library is missing
 * stays broken until the program is restarted. Immutable.
 */
public final class MicroManagerFolder {

	/** The environment's variable that names the folder. */
	public static final String VARIABLE = "MICROMANAGER_PATH";

	private static final String JAR = "MMCoreJ.jar";

	private final Path folder;
	private final Path jar;

	private MicroManagerFolder(final Path folder, final Path jar) {
		this.folder = folder;
		this.jar = jar;
	}

	/**
	 * Finds the install: the given folder, else the one of {@value #VARIABLE}, else the usual places of this system.
	 *
	 * @param given a folder, or "" for none
	 * @param environment as of {@link System#getenv()}
	 * @throws InvalidInputException if there is none, or it is incomplete; the message says where it was looked for
	 */
	public static MicroManagerFolder find(final String given, final Map<String, String> environment) {
		final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return find(given, environment, usualPlaces(system, environment), libraryNames(system));
	}

	static MicroManagerFolder find(final String given, final Map<String, String> environment, final List<Path> usual,
		final List<String> libraries)
	{
		if (!given.isBlank()) return at(path(given), libraries);
		final String variable = environment.getOrDefault(VARIABLE, "");
		if (!variable.isBlank()) return at(path(variable), libraries);
		for (final Path place : usual)
			if (Files.isDirectory(place)) return at(place, libraries);
		throw new InvalidInputException("No Micro-Manager was found in " + list(usual) +
			": start Operando inside Micro-Manager, or set the environment variable " + VARIABLE +
			" to the folder it is installed in, or choose the microscope Simulated.");
	}

	private static MicroManagerFolder at(final Path folder, final List<String> libraries) {
		if (!Files.isDirectory(folder)) throw new InvalidInputException("There is no folder " + folder +
			": give the folder in which Micro-Manager is installed.");
		Path jar = null;
		for (final Path place : List.of(folder.resolve("plugins").resolve("Micro-Manager").resolve(JAR), folder.resolve("jars")
			.resolve(JAR), folder.resolve(JAR)))
			if (jar == null && Files.isRegularFile(place)) jar = place;
		if (jar == null) throw new InvalidInputException("The folder " + folder + " holds no " + JAR +
			", so no Micro-Manager 2 is installed there: give the folder with the program itself.");
		for (final String library : libraries)
			if (Files.isRegularFile(folder.resolve(library))) return new MicroManagerFolder(folder, jar);
		throw new InvalidInputException("The Micro-Manager in " + folder + " lacks its native library " + list(libraries) +
			": install it anew for this system; the library of another install must not be copied there.");
	}

	/** Where the native library and the device adapters are. */
	public Path folder() {
		return folder;
	}

	/** The core's classes, of the same install. */
	public Path jar() {
		return jar;
	}

	private static Path path(final String text) {
		try {
			return Paths.get(text.strip());
		}
		catch (final InvalidPathException e) {
			throw new InvalidInputException("\"" + text + "\" is no path: give the folder in which Micro-Manager is installed.", e);
		}
	}

	static List<Path> usualPlaces(final String system, final Map<String, String> environment) {
		final List<Path> places = new ArrayList<>();
		if (system.startsWith("windows")) {
			final String programs = environment.getOrDefault("ProgramFiles", "C:\\Program Files");
			places.add(Paths.get(programs, "Micro-Manager-2.0"));
			places.add(Paths.get(programs, "Micro-Manager"));
		}
		else if (system.startsWith("mac")) {
			places.add(Paths.get("/Applications/Micro-Manager-2.0"));
			places.add(Paths.get("/Applications/Micro-Manager"));
		}
		else {
			places.add(Paths.get("/usr/local/lib/micro-manager"));
			places.add(Paths.get("/usr/lib/micro-manager"));
			places.add(Paths.get("/opt/micro-manager"));
		}
		return places;
	}

	static List<String> libraryNames(final String system) {
		if (system.startsWith("windows")) return List.of("MMCoreJ_wrap.dll");
		if (system.startsWith("mac")) return List.of("libMMCoreJ_wrap.jnilib", "libMMCoreJ_wrap.dylib");
		return List.of("libMMCoreJ_wrap.so");
	}

	private static String list(final List<?> items) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < items.size(); i++)
			text.append(i == 0 ? "" : i == items.size() - 1 ? " or " : ", ").append(items.get(i));
		return text.toString();
	}
}
