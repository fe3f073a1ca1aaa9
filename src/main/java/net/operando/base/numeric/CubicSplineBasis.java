package net.operando.base.numeric;

/**
 * Cubic B-splines on knots of any spacing (Cox and de Boor's recursion), with first and second derivatives. At every
 * point exactly four are not zero and they sum to 1. Beyond the outer knots they keep their end values. Immutable and
 * thread-safe.
 */
public final class CubicSplineBasis {

	private final double[] knots;
	private final double first;
	private final double last;

	private CubicSplineBasis(final double[] knots, final double first, final double last) {
		this.knots = knots;
		this.first = first;
		this.last = last;
	}

	/**
	 * @param breaks at least two strictly increasing break points; three more knots are put beyond either end, spaced as
	 *          the nearest interval
	 */
	public static CubicSplineBasis on(final double... breaks) {
		final int m = breaks.length;
		if (m < 2) throw new IllegalArgumentException("a spline needs at least two break points");
		for (int i = 1; i < m; i++)
			if (!(breaks[i] > breaks[i - 1])) throw new IllegalArgumentException("break points must increase");
		final double[] k = new double[m + 6];
		System.arraycopy(breaks, 0, k, 3, m);
		for (int i = 1; i <= 3; i++) {
			k[3 - i] = breaks[0] - i * (breaks[1] - breaks[0]);
			k[m + 2 + i] = breaks[m - 1] + i * (breaks[m - 1] - breaks[m - 2]);
		}
		return new CubicSplineBasis(k, breaks[0], breaks[m - 1]);
	}

	/** Number of basis functions: break points plus two. */
	public int size() {
		return knots.length - 4;
	}

	/** Where a basis function is centred: the mean of its inner knots. */
	public double centre(final int i) {
		return (knots[i + 1] + knots[i + 2] + knots[i + 3]) / 3;
	}

	/** The first break point. */
	public double first() {
		return first;
	}

	/** The last break point. */
	public double last() {
		return last;
	}

	/**
	 * The four basis functions that are not zero at a point.
	 *
	 * @param x where
	 * @param values gets the four values
	 * @param slopes gets the four first derivatives; 0 beyond the outer break points
	 * @return index of the first of the four
	 */
	public int at(final double x, final double[] values, final double[] slopes) {
		final double u = Math.max(first, Math.min(x, last));
		final int s = interval(u);
		quadratic(u, s, values);
		final double q0 = values[0];
		final double q1 = values[1];
		final double q2 = values[2];
		final double w0 = knots[s + 1] - knots[s - 2];
		final double w1 = knots[s + 2] - knots[s - 1];
		final double w2 = knots[s + 3] - knots[s];
		values[0] = q0 * (knots[s + 1] - u) / w0;
		values[1] = q0 * (u - knots[s - 2]) / w0 + q1 * (knots[s + 2] - u) / w1;
		values[2] = q1 * (u - knots[s - 1]) / w1 + q2 * (knots[s + 3] - u) / w2;
		values[3] = q2 * (u - knots[s]) / w2;
		final boolean inside = u == x;
		slopes[0] = inside ? -3 * q0 / w0 : 0;
		slopes[1] = inside ? 3 * (q0 / w0 - q1 / w1) : 0;
		slopes[2] = inside ? 3 * (q1 / w1 - q2 / w2) : 0;
		slopes[3] = inside ? 3 * q2 / w2 : 0;
		return s - 3;
	}

	/**
	 * Second derivatives of the four basis functions that are not zero at a point inside the outer break points.
	 *
	 * @return index of the first of the four
	 */
	public int curvatures(final double x, final double[] curvatures) {
		final double u = Math.max(first, Math.min(x, last));
		final int s = interval(u);
		final double h = knots[s + 1] - knots[s];
		final double l0 = (knots[s + 1] - u) / h;
		final double l1 = (u - knots[s]) / h;
		final double a = 2 / (knots[s + 1] - knots[s - 1]);
		final double b = 2 / (knots[s + 2] - knots[s]);
		final double d0 = -a * l0;
		final double d1 = a * l0 - b * l1;
		final double d2 = b * l1;
		final double w0 = 3 / (knots[s + 1] - knots[s - 2]);
		final double w1 = 3 / (knots[s + 2] - knots[s - 1]);
		final double w2 = 3 / (knots[s + 3] - knots[s]);
		curvatures[0] = -w0 * d0;
		curvatures[1] = w0 * d0 - w1 * d1;
		curvatures[2] = w1 * d1 - w2 * d2;
		curvatures[3] = w2 * d2;
		return s - 3;
	}

	private void quadratic(final double u, final int s, final double[] q) {
		final double h = knots[s + 1] - knots[s];
		final double l0 = (knots[s + 1] - u) / h;
		final double l1 = (u - knots[s]) / h;
		final double a = knots[s + 1] - knots[s - 1];
		final double b = knots[s + 2] - knots[s];
		q[0] = l0 * (knots[s + 1] - u) / a;
		q[1] = l0 * (u - knots[s - 1]) / a + l1 * (knots[s + 2] - u) / b;
		q[2] = l1 * (u - knots[s]) / b;
	}

	private int interval(final double u) {
		int low = 3;
		int high = knots.length - 4;
		while (high - low > 1) {
			final int middle = (low + high) >>> 1;
			if (knots[middle] <= u) low = middle;
			else high = middle;
		}
		return low;
	}
}
