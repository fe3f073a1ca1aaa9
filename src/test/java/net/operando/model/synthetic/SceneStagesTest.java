package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Material;

import org.junit.jupiter.api.Test;

class SceneStagesTest {

	@Test
	void normalDeviatesAreNormalAndStreamsDiffer() {
		final SeedStream stream = SeedStream.of(3, "a");
		final int n = 200_000;
		double sum = 0;
		double square = 0;
		int beyond = 0;
		for (int i = 0; i < n; i++) {
			final double v = stream.normal();
			sum += v;
			square += v * v;
			if (Math.abs(v) > 2) beyond++;
		}
		// four standard errors: 1/sqrt(n), sqrt(2/n), sqrt(p/n)
		assertEquals(0, sum / n, 4 / Math.sqrt(n));
		assertEquals(1, square / n, 4 * Math.sqrt(2.0 / n));
		assertEquals(0.0455, beyond / (double) n, 4 * Math.sqrt(0.0455 / n));
		assertNotEquals(SeedStream.of(3, "a").bits(), SeedStream.of(3, "b").bits());
		assertNotEquals(SeedStream.of(3, "a", 0).bits(), SeedStream.of(3, "a", 1).bits());
	}

	@Test
	void smoothNoiseHasUnitVarianceAndItsCorrelation() {
		final SmoothNoise.Reader noise = new SmoothNoise(11, 0.5).reader();
		double square = 0;
		double product = 0;
		final int n = 20_000;
		for (int i = 0; i < n; i++) {
			// points three correlation lengths apart
			final double x = i % 200 * 2.13;
			final double y = i / 200 * 2.07;
			final double v = noise.at(x, y);
			square += v * v;
			product += v * noise.at(x + 0.5, y);
		}
		// four standard errors sqrt(2/n) = 1 %
		assertEquals(1, square / n, 0.04);
		assertEquals(Math.exp(-0.25), product / n, 0.04);
	}

	@Test
	void timingLosesPausesAndThins() {
		final Timing timing = Timing.defaults().withRate(2, 2, 1000).withFaults(4, 0.05);
		final int kept = timing.schedule(1).size();
		// a stored frame needs both exposures: .95^2; four standard deviations
		assertEquals(902.5, kept, 4 * Math.sqrt(1000 * 0.9025 * 0.0975));
		final List<Timing.FrameTime> pause = Timing.defaults().withRate(2, 2, 100).withFaults(0, 0).withPause(20, 30).schedule(
			1);
		assertEquals(70, pause.size());
		assertEquals(30.5, pause.get(20).seconds() - pause.get(19).seconds() - 0.5, 1e-9);
		final List<Timing.FrameTime> thin = Timing.defaults().withRate(2, 2, 100).withFaults(0, 0).withSparseTail(50, 5)
			.schedule(1);
		assertEquals(60, thin.size());
		assertEquals(5, thin.get(59).seconds() - thin.get(58).seconds(), 1e-9);
		// mean of two exposures whose middles are .004 and .504 s
		assertEquals(0.254, thin.get(0).seconds(), 1e-12);
		assertThrows(InvalidInputException.class, () -> Timing.defaults().withFaults(0, 1).schedule(1));
	}

	@Test
	void theCellCountsChargeOnItsOwnClock() {
		final Cell cell = Cell.defaults().withStartX(0.1).withClock(3.7, 1000).withSteps(-10, CellStep.of(0, 20, 1), CellStep.of(
			5, 72, 2), CellStep.of(-10, 36, 0));
		// a clock 1000 ppm fast needs less of the movie's time
		assertEquals(-10 + 21 / 1.001, cell.stepStartSeconds(1), 1e-9);
		assertEquals(0.1 + 5 * 178 / 178.25 * 72 / 1.001 / 3600, cell.x(cell.stepEndSeconds(1)), 1e-12);
		assertEquals(0.1, cell.x(1000), 1e-12);
		assertEquals(3.7 + 100.1, cell.potentiostatSeconds(100), 1e-9);
		assertEquals(0, cell.cRate(cell.stepEndSeconds(1) + 1), 0);
		assertEquals(5 * 178e-3 * cell.massMg() * 1e-3, cell.amperes(5), 1e-12);
		final double[][] rows = cell.record(1, Material.nwo(), 4);
		assertEquals(144, rows.length);
		assertEquals(72, rows[143][0], 1e-9);
		assertTrue(rows[143][1] < rows[0][1], "lithiation lowers the voltage");
	}

	@Test
	void onsetBrighteningIsWeakerWithMoreLithium() {
		final Cell cell = Cell.defaults().withSteps(0, CellStep.of(5, 100, 0));
		final OnsetBrightening onset = OnsetBrightening.defaults();
		assertEquals(1, onset.factor(cell, 0.08, -1), 0);
		// .25 %/s decaying over 6 s
		assertEquals(Math.exp(0.0025 * 6 * (1 - Math.exp(-20.0 / 6))), onset.factor(cell, 0.08, 20), 1e-12);
		assertEquals(Math.exp(-1), Math.log(onset.factor(cell, 0.14, 20)) / Math.log(onset.factor(cell, 0.08, 20)), 1e-9);
	}

	@Test
	void aCrackRunsFromTheLeftAndThenOpens() {
		final Crack crack = Crack.at(100, 9).withGap(2, 300);
		assertEquals(0, crack.tip_um(99, 3.5), 0);
		assertEquals(1.87, crack.tip_um(110, 3.5), 1e-12);
		// 3.5 um at 187 nm/s: the paper's 19 s
		assertEquals(118.7, crack.tipSeconds(3.5), 0.05);
		assertEquals(0, crack.gap_um(118, 3.5), 0);
		assertEquals(0.02, crack.gap_um(crack.tipSeconds(3.5) + 10, 3.5), 1e-9);
		assertEquals(0.3, crack.gap_um(1000, 3.5), 1e-12);
		assertEquals(1, crack.light(0, -1, 99, 3.5), 0);
		assertTrue(crack.light(0, -1.7, 105, 3.5) < 0.2 && crack.light(0, 1.7, 105, 3.5) > 0.99);
		assertEquals(1, crack.light(1, -1.7, 105, 3.5), 1e-9);
	}

	@Test
	void aSimulatedRodKeepsTheCharge() {
		final Cell cell = Cell.defaults().withStartX(0.3).withSteps(0, CellStep.of(0, 10, 0.4), CellStep.of(-5, 40, 0));
		final SceneRod rod = SceneRod.of(RodGeometry.defaults().withSize(8, 2), SceneRod.Drive.SIMULATED).withCracks(Crack.at(
			20, 3).withTipSpeed(500)).withContactLosses(ContactLoss.at(30, 1));
		final RodState state = rod.state(cell, Material.nwo(), PrescribedFronts.defaults(), 60);
		for (final double t : new double[] { 5, 20, 45, 55 })
			// x between the solver's cells, 20 nm apart, is linear; the crack's cell is shared
			assertEquals(cell.x(t), state.at(t).meanX(), 2e-4, "at " + t);
		final RodSnapshot before = state.at(29.9);
		final RodSnapshot after = state.at(50);
		assertTrue(after.x(6) < before.x(6) - 0.01, "the part with contact goes on");
		assertEquals(before.x(1), after.x(1), 2e-3, "the part without contact keeps its lithium but evens out");
		assertTrue(before.length_um() < 8, "it shortens as lithium leaves");
		assertEquals(after.position_um(5), after.position_um(after.material_um(after.position_um(5))), 1e-9);
	}

	@Test
	void presetsAreFoundByTheirLabels() {
		for (final ScenePreset preset : ScenePreset.values()) {
			final Scene scene = ScenePreset.of(preset.label().toUpperCase()).scene(5);
			assertEquals(5, scene.seed());
			assertEquals(scene.toJson(), Scene.fromJson(scene.toJson()).toJson());
			assertEquals(3, scene.rods().size());
		}
		assertThrows(InvalidInputException.class, () -> ScenePreset.of("6C"));
	}

	/** The paper's claim: a front from .08, none from .14. */
	@Test
	void lithiationFromAHoldHasAFrontAndWithoutItNone() {
		for (final ScenePreset preset : List.of(ScenePreset.HOLD_5C, ScenePreset.NO_HOLD_5C)) {
			final Scene scene = preset.scene(1);
			final RodState state = scene.rods().get(0).state(scene.cell(), scene.material(), scene.fronts(), 20);
			final RodSnapshot early = state.at(15.5);
			final RodSnapshot late = state.at(16.5);
			final double end = late.x(0.3) - early.x(0.3);
			final double centre = late.x(10.2) - early.x(10.2);
			// 6 s after the onset
			if (preset == ScenePreset.HOLD_5C) assertTrue(centre < 0.1 * end, "centre " + centre + ", end " + end);
			else assertTrue(centre > 0.7 * end, "centre " + centre + ", end " + end);
		}
	}
}
