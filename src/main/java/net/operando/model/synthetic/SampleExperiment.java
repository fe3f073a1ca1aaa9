package net.operando.model.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import net.operando.base.Progress;

/**
 * The sample experiment of test-images: a rod at 17 degrees, lithiated at 5C from x = .08, on which fronts of 760 and
 * 600 nm/s meet after 15 s, seen for 10 s before the current, 42 s under it and some seconds after; 1 Hz, the
 * tail stored at 0.5 Hz. The field is cropped closely so that the movie stays small.
 */
public final class SampleExperiment {

	private SampleExperiment() {}

	/** The scene it is made from. */
	public static Scene scene() {
		return Scene.defaults().withSeed(20220701).withStartTime(Instant.parse("2026-03-17T10:15:30.250Z")).withField(316, 156)
			.withRod(RodGeometry.defaults().withAngleDegrees(17.3).withCentre(0.023, -0.031)).withTiming(Timing.defaults()
				.withRate(2, 2, 58).withFaults(4, 0.015).withSparseTail(34, 2)).withCell(Cell.defaults().withStartX(0.08)
					.withSteps(-20.4, CellStep.of(0, 30, 0.4), CellStep.of(5, 42, 0.4), CellStep.of(0, 30, 0.4), CellStep.of(-2, 40,
						0.4), CellStep.of(0, 20, 0)).withClock(3.7, 40));
	}

	/**
	 * Writes it; see {@link SyntheticExperiment#write}. The files in test-images/two-fronts were made by this.
	 *
	 * @param folder made if it is not there
	 * @throws IOException if the file system fails
	 */
	public static SyntheticExperiment write(final Path folder, final Progress progress) throws IOException {
		return SyntheticExperiment.write(scene(), folder, progress);
	}
}
