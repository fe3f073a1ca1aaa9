package net.operando.analysis.linecut;

import net.operando.analysis.differential.DifferentialForm;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.base.InvalidInputException;

/** How a kymograph is cut from a movie. Immutable. */
public final class LineCutParameters {

	private int widthPixels = 10;
	private Interpolation interpolation = Interpolation.LINEAR;
	private LineSampling sampling = LineSampling.PIXEL_STEPS;
	private double lagSeconds = 1;
	private DifferentialForm form = DifferentialForm.FRACTIONAL;
	private double floorCounts = Double.NaN;
	private RateDefinition rateDefinition = RateDefinition.RATE_OF_MEAN;
	private boolean partialWidth;
	private boolean comoving;
	private double[] lengthMetresByFrame;
	private double referenceLengthMetres = Double.NaN;
	private double fixedFraction = 0.5;

	/** 10 px wide, linear, steps of a pixel, fractional rate over 1 s, automatic floor, not co-moving. */
	public LineCutParameters() {}

	private LineCutParameters(final LineCutParameters other) {
		widthPixels = other.widthPixels;
		interpolation = other.interpolation;
		sampling = other.sampling;
		lagSeconds = other.lagSeconds;
		form = other.form;
		floorCounts = other.floorCounts;
		rateDefinition = other.rateDefinition;
		partialWidth = other.partialWidth;
		comoving = other.comoving;
		lengthMetresByFrame = other.lengthMetresByFrame;
		referenceLengthMetres = other.referenceLengthMetres;
		fixedFraction = other.fixedFraction;
	}

	/** Number of samples across the line, one pixel apart and symmetric about it. */
	public int widthPixels() {
		return widthPixels;
	}

	public Interpolation interpolation() {
		return interpolation;
	}

	public LineSampling sampling() {
		return sampling;
	}

	/** Lag of the rate of change in s; 0: intensity. */
	public double lagSeconds() {
		return lagSeconds;
	}

	/** Whether a rate is asked for rather than intensity. */
	public boolean isRate() {
		return lagSeconds != 0;
	}

	public DifferentialForm form() {
		return form;
	}

	/** Rates with a denominator below this many counts are NaN; NaN: as {@link DifferentialParameters#floorFor}. */
	public double floorCounts() {
		return floorCounts;
	}

	public RateDefinition rateDefinition() {
		return rateDefinition;
	}

	/** Whether a position whose width is partly outside the image, or NaN, is the mean of the rest rather than NaN. */
	public boolean partialWidth() {
		return partialWidth;
	}

	/** Whether positions move with a rod that changes its length. */
	public boolean comoving() {
		return comoving;
	}

	/** A copy of the rod's length in m at each frame of the movie; null if not given. */
	public double[] lengthMetresByFrame() {
		return lengthMetresByFrame == null ? null : lengthMetresByFrame.clone();
	}

	/** The length in m at which positions are stated; NaN: the first length that is known. */
	public double referenceLengthMetres() {
		return referenceLengthMetres;
	}

	/** Which point of the line stays while the rod lengthens: 0 its first end, 0.5 its middle, 1 its last end. */
	public double fixedFraction() {
		return fixedFraction;
	}

	public LineCutParameters withWidthPixels(final int pixels) {
		final LineCutParameters p = new LineCutParameters(this);
		p.widthPixels = pixels;
		return p;
	}

	public LineCutParameters withInterpolation(final Interpolation kind) {
		final LineCutParameters p = new LineCutParameters(this);
		p.interpolation = kind;
		return p;
	}

	public LineCutParameters withSampling(final LineSampling lineSampling) {
		final LineCutParameters p = new LineCutParameters(this);
		p.sampling = lineSampling;
		return p;
	}

	public LineCutParameters withLagSeconds(final double seconds) {
		final LineCutParameters p = new LineCutParameters(this);
		p.lagSeconds = seconds;
		return p;
	}

	public LineCutParameters withForm(final DifferentialForm differentialForm) {
		final LineCutParameters p = new LineCutParameters(this);
		p.form = differentialForm;
		return p;
	}

	public LineCutParameters withFloorCounts(final double counts) {
		final LineCutParameters p = new LineCutParameters(this);
		p.floorCounts = counts;
		return p;
	}

	public LineCutParameters withRateDefinition(final RateDefinition definition) {
		final LineCutParameters p = new LineCutParameters(this);
		p.rateDefinition = definition;
		return p;
	}

	public LineCutParameters withPartialWidth(final boolean allowed) {
		final LineCutParameters p = new LineCutParameters(this);
		p.partialWidth = allowed;
		return p;
	}

	/**
	 * Lets positions move with the rod.
	 *
	 * @param lengthMetres the rod's length at each frame of the movie, in m (its unit does not matter: only its ratio to
	 *          the reference is used); copied. Frames with NaN become columns of NaN.
	 */
	public LineCutParameters withComoving(final double[] lengthMetres) {
		final LineCutParameters p = new LineCutParameters(this);
		p.comoving = true;
		p.lengthMetresByFrame = lengthMetres.clone();
		return p;
	}

	public LineCutParameters withReferenceLengthMetres(final double metres) {
		final LineCutParameters p = new LineCutParameters(this);
		p.referenceLengthMetres = metres;
		return p;
	}

	public LineCutParameters withFixedFraction(final double fraction) {
		final LineCutParameters p = new LineCutParameters(this);
		p.fixedFraction = fraction;
		return p;
	}

	/**
	 * By how much distances from the fixed point are larger at a frame than at the reference length; 1 if not co-moving.
	 * NaN if the length at that frame is not known.
	 */
	double stretch(final int frame) {
		if (!comoving) return 1;
		double reference = referenceLengthMetres;
		for (int i = 0; Double.isNaN(reference) && i < lengthMetresByFrame.length; i++)
			reference = lengthMetresByFrame[i];
		return lengthMetresByFrame[frame] / reference;
	}

	/**
	 * @param frames number of frames of the movie
	 * @throws InvalidInputException if a value cannot be meant
	 */
	public void check(final int frames) {
		if (widthPixels < 1) throw new InvalidInputException("A line " + widthPixels +
			" pixels wide cannot be meant: give widthpx of 1 or more.");
		if (!(lagSeconds >= 0) || Double.isInfinite(lagSeconds)) throw new InvalidInputException("A lag of " + lagSeconds +
			" s cannot be meant: give lagseconds above 0, or 0 for intensity.");
		if (floorCounts < 0) throw new InvalidInputException("A floor of " + floorCounts +
			" counts cannot be meant: give floor of 0 or more, or none for the automatic one.");
		if (interpolation == null || sampling == null || form == null || rateDefinition == null)
			throw new InvalidInputException(
				"A choice of the line-cut is missing: give interpolation, sampling, form and rateDefinition.");
		if (!comoving) return;
		if (lengthMetresByFrame == null || lengthMetresByFrame.length != frames) throw new InvalidInputException(
			"A co-moving kymograph of " + frames + " frames needs the rod's length at each of them, but " +
				(lengthMetresByFrame == null ? "none was" : lengthMetresByFrame.length + " were") +
				" given: measure the rod length on the same movie first.");
		if (isRate() && rateDefinition == RateDefinition.MEAN_OF_RATES) throw new InvalidInputException(
			"A co-moving rate cannot be taken at fixed pixels: use the rate of the mean (RATE_OF_MEAN).");
		if (referenceLengthMetres <= 0 || !(fixedFraction >= 0 && fixedFraction <= 1)) throw new InvalidInputException(
			"A co-moving kymograph needs a reference length above 0 and a fixed point between 0 and 1 along the line.");
		boolean anyLength = false;
		for (final double length : lengthMetresByFrame) {
			if (length <= 0) throw new InvalidInputException(
				"A rod length is not above 0, so positions cannot move with it: measure the rod length again.");
			anyLength |= length > 0;
		}
		if (!anyLength) throw new InvalidInputException(
			"No rod length is known, so positions cannot move with it: measure the rod length again.");
	}
}
