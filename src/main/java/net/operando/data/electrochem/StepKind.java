package net.operando.data.electrochem;

import java.util.Locale;

/** What the instrument did during a step, told from current and voltage alone. */
public enum StepKind {

	/** No current. */
	REST,
	/** Current constant. */
	CONSTANT_CURRENT,
	/** Voltage constant while the current changes. */
	HOLD,
	/** Neither: a voltage scan, an impedance measurement. */
	OTHER;

	/** As written in tables: "constant_current". */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}
}
