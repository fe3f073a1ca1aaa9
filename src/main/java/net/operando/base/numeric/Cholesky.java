package net.operando.base.numeric;

/**
 * The lower triangular factor L of a symmetric positive definite matrix A = L L'. Leading zeros of its rows are
 * remembered, so solving with a banded matrix costs its band only. Immutable and thread-safe.
 */
public final class Cholesky {

	private final double[][] factor;
	private final int[] start;

	private Cholesky(final double[][] factor, final int[] start) {
		this.factor = factor;
		this.start = start;
	}

	/**
	 * @param matrix symmetric; only its lower triangle is read
	 * @return the factor, or null if the matrix is not positive definite to working precision
	 */
	public static Cholesky of(final double[][] matrix) {
		final int n = matrix.length;
		final double[][] l = new double[n][n];
		final int[] start = new int[n];
		for (int i = 0; i < n; i++) {
			while (start[i] < i && matrix[i][start[i]] == 0)
				start[i]++;
			for (int j = start[i]; j <= i; j++) {
				double s = matrix[i][j];
				for (int k = Math.max(start[i], start[j]); k < j; k++)
					s -= l[i][k] * l[j][k];
				if (j < i) l[i][j] = s / l[j][j];
				else {
					if (!(s > 1e-14 * Math.abs(matrix[i][i]))) return null;
					l[i][i] = Math.sqrt(s);
				}
			}
		}
		return new Cholesky(l, start);
	}

	/** Number of rows. */
	public int size() {
		return factor.length;
	}

	/** Natural logarithm of the determinant of A. */
	public double logDeterminant() {
		double s = 0;
		for (int i = 0; i < factor.length; i++)
			s += 2 * Math.log(factor[i][i]);
		return s;
	}

	/** Solves A x = b. */
	public double[] solve(final double[] b) {
		final int n = factor.length;
		final double[] x = b.clone();
		for (int i = 0; i < n; i++) {
			for (int k = start[i]; k < i; k++)
				x[i] -= factor[i][k] * x[k];
			x[i] /= factor[i][i];
		}
		for (int i = n - 1; i >= 0; i--) {
			x[i] /= factor[i][i];
			for (int k = start[i]; k < i; k++)
				x[k] -= factor[i][k] * x[i];
		}
		return x;
	}

	/** Replaces the rows of Y by those of inverse(L) Y, in place; Y has as many rows as L. */
	public void whiten(final double[][] rows) {
		for (int i = 0; i < factor.length; i++) {
			final double[] y = rows[i];
			for (int k = start[i]; k < i; k++) {
				final double f = factor[i][k];
				final double[] other = rows[k];
				for (int j = 0; j < y.length; j++)
					y[j] -= f * other[j];
			}
			final double d = 1 / factor[i][i];
			for (int j = 0; j < y.length; j++)
				y[j] *= d;
		}
	}

	/** The inverse of A. */
	public double[][] inverse() {
		final int n = factor.length;
		final double[][] inverse = new double[n][];
		for (int i = 0; i < n; i++) {
			final double[] unit = new double[n];
			unit[i] = 1;
			inverse[i] = solve(unit);
		}
		return inverse;
	}
}
