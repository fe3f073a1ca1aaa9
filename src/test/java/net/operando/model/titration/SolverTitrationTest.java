package net.operando.model.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecording;

/** Bias on GITT of our own solver: under 1 % wherever nothing is flagged. */
class SolverTitrationTest {

	private static int checked(final CyclerRecording recording, final double startX, final TitrationMethod method,
		final DoubleUnaryOperator truth)
	{
		final TitrationResult r = Titration.analyse(recording, SolverTitration.parameters(startX).withMethod(method),
			Progress.NONE);
		int valid = 0;
		for (final DiffusionPoint p : r.diffusion().points()) {
			if (!p.isValid()) continue;
			valid++;
			assertEquals(1, p.diffusion().value() / truth.applyAsDouble(p.x()), 0.01, method + " at x = " + p.x());
		}
		return valid;
	}

	@ParameterizedTest
	@ValueSource(doubles = { -16, -15, -14, -13, -12 })
	void constantDiffusion(final double log) {
		final double d = Math.pow(10, log);
		final CyclerRecording r = SolverTitration.recording(x -> d, 0.3, 0.01, 1, 2);
		assertEquals(2, checked(r, 0.3, TitrationMethod.SHORT_TIME, x -> d));
	}

	@Test
	void otherMethodsWhereTheyHold() {
		final CyclerRecording r = SolverTitration.recording(x -> 1e-13, 0.3, 0.01, 1, 2);
		assertEquals(2, checked(r, 0.3, TitrationMethod.LONG_TIME, x -> 1e-13));
		assertEquals(2, checked(r, 0.3, TitrationMethod.RELAXATION, x -> 1e-13));
		final CyclerRecording slow = SolverTitration.recording(x -> 1e-15, 0.3, 0.01, 1, 2);
		assertEquals(2, checked(slow, 0.3, TitrationMethod.RELAXATION, x -> 1e-15));
	}

	@Test
	void relaxationsThatAreBentAreFlagged() {
		// D changes by a quarter over what the surface moves: the shape no longer fits, and D is 4 % off
		final DoubleUnaryOperator d = x -> Math.pow(10, -15 + 2 * (x - 0.5));
		final CyclerRecording r = SolverTitration.recording(d, 0.5, 0.05, 1, 2);
		for (final DiffusionPoint p : Titration.analyse(r, SolverTitration.parameters(0.5).withMethod(
			TitrationMethod.RELAXATION), Progress.NONE).diffusion().points())
			assertTrue(p.flag().contains("bent"), p.flag());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	void diffusionThatDependsOnX(final int direction) {
		int valid = 0;
		for (final double log : new double[] { -16, -14, -12 }) {
			// two decades over 0..1, so 4.7 % per 0.01 in x
			final DoubleUnaryOperator d = x -> Math.pow(10, log + 2 * (x - 0.5));
			final CyclerRecording r = SolverTitration.recording(d, 0.5, 0.02, direction, 3);
			valid += checked(r, 0.5, TitrationMethod.SHORT_TIME, d);
		}
		assertTrue(valid >= 7, valid + " of 9 pulses hold");
	}
}
