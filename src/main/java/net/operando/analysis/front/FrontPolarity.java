package net.operando.analysis.front;

import java.util.Locale;

import net.operando.base.InvalidInputException;

/** Whether a front is a rise of the signal over its surroundings, a fall, or whichever is there. */
public enum FrontPolarity {

	BRIGHT, DARK, BOTH;

	/** The name used in files and macros. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param text "bright", "dark" or "both" in any case
	 * @throws InvalidInputException if it is none of them
	 */
	public static FrontPolarity parse(final String text) {
		for (final FrontPolarity p : values())
			if (p.name().equalsIgnoreCase(text == null ? "" : text.trim())) return p;
		throw new InvalidInputException("'" + text + "' is no front polarity: use Bright, Dark or Both.");
	}

	boolean admits(final double sign) {
		return this == BOTH || (sign > 0) == (this == BRIGHT);
	}
}
