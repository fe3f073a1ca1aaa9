package net.operando.data.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.stream.IntStream;

import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files written by h5py ({@code src/test/python/make_hdf5_fixtures.py FOLDER}, then {@code -Dhdf5.fixtures=FOLDER}): every
 * layout, packing and chunk index, each sample against the formula of that program.
 */
@Tag("conformance")
class Hdf5ConformanceTest {

	private static final int FRAMES = 12;
	private static final int W = 30;
	private static final int H = 20;

	static Path fixture(final String name) {
		final String folder = System.getProperty("hdf5.fixtures", "");
		assertFalse(folder.isEmpty(), "hdf5.fixtures must name the folder that make_hdf5_fixtures.py filled");
		final Path file = Paths.get(folder, name);
		assertTrue(Files.isRegularFile(file), "missing fixture " + file);
		return file;
	}

	private static Movie open(final String name) {
		return MovieFiles.open(fixture(name), MovieOpenOptions.defaults(), Progress.NONE);
	}

	static int sample(final int frame, final int index) {
		return (int) ((frame * 7919L + index * 131L + (long) frame * index % 251) % 65536);
	}

	private static int noise(final int frame, final int index) {
		long h = ((long) frame * W * H + index + 1) * 0x9E3779B97F4A7C15L;
		h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
		return (int) (h >>> 48);
	}

	@ParameterizedTest
	@ValueSource(strings = { "contiguous", "contiguous_big_endian", "user_block", "chunked", "deflate", "deflate_shuffle",
		"deflate_shuffle_fletcher", "fletcher", "lzf", "lzf_shuffle", "big_endian_deflate", "automatic_chunks",
		"timing_in_blocks", "latest_contiguous", "latest_single", "latest_fixed", "latest_fixed_plain", "latest_extensible",
		"latest_extensible_deflate", "latest_btree", "latest_implicit", "many_objects", "latest_many_objects" })
	void readsEverySampleAndTime(final String name) {
		try (Movie movie = open(name + ".h5")) {
			assertEquals(FRAMES, movie.frameCount());
			assertEquals(W, movie.width());
			assertEquals(H, movie.height());
			assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
			assertFalse(movie.times().isNominal());
			assertEquals(Instant.ofEpochSecond(1_620_000_000L), movie.times().origin().get());
			for (int f = 0; f < FRAMES; f++) {
				// nanoseconds below 2^53 are exact; times 1e-9 rounds once
				assertEquals(f * 0.5 + f % 3 * 1e-3, movie.times().seconds(f), 1e-14);
				final float[] values = movie.frame(f, null);
				final short[] counts = movie.frame16(f, null);
				for (int i = 0; i < W * H; i++) {
					assertEquals(sample(f, i), values[i], name + " frame " + f + " index " + i);
					assertEquals(sample(f, i), counts[i] & 0xffff);
				}
				final Region region = Region.of(3, 5, 19, 9);
				final float[] part = movie.region(f, region, null);
				for (int r = 0; r < 9; r++)
					for (int c = 0; c < 19; c++)
						assertEquals(sample(f, (5 + r) * W + 3 + c), part[r * 19 + c]);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "noise_deflate", "noise_lzf" })
	void readsChunksThatPackingDidNotShorten(final String name) {
		try (Movie movie = open(name + ".h5")) {
			for (int f = 0; f < FRAMES; f++) {
				final float[] values = movie.frame(f, null);
				for (int i = 0; i < W * H; i++)
					assertEquals(noise(f, i), values[i], name + " frame " + f + " index " + i);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "many_chunks", "latest_fixed_many", "latest_extensible_many", "latest_extensible_many_plain" })
	void readsThousandsOfChunks(final String name) {
		try (Movie movie = open(name + ".h5")) {
			assertEquals(3000, movie.frameCount());
			assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
			for (int f = 0; f < 3000; f++) {
				final float[] values = movie.frame(f, null);
				for (int i = 0; i < 20; i++)
					assertEquals(sample(f, i), values[i], name + " frame " + f + " index " + i);
			}
		}
	}

	@Test
	void readsOtherSampleTypes() {
		try (Movie bytes = open("uint8.h5"); Movie floats = open("float32.h5"); Movie doubles = open("float64.h5")) {
			assertEquals(PixelType.UINT8, bytes.pixelType());
			assertEquals(PixelType.FLOAT32, floats.pixelType());
			assertEquals(PixelType.FLOAT32, doubles.pixelType());
			for (int f = 0; f < FRAMES; f++) {
				final float[] b = bytes.frame(f, null);
				final float[] s = floats.frame(f, null);
				final float[] d = doubles.frame(f, null);
				for (int i = 0; i < W * H; i++) {
					assertEquals(sample(f, i) & 0xff, b[i]);
					assertEquals(sample(f, i) / 4f, s[i]);
					assertEquals(sample(f, i) / 4f, d[i]);
				}
			}
		}
	}

	@Test
	void readsARecordingProgramsFile() {
		try (Movie movie = open("recording.h5")) {
			assertEquals(FRAMES, movie.frameCount());
			assertEquals(Instant.parse("2021-05-03T00:00:00.250Z"), movie.times().origin().get());
			assertEquals(0, movie.times().seconds(0));
			assertEquals(0.501, movie.times().seconds(1), 1e-12); // float64 nanoseconds are exact below 2^53
			assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-15); // a double times 1e-6 and back
		}
		final Hdf5Potentiostat readings = Hdf5Potentiostat.read(fixture("recording.h5")).get();
		assertEquals(40, readings.size());
		assertEquals(3 - 0.07, readings.voltage_V()[7], 1e-15); // one rounding of a double near 3
		assertEquals(-1e-3, readings.current_A()[39]);
		assertEquals(19.5, readings.charge()[39]);
		assertEquals(390, readings.time_s()[39]);
		assertFalse(Hdf5Potentiostat.read(fixture("contiguous.h5")).isPresent());
	}

	@Test
	void findsTheOnlyMovieUnderAnotherName() {
		try (Movie movie = open("other_names.h5")) {
			assertEquals(sample(3, 11), movie.frame(3, null)[11]);
			assertTrue(movie.times().isNominal());
			assertEquals(0.25, movie.times().seconds(1));
			assertTrue(movie.warnings().get(0).contains("nominal"));
		}
		final MovieOpenOptions named = MovieOpenOptions.defaults().withDataset("/data/run 1/images");
		try (Movie movie = MovieFiles.open(fixture("other_names.h5"), named, Progress.NONE)) {
			assertEquals(FRAMES, movie.frameCount());
		}
		final FormatException e = assertThrows(FormatException.class, () -> MovieFiles.open(fixture("other_names.h5"),
			MovieOpenOptions.defaults().withDataset("table"), Progress.NONE));
		assertTrue(e.getMessage().contains("frames x height x width"), e.getMessage());
	}

	@Test
	void saysWhatWasNeverWritten() {
		try (Movie movie = open("unwritten.h5")) {
			assertEquals(FRAMES, movie.frameCount());
			assertTrue(movie.warnings().get(0).startsWith("4 of the 12 chunks"), movie.warnings().toString());
			assertEquals(sample(7, 5), movie.frame(7, null)[5]);
			assertEquals(7, movie.frame(8, null)[5]);
		}
		try (Movie movie = open("unwritten_times.h5")) {
			assertEquals(9, movie.frameCount());
			assertTrue(movie.warnings().get(0).contains("9 of 12"), movie.warnings().toString());
		}
	}

	@Test
	void packedChunksAreReadFromSeveralThreads() {
		try (Movie movie = open("deflate_shuffle.h5")) {
			final float[][] expected = new float[FRAMES][];
			for (int f = 0; f < FRAMES; f++)
				expected[f] = movie.frame(f, null).clone();
			IntStream.range(0, 400).parallel().forEach(k -> assertArrayEquals(expected[k % FRAMES], movie.frame(k % FRAMES,
				null)));
		}
	}
}
