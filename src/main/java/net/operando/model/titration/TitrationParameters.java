package net.operando.model.titration;

import net.operando.base.InvalidInputException;
import net.operando.data.electrochem.CurrentSign;
import net.operando.data.electrochem.StepParameters;

/** How a titration is evaluated. Immutable; plain fields, so that it can be kept as JSON. NaN is "find it". */
public final class TitrationParameters {

	private TitrationMethod method = TitrationMethod.SHORT_TIME;
	private ParticleShape shape = ParticleShape.SLAB;
	private double lengthMicrometres = 10.2;
	private double capacityMilliampereHours = Double.NaN;
	private double startX = Double.NaN;
	private CurrentSign currentSign = CurrentSign.AUTO;
	private double fromSeconds = Double.NaN;
	private double toSeconds = Double.NaN;
	private Weighting weighting = Weighting.ROOT_TIME;
	private boolean driftSubtracted = true;
	private boolean restsInRate;
	private StepParameters steps = StepParameters.defaults();

	private TitrationParameters() {}

	/**
	 * Short-time evaluation of a slab of 10.2 um (half of a 20.4 um rod); capacity, start x, sign and windows found from
	 * the data.
	 */
	public static TitrationParameters defaults() {
		return new TitrationParameters();
	}

	private TitrationParameters copy() {
		final TitrationParameters p = new TitrationParameters();
		p.method = method;
		p.shape = shape;
		p.lengthMicrometres = lengthMicrometres;
		p.capacityMilliampereHours = capacityMilliampereHours;
		p.startX = startX;
		p.currentSign = currentSign;
		p.fromSeconds = fromSeconds;
		p.toSeconds = toSeconds;
		p.weighting = weighting;
		p.driftSubtracted = driftSubtracted;
		p.restsInRate = restsInRate;
		p.steps = steps;
		return p;
	}

	public TitrationParameters withMethod(final TitrationMethod titrationMethod) {
		final TitrationParameters p = copy();
		p.method = titrationMethod;
		return p;
	}

	/** @param micrometres slab: from the face to the closed end or symmetry plane; sphere: the radius */
	public TitrationParameters withShape(final ParticleShape particleShape, final double micrometres) {
		final TitrationParameters p = copy();
		p.shape = particleShape;
		p.lengthMicrometres = micrometres;
		return p;
	}

	/** Charge that takes x from 0 to 1; NaN: the charge between the least and the greatest x of the recording. */
	public TitrationParameters withCapacityMilliampereHours(final double mAh) {
		final TitrationParameters p = copy();
		p.capacityMilliampereHours = mAh;
		return p;
	}

	/** x at the start; NaN: 0 if the recording lithiates on the whole, otherwise what makes it end at 0. */
	public TitrationParameters withStartX(final double x) {
		final TitrationParameters p = copy();
		p.startX = x;
		return p;
	}

	/** Which sign of current lithiates. */
	public TitrationParameters withCurrentSign(final CurrentSign sign) {
		final TitrationParameters p = copy();
		p.currentSign = sign;
		return p;
	}

	/**
	 * The window of the regression, in s after the current changed. NaN from: 1 % of the window's end (ICI: 1 s), so that
	 * charge transfer is over. NaN to: 0.2 l^2/D or the end of the pulse, whichever is sooner (ICI: 10 s).
	 */
	public TitrationParameters withWindow(final double from, final double to) {
		final TitrationParameters p = copy();
		p.fromSeconds = from;
		p.toSeconds = to;
		return p;
	}

	public TitrationParameters withWeighting(final Weighting pointWeighting) {
		final TitrationParameters p = copy();
		p.weighting = pointWeighting;
		return p;
	}

	/**
	 * ICI: whether what the voltage would have gone on to do without the interruption is subtracted (it is not in the
	 * published method, which so reads some per cent too much; see docs/validation/titration.md).
	 */
	public TitrationParameters withDriftSubtracted(final boolean subtracted) {
		final TitrationParameters p = copy();
		p.driftSubtracted = subtracted;
		return p;
	}

	/**
	 * ICI: whether the rate of the voltage is per time of the clock, rests included, from the voltage under current. That
	 * reads the rate too low by the part of the time spent resting; it is here to compare with programs that do so.
	 */
	public TitrationParameters withRestsInRate(final boolean included) {
		final TitrationParameters p = copy();
		p.restsInRate = included;
		return p;
	}

	/** What counts as rest and as constant current. */
	public TitrationParameters withSteps(final StepParameters stepParameters) {
		final TitrationParameters p = copy();
		p.steps = stepParameters;
		return p;
	}

	public TitrationMethod method() {
		return method;
	}

	public ParticleShape shape() {
		return shape;
	}

	/** The diffusion length in m. */
	public double lengthMetres() {
		return lengthMicrometres * 1e-6;
	}

	/** Charge that takes x from 0 to 1 in C; NaN if to be found. */
	public double capacityCoulombs() {
		return capacityMilliampereHours * 3.6;
	}

	public double startX() {
		return startX;
	}

	public CurrentSign currentSign() {
		return currentSign;
	}

	public double fromSeconds() {
		return fromSeconds;
	}

	public double toSeconds() {
		return toSeconds;
	}

	public Weighting weighting() {
		return weighting;
	}

	public boolean isDriftSubtracted() {
		return driftSubtracted;
	}

	public boolean hasRestsInRate() {
		return restsInRate;
	}

	public StepParameters steps() {
		return steps;
	}

	/** @throws InvalidInputException if a number cannot be meant */
	void validate() {
		if (method == null || shape == null || weighting == null || currentSign == null || steps == null)
			throw new InvalidInputException("method, shape, weighting, currentSign and steps of a titration must be given.");
		if (!(lengthMicrometres > 1e-3 && lengthMicrometres < 5000)) throw new InvalidInputException("A diffusion length of " +
			lengthMicrometres + " um cannot be meant: give lengthum in micrometres, for a rod open at both ends half its length.");
		if (capacityMilliampereHours <= 0 || Double.isInfinite(capacityMilliampereHours)) throw new InvalidInputException(
			"A capacity of " + capacityMilliampereHours + " mAh cannot be meant: give the charge that takes x from 0 to 1.");
		if (startX < 0 || startX > 1) throw new InvalidInputException("A start x of " + startX +
			" lies outside 0 to 1: give startx as a part of the full lithium content.");
		if (fromSeconds < 0 || toSeconds <= 0 || fromSeconds >= toSeconds) throw new InvalidInputException("A window from " +
			fromSeconds + " to " + toSeconds + " s cannot be meant: give an end after its start.");
	}
}
