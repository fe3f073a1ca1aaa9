package net.operando.base;

/** The user cancelled. Whoever catches it removes what was half written and says nothing more. */
public class CancelledException extends OperandoException {

	private static final long serialVersionUID = 1L;

	public CancelledException() {
		super("Cancelled.");
	}
}
