package net.operando.figure.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class TicksTest {

	private static String[] labels(final Ticks ticks) {
		final String[] labels = new String[ticks.count()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = ticks.label(i);
		return labels;
	}

	@Test
	void stepsAreRoundAndMinusSignsProper() {
		assertArrayEquals(new String[] { "−1.0", "−0.5", "0.0", "0.5" }, labels(Ticks.of(AxisScale.linear(-1.2, 0.7), 5)));
		assertArrayEquals(new String[] { "0", "5", "10", "15", "20" }, labels(Ticks.of(AxisScale.linear(0, 20.4), 6)));
	}

	@Test
	void veryLargeAndSmallNumbersAreInPowersOfTen() {
		final Ticks small = Ticks.of(AxisScale.linear(0, 4e-12), 5);
		assertEquals(-12, small.exponent());
		assertEquals("4", small.label(small.count() - 1));
		assertEquals(4e-12, small.value(small.count() - 1), 1e-20);
		assertEquals("*D* (10⁻¹² m² s⁻¹)", DisplayUnit.choose("m2/s", 1).title("*D*", small.exponent()));
		assertEquals(3, Ticks.of(AxisScale.linear(0, 350_000), 5).exponent());
		assertEquals(0, Ticks.of(AxisScale.linear(0, 21_000), 5).exponent());
	}

	@Test
	void decadesOnLogarithmicAxes() {
		final Ticks ticks = Ticks.of(AxisScale.log(3e-14, 2e-11), 6);
		assertArrayEquals(new String[] { "10⁻¹³", "10⁻¹²", "10⁻¹¹" }, labels(ticks));
		assertTrue(ticks.minor().length > 15, "minor ticks between decades");
		final Ticks narrow = Ticks.of(AxisScale.log(3, 40), 5);
		assertTrue(narrow.count() >= 2, "a single decade is not enough to read numbers");
		assertEquals("10⁻¹²", Ticks.of(AxisScale.log(1e-17, 1e-10), 3).label(1), "every third decade");
	}

	@Test
	void thereAreAlwaysSomeAndNeverTooManyTicks() {
		final Random random = new Random(4);
		for (int k = 0; k < 2000; k++) {
			final double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 6);
			final double range = Math.pow(10, random.nextInt(8) - 6) * (0.1 + random.nextDouble()) + 1e-9 * Math.abs(low);
			final int most = 3 + random.nextInt(6);
			final Ticks ticks = Ticks.of(AxisScale.linear(low, low + range), most);
			// steps of 1, 2, 5 leave at least a third of the asked number
			assertTrue(ticks.count() >= 1 && ticks.count() <= most, "from " + low + " over " + range + ": " + ticks.count());
			for (int i = 0; i < ticks.count(); i++) {
				assertTrue(ticks.value(i) >= low - 1e-9 * range && ticks.value(i) <= low + range * (1 + 1e-9));
				assertFalse(ticks.label(i).contains("-"), "true minus signs");
			}
		}
	}

	@Test
	void wholeNumbersOnly() {
		assertArrayEquals(new String[] { "1", "2", "3" }, labels(Ticks.whole(AxisScale.linear(0.3, 3.7), 10)));
	}

	@Test
	void zeroHasNoSign() {
		assertEquals("0.0", Ticks.number(-0.04, 1));
		assertEquals("−0.1", Ticks.number(-0.06, 1));
	}

	@Test
	void unitsAreTypesetAndScaled() {
		assertEquals("nm s⁻¹", DisplayUnit.typeset("nm/s"));
		assertEquals("s⁻¹", DisplayUnit.typeset("1/s"));
		assertEquals("mAh g⁻¹", DisplayUnit.typeset("mAh/g"));
		assertEquals("µm", DisplayUnit.typeset("um"));
		assertEquals("m² s⁻¹", DisplayUnit.typeset("m2/s"));
		assertEquals("%", DisplayUnit.typeset("%"));
		assertEquals("", DisplayUnit.typeset(""));
		assertEquals("J m5 mol-2", DisplayUnit.typeset("J m5 mol-2"), "what is no plain quotient is kept");
		assertEquals("nA", DisplayUnit.choose("A", 2.2e-7).text());
		assertEquals(1e9, DisplayUnit.choose("A", 2.2e-7).factor(), 1);
		assertEquals("A", DisplayUnit.choose("A", 0).text());
		assertEquals("min", DisplayUnit.choose("s", 7000).text());
		assertEquals("h", DisplayUnit.choose("s", 40_000).text());
		assertEquals("*x*", DisplayUnit.choose("", 1).title("*x*", 0));
	}

	@Test
	void axesThatCannotBeDrawnAreRefused() {
		assertThrows(InvalidInputException.class, () -> AxisScale.linear(1, 1));
		assertThrows(InvalidInputException.class, () -> AxisScale.log(0, 1));
		final AxisScale alone = AxisScale.holding(3, 3, 0.1, false);
		assertTrue(alone.min() < 3 && alone.max() > 3);
		assertEquals(0.5, AxisScale.log(1, 100).fraction(10), 1e-12);
	}
}
