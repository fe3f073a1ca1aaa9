package net.operando.analysis.front;

/** How positions become a velocity. */
public enum FrontMethod {

	/** Plain where the noise is nil, joint for noisy rates, by column for intensities and zero crossings. */
	AUTO,
	/** The definition taken literally in each column and a least-squares line over 12-88 % of the half length. */
	PLAIN,
	/** One moving profile of free shape fitted to all columns. */
	JOINT,
	/** A position from each column by itself and a robust line through them. */
	BY_COLUMN
}
