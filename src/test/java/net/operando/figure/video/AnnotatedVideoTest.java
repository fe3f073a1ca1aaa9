package net.operando.figure.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.CancelledException;
import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Region;
import net.operando.figure.StepBand;
import net.operando.figure.TraceData;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

class AnnotatedVideoTest {

	private static final TraceData VOLTAGE = TraceData.of(new double[] { 0, 40 }, new double[] { 2.8, 1.2 }, "Voltage", "V");

	@TempDir
	Path folder;

	/** Frame f has the value f everywhere; 20 frames with a pause of 20 s in the middle. */
	private static MemoryMovie movie() {
		final float[][] frames = new float[20][60 * 40];
		final double[] t = new double[20];
		for (int f = 0; f < 20; f++) {
			java.util.Arrays.fill(frames[f], f);
			t[f] = f < 10 ? f : 20 + f;
		}
		return MemoryMovie.ofValues("m", 60, 40, frames, TimeAxis.of(t), Calibration.ofMicrometres(0.1), List.of());
	}

	private static AnnotatedVideo video() {
		return AnnotatedVideo.of(movie(), KymographQuantity.INTENSITY).titled("A title").withColours(ColourMap.grey(),
			ColourLimits.of(0, 20)).withTrace(VOLTAGE, List.of(StepBand.of(0, 10, StepBand.Kind.REST)));
	}

	private int count() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return (int) files.count();
		}
	}

	@Test
	void everyFrameIsShownInItsColour() throws IOException {
		final Path file = folder.resolve("v.avi");
		video().write(file, Progress.NONE);
		final AviFile avi = AviFile.read(file);
		assertEquals(20, avi.frames.size());
		assertEquals(20, avi.framesPerSecond);
		assertEquals(0, avi.width % 2);
		assertEquals(0, avi.height % 2);
		for (int f = 0; f < 20; f += 5) {
			final BufferedImage image = ImageIO.read(new ByteArrayInputStream(avi.frames.get(f)));
			// 80 px below the top and in the middle is image; JPEG of quality 0.9 keeps flat areas within 3 levels
			assertEquals(ColourMap.grey().rgb(f / 20.0) & 0xff, image.getRGB(avi.width / 2, 100) & 0xff, 3, "frame " + f);
		}
		assertEquals(1, count());
	}

	@Test
	void clockCursorAndImageMove() {
		final BufferedImage first = video().still(0);
		final BufferedImage last = video().still(19);
		assertEquals(cursor(first), cursor(video().still(0)), "drawing again gives the same");
		assertTrue(cursor(last) - cursor(first) > 350, "the cursor crosses the trace: " + cursor(first) + " to " + cursor(last));
		// the time of frame 10 is 30 s of 39 s: the cursor stands at its true place, not at that of its number
		assertEquals(cursor(first) + (cursor(last) - cursor(first)) * 30 / 39.0, cursor(video().still(10)), 2,
			"pixels of the cursor's width");
		assertNotEquals(ink(first), ink(last), "another time is written");
	}

	/** The column with most pixels of the cursor's colour. */
	private static int cursor(final BufferedImage image) {
		int best = 0;
		int most = 0;
		for (int x = 0; x < image.getWidth(); x++) {
			int n = 0;
			for (int y = 0; y < image.getHeight(); y++)
				if ((image.getRGB(x, y) & 0xffffff) == 0xD55E00) n++;
			if (n > most) {
				most = n;
				best = x;
			}
		}
		return best;
	}

	/** Dark pixels in the strip above the image. */
	private static int ink(final BufferedImage image) {
		int n = 0;
		for (int x = 0; x < image.getWidth(); x++)
			for (int y = 0; y < 28; y++)
				if ((image.getRGB(x, y) & 0xff) < 128) n++;
		return n;
	}

	@Test
	void cancellingLeavesNothing() throws IOException {
		final AtomicInteger reports = new AtomicInteger();
		final Progress cancelling = new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				reports.incrementAndGet();
			}

			@Override
			public boolean isCancelled() {
				return reports.get() >= 5;
			}
		};
		assertThrows(CancelledException.class, () -> video().write(folder.resolve("c.avi"), cancelling));
		assertEquals(5, reports.get(), "stopped within a frame");
		assertEquals(0, count());
	}

	@Test
	void framesAreThinnedToRealOnes() throws IOException {
		final TimeAxis times = movie().times();
		assertArrayEquals(new int[] { 0, 1, 2 }, FrameSelection.evenly(times, 0, 2.5, 10));
		final int[] five = FrameSelection.evenly(times, 0, 39, 5);
		// wanted 0, 9.75, 19.5, 29.25, 39 s; of the pause from 9 to 30 s the nearer end is taken, each frame once
		assertArrayEquals(new int[] { 0, 9, 10, 19 }, five);
		assertArrayEquals(new int[] { 0 }, FrameSelection.evenly(times, -5, 100, 1));
		assertThrows(InsufficientDataException.class, () -> FrameSelection.evenly(times, 12, 18, 5));
		final Path file = folder.resolve("t.avi");
		video().withFrames(4, 10).withTimes(0, 9).write(file, Progress.NONE);
		assertEquals(4, AviFile.read(file).frames.size());
		assertThrows(InvalidInputException.class, () -> video().withFrames(0, 10));
	}

	@Test
	void automaticLimitsPartsAndOtherShapes() throws IOException {
		final Path file = folder.resolve("r.avi");
		AnnotatedVideo.of(movie(), KymographQuantity.INTENSITY_RATE).withRegion(Region.of(5, 5, 8, 30)).withCodec(
			AviCodec.UNCOMPRESSED, 1).withFrames(3, 5).titled(
				"A title that is far too long to stand beside the clock above so narrow an image as this one is").write(file,
					Progress.NONE);
		final AviFile avi = AviFile.read(file);
		assertEquals("DIB ", avi.handler);
		assertEquals(3, avi.frames.size());
	}

	@Test
	void largeFramesAreShrunkToTheScreen() {
		final MemoryMovie large = MemoryMovie.ofValues("l", 1920, 1200, new float[][] { new float[1920 * 1200] }, TimeAxis.of(3),
			Calibration.unknown(), List.of());
		final BufferedImage still = AnnotatedVideo.of(large, KymographQuantity.INTENSITY).withTrace(VOLTAGE, List.of()).still(0);
		assertTrue(still.getWidth() < 1100 && still.getHeight() < 900, still.getWidth() + " x " + still.getHeight());
	}
}
