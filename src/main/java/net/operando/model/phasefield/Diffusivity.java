package net.operando.model.phasefield;

import java.util.function.DoubleUnaryOperator;

import net.operando.base.InvalidInputException;
import net.operando.base.numeric.Pchip;

/**
 * The chemical diffusion coefficient D(x) in m2/s on x = 0..1 and its Kirchhoff integral K(x) = int_0^x D dx, tabulated
 * so finely that a look-up replaces every exponential: between nodes 1/4000 apart D is a polynomial of degree 4 and K
 * is its exact integral, so that D is the derivative of K to rounding, as Newton's method wants it. For a D that changes by
 * a factor of 2 within 0.002 of x the relative error of D and K is below 1e-9. Beyond 0..1 the end value of D is held.
 * Immutable and thread-safe.
 */
public final class Diffusivity {

	/** Chosen so that tables with steps of 0.0005, 0.001, 0.005 have their kinks on nodes. */
	private static final int INTERVALS = 4000;
	private static final int TERMS = 6;

	private final double[] coefficients;
	private final double integralToOne;
	private final double first;
	private final double last;

	private Diffusivity(final double[] coefficients, final double integralToOne, final double first, final double last) {
		this.coefficients = coefficients;
		this.integralToOne = integralToOne;
		this.first = first;
		this.last = last;
	}

	/**
	 * @param squareMetresPerSecond D(x) on 0..1; finite. It may be negative (inside a spinodal) only where a gradient
	 *          energy stabilises the equation
	 * @throws InvalidInputException if it is no number somewhere
	 */
	public static Diffusivity of(final DoubleUnaryOperator squareMetresPerSecond) {
		final double[] c = new double[INTERVALS * TERMS];
		final double h = 1.0 / INTERVALS;
		double k = 0;
		final double first = checked(squareMetresPerSecond, 0);
		double d0 = first;
		for (int i = 0; i < INTERVALS; i++) {
			final double d1 = checked(squareMetresPerSecond, (i + 0.25) * h);
			final double d2 = checked(squareMetresPerSecond, (i + 0.5) * h);
			final double d3 = checked(squareMetresPerSecond, (i + 0.75) * h);
			final double d4 = checked(squareMetresPerSecond, (i + 1) * h);
			// the quartic through five points, s = 0, 1/4, .. 1
			final double a1 = (-25 * d0 + 48 * d1 - 36 * d2 + 16 * d3 - 3 * d4) / 3;
			final double a2 = (140 * d0 - 416 * d1 + 456 * d2 - 224 * d3 + 44 * d4) / 6;
			final double a3 = (-80 * d0 + 288 * d1 - 384 * d2 + 224 * d3 - 48 * d4) / 3;
			final double a4 = (128 * d0 - 512 * d1 + 768 * d2 - 512 * d3 + 128 * d4) / 12;
			final int o = i * TERMS;
			c[o] = k;
			c[o + 1] = h * d0;
			c[o + 2] = h * a1 / 2;
			c[o + 3] = h * a2 / 3;
			c[o + 4] = h * a3 / 4;
			c[o + 5] = h * a4 / 5;
			k += h * (7 * (d0 + d4) + 32 * (d1 + d3) + 12 * d2) / 90;
			d0 = d4;
		}
		return new Diffusivity(c, k, first, d0);
	}

	/**
	 * D from a table of its decimal logarithm, interpolated monotonically (PCHIP) in the logarithm.
	 *
	 * @param x lithium contents, strictly increasing
	 * @param log10SquareMetresPerSecond log10 of D in m2/s
	 * @throws InvalidInputException if x is not monotone or leaves 0..1, or D cannot be in m2/s
	 */
	public static Diffusivity ofLog10Table(final double[] x, final double[] log10SquareMetresPerSecond) {
		final Pchip table = Pchip.of(x, log10SquareMetresPerSecond, "the diffusion table");
		requireContent(x, "the diffusion table");
		for (final double log : log10SquareMetresPerSecond)
			if (log > -4 || log < -30) throw new InvalidInputException("A diffusion coefficient of 10^" + log +
				" m2/s cannot be meant: the table holds log10 of D in m2/s, for a solid between -22 and -8.");
		return of(at -> Math.pow(10, table.value(at)));
	}

	/** Refuses a table whose first column cannot be x. */
	static void requireContent(final double[] x, final String what) {
		for (final double v : x)
			if (v < 0 || v > 1) throw new InvalidInputException("In " + what + " x = " + v +
				" lies outside 0 to 1: give x as a part of the full lithium content, not in percent or Li per formula.");
	}

	private static double checked(final DoubleUnaryOperator f, final double x) {
		final double d = f.applyAsDouble(x);
		if (!Double.isFinite(d)) throw new InvalidInputException("The diffusion coefficient at x = " + x +
			" is not a number: complete its table.");
		return d;
	}

	/** This D times a factor, for instance an Arrhenius one. */
	public Diffusivity times(final double factor) {
		if (factor == 1) return this;
		final double[] c = coefficients.clone();
		for (int i = 0; i < c.length; i++)
			c[i] *= factor;
		return new Diffusivity(c, integralToOne * factor, first * factor, last * factor);
	}

	/** D in m2/s. */
	public double value(final double x) {
		final double[] k = new double[1];
		final double[] d = new double[1];
		evaluate(new double[] { x }, 1, k, d);
		return d[0];
	}

	/** K in m2/s. */
	public double integral(final double x) {
		final double[] k = new double[1];
		final double[] d = new double[1];
		evaluate(new double[] { x }, 1, k, d);
		return k[0];
	}

	/** d(ln D)/dx. */
	public double logSlope(final double x) {
		final double h = 0.5 / INTERVALS;
		final double a = Math.max(0, x - h);
		final double b = Math.min(1, x + h);
		return Math.log(value(b) / value(a)) / (b - a);
	}

	/** Whether D is above 0 everywhere, so that K can be inverted and no gradient energy is needed. */
	public boolean isPositive() {
		for (int i = 0; i < INTERVALS; i++)
			if (!(coefficients[i * TERMS + 1] > 0)) return false;
		return last > 0;
	}

	/** K and D of the first {@code n} entries of x. */
	public void evaluate(final double[] x, final int n, final double[] k, final double[] d) {
		evaluate(x, 0, n, k, d);
	}

	/** K and D of some entries of x. */
	void evaluate(final double[] x, final int first, final int end, final double[] k, final double[] d) {
		final double[] c = coefficients;
		for (int i = first; i < end; i++) {
			final double u = x[i] * INTERVALS;
			if (u >= 0 && u < INTERVALS) {
				final int j = (int) u;
				final double s = u - j;
				final int o = j * TERMS;
				final double c1 = c[o + 1];
				final double c2 = c[o + 2];
				final double c3 = c[o + 3];
				final double c4 = c[o + 4];
				final double c5 = c[o + 5];
				k[i] = c[o] + s * (c1 + s * (c2 + s * (c3 + s * (c4 + s * c5))));
				d[i] = INTERVALS * (c1 + s * (2 * c2 + s * (3 * c3 + s * (4 * c4 + s * (5 * c5)))));
			}
			else if (u < 0) {
				k[i] = this.first * x[i];
				d[i] = this.first;
			}
			else {
				k[i] = integralToOne + last * (x[i] - 1);
				d[i] = last;
			}
		}
	}

	/**
	 * The x at which K has a value, to rounding; D must be positive.
	 *
	 * @param startX a first guess
	 */
	public double inverse(final double integral, final double startX) {
		if (integral <= 0) return integral / first;
		if (integral >= integralToOne) return 1 + (integral - integralToOne) / last;
		final double[] x = { Math.max(0, Math.min(1, startX)) };
		final double[] k = new double[1];
		final double[] d = new double[1];
		double low = 0;
		double high = 1;
		for (int i = 0; i < 200; i++) {
			evaluate(x, 1, k, d);
			final double f = k[0] - integral;
			if (f == 0) break;
			if (f > 0) high = x[0];
			else low = x[0];
			double next = x[0] - f / d[0];
			if (!(next > low && next < high)) next = 0.5 * (low + high);
			final boolean done = Math.abs(next - x[0]) <= 4 * Math.ulp(x[0]);
			x[0] = next;
			if (done) break;
		}
		return x[0];
	}
}
