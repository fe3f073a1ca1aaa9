package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Roi;
import net.operando.analysis.fragment.Cut;
import net.operando.analysis.fragment.FragmentAnalysis;
import net.operando.analysis.fragment.FragmentParameters;
import net.operando.analysis.fragment.FragmentScenes;
import net.operando.analysis.fragment.Fragments;
import net.operando.base.Progress;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

class FragmentDrawingTest {

	@Test
	void everyPieceIsOutlinedAndNamedOnTheFramesItLivesIn() {
		final FragmentScenes.Written scene = FragmentScenes.twoCracks();
		final Movie movie = scene.movie();
		final FragmentAnalysis rod = Fragments.analyse(movie, LinePath.parse(scene.line()), List.of(Cut.of(1, 3.8e-6, 6), Cut.of(2,
			7.6e-6, 11)), null, new FragmentParameters(), Progress.NONE);
		final ImagePlus image = MovieImages.image(movie);
		final float before = image.getStack().getProcessor(3).getf(40, 50);
		FragmentDrawing.draw(rod, image);
		final Roi[] rois = image.getOverlay().toArray();
		// an outline and a name for each piece and frame
		assertEquals(2 * (6 + 30 + 5 + 25 + 25), rois.length);
		assertEquals(List.of("P1.1", "P1.2.1", "P1.2.2"), Stream.of(rois).filter(r -> r.getPosition() == 30 && r.isArea() && r
			.getType() == Roi.POLYGON).map(Roi::getName).collect(Collectors.toList()));
		final Roi first = rois[0];
		// 12 um along, 2.2 um across, at .3 rad, in pixels of .104 um
		assertEquals((12 * Math.cos(0.3) + 2.2 * Math.sin(0.3)) / 0.104, first.getBounds().width, 4);
		assertTrue(first.getImage() == image);
		assertEquals(before, image.getStack().getProcessor(3).getf(40, 50));
	}
}
