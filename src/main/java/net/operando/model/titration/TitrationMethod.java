package net.operando.model.titration;

import java.util.Locale;

import net.operando.base.InvalidInputException;

/** How a diffusion coefficient is taken from a titration. */
public enum TitrationMethod {

	/** The paper's equation 2: voltage against the square root of time at the start of a pulse. */
	SHORT_TIME("Short Time"),
	/** The overpotential of diffusion at the end of a long pulse. */
	LONG_TIME("Long Time"),
	/** The shape of the relaxation after a pulse that began in equilibrium. */
	RELAXATION("Relaxation"),
	/** Intermittent current interruption: voltage against the square root of time in short rests of a steady current. */
	ICI("ICI");

	private final String label;

	TitrationMethod(final String label) {
		this.label = label;
	}

	/** As shown in a dialog. */
	public String label() {
		return label;
	}

	/** As written in tables: "short_time". */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The method of a label or key.
	 *
	 * @throws InvalidInputException if there is no such method
	 */
	public static TitrationMethod of(final String text) {
		for (final TitrationMethod m : values())
			if (m.label.equalsIgnoreCase(text) || m.key().equalsIgnoreCase(text)) return m;
		throw new InvalidInputException("'" + text +
			"' is no way to evaluate a titration: choose Short Time, Long Time, Relaxation or ICI.");
	}
}
