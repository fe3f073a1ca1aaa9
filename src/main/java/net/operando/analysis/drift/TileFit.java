package net.operando.analysis.drift;

import java.util.Arrays;

import net.operando.base.numeric.Cholesky;

/**
 * One shift, and if asked for one turn, from the sums over all tiles: weighted least squares with bisquare weights, the
 * scale being that of most tiles, so that tiles in which something else moved or changed do not count. Not thread-safe.
 */
final class TileFit {

	private static final int ROUNDS = 6;

	/** Of squared residuals with two components in units of their scale, beyond which a tile counts nothing. */
	private static final double CUT = 22;

	/** Median of the chi-squared distribution with two degrees of freedom. */
	private static final double CHI2_MEDIAN = 1.386;

	private final int parameters;
	private final double[] residual;
	private final double[] weight;
	private double[] step;
	private double[][] covariance;
	private int used;

	TileFit(final int tiles, final boolean rotation) {
		parameters = rotation ? 3 : 2;
		residual = new double[tiles];
		weight = new double[tiles];
	}

	/**
	 * @param sx sums of jx times the moved frame, per tile
	 * @param valid whether a tile takes part
	 * @param turn at which the sums were taken, in rad
	 * @return whether the tiles that take part determine the step
	 */
	boolean fit(final KeyFrame key, final double[] sx, final double[] sy, final boolean[] valid, final double turn) {
		used = 0;
		for (int t = 0; t < valid.length; t++) {
			weight[t] = valid[t] ? 1 : 0;
			if (valid[t]) used++;
		}
		if (2 * used < parameters + 2) return false;
		double scale = 0;
		for (int round = 0; round < ROUNDS; round++) {
			if (!solve(key, sx, sy, turn)) return false;
			scale = residuals(key, sx, sy, valid, turn);
			if (scale == 0) break;
			for (int t = 0; t < valid.length; t++) {
				final double u = residual[t] / (scale * CUT);
				weight[t] = valid[t] && u < 1 ? (1 - u) * (1 - u) : 0;
			}
		}
		sandwich(key, sx, sy, turn);
		return true;
	}

	/** The step in x and y in px and the turn in rad. */
	double[] step() {
		return step;
	}

	double variance() {
		return 0.5 * (covariance[0][0] + covariance[1][1]);
	}

	double turnVariance() {
		return parameters == 3 ? covariance[2][2] : 0;
	}

	/** Number of tiles that took part. */
	int used() {
		return used;
	}

	private double[][] design(final KeyFrame.Tile t) {
		return parameters == 2 ? t.shiftDesign : t.turnDesign;
	}

	private boolean solve(final KeyFrame key, final double[] sx, final double[] sy, final double turn) {
		final double[][] normal = new double[parameters][parameters];
		final double[] right = new double[parameters];
		for (int i = 0; i < weight.length; i++) {
			if (weight[i] == 0) continue;
			final KeyFrame.Tile t = key.tiles[i];
			final double[][] g = design(t);
			final double bx = -(sx[i] + t.hxTurn * turn);
			final double by = -(sy[i] + t.hyTurn * turn);
			for (int a = 0; a < parameters; a++) {
				final double cx = weight[i] * (t.ixx * g[0][a] + t.ixy * g[1][a]);
				final double cy = weight[i] * (t.ixy * g[0][a] + t.iyy * g[1][a]);
				right[a] += cx * bx + cy * by;
				for (int b = 0; b < parameters; b++)
					normal[a][b] += cx * g[0][b] + cy * g[1][b];
			}
		}
		final Cholesky factor = Cholesky.of(normal);
		if (factor == null) return false;
		step = factor.solve(right);
		covariance = factor.inverse();
		return true;
	}

	private double residualX(final KeyFrame.Tile t, final double[][] g, final double s, final double turn, final int row) {
		double e = -(s + (row == 0 ? t.hxTurn : t.hyTurn) * turn);
		for (int a = 0; a < parameters; a++)
			e -= g[row][a] * step[a];
		return e;
	}

	/** Squared residuals in units of what white noise of variance 1 gives; returns their scale. */
	private double residuals(final KeyFrame key, final double[] sx, final double[] sy, final boolean[] valid,
		final double turn)
	{
		final double[] sorted = new double[used];
		int n = 0;
		for (int i = 0; i < residual.length; i++) {
			if (!valid[i]) continue;
			final KeyFrame.Tile t = key.tiles[i];
			final double[][] g = design(t);
			final double ex = residualX(t, g, sx[i], turn, 0);
			final double ey = residualX(t, g, sy[i], turn, 1);
			residual[i] = t.ixx * ex * ex + 2 * t.ixy * ex * ey + t.iyy * ey * ey;
			sorted[n++] = residual[i];
		}
		Arrays.sort(sorted);
		return sorted[n / 2] / CHI2_MEDIAN;
	}

	/** The covariance that follows from the residuals themselves, whatever their distribution. */
	private void sandwich(final KeyFrame key, final double[] sx, final double[] sy, final double turn) {
		final double[][] meat = new double[parameters][parameters];
		double n = 0;
		for (int i = 0; i < weight.length; i++) {
			if (weight[i] == 0) continue;
			n++;
			final KeyFrame.Tile t = key.tiles[i];
			final double[][] g = design(t);
			final double ex = residualX(t, g, sx[i], turn, 0);
			final double ey = residualX(t, g, sy[i], turn, 1);
			final double[] score = new double[parameters];
			for (int a = 0; a < parameters; a++)
				score[a] = weight[i] * ((t.ixx * g[0][a] + t.ixy * g[1][a]) * ex + (t.ixy * g[0][a] + t.iyy * g[1][a]) * ey);
			for (int a = 0; a < parameters; a++)
				for (int b = 0; b < parameters; b++)
					meat[a][b] += score[a] * score[b];
		}
		final double small = 2 * n / Math.max(1, 2 * n - parameters);
		final double[][] bread = covariance;
		final double[][] c = new double[parameters][parameters];
		for (int a = 0; a < parameters; a++)
			for (int b = 0; b < parameters; b++)
				for (int i = 0; i < parameters; i++)
					for (int j = 0; j < parameters; j++)
						c[a][b] += small * bread[a][i] * meat[i][j] * bread[j][b];
		covariance = c;
	}
}
