package net.operando.experiment.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;

/**
 * Measured C-rates told apart: sorted, a new group begins where a rate is more than the tolerance above the one before. A
 * group goes by its nominal rate, the number with the fewest digits (of the rate, or below 1C of its reciprocal, as in C/5)
 * within 0.4 tolerances of its median: 4.97 is 5C. With that, two groups never have the same name. Immutable.
 */
public final class RateGroups {

	/** Medians are more than a tolerance apart, so names within 0.4 of it to either side differ. */
	private static final double NAME_REACH = 0.4;
	private static final int MOST_DIGITS = 6;

	private final double tolerance;
	private final List<double[]> groups = new ArrayList<>();
	private final double[] nominal;

	private RateGroups(final double[] sorted, final double tolerance) {
		this.tolerance = tolerance;
		int from = 0;
		for (int i = 1; i <= sorted.length; i++)
			if (i == sorted.length || sorted[i] > sorted[i - 1] * (1 + tolerance)) {
				groups.add(Arrays.copyOfRange(sorted, from, i));
				from = i;
			}
		nominal = groups.stream().mapToDouble(g -> nominal(0.5 * (g[(g.length - 1) / 2] + g[g.length / 2]), NAME_REACH *
			tolerance)).toArray();
	}

	/**
	 * @param rates C-rates in any order; their sign does not count
	 * @param tolerance fraction by which neighbours in a group may differ, above 0 and below 0.5
	 * @throws InvalidInputException if a rate is 0 or not known, or the tolerance is out of range
	 */
	public static RateGroups of(final double[] rates, final double tolerance) {
		if (!(tolerance > 0 && tolerance < 0.5)) throw new InvalidInputException("A ratetolerance of " + tolerance +
			" cannot be meant: give a fraction above 0 and below 0.5.");
		final double[] sorted = Arrays.stream(rates).map(Math::abs).sorted().toArray();
		for (final double rate : sorted)
			if (!(rate > 0) || Double.isInfinite(rate)) throw new InvalidInputException("A C-rate of " + rate +
				" cannot be compared: leave it out.");
		return new RateGroups(sorted, tolerance);
	}

	private static double nominal(final double rate, final double reach) {
		for (int digits = 1; digits < MOST_DIGITS; digits++) {
			final double named = rate < 1 ? 1 / rounded(1 / rate, digits) : rounded(rate, digits);
			if (Math.abs(named - rate) <= reach * rate) return named;
		}
		return rate;
	}

	private static double rounded(final double value, final int digits) {
		return new java.math.BigDecimal(value).round(new java.math.MathContext(digits)).doubleValue();
	}

	/** Names of all groups, rising. */
	public double[] nominal() {
		return nominal.clone();
	}

	/**
	 * Name of the group that a rate belongs to: one of those grouped, or any other within the tolerance of a group's name.
	 *
	 * @return NaN if it belongs to none
	 */
	public double nominal(final double rate) {
		final double size = Math.abs(rate);
		for (int i = 0; i < nominal.length; i++)
			if (size >= groups.get(i)[0] && size <= groups.get(i)[groups.get(i).length - 1]) return nominal[i];
		double best = Double.NaN;
		for (final double name : nominal)
			if (Math.abs(size - name) <= tolerance * name && !(Math.abs(size - best) <= Math.abs(size - name))) best = name;
		return best;
	}
}
