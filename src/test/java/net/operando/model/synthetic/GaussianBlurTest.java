package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class GaussianBlurTest {

	private static double[] random(final int n) {
		final Random random = new Random(3);
		return random.doubles(n).toArray();
	}

	@Test
	void aPointBecomesTheGaussian() {
		final int w = 61;
		final double[] point = new double[w * w];
		point[30 * w + 30] = 1;
		final double[] blurred = new GaussianBlur(2.3).of(point, w, w, Rows.IN_TURN);
		double sum = 0;
		for (int r = 0; r < w; r++)
			for (int c = 0; c < w; c++) {
				sum += blurred[r * w + c];
				final double q = (r - 30) * (r - 30) + (c - 30) * (c - 30);
				// cut off at 5 sigma, the samples' sum misses 1 by 6e-7
				if (Math.abs(r - 30) <= 12 && Math.abs(c - 30) <= 12) assertEquals(Math.exp(-0.5 * q / (2.3 * 2.3)) / (2 * Math.PI *
					2.3 * 2.3), blurred[r * w + c], 2e-6 / (2 * Math.PI * 2.3 * 2.3));
			}
		assertEquals(1, sum, 1e-12);
	}

	/** What frames rest on when carbon is kept: the same bits wherever the image ends, and however its rows are gone through. */
	@Test
	void aPixelKnowsNothingOfTheImagesSize() {
		final int w = 70;
		final int h = 50;
		final double[] large = random(w * h);
		final double[] small = new double[40 * 38];
		for (int r = 0; r < 38; r++)
			System.arraycopy(large, (r + 7) * w + 11, small, r * 40, 40);
		final GaussianBlur blur = new GaussianBlur(3.2);
		final double[] one = blur.of(large, w, h, Rows.IN_TURN);
		final double[] other = blur.of(small, 40, 38, Rows.IN_TURN);
		for (int r = blur.reach(); r < 38 - blur.reach(); r++)
			for (int c = blur.reach(); c < 40 - blur.reach(); c++)
				assertEquals(one[(r + 7) * w + c + 11], other[r * 40 + c], 0);
		assertArrayEquals(one, blur.of(large, w, h, Rows.SIDE_BY_SIDE), 0);
	}

	/** Catmull-Rom interpolation reproduces parabolas; a row is read as its points are, but for the order of the sums. */
	@Test
	void interpolationKeepsParabolas() {
		final int w = 20;
		final double[] samples = new double[w * w];
		for (int i = 0; i < samples.length; i++)
			samples[i] = parabola(i % w, i / w);
		final CubicImage image = new CubicImage(samples, w);
		assertEquals(parabola(7.3, 9.8), image.at(7.3, 9.8), 1e-12);
		final double[] row = new double[10];
		image.row(4.4, 8.6, 10, row);
		final double[] turned = new double[10];
		image.turnedRow(4.4, 8.6, 0.96, -0.28, 10, turned);
		for (int c = 0; c < 10; c++) {
			assertEquals(parabola(4.4 + c, 8.6), row[c], 1e-12);
			assertEquals(parabola(4.4 + 0.96 * c, 8.6 - 0.28 * c), turned[c], 1e-12);
		}
		image.row(4, 8, 10, row);
		for (int c = 0; c < 10; c++)
			assertEquals(samples[8 * w + 4 + c], row[c], 0);
	}

	private static double parabola(final double x, final double y) {
		return 1 + 0.1 * x - 0.02 * x * x + 0.03 * x * y - 0.01 * y * y;
	}
}
