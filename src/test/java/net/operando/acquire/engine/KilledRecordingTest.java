package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acquisition in a program that is killed, or asked to end. The study kills it 50 times. */
class KilledRecordingTest {

	@TempDir
	Path folder;

	@Test
	void nothingJournaledIsLostByKills() throws Exception {
		final Random random = new Random(11);
		for (int run = 0; run < 2; run++)
			kill(Files.createDirectory(folder.resolve("run" + run)).resolve("r"), 300 + random.nextInt(6000));
	}

	static KilledRecording.Outcome kill(final Path recording, final long journalBytes) throws Exception {
		final Process child = KilledRecording.start(recording);
		try {
			KilledRecording.awaitJournal(child, recording, journalBytes);
		}
		finally {
			child.destroyForcibly();
		}
		child.waitFor();
		final long killed = System.currentTimeMillis();
		final KilledRecording.Outcome outcome = KilledRecording.examine(recording);
		assertTrue(outcome.journaled > 0);
		assertEquals(outcome.journaled, outcome.opened);
		assertEquals(outcome.journaled, outcome.recovered);
		assertEquals(0, outcome.damaged);
		assertTrue(outcome.recoveryReported);
		assertTrue(KilledRecording.lightUntil(recording) <= killed + KilledRecording.GUARD_MS,
			"nobody is left to tell the lamp to be on, so it goes dark within its guard");
		return outcome;
	}

	@Test
	void aProgramAskedToEndSwitchesTheLightOffAndCompletesTheFiles() throws Exception {
		final Path recording = folder.resolve("r");
		final Process child = KilledRecording.start(recording);
		try {
			KilledRecording.awaitJournal(child, recording, 2000);
			child.destroy();
			child.waitFor();
		}
		finally {
			child.destroyForcibly();
		}
		assertEquals(0, KilledRecording.lightUntil(recording));
		final String report = Files.readString(recording.resolve("report.json"));
		assertTrue(report.contains("\"finishReason\": \"the program was ended\""), report);
		assertTrue(report.contains("\"lightAfter\": \"off\""), report);
		assertFalse(Files.exists(recording.resolve("recording.lock")));
	}
}
