package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import net.operando.analysis.crack.Crack;
import net.operando.analysis.crack.CrackAnalysis;
import net.operando.analysis.crack.CrackFinder;
import net.operando.analysis.crack.CrackParameters;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;

class CrackDrawingTest {

	@Test
	void pathAndTipsLieOnTheImageAndPixelsStay() {
		final float[][] frames = new float[40][100 * 70];
		for (int f = 0; f < frames.length; f++)
			for (int i = 0; i < frames[f].length; i++) {
				final double y = i / 100 - 35;
				final double line = Math.exp(-0.125 * (i % 100 - 48) * (i % 100 - 48)) / (1 + Math.exp(y + 25 - 3 * (f - 12)));
				frames[f][i] = (float) (1000 * (0.4 + 0.6 / (1 + Math.exp(Math.abs(y) - 25))) * (1 - 0.4 * line));
			}
		final MemoryMovie movie = MemoryMovie.ofValues("crack", 100, 70, frames, TimeAxis.nominal(40, 1), Calibration
			.ofMicrometres(0.07), List.of());
		final CrackAnalysis analysis = CrackFinder.find(movie, LinePath.straight(5, 35, 95, 35), new CrackParameters(),
			Progress.NONE);
		assertEquals(1, analysis.cracks().size());
		final Crack crack = analysis.cracks().get(0);
		final float[] before = frames[20].clone();
		final ImagePlus image = MovieImages.image(movie);
		CrackDrawing.draw(analysis, image);
		assertEquals(1 + crack.tips().size(), image.getOverlay().size());
		// the path runs from edge to edge at the line's column; a pixel's quarter is the search's step
		assertEquals(48, image.getOverlay().get(0).getFloatPolygon().xpoints[0], 0.3);
		for (int t = 0; t < crack.tips().size(); t++)
			assertEquals(crack.tips().get(t).frame() + 1, image.getOverlay().get(t + 1).getPosition());
		assertArrayEquals(before, frames[20]);
	}
}
