package net.operando.data.io;

import java.nio.file.Path;

import net.operando.base.OperandoException;

/** A file that is not what it claims to be, is damaged, or is of a kind we do not read. */
public class FormatException extends OperandoException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param file the file meant; its name starts the message
	 * @param problem what is wrong and what to do, as the rest of the sentence ("is cut short after 12 bytes: ...")
	 */
	public FormatException(final Path file, final String problem) {
		super(file.getFileName() + " " + problem);
	}

	/** As above, with the failure that led to it. */
	public FormatException(final Path file, final String problem, final Throwable cause) {
		super(file.getFileName() + " " + problem, cause);
	}
}
