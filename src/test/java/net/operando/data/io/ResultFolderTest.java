package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
		try (ResultFolder results = ResultFolder.open(out.toString())) {
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

	@Test
	void refusesWhatCannotBeAFolder(@TempDir final Path folder) throws Exception {
		final Path file = Files.writeString(folder.resolve("file"), "x");
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> ResultFolder.open(file.resolve(
			"inside")));
		assertTrue(e.getMessage().contains("choose another folder"), e.getMessage());
		assertThrows(InvalidInputException.class, () -> ResultFolder.open("nul\0byte"));
		try (ResultFolder results = ResultFolder.open(folder)) {
			assertThrows(IllegalArgumentException.class, () -> results.path("../outside.csv"));
		}
	}
}
