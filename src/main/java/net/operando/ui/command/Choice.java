package net.operando.ui.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import net.operando.base.InvalidInputException;

/** Choices as dialogs spell them ("Log Ratio") and as the code does (LOG_RATIO). */
public final class Choice {

	private Choice() {}

	/**
	 * The constant a choice means; upper and lower case, spaces, hyphens and underscores make no difference.
	 *
	 * @param key what it is called in the message
	 * @throws InvalidInputException if it means none
	 */
	public static <E extends Enum<E>> E of(final Class<E> type, final String text, final String key) {
		for (final E constant : type.getEnumConstants())
			if (plain(constant.name()).equals(plain(text))) return constant;
		throw new InvalidInputException("'" + text + "' is no choice of " + key + ": use one of " + Arrays.stream(type
			.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * A number that may be left out.
	 *
	 * @param text a number with a decimal point; empty means it is not given
	 * @param key what it is called in the message
	 * @return NaN if it is not given
	 * @throws InvalidInputException if it is something else
	 */
	public static double number(final String text, final String key) {
		if (text == null || text.trim().isEmpty()) return Double.NaN;
		try {
			return finite(text);
		}
		catch (final NumberFormatException e) {
			throw new InvalidInputException("'" + text + "' is not a number for " + key + ": use a decimal point, or leave it out.",
				e);
		}
	}

	/**
	 * A number as people write it: Java's own spellings of what is none (NaN, Infinity), of types (1d) and of other bases (0x1p3) are not taken.
	 *
	 * @throws NumberFormatException if it is something else
	 */
	static double finite(final String text) {
		final String number = text.trim();
		if (!number.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) throw new NumberFormatException(number);
		final double value = Double.parseDouble(number);
		if (Double.isInfinite(value)) throw new NumberFormatException(number);
		return value;
	}

	static String plain(final String text) {
		return text.trim().replaceAll("[ _-]+", "").toLowerCase(Locale.ROOT);
	}
}
