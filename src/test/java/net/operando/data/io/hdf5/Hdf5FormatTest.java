package net.operando.data.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.tdms.TdmsBytes;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HDF5 files built byte by byte, and by jhdf's writer; those of h5py are read in {@link Hdf5ConformanceTest}. */
class Hdf5FormatTest {

	private static final int W = 14;
	private static final int H = 11;
	private static final int FRAMES = 7;

	@TempDir
	Path folder;

	private Path file(final byte[] bytes) throws IOException {
		return Files.write(folder.resolve("movie.h5"), bytes);
	}

	private static Movie open(final Path file, final MovieOpenOptions options) throws IOException {
		return new Hdf5Format().open(file, options, Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "0, false", "1, false", "3, false", "1, true", "3, true" })
	void readsContiguousAndChunkedMovies(final int chunkFrames, final boolean packed) throws IOException {
		final Path file = file(Hdf5Bytes.movie(FRAMES, H, W, chunkFrames, packed).bytes());
		assertTrue(new Hdf5Format().recognises(file));
		try (Movie movie = open(file, MovieOpenOptions.defaults())) {
			assertEquals(FRAMES, movie.frameCount());
			assertEquals(PixelType.UINT16, movie.pixelType());
			assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
			assertEquals(Instant.ofEpochSecond(1_620_000_000L), movie.times().origin().get());
			for (int f = 0; f < FRAMES; f++) {
				assertEquals(0.5 * f, movie.times().seconds(f));
				final short[] counts = movie.frame16(f, null);
				for (int i = 0; i < W * H; i++)
					assertEquals(TdmsBytes.sample(f, i), counts[i] & 0xffff, "frame " + f + " sample " + i);
				assertEquals(TdmsBytes.sample(f, 4 * W + 3), movie.region(f, Region.of(3, 4, 5, 2), null)[0]);
			}
		}
	}

	@Test
	void readsWhatIsWholeOfAFileCutShort() throws IOException {
		final byte[] bytes = Hdf5Bytes.movie(FRAMES, H, W, 0, false).bytes();
		try (Movie movie = open(file(Arrays.copyOf(bytes, bytes.length - 2 * W * H * 2 - 1)), MovieOpenOptions.defaults())) {
			assertEquals(FRAMES - 3, movie.frameCount());
			assertTrue(movie.warnings().get(0).contains("cut short"), movie.warnings().toString());
			assertEquals(TdmsBytes.sample(3, 9), movie.frame(3, null)[9]);
		}
	}

	@Test
	void readsJhdfsOwnFilesAndNamesMissingTimes() throws IOException {
		final Path file = folder.resolve("jhdf.h5");
		final float[][][] data = new float[3][4][5];
		data[2][3][4] = 42.5f;
		try (WritableHdfFile out = HdfFile.write(file)) {
			out.putDataset("movie", data);
		}
		final String message = assertThrows(FormatException.class, () -> open(file, MovieOpenOptions.defaults()))
			.getMessage();
		assertTrue(message.contains("frameintervalseconds") && message.contains("times"), message);
		try (Movie movie = open(file, MovieOpenOptions.defaults().withFrameIntervalSeconds(2))) {
			assertEquals(42.5f, movie.frame(2, null)[19]);
			assertTrue(movie.times().isNominal());
			assertArrayEquals(new double[] { 0, 2, 4 }, movie.times().toArray());
		}
	}

	@Test
	void refusesTimesThatGoBackOrAreInAnotherUnit() throws IOException {
		for (final long[] times : new long[][] { { 5_000_000, 7_000_000, 6_000_000 }, { 1, 2, 3 } }) {
			final Path file = folder.resolve("times.h5");
			Files.deleteIfExists(file);
			try (WritableHdfFile out = HdfFile.write(file)) {
				out.putDataset("movie", new float[3][4][5]);
				out.putDataset("camera_timing", times);
			}
			final FormatException e = assertThrows(FormatException.class, () -> open(file, MovieOpenOptions.defaults()));
			assertTrue(e.getMessage().contains("key times"), e.getMessage());
			try (Movie movie = open(file, MovieOpenOptions.defaults().withTimes(folder.resolve("given.csv")))) {
				assertEquals(3, movie.frameCount());
			}
		}
	}

	@Test
	void readsThePotentiostatInRowsOrColumns() throws IOException {
		final double[][] rows = { { 3, 2.9 }, { 0, -1e-3 }, { 0, 0.01 }, { 0, 10 } };
		final double[][] columns = { { 3, 0, 0, 0 }, { 2.9, -1e-3, 0.01, 10 }, { 2.8, -1e-3, 0.02, 20 } };
		for (final double[][] values : new double[][][] { rows, columns }) {
			final Path file = folder.resolve("echem" + values.length + ".h5");
			try (WritableHdfFile out = HdfFile.write(file)) {
				out.putDataset("potentiostat_value", values);
			}
			final Hdf5Potentiostat readings = Hdf5Potentiostat.read(file).get();
			assertEquals(values == rows ? 2 : 3, readings.size());
			assertEquals(2.9, readings.voltage_V()[1]);
			assertEquals(-1e-3, readings.current_A()[1]);
			assertEquals(0.01, readings.charge()[1]);
			assertEquals(10, readings.time_s()[1]);
		}
	}

	@Test
	void isNotFooledByOtherFiles() throws IOException {
		assertFalse(new Hdf5Format().recognises(file(new byte[600])));
		assertFalse(new Hdf5Format().recognises(folder));
		final Path table = folder.resolve("table.h5");
		try (WritableHdfFile out = HdfFile.write(table)) {
			out.putDataset("table", new double[3][3]);
		}
		final FormatException e = assertThrows(FormatException.class, () -> open(table, MovieOpenOptions.defaults()));
		assertTrue(e.getMessage().contains("/table"), e.getMessage());
	}
}
