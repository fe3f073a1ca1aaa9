package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class PchipTest {

	/** Values of scipy.interpolate.PchipInterpolator (1.10) for the same table. */
	@Test
	void agreesWithAnIndependentImplementation() {
		final Pchip p = Pchip.of(new double[] { 0, 1, 2.5, 3, 5 }, new double[] { 1, 2, 1.5, 1.4, 4 }, "a table");
		// seven printed digits
		assertEquals(1.572800000, p.value(0.4), 1e-7);
		assertEquals(1.816776296, p.value(1.7), 1e-7);
		assertEquals(2.213725000, p.value(4.1), 1e-7);
		assertEquals(-0.430577778, p.derivative(1.7), 1e-7);
		assertEquals(6.340936042, p.integral(0.4, 4.1), 1e-7);
	}

	@Test
	void staysWithinItsRowsAndInvertsThem() {
		final Random random = new Random(1);
		for (int k = 0; k < 200; k++) {
			final int n = 2 + random.nextInt(8);
			final double[] x = new double[n];
			final double[] y = new double[n];
			for (int i = 0; i < n; i++) {
				x[i] = (i == 0 ? 0 : x[i - 1]) + 0.01 + random.nextDouble();
				y[i] = (i == 0 ? 3 : y[i - 1]) - 0.01 - random.nextDouble();
			}
			final Pchip p = Pchip.of(x, y, "a table");
			assertTrue(p.isStrictlyMonotone());
			for (int i = 0; i < 20; i++) {
				final double at = x[0] + random.nextDouble() * (x[n - 1] - x[0]);
				final double v = p.value(at);
				assertTrue(v <= y[0] && v >= y[n - 1]);
				// rounding of the cubic over the least slope met
				assertEquals(v, p.value(p.inverse(v)), 1e-12);
				final double h = 1e-5;
				// central difference: h^2 times a third derivative of up to 1e4 for intervals of 0.01
				if (at - h > x[0] && at + h < x[n - 1]) assertEquals(p.value(at), (p.integral(x[0], at + h) - p.integral(x[0], at -
					h)) / (2 * h), 1e-5);
			}
		}
	}

	@Test
	void refusesTablesThatAreNotMonotone() {
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> Pchip.of(new double[] { 0, 0.2, 0.2 },
			new double[] { 1, 2, 3 }, "the diffusion table"));
		assertTrue(e.getMessage().contains("the diffusion table") && e.getMessage().contains("row 3"), e.getMessage());
		assertThrows(InvalidInputException.class, () -> Pchip.of(new double[] { 0 }, new double[] { 1 }, "a table"));
		assertThrows(InvalidInputException.class, () -> Pchip.of(new double[] { 0, 1 }, new double[] { 1, Double.NaN }, "a table"));
		assertFalse(Pchip.of(new double[] { 0, 1, 2 }, new double[] { 1, 2, 1 }, "a table").isStrictlyMonotone());
	}
}
