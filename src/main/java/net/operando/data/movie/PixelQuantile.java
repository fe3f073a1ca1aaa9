package net.operando.data.movie;

import java.util.Arrays;

/** Quantiles of images from some ten thousand of their pixels, spread evenly: as good as from all for levels and scatter. */
public final class PixelQuantile {

	private static final int MOST = 20_011;

	private PixelQuantile() {}

	/** Up to 20 011 of the numbers among the values, sorted; NaN and infinities are left out. */
	public static float[] sorted(final float[] values) {
		final int step = 1 + values.length / MOST;
		final float[] numbers = new float[values.length / step + 1];
		int n = 0;
		for (int i = 0; i < values.length; i += step)
			if (values[i] - values[i] == 0) numbers[n++] = values[i];
		final float[] sorted = Arrays.copyOf(numbers, n);
		Arrays.sort(sorted);
		return sorted;
	}

	/** The median of the numbers among the values; NaN if there are none. */
	public static float median(final float[] values) {
		final float[] sorted = sorted(values);
		return sorted.length == 0 ? Float.NaN : sorted[sorted.length / 2];
	}
}
