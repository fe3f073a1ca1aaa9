package net.operando.data.movie;

import net.operando.base.InvalidInputException;

/** How a movie is averaged over pixels and frames. Immutable. */
public final class BinningParameters {

	/** Counts of 16 bit sum exactly in 32 bit integers up to this many samples. */
	private static final int LARGEST_BIN = 32_000;

	private final int spatialBin;
	private final int temporalBin;
	private final double gapFactor;

	/** The defaults of the bin command: 2 x 2 pixels, 2 frames, a pause from 1.5 median intervals on. */
	public BinningParameters() {
		this(2, 2, 1.5);
	}

	private BinningParameters(final int spatialBin, final int temporalBin, final double gapFactor) {
		this.spatialBin = spatialBin;
		this.temporalBin = temporalBin;
		this.gapFactor = gapFactor;
	}

	/** Edge of the square of pixels averaged, in px. */
	public int spatialBin() {
		return spatialBin;
	}

	/** Number of consecutive frames averaged. */
	public int temporalBin() {
		return temporalBin;
	}

	/** An interval longer than this many median intervals is a pause, across which nothing is averaged. */
	public double gapFactor() {
		return gapFactor;
	}

	public BinningParameters withSpatialBin(final int pixels) {
		return new BinningParameters(pixels, temporalBin, gapFactor);
	}

	public BinningParameters withTemporalBin(final int frames) {
		return new BinningParameters(spatialBin, frames, gapFactor);
	}

	public BinningParameters withGapFactor(final double factor) {
		return new BinningParameters(spatialBin, temporalBin, factor);
	}

	/** @throws InvalidInputException if a value cannot be meant */
	public void check() {
		if (spatialBin < 1) throw new InvalidInputException("A bin of " + spatialBin +
			" pixels cannot be meant: give spatialbin of 1 or more.");
		if (temporalBin < 1) throw new InvalidInputException("A bin of " + temporalBin +
			" frames cannot be meant: give temporalbin of 1 or more.");
		if (!(gapFactor > 1)) throw new InvalidInputException("A gap factor of " + gapFactor +
			" would make every interval a pause: give gapfactor above 1.");
		if ((double) spatialBin * spatialBin * temporalBin > LARGEST_BIN) throw new InvalidInputException("A bin of " +
			spatialBin + " x " + spatialBin + " pixels and " + temporalBin + " frames is larger than " + LARGEST_BIN +
			" samples: give smaller ones, or bin in two steps.");
	}
}
