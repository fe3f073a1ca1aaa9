package net.operando.base.numeric;

import java.util.Arrays;

/**
 * A linear system whose matrix is 0 but for a band around its diagonal, solved by elimination with row exchanges, so
 * that it need not be diagonally dominant. Set it to zero, add to its entries, factorise, solve. Not thread-safe.
 * <p>
 * Source: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., section 4.3 (band Gaussian elimination).
 */
public final class BandedSystem {

	private final int n;
	private final int below;
	private final int above;
	private final int width;
	/** Row i, column j at i * width + (j - i + below); room for the fill of row exchanges. */
	private final double[] a;
	private final int[] exchanged;

	/**
	 * @param n number of unknowns
	 * @param below number of diagonals below the main one
	 * @param above number of diagonals above it
	 */
	public BandedSystem(final int n, final int below, final int above) {
		if (n < 1 || below < 0 || above < 0) throw new IllegalArgumentException(n + ", " + below + ", " + above);
		this.n = n;
		this.below = below;
		this.above = above;
		width = 2 * below + above + 1;
		a = new double[n * width];
		exchanged = new int[n];
	}

	public void clear() {
		Arrays.fill(a, 0);
	}

	/** Adds to an entry, which must lie within the band. */
	public void add(final int row, final int column, final double value) {
		if (column < row - below || column > row + above) throw new IllegalArgumentException("entry " + row + ", " + column);
		a[row * width + column - row + below] += value;
	}

	/**
	 * Factorises the matrix in place.
	 *
	 * @return whether it is regular
	 */
	public boolean factorise() {
		for (int k = 0; k < n; k++) {
			final int lastRow = Math.min(n - 1, k + below);
			int pivot = k;
			double most = Math.abs(at(k, k));
			for (int i = k + 1; i <= lastRow; i++)
				if (Math.abs(at(i, k)) > most) {
					most = Math.abs(at(i, k));
					pivot = i;
				}
			exchanged[k] = pivot;
			if (!(most > 0)) return false;
			final int lastColumn = Math.min(n - 1, k + below + above);
			if (pivot != k) for (int j = k; j <= lastColumn; j++) {
				final double keep = at(k, j);
				set(k, j, at(pivot, j));
				set(pivot, j, keep);
			}
			final int rowK = k * width - k + below;
			final double inverse = 1 / a[rowK + k];
			for (int i = k + 1; i <= lastRow; i++) {
				final int rowI = i * width - i + below;
				final double factor = a[rowI + k] * inverse;
				a[rowI + k] = factor;
				if (factor != 0) for (int j = k + 1; j <= lastColumn; j++)
					a[rowI + j] -= factor * a[rowK + j];
			}
		}
		return true;
	}

	/** Solves with the factors, in place: {@code u} holds the right side before and the solution after. */
	public void solve(final double[] u) {
		for (int k = 0; k < n; k++) {
			final int p = exchanged[k];
			final double keep = u[p];
			u[p] = u[k];
			u[k] = keep;
			final int last = Math.min(n - 1, k + below);
			for (int i = k + 1; i <= last; i++)
				u[i] -= at(i, k) * keep;
		}
		for (int i = n - 1; i >= 0; i--) {
			double sum = u[i];
			final int last = Math.min(n - 1, i + below + above);
			for (int j = i + 1; j <= last; j++)
				sum -= at(i, j) * u[j];
			u[i] = sum / at(i, i);
		}
	}

	private double at(final int row, final int column) {
		return a[row * width + column - row + below];
	}

	private void set(final int row, final int column, final double value) {
		a[row * width + column - row + below] = value;
	}
}
