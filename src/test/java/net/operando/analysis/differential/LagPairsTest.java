package net.operando.analysis.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

import org.junit.jupiter.api.Test;

/** {@link LagPairs}: partners on the recorded times, none made up. */
class LagPairsTest {

	@Test
	void partnersAreOneLagLaterAndTimesInTheMiddle() {
		final LagPairs pairs = LagPairs.of(TimeAxis.nominal(6, 0.5), 1);
		assertEquals(4, pairs.count());
		assertEquals(3, pairs.first(3));
		assertEquals(5, pairs.second(3));
		assertEquals(1, pairs.intervalSeconds(3));
		assertEquals(2, pairs.midTimes().seconds(3));
		assertTrue(pairs.midTimes().isNominal());
		assertEquals(2, pairs.span());
		assertEquals(0, pairs.withoutPartner(), "the frames at the end miss nothing that was recorded");
	}

	@Test
	void irregularTimesGiveTheirTrueInterval() {
		final LagPairs pairs = LagPairs.of(TimeAxis.of(0, 0.9, 2.1, 3, 4.05), 1);
		assertEquals(4, pairs.count());
		assertEquals(0.9, pairs.intervalSeconds(0), 1e-15);
		assertEquals(1.2, pairs.intervalSeconds(1), 1e-15);
		assertEquals(1.5, pairs.midTimes().seconds(1), 1e-15);
	}

	@Test
	void framesBeforeAPauseAreLeftOut() {
		final LagPairs pairs = LagPairs.of(TimeAxis.of(0, 1, 2, 20, 21, 22), 1);
		assertEquals(4, pairs.count());
		assertEquals(3, pairs.first(2));
		assertEquals(1, pairs.withoutPartner());
		for (int i = 0; i < pairs.count(); i++)
			assertEquals(1, pairs.intervalSeconds(i), "nothing is differenced across the pause");
	}

	@Test
	void aLagLongerThanThePauseReachesAcrossIt() {
		final LagPairs pairs = LagPairs.of(TimeAxis.of(0, 1, 2, 20, 21, 22), 20);
		assertEquals(3, pairs.count());
		assertEquals(20, pairs.intervalSeconds(2));
	}

	@Test
	void halfAnIntervalIsStillNearAndItsRoundingToo() {
		// 0.1-s frames in decimal fractions: 0.15 s is as near to one partner as to the next
		final double[] t = new double[50];
		for (int i = 0; i < t.length; i++)
			t[i] = i * 0.1;
		assertTrue(LagPairs.of(TimeAxis.of(t), 0.15).count() >= 48);
	}

	@Test
	void originIsKept() {
		final Instant origin = Instant.parse("2026-01-02T03:04:05Z");
		assertEquals(origin, LagPairs.of(TimeAxis.of(0, 1, 2).startingAt(origin), 1).midTimes().origin().get());
	}

	@Test
	void whatCannotBeDoneIsRefused() {
		assertThrows(InvalidInputException.class, () -> LagPairs.of(TimeAxis.of(0, 1, 2), 0.4));
		assertThrows(InvalidInputException.class, () -> LagPairs.of(TimeAxis.of(0, 1, 2), Double.NaN));
		assertThrows(InsufficientDataException.class, () -> LagPairs.of(TimeAxis.of(0, 1, 2), 5));
		assertThrows(InsufficientDataException.class, () -> LagPairs.of(TimeAxis.of(0), 1));
	}
}
