package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class FrameSumTest {

	/** Against sums in double precision over the definition, for even and odd bins and borders that are left over. */
	@Test
	void isTheMeanOfSquaresOverExposures() {
		final int width = 23;
		final int height = 14;
		for (final int bin : new int[] { 1, 2, 3, 5 }) {
			final Random random = new Random(bin);
			final FrameSum sum = new FrameSum(width, height, bin);
			final double[] expected = new double[width / bin * (height / bin)];
			for (int k = 0; k < 7; k++) {
				final short[] counts = new short[width * height];
				for (int i = 0; i < counts.length; i++)
					counts[i] = (short) random.nextInt(65536);
				sum.add(counts);
				for (int y = 0; y < height / bin * bin; y++)
					for (int x = 0; x < width / bin * bin; x++)
						expected[y / bin * (width / bin) + x / bin] += (counts[y * width + x] & 0xffff) / (7.0 * bin * bin);
			}
			final float[] mean = sum.mean(null);
			// half a unit in the last place of a float
			for (int i = 0; i < mean.length; i++)
				assertEquals(expected[i], mean[i], 6e-8 * expected[i] + 1e-9, "bin " + bin + " pixel " + i);
		}
	}

	@Test
	void theLargestSumFits() {
		final FrameSum sum = new FrameSum(64, 64, 64);
		final short[] full = new short[64 * 64];
		java.util.Arrays.fill(full, (short) 65535);
		// 64 x 64 x 7 = 28 672 samples, the most that a plan may ask for with this bin
		for (int k = 0; k < 7; k++)
			sum.add(full);
		assertEquals(65535, sum.mean(null)[0]);
	}
}
