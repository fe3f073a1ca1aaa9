package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.process.ByteProcessor;
import net.operando.base.InvalidInputException;
import net.operando.data.movie.LinePath;

class ImageSelectionTest {

	private final ImagePlus image = new ImagePlus("rod", new ByteProcessor(50, 50));

	@Test
	void textWinsOverTheSelection() {
		image.setRoi(new Line(1, 2, 3, 4));
		assertEquals(LinePath.straight(5, 6.5, 7, 8), ImageSelection.lineOn(image, " 5, 6.5,7 ,8 ").line());
	}

	@Test
	void readsLinesPolylinesAndTheirWidth() {
		final Line line = new Line(1.25, 2.5, 30, 40);
		line.setStrokeWidth(12);
		image.setRoi(line);
		assertEquals(LinePath.straight(1.25, 2.5, 30, 40), ImageSelection.lineOn(image, "").line());
		assertEquals(12, ImageSelection.lineOn(image, "").widthPixels());
		image.setRoi(new PolygonRoi(new float[] { 1, 10, 20 }, new float[] { 1, 5, 1.5f }, Roi.POLYLINE));
		assertEquals(LinePath.polyline(new double[] { 1, 10, 20 }, new double[] { 1, 5, 1.5 }), ImageSelection.lineOn(image,
			null).line());
	}

	@Test
	void theAxisOfARotatedRectangleIsTakenFromAreaToPixelCentres() {
		image.setRoi(new RotatedRectRoi(10.5, 20.5, 30.5, 20.5, 7));
		final ImageSelection selection = ImageSelection.lineOn(image, "");
		assertEquals(10, selection.line().x(0), 1e-9);
		assertEquals(20, selection.line().y(1), 1e-9);
		assertEquals(7, selection.widthPixels(), 1e-9);
	}

	@Test
	void asksForALineWhereThereIsNone() {
		image.setRoi(new OvalRoi(1, 1, 5, 5));
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> ImageSelection.lineOn(image, ""));
		assertTrue(e.getMessage().contains("line=x0,y0,x1,y1"), e.getMessage());
		for (final String bad : new String[] { "1,2,3", "1,2,3,four", "1,2,1,2", "NaN,1,2,3" })
			assertThrows(InvalidInputException.class, () -> ImageSelection.lineOn(image, bad), bad);
	}
}
