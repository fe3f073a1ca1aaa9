package net.operando.base.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** {@link LineFit}. */
class LineFitTest {

	/** Closed form of the domain: sigma_v = sigma_p sqrt(12 / (N (N^2 - 1))) / dt; 400 lines give it to 3.5 %, so 12 %. */
	@Test
	void slopeErrorIsTheClosedForm() {
		final int n = 20;
		final double[] x = new double[n];
		final double[] y = new double[n];
		final Random random = new Random(3);
		double sum = 0;
		double squares = 0;
		for (int run = 0; run < 400; run++) {
			for (int i = 0; i < n; i++) {
				x[i] = i;
				y[i] = 4 + 0.5 * i + 0.1 * random.nextGaussian();
			}
			final LineFit line = LineFit.leastSquares(x, y);
			sum += line.slopeError();
			squares += (line.slope() - 0.5) * (line.slope() - 0.5);
		}
		final double expected = 0.1 * Math.sqrt(12.0 / (n * (n * n - 1)));
		assertEquals(expected, Math.sqrt(squares / 400), 0.12 * expected);
		assertEquals(expected, sum / 400, 0.03 * expected);
	}

	/** Two wild points among twenty: the robust slope stays within 1 % where least squares is off by more than 10 %. */
	@Test
	void robustLineIgnoresWildPoints() {
		final double[] x = new double[20];
		final double[] y = new double[20];
		final double[] w = new double[20];
		final Random random = new Random(1);
		for (int i = 0; i < 20; i++) {
			x[i] = i;
			y[i] = 2 * i + 0.02 * random.nextGaussian() + (i == 15 || i == 17 ? 40 : 0);
			w[i] = 1;
		}
		assertEquals(2, LineFit.robust(x, y, w).slope(), 0.02);
		assertEquals(2, LineFit.theilSen(x, y).slope(), 0.1);
		assertTrue(LineFit.leastSquares(x, y).slope() > 2.2);
	}

	/** Residuals with correlation 0.7: the block bootstrap is near the true spread, the plain error less than 60 % of it. */
	@Test
	void blockBootstrapSeesCorrelation() {
		final int n = 80;
		final Random random = new Random(9);
		final double[] x = new double[n];
		final double[] w = new double[n];
		double squares = 0;
		double plain = 0;
		double blocks = 0;
		for (int run = 0; run < 100; run++) {
			final double[] y = new double[n];
			double e = random.nextGaussian() / Math.sqrt(1 - 0.49);
			for (int i = 0; i < n; i++) {
				x[i] = i;
				w[i] = 1;
				y[i] = e;
				e = 0.7 * e + random.nextGaussian();
			}
			final LineFit line = LineFit.leastSquares(x, y);
			squares += line.slope() * line.slope() / 100;
			plain += line.slopeError() / 100;
			blocks += line.blockBootstrapError(x, y, w, 9, 100, run) / 100;
		}
		// 100 runs give the spread to 7 %; blocks of 9 keep most of a correlation length of 3
		assertTrue(plain < 0.6 * Math.sqrt(squares), "plain " + plain);
		assertEquals(Math.sqrt(squares), blocks, 0.3 * Math.sqrt(squares));
	}

	@Test
	void refusesOnePoint() {
		assertThrows(IllegalArgumentException.class, () -> LineFit.theilSen(new double[] { 1 }, new double[] { 2 }));
		assertThrows(IllegalArgumentException.class, () -> LineFit.leastSquares(new double[] { 1, 1 }, new double[] { 2, 3 }));
	}
}
