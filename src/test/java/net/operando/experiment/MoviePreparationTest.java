package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SyntheticMovie;

import org.junit.jupiter.api.Test;

/** What is done to a movie before it is measured, and that Auto does it only where it is needed. */
class MoviePreparationTest {

	/** A few frames, rendered once. */
	private static Movie movie(final Scene scene) {
		try (Movie rendered = MovieView.of(SyntheticMovie.of("scene", scene)).withEvery(12)) {
			final float[][] frames = new float[rendered.frameCount()][];
			for (int f = 0; f < frames.length; f++)
				frames[f] = rendered.frame(f, null).clone();
			return MemoryMovie.ofValues("scene", rendered.width(), rendered.height(), frames, rendered.times(), rendered
				.calibration(), List.of());
		}
	}

	@Test
	void aStillMovieIsLeftAsItIs() {
		final Scene still = SampleExperiment.scene().withDrift(Drift.none());
		try (Movie movie = movie(still)) {
			final MoviePreparation off = MoviePreparation.of(movie, PreparationSettings.of("Off", "Off"), Progress.NONE);
			assertSame(movie, off.movie());
			final MoviePreparation auto = MoviePreparation.of(movie, PreparationSettings.of("Off", "Auto"), Progress.NONE);
			assertNull(auto.shifts(), auto.notes().toString());
			assertSame(movie, auto.movie());
			final MoviePreparation on = MoviePreparation.of(movie, PreparationSettings.of("On", "On"), Progress.NONE);
			assertNotNull(on.shifts());
			assertNotNull(on.normalised());
			for (int f = 0; f < movie.frameCount(); f++)
				// the reach of docs/validation/drift.md, ten times, since the field is small
				assertEquals(0, Math.hypot(on.shifts().shift(f).dxPixels(), on.shifts().shift(f).dyPixels()), 0.05);
		}
	}

	@Test
	void whatCannotBeMeantIsRefused() {
		assertThrows(InvalidInputException.class, () -> PreparationSettings.of("Perhaps", "On").check());
		assertTrue(assertThrows(InvalidInputException.class, () -> PreparationSettings.of("On", "").check()).getMessage().contains(
			"give Auto, On or Off"));
	}

	@Test
	void aViewOfEveryFewFramesKeepsTheirTimes() {
		try (Movie all = SyntheticMovie.of("scene", SampleExperiment.scene()); MovieView few = MovieView.of(all).withEvery(4)
			.withFrames(1, 5))
		{
			assertEquals(4, few.frameCount());
			assertEquals(all.times().seconds(4), few.times().seconds(0));
			assertEquals(all.times().seconds(16), few.times().seconds(3));
			assertEquals(all.frame(8, null)[1000], few.frame(1, null)[1000]);
			assertThrows(InvalidInputException.class, () -> few.withEvery(0));
		}
	}
}
