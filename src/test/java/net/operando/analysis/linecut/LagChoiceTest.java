package net.operando.analysis.linecut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.InsufficientDataException;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

class LagChoiceTest {

	/** Intensities of 1000 that darken by a rate in a band of a third of the rod that moves along it, with noise. */
	private static Kymograph band(final double ratePerSecond, final double noise, final int columns) {
		final Random random = new Random(7);
		final float[][] values = new float[columns][150];
		final double[] log = new double[150];
		for (int c = 0; c < columns; c++)
			for (int r = 0; r < 150; r++) {
				if (c > 0 && r / 50 == c * 3 / columns) log[r] += ratePerSecond;
				values[c][r] = (float) (1000 * Math.exp(log[r]) * (1 + noise * random.nextGaussian()));
			}
		return Kymograph.of(values, null, TimeAxis.nominal(columns, 1), 7e-8, KymographQuantity.INTENSITY, 0, List.of());
	}

	@Test
	void aStrongSignalNeedsOneFrameOnly() {
		final LagChoice choice = LagChoice.of(band(-0.01, 0.0009, 120));
		assertEquals(1, choice.lagSeconds());
		// rate noise sqrt(2) * 0.09 % = 0.127 %/s under 1 %/s gives 7.9; a third of the values are in the band, so the 95th
		// percentile sits within it, raised by what is left of the noise
		assertEquals(7.9, choice.signalToNoise(), 0.8);
		// 17 700 second differences estimate the noise to 1 %
		assertEquals(0.0009, choice.relativeNoise(), 0.00003);
	}

	@Test
	void aWeakSignalIsGivenMoreTime() {
		final LagChoice choice = LagChoice.of(band(-0.0008, 0.0009, 120));
		assertTrue(choice.frames() >= 2 && choice.frames() <= 5, choice.frames() + " frames");
		assertEquals(choice.frames(), choice.lagSeconds(), "at one frame per second");
		assertTrue(choice.signalToNoise() >= 1.5, "" + choice.signalToNoise());
	}

	@Test
	void withoutNoiseOneFrameDoes() {
		assertEquals(1, LagChoice.of(band(-0.001, 0, 40)).lagSeconds());
	}

	@Test
	void refusesTooFewFrames() {
		assertThrows(InsufficientDataException.class, () -> LagChoice.of(band(-0.01, 0.001, 4)));
	}
}
