package net.operando.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.operando.base.quantity.Estimate;

class PlusMinusTest {

	@ParameterizedTest
	@CsvSource({ "603.2, 68, 600 ± 70", "603.2, 14.3, 603 ± 14", "44.23, 0.31, 44.2 ± 0.3", "-0.0123, 0.0014, −0.0123 ± 0.0014",
		"1.834e-12, 5.1e-13, (1.8 ± 0.5) × 10⁻¹²", "0.456, 0.0961, 0.46 ± 0.10", "12.3, 0.0199, 12.30 ± 0.02",
		"1900, 100, 1900 ± 100", "5e8, 2e7, (5.0 ± 0.2) × 10⁸", "0, 3, 0 ± 3" })
	void valuesAreRoundedToWhatTheirErrorsSupport(final double value, final double error, final String text) {
		assertEquals(text, PlusMinus.text(Estimate.normal(value, error, 10, "x")));
	}

	@Test
	void whatIsNotKnownIsSaid() {
		assertEquals("not determined", PlusMinus.text(Estimate.none(3, "too_few"), "nm/s"));
		assertEquals("", PlusMinus.interval(Estimate.none(3, "too_few")));
		assertEquals("600 nm s⁻¹", PlusMinus.text(Estimate.of(600, Double.NaN, Double.NaN, Double.NaN, 2, "x"), "nm/s"));
	}

	@Test
	void intervals() {
		assertEquals("470 to 730", PlusMinus.interval(Estimate.normal(600, 68, 10, "x")));
		assertEquals("8.00 × 10⁻¹³ to 2.80 × 10⁻¹²", PlusMinus.interval(Estimate.of(1.8e-12, 5e-13, 8e-13, 2.8e-12, 3, "x")));
	}

	@Test
	void digits() {
		assertEquals("−0.320", PlusMinus.digits(-0.32, 3));
		assertEquals("1235", PlusMinus.digits(1234.6, 4));
		assertEquals("1230", PlusMinus.digits(1234.6, 3));
		assertEquals("1.50 × 10⁻⁷", PlusMinus.digits(1.5e-7, 3));
		assertEquals("0", PlusMinus.digits(0, 3));
	}
}
