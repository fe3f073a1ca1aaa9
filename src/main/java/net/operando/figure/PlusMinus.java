package net.operando.figure;

import java.util.Locale;

import net.operando.base.quantity.Estimate;
import net.operando.figure.draw.DisplayUnit;
import net.operando.figure.draw.Ticks;

/**
 * Estimates as text, rounded to what their standard error supports: the error to two digits if it begins with 1, else
 * to one (0.0123 becomes 0.012, 0.047 becomes 0.05, 0.096 becomes 0.10), the value to the same place; true minus signs.
 */
public final class PlusMinus {

	private static final String UNKNOWN = "not determined";

	private PlusMinus() {}

	/** "600 ± 70", or the value to three digits if the error is not known, or "not determined". */
	public static String text(final Estimate estimate) {
		if (!estimate.isKnown()) return UNKNOWN;
		final double error = estimate.standardError();
		if (!(error > 0) || Double.isInfinite(error)) return digits(estimate.value(), 3);
		final int place = place(error);
		if (isUnwieldy(estimate.value(), place)) return scientific(estimate);
		return rounded(estimate.value(), place) + " ± " + rounded(error, place);
	}

	/** The same with a unit, given plainly ("nm/s"). */
	public static String text(final Estimate estimate, final String unit) {
		final String text = text(estimate);
		return estimate.isKnown() && !unit.isEmpty() ? text + " " + DisplayUnit.typeset(unit) : text;
	}

	/** The 95 % interval, "460 to 740"; empty if it is not known. */
	public static String interval(final Estimate estimate) {
		final double low = estimate.low();
		final double high = estimate.high();
		if (!(low <= high) || Double.isInfinite(high - low)) return "";
		final int place = place((high - low) / 4 > 0 ? (high - low) / 4 : Math.max(Math.abs(high) * 1e-3, 1e-300));
		if (isUnwieldy(Math.max(Math.abs(low), Math.abs(high)), place)) return digits(low, 3) + " to " + digits(high, 3);
		return rounded(low, place) + " to " + rounded(high, place);
	}

	/** A number to so many significant digits, with a power of ten if it is very large or small. */
	public static String digits(final double value, final int significant) {
		if (Double.isNaN(value)) return UNKNOWN;
		if (value == 0 || Double.isInfinite(value)) return value == 0 ? "0" : value > 0 ? "∞" : "−∞";
		final int power = (int) Math.floor(Math.log10(Math.abs(value)));
		if (power >= 6 || power < -4) return Ticks.number(value / Math.pow(10, power), significant - 1) + " × 10" + Ticks
			.superscript(power);
		return rounded(value, power - significant + 1);
	}

	private static String scientific(final Estimate estimate) {
		final int power = (int) Math.floor(Math.log10(Math.max(Math.abs(estimate.value()), estimate.standardError())));
		final double unit = Math.pow(10, power);
		final int place = place(estimate.standardError() / unit);
		return "(" + rounded(estimate.value() / unit, place) + " ± " + rounded(estimate.standardError() / unit, place) +
			") × 10" + Ticks.superscript(power);
	}

	private static boolean isUnwieldy(final double value, final int place) {
		return Math.abs(value) >= 1e7 || place < -6 || place > 5;
	}

	/** Power of ten of the last digit an error of this size supports. */
	private static int place(final double error) {
		final String two = String.format(Locale.ROOT, "%.1e", error);
		if (two.startsWith("1.")) return exponent(two) - 1;
		final String one = String.format(Locale.ROOT, "%.0e", error);
		return one.startsWith("1") ? exponent(one) - 1 : exponent(one);
	}

	private static int exponent(final String scientific) {
		return Integer.parseInt(scientific.substring(scientific.indexOf('e') + 1));
	}

	private static String rounded(final double value, final int place) {
		if (place <= 0) return Ticks.number(value, -place);
		final double unit = Math.pow(10, place);
		return Ticks.number(Math.rint(value / unit) * unit, 0);
	}
}
