package net.operando.base;

/**
 * Something a user can act on went wrong. The message is one sentence that says what is wrong and what to do, in a
 * microscopist's words; it is shown as it is, without a stack trace.
 */
public abstract class OperandoException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	protected OperandoException(final String message) {
		super(message);
	}

	protected OperandoException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
