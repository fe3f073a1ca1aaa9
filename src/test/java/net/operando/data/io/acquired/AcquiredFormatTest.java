package net.operando.data.io.acquired;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.recording.DiskGate;
import net.operando.acquire.recording.Recording;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.recording.Recovery;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

import ij.ImagePlus;
import ij.io.Opener;

/** AcquiredFormat, FrameJournal, Recording, Recovery and OmeTiffAppender: folders whole, cut off at any byte, and damaged. */
class AcquiredFormatTest {

	private static final int WIDTH = 9;
	private static final int HEIGHT = 6;
	private static final int FRAMES = 20;
	private static final Instant START = Instant.parse("2026-03-17T10:15:30.250Z");

	@TempDir
	Path folder;
	private Path recorded;

	@BeforeEach
	void record() throws Exception {
		recorded = record("r", false, true);
	}

	private static float value(final int frame, final int i) {
		return 1000 * frame + i + 0.25f;
	}

	private Path record(final String name, final boolean big, final boolean finish) throws Exception {
		final Path to = folder.resolve(name);
		final StreamInfo movie = StreamInfo.of("movie", WIDTH, HEIGHT, PixelType.FLOAT32, 0.0694);
		final StreamInfo full = StreamInfo.of("full", WIDTH, HEIGHT, PixelType.UINT16, 0.0347);
		final RecordingInfo info = RecordingInfo.of("test", "plan", 1_000_000_000L, START, 7, big, List.of(movie, full));
		try (Recording recording = Recording.start(to, info, "{}", DiskGate.OPEN)) {
			for (int f = 0; f < FRAMES; f++) {
				final float[] means = new float[WIDTH * HEIGHT];
				final short[] counts = new short[WIDTH * HEIGHT];
				for (int i = 0; i < means.length; i++) {
					means[i] = value(f, i);
					counts[i] = (short) (60_000 + f);
				}
				recording.append(movie, entry(f), means);
				if (f % 2 == 0) recording.append(full, entry(f), counts);
			}
			if (finish) recording.finish(9_000_000_000L, START.plusSeconds(8), "plan completed");
		}
		return to;
	}

	private static FrameEntry entry(final int frame) {
		final FrameEntry e = new FrameEntry();
		e.segment = 1;
		e.phase = "record";
		e.firstSlot = 5L * frame;
		e.exposures = 5;
		e.latenessMicros = new long[] { 1, 2, 3, 4, frame };
		// not even: every third frame is late
		e.actualNanos = 1_000_000_000L + 500_000_000L * frame + (frame % 3 == 0 ? 77_000_001L : 0);
		e.requestedNanos = 1_000_000_000L + 500_000_000L * frame;
		e.utc = START.plusNanos(e.actualNanos - 1_000_000_000L);
		return e;
	}

	private static void check(final Movie movie, final int frames) {
		assertEquals(frames, movie.frameCount());
		assertEquals(PixelType.FLOAT32, movie.pixelType());
		assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-9);
		assertEquals(START, movie.times().origin().get());
		for (int f = 0; f < frames; f++) {
			assertEquals(0.5 * f + (f % 3 == 0 ? 0.077000001 : 0), movie.times().seconds(f), 1e-9);
			final float[] samples = movie.frame(f, null);
			for (int i = 0; i < samples.length; i++)
				assertEquals(value(f, i), samples[i]);
		}
	}

	@Test
	void ourReaderOpensFolderAndPart() {
		try (Movie movie = open(recorded, "")) {
			check(movie, FRAMES);
			assertEquals(List.of(), movie.warnings());
			final float[] part = movie.region(3, Region.of(2, 1, 4, 3), null);
			for (int i = 0; i < part.length; i++)
				assertEquals(value(3, (1 + i / 4) * WIDTH + 2 + i % 4), part[i]);
		}
		try (Movie part = open(recorded.resolve("movie_0001.ome.tif"), "")) {
			check(part, FRAMES);
			assertEquals(List.of(), part.warnings());
		}
		try (Movie full = open(recorded, "full")) {
			assertEquals(FRAMES / 2, full.frameCount());
			assertEquals((short) (60_000 + 4), full.frame16(2, null)[7]);
			assertEquals(60_004, full.frame(2, null)[7]);
		}
	}

	private static Movie open(final Path path, final String dataset) {
		return MovieFiles.open(path, MovieOpenOptions.defaults().withDataset(dataset), Progress.NONE);
	}

	/** ImageJ's own decoder is a reader that shares nothing with ours. */
	@Test
	void imageJOpensParts() throws Exception {
		final ImagePlus image = new Opener().openImage(recorded.resolve("movie_0001.ome.tif").toString());
		assertEquals(FRAMES, image.getStackSize());
		assertEquals(32, image.getBitDepth());
		assertEquals(value(12, 11), image.getStack().getProcessor(13).getf(11 % WIDTH, 11 / WIDTH));
		final ImagePlus unfinished = new Opener().openImage(record("u", false, false).resolve("movie_0001.ome.tif").toString());
		assertEquals(FRAMES, unfinished.getStackSize());
		assertEquals(value(19, 50), unfinished.getStack().getProcessor(20).getf(50 % WIDTH, 50 / WIDTH));
	}

	@Test
	void bigTiffIsReadToo() throws Exception {
		final Path big = record("big", true, true);
		try (Movie folder = open(big, ""); Movie part = open(big.resolve("movie_0001.ome.tif"), "")) {
			check(folder, FRAMES);
			check(part, FRAMES);
		}
	}

	/**
	 * Whatever moment the program died at: the files are as long as they were then, which is any length at which the bytes of
	 * journaled frames are there.
	 */
	@Test
	void cutOffAnywhereEveryJournaledFrameIsThere() throws Exception {
		final Random random = new Random(4);
		final Path whole = record("whole", false, false);
		final byte[] journal = Files.readAllBytes(whole.resolve("journal.csv"));
		for (int run = 0; run < 60; run++) {
			final Path cut = Files.createDirectory(folder.resolve("cut" + run));
			for (final String name : new String[] { "recording.json", "events.csv", "samples.csv", "plan.json",
				"movie_0001.ome.tif" })
				Files.copy(whole.resolve(name), cut.resolve(name));
			final int length = random.nextInt(journal.length + 1);
			Files.write(cut.resolve("journal.csv"), java.util.Arrays.copyOf(journal, length));
			final String text = new String(journal, 0, length, java.nio.charset.StandardCharsets.UTF_8);
			final int lines = (int) text.lines().skip(1).filter(l -> l.endsWith(",.")).count();
			final long frameBytes = 4L * WIDTH * HEIGHT;
			final long least = lines == 0 ? 96 : 96 + lines * (frameBytes + 186) - 186;
			try (RandomAccessFile file = new RandomAccessFile(cut.resolve("movie_0001.ome.tif").toFile(), "rw")) {
				file.setLength(Math.min(file.length(), least + random.nextInt((int) frameBytes + 186)));
			}
			if (lines == 0) {
				assertThrows(FormatException.class, () -> open(cut, ""));
				assertEquals(0, Recovery.recover(cut).frames("movie"));
				continue;
			}
			try (Movie movie = open(cut, "")) {
				check(movie, lines);
				assertEquals(1, movie.warnings().size());
			}
			final RecordingReport report = Recovery.recover(cut);
			assertTrue(report.isRecovered());
			assertEquals(lines, report.frames("movie"));
			assertEquals(5L * lines, report.receivedExposures());
			try (Movie movie = open(cut, ""); Movie part = open(cut.resolve("movie_0001.ome.tif"), "")) {
				check(movie, lines);
				check(part, lines);
				assertEquals(List.of(), movie.warnings());
				assertEquals(List.of(), part.warnings());
			}
		}
	}

	@Test
	void recoveringAWholeFolderChangesNothingThatMatters() throws Exception {
		final byte[] before = Files.readAllBytes(recorded.resolve("movie_0001.ome.tif"));
		final RecordingReport report = Recovery.recover(recorded);
		assertEquals("plan completed", report.finishReason());
		org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(recorded.resolve(
			"movie_0001.ome.tif")));
	}

	@Test
	void aRunningRecordingIsReadButNotRecovered() throws Exception {
		final Path to = folder.resolve("running");
		final StreamInfo movie = StreamInfo.of("movie", WIDTH, HEIGHT, PixelType.FLOAT32, 0.0694);
		final RecordingInfo info = RecordingInfo.of("test", "plan", 1_000_000_000L, START, 7, false, List.of(movie));
		try (Recording recording = Recording.start(to, info, "{}", DiskGate.OPEN)) {
			for (int f = 0; f < 3; f++) {
				final float[] means = new float[WIDTH * HEIGHT];
				for (int i = 0; i < means.length; i++)
					means[i] = value(f, i);
				recording.append(movie, entry(f), means);
				try (Movie growing = open(to, "")) {
					check(growing, f + 1);
				}
			}
			assertTrue(assertThrows(InvalidInputException.class, () -> Recovery.recover(to)).getMessage().contains(
				"still runs"));
		}
		assertEquals(3, Recovery.recover(to).frames("movie"));
	}

	/** A torn or altered line is none; the times of lines round trip exactly. */
	@Test
	void linesRoundTripOrAreNone() {
		final FrameEntry e = entry(3);
		e.index = 4;
		e.part = 1;
		e.voltageVolts = 1.75;
		e.lock = "LOCKED";
		final String line = e.line();
		final FrameEntry back = FrameEntry.parse(line.substring(0, line.length() - 1));
		assertEquals(e.actualNanos, back.actualNanos);
		assertEquals(e.utc, back.utc);
		assertEquals(1.75, back.voltageVolts);
		assertEquals(line, back.line());
		for (int cut = 0; cut < line.length() - 1; cut++)
			assertNull(FrameEntry.parse(line.substring(0, cut)), "cut at " + cut);
	}

	@Test
	void aPartThatIsMissingIsSaid() throws Exception {
		try (RandomAccessFile file = new RandomAccessFile(recorded.resolve("movie_0001.ome.tif").toFile(), "rw")) {
			file.setLength(2000);
		}
		try (Movie movie = open(recorded, "")) {
			check(movie, 5);
			assertTrue(movie.warnings().get(0).contains("15 frames"), movie.warnings().get(0));
		}
		assertTrue(assertThrows(FormatException.class, () -> open(recorded, "none")).getMessage().contains("movie, full"));
	}
}
