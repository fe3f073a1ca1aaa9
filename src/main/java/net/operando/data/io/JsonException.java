package net.operando.data.io;

import net.operando.base.InvalidInputException;

/** JSON that cannot be meant. Its sentence names the keys of the JSON, which are spelled as they stand there. */
public final class JsonException extends InvalidInputException {

	private static final long serialVersionUID = 1L;

	JsonException(final String message) {
		super(message);
	}

	JsonException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
