package net.operando.data.electrochem;

import net.operando.base.InvalidInputException;

/** How intensity is matched to current. Immutable; plain fields, so that it can be kept as JSON. */
public final class IntensityAlignmentParameters {

	private double expectedOffsetSeconds = Double.NaN;
	private double searchSeconds = Double.NaN;
	private double windowSeconds = 30;
	private double maximumDriftPpm = 5000;
	private double uniqueLogLikelihood = 8;

	private IntensityAlignmentParameters() {}

	private IntensityAlignmentParameters(final IntensityAlignmentParameters from) {
		expectedOffsetSeconds = from.expectedOffsetSeconds;
		searchSeconds = from.searchSeconds;
		windowSeconds = from.windowSeconds;
		maximumDriftPpm = from.maximumDriftPpm;
		uniqueLogLikelihood = from.uniqueLogLikelihood;
	}

	/** Every offset at which movie and recording overlap; 30 s beside each step; drift within 5000 ppm. */
	public static IntensityAlignmentParameters defaults() {
		return new IntensityAlignmentParameters();
	}

	/**
	 * Only offsets within {@code search} of {@code expected}, in s: what coarse timestamps say, to choose between
	 * repeating cycles.
	 */
	public IntensityAlignmentParameters withSearch(final double expected, final double search) {
		if (!(search > 0)) throw new InvalidInputException("A search of " + search +
			" s around the expected offset finds nothing: give more than 0.");
		final IntensityAlignmentParameters p = new IntensityAlignmentParameters(this);
		p.expectedOffsetSeconds = expected;
		p.searchSeconds = search;
		return p;
	}

	/** Time in s before and after a step that is looked at (less where another step is near; at least 8 frames). */
	public IntensityAlignmentParameters withWindowSeconds(final double seconds) {
		if (!(seconds > 0)) throw new InvalidInputException("A window of " + seconds + " s holds no frame: give more than 0.");
		final IntensityAlignmentParameters p = new IntensityAlignmentParameters(this);
		p.windowSeconds = seconds;
		return p;
	}

	/** Largest drift between the clocks that is considered, in ppm. */
	public IntensityAlignmentParameters withMaximumDriftPpm(final double ppm) {
		if (!(ppm > 0)) throw new InvalidInputException("A maximum drift of " + ppm + " ppm: give more than 0.");
		final IntensityAlignmentParameters p = new IntensityAlignmentParameters(this);
		p.maximumDriftPpm = ppm;
		return p;
	}

	/** How much likelier (natural logarithm) the best offset must be than any other; also at least 5 % of its own gain. */
	public IntensityAlignmentParameters withUniqueLogLikelihood(final double margin) {
		final IntensityAlignmentParameters p = new IntensityAlignmentParameters(this);
		p.uniqueLogLikelihood = margin;
		return p;
	}

	public double expectedOffsetSeconds() {
		return expectedOffsetSeconds;
	}

	public double searchSeconds() {
		return searchSeconds;
	}

	public double windowSeconds() {
		return windowSeconds;
	}

	public double maximumDriftPpm() {
		return maximumDriftPpm;
	}

	public double uniqueLogLikelihood() {
		return uniqueLogLikelihood;
	}
}
