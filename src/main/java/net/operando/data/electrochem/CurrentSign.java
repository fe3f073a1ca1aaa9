package net.operando.data.electrochem;

/** Which sign of the recorded current puts lithium into the working electrode. */
public enum CurrentSign {

	/** Decided from how the voltage moves with the current. */
	AUTO,
	/** Negative current lithiates (reduction is negative: IUPAC, BioLogic, most Gamry files). */
	LITHIATION_NEGATIVE,
	/** Positive current lithiates. */
	LITHIATION_POSITIVE
}
