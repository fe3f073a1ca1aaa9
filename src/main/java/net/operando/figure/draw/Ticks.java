package net.operando.figure.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an axis is marked and what stands there: steps of 1, 2 or 5 times a power of ten, decades on a logarithmic
 * axis; true minus signs. Very large or small numbers are given in units of a power of ten that the axis title states.
 * Immutable.
 */
public final class Ticks {

	private final double[] values;
	private final String[] labels;
	private final double[] minor;
	private final int exponent;

	private Ticks(final List<Double> values, final List<String> labels, final List<Double> minor, final int exponent) {
		this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
		this.labels = labels.toArray(new String[0]);
		this.minor = minor.stream().mapToDouble(Double::doubleValue).toArray();
		this.exponent = exponent;
	}

	/** At most so many labelled ticks (but at least two, if steps of 1, 2, 5 allow them). */
	public static Ticks of(final AxisScale scale, final int most) {
		return scale.isLog() && scale.max() / scale.min() >= 10 ? decades(scale, most) : steps(scale, most);
	}

	/** As {@link #of}, on whole numbers only. */
	public static Ticks whole(final AxisScale scale, final int most) {
		final double step = Math.max(1, step(scale.max() - scale.min(), most));
		return steps(scale, step, 0);
	}

	private static Ticks steps(final AxisScale scale, final int most) {
		final double largest = Math.max(Math.abs(scale.min()), Math.abs(scale.max()));
		final int power = (int) Math.floor(Math.log10(largest));
		final int exponent = power >= 5 || power <= -3 ? 3 * Math.floorDiv(power, 3) : 0;
		return steps(scale, step(scale.max() - scale.min(), most), exponent);
	}

	private static Ticks steps(final AxisScale scale, final double step, final int exponent) {
		final double unit = Math.pow(10, exponent);
		final int decimals = Math.max(0, -(int) Math.floor(Math.log10(step / unit) + 1e-9));
		final List<Double> values = new ArrayList<>();
		final List<String> labels = new ArrayList<>();
		final List<Double> minor = new ArrayList<>();
		final long first = (long) Math.ceil(scale.min() / step - 1e-9);
		final long last = (long) Math.floor(scale.max() / step + 1e-9);
		for (long k = first; k <= last; k++) {
			values.add(k * step);
			labels.add(number(k * step / unit, decimals));
		}
		return new Ticks(values, labels, minor, exponent);
	}

	private static double step(final double range, final int most) {
		final double least = range / Math.max(1, most - 1 + 0.999);
		final double power = Math.pow(10, Math.floor(Math.log10(least)));
		for (final double m : new double[] { 1, 2, 5 })
			if (m * power >= least * (1 - 1e-9)) return m * power;
		return 10 * power;
	}

	private static Ticks decades(final AxisScale scale, final int most) {
		final int first = (int) Math.floor(Math.log10(scale.min()) + 1e-9);
		final int last = (int) Math.ceil(Math.log10(scale.max()) - 1e-9);
		final int every = Math.max(1, (int) Math.ceil((last - first) / (double) Math.max(1, most)));
		final List<Double> values = new ArrayList<>();
		final List<String> labels = new ArrayList<>();
		final List<Double> minor = new ArrayList<>();
		for (int k = first; k <= last; k++) {
			final double decade = Math.pow(10, k);
			if (isIn(scale, decade)) {
				if (k % every == 0) {
					values.add(decade);
					labels.add(k == 0 ? "1" : "10" + superscript(k));
				}
				else minor.add(decade);
			}
			if (every == 1) for (int m = 2; m < 10; m++)
				if (isIn(scale, m * decade)) minor.add(m * decade);
		}
		// A range with a single decade in it needs more numbers to be read.
		if (values.size() < 2) return steps(AxisScale.linear(scale.min(), scale.max()), most);
		return new Ticks(values, labels, minor, 0);
	}

	private static boolean isIn(final AxisScale scale, final double v) {
		return v >= scale.min() * (1 - 1e-9) && v <= scale.max() * (1 + 1e-9);
	}

	/** A number with so many decimals and a true minus sign. */
	public static String number(final double value, final int decimals) {
		final String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
		final boolean zero = text.matches("-?0(\\.0*)?");
		if (zero) return text.startsWith("-") ? text.substring(1) : text;
		return text.replace('-', '−');
	}

	/** An integer in Unicode superscript digits. */
	public static String superscript(final int k) {
		final StringBuilder s = new StringBuilder();
		for (final char c : Integer.toString(k).toCharArray())
			s.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
		return s.toString();
	}

	public int count() {
		return values.length;
	}

	public double value(final int i) {
		return values[i];
	}

	public String label(final int i) {
		return labels[i];
	}

	public double[] minor() {
		return minor.clone();
	}

	/** The labels are in units of ten to this power. */
	public int exponent() {
		return exponent;
	}

	/** Width of the widest label in points. */
	public double labelWidth() {
		double widest = 0;
		for (final String label : labels)
			widest = Math.max(widest, RichText.of(label).width());
		return widest;
	}
}
