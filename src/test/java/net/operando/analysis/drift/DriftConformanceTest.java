package net.operando.analysis.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.PixelMask;

/**
 * Pairs of images by others, whose shift they state as what brings the second onto the first: the negative of our movement,
 * which is where the second lies. They state whole pixels, so half of one is allowed.
 */
@Tag("conformance")
class DriftConformanceTest {

	private static Path folder() {
		final Path folder = Paths.get(System.getProperty("conformance.data", ""), "drift");
		assertTrue(Files.isDirectory(folder), "no conformance data in " + folder);
		return folder;
	}

	/** Padfield's images, whose missing parts are white; stated (dy, dx) = (75, -75). */
	@Test
	void padfieldsPairOfMaskedImages() throws IOException {
		final FrameShift shift = shift("scikit-image_scikit-image__OriginalX75Y75.png",
			"scikit-image_scikit-image__TransformedX75Y75.png", 255, 120);
		assertEquals(-75, shift.dyPixels(), 0.5);
		assertEquals(75, shift.dxPixels(), 0.5);
	}

	/** Stated (x, y) = (-19, 79). */
	@Test
	void sampleOfImregDft() throws IOException {
		final FrameShift shift = shift("matejak_imreg_dft__sample1.png", "matejak_imreg_dft__sample2.png", 256, 100);
		assertEquals(19, shift.dxPixels(), 0.5);
		assertEquals(-79, shift.dyPixels(), 0.5);
	}

	/** @param missing grey value that stands for nothing */
	private static FrameShift shift(final String first, final String second, final int missing, final double most)
		throws IOException
	{
		final BufferedImage a = ImageIO.read(folder().resolve(first).toFile());
		final BufferedImage b = ImageIO.read(folder().resolve(second).toFile());
		final int w = a.getWidth();
		final int h = a.getHeight();
		final MemoryMovie movie = MemoryMovie.ofValues(first, w, h, new float[][] { grey(a, missing), grey(b, missing) }, TimeAxis
			.of(0, 1), Calibration.unknown(), List.of());
		return Drift.estimate(movie, new DriftParameters().withMaxShiftPixels(most), PixelMask.none(w, h), Progress.NONE).shifts()
			.shift(1);
	}

	private static float[] grey(final BufferedImage image, final int missing) {
		final float[] grey = new float[image.getWidth() * image.getHeight()];
		for (int i = 0; i < grey.length; i++) {
			final int v = image.getRaster().getSample(i % image.getWidth(), i / image.getWidth(), 0);
			grey[i] = v == missing ? Float.NaN : v;
		}
		return grey;
	}
}
