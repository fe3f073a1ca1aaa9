package net.operando.analysis.linecut;

/** In which order the rate of change and the mean across the width are taken. */
public enum RateDefinition {

	/**
	 * The mean over the width first, then its relative change. Bright pixels weigh more, as in an intensity; the
	 * denominator's noise is smaller by the width, so dim pixels neither bias the rate nor drop out. The default.
	 */
	RATE_OF_MEAN,
	/** The relative change of every pixel first (the differential movie), then the mean of those rates. */
	MEAN_OF_RATES
}
