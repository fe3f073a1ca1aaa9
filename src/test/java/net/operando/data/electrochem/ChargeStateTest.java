package net.operando.data.electrochem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

/** Charge, sign, x, C-rate, half cycles and the timeline, on recordings whose integrals are known in closed form. */
class ChargeStateTest {

	private static final ChargeParameters NWO = ChargeParameters.defaults().withMassMg(1).withStartX(0.08);
	/** 5C of 1 mg at 178 mAh/g. */
	private static final double FIVE_C = 0.89e-3;
	/** Rounding of a few hundred additions. */
	private static final double EXACT = 1e-12;

	private static ChargeState state(final CyclerRecording r, final ChargeParameters p) {
		return ChargeState.of(r, Steps.of(r, StepParameters.defaults()), p);
	}

	private static CyclerRecording cycle() {
		return new Recordings(1).rest(10, 2.5).current(280, -FIVE_C, 2.3, 1.4).rest(30, 1.5).gap(600).current(140, FIVE_C, 1.7,
			2.4).build();
	}

	@Test
	void chargeIsIntegratedOverTrueTimeAndNotAcrossGaps() {
		final CyclerRecording r = cycle();
		final ChargeState q = state(r, NWO);
		// trapezoid: half a period each at the edges of the step, so 280 full periods
		final double lithiated = 280 * FIVE_C;
		assertEquals(lithiated, q.coulombs(319), EXACT);
		// the second file's first sample already holds the period since control began
		assertEquals(lithiated - FIVE_C, q.coulombs(320), EXACT);
		assertEquals(lithiated - 140 * FIVE_C, q.coulombs(459), EXACT);
		assertTrue(Double.isNaN(q.coulombsAt(700)));
		assertEquals(lithiated - 0.5 * FIVE_C, q.coulombsAt(920.5), EXACT);
	}

	@Test
	void lithiationRaisesX() {
		final ChargeState q = state(cycle(), NWO);
		assertEquals(-1, q.sign().factor());
		assertEquals(5, q.cRate(-FIVE_C), EXACT);
		assertEquals(-5, q.cRate(FIVE_C), EXACT);
		final double mahPerG = 280 * FIVE_C / 3.6 / 1e-3;
		assertEquals(mahPerG, q.mahPerG(q.coulombs(319)), 1e-9);
		assertEquals(0.08 + mahPerG / 178.25, q.x(q.coulombs(319)), EXACT);
		// dx/dt = C / 3600 of the paper, with its 178 against our 178.25
		assertEquals(5.0 / 3600 * 280 * 178 / 178.25, mahPerG / 178.25, EXACT);
	}

	@Test
	void theSignIsToldFromTheVoltage() {
		final SignDecision usual = state(cycle(), NWO).sign();
		assertEquals(CurrentSign.LITHIATION_NEGATIVE, usual.sign());
		assertTrue(usual.isSure() && usual.evidence().contains("rises with positive current"), usual.evidence());
		final CyclerRecording flipped = new Recordings(1).rest(10, 2.5).current(280, FIVE_C, 2.3, 1.4).rest(30, 1.5).current(
			140, -FIVE_C, 1.7, 2.4).build();
		final ChargeState q = state(flipped, NWO);
		assertEquals(CurrentSign.LITHIATION_POSITIVE, q.sign().sign());
		assertTrue(q.x(q.coulombs(319)) > 0.08);
		final SignDecision given = state(flipped, NWO.withCurrentSign(CurrentSign.LITHIATION_NEGATIVE)).sign();
		assertEquals(CurrentSign.LITHIATION_NEGATIVE, given.sign());
	}

	@Test
	void aSignThatCannotBeToldIsWarnedOf() {
		final ChargeState q = state(new Recordings(1).rest(20, 2.5).build(), NWO);
		assertFalse(q.sign().isSure());
		assertTrue(q.warnings().stream().anyMatch(w -> w.contains("set the current sign")), q.warnings().toString());
	}

	@Test
	void whatIsNotKnownIsNotANumber() {
		final ChargeState q = state(cycle(), ChargeParameters.defaults());
		assertTrue(Double.isNaN(q.mahPerG(1)) && Double.isNaN(q.x(1)) && Double.isNaN(q.cRate(1e-3)));
		assertTrue(q.warnings().get(0).contains("set massmg"));
		final ChargeState noX = state(cycle(), ChargeParameters.defaults().withMassMg(1));
		assertTrue(Double.isNaN(noX.x(1)) && noX.warnings().get(0).contains("set startx"));
		// the current of 1C is another way to say the mass
		assertEquals(1, ChargeParameters.defaults().withOneCAmperes(0.178e-3).massMg(), EXACT);
		assertThrows(InvalidInputException.class, () -> ChargeParameters.defaults().withMassMg(-1));
	}

	@Test
	void halfCyclesHaveDirectionRateCapacityAndX() {
		final CyclerRecording r = cycle();
		final Steps steps = Steps.of(r, StepParameters.defaults());
		final ChargeState q = ChargeState.of(r, steps, NWO);
		final List<HalfCycle> half = HalfCycle.of(steps, q);
		assertEquals(2, half.size());
		assertEquals(HalfCycle.Direction.LITHIATION, half.get(0).direction());
		assertEquals(HalfCycle.Direction.DELITHIATION, half.get(1).direction());
		assertEquals(1, half.get(0).cycle());
		assertEquals(1, half.get(1).cycle());
		assertEquals(5, half.get(0).cRate(), 1e-9);
		assertEquals(0.08, half.get(0).startX(), 1e-9);
		// between the last resting sample and the first of the step the trapezoid gives half a period
		assertEquals(280 * FIVE_C / 3.6e-3, half.get(0).capacityMahPerG(), FIVE_C / 3.6e-3);
		assertEquals(140 * FIVE_C / 3.6e-3, half.get(1).capacityMahPerG(), 1e-9);
		assertEquals(half.get(1).startX() - half.get(1).capacityMahPerG() / 178.25, half.get(1).endX(), EXACT);
	}

	@Test
	void aNewCycleBeginsWithTheFirstDirectionAndRestsDoNotEndAHalfCycle() {
		final Recordings b = new Recordings(1);
		for (int k = 0; k < 2; k++)
			b.current(20, -1e-3, 2, 1.9).rest(20, 1.95).current(20, -1e-3, 1.9, 1.8).rest(20, 1.85).current(20, 1e-3, 1.9, 2.1);
		final CyclerRecording r = b.build();
		final Steps steps = Steps.of(r, StepParameters.defaults());
		final List<HalfCycle> half = HalfCycle.of(steps, ChargeState.of(r, steps, NWO));
		assertEquals(4, half.size());
		assertEquals(1, half.get(1).cycle());
		assertEquals(2, half.get(2).cycle());
		assertEquals(2, half.get(3).cycle());
	}

	@Test
	void theTimelineIsEmptyInGaps() {
		final CyclerRecording r = cycle();
		final Steps steps = Steps.of(r, StepParameters.defaults());
		final ChargeState q = ChargeState.of(r, steps, NWO);
		final Timeline line = Timeline.of(TimeAxis.of(-1, 5, 100.5, 300, 600, 930), ClockAlignment.given(0.25), steps, q);
		assertEquals("gap", line.stepLabel(0));
		assertEquals("rest", line.stepLabel(1));
		assertEquals("constant_current", line.stepLabel(2));
		assertEquals(5, line.cRate(2), 1e-9);
		assertEquals(-FIVE_C, line.currentAmperes(2), 1e-15);
		// linear in the step: 100.75 s is 89.75 periods after the first sample at 11 s
		assertEquals(2.3 - 0.9 * 89.75 / 279, line.voltageVolts(2), EXACT);
		assertTrue(Double.isNaN(line.voltageVolts(4)) && Double.isNaN(line.x(4)) && Double.isNaN(line.chargeMahPerG(4)));
		assertEquals("gap", line.stepLabel(4));
		assertTrue(line.x(5) < line.x(3));
		assertEquals(930, line.movieSeconds(5));
	}
}
