package net.operando.model.phasefield;

/** How one step of a protocol went. Immutable. */
public final class StepReport {

	/** Why a step ended. */
	public enum End {
		TIME, LOWER_VOLTAGE, UPPER_VOLTAGE, SMALL_CURRENT
	}

	private final ProtocolStep step;
	private final double startSeconds;
	private final double endSeconds;
	private final End end;

	StepReport(final ProtocolStep step, final double startSeconds, final double endSeconds, final End end) {
		this.step = step;
		this.startSeconds = startSeconds;
		this.endSeconds = endSeconds;
		this.end = end;
	}

	public ProtocolStep step() {
		return step;
	}

	public double startSeconds() {
		return startSeconds;
	}

	public double endSeconds() {
		return endSeconds;
	}

	public End end() {
		return end;
	}
}
