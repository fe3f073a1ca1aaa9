package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import net.operando.data.movie.LinePath;

class FramePreviewTest {

	private static ImagePlus movie() {
		final ImagePlus image = IJ.createImage("m", "16-bit black", 40, 20, 9);
		image.setDimensions(1, 1, 9);
		image.getCalibration().frameInterval = 0.5;
		image.getCalibration().setTimeUnit("sec");
		image.setDisplayRange(0, 100);
		return image;
	}

	@Test
	void theFrameShownIsThatOfTheImage() {
		final ImagePlus image = movie();
		image.setSlice(4);
		assertEquals(3, FramePreview.frame(image));
		assertEquals(1, FramePreview.shown(image).frameCount());
		assertEquals(1.5, FramePreview.shown(image).times().seconds(0));
		assertEquals(1.5, FramePreview.firstAndShown(image).times().seconds(1));
		image.setSlice(1);
		assertEquals(1, FramePreview.firstAndShown(image).frameCount());
	}

	/** Enough frames for a rate over the lag, also at the end of the movie. */
	@Test
	void aroundReachesOverTheLag() {
		final ImagePlus image = movie();
		image.setSlice(4);
		assertEquals(1.5, FramePreview.around(image, 1).times().seconds(0));
		assertTrue(FramePreview.around(image, 1).frameCount() >= 3);
		image.setSlice(9);
		assertEquals(4, FramePreview.around(image, 1).times().seconds(FramePreview.around(image, 1).frameCount() - 1));
		assertTrue(FramePreview.around(image, 1).frameCount() >= 3);
	}

	@Test
	void aBinnedFrameCoversTheImageWithItsOwnColours() {
		final ImagePlus image = movie();
		final Overlay overlay = FramePreview.intensities(image, new float[] { 0, 100, 50, 200 }, 2, 2, "binned");
		final ImageRoi drawn = (ImageRoi) overlay.get(0);
		assertEquals(new Rectangle2D.Double(0, 0, 40, 20), drawn.getFloatBounds());
		assertEquals(0x000000, drawn.getProcessor().get(1, 1) & 0xffffff);
		assertEquals(0xffffff, drawn.getProcessor().get(39, 1) & 0xffffff);
		assertEquals(0xffffff, drawn.getProcessor().get(39, 19) & 0xffffff, "beyond the limits");
	}

	/** Pixel centres are at whole numbers, corners of areas half a pixel off. */
	@Test
	void theBandLiesAroundTheLine() {
		final Overlay overlay = FramePreview.band(movie(), LinePath.straight(5, 10, 35, 10), 6, "band");
		final Rectangle2D band = overlay.get(0).getFloatBounds();
		assertEquals(5.5, band.getX());
		assertEquals(7.5, band.getY());
		assertEquals(30, band.getWidth());
		assertEquals(6, band.getHeight());
	}
}
