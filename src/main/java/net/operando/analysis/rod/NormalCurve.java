package net.operando.analysis.rod;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** The standard normal density and its integral, from a table by cubic Hermite interpolation, good to 1e-10. */
final class NormalCurve {

	private static final double REACH = 8;
	private static final int PER_UNIT = 128;
	private static final double[] DENSITY = new double[(int) (2 * REACH * PER_UNIT) + 2];
	private static final double[] INTEGRAL = new double[DENSITY.length];

	static {
		for (int i = 0; i < DENSITY.length; i++) {
			final double z = i / (double) PER_UNIT - REACH;
			DENSITY[i] = FastMath.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
			INTEGRAL[i] = 0.5 * Erf.erfc(-z / Math.sqrt(2));
		}
	}

	private NormalCurve() {}

	/** exp(-z^2 / 2) / sqrt(2 pi). */
	static double density(final double z) {
		if (!(z > -REACH && z < REACH)) return 0;
		final double at = (z + REACH) * PER_UNIT;
		final int i = (int) at;
		final double z0 = i / (double) PER_UNIT - REACH;
		return hermite(at - i, DENSITY[i], -z0 * DENSITY[i], DENSITY[i + 1], -(z0 + 1.0 / PER_UNIT) * DENSITY[i + 1]);
	}

	/** The integral of the density up to z. */
	static double integral(final double z) {
		if (z <= -REACH) return 0;
		if (!(z < REACH)) return 1;
		final double at = (z + REACH) * PER_UNIT;
		final int i = (int) at;
		return hermite(at - i, INTEGRAL[i], DENSITY[i], INTEGRAL[i + 1], DENSITY[i + 1]);
	}

	private static double hermite(final double s, final double y0, final double d0, final double y1, final double d1) {
		final double h = 1.0 / PER_UNIT;
		final double c2 = 3 * (y1 - y0) - h * (2 * d0 + d1);
		final double c3 = 2 * (y0 - y1) + h * (d0 + d1);
		return y0 + s * (h * d0 + s * (c2 + s * c3));
	}
}
