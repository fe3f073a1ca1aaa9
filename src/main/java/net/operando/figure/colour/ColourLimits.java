package net.operando.figure.colour;

import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;

/** The two values at which a colour map starts and ends, in the unit of the values, and how they were found. Immutable. */
public final class ColourLimits {

	/** Values sorted at most to find a percentile: enough for 0.01 % resolution without sorting a whole movie. */
	private static final int SAMPLE = 200_000;

	private final double low;
	private final double high;
	private final String method;

	private ColourLimits(final double low, final double high, final String method) {
		this.low = low;
		this.high = high;
		this.method = method;
	}

	/**
	 * Limits as given.
	 *
	 * @throws InvalidInputException if low is not below high
	 */
	public static ColourLimits of(final double low, final double high) {
		if (!(low < high) || Double.isInfinite(high - low)) throw new InvalidInputException("Colour limits from " + low +
			" to " + high + " cannot be drawn: give a lower limit that is below the upper one.");
		return new ColourLimits(low, high, "as given");
	}

	/**
	 * Limits that are equal on both sides of zero: the percentile of the absolute values, rounded up to two digits. NaN
	 * is left out; if nothing but zeros is left, -1 to 1.
	 *
	 * @param percent above 0, up to 100
	 */
	public static ColourLimits symmetric(final List<float[]> values, final double percent) {
		final float[] sorted = sample(values);
		for (int i = 0; i < sorted.length; i++)
			sorted[i] = Math.abs(sorted[i]);
		Arrays.sort(sorted);
		final double limit = sorted.length == 0 ? 0 : percentile(sorted, percent);
		final double rounded = limit > 0 ? roundUp(limit) : 1;
		return new ColourLimits(-rounded, rounded, number(percent) + "th percentile of the absolute values, symmetric about zero");
	}

	/**
	 * Limits from the percentile {@code 100 - percent} to the percentile {@code percent}. NaN is left out.
	 *
	 * @param percent above 50, up to 100
	 */
	public static ColourLimits range(final List<float[]> values, final double percent) {
		final float[] sorted = sample(values);
		Arrays.sort(sorted);
		if (sorted.length == 0) return new ColourLimits(0, 1, "no values");
		final double low = percentile(sorted, 100 - percent);
		final double high = percentile(sorted, percent);
		final double half = high > low ? 0 : Math.max(Math.abs(low) * 0.01, 1e-12);
		return new ColourLimits(low - half, high + half, number(100 - percent) + "th to " + number(percent) + "th percentile");
	}

	private static float[] sample(final List<float[]> values) {
		long total = 0;
		for (final float[] part : values)
			total += part.length;
		final int step = (int) (total / SAMPLE) + 1;
		final float[] kept = new float[(int) (total / step) + values.size() + 1];
		int n = 0;
		long index = 0;
		for (final float[] part : values)
			for (final float v : part)
				if (index++ % step == 0 && !Float.isNaN(v) && !Float.isInfinite(v)) kept[n++] = v;
		return Arrays.copyOf(kept, n);
	}

	private static double percentile(final float[] sorted, final double percent) {
		final double p = percent / 100 * (sorted.length - 1);
		final int i = (int) p;
		return i + 1 < sorted.length ? sorted[i] + (p - i) * (sorted[i + 1] - sorted[i]) : sorted[i];
	}

	private static double roundUp(final double v) {
		final double unit = Math.pow(10, Math.floor(Math.log10(v)) - 1);
		// values are floats: what exceeds two digits only by their rounding is not rounded up
		return Math.ceil(v / unit * (1 - 1e-6)) * unit;
	}

	private static String number(final double v) {
		return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
	}

	public double low() {
		return low;
	}

	public double high() {
		return high;
	}

	/** How the limits were found, for captions. */
	public String method() {
		return method;
	}

	/** Where a value lies between the limits: 0 at the lower, 1 at the upper one, outside beyond them. */
	public double fraction(final double value) {
		return (value - low) / (high - low);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof ColourLimits && ((ColourLimits) other).low == low && ((ColourLimits) other).high == high;
	}

	@Override
	public int hashCode() {
		return 31 * Double.hashCode(low) + Double.hashCode(high);
	}

	@Override
	public String toString() {
		return low + " to " + high + " (" + method + ")";
	}
}
