package net.operando.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against what Fiji's Updater itself computed and wrote. */
@Tag("conformance")
class UpdaterConformanceTest {

	@TempDir
	Path folder;

	private static Path data() {
		final String data = System.getProperty("conformance.data");
		assertTrue(data != null && !data.isEmpty(), "give -Dconformance.data=FOLDER");
		return Path.of(data, "update-site");
	}

	/** The jars come from Maven Central by their usual coordinates; the profile conformance copies them into target. */
	@Test
	void reproducesTheUpdatersChecksums() throws IOException {
		final Path jars = Path.of(System.getProperty("project.basedir", "."), "target", "jars-of-known-checksum");
		final Path macro = Files.writeString(folder.resolve("demo_.ijm"), "print(\"hello\");\n");
		final List<String> lines = Files.readAllLines(data().resolve("checksums.csv"));
		assertTrue(lines.size() > 1, "no checksums");
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",");
			final Path file = cells[0].endsWith(".jar") ? jars.resolve(Path.of(cells[0]).getFileName()) : macro;
			assertEquals(Long.parseLong(cells[2]), Files.size(file), cells[0]);
			assertEquals(cells[1], SiteChecksum.of(cells[0], file), cells[0]);
		}
	}

	@Test
	void readsAnIndexTheUpdaterWroteAndKeepsIt() throws IOException {
		final SiteIndex index = SiteIndex.read(data().resolve("db-written-by-updater.xml"));
		final SiteFile file = index.files().get("plugins/TrackMate.jar");
		assertEquals(new SiteFile("plugins/TrackMate-7.14.0.jar", new SiteVersion("plugins/TrackMate-7.14.0.jar",
			"5231e27e537d0e11563456b45561f4a268f02beb", 20261122103235L, 0), 1690092, "TrackMate plugin for Fiji.", List.of(
				"jars/gson.jar"), List.of("Jean-Yves Tinevez", "Curtis Rueden"), List.of(), List.of()), file);
		index.write(folder.resolve("db.xml.gz"));
		assertEquals(index.files(), SiteIndex.read(folder.resolve("db.xml.gz")).files());
	}
}
