package net.operando.base.numeric;

/**
 * A tridiagonal linear system, solved by elimination from both ends at once towards the middle: the same operations
 * as Thomas' algorithm, but two independent chains, so that a processor works on both while each waits for its
 * division. Without pivoting, so the matrix must be diagonally dominant by rows or by columns.
 * <p>
 * Row {@code i} reads {@code lower[i] u[i-1] + diagonal[i] u[i] + upper[i] u[i+1] = right[i]}; {@code lower[0]} and
 * {@code upper[n-1]} are not read. Fill the arrays, call {@link #solve}; they are overwritten. Not thread-safe.
 * <p>
 * Source: the "burn at both ends" or BABE factorisation, e.g. H. A. van der Vorst, Parallel Computing 5 (1987) 45.
 */
public final class TridiagonalSystem {

	public final double[] lower;
	public final double[] diagonal;
	public final double[] upper;
	private final int n;

	public TridiagonalSystem(final int n) {
		if (n < 1) throw new IllegalArgumentException("size " + n);
		this.n = n;
		lower = new double[n];
		diagonal = new double[n];
		upper = new double[n];
	}

	public int size() {
		return n;
	}

	/** Solves in place: {@code u} holds the right side before and the solution after. The matrix is overwritten. */
	public void solve(final double[] u) {
		final double[] a = lower;
		final double[] b = diagonal;
		final double[] c = upper;
		if (n == 1) {
			u[0] /= b[0];
			return;
		}
		// rows 0..m-1 are eliminated downwards, rows n-1..m upwards; u[i] then needs only its inner neighbour
		final int m = n / 2;
		double bl = 1 / b[0];
		double cl = c[0] * bl;
		double ul = u[0] * bl;
		c[0] = cl;
		u[0] = ul;
		double br = 1 / b[n - 1];
		double ar = a[n - 1] * br;
		double ur = u[n - 1] * br;
		a[n - 1] = ar;
		u[n - 1] = ur;
		int i = 1;
		int j = n - 2;
		for (; i < m; i++, j--) {
			bl = 1 / (b[i] - a[i] * cl);
			br = 1 / (b[j] - c[j] * ar);
			ul = (u[i] - a[i] * ul) * bl;
			ur = (u[j] - c[j] * ur) * br;
			cl = c[i] * bl;
			ar = a[j] * br;
			c[i] = cl;
			a[j] = ar;
			u[i] = ul;
			u[j] = ur;
		}
		for (; j >= m; j--) {
			br = 1 / (b[j] - c[j] * ar);
			ur = (u[j] - c[j] * ur) * br;
			ar = a[j] * br;
			a[j] = ar;
			u[j] = ur;
		}
		// u[m-1] + cl u[m] = ul and ar u[m-1] + u[m] = ur
		double left = (ul - cl * ur) / (1 - cl * ar);
		double right = ur - ar * left;
		u[m - 1] = left;
		u[m] = right;
		int p = m - 2;
		int q = m + 1;
		for (; p >= 0; p--, q++) {
			left = u[p] - c[p] * left;
			right = u[q] - a[q] * right;
			u[p] = left;
			u[q] = right;
		}
		for (; q < n; q++) {
			right = u[q] - a[q] * right;
			u[q] = right;
		}
	}

	/** Solves for two right sides at once, in place; a matrix that was solved with is gone. */
	public void solve(final double[] u, final double[] v) {
		final double[] a = lower;
		final double[] b = diagonal;
		final double[] c = upper;
		for (int i = 0; i < n; i++) {
			final double pivot = i == 0 ? b[0] : b[i] - a[i] * c[i - 1];
			final double r = 1 / pivot;
			c[i] *= r;
			u[i] = (i == 0 ? u[0] : u[i] - a[i] * u[i - 1]) * r;
			v[i] = (i == 0 ? v[0] : v[i] - a[i] * v[i - 1]) * r;
		}
		for (int i = n - 2; i >= 0; i--) {
			u[i] -= c[i] * u[i + 1];
			v[i] -= c[i] * v[i + 1];
		}
	}
}
