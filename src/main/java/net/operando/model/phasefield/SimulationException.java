package net.operando.model.phasefield;

import net.operando.base.OperandoException;

/** A simulated experiment went where the model cannot follow, for instance past the last lithium site. */
public class SimulationException extends OperandoException {

	private static final long serialVersionUID = 1L;

	public SimulationException(final String message) {
		super(message);
	}
}
