package net.operando.analysis.front;

/** Position of a front at one time. Immutable. */
public final class FrontPoint {

	private final double timeSeconds;
	private final double positionMetres;
	private final double standardErrorMetres;
	private final boolean used;

	FrontPoint(final double timeSeconds, final double positionMetres, final double standardErrorMetres,
		final boolean used)
	{
		this.timeSeconds = timeSeconds;
		this.positionMetres = positionMetres;
		this.standardErrorMetres = standardErrorMetres;
		this.used = used;
	}

	public double timeSeconds() {
		return timeSeconds;
	}

	/** Distance from the start of the line in m. */
	public double positionMetres() {
		return positionMetres;
	}

	/** NaN where the data are taken as free of noise. */
	public double standardErrorMetres() {
		return standardErrorMetres;
	}

	/** Whether the velocity rests on it. */
	public boolean isUsed() {
		return used;
	}
}
