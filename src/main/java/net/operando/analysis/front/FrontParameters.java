package net.operando.analysis.front;

import net.operando.base.InvalidInputException;

/** What to look for in a kymograph. Immutable; {@code new FrontParameters()} has the defaults; JSON by field names. */
public final class FrontParameters {

	private final FrontCriterion criterion;
	private final FrontPolarity polarity;
	private final FrontMethod method;
	private final double smoothingMicrometres;
	private final double fromSeconds;
	private final double toSeconds;
	private final int maxFronts;

	/** half_max, both polarities, automatic method and smoothing, all times, at most two fronts. */
	public FrontParameters() {
		this(FrontCriterion.HALF_MAX, FrontPolarity.BOTH, FrontMethod.AUTO, 0, Double.NaN, Double.NaN, 2);
	}

	private FrontParameters(final FrontCriterion criterion, final FrontPolarity polarity, final FrontMethod method,
		final double smoothingMicrometres, final double fromSeconds, final double toSeconds, final int maxFronts)
	{
		this.criterion = criterion;
		this.polarity = polarity;
		this.method = method;
		this.smoothingMicrometres = smoothingMicrometres;
		this.fromSeconds = fromSeconds;
		this.toSeconds = toSeconds;
		this.maxFronts = maxFronts;
	}

	public FrontCriterion criterion() {
		return criterion;
	}

	public FrontPolarity polarity() {
		return polarity;
	}

	public FrontMethod method() {
		return method;
	}

	/** Width over which a column is averaged before a position is read from it, in um; 0 chooses it by the noise. */
	public double smoothingMicrometres() {
		return smoothingMicrometres;
	}

	/** Columns before this time are not looked at; it is also taken as the onset for arrival. NaN: from the first. */
	public double fromSeconds() {
		return fromSeconds;
	}

	/** Columns after this time are not looked at; NaN: to the last. */
	public double toSeconds() {
		return toSeconds;
	}

	/** Largest number of fronts reported; the clearest are kept. */
	public int maxFronts() {
		return maxFronts;
	}

	public FrontParameters withCriterion(final FrontCriterion c) {
		return new FrontParameters(c, polarity, method, smoothingMicrometres, fromSeconds, toSeconds, maxFronts);
	}

	public FrontParameters withPolarity(final FrontPolarity p) {
		return new FrontParameters(criterion, p, method, smoothingMicrometres, fromSeconds, toSeconds, maxFronts);
	}

	public FrontParameters withMethod(final FrontMethod m) {
		return new FrontParameters(criterion, polarity, m, smoothingMicrometres, fromSeconds, toSeconds, maxFronts);
	}

	public FrontParameters withSmoothing(final double micrometres) {
		return new FrontParameters(criterion, polarity, method, micrometres, fromSeconds, toSeconds, maxFronts);
	}

	/** Only columns from one time to another, in s; NaN leaves a side open. */
	public FrontParameters between(final double from, final double to) {
		return new FrontParameters(criterion, polarity, method, smoothingMicrometres, from, to, maxFronts);
	}

	public FrontParameters withMaxFronts(final int n) {
		return new FrontParameters(criterion, polarity, method, smoothingMicrometres, fromSeconds, toSeconds, n);
	}

	/** @throws InvalidInputException naming the parameter that cannot be meant */
	public void validate() {
		if (criterion == null || polarity == null || method == null) throw new InvalidInputException(
			"The front parameters lack a criterion, polarity or method: give all three or leave the key out.");
		if (!(smoothingMicrometres >= 0)) throw new InvalidInputException("A smoothing of " + smoothingMicrometres +
			" um cannot be meant: give 0 (automatic) or a width above 0.");
		if (maxFronts < 1) throw new InvalidInputException("maxFronts is " + maxFronts + ": give 1 or more.");
		if (fromSeconds >= toSeconds) throw new InvalidInputException("The time range from " + fromSeconds + " s to " +
			toSeconds + " s is empty.");
	}
}
