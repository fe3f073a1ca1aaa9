package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableStepBdfTest {

	/** dy/dt = -y^2 + y cos t, y(0) = 1 / 2, beside a stiff linear companion. */
	private static final class Riccati implements StiffSystem {

		@Override
		public int size() {
			return 2;
		}

		@Override
		public boolean correct(final double t, final double beta, final double[] psi, final double[] y,
			final double[] correction)
		{
			final double f = -y[0] * y[0] + y[0] * Math.cos(t);
			correction[0] = (psi[0] + beta * f - y[0]) / (1 + beta * (2 * y[0] - Math.cos(t)));
			correction[1] = (psi[1] + beta * -1e6 * (y[1] - Math.sin(t)) - y[1]) / (1 + beta * 1e6);
			return true;
		}
	}

	private static double integrate(final int order, final double step) {
		final VariableStepBdf bdf = new VariableStepBdf(new Riccati(), 1e-10, order == 1 ? 5 : order, 1e-14);
		bdf.start(0, new double[] { 0.5, 0 }, 1e-3);
		// the past must be as accurate as the order under test, so the start is made with tiny steps
		while (bdf.time() < 0.2)
			assertTrue(bdf.step(0.2));
		if (step <= 0) {
			while (bdf.time() < 3)
				assertTrue(bdf.step(3));
			return bdf.state()[0];
		}
		final VariableStepBdf fixed = order == 1 ? new VariableStepBdf(new Riccati(), 1e-9, 1, 1e-14) : bdf;
		if (order == 1) fixed.start(0.2, bdf.state(), step);
		fixed.fixStep(step);
		final int steps = (int) Math.round(2.8 / step);
		for (int i = 1; i <= steps; i++)
			assertTrue(fixed.step(0.2 + i * step));
		return fixed.state()[0];
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5 })
	void fixedStepsConvergeWithTheOrderOfTheFormula(final int order) {
		final VariableStepBdf bdf = new VariableStepBdf(new Riccati(), 1e-13, 5, 1e-14);
		bdf.start(0, new double[] { 0.5, 0 }, 1e-3);
		while (bdf.time() < 3)
			assertTrue(bdf.step(3));
		final double truth = bdf.state()[0];
		final double coarse = Math.abs(integrate(order, 0.1) - truth);
		final double fine = Math.abs(integrate(order, 0.05) - truth);
		final double observed = Math.log(coarse / fine) / Math.log(2);
		// the next term of the error changes the observed order by a few tenths at these steps
		assertTrue(observed > order - 0.3, "order " + order + " observed " + observed);
	}

	@Test
	void tighterTolerancesGiveSmallerErrorsAndTheStiffPartStaysOnItsCurve() {
		double before = 1;
		final VariableStepBdf reference = new VariableStepBdf(new Riccati(), 1e-13, 5, 1e-14);
		reference.start(0, new double[] { 0.5, 0 }, 1e-3);
		while (reference.time() < 3)
			assertTrue(reference.step(3));
		for (final double tolerance : new double[] { 1e-4, 1e-6, 1e-8, 1e-10 }) {
			final VariableStepBdf bdf = new VariableStepBdf(new Riccati(), tolerance, 5, 1e-14);
			bdf.start(0, new double[] { 0.5, 0 }, 1e-3);
			while (bdf.time() < 3)
				assertTrue(bdf.step(3));
			assertEquals(3, bdf.time());
			final double error = Math.abs(bdf.state()[0] - reference.state()[0]);
			// local errors add up over some tens of steps
			assertTrue(error < 50 * tolerance && error < before, tolerance + ": " + error);
			// the companion lags its curve by cos(t) / 1e6 at most
			assertEquals(Math.sin(3), bdf.state()[1], 1e-6 + 50 * tolerance);
			before = error;
		}
	}

	@Test
	void interpolationMeetsBothEndsAndTheMiddle() {
		final VariableStepBdf bdf = new VariableStepBdf(new Riccati(), 1e-9, 5, 1e-14);
		bdf.start(0, new double[] { 0.5, 0 }, 1e-3);
		while (bdf.time() < 1)
			assertTrue(bdf.step(1));
		final double[] end = new double[2];
		bdf.interpolate(1, end);
		assertEquals(bdf.state()[0], end[0], 0);
		final double middle = 0.5 * (bdf.previousTime() + 1);
		final double[] at = new double[2];
		bdf.interpolate(middle, at);
		final VariableStepBdf other = new VariableStepBdf(new Riccati(), 1e-12, 5, 1e-14);
		other.start(0, new double[] { 0.5, 0 }, 1e-3);
		while (other.time() < middle)
			assertTrue(other.step(middle));
		// the polynomial's error is of the size of the local one; local errors add up over some tens of steps
		assertEquals(other.state()[0], at[0], 5e-8);
	}

	@Test
	void givesUpOnASystemThatHasNoSolution() {
		final StiffSystem none = new StiffSystem() {

			@Override
			public int size() {
				return 1;
			}

			@Override
			public boolean correct(final double t, final double beta, final double[] psi, final double[] y,
				final double[] correction)
			{
				return false;
			}
		};
		final VariableStepBdf bdf = new VariableStepBdf(none, 1e-6, 5, 1e-9);
		bdf.start(0, new double[] { 1 }, 1e-3);
		assertFalse(bdf.step(1));
		assertEquals(0, bdf.time());
		assertEquals(1, bdf.state()[0]);
	}
}
