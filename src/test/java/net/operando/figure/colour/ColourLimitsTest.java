package net.operando.figure.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class ColourLimitsTest {

	@Test
	void symmetricLimitsIgnoreOutliersAndNaN() {
		final float[] values = new float[1001];
		for (int i = 0; i < 1000; i++)
			values[i] = (i % 2 == 0 ? 1 : -1) * i / 1000f;
		values[1000] = 1e6f;
		final ColourLimits limits = ColourLimits.symmetric(List.of(values, new float[] { Float.NaN }), 99);
		// rank 0.99 * 1000 of the sorted absolute values 0, .001 ... is 0.99
		assertEquals(0.99, limits.high(), 1e-12);
		assertEquals(-limits.high(), limits.low());
		assertTrue(limits.method().contains("99th percentile"), limits.method());
		assertEquals(0.5, limits.fraction(0));
	}

	@Test
	void limitsAreRoundedUpToTwoDigits() {
		assertEquals(0.0034, ColourLimits.symmetric(List.of(new float[] { 0.00333f, -0.00333f }), 100).high(), 1e-12);
		assertEquals(1, ColourLimits.symmetric(List.of(new float[] { 0, 0 }), 99).high());
		assertEquals(1, ColourLimits.symmetric(List.of(new float[] { Float.NaN }), 99).high());
	}

	@Test
	void rangeHoldsTheMiddleOfTheValues() {
		final float[] values = new float[101];
		for (int i = 0; i <= 100; i++)
			values[i] = i;
		final ColourLimits limits = ColourLimits.range(List.of(values), 95);
		assertEquals(5, limits.low(), 1e-9);
		assertEquals(95, limits.high(), 1e-9);
		final ColourLimits constant = ColourLimits.range(List.of(new float[] { 7, 7 }), 99);
		assertTrue(constant.low() < 7 && constant.high() > 7);
	}

	@Test
	void largeInputIsSampledEvenly() {
		final float[] values = new float[1_000_000];
		for (int i = 0; i < values.length; i++)
			values[i] = i / 1e6f;
		// 167 000 of a million evenly spaced values: the percentile is off by at most a sampling step
		assertEquals(0.99, ColourLimits.range(List.of(values), 99).high(), 1e-4);
	}

	@Test
	void limitsThatCannotBeDrawnAreRefused() {
		assertThrows(InvalidInputException.class, () -> ColourLimits.of(1, 1));
		assertThrows(InvalidInputException.class, () -> ColourLimits.of(Double.NaN, 1));
		assertEquals(ColourLimits.of(-1, 1), ColourLimits.of(-1, 1));
	}
}
