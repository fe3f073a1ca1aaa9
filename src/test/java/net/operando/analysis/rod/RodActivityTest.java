package net.operando.analysis.rod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.MemoryMovie;

/** RodActivity: a front that comes in at one end and runs through to the other. */
class RodActivityTest {

	private static final int WIDTH = 240;
	private static final int HEIGHT = 40;

	private static MemoryMovie movie(final double speed) {
		final Random random = new Random(2);
		final float[][] frames = new float[40][WIDTH * HEIGHT];
		final double[] seconds = new double[40];
		for (int t = 0; t < 40; t++) {
			seconds[t] = t;
			for (int i = 0; i < frames[t].length; i++) {
				final double z = (20 + speed * (t - 3) - i % WIDTH) / 16;
				frames[t][i] = (float) (20000 * (1 - 0.06 / (1 + Math.exp(-z)) + 0.0028 * random.nextGaussian()));
			}
		}
		return MemoryMovie.ofValues("front", WIDTH, HEIGHT, frames, TimeAxis.of(seconds), Calibration.ofMicrometres(0.0694), List
			.of());
	}

	private static Rod judged(final MemoryMovie movie) {
		final Rod rod = new Rod("P1", RodAxis.of(20, 20, 220, 20, 24), 0.0694e-6, 2.5, EndActivity.UNKNOWN, EndActivity.UNKNOWN,
			List.of());
		return RodActivity.judge(movie, new FoundRods(List.of(rod), List.of()), Progress.NONE).rods().get(0);
	}

	@Test
	void theEndAFrontComesInAtIsActive() {
		final Rod rod = judged(movie(8));
		assertEquals(EndActivity.ACTIVE, rod.startActivity());
		assertEquals("active", rod.startActivity().key());
	}

	@Test
	void nothingIsSaidWhereNothingHappens() {
		final Rod rod = judged(movie(0));
		assertEquals(EndActivity.UNKNOWN, rod.startActivity());
		assertEquals(EndActivity.UNKNOWN, rod.endActivity());
	}
}
