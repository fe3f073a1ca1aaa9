package net.operando.analysis.rod;

import net.operando.base.numeric.Cholesky;

/** The slow course of light over a field: a polynomial of second order through what is not masked. */
final class Paraboloid {

	private static final int TERMS = 6;

	private Paraboloid() {}

	/** The values less the polynomial fitted where there is no mask; unchanged if too little is left to fit. */
	static double[] removed(final double[] values, final boolean[] mask, final int width, final int height) {
		final double[][] a = new double[TERMS][TERMS];
		final double[] b = new double[TERMS];
		int n = 0;
		for (int i = 0; i < values.length; i += 3) {
			if (mask[i] || Double.isNaN(values[i])) continue;
			final double[] t = terms(i, width, height);
			n++;
			for (int j = 0; j < TERMS; j++) {
				b[j] += t[j] * values[i];
				for (int k = 0; k < TERMS; k++)
					a[j][k] += t[j] * t[k];
			}
		}
		if (n < 50 * TERMS) return values;
		for (int j = 1; j < TERMS; j++)
			// a weak pull towards an even field, for carbon that covers only part of it
			a[j][j] += 0.01 * n;
		final Cholesky system = Cholesky.of(a);
		if (system == null) return values;
		final double[] c = system.solve(b);
		final double[] left = new double[values.length];
		for (int i = 0; i < left.length; i++) {
			final double[] t = terms(i, width, height);
			left[i] = values[i];
			for (int j = 0; j < TERMS; j++)
				left[i] -= c[j] * t[j];
		}
		return left;
	}

	private static double[] terms(final int i, final int width, final int height) {
		final double x = 2.0 * (i % width) / width - 1;
		final double y = 2.0 * (i / width) / height - 1;
		return new double[] { 1, x, y, x * x, x * y, y * y };
	}
}
