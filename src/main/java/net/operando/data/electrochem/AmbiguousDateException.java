package net.operando.data.electrochem;

import net.operando.base.OperandoException;

/** A start date can be read as day/month or as month/day, both are possible, and the choice changes the result. */
public class AmbiguousDateException extends OperandoException {

	private static final long serialVersionUID = 1L;

	/** @param message one sentence that shows the date both ways and asks for dateorder=DMY or MDY */
	public AmbiguousDateException(final String message) {
		super(message);
	}
}
