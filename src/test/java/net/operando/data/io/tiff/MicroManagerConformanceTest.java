package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.io.Opener;
import net.operando.base.Progress;
import net.operando.data.io.FileSet;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/**
 * Files written by Micro-Manager 1.4.23 and NDTiffStorage 3. Expected times are those of their metadata; checksums and
 * samples were read once with tifffile 2023.2.3.
 */
@Tag("conformance")
class MicroManagerConformanceTest {

	private static final String STACK = "1.4compatTest_3_MMStack_1-Pos_000_000.ome.tif";
	private static final MovieOpenOptions DEFAULTS = MovieOpenOptions.defaults();

	private static Path folder() {
		final Path folder = Paths.get(System.getProperty("conformance.data", "")).resolve("micromanager");
		assertTrue(Files.isDirectory(folder), "conformance.data must name the folder of the conformance files");
		return folder;
	}

	private static long sum(final Movie movie, final int frame) {
		long sum = 0;
		for (final short v : movie.frame16(frame, null))
			sum += v & 0xffff;
		return sum;
	}

	private static float[] first(final Movie movie, final int frame) {
		return java.util.Arrays.copyOf(movie.frame(frame, null), 6);
	}

	@Test
	void multipageStackReadsWithItsTimes() throws Exception {
		final TiffFormat format = new TiffFormat();
		assertTrue(format.recognises(folder().resolve(STACK)));
		try (Movie movie = format.open(folder().resolve(STACK), DEFAULTS, Progress.NONE)) {
			assertEquals(64, movie.width());
			assertEquals(64, movie.height());
			assertEquals(2, movie.frameCount());
			assertEquals(PixelType.UINT16, movie.pixelType());
			assertArrayEquals(new double[] { 0.441, 5.315 }, movie.times().toArray());
			assertFalse(movie.times().isNominal());
			// "2016-02-11 09:00:16 -0800" less the 441 ms that had elapsed
			assertEquals(Instant.parse("2016-02-11T17:00:15.559Z"), movie.times().origin().orElseThrow());
			// 1e-12: rounding of one division
			assertEquals(1, movie.calibration().micrometresPerPixel(), 1e-12);
			assertEquals(33551584, sum(movie, 0));
			assertArrayEquals(new float[] { 8191, 9445, 10650, 11761, 12734, 13533 }, first(movie, 1));
			assertTrue(movie.warnings().stream().anyMatch(w -> w.contains("channel")), movie.warnings().toString());
		}
	}

	@Test
	void datasetPicksChannelAndSlice() throws Exception {
		final long[][] sums = { { 33551584, 22750832 }, { 67104768, 45503856 } };
		final double[][] times = { { 0.441, 0.608 }, { 0.810, 1.007 } };
		for (int c = 0; c < 2; c++)
			for (int z = 0; z < 2; z++)
				try (Movie movie = new TiffFormat().open(folder().resolve(STACK), DEFAULTS.withDataset("c=" + (c + 1) + ",z=" + (z +
					1)), Progress.NONE))
				{
					assertEquals(sums[c][z], sum(movie, 0));
					assertEquals(sums[c][z], sum(movie, 1));
					assertEquals(times[c][z], movie.times().seconds(0));
				}
	}

	/** The same file without its Micro-Manager part is read as OME-TIFF to the same frames and times. */
	@Test
	void omeMetadataGiveTheSame() throws Exception {
		final FileSet files = new FileSet();
		final Path path = folder().resolve(STACK);
		final MovieParts parts = new MovieParts(path);
		final TiffFile file = new TiffFile(files, files.add(path));
		new OmeStack(files, file, parts, Progress.NONE).read(file.firstDirectory().text(TiffDirectory.DESCRIPTION), PlaneChoice
			.parse("c=2,z=1"));
		try (Movie movie = parts.movie(files, DEFAULTS)) {
			assertEquals(2, movie.frameCount());
			// 1e-12 s: rounding of the change from ms to s
			assertArrayEquals(new double[] { 0.810, 5.544 }, movie.times().toArray(), 1e-12);
			assertEquals(Instant.parse("2016-02-11T17:00:16Z"), movie.times().origin().orElseThrow());
			assertEquals(67104768, sum(movie, 1));
		}
	}

	/** ImageJ's own reader puts the planes into its order, channels before slices before frames. */
	@Test
	void samplesAreThoseImageJReads() throws Exception {
		final ImagePlus image = new Opener().openImage(folder().resolve(STACK).toString());
		assertEquals(8, image.getStackSize());
		for (int c = 0; c < 2; c++)
			for (int z = 0; z < 2; z++)
				try (Movie movie = new TiffFormat().open(folder().resolve(STACK), DEFAULTS.withDataset("c=" + (c + 1) + ",z=" + (z +
					1)), Progress.NONE))
				{
					for (int t = 0; t < 2; t++)
						assertArrayEquals((short[]) image.getStack().getPixels(1 + c + 2 * z + 4 * t), movie.frame16(t, null));
				}
	}

	@Test
	void ndTiffReadsByFolderIndexAndFile() throws Exception {
		final Path set = folder().resolve("ndtiffv3.0_test");
		final NdTiffFormat format = new NdTiffFormat();
		final Path stack;
		try (Stream<Path> all = Files.list(set)) {
			stack = all.filter(p -> p.toString().endsWith(".tif")).findFirst().orElseThrow();
		}
		for (final Path path : new Path[] { set, set.resolve("NDTiff.index"), stack }) {
			assertTrue(format.recognises(path), path.toString());
			assertFalse(new TiffFormat().recognises(path), path.toString());
			try (Movie movie = format.open(path, DEFAULTS, Progress.NONE)) {
				assertEquals(32, movie.width());
				assertEquals(5, movie.frameCount());
				assertArrayEquals(new double[] { 0, 0.029, 3.836, 3.862, 3.896 }, movie.times().toArray());
				assertEquals(1, movie.calibration().micrometresPerPixel(), 1e-12);
				assertArrayEquals(new float[] { 3276, 4260, 5093, 5651, 5846, 5651 }, first(movie, 0));
				assertArrayEquals(new float[] { 706, 902, 1459, 2293, 3276, 4260 }, first(movie, 3));
				assertEquals(3354816, sum(movie, 4));
				assertFalse(movie.times().origin().isPresent(), "its Time has no zone");
			}
		}
		try (Movie movie = format.open(set, DEFAULTS.withDataset("channel=1"), Progress.NONE)) {
			assertArrayEquals(new double[] { 0.012, 3.780, 3.850, 3.881, 3.909 }, movie.times().toArray());
			assertArrayEquals(new float[] { 5093, 5651, 5846, 5651, 5093, 4260 }, first(movie, 0));
		}
	}
}
