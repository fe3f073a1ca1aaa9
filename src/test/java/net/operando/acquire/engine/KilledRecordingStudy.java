package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.study.StudyPage;

/** A recording killed at 50 random moments. */
@Tag("study")
class KilledRecordingStudy {

	private static final int KILLS = 50;

	@TempDir
	Path folder;

	@Test
	void nothingJournaledIsLost() throws Exception {
		final Random random = new Random(2026);
		int journaled = 0;
		int fewest = Integer.MAX_VALUE;
		int most = 0;
		int lost = 0;
		int damaged = 0;
		for (int run = 0; run < KILLS; run++) {
			final KilledRecording.Outcome outcome = KilledRecordingTest.kill(Files.createDirectory(folder.resolve("run" + run))
				.resolve("r"), 300 + random.nextInt(12_000));
			journaled += outcome.journaled;
			fewest = Math.min(fewest, outcome.journaled);
			most = Math.max(most, outcome.journaled);
			lost += outcome.journaled - outcome.opened + outcome.journaled - outcome.recovered;
			damaged += outcome.damaged;
		}
		final StudyPage page = new StudyPage("killed-recordings", "Recordings that were killed", "KilledRecordingStudy");
		page.line("A program that records 200 exposures per second (means of 5, 320 x 240, 32 bit) is killed (SIGKILL) when its " +
			"journal has reached a random length; the folder is opened as it is, recovered, and opened again. Every frame's bytes " +
			"are compared with the checksum in its journal line; the part is opened alone, too.");
		page.line("");
		page.line("| kills | frames journaled | fewest, most per run | lost | damaged |");
		page.line("|---|---|---|---|---|");
		page.line("| " + KILLS + " | " + journaled + " | " + fewest + ", " + most + " | " + lost + " | " + damaged + " |");
		page.finish();
		assertEquals(0, lost);
		assertEquals(0, damaged);
	}
}
