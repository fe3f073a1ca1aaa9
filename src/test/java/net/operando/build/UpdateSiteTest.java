package net.operando.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

class UpdateSiteTest {

	private static final String[] ABOUT = { "Looks at batteries & rods.", "Developers", "https://operando.example.org" };
	private static final long FIRST = 20261122120000L;
	private static final long SECOND = 20270101080000L;

	@TempDir
	Path folder;
	private Path install;

	@BeforeEach
	void installFirstVersion() throws IOException {
		install = folder.resolve("fiji");
		jar(install.resolve("plugins/operando_plugins-0.1.0.jar"), 0, "plugins.config", "one");
		jar(install.resolve("jars/jhdf-0.9.4.jar"), 0, "a.txt", "reader");
		jar(install.resolve("jars/gone-1.0.jar"), 0, "a.txt", "not needed any more");
	}

	/** @param time of the entries, in ms after some day; @param content names and texts in turn */
	private static Path jar(final Path file, final long time, final String... content) throws IOException {
		Files.createDirectories(file.getParent());
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (int i = 0; i < content.length; i += 2) {
				final ZipEntry entry = new ZipEntry(content[i]);
				entry.setTime(1_700_000_000_000L + time);
				zip.putNextEntry(entry);
				zip.write(content[i + 1].getBytes(StandardCharsets.ISO_8859_1));
			}
		}
		return file;
	}

	private SiteIndex write(final String site, final SiteIndex earlier, final long timestamp) throws IOException {
		return new UpdateSite(earlier, timestamp, UpdateSiteBuild.inFiji(), List.of(), ABOUT).write(install, folder.resolve(
			site));
	}

	private void installSecondVersion() throws IOException {
		Files.delete(install.resolve("plugins/operando_plugins-0.1.0.jar"));
		Files.delete(install.resolve("jars/gone-1.0.jar"));
		jar(install.resolve("plugins/operando_plugins-0.2.0.jar"), 0, "plugins.config", "two");
		// built again: other times, other order of nothing that counts
		jar(install.resolve("jars/jhdf-0.9.4.jar"), 86_400_000, "a.txt", "reader");
	}

	/** What the Updater calls a file of an installation, by the rules it has for it. */
	private static String status(final SiteIndex site, final String installed, final String checksum) {
		final SiteFile file = site.files().get(SiteFile.unversioned(installed));
		if (file == null) return "LOCAL_ONLY";
		if (file.current() != null && file.current().checksum().equals(checksum)) return "INSTALLED";
		final boolean known = file.previous().stream().anyMatch(v -> v.checksum().equals(checksum));
		return file.current() == null ? known ? "OBSOLETE" : "OBSOLETE_MODIFIED" : known ? "UPDATEABLE" : "MODIFIED";
	}

	@Test
	void everyFileLiesWhereTheUpdaterLooksForIt() throws IOException {
		final SiteIndex index = write("one", new SiteIndex(), FIRST);
		assertArrayEquals(Files.readAllBytes(install.resolve("jars/jhdf-0.9.4.jar")), Files.readAllBytes(folder.resolve(
			"one/jars/jhdf-0.9.4.jar-" + FIRST)));
		assertEquals(Set.of("plugins/operando_plugins.jar", "jars/jhdf.jar", "jars/gone.jar"), index.files().keySet());
		final SiteFile ours = SiteIndex.read(folder.resolve("one/db.xml.gz")).files().get("plugins/operando_plugins.jar");
		assertEquals(index.files().get("plugins/operando_plugins.jar"), ours, "what is written is read back");
		assertEquals(ABOUT[0], ours.description());
	}

	@Test
	void aSecondVersionKnowsTheFirst() throws IOException {
		final SiteIndex first = write("one", new SiteIndex(), FIRST);
		final String old = first.files().get("plugins/operando_plugins.jar").current().checksum();
		final String unchanged = first.files().get("jars/jhdf.jar").current().checksum();
		installSecondVersion();
		write("two", SiteIndex.read(folder.resolve("one/db.xml.gz")), SECOND);
		final SiteIndex second = SiteIndex.read(folder.resolve("two/db.xml.gz"));

		final SiteFile ours = second.files().get("plugins/operando_plugins.jar");
		assertEquals(List.of(new SiteVersion("plugins/operando_plugins-0.1.0.jar", old, FIRST, SECOND)), ours.previous());
		assertEquals("UPDATEABLE", status(second, "plugins/operando_plugins-0.1.0.jar", old), "an old install gets an update");
		assertEquals("MODIFIED", status(second, "plugins/operando_plugins-0.1.0.jar", "0".repeat(40)));
		assertEquals("MODIFIED", status(write("forgetful", new SiteIndex(), SECOND), "plugins/operando_plugins-0.1.0.jar",
			old), "which is what would happen without the earlier site");
		assertEquals("OBSOLETE", status(second, "jars/gone-1.0.jar", first.files().get("jars/gone.jar").current()
			.checksum()));
		assertNull(second.files().get("jars/gone.jar").current());

		assertEquals("INSTALLED", status(second, "jars/jhdf-0.9.4.jar", unchanged), "a jar built again is the same jar");
		assertEquals(FIRST, second.files().get("jars/jhdf.jar").current().timestamp());
		assertTrue(Files.exists(folder.resolve("two/jars/jhdf-0.9.4.jar-" + FIRST)), "under the name the index gives");
		assertEquals(List.of(), second.files().get("jars/jhdf.jar").previous());
	}

	@Test
	void aThirdVersionKnowsBothAndAReturnIsNoPreviousVersion() throws IOException {
		write("one", new SiteIndex(), FIRST);
		installSecondVersion();
		final SiteIndex second = write("two", SiteIndex.read(folder.resolve("one/db.xml.gz")), SECOND);
		Files.delete(install.resolve("plugins/operando_plugins-0.2.0.jar"));
		final Path back = jar(install.resolve("plugins/operando_plugins-0.3.0.jar"), 0, "plugins.config", "one");
		final SiteFile ours = write("three", second, SECOND + 1).files().get("plugins/operando_plugins.jar");
		assertEquals(SiteChecksum.of("plugins/x.jar", back), ours.current().checksum());
		assertEquals(List.of("plugins/operando_plugins-0.2.0.jar"), ours.previous().stream().map(SiteVersion::filename)
			.toList(), "the first version's content is the current one again");
	}

	@Test
	void theIndexIsValidByItsOwnRules() throws Exception {
		write("one", new SiteIndex(), FIRST);
		installSecondVersion();
		write("two", SiteIndex.read(folder.resolve("one/db.xml.gz")), SECOND);
		final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setValidating(true);
		final javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
		builder.setErrorHandler(new ErrorHandler() {

			@Override
			public void warning(final SAXParseException e) throws SAXParseException {
				throw e;
			}

			@Override
			public void error(final SAXParseException e) throws SAXParseException {
				throw e;
			}

			@Override
			public void fatalError(final SAXParseException e) throws SAXParseException {
				throw e;
			}
		});
		try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("two/db.xml.gz")))) {
			assertEquals("pluginRecords", builder.parse(in).getDocumentElement().getTagName());
		}
	}

	@Test
	void refusesWhatFijiHasAndReleasesThatAreNotLater() throws IOException {
		jar(install.resolve("jars/gson-2.10.1.jar"), 0, "a.txt", "a");
		final IOException e = assertThrows(IOException.class, () -> write("one", new SiteIndex(), FIRST));
		assertTrue(e.getMessage().contains("gson"), e.getMessage());
		assertFalse(Files.exists(folder.resolve("one/db.xml.gz")));
		Files.delete(install.resolve("jars/gson-2.10.1.jar"));
		final SiteIndex first = write("one", new SiteIndex(), FIRST);
		assertThrows(IOException.class, () -> write("two", first, FIRST));
		assertThrows(IOException.class, () -> write("one", first, SECOND), "a folder that holds a site");
	}

	/** Every jar our code needs at run time is either on the site or known to be in Fiji. */
	@Test
	void everyDependencyIsDecidedOn() throws IOException {
		final Set<String> lacking = Set.of("jars/jhdf.jar", "jars/compress-lzf.jar", "jars/org.jfree.svg.jar");
		final Set<String> inFiji = UpdateSiteBuild.inFiji();
		final Set<String> tests = new TreeSet<>();
		final Set<String> undecided = new TreeSet<>();
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (!entry.endsWith(".jar")) continue;
			final String name = SiteFile.unversioned("jars/" + Path.of(entry).getFileName());
			if (inFiji.contains(name) || lacking.contains(name)) continue;
			if (entry.matches(
				".*(junit|opentest4j|apiguardian|archunit|jmh|jopt-simple|surefire|groovy|jqwik|idea_rt|asm).*")) tests
					.add(name);
			else undecided.add(name);
		}
		assertFalse(tests.isEmpty(), "the class path was not found");
		assertEquals(Set.of(), undecided, "decide whether Fiji has it (fiji-jars.txt) or lacks it (pom.xml)");
		lacking.forEach(jar -> assertFalse(inFiji.contains(jar), jar));
	}

	@Test
	void dependenciesAreTheJarsWhoseClassesAreNamed() throws Exception {
		final Path user = classes("plugins/user-1.0.jar", UpdateSiteTest.class);
		assertTrue(ClassReferences.namedBy(user).contains("net/operando/build/SiteIndex"));
		final Path used = classes("../lib/used-2.1.jar", SiteIndex.class);
		final Path unused = classes("../lib/unused-2.1.jar", Class.forName("java.awt.Robot"));
		final SiteIndex index = new UpdateSite(new SiteIndex(), FIRST, Set.of(), List.of(used, unused), ABOUT).write(install,
			folder.resolve("site"));
		assertEquals(List.of("jars/used.jar"), index.files().get("plugins/user.jar").dependencies());
	}

	private Path classes(final String path, final Class<?> type) throws IOException {
		final Path file = install.resolve(path);
		Files.createDirectories(file.getParent());
		final String name = type.getName().replace('.', '/') + ".class";
		try (OutputStream out = Files.newOutputStream(file);
				ZipOutputStream zip = new ZipOutputStream(out);
				InputStream in = ClassLoader.getSystemResourceAsStream(name))
		{
			zip.putNextEntry(new ZipEntry(name));
			in.transferTo(zip);
		}
		return file;
	}

	@Test
	void aJarsChecksumIgnoresWhatABuildChangesOnItsOwn() throws IOException {
		final Path one = jar(folder.resolve("a.jar"), 0, "META-INF/MANIFEST.MF", "Build-Jdk: 17\n", "b.properties",
			"#Mon\nk=v\n", "c.txt", "c");
		final Path two = jar(folder.resolve("b.jar"), 5_000_000, "c.txt", "c", "b.properties", "#Tuesday\nk=v\n",
			"META-INF/MANIFEST.MF", "Build-Jdk: 21\n");
		final Path other = jar(folder.resolve("c.jar"), 0, "META-INF/MANIFEST.MF", "Build-Jdk: 17\n", "b.properties",
			"#Mon\nk=w\n", "c.txt", "c");
		assertEquals(SiteChecksum.of("jars/x.jar", one), SiteChecksum.of("plugins/y.jar", two));
		assertNotEquals(SiteChecksum.of("jars/x.jar", one), SiteChecksum.of("jars/x.jar", other));
	}

	@Test
	void aFileThatIsNoJarCountsWithItsPath() throws Exception {
		final Path file = Files.writeString(folder.resolve("m.ijm"), "print(1);\n");
		assertNotEquals(SiteChecksum.of("macros/m.ijm", file), SiteChecksum.of("macros/n.ijm", file));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes("macros/m.ijmprint(1);\n".getBytes(StandardCharsets.US_ASCII));
		final StringBuilder hex = new StringBuilder();
		for (final byte b : java.security.MessageDigest.getInstance("SHA-1").digest(bytes.toByteArray()))
			hex.append(String.format("%02x", b));
		assertEquals(hex.toString(), SiteChecksum.of("macros/m.ijm", file));
	}

	/** Worked out by hand from the rule, its quirk after empty lines included. */
	@Test
	void commentsOfPropertiesBecomeEmptyLines() {
		final Map<String, String> cases = Map.of("#c\nk=v\n", "\nk=v\n", "k=v\n#c\n#d", "k=v\n\n", "\n#stays\n#goes\n",
			"\n#stays\n\n", "#\n#stays\nk\n", "\n#stays\nk\n", "##x\n#y\n", "\n\n", "a#b\n", "a#b\n", "# #x\nk", "\nk");
		cases.forEach((text, expected) -> assertEquals(expected, new String(SiteChecksum.withoutComments(text.getBytes(
			StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1), text));
	}

	@Test
	void theBuildTellsWhatItDidAndRefusesToOverwriteTheEarlierSite() throws IOException {
		final Path classPath = Files.writeString(folder.resolve("cp.txt"), "");
		Files.writeString(classPath, jar(folder.resolve("lib/x-1.jar"), 0, "a.txt", "a").toString());
		final String[] arguments = { install.toString(), folder.resolve("site").toString(), classPath.toString(), null, Long
			.toString(FIRST), "d", "a", "l" };
		UpdateSiteBuild.main(arguments);
		assertEquals(3, SiteIndex.read(folder.resolve("site/db.xml.gz")).files().size());
		final String[] again = Arrays.copyOf(arguments, arguments.length);
		again[3] = folder.resolve("site").toString();
		again[4] = Long.toString(SECOND);
		assertThrows(IOException.class, () -> UpdateSiteBuild.main(again));
		Files.move(folder.resolve("site"), folder.resolve("served"));
		again[3] = folder.resolve("served").toString();
		installSecondVersion();
		UpdateSiteBuild.main(again);
		assertEquals(1, SiteIndex.read(folder.resolve("site/db.xml.gz")).files().get("plugins/operando_plugins.jar")
			.previous().size());
	}
}
