package net.operando.figure.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImagePlus;
import ij.plugin.AVI_Reader;
import net.operando.base.InvalidInputException;

class AviWriterTest {

	@TempDir
	Path folder;

	/** A frame whose colours tell its number, red growing to the right. */
	private static BufferedImage frame(final int width, final int height, final int number) {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				image.setRGB(x, y, new Color(255 * x / width, 255 * y / height, 10 * number % 256).getRGB());
		return image;
	}

	private static int count(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return (int) files.count();
		}
	}

	private Path write(final AviCodec codec, final int width, final int height, final int frames, final long partBytes) {
		final Path file = folder.resolve("video.avi");
		try (AviWriter writer = AviWriter.open(file, width, height, 12.5, codec, 0.95, partBytes)) {
			for (int i = 0; i < frames; i++)
				writer.write(frame(width, height, i));
			assertFalse(Files.exists(file), "the name appears when the video is complete");
			writer.finish();
		}
		return file;
	}

	@Test
	void motionJpegIsReadBack() throws IOException {
		final AviFile avi = AviFile.read(write(AviCodec.MOTION_JPEG, 64, 48, 7, 1 << 20));
		assertEquals(64, avi.width);
		assertEquals(48, avi.height);
		assertEquals("MJPG", avi.handler);
		assertEquals(12.5, avi.framesPerSecond);
		assertEquals(1, avi.parts);
		assertEquals(7, avi.frames.size());
		for (int i = 0; i < 7; i++) {
			final BufferedImage back = ImageIO.read(new ByteArrayInputStream(avi.frames.get(i)));
			final BufferedImage was = frame(64, 48, i);
			for (int y = 4; y < 48; y += 8)
				for (int x = 4; x < 64; x += 8)
					for (int shift = 0; shift <= 16; shift += 8)
						// quality 0.95 and halved colour resolution on a gradient of 4 to 5 levels per pixel
						assertEquals(was.getRGB(x, y) >> shift & 0xff, back.getRGB(x, y) >> shift & 0xff, 12, "frame " + i);
		}
		assertEquals(1, count(folder));
	}

	@Test
	void plainPixelsAreReadBackExactly() throws IOException {
		final AviFile avi = AviFile.read(write(AviCodec.UNCOMPRESSED, 13, 9, 3, 1 << 20));
		assertEquals("DIB ", avi.handler);
		for (int i = 0; i < 3; i++) {
			final byte[] data = avi.frames.get(i);
			assertEquals(40 * 9, data.length, "rows of 39 bytes are padded to 40");
			for (int y = 0; y < 9; y++)
				for (int x = 0; x < 13; x++) {
					final int at = (8 - y) * 40 + 3 * x;
					assertEquals(frame(13, 9, i).getRGB(x, y) & 0xffffff, data[at] & 0xff | (data[at + 1] & 0xff) << 8 | (data[at +
						2] & 0xff) << 16);
				}
		}
	}

	@ParameterizedTest
	@EnumSource(AviCodec.class)
	void longVideosGoOnInFurtherParts(final AviCodec codec) throws IOException {
		// parts of 40 kB instead of 1 GB
		final AviFile avi = AviFile.read(write(codec, 64, 48, 60, 40_000));
		assertTrue(avi.parts > 1, avi.parts + " parts");
		assertEquals(60, avi.frames.size());
		assertTrue(avi.firstPartFrames < 60);
	}

	@Test
	void imagejReadsPlainPixels() {
		final Path file = write(AviCodec.UNCOMPRESSED, 40, 30, 5, 1 << 20);
		final ImagePlus image = AVI_Reader.open(file.toString(), false);
		assertEquals(40, image.getWidth());
		assertEquals(30, image.getHeight());
		assertEquals(5, image.getStackSize());
		for (int i = 0; i < 5; i++)
			for (int x = 0; x < 40; x += 13)
				assertEquals(frame(40, 30, i).getRGB(x, 7) & 0xffffff, image.getStack().getProcessor(i + 1).get(x, 7) & 0xffffff);
	}

	@Test
	void imagejReadsMotionJpeg() {
		final Path file = write(AviCodec.MOTION_JPEG, 64, 48, 5, 1 << 20);
		final ImagePlus image = AVI_Reader.open(file.toString(), false);
		assertEquals(5, image.getStackSize());
		// as above, 12 levels
		assertEquals(255 * 20 / 64, image.getStack().getProcessor(3).get(20, 20) >> 16 & 0xff, 12);
	}

	@Test
	void whatIsNotFinishedLeavesNothing() throws IOException {
		final Path file = folder.resolve("gone.avi");
		try (AviWriter writer = AviWriter.open(file, 16, 16, 10, AviCodec.MOTION_JPEG, 0.9)) {
			writer.write(frame(16, 16, 0));
			assertEquals(1, count(folder), "only the temporary file");
		}
		assertEquals(0, count(folder));
		final AviWriter empty = AviWriter.open(file, 16, 16, 10, AviCodec.MOTION_JPEG, 0.9);
		assertThrows(InvalidInputException.class, empty::finish);
		empty.close();
		assertEquals(0, count(folder));
	}

	@Test
	void impossibleVideosAreRefusedBeforeAFileIsMade() throws IOException {
		final Path file = folder.resolve("no.avi");
		assertThrows(InvalidInputException.class, () -> AviWriter.open(file, 0, 16, 10, AviCodec.MOTION_JPEG, 0.9));
		assertThrows(InvalidInputException.class, () -> AviWriter.open(file, 16, 16, 0, AviCodec.MOTION_JPEG, 0.9));
		assertThrows(InvalidInputException.class, () -> AviWriter.open(file, 16, 16, 10, AviCodec.MOTION_JPEG, 2));
		assertEquals(0, count(folder));
		try (AviWriter writer = AviWriter.open(file, 16, 16, 10, AviCodec.MOTION_JPEG, 0.9)) {
			assertThrows(IllegalArgumentException.class, () -> writer.write(frame(16, 17, 0)));
		}
	}

	@Test
	void anOlderVideoStaysUntilTheNewOneIsComplete() throws IOException {
		final Path file = write(AviCodec.MOTION_JPEG, 16, 16, 2, 1 << 20);
		final byte[] old = Files.readAllBytes(file);
		try (AviWriter writer = AviWriter.open(file, 32, 32, 10, AviCodec.MOTION_JPEG, 0.9)) {
			writer.write(frame(32, 32, 0));
		}
		assertEquals(old.length, Files.size(file));
	}
}
