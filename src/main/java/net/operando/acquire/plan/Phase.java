package net.operando.acquire.plan;

/**
 * A stretch of the recording at one rate. It ends after its duration or when its condition is met, whichever is first; with
 * neither, when a rule starts another phase or the recording ends. Immutable, JSON by field.
 */
public final class Phase extends PlanPart {

	private String name = "record";
	private double framesPerSecond = 2;
	private int temporalMean = 2;
	private double durationSeconds = Double.NaN;
	private Condition until;

	private Phase() {}

	/**
	 * @param name letters, digits, blanks and hyphens
	 * @param framesPerSecond exposures per second
	 * @param temporalMean exposures averaged into one stored frame
	 * @param durationSeconds NaN for no limit
	 */
	public static Phase of(final String name, final double framesPerSecond, final int temporalMean,
		final double durationSeconds)
	{
		final Phase p = new Phase();
		p.name = name;
		p.framesPerSecond = framesPerSecond;
		p.temporalMean = temporalMean;
		p.durationSeconds = durationSeconds;
		return p;
	}

	/** @param condition that ends it early */
	public Phase withUntil(final Condition condition) {
		final Phase p = copy();
		p.until = condition;
		return p;
	}

	public String name() {
		return name;
	}

	/** Exposures per second. */
	public double framesPerSecond() {
		return framesPerSecond;
	}

	/** Time from exposure to exposure in ns. */
	public long intervalNanos() {
		return Math.round(1e9 / framesPerSecond);
	}

	/** Exposures averaged into one stored frame. */
	public int temporalMean() {
		return temporalMean;
	}

	/** NaN for no limit. */
	public double durationSeconds() {
		return durationSeconds;
	}

	/** What ends it early; null if nothing does. */
	public Condition until() {
		return until;
	}

	/** What is wrong with it; null if nothing is. */
	String problem() {
		if (name == null || !name.matches("[\\w -]{1,40}")) return "a phase whose name is not made of letters, digits, blanks and hyphens";
		if (!(framesPerSecond > 0 && framesPerSecond <= 1e5)) return "the phase " + name + " with " + framesPerSecond +
			" frames per second: give framesPerSecond above 0";
		if (temporalMean < 1 || temporalMean > 10_000) return "the phase " + name + " with a mean of " + temporalMean +
			" frames: give temporalMean of 1 or more";
		if (durationSeconds <= 0) return "the phase " + name + " with a duration of " + durationSeconds + " s";
		return until == null ? null : until.problem();
	}
}
