package net.operando.base.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EstimateTest {

	@Test
	void aNormalEstimateHasTheUsualInterval() {
		final Estimate e = Estimate.normal(10, 2, 7, "half_max");
		// 1.959964 is the 97.5 % quantile of the normal distribution to 7 digits
		assertEquals(10 - 3.919928, e.low(), 1e-12);
		assertEquals(10 + 3.919928, e.high(), 1e-12);
		assertTrue(e.covers(13.9));
		assertFalse(e.covers(14));
		assertEquals(7, e.n());
		assertEquals("half_max", e.definition());
	}

	@Test
	void aNegativeFactorSwapsTheEnds() {
		final Estimate e = Estimate.of(1, 0.5, 0.2, 3, 5, "extremum").times(-10);
		assertEquals(-10, e.value());
		assertEquals(5, e.standardError());
		assertEquals(-30, e.low());
		assertEquals(-2, e.high());
	}

	@Test
	void noEstimateCoversNothing() {
		final Estimate none = Estimate.none(3, "half_max");
		assertFalse(none.isKnown());
		assertFalse(none.covers(0));
		assertEquals(3, none.n());
	}
}
