package net.operando.model.cahnhilliard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

class CahnHilliard2dTest {

	/** The table of the benchmark, to t = 20 here; to 200 in {@link CahnHilliardStudy}. */
	@Test
	void energyFollowsTheBenchmark() {
		final CahnHilliard2d ch = PhaseFieldBenchmark.problem(128, CahnHilliard2d.Edges.PERIODIC);
		final double mean = ch.mean();
		final double[][] table = { { 1, 318.86 }, { 10, 298.1 }, { 20, 213.0 } };
		for (final double[] row : table) {
			ch.advanceTo(row[0], 1e-4, Progress.NONE);
			assertEquals(row[1], ch.energy(), 0.02 * row[1]); // what is asked for
		}
		assertEquals(mean, ch.mean(), 1e-13);
	}

	@ParameterizedTest
	@EnumSource(CahnHilliard2d.Edges.class)
	void smallWavesGrowAtTheirRate(final CahnHilliard2d.Edges edges) {
		final int n = 32;
		final double[] c = new double[n * n];
		final double k = 2 * Math.PI / 20;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				c[i * n + j] = .5 + 1e-6 * Math.cos(k * 20 * (i + .5) / n);
		final CahnHilliard2d ch = CahnHilliard2d.of(edges, n, n, 20, 20, BulkEnergy.doubleWell(5, .3, .7), 5, 2, .5, c);
		ch.advanceTo(2, 1e-11, Progress.NONE);
		final double rate = Math.log((ch.field()[0] - .5) / (c[0] - .5)) / 2;
		final double truth = 5 * k * k * (.8 - 2 * k * k);
		// each step is off by less than 1e-11 of 1e-6, and extrapolated
		assertEquals(truth, rate, 1e-3 * truth);
	}

	@ParameterizedTest
	@EnumSource(CahnHilliard2d.Edges.class)
	void energyFallsAndMassStays(final CahnHilliard2d.Edges edges) {
		final CahnHilliard2d ch = PhaseFieldBenchmark.problem(64, edges);
		final double mean = ch.mean();
		double before = ch.energy();
		for (int t = 1; t <= 40; t++) {
			ch.advanceTo(t, 1e-4, Progress.NONE);
			final double now = ch.energy();
			// the continuous energy falls; steps of second order may not add more than their error
			assertTrue(now < before + 1e-3, "t = " + t + ": " + before + " -> " + now);
			before = now;
		}
		assertEquals(mean, ch.mean(), 1e-13);
		assertEquals(40, ch.time());
	}

	@Test
	void aWallHasItsEnergy() {
		final int n = 128;
		final double[] c = new double[n * 2];
		for (int i = 0; i < n; i++)
			c[2 * i] = c[2 * i + 1] = i < n / 2 ? .3 : .7;
		final CahnHilliard2d ch = CahnHilliard2d.of(CahnHilliard2d.Edges.NO_FLUX, n, 2, 40, 1, BulkEnergy.of(u -> 5 * Math.pow((u -
			.3) * (.7 - u), 2), u -> 10 * (u - .3) * (.7 - u) * (1 - 2 * u)), 5, 2, .5, c);
		ch.advanceTo(500, 1e-4, Progress.NONE);
		// spectral in space, and at rest; the box of 40 cuts tails of exp(-18)
		assertEquals(0.04770278, ch.energy(), 1e-6);
		assertEquals(.5 + .2 * Math.tanh(.4472136 * (40.0 / n) * 4.5), ch.field()[2 * (n / 2 + 4)], 1e-5);
	}

	@Test
	void fixedStepsAreOfFirstOrder() {
		final double[] energy = new double[3];
		for (int i = 0; i < 3; i++) {
			final CahnHilliard2d ch = PhaseFieldBenchmark.problem(64, CahnHilliard2d.Edges.PERIODIC);
			final double dt = 0.1 / (1 << i);
			for (int s = 0; s < 100 << i; s++)
				ch.step(dt);
			energy[i] = ch.energy();
			assertEquals(10, ch.time(), 1e-9);
			assertEquals(100 << i, ch.steps());
		}
		final double order = Math.log((energy[0] - energy[1]) / (energy[1] - energy[2])) / Math.log(2);
		// the next term changes the observed order by some tenths
		assertEquals(1, order, 0.3);
	}

	@Test
	void refusesWhatCannotBeMeant() {
		assertThrows(InvalidInputException.class, () -> CahnHilliard2d.of(CahnHilliard2d.Edges.PERIODIC, 100, 100, 1, 1, BulkEnergy
			.doubleWell(5, .3, .7), 5, 2, .5, new double[10000]));
		final CahnHilliard2d ch = PhaseFieldBenchmark.problem(16, CahnHilliard2d.Edges.PERIODIC);
		assertThrows(InvalidInputException.class, () -> ch.advanceTo(-1, 1e-4, Progress.NONE));
	}
}
