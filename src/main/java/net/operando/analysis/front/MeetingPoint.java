package net.operando.analysis.front;

import net.operando.base.quantity.Estimate;

/** Where and when the lines fitted to two fronts cross. Immutable. */
public final class MeetingPoint {

	private final int firstId;
	private final int secondId;
	private final Estimate timeSeconds;
	private final Estimate positionMetres;

	MeetingPoint(final int firstId, final int secondId, final Estimate timeSeconds, final Estimate positionMetres) {
		this.firstId = firstId;
		this.secondId = secondId;
		this.timeSeconds = timeSeconds;
		this.positionMetres = positionMetres;
	}

	/** Id of the front that moves towards larger positions. */
	public int firstId() {
		return firstId;
	}

	/** Id of the other one. */
	public int secondId() {
		return secondId;
	}

	/** Time of the crossing, in s. */
	public Estimate timeSeconds() {
		return timeSeconds;
	}

	/** Position of the crossing, in m from the start of the line. */
	public Estimate positionMetres() {
		return positionMetres;
	}
}
