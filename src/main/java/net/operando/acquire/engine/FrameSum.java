package net.operando.acquire.engine;

import java.util.Arrays;

/**
 * Sums of squares of pixels over exposures, exact in 32 bit integers (65535 counts times at most 32 000 samples), and their
 * mean in 32 bit floating point, good to 6e-8 of its value. Incomplete squares at the right and lower border are left out. Not
 * thread-safe.
 */
final class FrameSum {

	private final int width;
	private final int bin;
	private final int outWidth;
	private final int outHeight;
	private final int[] sums;
	private int exposures;

	FrameSum(final int width, final int height, final int bin) {
		this.width = width;
		this.bin = bin;
		outWidth = width / bin;
		outHeight = height / bin;
		sums = new int[outWidth * outHeight];
	}

	int width() {
		return outWidth;
	}

	int height() {
		return outHeight;
	}

	int exposures() {
		return exposures;
	}

	void clear() {
		Arrays.fill(sums, 0);
		exposures = 0;
	}

	void add(final short[] counts) {
		if (bin == 2) addPairs(counts);
		else for (int row = 0; row < outHeight * bin; row++) {
			int from = row * width;
			int to = row / bin * outWidth;
			for (final int end = to + outWidth; to < end; to++)
				for (final int stop = from + bin; from < stop; from++)
					sums[to] += counts[from] & 0xffff;
		}
		exposures++;
	}

	private void addPairs(final short[] counts) {
		for (int row = 0; row < outHeight; row++) {
			int from = 2 * row * width;
			int to = row * outWidth;
			for (final int end = to + outWidth; to < end; to++, from += 2)
				sums[to] += (counts[from] & 0xffff) + (counts[from + 1] & 0xffff) + (counts[from + width] & 0xffff) + (counts[from +
					width + 1] & 0xffff);
		}
	}

	/** The mean per pixel and exposure; at least one exposure was added. */
	float[] mean(final float[] reuse) {
		final float[] mean = reuse != null && reuse.length == sums.length ? reuse : new float[sums.length];
		final double scale = 1.0 / ((double) bin * bin * exposures);
		for (int i = 0; i < mean.length; i++)
			mean[i] = (float) (scale * sums[i]);
		return mean;
	}
}
