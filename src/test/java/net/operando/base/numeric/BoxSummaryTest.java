package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

/** Quartiles, whiskers, mean and standard error against numbers worked out by hand. */
class BoxSummaryTest {

	/** A few roundings of numbers up to 100. */
	private static final double ROUNDING = 1e-12;

	private static void check(final BoxSummary box, final double... wanted) {
		assertArrayEquals(wanted, new double[] { box.whiskerLow(), box.firstQuartile(), box.median(), box.thirdQuartile(), box
			.whiskerHigh() }, ROUNDING);
	}

	@Test
	void quartilesLieBetweenTheValues() {
		// type 7: at 0.75, 1.5 and 2.25 of the way along 1, 2, 3, 4; the squares of the deviations sum to 5
		final BoxSummary box = BoxSummary.of(new double[] { 4, 1, 3, 2 });
		check(box, 1, 1.75, 2.5, 3.25, 4);
		assertEquals(2.5, box.mean(), ROUNDING);
		assertEquals(Math.sqrt(5.0 / 3 / 4), box.standardError(), ROUNDING);
		assertArrayEquals(new double[] { 1, 2, 3, 4 }, box.sorted());
	}

	@Test
	void whiskersEndAtTheOutermostValueWithinReach() {
		// quartiles 2 and 4, so the reach is from -1 to 7: 100 is beyond, 7 is not
		check(BoxSummary.of(new double[] { 1, 2, 3, 4, 100 }), 1, 2, 3, 4, 4);
		check(BoxSummary.of(new double[] { -1, 2, 3, 4, 7 }), -1, 2, 3, 4, 7);
		check(BoxSummary.of(new double[] { -1.001, 2, 3, 4, 7.001 }), 2, 2, 3, 4, 4);
	}

	@Test
	void aWhiskerNeverEndsInsideTheBox() {
		// first quartile -100 + 0.75 * 110 = -17.5, third 10.25; -100 is below -17.5 - 1.5 * 27.75 and the next is 10
		check(BoxSummary.of(new double[] { -100, 10, 10, 11 }), -17.5, -17.5, 10, 10.25, 11);
	}

	@Test
	void oneValueHasNoStandardError() {
		final BoxSummary box = BoxSummary.of(new double[] { 7 });
		check(box, 7, 7, 7, 7, 7);
		assertEquals(1, box.n());
		assertEquals(7, box.mean());
		assertTrue(Double.isNaN(box.standardError()));
		// half the difference of two is their standard error
		assertEquals(0.5, BoxSummary.of(new double[] { 1, 2 }).standardError(), ROUNDING);
	}

	@Test
	void whatIsNoNumberIsRefused() {
		assertThrows(InvalidInputException.class, () -> BoxSummary.of(new double[0]));
		assertThrows(InvalidInputException.class, () -> BoxSummary.of(new double[] { 1, Double.NaN }));
		assertThrows(InvalidInputException.class, () -> BoxSummary.of(new double[] { Double.POSITIVE_INFINITY }));
	}
}
