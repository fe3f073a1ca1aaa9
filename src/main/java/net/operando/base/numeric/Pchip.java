package net.operando.base.numeric;

import java.util.Arrays;

import net.operando.base.InvalidInputException;

/**
 * Piecewise cubic Hermite interpolation that keeps the shape of its table: monotone where the table is, no overshoot.
 * Beyond the table the end value is held. Immutable and thread-safe.
 * <p>
 * Source: F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300 (weighted harmonic mean slopes; one-sided
 * three-point slopes at the ends).
 */
public final class Pchip {

	private final double[] x;
	private final double[] y;
	private final double[] slope;

	private Pchip(final double[] x, final double[] y, final double[] slope) {
		this.x = x;
		this.y = y;
		this.slope = slope;
	}

	/**
	 * @param x abscissae, two or more, strictly increasing; copied
	 * @param y finite ordinates, as many; copied
	 * @param what what the table is, for messages ("the diffusion table")
	 * @throws InvalidInputException if the table is too short, holds what is no number, or is not monotone in x
	 */
	public static Pchip of(final double[] x, final double[] y, final String what) {
		if (x.length != y.length || x.length < 2) throw new InvalidInputException("Give at least two rows of two numbers for " +
			what + ": it has " + x.length + " and " + y.length + " values.");
		for (int i = 0; i < x.length; i++) {
			if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) throw new InvalidInputException("Row " + (i + 1) + " of " +
				what + " is not made of numbers: correct it.");
			if (i > 0 && !(x[i] > x[i - 1])) throw new InvalidInputException("The first column of " + what +
				" is not monotone: row " + (i + 1) + " (" + x[i] + ") must be above row " + i + " (" + x[i - 1] + "), so sort the table and remove repeated rows.");
		}
		return new Pchip(x.clone(), y.clone(), slopes(x, y));
	}

	private static double[] slopes(final double[] x, final double[] y) {
		final int n = x.length;
		final double[] h = new double[n - 1];
		final double[] d = new double[n - 1];
		for (int i = 0; i < n - 1; i++) {
			h[i] = x[i + 1] - x[i];
			d[i] = (y[i + 1] - y[i]) / h[i];
		}
		final double[] m = new double[n];
		if (n == 2) {
			Arrays.fill(m, d[0]);
			return m;
		}
		for (int i = 1; i < n - 1; i++) {
			if (d[i - 1] * d[i] <= 0) continue;
			final double w1 = 2 * h[i] + h[i - 1];
			final double w2 = h[i] + 2 * h[i - 1];
			m[i] = (w1 + w2) / (w1 / d[i - 1] + w2 / d[i]);
		}
		m[0] = endSlope(h[0], h[1], d[0], d[1]);
		m[n - 1] = endSlope(h[n - 2], h[n - 3], d[n - 2], d[n - 3]);
		return m;
	}

	private static double endSlope(final double h0, final double h1, final double d0, final double d1) {
		final double m = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
		if (m * d0 <= 0) return 0;
		if (d0 * d1 <= 0 && Math.abs(m) > 3 * Math.abs(d0)) return 3 * d0;
		return m;
	}

	/** Lowest abscissa. */
	public double from() {
		return x[0];
	}

	/** Highest abscissa. */
	public double to() {
		return x[x.length - 1];
	}

	/** A copy of the abscissae. */
	public double[] knots() {
		return x.clone();
	}

	/** The interpolated value; the end value beyond the table. */
	public double value(final double at) {
		if (at <= x[0]) return y[0];
		if (at >= x[x.length - 1]) return y[x.length - 1];
		final int i = interval(at);
		final double h = x[i + 1] - x[i];
		final double s = (at - x[i]) / h;
		final double c2 = 3 * (y[i + 1] - y[i]) - h * (2 * slope[i] + slope[i + 1]);
		final double c3 = 2 * (y[i] - y[i + 1]) + h * (slope[i] + slope[i + 1]);
		return y[i] + s * (h * slope[i] + s * (c2 + s * c3));
	}

	/** The first derivative; at the ends the one-sided one, beyond them 0. */
	public double derivative(final double at) {
		if (at < x[0] || at > x[x.length - 1]) return 0;
		final int i = interval(at);
		final double h = x[i + 1] - x[i];
		final double s = (at - x[i]) / h;
		final double c2 = 3 * (y[i + 1] - y[i]) - h * (2 * slope[i] + slope[i + 1]);
		final double c3 = 2 * (y[i] - y[i + 1]) + h * (slope[i] + slope[i + 1]);
		return slope[i] + s * (2 * c2 + 3 * s * c3) / h;
	}

	/** The exact integral from {@code a} to {@code b}, end values held beyond the table. */
	public double integral(final double a, final double b) {
		return primitive(b) - primitive(a);
	}

	private double primitive(final double at) {
		if (at <= x[0]) return (at - x[0]) * y[0];
		double sum = 0;
		for (int i = 0; i < x.length - 1; i++) {
			final double h = x[i + 1] - x[i];
			final double s = Math.min(1, (at - x[i]) / h);
			final double c2 = 3 * (y[i + 1] - y[i]) - h * (2 * slope[i] + slope[i + 1]);
			final double c3 = 2 * (y[i] - y[i + 1]) + h * (slope[i] + slope[i + 1]);
			sum += h * s * (y[i] + s * (h * slope[i] / 2 + s * (c2 / 3 + s * c3 / 4)));
			if (at <= x[i + 1]) return sum;
		}
		return sum + (at - x[x.length - 1]) * y[y.length - 1];
	}

	/** Whether the ordinates rise, or fall, strictly from row to row, so that {@link #inverse} has one answer. */
	public boolean isStrictlyMonotone() {
		final double sign = Math.signum(y[1] - y[0]);
		for (int i = 1; i < y.length; i++)
			if (!((y[i] - y[i - 1]) * sign > 0)) return false;
		return true;
	}

	/**
	 * The abscissa at which a strictly monotone table has this value, to rounding; the nearer end beyond its values.
	 *
	 * @throws IllegalStateException if the table is not strictly monotone
	 */
	public double inverse(final double value) {
		if (!isStrictlyMonotone()) throw new IllegalStateException("inverse of a table that is not strictly monotone");
		final int n = x.length;
		final double sign = Math.signum(y[n - 1] - y[0]);
		if ((value - y[0]) * sign <= 0) return x[0];
		if ((value - y[n - 1]) * sign >= 0) return x[n - 1];
		int i = 0;
		while ((value - y[i + 1]) * sign > 0)
			i++;
		double low = x[i];
		double high = x[i + 1];
		double at = low + (high - low) * (value - y[i]) / (y[i + 1] - y[i]);
		for (int k = 0; k < 200 && high - low > 0; k++) {
			final double f = value(at) - value;
			if (f == 0) break;
			if (f * sign > 0) high = at;
			else low = at;
			double next = at - f / derivative(at);
			if (!(next > low && next < high)) next = 0.5 * (low + high);
			if (Math.abs(next - at) <= 2 * Math.ulp(at)) return next;
			at = next;
		}
		return at;
	}

	private int interval(final double at) {
		int i = Arrays.binarySearch(x, at);
		if (i < 0) i = -i - 2;
		return Math.max(0, Math.min(x.length - 2, i));
	}
}
