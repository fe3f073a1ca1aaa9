package net.operando.model.titration;

/** What the points of a regression against the square root of time count. */
public enum Weighting {

	/**
	 * Each point counts as much of the axis of sqrt(t) as it stands for. The result is then that of a curve, whether it was
	 * sampled every second (dense at late times) or every millivolt (even in sqrt(t)).
	 */
	ROOT_TIME,
	/** Every point counts 1. */
	EQUAL
}
