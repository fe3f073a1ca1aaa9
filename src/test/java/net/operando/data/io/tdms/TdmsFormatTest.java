package net.operando.data.io.tdms;

import static net.operando.data.io.tdms.TdmsBytes.BIG_ENDIAN;
import static net.operando.data.io.tdms.TdmsBytes.DAQMX;
import static net.operando.data.io.tdms.TdmsBytes.INTERLEAVED;
import static net.operando.data.io.tdms.TdmsBytes.METADATA;
import static net.operando.data.io.tdms.TdmsBytes.NEW_LIST;
import static net.operando.data.io.tdms.TdmsBytes.RAW;
import static net.operando.data.io.tdms.TdmsBytes.concat;
import static net.operando.data.io.tdms.TdmsBytes.doubles;
import static net.operando.data.io.tdms.TdmsBytes.sample;
import static net.operando.data.io.tdms.TdmsBytes.samples;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files built byte by byte from the published structure, without our writer. */
class TdmsFormatTest {

	private static final int W = 6;
	private static final int H = 5;
	private static final int N = W * H;
	private static final int UINT16 = 6;
	private static final int FLOAT32 = 9;
	private static final int FLOAT64 = 10;
	private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
	private static final ByteOrder BE = ByteOrder.BIG_ENDIAN;

	@TempDir
	Path folder;

	private Path file(final byte[] bytes) throws IOException {
		return Files.write(folder.resolve("movie.tdms"), bytes);
	}

	private Movie open(final TdmsBytes bytes, final MovieOpenOptions options) throws IOException {
		final Path file = file(bytes.bytes());
		assertTrue(new TdmsFormat().recognises(file));
		return new TdmsFormat().open(file, options, Progress.NONE);
	}

	private Movie open(final TdmsBytes bytes) throws IOException {
		return open(bytes, MovieOpenOptions.defaults());
	}

	private static TdmsBytes.Metadata camera(final ByteOrder order, final int objects, final long values) {
		return new TdmsBytes.Metadata(order, objects).objectWithoutData("/", 0).objectWithoutData("/'img'", 0).object(
			"/'img'/'cam1'", UINT16, values, 3).property("Image size", W).property("Image size 2", H).property(
				"Effective frame rate", 2.0);
	}

	private static void assertFrames(final Movie movie, final int frames) {
		assertEquals(frames, movie.frameCount());
		for (int f = 0; f < frames; f++) {
			final short[] counts = movie.frame16(f, null);
			final float[] values = movie.frame(f, null);
			for (int i = 0; i < N; i++) {
				assertEquals(sample(f, i), counts[i] & 0xffff, "frame " + f + " sample " + i);
				assertEquals(sample(f, i), values[i], "frame " + f + " sample " + i);
			}
			final float[] region = movie.region(f, Region.of(1, 2, 3, 2), null);
			for (int r = 0; r < 2; r++)
				for (int c = 0; c < 3; c++)
					assertEquals(sample(f, (2 + r) * W + 1 + c), region[r * 3 + c]);
			final float[] rows = movie.region(f, Region.of(0, 1, W, 2), null);
			assertEquals(sample(f, W), rows[0]);
			assertEquals(sample(f, 3 * W - 1), rows[2 * W - 1]);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void readsOneSegmentInBothByteOrders(final boolean big) throws IOException {
		final ByteOrder order = big ? BE : LE;
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW | (big ? BIG_ENDIAN : 0), camera(order, 3,
			3 * N), samples(0, 3 * N, N, order));
		try (Movie movie = open(bytes)) {
			assertFrames(movie, 3);
			assertEquals(W, movie.width());
			assertEquals(H, movie.height());
			assertEquals(PixelType.UINT16, movie.pixelType());
			assertTrue(movie.times().isNominal());
			assertArrayEquals(new double[] { 0, .5, 1 }, movie.times().toArray());
			assertFalse(movie.calibration().isKnown());
			assertEquals(List.of(), movie.warnings());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 45, 64 })
	void readsFramesAcrossChunkAndSegmentBorders(final int perChunk) throws IOException {
		// 10 frames = 300 samples; segments of 1, 2, 3 … chunks whose borders lie anywhere in a frame
		final TdmsBytes bytes = new TdmsBytes();
		long at = 0;
		for (int segment = 1; at + (long) perChunk * segment <= 300; segment++) {
			final long end = at + (long) perChunk * segment;
			bytes.segment(segment == 1 ? METADATA | NEW_LIST | RAW : RAW, segment == 1 ? camera(LE, 3, perChunk) : null,
				samples(at, end, N, LE));
			at = end;
		}
		try (Movie movie = open(bytes)) {
			assertFrames(movie, (int) (at / N));
			assertEquals(at % N != 0, movie.warnings().stream().anyMatch(w -> w.contains("no whole frame")));
		}
	}

	@Test
	void reusesLayoutsAsTheFormatSays() throws IOException {
		final TdmsBytes bytes = new TdmsBytes();
		bytes.segment(METADATA | NEW_LIST | RAW, camera(LE, 3, N), samples(0, N, N, LE));
		// no metadata: everything as before, two chunks
		bytes.segment(RAW, null, samples(N, 3 * N, N, LE));
		// metadata without a new list: a channel joins, the movie's layout is kept
		bytes.segment(METADATA | RAW, new TdmsBytes.Metadata(LE, 1).object("/'log'/'t'", FLOAT64, 2, 0), concat(samples(3 *
			N, 4 * N, N, LE), doubles(LE, 1, 2)));
		// a new list with "same as before"
		bytes.segment(METADATA | NEW_LIST | RAW, new TdmsBytes.Metadata(LE, 2).objectAsBefore("/'log'/'t'", 0)
			.objectAsBefore("/'img'/'cam1'", 0), concat(doubles(LE, 3, 4), samples(4 * N, 5 * N, N, LE)));
		// the movie has no data here, then again
		bytes.segment(METADATA | RAW, new TdmsBytes.Metadata(LE, 1).objectWithoutData("/'img'/'cam1'", 0), doubles(LE, 5,
			6));
		bytes.segment(METADATA | RAW, new TdmsBytes.Metadata(LE, 1).objectAsBefore("/'img'/'cam1'", 1).property("note",
			"last"), concat(doubles(LE, 7, 8), samples(5 * N, 6 * N, N, LE)));
		// a new layout for a channel already in the list, and a segment of properties alone
		bytes.segment(METADATA | RAW, new TdmsBytes.Metadata(LE, 2).objectWithoutData("/'log'/'t'", 0).object(
			"/'img'/'cam1'", UINT16, 2 * N, 0), samples(6 * N, 8 * N, N, LE));
		bytes.segment(METADATA, new TdmsBytes.Metadata(LE, 1).objectWithoutData("/'img'", 1).property(
			"pixel_size_um", 0.0694), new byte[0]);
		try (Movie movie = open(bytes)) {
			assertFrames(movie, 8);
			assertEquals(List.of(), movie.warnings());
			assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-15); // a double times 1e-6 and back
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void readsInterleavedChannels(final boolean big) throws IOException {
		final ByteOrder order = big ? BE : LE;
		final TdmsBytes.Metadata metadata = camera(order, 4, N).object("/'log'/'v'", FLOAT32, N, 0);
		final TdmsBytes bytes = new TdmsBytes();
		for (int part = 0; part < 2; part++) {
			final ByteBuffer raw = ByteBuffer.allocate(2 * N * 6).order(order);
			for (int i = 2 * N * part; i < 2 * N * (part + 1); i++)
				raw.putShort((short) sample(i / N, i % N)).putFloat(i);
			bytes.segment((part == 0 ? METADATA | NEW_LIST : 0) | RAW | INTERLEAVED | (big ? BIG_ENDIAN : 0), part == 0
				? metadata : null, raw.array());
		}
		try (Movie movie = open(bytes)) {
			assertFrames(movie, 4);
		}
	}

	@Test
	void readsTheDriftCorrectedDialectAndFloatSamples() throws IOException {
		final ByteBuffer raw = ByteBuffer.allocate(2 * N * 4).order(LE);
		for (int i = 0; i < 2 * N; i++)
			raw.putFloat(0.25f + i);
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, new TdmsBytes.Metadata(LE, 2)
			.objectWithoutData("/'group'", 3).property("Width", W).property("Heigth", H).property("FPS", "2.5").object(
				"/'group'/'0'", FLOAT32, 2 * N, 0), raw.array());
		try (Movie movie = open(bytes)) {
			assertEquals(PixelType.FLOAT32, movie.pixelType());
			assertEquals(2, movie.frameCount());
			assertEquals(0.4, movie.times().seconds(1), 1e-15); // rounding of 1 / 2.5
			assertEquals(N + 7.25f, movie.frame(1, null)[7]);
			assertThrows(UnsupportedOperationException.class, () -> movie.frame16(0, null));
		}
	}

	@Test
	void findsEveryKindOfPropertyAtEveryLevel() throws IOException {
		final TdmsBytes.Metadata metadata = new TdmsBytes.Metadata(LE, 3) //
			.objectWithoutData("/", 9).timestamp("wf_start_time", 2_082_844_800L + 1_620_000_000L, 1L << 62) //
			.property("Image size", 1, new byte[] { W }) // int8
			.property("Image size 2", 2, new byte[] { H, 0 }) // int16
			.property("big", 8, new byte[8]).property("flag", 0x21, new byte[] { 1 }).property("single", 9, new byte[4]) //
			.property("extended", 11, new byte[16]).property("complex", 0x08000c, new byte[8]).property("operator", "Zoë") //
			.objectWithoutData("/'img'", 1).property("Effective frame rate", 4.0) //
			.object("/'img'/'cam1'", UINT16, N, 0);
		try (Movie movie = open(new TdmsBytes().segment(METADATA | NEW_LIST | RAW, metadata, samples(0, N, N, LE)))) {
			assertFrames(movie, 1);
			// 2^62 of 2^64 is a quarter of a second
			assertEquals(Instant.ofEpochSecond(1_620_000_000L, 250_000_000), movie.times().origin().get());
		}
	}

	@Test
	void readsBigEndianTimestamps() throws IOException {
		final TdmsBytes.Metadata metadata = new TdmsBytes.Metadata(BE, 1).object("/'img'/'cam1'", UINT16, N, 4).property(
			"Image size", W).property("Image size 2", H).property("FPS", 1.0).timestamp("Recording Start",
				2_082_844_800L + 1_620_000_000L, 1L << 63);
		try (Movie movie = open(new TdmsBytes().segment(METADATA | NEW_LIST | RAW | BIG_ENDIAN, metadata, samples(0, N, N,
			BE))))
		{
			assertEquals(Instant.ofEpochSecond(1_620_000_000L, 500_000_000), movie.times().origin().get());
		}
	}

	@Test
	void prefersTheTimesOfItsOwnChannel() throws IOException {
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, camera(LE, 4, 3 * N).object(
			"/'img'/'time'", FLOAT64, 3, 0), concat(samples(0, 3 * N, N, LE), doubles(LE, 0.1, 0.6, 9)));
		try (Movie movie = open(bytes)) {
			assertFrames(movie, 3);
			assertFalse(movie.times().isNominal());
			assertArrayEquals(new double[] { 0.1, 0.6, 9 }, movie.times().toArray());
		}
	}

	@Test
	void choosesTheChannelAskedFor() throws IOException {
		final ByteBuffer other = ByteBuffer.allocate(N * 2).order(LE);
		IntStream.range(0, N).forEach(i -> other.putShort((short) (i + 1)));
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, camera(LE, 4, N).object(
			"/'a''b'/'cam 2'", UINT16, N, 3).property("Width", H).property("Height", W).property("FPS", 1.0), concat(
				samples(0, N, N, LE), other.array()));
		try (Movie movie = open(bytes, MovieOpenOptions.defaults().withDataset("a'b/cam 2"))) {
			assertEquals(H, movie.width());
			assertEquals(N, movie.frame(0, null)[N - 1]);
		}
		final FormatException e = assertThrows(FormatException.class, () -> open(bytes, MovieOpenOptions.defaults()
			.withDataset("img/cam9")));
		assertTrue(e.getMessage().contains("img/cam1, a'b/cam 2"), e.getMessage());
	}

	@Test
	void refusesWhatHasNoTimeAndNamesTheKeys() throws IOException {
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, new TdmsBytes.Metadata(LE, 1).object(
			"/'img'/'cam1'", UINT16, 2 * N, 2).property("Image size", W).property("Image size 2", H), samples(0, 2 * N, N,
				LE));
		final String message = assertThrows(FormatException.class, () -> open(bytes)).getMessage();
		assertTrue(message.contains("frameintervalseconds") && message.contains("times"), message);
		try (Movie movie = open(bytes, MovieOpenOptions.defaults().withFrameIntervalSeconds(0.25))) {
			assertArrayEquals(new double[] { 0, 0.25 }, movie.times().toArray());
			assertTrue(movie.times().isNominal());
		}
	}

	@Test
	void refusesDaqmxClearly() throws IOException {
		final TdmsBytes flagged = new TdmsBytes().segment(METADATA | NEW_LIST | RAW | DAQMX, camera(LE, 3, N), samples(0, N,
			N, LE));
		assertTrue(assertThrows(FormatException.class, () -> open(flagged)).getMessage().contains("DAQmx"));
		final TdmsBytes scaler = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, new TdmsBytes.Metadata(LE, 1).text(
			"/'img'/'cam1'").int32(0x1269, TdmsBytes.Role.STRUCTURE).int32(0, TdmsBytes.Role.STRUCTURE), new byte[100]);
		assertTrue(assertThrows(FormatException.class, () -> open(scaler)).getMessage().contains("DAQmx"));
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 1_000_000 })
	void readsAnUnfinishedLastSegmentUpToItsLastWholeFrame(final long next) throws IOException {
		// 2 whole frames, then an unfinished segment with 2 frames and 11 samples
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, camera(LE, 3, N), samples(0, 2 * N, N,
			LE)).segment(RAW, null, samples(2 * N, 4 * N + 11, N, LE), next);
		try (Movie movie = open(bytes)) {
			assertFrames(movie, 4);
			assertTrue(movie.warnings().stream().anyMatch(w -> w.contains("not finished")), movie.warnings().toString());
		}
	}

	@Test
	void leavesOutAFrameWhoseTimeWasNotWritten() throws IOException {
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, camera(LE, 4, N).object("/'img'/'time'",
			FLOAT64, 1, 0), concat(samples(0, N, N, LE), doubles(LE, 0.5))).segment(RAW, null, samples(N, 2 * N, N, LE), -1);
		try (Movie movie = open(bytes)) {
			assertFrames(movie, 1);
			assertEquals(2, movie.warnings().size(), movie.warnings().toString());
		}
	}

	@Test
	void stopsBeforeADamagedSegment() throws IOException {
		final TdmsBytes bytes = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, camera(LE, 3, N), samples(0, 2 * N, N,
			LE)).segment(RAW, null, samples(2 * N, 3 * N, N, LE));
		final byte[] damaged = bytes.bytes();
		damaged[damaged.length - 2 * N - 28] = 'X';
		try (Movie movie = new TdmsFormat().open(file(damaged), MovieOpenOptions.defaults(), Progress.NONE)) {
			assertFrames(movie, 2);
			assertTrue(movie.warnings().get(0).contains("damaged"), movie.warnings().toString());
		}
	}

	@Test
	void framesAreReadFromSeveralThreads() throws IOException {
		final int frames = 200;
		final TdmsBytes bytes = new TdmsBytes();
		for (int f = 0; f < frames; f++)
			bytes.segment(f == 0 ? METADATA | NEW_LIST | RAW : RAW, f == 0 ? camera(LE, 3, N) : null, samples(f * N, (f + 1) *
				N, N, LE));
		try (Movie movie = open(bytes)) {
			final long wrong = IntStream.range(0, 4 * frames).parallel().filter(k -> {
				final int f = k % frames;
				final float[] values = movie.frame(f, null);
				return IntStream.range(0, N).anyMatch(i -> values[i] != sample(f, i));
			}).count();
			assertEquals(0, wrong);
		}
	}

	@Test
	void saysWhatIsWrongWithAFileThatIsNoMovie() throws IOException {
		assertFalse(new TdmsFormat().recognises(file(new byte[] { 'T', 'D' })));
		final TdmsBytes noSize = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, new TdmsBytes.Metadata(LE, 1).object(
			"/'img'/'cam1'", UINT16, N, 0), samples(0, N, N, LE));
		assertTrue(assertThrows(FormatException.class, () -> open(noSize)).getMessage().contains("Image size"));
		final TdmsBytes tooShort = new TdmsBytes().segment(METADATA | NEW_LIST | RAW, camera(LE, 3, N - 1), samples(0, N - 1,
			N, LE));
		assertTrue(assertThrows(FormatException.class, () -> open(tooShort)).getMessage().contains("first frame"));
	}
}
