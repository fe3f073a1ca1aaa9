package net.operando.analysis.rod;

import net.operando.data.movie.Movie;

/** The mean of a few frames. */
final class MeanImage {

	private MeanImage() {}

	/** Mean over the frames that have a value; NaN where none has. */
	static float[] of(final Movie movie, final int[] frames) {
		final int pixels = movie.width() * movie.height();
		final double[] sum = new double[pixels];
		final int[] n = new int[pixels];
		float[] frame = null;
		for (final int t : frames) {
			frame = movie.frame(t, null);
			for (int i = 0; i < pixels; i++)
				if (!Float.isNaN(frame[i])) {
					sum[i] += frame[i];
					n[i]++;
				}
		}
		final float[] mean = new float[pixels];
		for (int i = 0; i < pixels; i++)
			mean[i] = n[i] == 0 ? Float.NaN : (float) (sum[i] / n[i]);
		return mean;
	}
}
