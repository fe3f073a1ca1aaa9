package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticExperimentTest {

	private static final Scene SCENE = Scene.defaults().withField(72, 48).withRods(SceneRod.of(RodGeometry.defaults()
		.withSize(3.4, 1.4).withAngleDegrees(30), SceneRod.Drive.SIMULATED).withContent(0.5, 0.3).withCracks(Crack.at(6, 1.2)
			.withTipSpeed(300))).withTiming(Timing.defaults().withRate(2, 2, 14)).withCell(Cell.defaults().withStartX(0.5)
				.withSteps(-10, CellStep.of(0, 13, 0.4), CellStep.of(-10, 30, 0))).withDrift(Drift.typical());

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void everyFormatReadsBack(final ExperimentFormat format) throws IOException {
		final SyntheticExperiment made = SyntheticExperiment.write(SCENE, format, folder, Progress.NONE);
		final SyntheticMovie drawn = SyntheticMovie.of("a", SCENE);
		try (Movie movie = MovieFiles.open(made.movie(), MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(drawn.frameCount(), movie.frameCount());
			for (int f = 0; f < drawn.frameCount(); f += 5) {
				// HDF5 keeps whole nanoseconds, and puts second 0 at the first frame
				assertEquals(0, Duration.between(drawn.times().instant(f).get(), movie.times().instant(f).get()).toNanos(), 2);
				if (format != ExperimentFormat.HDF5) assertEquals(drawn.times().seconds(f), movie.times().seconds(f));
				assertArrayEquals(drawn.frame(f, null), movie.frame(f, null));
			}
		}
		assertEquals(SCENE.toJson(), new String(Files.readAllBytes(folder.resolve("scene.json")), StandardCharsets.UTF_8));
		for (final Path file : made.files())
			assertTrue(Files.size(file) > 0, file.toString());
		assertEquals(ExperimentFormat.of(format.name().toLowerCase()), format);
		assertThrows(InvalidInputException.class, () -> ExperimentFormat.of("AVI"));
	}

	@Test
	void truthTellsOfCracksAndFragments() throws IOException {
		final SyntheticExperiment made = SyntheticExperiment.write(SCENE, folder, Progress.NONE);
		final Path truth = made.truth().resolveSibling("truth");
		final String[] crack = Files.readAllLines(truth.resolve("cracks.csv")).get(1).split(",");
		assertEquals(6, Double.parseDouble(crack[1]));
		assertEquals(6 + 1.4 / 0.3, Double.parseDouble(crack[2]), 1e-9);
		assertEquals(1.2, Double.parseDouble(crack[3]));
		assertEquals(300, Double.parseDouble(crack[4]));
		final List<String> tips = Files.readAllLines(truth.resolve("crack_tips.csv"));
		// frames at 1 Hz in 4.7 s
		assertTrue(tips.size() == 5 || tips.size() == 6, tips.toString());
		final String[] first = tips.get(1).split(",");
		final String[] last = tips.get(tips.size() - 1).split(",");
		final double speed = Math.hypot(Double.parseDouble(last[4]) - Double.parseDouble(first[4]), Double.parseDouble(last[5]) -
			Double.parseDouble(first[5])) * 69.4 / (Double.parseDouble(last[2]) - Double.parseDouble(first[2]));
		// in the image the tip drifts with the sample, 2.3 nm/s along; no step falls into these seconds with this seed
		assertEquals(300, speed, 4);
		assertEquals(4, Files.readAllLines(truth.resolve("fragments.csv")).size(), "the rod and its two pieces");
		assertTrue(Files.readAllLines(truth.resolve("fronts.csv")).size() > 12);
		assertTrue(Files.exists(truth.resolve("composition.csv")));
	}
}
