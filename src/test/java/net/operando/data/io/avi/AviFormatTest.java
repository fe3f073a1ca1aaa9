package net.operando.data.io.avi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.filter.AVI_Writer;
import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

class AviFormatTest {

	@TempDir
	Path folder;

	private Movie open(final byte[] file) throws IOException {
		return open(Files.write(folder.resolve("m.avi"), file), MovieOpenOptions.defaults());
	}

	private static Movie open(final Path path, final MovieOpenOptions options) throws IOException {
		final AviFormat format = new AviFormat();
		assertTrue(format.recognises(path));
		return format.open(path, options, Progress.NONE);
	}

	/** ImageJ writes the file: 8 bit grey, uncompressed, JPEG and PNG. */
	@ParameterizedTest
	@ValueSource(ints = { AVI_Writer.NO_COMPRESSION, AVI_Writer.JPEG_COMPRESSION, AVI_Writer.PNG_COMPRESSION })
	void readsWhatImageJWrites(final int compression) throws IOException {
		final ImageStack stack = new ImageStack(37, 20);
		for (int f = 0; f < 3; f++) {
			final byte[] pixels = new byte[37 * 20];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (byte) (60 + 20 * f + i % 37 + i / 37);
			stack.addSlice("", pixels);
		}
		final ImagePlus image = new ImagePlus("movie", stack);
		image.getCalibration().fps = 4;
		final Path path = folder.resolve("ij.avi");
		new AVI_Writer().writeImage(image, path.toString(), compression, 100);
		try (Movie movie = open(path, MovieOpenOptions.defaults())) {
			assertEquals(37, movie.width());
			assertEquals(20, movie.height());
			assertEquals(3, movie.frameCount());
			assertEquals(PixelType.UINT8, movie.pixelType());
			assertTrue(movie.times().isNominal());
			assertEquals(0.25, movie.times().seconds(1));
			assertFalse(movie.calibration().isKnown());
			// JPEG at quality 100 rounds its coefficients: up to 2 counts on a smooth ramp
			final double tolerance = compression == AVI_Writer.JPEG_COMPRESSION ? 2 : 0;
			final float[] all = movie.frame(2, null);
			for (int i = 0; i < all.length; i++)
				assertEquals(((byte[]) stack.getPixels(3))[i] & 0xff, all[i], tolerance, "at " + i);
			final float[] cut = movie.region(2, Region.of(5, 3, 4, 6), null);
			for (int i = 0; i < cut.length; i++)
				assertEquals(all[(3 + i / 4) * 37 + 5 + i % 4], cut[i]);
			assertEquals(compression != AVI_Writer.NO_COMPRESSION, movie.warnings().stream().anyMatch(w -> w.contains(
				"compressed")), movie.warnings().toString());
		}
		try (Movie movie = open(path, MovieOpenOptions.defaults().withFrameIntervalSeconds(2))) {
			assertEquals(4, movie.times().seconds(2));
		}
	}

	private static byte[] plain(final AviBuilder b, final int f) {
		final int step = b.bits / 8;
		final int stride = (b.width * step + 3) / 4 * 4;
		final byte[] frame = new byte[stride * b.height];
		for (int y = 0; y < b.height; y++)
			for (int x = 0; x < b.width * step; x++)
				frame[(b.topDown ? y : b.height - 1 - y) * stride + x] = (byte) (10 * f + 20 * y + x);
		return frame;
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void followsOpenDmlListsAndLeavesDroppedFramesOut(final boolean topDown) throws IOException {
		final AviBuilder b = new AviBuilder();
		b.topDown = topDown;
		for (int i = 0; i < 3; i++)
			b.lists.add(List.of(plain(b, 2 * i), i == 1 ? new byte[0] : plain(b, 2 * i + 1)));
		try (Movie movie = open(b.build())) {
			assertEquals(5, movie.frameCount());
			assertArrayEquals(new double[] { 0, 0.25, 0.5, 1, 1.25 }, movie.times().toArray());
			assertTrue(movie.warnings().get(0).contains("1 frames were dropped"));
			assertEquals(10 * 5 + 20 * 2 + 3, movie.frame(4, null)[2 * 9 + 3]);
			assertEquals(10 * 4 + 20 * 5 + 8, movie.region(3, Region.of(8, 5, 1, 1), null)[0]);
		}
	}

	@Test
	void turnsColoursAndPalettesIntoLuminance() throws IOException {
		final AviBuilder b = new AviBuilder();
		b.bits = 24;
		final byte[] frame = new byte[28 * 6];
		// the top row is the last one: blue, green, red of its first pixel
		frame[28 * 5] = (byte) 200;
		frame[28 * 5 + 1] = 100;
		frame[28 * 5 + 2] = 50;
		b.lists.add(List.of(frame));
		try (Movie movie = open(b.build())) {
			// 0.114 * 200 + 0.587 * 100 + 0.299 * 50 = 96.45
			assertEquals(96, movie.frame(0, null)[0]);
			assertTrue(movie.warnings().get(0).contains("luminance"));
		}
		final AviBuilder p = new AviBuilder();
		p.palette = new byte[1024];
		for (int i = 0; i < 256; i++)
			Arrays.fill(p.palette, 4 * i, 4 * i + 3, (byte) (255 - i));
		p.lists.add(List.of(plain(p, 0)));
		try (Movie movie = open(p.build())) {
			assertEquals(255 - 20 * 3 - 2, movie.frame(0, null)[3 * 9 + 2]);
			assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
		}
	}

	@Test
	void readsSixteenBitGrey() throws IOException {
		final AviBuilder b = new AviBuilder();
		b.bits = 16;
		b.fourCc = "Y16 ";
		final byte[] frame = new byte[2 * 54];
		frame[2 * 11] = 0x34;
		frame[2 * 11 + 1] = (byte) 0xf2;
		b.lists.add(List.of(frame));
		try (Movie movie = open(b.build())) {
			assertEquals(PixelType.UINT16, movie.pixelType());
			assertEquals(0xf234, movie.frame(0, null)[11]);
			assertEquals((short) 0xf234, movie.frame16(0, null)[11]);
		}
	}

	@Test
	void refusesCodecsByName() throws IOException {
		final AviBuilder b = new AviBuilder();
		b.fourCc = "H264";
		b.lists.add(List.of(new byte[40]));
		final FormatException e = assertThrows(FormatException.class, () -> open(b.build()));
		assertTrue(e.getMessage().contains("'h264'") && e.getMessage().contains("convert"), e.getMessage());
	}

	/** Motion JPEG without Huffman tables, as cameras write it. */
	@Test
	void decodesJpegFramesWithoutTables() throws IOException {
		final java.awt.image.BufferedImage image = new java.awt.image.BufferedImage(16, 16,
			java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < 256; i++)
			image.getRaster().setSample(i % 16, i / 16, 0, 100 + i % 16);
		final java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
		javax.imageio.ImageIO.write(image, "jpeg", out);
		final byte[] whole = out.toByteArray();
		final java.io.ByteArrayOutputStream bare = new java.io.ByteArrayOutputStream();
		int at = 2;
		bare.write(whole, 0, 2);
		int left = 0;
		while ((whole[at + 1] & 0xff) != 0xda) {
			final int length = 2 + ((whole[at + 2] & 0xff) << 8 | whole[at + 3] & 0xff);
			if ((whole[at + 1] & 0xff) == 0xc4) left++;
			else bare.write(whole, at, length);
			at += length;
		}
		bare.write(whole, at, whole.length - at);
		assertTrue(left > 0, "the tables were there to be left out");
		final AviBuilder b = new AviBuilder();
		b.width = 16;
		b.height = 16;
		b.bits = 24;
		b.fourCc = "MJPG";
		b.lists.add(List.of(bare.toByteArray()));
		try (Movie movie = open(b.build())) {
			// the default quality 0.75 quantises the ramp by a few counts
			assertEquals(105, movie.frame(0, null)[5], 4);
			assertEquals(114, movie.frame(0, null)[14 + 16 * 9], 4);
		}
	}

	@Test
	void saysWhereItsHeadersDisagree() throws IOException {
		final AviBuilder b = new AviBuilder();
		b.lists.add(List.of(plain(b, 0), plain(b, 1)));
		final byte[] all = b.build();
		final int header = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("avih") + 8;
		try (Movie movie = open(all)) {
			assertTrue(movie.warnings().isEmpty(), movie.warnings().toString());
		}
		final byte[] rate = all.clone();
		rate[header + 2] += 1;
		try (Movie movie = open(rate)) {
			assertTrue(movie.warnings().get(0).contains("two different rates"), movie.warnings().toString());
		}
		final byte[] size = all.clone();
		size[header + 36] += 1;
		assertTrue(assertThrows(FormatException.class, () -> open(size)).getMessage().contains("two different image sizes"));
	}

	/** A frame whose mark is damaged leaves no trace of its number: those behind it are not read at wrong times. */
	@Test
	void stopsWhereFramesLoseTheirNumbers() throws IOException {
		final AviBuilder b = new AviBuilder();
		final List<byte[]> frames = new ArrayList<>();
		for (int f = 0; f < 6; f++)
			frames.add(plain(b, f));
		b.lists.add(frames);
		final byte[] all = b.build();
		all[b.data.get(2) - 8 + 3] ^= 4;
		try (Movie movie = open(all)) {
			assertEquals(2, movie.frameCount());
			assertTrue(movie.warnings().get(0).contains("unknown kind after frame 2"), movie.warnings().toString());
		}
	}

	@Test
	void readsTheWholeFramesOfAFileCutShort() throws IOException {
		final AviBuilder b = new AviBuilder();
		final List<byte[]> frames = new ArrayList<>();
		for (int f = 0; f < 6; f++)
			frames.add(plain(b, f));
		b.lists.add(frames);
		final byte[] all = b.build();
		try (Movie movie = open(Arrays.copyOf(all, b.data.get(4) + 7))) {
			assertEquals(4, movie.frameCount());
			assertEquals(10 * 3 + 2, movie.frame(3, null)[2]);
			assertTrue(movie.warnings().get(0).contains("cut short"), movie.warnings().toString());
		}
	}
}
