package net.operando.analysis.front;

import java.util.Arrays;

import net.operando.data.kymograph.Kymograph;

/**
 * What interference fringes of a rod do to rates, and how to take it out. Light scattered by the rod (amplitude p) adds to
 * light reflected at the window (amplitude r), so {@code I = r^2 + p^2 + 2 r p cos(phase)}, with a phase that is fixed
 * along the rod. If p^2 changes by a fraction, I changes by that fraction times
 * <pre>
 *  g = (I + p^2 - r^2) / 2 I,  which is (1 + I0 / I) / 2 for r much smaller than p,
 * </pre>
 * I0 being the intensity without fringes. Dark fringes so overstate rates and bright ones understate them, by a sixth
 * at a contrast of 30 %, which pins fronts to the fringes. I0 is taken to vary as a parabola along the line. Dust,
 * which dims without such a gain, is taken for a dark fringe. Stateless.
 */
public final class Fringes {

	/** Largest and smallest gain believed: that of a contrast of 40 %. */
	private static final double LARGEST = 1.35;
	private static final double SMALLEST = 0.85;
	/** Share of the line at either end that may lie beyond the rod's blurred edge and is left out of the parabola. */
	private static final double EDGE = 0.03;

	private Fringes() {}

	/**
	 * The gain along a line.
	 *
	 * @param before intensities before anything changes, along the same line
	 * @return per position; 1 where there is no intensity
	 */
	public static double[] gain(final Kymograph before) {
		final int n = before.rows();
		final double[] mean = new double[n];
		for (int z = 0; z < n; z++) {
			int count = 0;
			for (int c = 0; c < before.columns(); c++) {
				if (Float.isNaN(before.value(c, z))) continue;
				mean[z] += before.value(c, z);
				count++;
			}
			mean[z] /= count;
		}
		final double[] smooth = parabola(mean);
		final double[] gain = new double[n];
		Arrays.fill(gain, 1);
		for (int z = 0; z < n; z++) {
			final double g = 0.5 * (1 + smooth[z] / mean[z]);
			if (mean[z] > 0 && smooth[z] > 0) gain[z] = Math.max(SMALLEST, Math.min(LARGEST, g));
		}
		return gain;
	}

	/** Difference of the gains that a tenth of the positions lie above and below. */
	static double swing(final double[] gain) {
		final double[] sorted = gain.clone();
		Arrays.sort(sorted);
		return sorted[(int) (0.9 * (sorted.length - 1))] - sorted[(int) (0.1 * (sorted.length - 1))];
	}

	/** Rates divided by a gain, standard errors too. */
	public static Kymograph without(final Kymograph rate, final double[] gain) {
		final float[][] values = new float[rate.columns()][rate.rows()];
		final float[][] errors = rate.hasStandardErrors() ? new float[rate.columns()][rate.rows()] : null;
		for (int c = 0; c < values.length; c++)
			for (int z = 0; z < gain.length; z++) {
				values[c][z] = (float) (rate.value(c, z) / gain[z]);
				if (errors != null) errors[c][z] = (float) (rate.standardError(c, z) / gain[z]);
			}
		return Kymograph.of(values, errors, rate.times(), rate.positionStepMetres(), rate.quantity(), rate.lagSeconds(), rate
			.warnings());
	}

	private static double[] parabola(final double[] v) {
		final int n = v.length;
		final int edge = (int) (EDGE * n);
		final double[][] h = new double[3][4];
		for (int z = edge; z < n - edge; z++) {
			if (Double.isNaN(v[z])) continue;
			final double x = 2.0 * z / n - 1;
			final double[] b = { 1, x, x * x };
			for (int i = 0; i < 3; i++) {
				for (int j = 0; j < 3; j++)
					h[i][j] += b[i] * b[j];
				h[i][3] += b[i] * v[z];
			}
		}
		for (int i = 0; i < 3; i++)
			for (int k = 0; k < 3; k++) {
				if (k == i) continue;
				final double f = h[k][i] / h[i][i];
				for (int j = i; j < 4; j++)
					h[k][j] -= f * h[i][j];
			}
		final double[] fitted = new double[n];
		for (int z = 0; z < n; z++) {
			final double x = 2.0 * z / n - 1;
			fitted[z] = h[0][3] / h[0][0] + x * h[1][3] / h[1][1] + x * x * h[2][3] / h[2][2];
		}
		return fitted;
	}
}
