package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneTransformTest {

	private static double[] noise(final int n) {
		final Random random = new Random(4);
		final double[] f = new double[n];
		for (int i = 0; i < n; i++)
			f[i] = random.nextGaussian();
		return f;
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "2, 8", "4, 16", "8, 2", "16, 16", "32, 8", "64, 128" })
	void inverseUndoesForwardAndEnergyIsKept(final int rows, final int columns) {
		for (final PlaneTransform t : new PlaneTransform[] { PlaneTransform.periodic(rows, columns), PlaneTransform.cosine(rows,
			columns) }) {
			final double[] f = noise(rows * columns);
			final double[] kept = f.clone();
			final double[] re = new double[t.spectrumSize()];
			final double[] im = new double[t.isComplex() ? t.spectrumSize() : 0];
			t.forward(f, re, im);
			assertArrayEquals(kept, f);
			double sum = 0;
			double square = 0;
			for (final double v : f) {
				sum += v;
				square += v * v;
			}
			assertEquals(sum, re[0], 1e-10); // rounding of some thousand terms
			final double[] w = t.parsevalWeights();
			double spectral = 0;
			for (int i = 0; i < re.length; i++)
				spectral += w[i] * (re[i] * re[i] + (im.length > 0 ? im[i] * im[i] : 0));
			assertEquals(square, spectral, 1e-10 * square);
			final double[] back = new double[f.length];
			final double[] reKept = re.clone();
			t.inverse(re, im, back);
			assertArrayEquals(reKept, re);
			assertArrayEquals(f, back, 1e-12);
		}
	}

	@Test
	void entriesAreTheSumsOfTheirWaves() {
		final int n = 8;
		final int m = 16;
		final double[] f = noise(n * m);
		final PlaneTransform fourier = PlaneTransform.periodic(n, m);
		final double[] re = new double[fourier.spectrumSize()];
		final double[] im = new double[fourier.spectrumSize()];
		fourier.forward(f, re, im);
		final PlaneTransform cosine = PlaneTransform.cosine(n, m);
		final double[] c = new double[n * m];
		cosine.forward(f, c, new double[0]);
		final double[] k2 = fourier.squaredWaveNumbers(2 * Math.PI, 2 * Math.PI);
		for (int r = 0; r <= n / 2; r++)
			for (int j = 0; j < m; j++) {
				double a = 0;
				double b = 0;
				double d = 0;
				for (int i = 0; i < n; i++)
					for (int k = 0; k < m; k++) {
						final double angle = 2 * Math.PI * (r * i / (double) n + j * k / (double) m);
						a += f[i * m + k] * Math.cos(angle);
						b -= f[i * m + k] * Math.sin(angle);
						d += f[i * m + k] * Math.cos(Math.PI * r * (i + 0.5) / n) * Math.cos(Math.PI * j * (k + 0.5) / m);
					}
				final int at = j * (n / 2 + 1) + r;
				// rounding of 128 terms of order 1
				assertEquals(a, re[at], 1e-12);
				assertEquals(b, im[at], 1e-12);
				assertEquals(d, c[j * n + r], 1e-12);
				final int wave = j <= m / 2 ? j : j - m;
				assertEquals(r * r + wave * wave, k2[at], 1e-9);
			}
	}

	@Test
	void refusesOtherLengths() {
		assertThrows(IllegalArgumentException.class, () -> PlaneTransform.periodic(12, 8));
		assertThrows(IllegalArgumentException.class, () -> PlaneTransform.cosine(1, 8));
	}
}
