package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

class FringesTest {

	private static final int ROWS = 300;

	/** |r + p e^(i phase)|^2 under light that falls off by 12 %, with 3.4 fringes along the line. */
	private static double intensity(final double brightness, final int z) {
		final double r = 0.037;
		final double p = 0.24 * Math.sqrt(brightness);
		final double x = 2.0 * z / ROWS - 1;
		return 3e5 * (1 - 0.12 * x * x) * (r * r + p * p + 2 * r * p * Math.cos(0.8 + 3.4 * Math.PI * x));
	}

	private static Kymograph before() {
		final float[][] values = new float[4][ROWS];
		for (final float[] column : values)
			for (int z = 0; z < ROWS; z++)
				column[z] = (float) intensity(1, z);
		return Kymograph.of(values, null, TimeAxis.nominal(4, 1), 7e-8, KymographQuantity.INTENSITY, 0, List.of());
	}

	/**
	 * A rod that darkens evenly seems not to; with the gain out its rates agree to +-6 %, by which a parabola
	 * through three fringes is off; before, they differ by a third.
	 */
	@Test
	void anEvenChangeIsEvenAgain() {
		final float[][] values = new float[3][ROWS];
		for (int z = 0; z < ROWS; z++)
			for (int c = 0; c < 3; c++)
				values[c][z] = (float) (intensity(0.99, z) / intensity(1, z) - 1);
		final Kymograph rate = Kymograph.of(values, values, TimeAxis.nominal(3, 1), 7e-8, KymographQuantity.INTENSITY_RATE, 1,
			List.of());
		final double[] gain = Fringes.gain(before());
		final Kymograph even = Fringes.without(rate, gain);
		double least = 0;
		double most = -1;
		double mean = 0;
		double crooked = 0;
		for (int z = 10; z < ROWS - 10; z++) {
			least = Math.min(least, even.value(0, z));
			most = Math.max(most, even.value(0, z));
			mean += even.value(0, z) / (ROWS - 20);
			crooked = Math.min(crooked, rate.value(0, z));
			assertEquals(rate.standardError(0, z) / gain[z], even.standardError(0, z), 1e-9);
		}
		assertTrue(most - least < 0.12 * Math.abs(mean), least + " to " + most);
		assertTrue(crooked < 1.12 * mean, "the fringes are there: " + crooked + " against " + mean);
		assertTrue(Fringes.swing(gain) > 0.2, "swing " + Fringes.swing(gain));
	}

	/** Where nothing is known, nothing is changed. */
	@Test
	void noIntensityNoGain() {
		final float[][] values = new float[2][40];
		for (final float[] column : values)
			for (int z = 0; z < 40; z++)
				column[z] = z > 34 ? Float.NaN : 100;
		final double[] gain = Fringes.gain(Kymograph.of(values, null, TimeAxis.nominal(2, 1), 7e-8, KymographQuantity.INTENSITY,
			0, List.of()));
		for (int z = 0; z < 40; z++)
			assertEquals(1, gain[z], 1e-6);
		assertEquals(0, Fringes.swing(gain), 1e-6);
	}
}
