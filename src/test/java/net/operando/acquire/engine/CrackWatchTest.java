package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** CrackWatch on images of its own: a bright bar on a darker ground, shot noise, and what happens to them. */
class CrackWatchTest {

	private static final int WIDTH = 120;
	private static final int HEIGHT = 80;

	/** @param crack length of a dark line across the bar, px; @param shift of everything, px; @param gain of the light */
	private static float[] image(final long seed, final double crack, final double shift, final double gain) {
		final Random random = new Random(seed);
		final float[] image = new float[WIDTH * HEIGHT];
		for (int i = 0; i < image.length; i++) {
			final double x = i % WIDTH - shift;
			final double y = i / WIDTH - 40;
			// edges as soft as the microscope's, 1.6 px
			final double bar = 0.25 * (1 + Math.tanh((x - 20) / 1.6)) * (1 + Math.tanh((100 - x) / 1.6)) * 0.5 * (1 + Math.tanh((25 -
				Math.abs(y)) / 1.6));
			double v = 10_000 + 20_000 * bar;
			if (y < -25 + crack) v *= 1 - 0.8 * bar * Math.exp(-0.5 * (x - 60) * (x - 60) / (1.5 * 1.5));
			v *= gain;
			// a mean of 4 pixels at .5 electrons per count
			image[i] = (float) (v + Math.sqrt(v * 2 / 4) * random.nextGaussian());
		}
		return image;
	}

	private static double score(final float[]... images) {
		final CrackWatch watch = new CrackWatch(WIDTH, HEIGHT);
		double score = Double.NaN;
		for (int k = 0; k < images.length; k++)
			score = watch.look(images[k], 0.5 * k);
		return score;
	}

	private static float[][] still(final int n) {
		final float[][] images = new float[n][];
		for (int k = 0; k < n; k++)
			images[k] = image(100 + k, 0, 0, 1);
		return images;
	}

	@Test
	void aDarkLineThatGrowsIsSeenWhereItIs() {
		final float[][] images = still(9);
		for (int k = 5; k < 9; k++)
			images[k] = image(200 + k, 3 * (k - 4), 0, 1);
		final CrackWatch watch = new CrackWatch(WIDTH, HEIGHT);
		double score = 0;
		for (int k = 0; k < 9; k++)
			score = watch.look(images[k], 0.5 * k);
		// the line takes 80 % of 30 000 counts with a noise of 122, a third of that after averaging
		assertTrue(score > 50, "score " + score);
		assertEquals(60, watch.x(), 3);
		assertTrue(watch.y() > 12 && watch.y() < 30, "row " + watch.y());
	}

	/** In some 30 000 independent averages of nine, noise alone reaches five standard deviations once in a hundred looks. */
	@Test
	void noiseAloneIsNoCrack() {
		for (int seed = 0; seed < 5; seed++) {
			final float[][] images = new float[8][];
			for (int k = 0; k < 8; k++)
				images[k] = image(1000 * seed + k, 0, 0, 1);
			assertEquals(0, score(images));
		}
	}

	@Test
	void aStepOfTheSampleIsNoCrack() {
		for (final double shift : new double[] { 0.7, 2, -2 }) {
			final float[][] images = still(8);
			images[7] = image(7, 0, shift, 1);
			assertEquals(0, score(images), "shift " + shift);
		}
	}

	@Test
	void moreOrLessLightIsNoCrack() {
		for (final double gain : new double[] { 0.8, 1.1 }) {
			final float[][] images = still(8);
			images[7] = image(7, 0, 0, gain);
			assertEquals(0, score(images), "gain " + gain);
		}
	}

	@Test
	void onePixelIsNoCrack() {
		final float[][] images = still(8);
		images[7][30 * WIDTH + 50] = 0;
		assertEquals(0, score(images));
		// nothing to compare with yet
		assertTrue(Double.isNaN(score(still(1))));
	}
}
