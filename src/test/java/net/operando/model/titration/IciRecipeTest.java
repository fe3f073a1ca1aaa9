package net.operando.model.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import net.operando.base.Progress;
import net.operando.base.numeric.LineFit;

/**
 * Which recipe of current interruption is right, on a known D: spheres of D/R^2 = 1.4e-4 1/s with 300 s of current and
 * 10 s of rest, as in the NREL record (D_s = 4.6e-16 m2/s, R = 1.8 um).
 */
class IciRecipeTest {

	/** D over the truth, for spheres of D/R^2 = k. */
	static double ratio(final double k, final boolean drift, final boolean restsInRate) {
		return ratio(k, Weighting.EQUAL, drift, restsInRate);
	}

	static double ratio(final double k, final Weighting weighting, final boolean drift, final boolean restsInRate) {
		final SyntheticTitration s = new SyntheticTitration(ParticleShape.SPHERE, k, 0.05);
		s.irVolts = 0.01;
		s.step(0, 100, 10, 1);
		for (int i = 0; i < 40; i++)
			s.step(2e-5, 300, 60, 1).step(0, 1e-3, 1, 1).step(0, 10, 100, 1);
		final TitrationParameters p = s.parameters(TitrationMethod.ICI).withWeighting(weighting).withDriftSubtracted(
			drift).withRestsInRate(restsInRate);
		return Titration.analyse(s.recording(1, 0), p, Progress.NONE).diffusion().points().get(30).diffusion().value() / s
			.truth();
	}

	@Test
	void onlyTimeUnderCurrentAndTheDriftSubtractedGiveTheTruth() {
		// made up for before the next, the rests bend the voltage by some 0.3 %
		assertEquals(1, ratio(1.4e-4, true, false), 0.01);
		// the two errors of the plain recipe: the drift bends the line in sqrt(t), the rests lower the rate
		final double plain = ratio(1.4e-4, false, false);
		assertEquals(plainOfTheClosedForm(), plain, 0.01);
		assertEquals(1.21, plain, 0.01);
		assertEquals(300.0 * 300 / 310 / 310, ratio(1.4e-4, false, true) / plain, 0.005);
	}

	/** D over the truth from a line in sqrt(t) through the exact relaxation of a sphere in steady flux. */
	private static double plainOfTheClosedForm() {
		final double k = 1.4e-4;
		final double[] root = new double[91];
		final double[] x = new double[91];
		for (int i = 0; i < 91; i++) {
			final double t = 1 + 0.1 * i;
			root[i] = Math.sqrt(t);
			x[i] = t - ParticleShape.SPHERE.response(k * t) / k;
		}
		final double leading = -2 / (3 * Math.sqrt(Math.PI * k));
		final double ratio = leading / LineFit.leastSquares(root, x).slope();
		return ratio * ratio;
	}
}
