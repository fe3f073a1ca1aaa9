package net.operando.analysis.front;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import net.operando.base.numeric.Cholesky;

/**
 * The columns a surface is fitted to, their covariance, and the normal equations of surfaces over them. Every column has a
 * homogeneous change of its own, taken out exactly by removing column means. Lengths in um, times in s. Immutable.
 */
final class FitData {

	/** Independent share in the working covariance. */
	static final double NUGGET = 0.1;

	private final double[][] data;
	private final double[] positions;
	private final double[][] times;
	private final double[][] covariance;
	private final boolean[][] present;
	private final Cholesky working;

	/** A surface made of fronts. */
	interface Surface {

		/** A value and, added to a row, its derivatives with respect to all parameters, both times a weight. */
		double add(double position, double seconds, double weight, boolean[] fronts, double[] row);
	}

	/**
	 * @param data values, one row per column of the kymograph, one element per position, no NaN
	 * @param positions in um
	 * @param times per column the mid-times of the lags it spans, in s
	 * @param covariance between columns, up to a common factor
	 * @param active whether a front is present in a column
	 */
	FitData(final double[][] data, final double[] positions, final double[][] times, final double[][] covariance,
		final boolean[][] active)
	{
		this.data = data;
		this.positions = positions;
		this.times = times;
		this.covariance = covariance;
		this.present = new boolean[data.length][active.length];
		for (int c = 0; c < data.length; c++)
			for (int k = 0; k < active.length; k++)
				present[c][k] = active[k][c];
		final int n = data.length;
		final double[][] w = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				w[i][j] = i == j ? covariance[i][i] : (1 - NUGGET) * covariance[i][j];
		this.working = Cholesky.of(w);
	}

	int columns() {
		return data.length;
	}

	int rows() {
		return positions.length;
	}

	/** Per column the derivatives at a position and, last, the residual, whitened by the working covariance. */
	void whitened(final int position, final int parameters, final Surface surface, final double[][] rows) {
		rows(position, parameters, surface, rows);
		working.whiten(rows);
	}

	private void rows(final int position, final int parameters, final Surface surface, final double[][] rows) {
		for (int c = 0; c < data.length; c++) {
			Arrays.fill(rows[c], 0);
			double f = 0;
			for (final double t : times[c])
				f += surface.add(positions[position], t, 1.0 / times[c].length, present[c], rows[c]);
			rows[c][parameters] = data[c][position] - f;
		}
	}

	/** Normal equations, lower triangle, the residual last; without priors. */
	double[][] normal(final int parameters, final Surface surface) {
		final int p = parameters + 1;
		final double[][] h = new double[p][p];
		final double[][] means = new double[data.length][p];
		final double[][] rows = new double[data.length][p];
		for (int z = 0; z < positions.length; z++) {
			whitened(z, parameters, surface, rows);
			for (int c = 0; c < data.length; c++) {
				final double[] y = rows[c];
				for (int i = 0; i < p; i++) {
					final double v = y[i];
					if (v == 0) continue;
					means[c][i] += v;
					final double[] line = h[i];
					for (int j = 0; j <= i; j++)
						line[j] += v * y[j];
				}
			}
		}
		for (int c = 0; c < data.length; c++)
			for (int i = 0; i < p; i++)
				for (int j = 0; j <= i; j++)
					h[i][j] -= means[c][i] * means[c][j] / positions.length;
		return h;
	}

	/** The true covariance seen through the working whitening. */
	double[][] innerCovariance() {
		final int n = covariance.length;
		final double[][] k = new double[n][];
		for (int i = 0; i < n; i++)
			k[i] = covariance[i].clone();
		working.whiten(k);
		final double[][] t = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				t[j][i] = k[i][j];
		working.whiten(t);
		return t;
	}

	/** Data minus a surface of all fronts and the homogeneous change. */
	double[][] residuals(final DoubleBinaryOperator surface) {
		final double[][] r = new double[data.length][positions.length];
		for (int c = 0; c < r.length; c++)
			for (int z = 0; z < positions.length; z++) {
				r[c][z] = data[c][z];
				for (final double t : times[c])
					r[c][z] -= surface.applyAsDouble(positions[z], t) / times[c].length;
			}
		return centred(r);
	}

	/** Data minus a surface of the fronts there are in each column and the homogeneous change. */
	double[][] residuals(final int parameters, final Surface surface) {
		final double[][] r = new double[data.length][positions.length];
		final double[][] rows = new double[data.length][parameters + 1];
		for (int z = 0; z < positions.length; z++) {
			rows(z, parameters, surface, rows);
			for (int c = 0; c < data.length; c++)
				r[c][z] = rows[c][parameters];
		}
		return centred(r);
	}

	private static double[][] centred(final double[][] r) {
		for (final double[] column : r) {
			double mean = 0;
			for (final double x : column)
				mean += x / column.length;
			for (int z = 0; z < column.length; z++)
				column[z] -= mean;
		}
		return r;
	}
}
