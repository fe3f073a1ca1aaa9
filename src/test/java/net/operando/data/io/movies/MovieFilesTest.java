package net.operando.data.io.movies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.tdms.TdmsBytes;
import net.operando.data.movie.Movie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovieFilesTest {

	private static final int N = 12;
	private static final int FRAMES = 5;
	private static final Instant START = Instant.ofEpochSecond(1_620_000_000L);

	@TempDir
	Path folder;
	private Path plain;

	/** Five frames of 4 x 3 at 2 Hz, without times, its ending misleading on purpose. */
	@BeforeEach
	void writePlainTdms() throws IOException {
		final TdmsBytes bytes = new TdmsBytes().segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW,
			new TdmsBytes.Metadata(ByteOrder.LITTLE_ENDIAN, 1).object("/'img'/'cam1'", 6, N, 4).property("Image size", 4)
				.property("Image size 2", 3).property("Effective frame rate", 2.0).timestamp("wf_start_time", START
					.getEpochSecond() + 2_082_844_800L, 0), TdmsBytes.samples(0, FRAMES * N, N, ByteOrder.LITTLE_ENDIAN));
		plain = Files.write(folder.resolve("film.h5"), bytes.bytes());
	}

	private Movie open(final MovieOpenOptions options) {
		return MovieFiles.open(plain, options, Progress.NONE);
	}

	private static boolean isSaidNominal(final Movie movie) {
		return movie.warnings().stream().filter(w -> w.contains("nominal")).count() == 1;
	}

	@Test
	void choosesByContentAndSaysThatTimesAreNominal() {
		try (Movie movie = open(MovieOpenOptions.defaults())) {
			assertEquals("film", movie.name());
			assertEquals(FRAMES, movie.frameCount());
			assertArrayEquals(new double[] { 0, .5, 1, 1.5, 2 }, movie.times().toArray());
			assertEquals(START, movie.times().origin().get());
			assertTrue(isSaidNominal(movie), movie.warnings().toString());
		}
		assertTrue(MovieFiles.recognises(plain));
		assertFalse(MovieFiles.recognises(folder.resolve("none")));
	}

	@Test
	void aGivenIntervalReplacesTheRateAndStaysNominal() {
		try (Movie movie = open(MovieOpenOptions.defaults().withFrameIntervalSeconds(3))) {
			assertEquals(12, movie.times().seconds(4));
			assertEquals(START, movie.times().origin().get());
			assertTrue(isSaidNominal(movie));
		}
	}

	@Test
	void aFileOfTimesReplacesTheRateAndIsNotNominal() throws IOException {
		final Path times = Files.writeString(folder.resolve("times.csv"), "frame,time_s\n1,0\n2,1\n3,10\n4,11\n5,12.5\n");
		try (Movie movie = open(MovieOpenOptions.defaults().withTimes(times).withFrameRange("2-4"))) {
			assertArrayEquals(new double[] { 1, 10, 11 }, movie.times().toArray());
			assertFalse(movie.times().isNominal());
			assertEquals(START, movie.times().origin().get());
			assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
		}
		final Path tooFew = Files.writeString(folder.resolve("few.csv"), "frame,time_s\n1,0\n2,1\n");
		assertThrows(FormatException.class, () -> open(MovieOpenOptions.defaults().withTimes(tooFew)));
		try (Movie movie = open(MovieOpenOptions.defaults().withTimes(tooFew).withFrameRange("1-2"))) {
			assertEquals(2, movie.frameCount());
		}
		final Path utc = Files.writeString(folder.resolve("utc.csv"), "frame,time_s,utc\n1,5,2020-01-01T00:00:05Z\n");
		try (Movie movie = open(MovieOpenOptions.defaults().withTimes(utc).withFrameRange("1"))) {
			assertEquals(Instant.parse("2020-01-01T00:00:00Z"), movie.times().origin().get());
		}
	}

	@Test
	void framesCalibrationAndStartAreReplaced() {
		final Instant start = Instant.parse("2022-02-02T02:02:02Z");
		try (Movie movie = open(MovieOpenOptions.defaults().withFrameRange("2 - 4").withPixelSizeMicrometres(0.0694)
			.withStartTime(start)))
		{
			assertEquals(3, movie.frameCount());
			assertEquals(0.5, movie.times().seconds(0));
			assertEquals(start, movie.times().origin().get());
			assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-15); // a double times 1e-6 and back
			assertEquals(TdmsBytes.sample(1, 7), movie.frame(0, null)[7]);
			assertEquals(TdmsBytes.sample(3, 7), movie.frame16(2, null)[7] & 0xffff);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0-3", "3-2", "1-6", "a-b", "1-", "-5", "1-2-3", "99999999999", "1.5" })
	void refusesRangesThatAreNotThere(final String range) {
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> open(MovieOpenOptions.defaults()
			.withFrameRange(range)));
		assertTrue(e.getMessage().contains("frame"), e.getMessage());
	}

	@Test
	void saysWhatIsWrongWithAFile() throws IOException {
		final Path empty = Files.write(folder.resolve("empty.tdms"), new byte[0]);
		final Path text = Files.writeString(folder.resolve("notes.txt"), "no movie");
		final Path cut = Files.write(folder.resolve("cut.tdms"), new byte[] { 'T', 'D', 'S', 'm', 14 });
		for (final Path file : new Path[] { folder.resolve("missing.tdms"), folder, empty, text, cut }) {
			final OperandoException e = assertThrows(OperandoException.class, () -> MovieFiles.open(file, MovieOpenOptions
				.defaults(), Progress.NONE));
			assertTrue(e.getMessage().contains(file.getFileName().toString()), e.getMessage());
		}
		final String unknown = assertThrows(FormatException.class, () -> MovieFiles.open(text, MovieOpenOptions.defaults(),
			Progress.NONE)).getMessage();
		for (final String format : MovieFiles.formats())
			assertTrue(unknown.contains(format), unknown);
	}

	@Test
	void stopsWhenCancelled() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				// nothing to show
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> MovieFiles.open(plain, MovieOpenOptions.defaults(), cancelled));
	}
}
