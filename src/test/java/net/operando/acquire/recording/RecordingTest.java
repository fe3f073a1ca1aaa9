package net.operando.acquire.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.acquired.AcquiredStream;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/** {@link Recording}, its {@link StreamWriter} and {@link Recovery}: what is on the disk at any moment. */
class RecordingTest {

	private static final StreamInfo MOVIE = StreamInfo.of("movie", 5, 4, PixelType.UINT16, 0.07);
	private static final RecordingInfo INFO = RecordingInfo.of("none", "plan", 0, Instant.parse("2026-03-17T10:00:00Z"), 8, false, List.of(
		MOVIE));

	@TempDir
	Path temporary;
	private Path folder;

	@BeforeEach
	void choose() {
		folder = temporary.resolve("r");
	}

	private static short[] frame(final int number) {
		final short[] frame = new short[20];
		for (int i = 0; i < frame.length; i++)
			frame[i] = (short) (1000 * number + i);
		return frame;
	}

	private static void append(final Recording to, final int from, final int until) throws IOException {
		for (int i = from; i < until; i++) {
			final FrameEntry entry = new FrameEntry();
			entry.actualNanos = i * 500_000_000L;
			entry.exposures = 1;
			to.append(MOVIE, entry, frame(i));
		}
	}

	private void assertHoldsFirst(final int n) throws IOException {
		try (Movie movie = MovieFiles.open(folder, MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(n, movie.frameCount());
			for (int i = 0; i < n; i++) {
				assertArrayEquals(frame(i + 1), movie.frame16(i, null));
				assertEquals(0.5 * (i + 1), movie.times().seconds(i), 1e-12);
			}
		}
	}

	@Test
	void whatIsAppendedIsThereAtOnceAndAfterTheEnd() throws IOException {
		try (Recording recording = Recording.start(folder, INFO, "{}", DiskGate.OPEN)) {
			append(recording, 1, 4);
			assertHoldsFirst(3);
			append(recording, 4, 6);
			final RecordingReport report = recording.finish(3_000_000_000L, Instant.parse("2026-03-17T10:00:03Z"), "plan completed");
			assertEquals(5, report.frames(StreamInfo.MOVIE));
			assertEquals("plan completed", report.finishReason());
		}
		assertHoldsFirst(5);
		assertFalse(Files.exists(folder.resolve(Recording.LOCK)));
		assertEquals(6, Files.readAllLines(folder.resolve(Recording.FRAMES)).size());
		assertThrows(InvalidInputException.class, () -> Recording.start(folder, INFO, "{}", DiskGate.OPEN));
	}

	@Test
	void aRecordingThatStillRunsIsNotRecovered() throws IOException {
		try (Recording recording = Recording.start(folder, INFO, "{}", DiskGate.OPEN)) {
			append(recording, 1, 3);
			assertTrue(assertThrows(InvalidInputException.class, () -> Recovery.recover(folder)).getMessage().contains("still runs"));
			append(recording, 3, 4);
		}
		assertEquals(3, Recovery.recover(folder).frames(StreamInfo.MOVIE));
	}

	/** The program died within the fourth line of the journal: three frames are whole, and other programs can open them too. */
	@Test
	void aLineThatWasCutOffIsTheOnlyFrameLost() throws IOException {
		final Recording recording = Recording.start(folder, INFO, "{}", DiskGate.OPEN);
		append(recording, 1, 5);
		recording.close();
		final Path journal = MOVIE.journal(folder);
		final byte[] bytes = Files.readAllBytes(journal);
		Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 20));
		assertHoldsFirst(3);
		final RecordingReport report = Recovery.recover(folder);
		assertEquals(3, report.frames(StreamInfo.MOVIE));
		assertEquals("cut off", report.finishReason());
		assertHoldsFirst(3);
		assertEquals(4, Files.readAllLines(journal).size(), "the rest of the line is gone");
		try (Movie part = MovieFiles.open(MOVIE.part(folder, 1), MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(3, part.frameCount());
		}
		assertEquals(3, Recovery.recover(folder).frames(StreamInfo.MOVIE), "may be done again");
	}

	/** Frames whose bytes somebody cut off are counted as lost, and what is left of the journal is not rewritten without them. */
	@Test
	void framesWithoutTheirBytesAreLost() throws IOException {
		try (Recording recording = Recording.start(folder, INFO, "{}", DiskGate.OPEN)) {
			append(recording, 1, 5);
			recording.finish(3_000_000_000L, Instant.parse("2026-03-17T10:00:03Z"), "plan completed");
		}
		final Path part = MOVIE.part(folder, 1);
		final AcquiredStream whole = AcquiredStream.read(folder, INFO, MOVIE);
		assertEquals(0, whole.lost());
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
			// the samples of the last frame, 40 bytes, and what comes after them
			channel.truncate(net.operando.data.io.tiff.OmeTiffAppender.dataOffset(40, false, 3) + 39);
		}
		final AcquiredStream cut = AcquiredStream.read(folder, INFO, MOVIE);
		assertEquals(1, cut.lost());
		assertEquals(3, cut.frames().size());
		assertHoldsFirst(3);
		assertEquals(1, Recovery.recover(folder).lostFrames());
		Files.delete(part);
		assertEquals(4, Recovery.recover(folder).lostFrames());
		assertTrue(assertThrows(FormatException.class, () -> assertHoldsFirst(0)).getMessage().contains("has lost all 4 frames"));
	}

	/** Without its journal a movie has no times: nothing may look as if it had no frames. */
	@Test
	void aLostJournalIsSaid() throws IOException {
		final Recording recording = Recording.start(folder, INFO, "{}", DiskGate.OPEN);
		append(recording, 1, 3);
		recording.close();
		Files.delete(MOVIE.journal(folder));
		assertTrue(assertThrows(FormatException.class, () -> Recovery.recover(folder)).getMessage().contains("is missing, and with it"));
		assertFalse(Files.exists(folder.resolve(Recording.REPORT)));
	}

	@Test
	void aFullDiskLosesTheFrameThatDidNotFitAlone() throws IOException {
		final DiskGate full = new DiskGate() {

			private int writes;

			@Override
			public long usableBytes(final Path of) {
				return 0;
			}

			@Override
			public void beforeWrite(final long bytes) throws IOException {
				if (++writes > 3) throw new IOException("No space left on device");
			}
		};
		try (Recording recording = Recording.start(folder, INFO, "{}", full)) {
			assertThrows(IOException.class, () -> append(recording, 1, 9));
			recording.finish(5_000_000_000L, Instant.parse("2026-03-17T10:00:05Z"), "the disk is full");
		}
		assertHoldsFirst(3);
	}

	@Test
	void framesMustComeInTheirOrder() throws IOException {
		try (Recording recording = Recording.start(folder, INFO, "{}", DiskGate.OPEN)) {
			append(recording, 2, 3);
			assertThrows(IllegalStateException.class, () -> append(recording, 1, 2));
		}
	}

	@Test
	void aFolderThatIsNoneSaysSo() {
		assertTrue(assertThrows(InvalidInputException.class, () -> Recovery.recover(folder)).getMessage().contains("recording.json"));
	}
}
