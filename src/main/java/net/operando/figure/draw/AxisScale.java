package net.operando.figure.draw;

import net.operando.base.InvalidInputException;

/** The values at the two ends of an axis, spaced linearly or logarithmically. Immutable. */
public final class AxisScale {

	private final double min;
	private final double max;
	private final boolean log;

	private AxisScale(final double min, final double max, final boolean log) {
		this.min = min;
		this.max = max;
		this.log = log;
	}

	/** @throws InvalidInputException if min is not below max */
	public static AxisScale linear(final double min, final double max) {
		if (!(min < max) || Double.isInfinite(max - min)) throw new InvalidInputException("An axis from " + min + " to " + max +
			" cannot be drawn: give a lower end that is below the upper one.");
		return new AxisScale(min, max, false);
	}

	/** @throws InvalidInputException if min is not above 0 or not below max */
	public static AxisScale log(final double min, final double max) {
		if (!(min > 0 && min < max) || Double.isInfinite(max)) throw new InvalidInputException(
			"A logarithmic axis from " + min + " to " + max + " cannot be drawn: give ends above 0.");
		return new AxisScale(min, max, true);
	}

	/**
	 * A scale that holds a range with a margin at both ends; a range without width gets one.
	 *
	 * @param low smallest value; of a logarithmic scale above 0
	 * @param high largest value
	 * @param margin fraction of the range to add at each end
	 */
	public static AxisScale holding(final double low, final double high, final double margin, final boolean log) {
		if (!(low <= high) || log && !(low > 0)) return log ? log(0.1, 1) : linear(0, 1);
		if (log) {
			final double f = high > low ? Math.pow(high / low, margin) : 2;
			return log(low / f, high * f);
		}
		final double m = high > low ? (high - low) * margin : Math.max(Math.abs(low) * 0.1, 1e-30);
		return linear(low - m, high + m);
	}

	public double min() {
		return min;
	}

	public double max() {
		return max;
	}

	public boolean isLog() {
		return log;
	}

	/** Where a value lies: 0 at the lower end, 1 at the upper. */
	public double fraction(final double value) {
		return log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
	}
}
