package net.operando.data.electrochem;

import java.util.Arrays;

import net.operando.base.OperandoException;

/** Two or more clock offsets explain the movie about equally well, as with periodic cycling: none is chosen. */
public class AmbiguousAlignmentException extends OperandoException {

	private static final long serialVersionUID = 1L;

	private final double[] candidateOffsetsSeconds;

	/**
	 * @param message one sentence that names the candidates and says what to give
	 * @param candidateOffsetsSeconds the offsets that compete, in s, best first
	 */
	public AmbiguousAlignmentException(final String message, final double... candidateOffsetsSeconds) {
		super(message);
		this.candidateOffsetsSeconds = candidateOffsetsSeconds.clone();
	}

	/** The competing offsets in s, best first; a copy. */
	public double[] candidateOffsetsSeconds() {
		return Arrays.copyOf(candidateOffsetsSeconds, candidateOffsetsSeconds.length);
	}
}
