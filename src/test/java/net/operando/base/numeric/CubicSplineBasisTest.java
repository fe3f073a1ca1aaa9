package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** {@link CubicSplineBasis}: identities every B-spline basis has. */
class CubicSplineBasisTest {

	private static final CubicSplineBasis BASIS = CubicSplineBasis.on(-3, -1.5, -1, -0.8, 0, 0.4, 2);
	private final double[] v = new double[4];
	private final double[] d = new double[4];

	/** The four values sum to 1 and their slopes to 0 at every point; 1e-13: rounding of a few products of order 1. */
	@Test
	void isAPartitionOfUnity() {
		for (double x = -3; x <= 2; x += 0.01) {
			BASIS.at(x, v, d);
			assertEquals(1, v[0] + v[1] + v[2] + v[3], 1e-13);
			assertEquals(0, d[0] + d[1] + d[2] + d[3], 1e-12);
		}
	}

	/** Central differences over 2e-4 are good to h^2 f''' / 6, below 1e-6 with knots 0.2 apart. */
	@Test
	void derivativesAreThoseOfTheValues() {
		final double h = 1e-4;
		final double[] unused = new double[4];
		final double[] up = new double[4];
		final double[] down = new double[4];
		final double[] c = new double[4];
		for (double x = -2.95; x < 1.95; x += 0.0437) {
			final int first = BASIS.at(x, v, d);
			if (BASIS.at(x + h, up, unused) != first || BASIS.at(x - h, down, unused) != first) continue;
			BASIS.curvatures(x, c);
			for (int k = 0; k < 4; k++) {
				assertEquals((up[k] - down[k]) / (2 * h), d[k], 1e-5);
				assertEquals((up[k] - 2 * v[k] + down[k]) / (h * h), c[k], 1e-4);
			}
		}
	}

	@Test
	void keepsItsEndValuesBeyondTheBreaks() {
		final double[] end = new double[4];
		BASIS.at(2, end, d);
		BASIS.at(7, v, d);
		for (int k = 0; k < 4; k++) {
			assertEquals(end[k], v[k], 0);
			assertEquals(0, d[k], 0);
		}
	}

	@Test
	void refusesBreaksThatDoNotIncrease() {
		assertThrows(IllegalArgumentException.class, () -> CubicSplineBasis.on(0, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> CubicSplineBasis.on(0));
	}
}
