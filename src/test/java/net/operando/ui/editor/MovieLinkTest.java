package net.operando.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import net.operando.analysis.front.edit.TwoFronts;
import net.operando.base.InvalidInputException;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.Provenance;
import net.operando.data.movie.LinePath;
import net.operando.experiment.ExperimentParameters;
import net.operando.experiment.RodLine;

/** {@link MovieLink} without a display: which frame, which line, and that the user's overlay stays. */
class MovieLinkTest {

	private static final double LENGTH = 19.9e-6;

	private static ImagePlus movie() {
		final ImageStack frames = new ImageStack(100, 100);
		for (int i = 0; i < 20; i++)
			frames.addSlice(new FloatProcessor(100, 100));
		final ImagePlus movie = new ImagePlus("movie", frames);
		movie.getCalibration().frameInterval = 2;
		movie.getCalibration().setTimeUnit("sec");
		return movie;
	}

	@Test
	void aKymographOfAnAnalysisIsMarkedOnItsOwnRod(@TempDir final Path folder) throws Exception {
		final ExperimentParameters parameters = new ExperimentParameters().withRods(List.of(new RodLine("A", LinePath.straight(10, 10,
			90, 10)), new RodLine("B", LinePath.polyline(new double[] { 20, 20, 60 }, new double[] { 20, 60, 60 }))));
		final Path file = Files.createDirectories(folder.resolve("B/step1")).resolve("kymograph.tif");
		KymographTiff.write(TwoFronts.kymograph(1), file, Provenance.of("Analyse Experiment", parameters, List.of(), List.of()));
		final ImagePlus movie = movie();
		final Roi own = new Roi(1, 1, 5, 5);
		movie.setOverlay(new Overlay(own));
		final MovieLink link = MovieLink.to(movie, KymographTiff.open(file), LENGTH);
		link.follow(13.2, 0.25 * LENGTH);
		// frames at 0, 2, 4 s: that of 14 s is the eighth
		assertEquals(8, movie.getCurrentSlice());
		centre(movie, 20, 40);
		link.follow(0.4, 0.75 * LENGTH);
		assertEquals(1, movie.getCurrentSlice());
		assertEquals(2, movie.getOverlay().size());
		centre(movie, 40, 60);
		link.close();
		assertEquals(1, movie.getOverlay().size());
		assertSame(own, movie.getOverlay().get(0));
	}

	private static void centre(final ImagePlus movie, final double x, final double y) {
		final Line mark = (Line) movie.getOverlay().get(movie.getOverlay().size() - 1);
		assertEquals(MovieLink.MARK, mark.getName());
		assertEquals(x, (mark.x1d + mark.x2d) / 2, 1e-6);
		assertEquals(y, (mark.y1d + mark.y2d) / 2, 1e-6);
	}

	@Test
	void aKymographFromElsewhereTakesTheLineSelectedOnTheMovie() {
		final ImagePlus elsewhere = new ImagePlus("elsewhere", new FloatProcessor(26, 200));
		final ImagePlus movie = movie();
		MovieLink.to(movie, elsewhere, LENGTH).follow(4, 1e-6);
		assertEquals(3, movie.getCurrentSlice());
		assertNull(movie.getOverlay(), "without a line there is no place to mark");
		movie.setRoi(new Line(0.0, 50.0, 80.0, 50.0));
		MovieLink.to(movie, elsewhere, LENGTH).follow(4, LENGTH / 2);
		centre(movie, 40, 50);
		assertThrows(InvalidInputException.class, () -> MovieLink.to(new ImagePlus("still", movie.getStack()), elsewhere, LENGTH));
	}
}
