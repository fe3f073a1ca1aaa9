package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import net.operando.base.InvalidInputException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.SampleType;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

class TiffFormatTest {

	private static final MovieOpenOptions ONE_SECOND = MovieOpenOptions.defaults().withFrameIntervalSeconds(1);

	@TempDir
	Path folder;

	private static Movie open(final Path path, final MovieOpenOptions options) throws IOException {
		final TiffFormat format = new TiffFormat();
		assertTrue(format.recognises(path));
		return format.open(path, options, Progress.NONE);
	}

	private static void assertSamples(final Movie movie, final int frame, final int planted, final double add) {
		final float[] all = movie.frame(frame, null);
		for (int y = 0; y < movie.height(); y++)
			for (int x = 0; x < movie.width(); x++) {
				int v = TiffBuilder.sample(planted, x, y);
				if (movie.pixelType() == PixelType.UINT8) v &= 0xff;
				assertEquals((float) (v + add), all[y * movie.width() + x]);
			}
		final Region part = Region.of(3, 5, 7, 6);
		final float[] cut = movie.region(frame, part, null);
		for (int y = 0; y < 6; y++)
			for (int x = 0; x < 7; x++)
				assertEquals(all[(5 + y) * movie.width() + 3 + x], cut[y * 7 + x]);
		if (movie.pixelType() == PixelType.UINT16) {
			final short[] counts = movie.frame16(frame, null);
			for (int i = 0; i < counts.length; i++)
				assertEquals(all[i], counts[i] & 0xffff);
		}
	}

	@ParameterizedTest
	@CsvSource({ "false,8,1,0,0", "false,16,1,0,0", "false,32,1,0,0", "false,32,3,0,0", "true,8,1,4,0", "true,16,1,5,0",
		"true,32,3,0,0", "false,16,1,0,16", "true,16,1,0,16", "false,32,3,0,16", "false,8,1,0,16" })
	void readsEverySampleTypeLayoutAndByteOrder(final boolean big, final int bits, final int sampleFormat,
		final int rowsPerStrip, final int tile) throws IOException
	{
		for (final ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN }) {
			final TiffBuilder b = new TiffBuilder(23, 17, 3);
			b.big = big;
			b.order = order;
			b.bits = bits;
			b.sampleFormat = sampleFormat;
			b.tile = tile;
			if (rowsPerStrip > 0) b.rowsPerStrip = rowsPerStrip;
			try (Movie movie = open(b.write(folder.resolve("m.tif")), ONE_SECOND)) {
				assertEquals(23, movie.width());
				assertEquals(17, movie.height());
				assertEquals(3, movie.frameCount());
				assertTrue(movie.times().isNominal());
				for (int f = 0; f < 3; f++)
					assertSamples(movie, f, f, sampleFormat == 3 ? 0.25 : 0);
			}
		}
	}

	/** Java's own TIFF writer is the independent source of compressed, predicted and tiled files. */
	@ParameterizedTest
	@CsvSource({ "LZW,8,false", "LZW,16,false", "LZW,16,true", "ZLib,16,false", "Deflate,8,true", "PackBits,8,false",
		"PackBits,16,true" })
	void readsCompressedFiles(final String compression, final int bits, final boolean tiled) throws IOException {
		final BufferedImage image = new BufferedImage(150, 90, bits == 8 ? BufferedImage.TYPE_BYTE_GRAY
			: BufferedImage.TYPE_USHORT_GRAY);
		final WritableRaster raster = image.getRaster();
		final java.util.Random random = new java.util.Random(5);
		for (int y = 0; y < 90; y++)
			for (int x = 0; x < 150; x++)
				raster.setSample(x, y, 0, y < 45 ? x * 3 % 200 : random.nextInt(1 << bits));
		final Path path = folder.resolve("c.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
			writer.setOutput(out);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(compression);
			if (tiled) {
				param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
				param.setTiling(64, 32, 0, 0);
			}
			writer.write(null, new IIOImage(image, null, null), param);
		}
		writer.dispose();
		try (Movie movie = open(path, ONE_SECOND)) {
			final float[] all = movie.frame(0, null);
			final float[] cut = movie.region(0, Region.of(60, 30, 20, 40), null);
			for (int y = 0; y < 90; y++)
				for (int x = 0; x < 150; x++)
					assertEquals(raster.getSample(x, y, 0), all[y * 150 + x], compression + " at " + x + "," + y);
			for (int y = 0; y < 40; y++)
				for (int x = 0; x < 20; x++)
					assertEquals(raster.getSample(60 + x, 30 + y, 0), cut[y * 20 + x]);
			if (bits == 16) assertEquals(raster.getSample(149, 89, 0), movie.frame16(0, null)[89 * 150 + 149] & 0xffff);
		}
	}

	@Test
	void undoesPredictors() {
		final TiffLayout l = new TiffLayout(4, 1, SampleType.UINT16, ByteOrder.BIG_ENDIAN, TiffCompression.DEFLATE, 2, 4, 1);
		final byte[] differences = { 0x01, 0x00, 0x00, 0x05, (byte) 0xff, (byte) 0xff, 0x00, 0x00 };
		TiffCompression.undoPredictor(2, differences, l);
		assertArrayEquals(new byte[] { 0x01, 0x00, 0x01, 0x05, 0x01, 0x04, 0x01, 0x04 }, differences);
		// 1.0f = 3f800000 and 2.0f = 40000000: byte planes 3f 40 | 80 00 | 00 00 | 00 00, then differences along the row
		final TiffLayout f = new TiffLayout(2, 1, SampleType.FLOAT32, ByteOrder.LITTLE_ENDIAN, TiffCompression.DEFLATE, 3, 2,
			1);
		final byte[] planes = { 0x3f, 0x01, 0x40, (byte) 0x80, 0, 0, 0, 0 };
		TiffCompression.undoPredictor(3, planes, f);
		assertArrayEquals(new byte[] { 0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40 }, planes);
	}

	@Test
	void refusesWhatItDoesNotReadAndNamesTheRemedy() throws IOException {
		final TiffBuilder b = new TiffBuilder(8, 8, 2);
		final byte[] good = b.build();
		final int[] wanted = { 259, 7, 277, 3, 258, 12, 339, 2 };
		final String[] said = { "JPEG compression", "colour", "12-bit", "signed" };
		for (int i = 0; i < 4; i++) {
			final byte[] bytes = good.clone();
			for (int at = b.directories.get(0).intValue() + 2; at < b.data.get(0); at += 12)
				if ((bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8) == wanted[2 * i]) bytes[at + 8] = (byte) wanted[2 * i + 1];
			final Path path = Files.write(folder.resolve("bad.tif"), java.util.Arrays.copyOf(bytes, b.directories.get(1)
				.intValue()));
			final FormatException e = assertThrows(FormatException.class, () -> open(path, ONE_SECOND));
			assertTrue(e.getMessage().contains(said[i]) && e.getMessage().contains("ImageJ"), e.getMessage());
		}
	}

	@Test
	void needsATimeAndNamesTheKeys() throws IOException {
		final Path path = new TiffBuilder(12, 12, 2).write(folder.resolve("m.tif"));
		final FormatException e = assertThrows(FormatException.class, () -> open(path, MovieOpenOptions.defaults()));
		assertTrue(e.getMessage().contains("frameintervalseconds") && e.getMessage().contains("times"), e.getMessage());
		try (Movie movie = open(path, MovieOpenOptions.defaults().withTimes(folder.resolve("t.csv")))) {
			assertArrayEquals(new double[] { 0, 1 }, movie.times().toArray());
		}
		try (Movie movie = open(path, MovieOpenOptions.defaults().withFrameIntervalSeconds(0.5))) {
			assertArrayEquals(new double[] { 0, 0.5 }, movie.times().toArray());
			assertFalse(movie.calibration().isKnown());
		}
	}

	private static ImageStack stack(final int n) {
		final ImageStack stack = new ImageStack(20, 15);
		for (int i = 0; i < n; i++) {
			final short[] pixels = new short[300];
			for (int k = 0; k < 300; k++)
				pixels[k] = (short) TiffBuilder.sample(i, k % 20, k / 20);
			stack.addSlice("slice " + i, pixels);
		}
		return stack;
	}

	/** ImageJ itself writes the file; its dimensions are set as users do. */
	@ParameterizedTest
	@CsvSource({ "1,6,1,6", "1,1,6,6", "2,1,3,3", "1,2,3,3", "2,3,2,2" })
	void readsStacksThatImageJWrote(final int c, final int z, final int t, final int expected) throws IOException {
		final ImagePlus image = new ImagePlus("movie", stack(c * z * t));
		image.setDimensions(c, z, t);
		image.setOpenAsHyperStack(true);
		image.getCalibration().pixelWidth = 0.0694;
		image.getCalibration().pixelHeight = 0.0694;
		image.getCalibration().setUnit("micron");
		image.getCalibration().frameInterval = 0.5;
		final Path path = folder.resolve("ij.tif");
		assertTrue(new FileSaver(image).saveAsTiffStack(path.toString()));
		try (Movie movie = open(path, MovieOpenOptions.defaults())) {
			assertEquals(expected, movie.frameCount());
			assertEquals(0.5, movie.times().seconds(1));
			assertTrue(movie.times().isNominal());
			// 1e-7: ImageJ stores pixels per unit to 1e-6 of 14.4
			assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-7 * 0.0694);
			final int step = t == 1 ? 1 : c * z;
			for (int f = 0; f < expected; f++)
				assertSamples(movie, f, f * step, 0);
			assertEquals(t > 1 && c * z > 1, movie.warnings().stream().anyMatch(w -> w.contains("dataset")), movie.warnings()
				.toString());
		}
		if (c == 2) try (Movie movie = open(path, MovieOpenOptions.defaults().withDataset("c=2"))) {
			assertSamples(movie, 1, c * z + 1, 0);
			assertTrue(movie.warnings().stream().noneMatch(w -> w.contains("channel")));
		}
		assertThrows(InvalidInputException.class, () -> open(path, MovieOpenOptions.defaults().withDataset("c=7")));
		assertThrows(InvalidInputException.class, () -> open(path, MovieOpenOptions.defaults().withDataset("q=1")));
	}

	/** What the user says of the interval counts more than a file's rate, less than measured times. */
	@Test
	void givenIntervalReplacesANominalOneOnly() throws IOException {
		final ImagePlus image = new ImagePlus("movie", stack(4));
		image.getCalibration().frameInterval = 3;
		final Path path = folder.resolve("ij.tif");
		new FileSaver(image).saveAsTiffStack(path.toString());
		try (Movie movie = open(path, MovieOpenOptions.defaults().withFrameIntervalSeconds(2))) {
			assertEquals(6, movie.times().seconds(3));
		}
		final TiffBuilder b = new TiffBuilder(12, 12, 3);
		b.description = TiffBuilder.ome(12, 12, 3, new double[] { 5, 1000, 2500 }, "");
		try (Movie movie = open(b.write(folder.resolve("o.ome.tif")), MovieOpenOptions.defaults().withFrameIntervalSeconds(
			2)))
		{
			assertEquals(2.5, movie.times().seconds(2));
			assertTrue(movie.warnings().get(0).contains("frameintervalseconds"));
		}
	}

	/** Beyond 4 GB ImageJ writes one directory only; here as BigTIFF of 60 GB whose samples are holes in the file. */
	@Test
	void opensSixtyGigabytesWithOneDirectory() throws IOException {
		final int frames = 13_500;
		final int width = 1920;
		final int height = 1200;
		final TiffBuilder b = new TiffBuilder(width, height, 1);
		b.big = true;
		b.description = "ImageJ=1.53c\nimages=" + frames + "\nslices=" + frames + "\nunit=um\nfinterval=0.5\n";
		final Path path = b.write(folder.resolve("big.tif"));
		final long frameBytes = 2L * width * height;
		final long start = b.data.get(0);
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(start + frames * frameBytes);
			file.seek(start + (frames - 1) * frameBytes + 2L * (7 * width + 5));
			file.write(new byte[] { 0x34, 0x12 });
		}
		assertTrue(Files.size(path) > 60_000_000_000L);
		try (Movie movie = open(path, MovieOpenOptions.defaults())) {
			assertEquals(frames, movie.frameCount());
			assertSamples(movie, 0, 0, 0);
			assertEquals(0x1234, movie.region(frames - 1, Region.of(5, 7, 1, 1), null)[0]);
			assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
		}
	}

	@Test
	void readsOmeTimesSizesAndStart() throws IOException {
		final TiffBuilder b = new TiffBuilder(24, 18, 4);
		b.big = true;
		b.description = TiffBuilder.ome(24, 18, 4, new double[] { 12.5, 1012.5, 11000, 12000 }, "");
		try (Movie movie = open(b.write(folder.resolve("o.ome.tif")), MovieOpenOptions.defaults())) {
			assertArrayEquals(new double[] { 0.0125, 1.0125, 11, 12 }, movie.times().toArray(), 1e-12);
			assertFalse(movie.times().isNominal());
			assertEquals(Instant.parse("2024-03-01T10:20:30.500Z"), movie.times().origin().orElseThrow());
			assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-12);
			assertEquals("o", movie.name());
			assertSamples(movie, 2, 2, 0);
		}
		b.description = TiffBuilder.ome(24, 18, 4, null, "TimeIncrement=\"250\" TimeIncrementUnit=\"ms\"");
		try (Movie movie = open(b.write(folder.resolve("o2.ome.tif")), MovieOpenOptions.defaults())) {
			assertArrayEquals(new double[] { 0, 0.25, 0.5, 0.75 }, movie.times().toArray());
			assertTrue(movie.times().isNominal());
		}
	}

	@Test
	void readsAnOmeSetInSeveralFilesAndMissesOneOfThem() throws IOException {
		final String[] names = { "a.ome.tif", "b.ome.tif" };
		String xml = TiffBuilder.ome(10, 12, 4, new double[] { 0, 10, 20, 30 }, "");
		for (int t = 0; t < 4; t++)
			xml = xml.replace("<TiffData FirstT=\"" + t + "\" IFD=\"" + t + "\" PlaneCount=\"1\"/>", "<TiffData FirstT=\"" + t +
				"\" IFD=\"" + t % 2 + "\" PlaneCount=\"1\"><UUID FileName=\"" + names[t / 2] + "\">urn:uuid:" + t / 2 +
				"</UUID></TiffData>");
		for (final String name : names) {
			final TiffBuilder b = new TiffBuilder(10, 12, 2);
			b.description = xml;
			b.write(folder.resolve(name));
		}
		try (Movie movie = open(folder.resolve("b.ome.tif"), MovieOpenOptions.defaults())) {
			assertEquals(4, movie.frameCount());
			assertSamples(movie, 3, 1, 0);
		}
		Files.delete(folder.resolve("a.ome.tif"));
		try (Movie movie = open(folder.resolve("b.ome.tif"), MovieOpenOptions.defaults())) {
			assertEquals(2, movie.frameCount());
			assertArrayEquals(new double[] { 0.02, 0.03 }, movie.times().toArray(), 1e-12);
			assertTrue(movie.warnings().stream().anyMatch(w -> w.contains("a.ome.tif")));
		}
	}

	@Test
	void fetchesNothingThatXmlNames() throws IOException {
		final Path secret = Files.write(folder.resolve("secret.txt"), "7".getBytes(StandardCharsets.UTF_8));
		final TiffBuilder b = new TiffBuilder(10, 12, 2);
		b.description = TiffBuilder.ome(10, 12, 2, new double[] { 0, 1000 }, "").replace("<OME", "<!DOCTYPE OME [<!ENTITY x SYSTEM \"" +
			secret.toUri() + "\">]><OME").replace("10:20:30.5", "10:20:3&x;");
		final Path path = b.write(folder.resolve("x.ome.tif"));
		try (Movie movie = open(path, MovieOpenOptions.defaults())) {
			assertTrue(movie.times().origin().isEmpty() || movie.times().origin().get().getEpochSecond() % 10 != 7);
		}
		catch (final FormatException e) {
			assertTrue(e.getMessage().contains("XML"), e.getMessage());
		}
	}

	@Test
	void readsMicroManagerStacksWithContinuation() throws IOException {
		for (int file = 0; file < 2; file++) {
			final TiffBuilder b = new TiffBuilder(16, 12, 4);
			b.microManager = new String[4];
			b.index = new int[4][];
			b.summary = "{\"Interval_ms\":500}";
			for (int i = 0; i < 4; i++) {
				final int t = 2 * file + i / 2;
				b.microManager[i] = TiffBuilder.micro(t, i % 2, 0, 100 + 700 * t + i % 2, "2024-03-01 10:20:30.250 +0100");
				b.index[i] = new int[] { i % 2, 0, t, 0 };
			}
			// the second file crashed before its index was written
			if (file == 1) b.index = null;
			b.write(folder.resolve(file == 0 ? "r_MMStack_Pos0.ome.tif" : "r_MMStack_Pos0_1.ome.tif"));
		}
		for (final String name : new String[] { "r_MMStack_Pos0.ome.tif", "r_MMStack_Pos0_1.ome.tif" })
			try (Movie movie = open(folder.resolve(name), MovieOpenOptions.defaults().withDataset("c=2"))) {
				assertEquals(4, movie.frameCount());
				assertArrayEquals(new double[] { 0.101, 0.801, 1.501, 2.201 }, movie.times().toArray(), 1e-12);
				assertSamples(movie, 3, 3, 0);
				assertEquals(Instant.parse("2024-03-01T09:20:30.149Z"), movie.times().origin().orElseThrow());
				assertEquals(0.0694, movie.calibration().micrometresPerPixel(), 1e-12);
			}
		try (Movie movie = open(folder, MovieOpenOptions.defaults())) {
			assertEquals(4, movie.frameCount());
		}
	}

	@Test
	void elapsedTimeThatRestartsIsReplacedByTheClockOrRefused() throws IOException {
		final double[] elapsed = { 0, 500, 0, 500 };
		for (final boolean fine : new boolean[] { true, false }) {
			final TiffBuilder b = new TiffBuilder(16, 12, 4);
			b.microManager = new String[4];
			for (int t = 0; t < 4; t++)
				b.microManager[t] = TiffBuilder.micro(t, 0, 0, elapsed[t], "2024-03-01 10:20:3" + t + (fine ? ".250" : "") +
					" +0100");
			final Path path = b.write(folder.resolve("r_MMStack_Pos" + fine + ".ome.tif"));
			if (fine) try (Movie movie = open(path, MovieOpenOptions.defaults())) {
				assertArrayEquals(new double[] { 0, 1, 2, 3 }, movie.times().toArray());
				assertTrue(movie.warnings().get(0).contains("restarts"));
			}
			else {
				final FormatException e = assertThrows(FormatException.class, () -> open(path, MovieOpenOptions.defaults()));
				assertTrue(e.getMessage().contains("key times"), e.getMessage());
				try (Movie movie = open(path, MovieOpenOptions.defaults().withTimes(folder.resolve("t.csv")))) {
					assertEquals(4, movie.frameCount());
				}
			}
		}
	}

	@Test
	void takesTimesFromMetadataTextWhereTheImagesHaveNone() throws IOException {
		final TiffBuilder b = new TiffBuilder(16, 12, 2);
		b.microManager = new String[] { "{\"FrameIndex\":0}", "{\"FrameIndex\":1}" };
		final Path path = b.write(folder.resolve("r_MMStack_Pos0.ome.tif"));
		Files.write(folder.resolve("r_MMStack_Pos0_metadata.txt"), ("{\"Summary\":{\"Frames\":2},\"FrameKey-0-0-0\":" +
			TiffBuilder.micro(0, 0, 0, 40, "") + ",\"FrameKey-1-0-0\":" + TiffBuilder.micro(1, 0, 0, 900, "") + ",\"Fram")
				.getBytes(StandardCharsets.UTF_8));
		try (Movie movie = open(path, MovieOpenOptions.defaults())) {
			assertArrayEquals(new double[] { 0.04, 0.9 }, movie.times().toArray(), 1e-12);
		}
	}

	@Test
	void readsAFolderInNaturalOrderWithMoreFilesThanStayOpen() throws IOException {
		for (int i = 0; i < 70; i++) {
			final TiffBuilder one = new TiffBuilder(13, 12, 1);
			final byte[] bytes = one.build();
			final java.nio.ByteBuffer samples = java.nio.ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			for (int k = 0; k < 13 * 12; k++)
				samples.putShort(one.data.get(0).intValue() + 2 * k, (short) TiffBuilder.sample(i % 60, k % 13, k / 13));
			Files.write(folder.resolve("img" + i + ".tif"), bytes);
		}
		try (Movie movie = open(folder, ONE_SECOND)) {
			assertEquals(70, movie.frameCount());
			Parallel.loop(70, Progress.NONE, "reading", f -> assertSamples(movie, f, f % 60, 0));
		}
		Files.write(folder.resolve("img5.tif"), java.util.Arrays.copyOf(Files.readAllBytes(folder.resolve("img5.tif")), 200));
		try (Movie movie = open(folder, ONE_SECOND)) {
			assertEquals(69, movie.frameCount());
			assertEquals(6, movie.times().seconds(5), "the missing image leaves its time empty");
			assertTrue(movie.warnings().get(0).contains("img5.tif"), movie.warnings().toString());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void readsTheWholeFramesOfAStackCutShort(final boolean big) throws IOException {
		final TiffBuilder b = new TiffBuilder(23, 17, 5);
		b.big = big;
		final byte[] all = b.build();
		final Path cut = Files.write(folder.resolve("cut.tif"), java.util.Arrays.copyOf(all, (int) (b.data.get(3) + 40)));
		try (Movie movie = open(cut, ONE_SECOND)) {
			assertEquals(3, movie.frameCount());
			assertSamples(movie, 2, 2, 0);
			assertEquals("cut.tif was cut short: its first 3 images are whole and read, the rest is missing. Copy it again.", movie
				.warnings().get(0));
		}
		Files.write(cut, java.util.Arrays.copyOf(all, (int) (b.data.get(0) + 40)));
		assertTrue(assertThrows(FormatException.class, () -> open(cut, ONE_SECOND)).getMessage().contains(
			"ends before the last byte of its first image"));
		IJ.redirectErrorMessages();
		final ImagePlus image = new ImagePlus("movie", stack(8));
		image.getCalibration().frameInterval = 1;
		new FileSaver(image).saveAsTiffStack(folder.resolve("ij.tif").toString());
		final byte[] ij = Files.readAllBytes(folder.resolve("ij.tif"));
		Files.write(cut, java.util.Arrays.copyOf(ij, ij.length - 8 * 200 - 2 * 600 - 10));
		try (Movie movie = open(cut, MovieOpenOptions.defaults())) {
			assertTrue(movie.frameCount() >= 4 && movie.frameCount() < 8, movie.frameCount() + " frames");
			assertSamples(movie, movie.frameCount() - 1, movie.frameCount() - 1, 0);
			assertTrue(movie.warnings().get(0).contains(movie.frameCount() + " whole images of the 8"), movie.warnings()
				.toString());
		}
	}

	@Test
	void aChainThatComesBackEndsThere() throws IOException {
		final TiffBuilder b = new TiffBuilder(23, 17, 3);
		final byte[] all = b.build();
		// the link of the third directory: 2 bytes, 12 for each tag, then the link
		final int third = b.directories.get(2).intValue();
		final java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putInt(third + 2 + 12 * bytes.getShort(third), b.directories.get(1).intValue());
		try (Movie movie = open(Files.write(folder.resolve("loop.tif"), all), ONE_SECOND)) {
			assertEquals(3, movie.frameCount());
			assertTrue(movie.warnings().get(0).contains("comes back"), movie.warnings().toString());
		}
	}

	@Test
	void aMovieThatIsClosedSaysSo() throws IOException {
		final Movie movie = open(new TiffBuilder(12, 12, 2).write(folder.resolve("m.tif")), ONE_SECOND);
		movie.close();
		assertThrows(FormatException.class, () -> movie.frame(0, null));
	}

	/** An interrupted reader closes the shared channel; others go on. */
	@Test
	void anInterruptedReaderDoesNotStopTheOthers() throws Exception {
		try (Movie movie = open(new TiffBuilder(12, 12, 2).write(folder.resolve("m.tif")), ONE_SECOND)) {
			final Throwable[] met = new Throwable[1];
			final Thread reader = new Thread(() -> {
				Thread.currentThread().interrupt();
				try {
					movie.frame(0, null);
				}
				catch (final RuntimeException e) {
					met[0] = e;
				}
			});
			reader.start();
			reader.join();
			assertTrue(met[0] instanceof net.operando.base.CancelledException, String.valueOf(met[0]));
			assertSamples(movie, 1, 1, 0);
		}
	}
}
