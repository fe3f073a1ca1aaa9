package net.operando.analysis.crack;

import java.util.Random;

import net.operando.data.movie.LinePath;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;
import net.operando.model.synthetic.SyntheticMovie;
import net.operando.model.synthetic.Timing;

/** A crack in a movie of the synthetic experiments: a rod that shortens and darkens evenly while it loses lithium at 5C. */
final class CrackTwin {

	private CrackTwin() {}

	static CrackTrials.Case of(final long seed) {
		final Random random = new Random(seed);
		final double speed = 50 * Math.pow(8, random.nextDouble());
		final double onset = 12 + 6 * random.nextDouble();
		final double position = 2 + 6.5 * random.nextDouble();
		final double rate = 0.7 + 1.3 * random.nextDouble();
		final RodGeometry rod = RodGeometry.defaults().withSize(10.5, 3.5).withAngleDegrees(random.nextDouble() * 8 - 4);
		final Scene scene = Scene.defaults().withSeed(seed).withField(190, 90).withRods(SceneRod.of(rod, SceneRod.Drive.EVEN)
			.withCracks(net.operando.model.synthetic.Crack.at(onset, position).withTipSpeed(speed))).withTiming(Timing.defaults()
				.withRate(2 * rate, 2, onset + 3500 / speed + 12)).withDrift(Drift.none().withFocusJitterNm(4)).withCell(Cell
					.defaults().withStartX(0.6).withSteps(-1, CellStep.of(-5, 200, 0)));
		final SyntheticMovie movie = SyntheticMovie.of("crack", scene);
		final double[] a = scene.axisPixel(-5.25, Drift.Pose.rest());
		final double[] b = scene.axisPixel(5.25, Drift.Pose.rest());
		// where the material at the crack is when it starts: the rod shortens about its middle
		final double place = 5.25 - 0.5 * movie.rod().at(onset).length_um() + movie.rod().at(onset).position_um(position);
		return new CrackTrials.Case(movie, movie.times(), LinePath.straight(a[0], a[1], b[0], b[1]), 50, true, onset, place, speed);
	}
}
