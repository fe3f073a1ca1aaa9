package net.operando.build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Run by {@code mvn package -Pupdate-site}: writes the update site from what is packaged for Fiji. */
public final class UpdateSiteBuild {

	private UpdateSiteBuild() {}

	/**
	 * @param given folder laid out as Fiji's; folder of the site; file that holds the class path; earlier site (a folder
	 *          with its db.xml.gz, or that file; empty for the first release); yyyyMMddHHmmss of the release, empty takes the time of the build;
	 *          description; author; link
	 */
	public static void main(final String[] given) throws IOException {
		// Maven passes an empty property as null
		final String[] arguments = Arrays.stream(given).map(a -> a == null ? "" : a).toArray(String[]::new);
		final List<Path> jars = Arrays.stream(Files.readString(Paths.get(arguments[2])).trim().split(File.pathSeparator)).map(
			Paths::get).toList();
		final Path site = Paths.get(arguments[1]);
		final SiteIndex earlier = earlier(arguments[3], site);
		final long now = arguments[4].isBlank() ? SiteVersion.timestamp(Instant.now()) : Long.parseLong(arguments[4].trim());
		delete(site);
		final SiteIndex index = new UpdateSite(earlier, now, inFiji(), jars, arguments[5], arguments[6], arguments[7]).write(
			Paths.get(arguments[0]), site);
		System.out.println("Update site in " + site + ": " + index.files().size() + " files, " + (earlier.files().isEmpty()
			? "no earlier site (right for the first release only; give operando.site.earlier for any other)"
			: "earlier versions carried forward") + ".");
	}

	private static SiteIndex earlier(final String given, final Path site) throws IOException {
		if (given.isBlank()) return new SiteIndex();
		final Path path = Paths.get(given.trim());
		if (path.toAbsolutePath().normalize().startsWith(site.toAbsolutePath().normalize())) throw new IOException(
			"The earlier site " + path + " would be overwritten: copy it somewhere else first.");
		return SiteIndex.read(Files.isDirectory(path) ? path.resolve(SiteIndex.NAME) : path);
	}

	/** Jars of our class path that Fiji has: all that the site must leave out. */
	static Set<String> inFiji() throws IOException {
		final Set<String> names = new TreeSet<>();
		try (InputStream in = UpdateSiteBuild.class.getResourceAsStream("fiji-jars.txt")) {
			for (final String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
				if (!line.isBlank() && !line.startsWith("#")) names.add(line.trim());
		}
		return names;
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		final List<Path> all;
		try (Stream<Path> walk = Files.walk(folder)) {
			all = walk.sorted(Comparator.reverseOrder()).toList();
		}
		for (final Path path : all)
			Files.delete(path);
	}
}
