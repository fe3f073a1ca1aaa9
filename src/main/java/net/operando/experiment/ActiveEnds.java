package net.operando.experiment;

import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Rod;

/** Which ends of a rod lithium passes; first and last are the ends of its line. */
public enum ActiveEnds {

	BOTH, FIRST, LAST;

	/**
	 * @param text "Both", "First" or "Last", in any case
	 * @param key the key it was given under, for the message
	 * @throws InvalidInputException if it is none of them
	 */
	static ActiveEnds parse(final String text, final String key) {
		for (final ActiveEnds ends : values())
			if (ends.name().equalsIgnoreCase(String.valueOf(text).trim())) return ends;
		throw new InvalidInputException("'" + text + "' is no choice of " + key + ": use one of " + java.util.Arrays.toString(
			values()).toLowerCase(Locale.ROOT) + ".");
	}

	/** A rod with these ends active and no other. */
	public Rod of(final Rod rod) {
		return rod.withActiveEnds(this != LAST, this != FIRST);
	}
}
