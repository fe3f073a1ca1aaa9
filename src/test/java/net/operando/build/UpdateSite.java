package net.operando.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A static update site: db.xml.gz and every file as path/name-timestamp, to be served by any web host. An earlier site's
 * versions are carried forward, without which every old installation would look locally modified and not be updated.
 */
final class UpdateSite {

	private final SiteIndex earlier;
	private final long timestamp;
	private final Set<String> inFiji;
	private final Collection<Path> classPath;
	private final String description;
	private final String author;
	private final String link;

	/**
	 * @param earlier index of the site as it is served now; an empty one for the first release
	 * @param timestamp yyyyMMddHHmmss of this release, later than any in the earlier index
	 * @param inFiji jars that Fiji has, without versions, such as jars/gson.jar
	 * @param classPath jars in which a file's dependencies are looked for
	 * @param about description, author and link of our own files
	 * @throws IOException if the earlier site is younger than this one
	 */
	UpdateSite(final SiteIndex earlier, final long timestamp, final Set<String> inFiji,
		final Collection<Path> classPath, final String... about) throws IOException
	{
		if (timestamp <= earlier.youngest()) throw new IOException("The earlier site has a file of " + earlier.youngest() +
			", which is not before this release (" + timestamp + "): give a later operando.site.timestamp.");
		this.earlier = earlier;
		this.timestamp = timestamp;
		this.inFiji = inFiji;
		this.classPath = classPath;
		description = about[0];
		author = about[1];
		link = about[2];
	}

	/**
	 * Writes the site.
	 *
	 * @param install folder laid out as Fiji's: plugins, jars, macros
	 * @param site folder to write, which must not hold anything
	 * @return the index written
	 * @throws IOException if a file is one that Fiji already has, or cannot be read or written
	 */
	SiteIndex write(final Path install, final Path site) throws IOException {
		if (Files.exists(site)) try (Stream<Path> there = Files.list(site)) {
			if (there.findAny().isPresent()) throw new IOException("The folder " + site + " is not empty: remove it first.");
		}
		final Map<String, Path> targets = new TreeMap<>();
		try (Stream<Path> all = Files.walk(install)) {
			all.filter(Files::isRegularFile).forEach(f -> targets.put(install.relativize(f).toString().replace('\\', '/'), f));
		}
		if (targets.keySet().stream().noneMatch(t -> t.startsWith("plugins/"))) throw new IOException("There is no plugin in " +
			install + ": package first.");
		for (final String target : targets.keySet())
			if (inFiji.contains(SiteFile.unversioned(target))) throw new IOException("Fiji already has " + target +
				": it must not be on the site.");
		final SiteIndex index = new SiteIndex();
		for (final Map.Entry<String, Path> target : targets.entrySet()) {
			final SiteFile file = describe(target.getKey(), target.getValue());
			index.add(file);
			final Path to = site.resolve(file.filename() + "-" + file.current().timestamp());
			Files.createDirectories(to.getParent());
			Files.copy(target.getValue(), to);
		}
		for (final SiteFile gone : earlier.files().values())
			if (!index.files().containsKey(gone.unversioned())) index.add(new SiteFile(gone.filename(), null, 0, "", List.of(),
				List.of(), List.of(), gone.history("", timestamp)));
		index.write(site.resolve(SiteIndex.NAME));
		return index;
	}

	private SiteFile describe(final String target, final Path file) throws IOException {
		final String checksum = SiteChecksum.of(target, file);
		final SiteFile before = earlier.files().get(SiteFile.unversioned(target));
		final boolean unchanged = before != null && before.current() != null && before.current().checksum().equals(
			checksum) && before.filename().equals(target);
		final SiteVersion now = unchanged ? before.current() : new SiteVersion(target, checksum, timestamp, 0);
		final boolean ours = !target.startsWith("jars/");
		return new SiteFile(target, now, Files.size(file), ours ? description : "", dependencies(target, file), ours ? List.of(
			author) : List.of(), ours ? List.of(link) : List.of(), before == null ? List.of() : before.history(checksum,
				timestamp));
	}

	/** The jars whose classes the file's classes name. */
	private List<String> dependencies(final String target, final Path file) throws IOException {
		final Set<String> found = new TreeSet<>(Comparator.naturalOrder());
		if (!target.endsWith(".jar")) return List.of();
		final Set<String> named = ClassReferences.namedBy(file);
		named.removeAll(ClassReferences.in(file));
		for (final Path jar : classPath) {
			final String as = SiteFile.unversioned("jars/" + jar.getFileName());
			if (!as.equals(SiteFile.unversioned(target)) && ClassReferences.in(jar).stream().anyMatch(named::contains)) found.add(
				as);
		}
		return new ArrayList<>(found);
	}
}
