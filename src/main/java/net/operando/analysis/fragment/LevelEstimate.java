package net.operando.analysis.fragment;

import java.util.Random;

import net.operando.base.quantity.Estimate;

/**
 * How bright a piece is without its fringes, and how well that is known. Where two beams interfere, intensity swings by as
 * much above the level A^2 + B^2 as below it, so the middle between the lowest and the highest values of a piece whose surface
 * passes through all phases is free of fringes, which its mean is not: pieces are no longer than a fringe is wide.
 * Lowest and highest are the 5 and 95 % quantiles, which for a cosine lie 1 % inside.
 * <p>
 * Two errors are stated together. Sampling: the piece is divided into blocks as wide as speckle and fringes are correlated, and
 * blocks are drawn with replacement (Kuensch 1989). Phases that the piece does not pass through: its swing is then smaller
 * than that of other pieces, and its level is off by the difference at most, which it reaches where one of the two extremes
 * is there and the other is not. A third is assumed: what a flat field leaves of uneven light. Immutable.
 */
final class LevelEstimate {

	private static final int BINS = 400;
	private static final double TAIL = 0.05;
	/** Relative standard deviation between the light on two pieces of one rod (assumed). */
	private static final double UNEVEN_LIGHT = 0.01;

	private final double mean;
	private final double level;
	private final double swing;
	private final double[] samples;
	private final double[] means;
	private final int blocks;

	private LevelEstimate(final double mean, final double level, final double swing, final double[] samples,
		final double[] means, final int blocks)
	{
		this.mean = mean;
		this.level = level;
		this.swing = swing;
		this.samples = samples;
		this.means = means;
		this.blocks = blocks;
	}

	/**
	 * @param block edge of a block in px
	 * @param seed of the draws
	 */
	static LevelEstimate of(final PiecePixels pixels, final double block, final int samples, final long seed) {
		if (pixels.count() == 0) return new LevelEstimate(Double.NaN, Double.NaN, Double.NaN, new double[samples],
			new double[samples], 0);
		final Blocks all = new Blocks(pixels, block);
		final double[] histogram = new double[BINS];
		final double[] drawn = new double[samples];
		final double[] means = new double[samples];
		final Random random = new Random(seed);
		for (int s = 0; s < samples; s++) {
			java.util.Arrays.fill(histogram, 0);
			double sum = 0;
			double weight = 0;
			for (int b = 0; b < all.count; b++) {
				final int k = random.nextInt(all.count);
				for (int i = 0; i < BINS; i++)
					histogram[i] += all.histograms[k][i];
				sum += all.sums[k];
				weight += all.weights[k];
			}
			drawn[s] = 0.5 * (all.quantile(histogram, TAIL) + all.quantile(histogram, 1 - TAIL));
			means[s] = sum / weight;
		}
		java.util.Arrays.fill(histogram, 0);
		for (int b = 0; b < all.count; b++)
			for (int i = 0; i < BINS; i++)
				histogram[i] += all.histograms[b][i];
		final double low = all.quantile(histogram, TAIL);
		final double high = all.quantile(histogram, 1 - TAIL);
		return new LevelEstimate(pixels.mean(), 0.5 * (low + high), 0.5 * (high - low), drawn, means, all.count);
	}

	/** Free of fringes. */
	double level() {
		return level;
	}

	/** Half the swing of the fringes over the root of the level, which is the same for all pieces whatever their lithium. */
	double swingOverRoot() {
		return swing / Math.sqrt(level);
	}

	/** Relative difference that fringes make to the mean. */
	double fringes() {
		return mean / level - 1;
	}

	/** Standard error of {@link #fringes}: of the draws, and of the phases the piece lacks. */
	double fringesError(final double swingOverRoot) {
		final double[] shares = new double[samples.length];
		for (int s = 0; s < shares.length; s++)
			shares[s] = means[s] / samples[s];
		return Math.hypot(deviation(shares) * fewBlocks(blocks), missing(swingOverRoot));
	}

	/** The plain mean with its interval. */
	Estimate mean(final String definition) {
		return Double.isNaN(mean) ? Estimate.none(0, definition) : Estimate.normal(mean, deviation(means) *
			fewBlocks(blocks), blocks, definition);
	}

	/**
	 * This level over another one that was found independently.
	 *
	 * @param swingOverRoot the largest of the pieces
	 */
	Estimate over(final LevelEstimate other, final double swingOverRoot, final String definition) {
		if (Double.isNaN(level / other.level)) return Estimate.none(0, definition);
		final double[] logs = new double[samples.length];
		for (int s = 0; s < logs.length; s++)
			logs[s] = Math.log(samples[s] / other.samples[s]);
		final double own = missing(swingOverRoot);
		final double others = other.missing(swingOverRoot);
		// few blocks drawn with replacement scatter too little
		final double drawn = deviation(logs) * fewBlocks(Math.min(blocks, other.blocks));
		final double error = Math.sqrt(drawn * drawn + own * own + others * others + UNEVEN_LIGHT * UNEVEN_LIGHT);
		final double ratio = level / other.level;
		return Estimate.of(ratio, ratio * error, ratio * Math.exp(-1.959964 * error), ratio * Math.exp(1.959964 * error), Math
			.min(blocks, other.blocks), definition);
	}

	/** Relative standard deviation of the level for phases the piece lacks: between nothing and all of the difference. */
	private double missing(final double swingOverRoot) {
		return Math.max(0, swingOverRoot * Math.sqrt(level) - swing) / level / Math.sqrt(2);
	}

	private static double fewBlocks(final int n) {
		return n < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(n / (n - 1.0));
	}

	private static double deviation(final double[] samples) {
		double mean = 0;
		for (final double s : samples)
			mean += s / samples.length;
		double squares = 0;
		for (final double s : samples)
			squares += (s - mean) * (s - mean) / (samples.length - 1);
		return Math.sqrt(squares);
	}

	/** A piece divided into blocks, each with the histogram of its values. */
	private static final class Blocks {

		final int count;
		final double[][] histograms;
		final double[] sums;
		final double[] weights;
		private final double lowest;
		private final double binWidth;

		Blocks(final PiecePixels p, final double block) {
			final float[] along = range(p.along);
			final float[] across = range(p.across);
			final float[] values = range(p.value);
			final int nAlong = (int) Math.max(1, Math.rint((along[1] - along[0]) / block));
			final int nAcross = (int) Math.max(1, Math.rint((across[1] - across[0]) / block));
			count = nAlong * nAcross;
			histograms = new double[count][BINS];
			sums = new double[count];
			weights = new double[count];
			lowest = values[0];
			binWidth = Math.max(1e-9, (values[1] - values[0]) / (BINS - 1.0));
			for (int i = 0; i < p.count(); i++) {
				final int a = (int) Math.min(nAlong - 1, nAlong * (p.along[i] - along[0]) / (along[1] - along[0] + 1e-6));
				final int c = (int) Math.min(nAcross - 1, nAcross * (p.across[i] - across[0]) / (across[1] - across[0] + 1e-6));
				final int b = a * nAcross + c;
				histograms[b][(int) Math.min(BINS - 1, (p.value[i] - lowest) / binWidth)] += p.weight[i];
				sums[b] += p.weight[i] * p.value[i];
				weights[b] += p.weight[i];
			}
		}

		private static float[] range(final float[] values) {
			final float[] r = { Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY };
			for (final float v : values) {
				r[0] = Math.min(r[0], v);
				r[1] = Math.max(r[1], v);
			}
			return r;
		}

		/** Linear within a bin. */
		double quantile(final double[] histogram, final double share) {
			double total = 0;
			for (final double h : histogram)
				total += h;
			double sum = 0;
			for (int i = 0; i < BINS; i++) {
				if (histogram[i] > 0 && sum + histogram[i] >= share * total) return lowest + (i + (share * total - sum) /
					histogram[i]) * binWidth;
				sum += histogram[i];
			}
			return lowest + BINS * binWidth;
		}
	}
}
