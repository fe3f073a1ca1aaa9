package net.operando.analysis.fragment;

import net.operando.base.quantity.Estimate;

/**
 * By how much the ratio of a piece to another one rose since the first frames of the movie. Fringes stay on a surface, so
 * they cancel but for what they change with brightness: of a level L they are c sqrt(L), so where a piece changed by r, a mean
 * that now lies f above its level lay f sqrt(r) above it. That is taken off. The rise is known far better than the
 * ratio itself. It is the ratio where both pieces were still one, at the same lithium content, in the first frames. Where both
 * were there already and took part it is another estimate of the ratio, as pieces in contact hold about as much lithium at rest.
 * Immutable.
 */
final class RatioRise {

	/** So many frames are averaged. */
	static final int FIRST_FRAMES = 5;
	/**
	 * What a flat field leaves, relative, between where a piece was and where it is: of the 1 % between pieces some um apart that
	 * {@link LevelEstimate} assumes, a fifth, as pieces move by some tenths of a um while the rod grows.
	 */
	private static final double UNEVEN_LIGHT = 0.002;
	/**
	 * Relative standard deviation between two pieces in contact in the first frames (assumed): 0.03 of x, of which a
	 * relative change of brightness is 1.3 times.
	 */
	private static final double UNEVEN_LITHIUM = 0.04;

	/** Not known; the pieces cannot be compared with what they were. */
	static final RatioRise UNKNOWN = new RatioRise(Estimate.none(0, "rise of the ratio"), false);

	/** How a piece's mean changed since the first frames. */
	static final class Change {

		private final double ofLevel;
		private final double error;

		private Change(final double ofLevel, final double error) {
			this.ofLevel = ofLevel;
			this.error = error;
		}

		/**
		 * @param ofMean mean now over that in the first frames
		 * @param fringes by how much the mean is now above the level, relative; @param error of that
		 */
		static Change of(final double ofMean, final double fringes, final double error) {
			final double root = Math.sqrt(ofMean);
			return new Change(ofMean * (1 + fringes * root) / (1 + fringes), error * Math.abs(1 - root));
		}
	}

	private final Estimate rise;
	private final boolean fromWhole;

	private RatioRise(final Estimate rise, final boolean fromWhole) {
		this.rise = rise;
		this.fromWhole = fromWhole;
	}

	/**
	 * @param fromWhole whether both were one piece in the first frames
	 * @param frames number of frames averaged
	 */
	static RatioRise of(final Change piece, final Change reference, final boolean fromWhole, final int frames) {
		final double value = piece.ofLevel / reference.ofLevel;
		if (!(value > 0) || Double.isInfinite(value)) return UNKNOWN;
		final double error = Math.hypot(UNEVEN_LIGHT, Math.hypot(piece.error, reference.error));
		return new RatioRise(normal(Math.log(value), error, frames, fromWhole ? "ratio, 1 in the first " + frames +
			" frames, when both were one piece" : "rise of the ratio since the first " + frames + " frames"), fromWhole);
	}

	private static Estimate normal(final double log, final double error, final int n, final String definition) {
		final double value = Math.exp(log);
		return Estimate.of(value, value * error, value * Math.exp(-1.959964 * error), value * Math.exp(1.959964 * error), n,
			definition);
	}

	boolean isKnown() {
		return rise.isKnown();
	}

	/** Whether it is the ratio itself. */
	boolean isRatio() {
		return fromWhole;
	}

	Estimate estimate() {
		return rise;
	}

	/**
	 * The ratio itself, by all that is known of it: the rise where both were one piece; else the mean of the logarithms of both
	 * estimates by their inverse variances, whose error grows where they differ by more than theirs (Birge, Phys. Rev. 40
	 * (1932) 207); the other one where the rise is not known.
	 *
	 * @param levels the ratio of levels, which is free of fringes
	 */
	Estimate ratio(final Estimate levels) {
		if (fromWhole && rise.isKnown() || !levels.isKnown()) return fromWhole ? rise : levels;
		if (!rise.isKnown()) return levels;
		final double ofLevels = Math.pow(levels.standardError() / levels.value(), 2);
		final double ofRise = Math.pow(rise.standardError() / rise.value(), 2) + UNEVEN_LITHIUM * UNEVEN_LITHIUM;
		final double weight = ofLevels / (ofLevels + ofRise);
		final double difference = Math.log(rise.value() / levels.value());
		final double apart = Math.max(1, Math.abs(difference) / Math.sqrt(ofLevels + ofRise));
		return normal(Math.log(levels.value()) + weight * difference, apart * Math.sqrt(ofLevels * ofRise / (ofLevels +
			ofRise)), levels.n(), "ratio of levels between fringes and its rise since both took part");
	}
}
