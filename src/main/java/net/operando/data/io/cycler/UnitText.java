package net.operando.data.io.cycler;

import java.nio.file.Path;
import java.util.Locale;

import net.operando.data.io.FormatException;

/** Units as instruments write them, as factors to SI. */
final class UnitText {

	private UnitText() {}

	/** Factor from a unit of time to s ("s", "ms", "min", "h"); 1 if the text is empty. NaN if it is no such unit. */
	static double seconds(final String unit) {
		switch (first(unit).toLowerCase(Locale.ROOT)) {
			case "":
			case "s":
			case "sec":
			case "second":
			case "seconds":
				return 1;
			case "ms":
				return 1e-3;
			case "min":
			case "minute":
			case "minutes":
				return 60;
			case "h":
			case "hr":
			case "hour":
			case "hours":
				return 3600;
			default:
				return Double.NaN;
		}
	}

	/** Factor to V of "V", "mV", "uV", with anything after a space ("V vs. Ref."). NaN if it is no such unit. */
	static double volts(final String unit) {
		return prefixed(first(unit), 'V');
	}

	/** Factor to A of "A", "mA", "uA", "nA", "pA". NaN if it is no such unit; a current density is none. */
	static double amperes(final String unit) {
		return prefixed(first(unit), 'A');
	}

	/** @throws FormatException naming the column, if the factor is NaN */
	static double required(final double factor, final Path file, final String column, final String unit) {
		if (Double.isNaN(factor)) throw new FormatException(file, "gives column " + column + " in '" + TextLines.decoded(
			unit) + "', which is no unit of it that is known: export it in s, V and A.");
		return factor;
	}

	private static String first(final String unit) {
		final String s = TextLines.decoded(unit).trim();
		final int space = s.indexOf(' ');
		return space < 0 ? s : s.substring(0, space);
	}

	private static double prefixed(final String unit, final char base) {
		if (unit.isEmpty()) return 1;
		if (unit.charAt(unit.length() - 1) != base) return Double.NaN;
		switch (unit.substring(0, unit.length() - 1)) {
			case "":
				return 1;
			case "k":
				return 1e3;
			case "m":
				return 1e-3;
			case "u":
			case "\u00b5":
			case "\u03bc":
				return 1e-6;
			case "n":
				return 1e-9;
			case "p":
				return 1e-12;
			default:
				return Double.NaN;
		}
	}
}
