package net.operando.analysis.crack;

import net.operando.base.numeric.Cholesky;

import org.apache.commons.math3.special.Erf;

/**
 * A rod's long edge in a profile across it: a blurred step between a level outside and a sloping level inside, both free.
 * Immutable.
 */
final class RodEdge {

	/** What a profile is read over: far enough for both levels, not so far that fringes and grains bend them. */
	private static final double REACH_UM = 0.4;
	/** The microscope's point spread (domain: 111 nm), the rod's own softness, and the interpolation. */
	private static final double SIGMA_UM = 0.12;
	private static final double STEP_PX = 0.1;
	/** A step smaller than this share of the level inside is no edge of a rod. */
	private static final double SMALLEST_STEP = 0.15;

	private RodEdge() {}

	/**
	 * The column of the edge on the low side of a profile; for the other side give it reversed.
	 *
	 * @param from first column the edge may be at
	 * @param to last column the edge may be at
	 * @return NaN if there is none
	 */
	static double find(final double[] profile, final double from, final double to, final double pixel_um) {
		double best = Double.POSITIVE_INFINITY;
		double edge = Double.NaN;
		for (double e = from; e <= to; e += STEP_PX) {
			final double misfit = misfit(profile, e, pixel_um);
			if (misfit < best) {
				best = misfit;
				edge = e;
			}
		}
		return edge;
	}

	/** Mean square left by the best levels, relative to the square of the step; infinite where there is no step up. */
	private static double misfit(final double[] profile, final double edge, final double pixel_um) {
		final int from = (int) Math.max(0, Math.ceil(edge - REACH_UM / pixel_um));
		final int to = (int) Math.min(profile.length - 1, Math.floor(edge + REACH_UM / pixel_um));
		final double[][] normal = new double[3][3];
		final double[] right = new double[3];
		double squares = 0;
		int n = 0;
		for (int k = from; k <= to; k++) {
			if (Double.isNaN(profile[k])) continue;
			final double h = 0.5 * Erf.erfc((edge - k) * pixel_um / SIGMA_UM / Math.sqrt(2));
			final double[] row = { 1 - h, h, h * (k - edge) };
			for (int a = 0; a < 3; a++) {
				right[a] += row[a] * profile[k];
				for (int b = 0; b < 3; b++)
					normal[a][b] += row[a] * row[b];
			}
			squares += profile[k] * profile[k];
			n++;
		}
		final Cholesky factor = n < 6 ? null : Cholesky.of(normal);
		if (factor == null) return Double.POSITIVE_INFINITY;
		final double[] level = factor.solve(right);
		if (!(level[1] - level[0] > SMALLEST_STEP * level[1])) return Double.POSITIVE_INFINITY;
		double left = squares;
		for (int a = 0; a < 3; a++)
			left -= level[a] * right[a];
		final double step = level[1] - level[0];
		return Math.max(0, left) / n / (step * step);
	}
}
