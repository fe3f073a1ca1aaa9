package net.operando.experiment.compare;

/** Something that was not compared, and why. Immutable. */
public final class LeftOut {

	private final String experiment;
	private final String rodId;
	private final String step;
	private final String frontId;
	private final String reason;

	LeftOut(final String experiment, final String rodId, final String step, final String frontId, final String reason) {
		this.experiment = experiment;
		this.rodId = rodId;
		this.step = step;
		this.frontId = frontId;
		this.reason = reason;
	}

	public String experiment() {
		return experiment;
	}

	/** Empty if it is the whole experiment. */
	public String rodId() {
		return rodId;
	}

	/** Number of the step; empty if it is more than one step. */
	public String step() {
		return step;
	}

	/** Empty if it is no front. */
	public String frontId() {
		return frontId;
	}

	public String reason() {
		return reason;
	}
}
