package net.operando.experiment;

import java.util.Locale;

import net.operando.base.InvalidInputException;

/** Whether something is done: always, never, or where a look at the movie says that it is needed. */
enum Toggle {

	AUTO, ON, OFF;

	/** @throws InvalidInputException naming the key if the text is none of Auto, On and Off */
	static Toggle parse(final String text, final String key) {
		for (final Toggle toggle : values())
			if (text != null && toggle.name().equals(text.trim().toUpperCase(Locale.ROOT))) return toggle;
		throw new InvalidInputException(key + " is " + text + ": give Auto, On or Off.");
	}
}
