package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/** Boundaries, limits, holds, cracks: what {@link RodSimulation} does beside diffusing. */
class RodSimulationTest {

	private static final SimulationOptions COARSE = SimulationOptions.standard().withCells(100).withOutput(0.5, 6000);

	private static SimulationRun run(final Rod rod, final Protocol protocol, final SimulationOptions options) {
		final SimulationRun run = RodSimulation.run(Material.nwo(), rod, protocol, options, Progress.NONE);
		// rounding of some thousand steps; the bound every run must meet
		assertTrue(run.massError() < 1e-12, "mass error " + run.massError());
		return run;
	}

	private static double mean(final double[] x, final int from, final int to) {
		double sum = 0;
		for (int i = from; i < to; i++)
			sum += x[i];
		return sum / (to - from);
	}

	@Test
	void aVoltageLimitIsMetExactly() {
		final SimulationRun run = run(Rod.standard(), Protocol.of(ProtocolStep.current(2, Double.NaN).withVoltageLimits(1.7,
			Double.NaN)), COARSE);
		final VoltageTrace v = run.voltage();
		// bisection to 1e-10 of a step, of a voltage that moves by volts per step at most
		assertEquals(1.7, v.volts(v.size() - 1), 1e-8);
		assertEquals(StepReport.End.LOWER_VOLTAGE, run.steps().get(0).end());
		assertEquals(0.08 + 2 * run.steps().get(0).endSeconds() / 3600, v.meanX(v.size() - 1), 1e-12);
		assertTrue(v.volts(1) > 1.7);
	}

	@ParameterizedTest
	@EnumSource(SurfaceSharing.class)
	void aHoldRelaxesToTheContentOfItsVoltage(final SurfaceSharing sharing) {
		final Protocol p = Protocol.currentThenHold(5, 1.75, 0.02, 40000);
		final SimulationRun run = run(Rod.standard(), p, COARSE.withSharing(sharing));
		final VoltageTrace v = run.voltage();
		final int end = v.size() - 1;
		assertEquals(StepReport.End.LOWER_VOLTAGE, run.steps().get(0).end());
		assertEquals(StepReport.End.SMALL_CURRENT, run.steps().get(1).end());
		assertEquals(0.02, v.cRate(end), 1e-6);
		assertEquals(1.75, v.volts(end), 1e-12);
		// E(.42) = 1.75 V, slope 0.8 V; at C/50 the mean lags by r l^2 / (3 D) = 1e-4; kinetics at 0.183 A/m2 over an exchange
		// of 1 A/m2 cost 4.7 mV, that is 0.006 of x
		assertEquals(sharing == SurfaceSharing.BUTLER_VOLMER ? 0.414 : 0.42, v.meanX(end), 0.0005);
		for (int i = 1; i < v.size(); i++)
			if (v.seconds(i) > run.steps().get(1).startSeconds()) assertTrue(v.cRate(i) <= v.cRate(i - 1) + 1e-6,
				"the current of a hold falls");
	}

	@Test
	void equalPotentialIsEqualFluxWhereTheEndsAreAlike() {
		final SimulationRun flux = run(Rod.standard(), Protocol.current(5, 20), COARSE);
		final SimulationRun potential = run(Rod.standard(), Protocol.current(5, 20), COARSE.withSharing(
			SurfaceSharing.EQUAL_POTENTIAL));
		final double[] a = flux.profile(flux.columns() - 1);
		final double[] b = potential.profile(potential.columns() - 1);
		for (int i = 0; i < a.length; i++)
			// two step sequences, each with local errors of 1e-6
			assertEquals(a[i], b[i], 2e-5);
		final VoltageTrace v = potential.voltage();
		assertEquals(flux.voltage().volts(flux.voltage().size() - 1), v.volts(v.size() - 1), 1e-3);
		assertEquals(0.08 + 5 * 20 / 3600.0, v.meanX(v.size() - 1), 1e-12);
	}

	@Test
	void kineticsCostTheirOverpotentialAndVanishWhenFast() {
		final Material slow = Material.fromJson("{\"exchangeCurrentAPerM2\": 0.5}");
		final Material fast = Material.fromJson("{\"exchangeCurrentAPerM2\": 1e5}");
		final SimulationOptions o = COARSE.withSharing(SurfaceSharing.BUTLER_VOLMER);
		final Rod rod = Rod.standard().withStartX(0.2);
		final double without = lastVolts(RodSimulation.run(slow, rod, Protocol.current(1, 60), COARSE, Progress.NONE));
		final double withFast = lastVolts(RodSimulation.run(fast, rod, Protocol.current(1, 60), o, Progress.NONE));
		final double withSlow = lastVolts(RodSimulation.run(slow, rod, Protocol.current(1, 60), o, Progress.NONE));
		// 9.15 A/m2 (1C over two ends) over 1e5 A/m2: 2.3 uV; time stepping below that
		assertEquals(without, withFast, 1e-5);
		final double j = 20.4e-6 / 2 / 3600 * 33450 * OpenCircuitVoltage.FARADAY;
		final double eta = 2 * 8.31446261815324 * 298.15 / OpenCircuitVoltage.FARADAY * Math.log(j + Math.sqrt(j * j + 1));
		assertEquals(without - eta, withSlow, 1e-5);
	}

	private static double lastVolts(final SimulationRun run) {
		return run.voltage().volts(run.voltage().size() - 1);
	}

	@Test
	void aClosedEndIsHalfOfARodOfTwiceTheLength() {
		final SimulationRun whole = run(Rod.standard(), Protocol.current(5, 15), COARSE);
		final SimulationRun half = run(Rod.standard().withLengthMicrometres(10.2).withActiveEnds(true, false), Protocol.current(5,
			15), COARSE.withCells(50));
		final double[] a = whole.profile(whole.columns() - 1);
		final double[] b = half.profile(half.columns() - 1);
		for (int i = 0; i < 50; i++)
			assertEquals(a[i], b[i], 2e-5); // two step sequences, each with local errors of 1e-6
		assertEquals(whole.regime().s(), half.regime().s(), 1e-9);
	}

	@Test
	void aCrackCutsConservesAndSharesTheCurrent() {
		final Protocol p = Protocol.current(-1.54, 400).withCrack(280, 7.3);
		final SimulationRun run = run(Rod.standard().withStartX(0.68).withLengthMicrometres(17.9).withActiveEnds(true, false), p,
			COARSE.withCells(180));
		final RodMesh mesh = run.mesh();
		final int face = mesh.nearestInnerFace(7.3e-6);
		// the mesh has a face where the crack comes
		assertEquals(7.3e-6, mesh.face(face), 1e-18);
		final double[] before = run.profile(560);
		final double[] after = run.profile(700);
		assertEquals(280, run.seconds(560), 1e-9);
		// three surfaces share the current: the piece with one active face gets a third
		double left = 0;
		double right = 0;
		for (int i = 0; i < mesh.cells(); i++) {
			if (i < face) left += (after[i] - before[i]) * mesh.width(i);
			else right += (after[i] - before[i]) * mesh.width(i);
		}
		final double total = -1.54 * 70 / 3600 * 17.9e-6;
		// rounding: the fluxes are prescribed
		assertEquals(total * 2 / 3, left, 1e-11 * 17.9e-6);
		assertEquals(total / 3, right, 1e-11 * 17.9e-6);
		// a new face: the steepest change is now at the crack
		final Kymograph rate = run.rate(1);
		int column = rate.times().nearest(283);
		assertTrue(Math.abs(rate.value(column, face)) > 3 * Math.abs(rate.value(rate.times().nearest(275), face)));
	}

	@ParameterizedTest
	@EnumSource(SurfaceSharing.class)
	void aFragmentWithoutContactKeepsItsLithium(final SurfaceSharing sharing) {
		final Protocol p = Protocol.current(-2, 300).withCrack(60, 6).withCrack(100, 14).withContactLoss(120, 15);
		final SimulationRun run = run(Rod.standard().withStartX(0.68), p, COARSE.withCells(204).withSharing(sharing));
		final RodMesh mesh = run.mesh();
		final int face = mesh.nearestInnerFace(14e-6);
		double then = 0;
		double now = 0;
		final double[] a = run.profile(240);
		final double[] b = run.profile(run.columns() - 1);
		double moved = 0;
		for (int i = face; i < mesh.cells(); i++) {
			then += a[i] * mesh.width(i);
			now += b[i] * mesh.width(i);
			moved = Math.max(moved, Math.abs(b[i] - a[i]));
		}
		assertEquals(then, now, 1e-13 * 20.4e-6);
		assertTrue(moved > 1e-3, "inside, the fragment still evens out");
		assertEquals(0.68 - 2 * 300 / 3600.0, run.voltage().meanX(run.voltage().size() - 1), 1e-12);
	}

	@Test
	void repeatsAndRestsFollowTheJson() {
		final Protocol p = Protocol.fromJson("{\"steps\":[{\"kind\":\"REPEAT\",\"count\":3,\"steps\":[" +
			"{\"kind\":\"CURRENT\",\"cRate\":4,\"seconds\":60},{\"kind\":\"REST\",\"seconds\":30}]}]}");
		final SimulationRun run = run(Rod.standard(), p, COARSE);
		assertEquals(6, run.steps().size());
		assertEquals(270, run.seconds(run.columns() - 1), 1e-9);
		assertEquals(0.08 + 4 * 180 / 3600.0, run.voltage().meanX(run.voltage().size() - 1), 1e-12);
		assertEquals(p.toJson(), Protocol.fromJson(p.toJson()).toJson());
		// the rest ends more even than it began
		final double[] a = run.profile((int) (240 / 0.5));
		final double[] b = run.profile(run.columns() - 1);
		assertTrue(b[0] - b[50] < 0.7 * (a[0] - a[50]));
	}

	@Test
	void aWarmRodDiffusesFaster() {
		final Material m = Material.nwo();
		// exp(190 meV / k (1/298.15 - 1/318.15)) = 1.592
		assertEquals(1.592, m.arrhenius(318.15), 0.001);
		final SimulationRun cold = run(Rod.standard(), Protocol.current(5, 10), COARSE);
		final SimulationRun warm = run(Rod.standard(), Protocol.current(5, 10), COARSE.withTemperatureKelvin(318.15));
		assertEquals(cold.regime().b() / 1.592, warm.regime().b(), 0.001 * cold.regime().b());
		assertTrue(warm.profile(20)[0] < cold.profile(20)[0]);
	}

	@Test
	void kymographsCarryWhatTheyAre() {
		final SimulationRun run = run(Rod.standard(), Protocol.current(5, 10), COARSE);
		final Kymograph x = run.composition(205);
		assertEquals(KymographQuantity.COMPOSITION, x.quantity());
		assertEquals(1e-7, x.positionStepMetres(), 1e-15);
		assertEquals(21, x.columns());
		final Kymograph rate = run.rate(1);
		assertEquals(KymographQuantity.COMPOSITION_RATE, rate.quantity());
		assertEquals(0.5, rate.times().seconds(0), 1e-9);
		assertEquals(1, run.rate(1, 50, SimulationRun.Stamp.END).times().seconds(0), 1e-9);
		final double[] a = run.profile(4);
		final double[] b = run.profile(6);
		assertEquals((b[30] - a[30]) / 1, 0.5 * (rate.value(4, 30) + rate.value(4, 31)), 2e-3 * b[30]);
		assertThrows(InvalidInputException.class, () -> run.rate(0.1));
		assertThrows(InvalidInputException.class, () -> run.rate(60));
		assertEquals("sharp_front", run.summary(1).get("expected_regime"));
	}

	@Test
	void whatCannotBeMeantIsRefusedInASentence() {
		refuse("driven above 1", SimulationException.class, Rod.standard().withStartX(0.9), Protocol.current(2, 3600), COARSE);
		refuse("driven below 0", SimulationException.class, Rod.standard(), Protocol.current(-5, 3600), COARSE);
		refuse("lengthum", InvalidInputException.class, Rod.standard().withLengthMicrometres(20.4e-6), Protocol.current(5, 1), COARSE);
		refuse("temperaturek", InvalidInputException.class, Rod.standard(), Protocol.current(5, 1), COARSE.withTemperatureKelvin(25));
		refuse("startx", InvalidInputException.class, Rod.standard().withStartX(8), Protocol.current(5, 1), COARSE);
		refuse("C-rate", InvalidInputException.class, Rod.standard(), Protocol.current(0, 1), COARSE);
		refuse("no surface", SimulationException.class, Rod.standard().withActiveEnds(false, false), Protocol.current(1, 1), COARSE);
		refuse("not inside", InvalidInputException.class, Rod.standard(), Protocol.current(1, 10).withCrack(1, 20.4), COARSE);
		refuse("outside the protocol", InvalidInputException.class, Rod.standard(), Protocol.current(1, 10).withCrack(11, 10), COARSE);
		refuse("has no end", InvalidInputException.class, Rod.standard(), Protocol.current(1, Double.NaN), COARSE);
		assertThrows(InvalidInputException.class, () -> Material.fromJson(
			"{\"diffusionX\":[0,0.5,0.4],\"diffusionLog10M2PerS\":[-12,-12,-12]}"));
		assertThrows(InvalidInputException.class, () -> Material.fromJson(
			"{\"diffusionX\":[0,1],\"diffusionLog10M2PerS\":[1e-12,1e-12]}"));
		assertThrows(InvalidInputException.class, () -> Material.fromJson(
			"{\"diffusionX\":[0,100],\"diffusionLog10M2PerS\":[-12,-12]}"));
		assertThrows(InvalidInputException.class, () -> Material.fromJson("{\"activationEnergy\":190}"));
		assertThrows(InvalidInputException.class, () -> Material.named("no such material"));
		assertThrows(InvalidInputException.class, () -> Protocol.fromJson("{\"steps\":[{\"kind\":\"CURENT\"}]}"));
	}

	private static void refuse(final String words, final Class<? extends RuntimeException> type, final Rod rod,
		final Protocol protocol, final SimulationOptions options)
	{
		final RuntimeException e = assertThrows(type, () -> RodSimulation.run(Material.nwo(), rod, protocol, options, Progress.NONE));
		assertTrue(e.getMessage().contains(words), e.getMessage());
	}

	@Test
	void cancelsBetweenSteps() {
		final Progress cancelled = new Progress() {

			private int asked;

			@Override
			public void update(final double fraction, final String status) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean isCancelled() {
				return ++asked > 3;
			}
		};
		assertThrows(CancelledException.class, () -> RodSimulation.run(Material.nwo(), Rod.standard(), Protocol.current(5, 10),
			COARSE, cancelled));
	}

	@Test
	void anUnevenMeshAgreesWithAnEvenOne() {
		final double[] faces = new double[241];
		for (int i = 0; i <= 240; i++) {
			final double s = i / 240.0;
			// twice finer at the ends than in the middle
			faces[i] = 20.4e-6 * (s - 0.25 / Math.PI * Math.sin(2 * Math.PI * s) * 0.66);
		}
		faces[240] = 20.4e-6;
		final SimulationRun uneven = RodSimulation.run(Material.nwo(), Rod.standard(), RodMesh.ofFaces(faces), Protocol.current(5, 12),
			SimulationOptions.standard(), Progress.NONE);
		final SimulationRun even = RodSimulation.run(Material.nwo(), Rod.standard(), Protocol.current(5, 12), SimulationOptions
			.standard().withCells(800), Progress.NONE);
		assertTrue(uneven.massError() < 1e-12);
		final Kymograph a = uneven.composition(103);
		final Kymograph b = even.composition(103);
		for (int r = 0; r < 103; r++)
			// second order in a cell of up to 0.11 um of a front some um wide
			assertEquals(b.value(120, r), a.value(120, r), 1e-4);
	}

	@Test
	void regimeMapSeparatesFrontsFromEvenness() {
		final RegimeMap map = RegimeMap.of(Material.nwo(), Rod.standard(), SimulationOptions.standard(), new double[] { 0.08, 0.14 },
			new double[] { 0.01, 5, -5 });
		assertEquals(Regime.Kind.SHARP_FRONT, map.regime(0, 1).kind());
		assertEquals(Regime.Kind.UNIFORM, map.regime(1, 1).kind());
		// slow current: S below 1
		assertEquals(Regime.Kind.UNIFORM, map.regime(0, 0).kind());
		// delithiation from .08 runs into slow D
		assertEquals(Regime.Kind.GRADIENT, map.regime(0, 2).kind());
		assertEquals(2, map.startX().length);
		assertEquals(3, map.cRates().length);
	}

	@Test
	void aLongRunIsThinnedNotTruncated() {
		final SimulationRun run = run(Rod.standard(), Protocol.current(0.5, 3000), COARSE.withOutput(1, 200));
		assertTrue(run.columns() <= 201 && run.columns() > 90, run.columns() + " profiles");
		for (int c = 1; c < run.columns() - 1; c++)
			assertEquals(run.outputSeconds(), run.seconds(c) - run.seconds(c - 1), 1e-9);
		assertEquals(3000, run.seconds(run.columns() - 1), 1e-9);
		assertEquals(mean(run.profile(50), 0, 100), 0.08 + 0.5 * run.seconds(50) / 3600, 1e-12);
	}
}
