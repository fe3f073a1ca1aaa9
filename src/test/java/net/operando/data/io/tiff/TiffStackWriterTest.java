package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

class TiffStackWriterTest {

	private static final int WIDTH = 31;
	private static final int HEIGHT = 22;
	/** A pause in the middle, and times that no decimal of few digits gives. */
	private static final double[] TIMES = { 0.1, 1 / 3.0 + 1, 2.5, 30.000000001, 31 };
	private static final TiffStackInfo INFO = TiffStackInfo.defaults().withCalibration(Calibration.ofMicrometres(0.0694))
		.withOrigin(Instant.parse("2024-03-01T10:20:30.123456789Z")).withProvenance("{\n \"version\": \"0.1.0\"\n}");

	@TempDir
	Path folder;

	private Path write(final PixelType type, final int most, final TiffStackInfo info) throws IOException {
		final Path path = folder.resolve(type + ".tif");
		try (TiffStackWriter writer = TiffStackWriter.create(path, WIDTH, HEIGHT, type, most, info)) {
			for (int f = 0; f < TIMES.length; f++) {
				if (type == PixelType.FLOAT32) writer.write(floats(f), TIMES[f]);
				else if (type == PixelType.UINT16) writer.write(shorts(f), TIMES[f]);
				else writer.write(bytes(f), TIMES[f]);
			}
			assertFalse(Files.exists(path), "nothing stands under the name before the end");
			writer.finish();
		}
		assertOnly(path);
		return path;
	}

	private void assertOnly(final Path... expected) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			assertEquals(expected.length, all.count());
		}
		for (final Path path : expected)
			assertTrue(Files.exists(path));
	}

	private static float[] floats(final int f) {
		final Random random = new Random(f);
		final float[] values = new float[WIDTH * HEIGHT];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextGaussian();
		values[7] = Float.NaN;
		values[8] = -1e30f;
		return values;
	}

	private static short[] shorts(final int f) {
		final Random random = new Random(f);
		final short[] values = new short[WIDTH * HEIGHT];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) random.nextInt(65536);
		return values;
	}

	private static byte[] bytes(final int f) {
		final byte[] values = new byte[WIDTH * HEIGHT];
		new Random(f).nextBytes(values);
		return values;
	}

	private static void assertSamples(final Movie movie, final int frame) {
		final float[] read = movie.frame(frame, null);
		for (int i = 0; i < read.length; i++)
			assertEquals(movie.pixelType() == PixelType.FLOAT32 ? floats(frame)[i] : movie.pixelType() == PixelType.UINT16
				? shorts(frame)[i] & 0xffff : bytes(frame)[i] & 0xff, read[i]);
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void comesBackExactly(final PixelType type) throws IOException {
		// with 3 million frames announced there is no room for their directories below 4 GB: the other layout is written
		for (final int most : new int[] { TIMES.length, 3_000_000 }) {
			final Path path = write(type, most, INFO);
			try (Movie movie = new TiffFormat().open(path, MovieOpenOptions.defaults(), Progress.NONE)) {
				assertEquals(type, movie.pixelType());
				assertArrayEquals(TIMES, movie.times().toArray());
				assertFalse(movie.times().isNominal());
				assertEquals(Instant.parse("2024-03-01T10:20:30.123456789Z"), movie.times().origin().orElseThrow());
				// 1e-15: one rounding
				assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-15);
				assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
				for (int f = 0; f < TIMES.length; f++)
					assertSamples(movie, f);
			}
			assertEquals("{\n \"version\": \"0.1.0\"\n}", TiffStackInfo.provenanceOf(path).orElseThrow());
			Files.delete(path);
		}
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void imageJOpensItCalibrated(final PixelType type) throws IOException {
		for (final int most : new int[] { TIMES.length, 3_000_000 }) {
			final Path path = write(type, most, INFO.withDisplayRange(10, 200));
			final ImagePlus image = new Opener().openImage(path.toString());
			assertEquals(TIMES.length, image.getStackSize());
			assertEquals(TIMES.length, image.getNFrames());
			// 1e-9: ImageJ inverts pixels per unit
			assertEquals(0.0694, image.getCalibration().pixelWidth, 1e-9);
			assertTrue(image.getCalibration().getUnit().matches("um|\u00b5m|micron"), image.getCalibration().getUnit());
			// the median interval, read back from its decimal text
			assertEquals((TIMES[1] - TIMES[0] + TIMES[2] - TIMES[1]) / 2, image.getCalibration().frameInterval, 0.1);
			assertEquals(10, image.getDisplayRangeMin());
			assertEquals(200, image.getDisplayRangeMax());
			assertEquals("t=2.5 s", image.getStack().getSliceLabel(3));
			assertTrue(String.valueOf(image.getProperty("Info")).contains("\"version\": \"0.1.0\""));
			final Object pixels = image.getStack().getPixels(4);
			if (type == PixelType.FLOAT32) assertArrayEquals(floats(3), (float[]) pixels);
			else if (type == PixelType.UINT16) assertArrayEquals(shorts(3), (short[]) pixels);
			else assertArrayEquals(bytes(3), (byte[]) pixels);
			Files.delete(path);
		}
	}

	/** ImageJ crops in time and saves: labels carry the times of the frames that are left. */
	@Test
	void timesSurviveSavingInImageJ() throws IOException {
		final ImagePlus image = new Opener().openImage(write(PixelType.UINT16, 5, INFO).toString());
		image.getStack().deleteSlice(1);
		final ImagePlus cropped = new ImagePlus("cropped", image.getStack());
		cropped.setDimensions(1, 1, 4);
		cropped.setCalibration(image.getCalibration());
		cropped.setProperty("Info", image.getProperty("Info"));
		final Path path = folder.resolve("cropped.tif");
		new FileSaver(cropped).saveAsTiffStack(path.toString());
		try (Movie movie = new TiffFormat().open(path, MovieOpenOptions.defaults(), Progress.NONE)) {
			assertArrayEquals(Arrays.copyOfRange(TIMES, 1, 5), movie.times().toArray());
			assertEquals(Instant.parse("2024-03-01T10:20:30.123456789Z"), movie.times().origin().orElseThrow());
			assertSamples(movie, 0, 1);
		}
		assertTrue(TiffStackInfo.provenanceOf(path).orElseThrow().contains("0.1.0"));
	}

	private static void assertSamples(final Movie movie, final int frame, final int planted) {
		assertArrayEquals(shorts(planted), movie.frame16(frame, null));
	}

	@Test
	void writesAWholeMovieWithNominalTimes() throws IOException {
		final short[][] frames = { shorts(0), shorts(1), shorts(2) };
		final Movie movie = MemoryMovie.ofCounts("m", WIDTH, HEIGHT, frames, TimeAxis.nominal(3, 0.5), Calibration.unknown());
		final Path path = folder.resolve("m.tif");
		TiffStackWriter.write(movie, path, TiffStackInfo.defaults(), Progress.NONE);
		try (Movie read = new TiffFormat().open(path, MovieOpenOptions.defaults(), Progress.NONE)) {
			assertTrue(read.times().isNominal());
			assertArrayEquals(new double[] { 0, 0.5, 1 }, read.times().toArray());
			assertFalse(read.calibration().isKnown());
			assertArrayEquals(frames[2], read.frame16(2, null));
		}
		Files.delete(path);
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				// only asked whether to stop
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> TiffStackWriter.write(movie, path, TiffStackInfo.defaults(), cancelled));
		assertOnly();
	}

	@Test
	void anAbandonedStackLeavesNothing() throws IOException {
		final Path path = folder.resolve("a.tif");
		final TiffStackWriter aborted = TiffStackWriter.create(path, WIDTH, HEIGHT, PixelType.UINT8, 9, INFO);
		aborted.write(bytes(0), 0);
		aborted.abort();
		aborted.close();
		assertThrows(InvalidInputException.class, () -> {
			try (TiffStackWriter writer = TiffStackWriter.create(path, WIDTH, HEIGHT, PixelType.UINT8, 9, INFO)) {
				writer.write(bytes(0), 1);
				writer.write(bytes(1), 1);
			}
		});
		assertThrows(InvalidInputException.class, () -> {
			try (TiffStackWriter writer = TiffStackWriter.create(path, WIDTH, HEIGHT, PixelType.UINT8, 9, INFO)) {
				writer.finish();
			}
		});
		assertOnly();
	}

	/** A kymograph: one image, time along x and position along y. */
	@Test
	void writesOneImageWithTwoUnits() throws IOException {
		final Path path = folder.resolve("k.tif");
		try (TiffStackWriter writer = TiffStackWriter.create(path, WIDTH, HEIGHT, PixelType.FLOAT32, 1, TiffStackInfo
			.defaults().withAxes(0.5, "sec", 0.0694, "um").withProvenance("{\"time_s\": [0, 0.5]}")))
		{
			writer.write(floats(0), Double.NaN);
			writer.finish();
		}
		final ImagePlus image = new Opener().openImage(path.toString());
		assertEquals("sec", image.getCalibration().getXUnit());
		assertTrue(image.getCalibration().getYUnit().matches("um|\u00b5m"), image.getCalibration().getYUnit());
		assertEquals(0.5, image.getCalibration().pixelWidth, 1e-9);
		assertEquals(0.0694, image.getCalibration().pixelHeight, 1e-9);
		assertArrayEquals(floats(0), (float[]) image.getProcessor().getPixels());
		assertEquals("{\"time_s\": [0, 0.5]}", TiffStackInfo.provenanceOf(path).orElseThrow());
	}
}
