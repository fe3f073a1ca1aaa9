package net.operando.base;

/** A parameter, a selection or a combination of inputs that cannot be meant: found before work starts. */
public class InvalidInputException extends OperandoException {

	private static final long serialVersionUID = 1L;

	public InvalidInputException(final String message) {
		super(message);
	}

	public InvalidInputException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
