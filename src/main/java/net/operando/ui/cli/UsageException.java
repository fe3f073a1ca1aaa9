package net.operando.ui.cli;

import net.operando.base.OperandoException;

/** The words given on the command line cannot be meant. */
final class UsageException extends OperandoException {

	private static final long serialVersionUID = 1L;

	UsageException(final String message) {
		super(message);
	}

	UsageException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
