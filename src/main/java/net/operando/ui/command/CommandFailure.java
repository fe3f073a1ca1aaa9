package net.operando.ui.command;

import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;

/** Sentences for what fails beneath a command without knowing of its user. */
final class CommandFailure {

	private CommandFailure() {}

	/** @param output the folder results go to; empty if there is none */
	static OperandoException ofFiles(final Exception e, final String output) {
		return new InvalidInputException("A file could not be read or written (" + (output.isEmpty() ? "" : "output " +
			output + ": ") + reason(e) + "): check that the disk is there, writable and not full.", e);
	}

	static OperandoException ofMemory(final OutOfMemoryError e) {
		return new InvalidInputException(
			"The memory was not enough: give ImageJ more in Edit > Options > Memory & Threads, or on the command line java -Xmx4g, or open fewer frames (framerange).",
			e);
	}

	/** The file system's own words, without the names of Java's classes. */
	private static String reason(final Exception e) {
		return String.valueOf(e.getMessage()).replaceAll("^(java\\.[\\w.]+: )+", "");
	}
}
