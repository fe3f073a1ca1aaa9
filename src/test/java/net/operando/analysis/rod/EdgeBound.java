package net.operando.analysis.rod;

/**
 * The Cramer-Rao bound of a rod's length in one frame: both ends edges of a Gaussian point spread between two unknown levels,
 * seen by independent pixels whose variance goes as their intensity. From finite differences of the integral, on its own.
 */
final class EdgeBound {

	private EdgeBound() {}

	/**
	 * @param rows pixels across that are used
	 * @param noise relative noise of a pixel at intensity 1
	 * @return standard deviation in nm
	 */
	static double lengthNm(final double rows, final double rod, final double carbon, final double noise) {
		final double[][] fisher = new double[3][3];
		final double step = 1e-4;
		for (int x = -13; x <= 13; x++) {
			final double value = edge(x, 0, rod, carbon);
			final double[] d = { (edge(x, step, rod, carbon) - edge(x, -step, rod, carbon)) / (2 * step), (edge(x, 0, rod + step,
				carbon) - value) / step, (edge(x, 0, rod, carbon + step) - value) / step };
			for (int i = 0; i < 3; i++)
				for (int j = 0; j < 3; j++)
					fisher[i][j] += rows * d[i] * d[j] / (noise * noise * value);
		}
		final double minor = fisher[1][1] * fisher[2][2] - fisher[1][2] * fisher[2][1];
		final double determinant = fisher[0][0] * minor - fisher[0][1] * (fisher[1][0] * fisher[2][2] - fisher[1][2] *
			fisher[2][0]) + fisher[0][2] * (fisher[1][0] * fisher[2][1] - fisher[1][1] * fisher[2][0]);
		return Math.sqrt(2 * minor / determinant) * 1e3 * PaintedRod.PIXEL_UM;
	}

	/** Midpoint sums over the pixel and the point spread. */
	private static double edge(final double x, final double at, final double rod, final double carbon) {
		final double sigma = 0.111 / PaintedRod.PIXEL_UM;
		double sum = 0;
		double weight = 0;
		for (int p = -2; p <= 2; p++)
			for (double u = -6; u <= 6; u += 0.05) {
				final double w = Math.exp(-0.5 * u * u);
				final double s = x + 0.2 * p + u * sigma - at;
				// a ramp of one step instead of a jump keeps the sum smooth in the edge's place
				final double inside = Math.max(0, Math.min(1, 0.5 - s / (0.05 * sigma)));
				sum += w * (carbon + inside * (rod - carbon));
				weight += w;
			}
		return sum / weight;
	}
}
