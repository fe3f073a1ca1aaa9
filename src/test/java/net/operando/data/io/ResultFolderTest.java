package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;

class ResultFolderTest {

	@Test
	void movesEverythingIntoPlaceTogether(@TempDir final Path folder) throws Exception {
		final Path out = folder.resolve("results");
		try (ResultFolder results = ResultFolder.open(out)) {
			results.writeText("report.html", "<html>");
			results.write("rod1/fronts.csv", TidyTable.withColumns("a").row(1));
			assertFalse(Files.exists(out.resolve("report.html")), "nothing may look finished before commit");
			assertTrue(results.usableBytes() > 0);
			final List<Path> written = results.commit();
			assertEquals(List.of(out.resolve("report.html"), out.resolve("rod1/fronts.csv")), written);
		}
		assertEquals("a\n1\n", Files.readString(out.resolve("rod1/fronts.csv")));
		try (Stream<Path> left = Files.list(out)) {
			assertEquals(2, left.count(), "the staging folder is gone");
		}
	}

	@Test
	void leavesNothingWithoutCommit(@TempDir final Path folder) throws Exception {
		final Path out = folder.resolve("results");
		try (ResultFolder results = ResultFolder.open(out.toString(), "a command")) {
			results.writeText("half.csv", "a,b\n1");
		}
		assertFalse(Files.exists(out), "a folder made for the results goes with them");
	}

	@Test
	void keepsWhatWasThereBeforeAFailure(@TempDir final Path folder) throws Exception {
		Files.writeString(folder.resolve("fronts.csv"), "earlier");
		try (ResultFolder results = ResultFolder.open(folder)) {
			results.writeText("fronts.csv", "half");
		}
		assertEquals("earlier", Files.readString(folder.resolve("fronts.csv")));
	}

	private static void run(final Path folder, final String writer, final String... names) {
		try (ResultFolder results = ResultFolder.open(folder, writer)) {
			for (final String name : names)
				results.writeText(name, writer);
			results.commit();
		}
	}

	private static Set<String> files(final Path folder) throws Exception {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString().replace('\\', '/')).filter(n -> !n
				.equals(ResultManifest.FILE_NAME)).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	@Test
	void aSecondRunLeavesItsOwnResultsAndWhatIsNotOurs(@TempDir final Path folder) throws Exception {
		final Path out = folder.resolve("here/../results");
		Files.createDirectories(folder.resolve("here"));
		run(out, "Analyse", "report.html", "P1/step2/fronts.csv", "P2/step2/fronts.csv", "P2/step2/edited.csv", "shared.json");
		run(out, "Kymograph", "kymograph.tif", "shared.json");
		Files.writeString(out.resolve("P2/notes.txt"), "mine");
		Files.writeString(out.resolve("P2/step2/edited.csv"), "changed by hand");
		run(out, "Analyse", "report.html", "P1/step1/fronts.csv");
		assertEquals(Set.of("report.html", "P1/step1/fronts.csv", "P2/notes.txt", "P2/step2/edited.csv", "kymograph.tif",
			"shared.json"), files(out.normalize()));
		assertFalse(Files.exists(out.resolve("P1/step2")), "no empty folder is left");
		run(out, "Kymograph", "other.tif");
		assertEquals(Set.of("report.html", "P1/step1/fronts.csv", "P2/notes.txt", "P2/step2/edited.csv", "other.tif"), files(out
			.normalize()));
	}

	@Test
	void aManifestThatIsDamagedOrNamesOtherFoldersRemovesNothing(@TempDir final Path folder) throws Exception {
		final Path out = folder.resolve("results");
		final Path foreign = Files.writeString(folder.resolve("foreign.txt"), "mine");
		run(out, "Analyse", "a.csv");
		final Path manifest = out.resolve(ResultManifest.FILE_NAME);
		final String listed = Files.readString(manifest);
		Files.writeString(manifest, listed.replace("a.csv", "../foreign.txt").replaceAll("\"bytes\": \\d+", "\"bytes\": 4")
			.replaceAll("\"modifiedMilliseconds\": \\d+", "\"modifiedMilliseconds\": " + Files.getLastModifiedTime(foreign)
				.toMillis()));
		run(out, "Analyse", "b.csv");
		assertTrue(Files.exists(foreign));
		Files.writeString(manifest, "{ no manifest");
		run(out, "Analyse", "c.csv");
		assertEquals(Set.of("a.csv", "b.csv", "c.csv"), files(out));
	}

	@Test
	void tablesRepeatThatTimesAreNominal(@TempDir final Path folder) throws Exception {
		try (ResultFolder results = ResultFolder.open(folder, "a command")) {
			results.write("measured.csv", TidyTable.withColumns("time_s").row(1));
			results.markNominalTimes(true);
			results.write("nominal.csv", TidyTable.withColumns("time_s").row(1).row(2.5));
			results.commit();
		}
		assertEquals("time_s\n1\n", Files.readString(folder.resolve("measured.csv")));
		assertEquals("time_s,frame_times\n1,nominal\n2.5,nominal\n", Files.readString(folder.resolve("nominal.csv")));
	}

	@Test
	void refusesWhatCannotBeAFolder(@TempDir final Path folder) throws Exception {
		final Path file = Files.writeString(folder.resolve("file"), "x");
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> ResultFolder.open(file.resolve(
			"inside")));
		assertTrue(e.getMessage().contains("choose another folder"), e.getMessage());
		assertThrows(InvalidInputException.class, () -> ResultFolder.open("nul\0byte", "a command"));
		try (ResultFolder results = ResultFolder.open(folder)) {
			assertThrows(IllegalArgumentException.class, () -> results.path("../outside.csv"));
		}
	}
}
