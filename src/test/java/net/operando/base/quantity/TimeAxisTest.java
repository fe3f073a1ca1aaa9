package net.operando.base.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class TimeAxisTest {

	@Test
	void refusesTimesThatDoNotIncrease() {
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> TimeAxis.of(0, 1, 1));
		assertTrue(e.getMessage().contains("frame 3"), e.getMessage());
		assertThrows(InvalidInputException.class, () -> TimeAxis.of(0, Double.NaN));
		assertThrows(InvalidInputException.class, () -> TimeAxis.nominal(3, 0));
		assertThrows(InvalidInputException.class, () -> TimeAxis.nominal(3, Double.NaN));
	}

	@Test
	void aNominalAxisSaysSoAndKeepsSayingIt() {
		final TimeAxis axis = TimeAxis.nominal(4, 0.5);
		assertTrue(axis.isNominal());
		assertTrue(axis.range(1, 3).isNominal());
		assertTrue(axis.shiftedBy(3).isNominal());
		assertFalse(axis.markedNominal(false).isNominal());
		assertEquals(1.5, axis.seconds(3));
	}

	@Test
	void aPauseMakesItNonUniformButLeavesTheMedian() {
		final TimeAxis axis = TimeAxis.of(0, 1, 2, 12, 13);
		assertEquals(1, axis.medianIntervalSeconds());
		assertFalse(axis.isUniformWithin(0.01));
		assertTrue(TimeAxis.of(0, 1, 2.005, 3).isUniformWithin(0.01));
		assertTrue(Double.isNaN(TimeAxis.of(7).medianIntervalSeconds()));
	}

	@Test
	void findsFramesByTime() {
		final TimeAxis axis = TimeAxis.of(0, 1, 2, 12);
		assertEquals(2, axis.nearest(6.9));
		assertEquals(3, axis.nearest(7.1));
		assertEquals(0, axis.nearest(-5));
		assertEquals(3, axis.nearest(99));
		assertEquals(0, axis.nearest(0.5), "the earlier of two equally near");
		assertEquals(3, axis.firstAtOrAfter(2.1));
		assertEquals(2, axis.firstAtOrAfter(2));
		assertEquals(4, axis.firstAtOrAfter(13));
	}

	@Test
	void shiftingMovesTheOriginAgainstItSoThatInstantsStay() {
		final Instant start = Instant.parse("2026-03-01T10:00:00Z");
		final TimeAxis axis = TimeAxis.of(0, 2.5).startingAt(start);
		assertEquals(Instant.parse("2026-03-01T10:00:02.500Z"), axis.instant(1).orElseThrow());
		final TimeAxis shifted = axis.shiftedBy(100);
		assertEquals(102.5, shifted.seconds(1));
		assertEquals(axis.instant(1), shifted.instant(1));
	}

	@Test
	void isNotChangedThroughItsArrays() {
		final double[] times = { 0, 1 };
		final TimeAxis axis = TimeAxis.of(times);
		times[1] = 50;
		axis.toArray()[0] = -50;
		assertEquals(0, axis.seconds(0));
		assertEquals(1, axis.seconds(1));
	}
}
