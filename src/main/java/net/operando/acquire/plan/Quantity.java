package net.operando.acquire.plan;

/** What a condition looks at while a recording runs. */
public enum Quantity {

	/** Current of the potentiostat in A, sign as in its file. */
	CURRENT_A(true),
	/** Voltage of the potentiostat in V. */
	VOLTAGE_V(true),
	/** Lithium content from the charge since the start of the potentiostat's file; needs the plan's cell. */
	X(true),
	/** Time since the start of the phase in s. */
	PHASE_SECONDS(false),
	/** Time since the start of the recording in s. */
	SECONDS(false),
	/** Strength of a sudden, local darkening of the image as a crack makes it, in standard deviations of its noise. */
	CRACK(false);

	private final boolean electrochemical;

	Quantity(final boolean electrochemical) {
		this.electrochemical = electrochemical;
	}

	/** Whether the potentiostat's file must be followed for it. */
	public boolean isElectrochemical() {
		return electrochemical;
	}
}
