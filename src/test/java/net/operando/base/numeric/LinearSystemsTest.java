package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** {@link TridiagonalSystem} and {@link BandedSystem}: what they solve, multiplied out, is the right side. */
class LinearSystemsTest {

	@Test
	void tridiagonalSolutionsSatisfyTheirEquations() {
		final Random random = new Random(2);
		for (int n = 1; n < 60; n++) {
			final TridiagonalSystem one = new TridiagonalSystem(n);
			final TridiagonalSystem two = new TridiagonalSystem(n);
			assertEquals(n, one.size());
			final double[] a = new double[n];
			final double[] b = new double[n];
			final double[] c = new double[n];
			final double[] right = new double[n];
			for (int i = 0; i < n; i++) {
				a[i] = one.lower[i] = two.lower[i] = random.nextDouble() - 0.5;
				c[i] = one.upper[i] = two.upper[i] = random.nextDouble() - 0.5;
				b[i] = one.diagonal[i] = two.diagonal[i] = 1 + random.nextDouble();
				right[i] = random.nextGaussian();
			}
			final double[] u = right.clone();
			final double[] v = right.clone();
			final double[] w = right.clone();
			for (int i = 0; i < n; i++)
				w[i] *= 3;
			one.solve(u);
			two.solve(v, w);
			for (int i = 0; i < n; i++) {
				final double sum = (i > 0 ? a[i] * u[i - 1] : 0) + b[i] * u[i] + (i < n - 1 ? c[i] * u[i + 1] : 0);
				// rounding of a well-conditioned system
				assertEquals(right[i], sum, 1e-13);
				assertEquals(u[i], v[i], 1e-13);
				assertEquals(3 * u[i], w[i], 1e-12);
			}
		}
	}

	@Test
	void bandedSolutionsSatisfyTheirEquationsWithoutDominance() {
		final Random random = new Random(3);
		for (int n = 1; n < 40; n++) {
			final int below = random.nextInt(4);
			final int above = random.nextInt(4);
			final BandedSystem system = new BandedSystem(n, below, above);
			final double[][] full = new double[n][n];
			system.add(0, 0, 7);
			system.clear();
			for (int i = 0; i < n; i++)
				for (int j = Math.max(0, i - below); j <= Math.min(n - 1, i + above); j++) {
					// a weak diagonal asks for row exchanges, and lower triangles alone need it
					full[i][j] = random.nextGaussian() * (i == j && below > 0 && above > 0 ? 0.1 : 1) + (i == j && (below == 0 ||
						above == 0) ? 4 : 0);
					system.add(i, j, full[i][j]);
				}
			final double[] truth = new double[n];
			final double[] u = new double[n];
			for (int i = 0; i < n; i++)
				truth[i] = random.nextGaussian();
			for (int i = 0; i < n; i++)
				for (int j = 0; j < n; j++)
					u[i] += full[i][j] * truth[j];
			final double[] right = u.clone();
			assertTrue(system.factorise());
			system.solve(u);
			for (int i = 0; i < n; i++) {
				double sum = 0;
				double size = 1;
				for (int j = 0; j < n; j++) {
					sum += full[i][j] * u[j];
					size += Math.abs(full[i][j] * u[j]);
				}
				// elimination with exchanges is backward stable: the residual is rounding of the terms
				assertEquals(right[i], sum, 1e-11 * size);
			}
		}
	}

	@Test
	void bandedSystemsSayWhenTheyAreSingularOrMisused() {
		final BandedSystem system = new BandedSystem(3, 1, 1);
		assertFalse(system.factorise());
		assertThrows(IllegalArgumentException.class, () -> system.add(0, 2, 1));
		assertThrows(IllegalArgumentException.class, () -> new TridiagonalSystem(0));
	}
}
