package net.operando.base.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class CalibrationTest {

	@Test
	void convertsAndBins() {
		final Calibration c = Calibration.ofMicrometres(0.0347);
		// one rounding of the conversion to metres and back
		assertEquals(0.0347e-6, c.metresPerPixel(), 1e-22);
		assertEquals(0.0694, c.binnedBy(2).micrometresPerPixel(), 1e-16);
	}

	@Test
	void refusesLengthsWithoutAPixelSize() {
		final Calibration unknown = Calibration.unknown();
		assertFalse(unknown.isKnown());
		assertFalse(unknown.binnedBy(2).isKnown());
		final InvalidInputException e = assertThrows(InvalidInputException.class, unknown::metresPerPixel);
		assertTrue(e.getMessage().contains("pixelsizeum"), e.getMessage());
	}

	@Test
	void refusesPixelSizesThatCannotBeMeant() {
		for (final double um : new double[] { 0, -1, Double.NaN, 6.94e-8, 1e9 })
			assertThrows(InvalidInputException.class, () -> Calibration.ofMicrometres(um), um + " um");
	}
}
