package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/** {@link ShapeChange} tells fronts that keep their shape from those that do not, and {@link HalfMaxima} reads the latter. */
class HalfMaximaTest {

	private static final double SPEED = 0.7;
	private static final int ROWS = (int) (PrescribedFront.ROD_UM / PrescribedFront.STEP_UM) + 1;

	@Test
	void aFrontThatFallsOntoAPlateauIsReadColumnByColumn() {
		double chi = 0;
		final int runs = 6;
		for (int seed = 0; seed < runs; seed++) {
			final FrontVelocity f = only(rates(true, new Random(40 + seed)));
			assertTrue(f.window().contains("one by one"), f.window());
			final double truth = PresetTrial.slope(f, rates(true, null));
			final double error = f.velocity().standardError() * 1e6;
			assertTrue(error < 0.2 * SPEED, "standard error " + error);
			chi += Math.pow((f.velocity().value() * 1e6 - truth) / error, 2);
		}
		// six squares of normal errors add up to more than 22.5 once in a thousand draws
		assertTrue(chi < 22.5, "chi squared " + chi);
	}

	@Test
	void aFrontThatFadesAsAWholeIsFittedJointly() {
		for (int seed = 0; seed < 3; seed++)
			assertFalse(only(rates(false, new Random(80 + seed))).window().contains("one by one"));
	}

	private static FrontVelocity only(final Kymograph k) {
		final FrontAnalysis a = FrontTracer.trace(k, new FrontParameters().withMaxFronts(1), Progress.NONE);
		assertEquals(1, a.fronts().size());
		return a.fronts().get(0);
	}

	/** A crest that falls, with or without a plateau behind it that stays. */
	private static Kymograph rates(final boolean plateau, final Random random) {
		final double[] seconds = new double[13];
		final double[][] frames = new double[seconds.length][ROWS];
		for (int i = 0; i < seconds.length; i++) {
			seconds[i] = 1 + i;
			for (int z = 0; z < ROWS; z++) {
				frames[i][z] = i == 0 ? 0 : frames[i - 1][z];
				// ten steps of a tenth of a second
				for (int s = 0; i > 0 && s < 10; s++)
					frames[i][z] -= 0.1 * rate(z * PrescribedFront.STEP_UM, i + 0.05 + 0.1 * s, plateau);
			}
		}
		return PrescribedFront.rates(frames, seconds, null, random, PrescribedFront.FRAME_NOISE);
	}

	private static double rate(final double z, final double t, final boolean plateau) {
		final double s = z - SPEED * t;
		final double crest = 0.011 * Math.exp(-t / (plateau ? 3 : 6)) * Erf.erfc(s / 0.7) * Math.exp(Math.min(s, 0) / 0.8);
		return crest + (plateau ? 0.0012 * Erf.erfc((s + 0.7) / 0.8) : 0);
	}
}
