package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** {@link Cholesky} on the matrix this project needs it for: columns that share frames. */
class CholeskyTest {

	private static double[][] shared(final int n) {
		final double[][] a = new double[n][n];
		for (int i = 0; i < n; i++) {
			a[i][i] = 1;
			if (i > 0) a[i][i - 1] = a[i - 1][i] = -0.5;
		}
		return a;
	}

	/** inverse(A) A = 1; condition number about n^2 = 400, so 1e-12 is a hundred times rounding. */
	@Test
	void solvesAndInverts() {
		final double[][] a = shared(20);
		final double[][] inverse = Cholesky.of(a).inverse();
		for (int i = 0; i < 20; i++)
			for (int j = 0; j < 20; j++) {
				double s = 0;
				for (int k = 0; k < 20; k++)
					s += inverse[i][k] * a[k][j];
				assertEquals(i == j ? 1 : 0, s, 1e-12);
			}
	}

	/** Rows y = inverse(L) x have y'y = x' inverse(A) x. */
	@Test
	void whitens() {
		final double[][] a = shared(6);
		final double[] x = { 1, -2, 0.5, 3, 0, 1 };
		final double[][] rows = new double[6][];
		for (int i = 0; i < 6; i++)
			rows[i] = new double[] { x[i] };
		final Cholesky c = Cholesky.of(a);
		c.whiten(rows);
		final double[] solved = c.solve(x);
		double direct = 0;
		double whitened = 0;
		for (int i = 0; i < 6; i++) {
			direct += x[i] * solved[i];
			whitened += rows[i][0] * rows[i][0];
		}
		assertEquals(direct, whitened, 1e-12 * direct);
		assertEquals(6, c.size());
	}

	@Test
	void saysWhenAMatrixIsNotPositiveDefinite() {
		assertNull(Cholesky.of(new double[][] { { 1, 2 }, { 2, 1 } }));
	}
}
