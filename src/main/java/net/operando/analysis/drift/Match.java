package net.operando.analysis.drift;

/** Where a frame's background lies relative to a key frame's. Immutable. */
final class Match {

	final double x;
	final double y;
	/** In radians. */
	final double turn;
	/** Variance of each component of the shift in px^2, from the scatter of the tiles; of the turn in rad^2. */
	final double variance;
	final double turnVariance;
	/** The share of the frame it is from; matches of one frame from different halves share no noise. */
	final double share;
	/** Correlation of the two, -1 to 1. */
	final double quality;
	final double sharpness;
	final int tiles;
	final boolean found;

	Match(final double x, final double y, final double turn, final double variance, final double turnVariance,
		final double share, final double quality, final double sharpness, final int tiles, final boolean found)
	{
		this.x = x;
		this.y = y;
		this.turn = turn;
		this.variance = variance;
		this.turnVariance = turnVariance;
		this.share = share;
		this.quality = quality;
		this.sharpness = sharpness;
		this.tiles = tiles;
		this.found = found;
	}

	static Match none() {
		return new Match(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1, 0, Double.NaN, 0, false);
	}
}
