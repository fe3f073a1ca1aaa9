package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SixPointInterpolationTest {

	@Test
	void isExactForPolynomialsOfDegreeFive() {
		for (double f = 0; f < 1; f += 0.13)
			for (int degree = 0; degree <= 5; degree++) {
				final float[] w = SixPointInterpolation.weights(f);
				double sum = 0;
				for (int k = 0; k < SixPointInterpolation.TAPS; k++)
					sum += w[k] * Math.pow(SixPointInterpolation.FIRST + k, degree);
				// 32 bit weights times up to 3^5
				assertEquals(Math.pow(f, degree), sum, 2e-5, "degree " + degree + " at " + f);
			}
	}

	@Test
	void aPointOnASampleIsThatSample() {
		assertArrayEquals(new float[] { 0, 0, 1, 0, 0, 0 }, SixPointInterpolation.weights(0), 0f);
	}
}
