package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/** LivePreview: what it shows is what is recorded. */
class LivePreviewTest {

	@TempDir
	Path folder;

	@Test
	void framesDifferencesAndColumnsAreThoseOfTheMovie() throws Exception {
		final LivePreview preview = new LivePreview("movie", 1, LinePath.polyline(new double[] { 2, 12, 12 }, new double[] { 5, 5,
			15 }));
		try (SimulatedMicroscope microscope = SmallScene.microscope(folder, SimulatedFaults.none())) {
			Acquisition.of(microscope, SmallScene.plan(5), folder.resolve("r"), preview).run(Progress.NONE);
		}
		try (Movie movie = MovieFiles.open(folder.resolve("r"), MovieOpenOptions.defaults(), Progress.NONE)) {
			final float[] last = movie.frame(9, null);
			final float[] before = movie.frame(7, null);
			assertArrayEquals(last, preview.last());
			for (int i = 0; i < last.length; i++)
				assertEquals(last[i] / before[i] - 1, preview.difference()[i], 1e-6);
			assertEquals(10, preview.columns().size());
			assertEquals(movie.times().seconds(4), preview.columnSeconds().get(4), 1e-9);
			final float[] column = preview.columns().get(9);
			assertEquals(21, column.length);
			assertEquals(last[5 * 48 + 9], column[7]);
			assertEquals(last[13 * 48 + 12], column[18]);
		}
		assertEquals(AcquisitionState.FINISHED, preview.status().state);
		assertEquals(50, preview.status().exposures);
		assertTrue(preview.status().toString().contains("missing 0"));
	}

	@Test
	void thereIsNoDifferenceYetAtTheBeginning() {
		final LivePreview preview = new LivePreview("movie", 1, null);
		preview.frame(new LiveFrame("movie", 2, 1, new float[] { 1, 2 }, 0));
		preview.frame(new LiveFrame("movie", 2, 1, new float[] { 1, 2 }, 0.5));
		preview.frame(new LiveFrame("other", 2, 1, new float[] { 1, 2 }, 5));
		assertNull(preview.difference());
		preview.frame(new LiveFrame("movie", 2, 1, new float[] { 1.5f, 2 }, 1));
		assertArrayEquals(new float[] { 0.5f, 0 }, preview.difference(), 1e-6f);
	}
}
