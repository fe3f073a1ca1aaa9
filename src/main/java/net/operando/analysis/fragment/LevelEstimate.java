package net.operando.analysis.fragment;

import java.util.Random;

import net.operando.base.quantity.Estimate;

/**
 * How bright a piece is, and how well that is known. The piece is divided into blocks as wide as its pattern of speckle and
 * fringes is correlated, and blocks are drawn with replacement (Kuensch 1989). Immutable.
 */
final class LevelEstimate {

	private final double level;
	private final double[] samples;
	private final int blocks;

	private LevelEstimate(final double level, final double[] samples, final int blocks) {
		this.level = level;
		this.samples = samples;
		this.blocks = blocks;
	}

	/**
	 * @param block edge of a block in px
	 */
	static LevelEstimate of(final PiecePixels pixels, final double block, final int samples, final long seed) {
		if (pixels.count() == 0) return new LevelEstimate(Double.NaN, new double[samples], 0);
		float lowAlong = Float.POSITIVE_INFINITY;
		float highAlong = Float.NEGATIVE_INFINITY;
		float lowAcross = Float.POSITIVE_INFINITY;
		float highAcross = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < pixels.count(); i++) {
			lowAlong = Math.min(lowAlong, pixels.along[i]);
			highAlong = Math.max(highAlong, pixels.along[i]);
			lowAcross = Math.min(lowAcross, pixels.across[i]);
			highAcross = Math.max(highAcross, pixels.across[i]);
		}
		final int nAlong = (int) Math.max(1, Math.rint((highAlong - lowAlong) / block));
		final int nAcross = (int) Math.max(1, Math.rint((highAcross - lowAcross) / block));
		final double[] sum = new double[nAlong * nAcross];
		final double[] weight = new double[sum.length];
		for (int i = 0; i < pixels.count(); i++) {
			final int a = (int) Math.min(nAlong - 1, nAlong * (pixels.along[i] - lowAlong) / (highAlong - lowAlong + 1e-6));
			final int c = (int) Math.min(nAcross - 1, nAcross * (pixels.across[i] - lowAcross) / (highAcross - lowAcross + 1e-6));
			sum[a * nAcross + c] += pixels.weight[i] * pixels.value[i];
			weight[a * nAcross + c] += pixels.weight[i];
		}
		final Random random = new Random(seed);
		final double[] drawn = new double[samples];
		for (int s = 0; s < samples; s++) {
			double total = 0;
			double weights = 0;
			for (int b = 0; b < sum.length; b++) {
				final int k = random.nextInt(sum.length);
				total += sum[k];
				weights += weight[k];
			}
			drawn[s] = total / weights;
		}
		return new LevelEstimate(pixels.mean(), drawn, sum.length);
	}

	double level() {
		return level;
	}

	/** The level with its interval. */
	Estimate estimate(final String definition) {
		return interval(level, samples, blocks, definition);
	}

	/** This level over another one that was found independently. */
	Estimate over(final LevelEstimate other, final String definition) {
		final double[] ratios = new double[samples.length];
		for (int s = 0; s < ratios.length; s++)
			ratios[s] = samples[s] / other.samples[s];
		return interval(level / other.level, ratios, Math.min(blocks, other.blocks), definition);
	}

	private static Estimate interval(final double value, final double[] samples, final int n, final String definition) {
		if (Double.isNaN(value)) return Estimate.none(n, definition);
		double mean = 0;
		for (final double s : samples)
			mean += s / samples.length;
		double squares = 0;
		for (final double s : samples)
			squares += (s - mean) * (s - mean) / (samples.length - 1);
		return Estimate.normal(value, Math.sqrt(squares), n, definition);
	}
}
