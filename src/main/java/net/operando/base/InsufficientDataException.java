package net.operando.base;

/** The data are readable but do not hold enough to answer the question asked of them. */
public class InsufficientDataException extends OperandoException {

	private static final long serialVersionUID = 1L;

	public InsufficientDataException(final String message) {
		super(message);
	}
}
