package net.operando.analysis.rod;

/**
 * What rod or carbon looks like in an image: its mean intensity, and how it varies about that along lines a few pixels wide: fine
 * grains ({@link Texture}) on clumps or fringes, longer than what is looked at. Immutable.
 */
final class Grain {

	/** Relative variation below which optics that are not quite as modelled are what differs. */
	private static final double LEAST = 0.02;
	/** Fringes are finer at the sides than in the middle, where they are read: so much of the variance may be as fine anywhere. */
	private static final double FINE = 0.7;
	private static final double COARSE = 0.5;
	private static final double SHORTEST = 4;
	private static final double LONGEST = 8;
	private static final int NEAR = 3;
	private static final int FAR = 12;
	private static final int FEWEST = 20;

	/** Mean intensity. */
	final double level;
	private final Texture fine;
	private final double coarse;

	private Grain(final double level, final Texture fine, final double coarse) {
		this.level = level;
		this.fine = fine;
		this.coarse = coarse;
	}

	/**
	 * @param lines of intensity at stations a pixel apart, NaN where there is none
	 * @param least relative variance that its texture has at least
	 * @return null if there is too little
	 */
	static Grain read(final double[][] lines, final double least) {
		double sum = 0;
		int n = 0;
		for (final double[] line : lines)
			for (final double v : line)
				if (!Double.isNaN(v)) {
					sum += v;
					n++;
				}
		if (n < FEWEST || !(sum > 0)) return null;
		final double mean = sum / n;
		final double variance = covariance(lines, mean, 0);
		final double far = Math.max(0, Math.min(0.9 * variance, covariance(lines, mean, far(lines))));
		final double own = Math.max(LEAST * LEAST, variance - far);
		final double near = (covariance(lines, mean, NEAR) - far) / own;
		final double length = Math.max(SHORTEST, Math.min(LONGEST, Texture.ofCorrelation(1, NEAR, near).lengthPixels));
		return new Grain(mean, Texture.of(Math.sqrt(Math.max(own, FINE * Math.max(least, variance))), length), Math.max(far, COARSE * least) + LEAST *
			LEAST);
	}

	/** A distance that short lines have, too. */
	private static int far(final double[][] lines) {
		int longest = 0;
		for (final double[] line : lines) {
			int n = 0;
			for (final double v : line)
				if (!Double.isNaN(v)) n++;
			longest = Math.max(longest, n);
		}
		return Math.max(NEAR + 1, Math.min(FAR, 2 * longest / 3));
	}

	/** Variance of values over their squared mean; NaN are left out. */
	static double variance(final double[][] lines) {
		double sum = 0;
		int n = 0;
		for (final double[] line : lines)
			for (final double v : line)
				if (!Double.isNaN(v)) {
					sum += v;
					n++;
				}
		return covariance(lines, sum / n, 0);
	}

	private static double covariance(final double[][] lines, final double mean, final int lag) {
		double sum = 0;
		int n = 0;
		for (final double[] line : lines)
			for (int i = 0; i + lag < line.length; i++) {
				final double p = (line[i] - mean) * (line[i + lag] - mean);
				if (Double.isNaN(p)) continue;
				sum += p;
				n++;
			}
		return n == 0 ? 0 : sum / n / (mean * mean);
	}

	/** Covariance of two places so far apart, in pixels. */
	double covariance(final double distance) {
		return level * level * (fine.covarianceAt(distance) + coarse);
	}
}
