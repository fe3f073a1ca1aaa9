package net.operando.data.movie;

import net.operando.base.Parallel;
import net.operando.base.Progress;

/** The mean intensity of a part of every frame, which follows the cell's current and the lamp. */
public final class MeanIntensity {

	private MeanIntensity() {}

	/**
	 * @param region inside the frames
	 * @return mean in counts at each frame, NaN pixels left out; in double precision; NaN if all are
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static double[] of(final Movie movie, final Region region, final Progress progress) {
		final double[] means = new double[movie.frameCount()];
		Parallel.loop(means.length, progress, "averaging frames", i -> {
			double sum = 0;
			int n = 0;
			for (final float v : movie.region(i, region, null)) {
				if (Float.isNaN(v)) continue;
				sum += v;
				n++;
			}
			means[i] = n == 0 ? Double.NaN : sum / n;
		});
		return means;
	}
}
