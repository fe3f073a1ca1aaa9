package net.operando.data.io.tdms;

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
import java.util.Random;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TdmsWriterTest {

	private static final int W = 17;
	private static final int H = 9;
	private static final Instant START = Instant.parse("2021-05-04T09:30:00.123456789Z");

	@TempDir
	Path folder;

	private static short[] frame(final Random random) {
		final short[] frame = new short[W * H];
		for (int i = 0; i < frame.length; i++)
			frame[i] = (short) random.nextInt(1 << 16);
		return frame;
	}

	@Test
	void writesWhatTheReaderReadsAfterEveryFrame() throws IOException {
		final Path file = folder.resolve("written.tdms");
		final Random random = new Random(1);
		final short[][] frames = new short[5][];
		try (TdmsWriter writer = TdmsWriter.create(file, W, H, 2, Calibration.ofMicrometres(0.0694), START)) {
			for (int f = 0; f < frames.length; f++) {
				frames[f] = frame(random);
				writer.append(frames[f], 0.1 + f * f);
				try (Movie movie = new TdmsFormat().open(file, MovieOpenOptions.defaults(), Progress.NONE)) {
					assertEquals(f + 1, movie.frameCount());
					assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
					for (int g = 0; g <= f; g++) {
						assertArrayEquals(frames[g], movie.frame16(g, null));
						assertEquals(0.1 + g * g, movie.times().seconds(g));
					}
					assertFalse(movie.times().isNominal());
					assertEquals(START, movie.times().origin().get());
					assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-15); // a double times 1e-6 and back
				}
			}
		}
	}

	/** The first bytes against the published structure, without the reader. */
	@Test
	void laysOutTheFirstSegmentAsPublished() throws IOException {
		final Path file = folder.resolve("bytes.tdms");
		try (TdmsWriter writer = TdmsWriter.create(file, W, H, Double.NaN, Calibration.unknown(), null)) {
			writer.append(frame(new Random(2)), 0);
			writer.append(frame(new Random(3)), 1);
		}
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(0x6d534454, bytes.getInt(0)); // TDSm
		assertEquals(0x0e, bytes.getInt(4)); // metadata, new object list, raw data
		assertEquals(4713, bytes.getInt(8));
		final long next = bytes.getLong(12);
		final long raw = bytes.getLong(20);
		assertEquals(W * H * 2 + 8, next - raw);
		assertEquals(4, bytes.getInt(28)); // file, group and two channels
		assertEquals(1, bytes.getInt(32));
		assertEquals('/', bytes.get(36));
		final int second = 28 + (int) next;
		assertEquals(0x6d534454, bytes.getInt(second));
		assertEquals(0x08, bytes.getInt(second + 4)); // raw data alone
		assertEquals(0, bytes.getLong(second + 20));
		assertEquals(second + 28 + W * H * 2 + 8, bytes.capacity());
	}

	@Test
	void refusesTimesThatDoNotIncreaseAndFramesOfAnotherSize() throws IOException {
		final Path file = folder.resolve("refused.tdms");
		try (TdmsWriter writer = TdmsWriter.create(file, W, H, 1, Calibration.unknown(), null)) {
			writer.append(frame(new Random(4)), 5);
			assertThrows(InvalidInputException.class, () -> writer.append(frame(new Random(4)), 5));
			assertThrows(InvalidInputException.class, () -> writer.append(frame(new Random(4)), Double.NaN));
			assertThrows(IllegalArgumentException.class, () -> writer.append(new short[3], 6));
		}
		try (Movie movie = new TdmsFormat().open(file, MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(1, movie.frameCount());
			assertFalse(movie.times().origin().isPresent());
		}
		assertThrows(InvalidInputException.class, () -> TdmsWriter.create(file, 0, 3, 1, Calibration.unknown(), null));
	}

	@Test
	void aMovieWithoutFramesIsSaidToBeSo() throws IOException {
		final Path file = folder.resolve("none.tdms");
		TdmsWriter.create(file, W, H, 1, Calibration.unknown(), null).close();
		final FormatException e = assertThrows(FormatException.class, () -> new TdmsFormat().open(file, MovieOpenOptions
			.defaults(), Progress.NONE));
		assertTrue(e.getMessage().contains("no channel with data"), e.getMessage());
	}
}
