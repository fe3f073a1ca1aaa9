package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.numeric.VariableStepBdf;

/** The gradient energy in one dimension. */
class CahnHilliardEquationTest {

	/** PFHub's free energy 5 (c - .3)^2 (.7 - c)^2 as a voltage: mu = -F E. */
	private static final OpenCircuitVoltage DOUBLE_WELL = new OpenCircuitVoltage() {

		@Override
		public double value(final double c) {
			return -10 * (c - 0.3) * (0.7 - c) * (1 - 2 * c) / FARADAY;
		}

		@Override
		public double slope(final double c) {
			final double u = c - 0.3;
			final double v = 0.7 - c;
			return -10 * (v * (1 - 2 * c) - u * (1 - 2 * c) - 2 * u * v) / FARADAY;
		}

		@Override
		public boolean isFalling() {
			return false;
		}

		@Override
		public double content(final double volts) {
			throw new IllegalStateException("two phases");
		}
	};

	private static CahnHilliardEquation doubleWell(final RodMesh mesh) {
		// mobility 5, kappa 2, no units; the greatest content is 1
		return new CahnHilliardEquation(mesh, Diffusivity.of(c -> -5 * OpenCircuitVoltage.FARADAY * DOUBLE_WELL.slope(c)), c -> 5,
			2, DOUBLE_WELL, 0, 298.15, false, false);
	}

	@Test
	void aWallRelaxesToItsTangentHyperbolicus() {
		final int n = 400;
		final RodMesh mesh = RodMesh.uniform(40, n);
		final CahnHilliardEquation eq = doubleWell(mesh);
		final double[] y = new double[n + 1];
		for (int i = 0; i < n; i++)
			y[i] = mesh.centre(i) < 20 ? 0.3 : 0.7;
		final VariableStepBdf bdf = new VariableStepBdf(eq, 1e-7, 5, 1e-14);
		bdf.start(0, y, 1e-6);
		while (bdf.time() < 2000)
			assertTrue(bdf.step(2000), bdf.toString());
		double energy = 0;
		final double[] c = bdf.state();
		for (int i = 0; i < n; i++) {
			// h^2 = 0.01 times a fourth derivative of order 1 over 24
			assertEquals(0.5 + 0.2 * Math.tanh(0.4472136 * (mesh.centre(i) - 20)), c[i], 2e-4);
			energy += 0.1 * 5 * Math.pow((c[i] - 0.3) * (0.7 - c[i]), 2);
			if (i > 0) energy += 0.1 * Math.pow((c[i] - c[i - 1]) / 0.1, 2);
		}
		// second order in h
		assertEquals(0.04770278, energy, 5e-5);
		assertEquals(0.5, eq.meanContent(c), 1e-13);
	}

	@Test
	void smallWavesGrowAtTheirRate() {
		// cos(k z) in a closed box of two half waves
		final int n = 200;
		final double length = 20;
		final double k = 2 * Math.PI / length;
		final RodMesh mesh = RodMesh.uniform(length, n);
		final CahnHilliardEquation eq = doubleWell(mesh);
		final double[] y = new double[n + 1];
		for (int i = 0; i < n; i++)
			y[i] = 0.5 + 1e-5 * Math.cos(k * mesh.centre(i));
		final VariableStepBdf bdf = new VariableStepBdf(eq, 1e-10, 5, 1e-14);
		bdf.start(0, y, 1e-6);
		while (bdf.time() < 4)
			assertTrue(bdf.step(4), bdf.toString());
		final double rate = Math.log((bdf.state()[0] - 0.5) / (y[0] - 0.5)) / 4;
		final double truth = 5 * k * k * (0.8 - 2 * k * k);
		// second order: (k h)^2 / 12 of each power of k^2
		assertEquals(truth, rate, 2e-3 * truth);
	}

	@Test
	void withoutGradientEnergyItIsPlainDiffusion() {
		final SimulationOptions o = SimulationOptions.standard().withCells(100);
		final Rod rod = Rod.standard();
		// so small that it must not matter: 1e-22 J m5 mol-2 x 33450 mol/m3 over (0.2 um)^2 is 0.1 J/mol
		final SimulationRun with = RodSimulation.run(Material.nwo(), rod, Protocol.current(5, 12), o.withKappa(1e-22), Progress.NONE);
		final SimulationRun without = RodSimulation.run(Material.nwo(), rod, Protocol.current(5, 12), o, Progress.NONE);
		final double[] a = with.profile(with.columns() - 1);
		final double[] b = without.profile(without.columns() - 1);
		for (int i = 0; i < a.length; i++)
			assertEquals(b[i], a[i], 2e-5); // two step sequences, each with local errors of 1e-6
		assertTrue(with.massError() < 1e-12);
	}

	@Test
	void aMixtureThatSeparatesNeedsGradientEnergyAndThenFillsPhaseByPhase() {
		final Material m = Material.fromJson(
			"{\"diffusion\":\"LATTICE_GAS\",\"latticeDiffusionM2PerS\":1e-13,\"latticeInteraction\":3}");
		final Rod rod = Rod.standard().withLengthMicrometres(2).withStartX(0.03).withActiveEnds(true, false);
		final SimulationOptions o = SimulationOptions.standard().withCells(100);
		final InvalidInputException e = org.junit.jupiter.api.Assertions.assertThrows(InvalidInputException.class,
			() -> RodSimulation.run(m, rod, Protocol.current(2, 600), o, Progress.NONE));
		assertTrue(e.getMessage().contains("kappa"), e.getMessage());
		// wall of width sqrt(kappa c_max / RT) = 0.1 um: kappa = 1e-14 x 2479 / 33450
		final SimulationOptions gradient = o.withKappa(1e-14 * 2479 / 33450);
		for (final SurfaceSharing sharing : SurfaceSharing.values()) {
			final SimulationRun run = RodSimulation.run(m, rod, Protocol.current(2, 600).withCrack(500, 1.6), gradient.withSharing(sharing), Progress.NONE);
			assertTrue(run.massError() < 1e-12, "mass error " + run.massError());
			final double[] x = run.profile((int) (450 / run.outputSeconds()));
			// binodal of w = 3: ln(x/(1-x)) + 3 (1-2x) = 0 at .0707; the current moves both sides of the wall off it a little
			assertTrue(x[0] > 0.9 && x[99] < 0.15, sharing + ": " + x[0] + " " + x[99]);
			assertEquals(0.03 + 2 * 600 / 3600.0, run.voltage().meanX(run.voltage().size() - 1), 1e-12);
		}
	}

	@Test
	void aHoldUnderGradientEnergyFills() {
		final Material m = Material.fromJson(
			"{\"diffusion\":\"LATTICE_GAS\",\"latticeDiffusionM2PerS\":1e-13,\"latticeInteraction\":1,\"latticeVolts\":1.6}");
		final SimulationRun run = RodSimulation.run(m, Rod.standard().withLengthMicrometres(2).withStartX(0.2), Protocol.of(ProtocolStep
			.hold(1.6, 200)), SimulationOptions.standard().withCells(60).withKappa(1e-15 * 2479 / 33450), Progress.NONE);
		// E = 1.6 V at x = 1/2; 200 s are 20 diffusion times of 1 um2 / 1e-13
		assertEquals(0.5, run.voltage().meanX(run.voltage().size() - 1), 1e-4);
		assertTrue(run.massError() < 1e-12);
	}
}
