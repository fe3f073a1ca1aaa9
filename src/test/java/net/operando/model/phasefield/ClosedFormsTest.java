package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solutions known in closed form. */
class ClosedFormsTest {

	/** Constant D, two-sided constant flux: the Fourier series of the slab (peers' table). */
	@Test
	void constantFluxIntoASlab() {
		// linear profiles in half a cell from the surface: error h^2 / 24 times the curvature, below 1e-7 at 800 cells
		final double[][] truth = { { 5, .11574438, .08003019 }, { 50, .19735604, .12561618 } };
		for (final double[] row : truth) {
			final double[] got = ClosedForms.slab(800, row[0]);
			assertEquals(row[1], got[0], 2e-6);
			assertEquals(row[2], got[1], 2e-6);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void barenblattSpreads(final int m) {
		final double[] coarse = ClosedForms.barenblatt(m, 400);
		final double[] fine = ClosedForms.barenblatt(m, 1600);
		final double top = m == 1 ? .45428015 : .56418958;
		final double edge = m == 1 ? 1.65096362 : 1.12837917;
		// the profile has a kink (m = 1) or a vertical tangent (m = 2) at its edge, which a cell blurs
		assertEquals(top, fine[0], 1e-4);
		assertTrue(Math.abs(fine[0] - top) < Math.abs(coarse[0] - top));
		// the edge is found to within two cells of 4 / 1600
		assertEquals(edge, fine[1], 2 * 4.0 / 1600);
		assertTrue(fine[2] < 1e-12, "mass error " + fine[2]);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void travellingWaveMovesAtItsSpeed(final int m) {
		final double[] got = ClosedForms.travellingWave(m, 1000);
		// the edge is placed within a cell of 1e-3 over a way of 0.5
		assertEquals(0.5, got[0], 0.005 * 0.5);
		assertTrue(got[1] < 1e-12, "mass error " + got[1]);
	}

	@Test
	void fujitaSolutionConvergesWithSecondOrderInSpace() {
		final double[] errors = new double[4];
		for (int i = 0; i < 4; i++)
			errors[i] = ClosedForms.fujita(25 << i, 1e-9);
		for (int i = 1; i < 4; i++) {
			final double order = Math.log(errors[i - 1] / errors[i]) / Math.log(2);
			assertTrue(order >= 1.9, "from " + (25 << i - 1) + " cells: order " + order);
		}
		// h^2 times a curvature of order 1
		assertTrue(errors[3] < 1e-4, "error " + errors[3]);
	}

	@Test
	void fujitaSolutionConvergesAsTheFormulaIsDesignedInTime() {
		for (int order = 1; order <= 5; order++) {
			final double observed = ClosedForms.orderInTime(order);
			// the next term of the error changes the observed order by a few tenths at these steps
			assertTrue(observed > order - 0.3, "order " + order + " observed " + observed);
		}
	}
}
