package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.operando.base.Progress;

/** The targets table: front speeds of the 20.4 um rod with the placeholder table of D. */
class TargetsTest {

	static final double HALF = 10.2e-6;

	static SimulationRun run(final double cRate, final double startX, final double seconds) {
		return RodSimulation.run(Material.nwo(), Rod.standard().withStartX(startX), Protocol.current(cRate, seconds),
			SimulationOptions.standard().withOutput(0.05, 6000), Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "1, 60, 1, 511, 628, 648", "5, 30, 1, 934, 1121, 1186", "20, 12, 0.5, 1881, 2103, 2217" })
	void frontsMoveAtTheTabulatedSpeeds(final double cRate, final double seconds, final double lag, final double halfMax,
		final double arrival, final double arrivalMiddle)
	{
		final SimulationRun run = run(cRate, 0.08, seconds);
		// 2 % is what the table asks for
		assertEquals(halfMax, FrontNumbers.halfMax(run.rate(lag), HALF), 0.02 * halfMax);
		assertEquals(arrival, FrontNumbers.arrival(run.rate(lag, 401, SimulationRun.Stamp.END), HALF), 0.02 * arrival);
		assertEquals(arrivalMiddle, FrontNumbers.arrival(run.rate(lag), HALF), 0.02 * arrivalMiddle);
		assertEquals(Regime.Kind.SHARP_FRONT, run.regime().kind());
		assertTrue(run.massError() < 1e-12, "mass error " + run.massError());
	}

	@Test
	void fiveCBecomesUniformWhenTheTableSays() {
		// 2 % of the table's times
		assertEquals(21.46, run(5, 0.08, 30).uniformAfterSeconds(1, SimulationRun.Stamp.END), 0.02 * 21.46);
		final SimulationRun even = run(5, 0.14, 10);
		assertEquals(2.98, even.uniformAfterSeconds(1, SimulationRun.Stamp.END), 0.02 * 2.98);
		assertEquals(2.48, even.uniformAfterSeconds(1, SimulationRun.Stamp.MIDDLE), 0.02 * 2.48);
		assertEquals(Regime.Kind.UNIFORM, even.regime().kind());
	}

	/** A front carries at most what the current brings: v dx = r L / faces. */
	@Test
	void massBalanceBoundsTheFront() {
		final SimulationRun run = run(5, 0.08, 12);
		final double[] early = run.profile((int) Math.round(4 / 0.05));
		final double[] late = run.profile((int) Math.round(8 / 0.05));
		double gained = 0;
		for (int i = 0; i < 400; i++)
			gained += (late[i] - early[i]) / 400;
		// the current is prescribed: exact but for rounding of 400 sums
		assertEquals(4 * 5 / 3600.0, gained, 1e-13);
	}

	@Test
	void twiceTheCellsAndHalfTheStepChangeNothingThatCounts() {
		final double[][] numbers = new double[3][];
		for (int i = 0; i < 3; i++) {
			final SimulationOptions o = SimulationOptions.standard().withCells(i == 1 ? 800 : 400).withTolerance(i == 2 ? 3e-8
				: 1e-6);
			final SimulationRun run = RodSimulation.run(Material.nwo(), Rod.standard(), Protocol.current(10, 20), o, Progress.NONE);
			numbers[i] = new double[] { FrontNumbers.halfMax(run.rate(0.5, 401, SimulationRun.Stamp.MIDDLE), HALF), FrontNumbers
				.arrival(run.rate(0.5, 401, SimulationRun.Stamp.MIDDLE), HALF), run.uniformAfterSeconds(0.5, SimulationRun.Stamp.MIDDLE) };
		}
		for (int k = 0; k < 3; k++) {
			// the bound asked for
			assertEquals(numbers[0][k], numbers[1][k], 0.005 * numbers[0][k], "mesh, number " + k);
			assertEquals(numbers[0][k], numbers[2][k], 0.005 * numbers[0][k], "step, number " + k);
		}
	}
}
