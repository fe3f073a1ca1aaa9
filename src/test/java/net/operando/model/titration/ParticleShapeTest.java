package net.operando.model.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParticleShapeTest {

	@ParameterizedTest
	@EnumSource(ParticleShape.class)
	void bothFormsOfTheResponseAreOne(final ParticleShape shape) {
		// the short form lacks 2 exp(-1/tau) = 3e-15 at 0.03 and 4e-9 at 0.05
		assertEquals(shape.shortTime(0.03), shape.response(0.03), 1e-14);
		assertEquals(shape.shortTime(0.05), shape.response(0.05), 2e-9);
	}

	@ParameterizedTest
	@EnumSource(ParticleShape.class)
	void atLongTimesTheSurfaceIsAheadByTheSteadyFactor(final ParticleShape shape) {
		// exp(-pi^2 3) = 1e-13 of the transient is left
		assertEquals(3 + shape.steadyFactor(), shape.response(3), 1e-12);
	}

	@Test
	void sphereSeriesAtSmallTimeIsContinued() {
		// on both sides of the switch to the series: they agree to its next term, tau^2/6
		final double below = ParticleShape.SPHERE.shortTime(0.999999e-6);
		final double above = ParticleShape.SPHERE.shortTime(1.000001e-6);
		assertEquals(below, above, 1.2e-9);
	}

	@Test
	void biasOfTheShortTimeFitIsThatOfTheScienceNotes() {
		// equal weights, times even from 2 % of the window on; -1.3, -8, -33 % are rounded to their last digit
		assertEquals(-0.013, bias(0.3, 0.02, Weighting.EQUAL), 0.0005);
		assertEquals(-0.08, bias(0.5, 0.02, Weighting.EQUAL), 0.005);
		assertEquals(-0.33, bias(1.0, 0.02, Weighting.EQUAL), 0.005);
		// the notes say below 0.1 % up to 0.2: so it is for our weights; equal ones read -0.15 %
		assertEquals(0, bias(0.2, 0.01, Weighting.ROOT_TIME), 0.001);
		assertEquals(-0.00147, bias(0.2, 0.02, Weighting.EQUAL), 0.00001);
	}

	/** Relative error of D from a slab's exact response fitted up to tau = to. */
	static double bias(final double to, final double start, final Weighting weighting) {
		final int n = 1000;
		final double[] t = new double[n];
		final double[] x = new double[n];
		for (int i = 0; i < n; i++) {
			t[i] = to * (start + (1 - start) * (i + 1) / n);
			x[i] = ParticleShape.SLAB.response(t[i]);
		}
		return RootTimeFit.of(t, x, ParticleShape.SLAB, weighting, 1).perSecond - 1;
	}
}
