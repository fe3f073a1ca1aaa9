package net.operando.ui.command;

import java.nio.file.Path;

import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.data.io.JsonException;
import net.operando.experiment.ParameterKeys;

/** How a command reads its inputs, and what it calls them where it refuses them. */
abstract class CommandInputs {

	/** What went wrong, in this command's words; keys of JSON stay as they are spelled there. */
	final String sentence(final OperandoException e) {
		return e instanceof JsonException ? e.getMessage() : named(e.getMessage());
	}

	/** A sentence with parameters named as this command's user gave them, and numbers by their label too. */
	protected String named(final String sentence) {
		return InputNames.spelled(getClass(), ParameterKeys.inCommand(sentence));
	}

	/**
	 * {@link Choice#number} of an input of this command.
	 *
	 * @throws InvalidInputException if it is something else
	 */
	protected final double number(final String text, final String key) {
		return Choice.number(text, InputNames.of(getClass(), key));
	}

	/**
	 * {@link Choice#of} of an input of this command.
	 *
	 * @throws InvalidInputException if it means none
	 */
	protected final <E extends Enum<E>> E choice(final Class<E> type, final String text, final String key) {
		return Choice.of(type, text, InputNames.of(getClass(), key));
	}

	/** {@link InputKind#existing}. */
	protected static Path existing(final String text, final String key) {
		return InputKind.existing(text, key);
	}
}
