package net.operando.analysis.front;

import net.operando.data.kymograph.Kymograph;

/**
 * The two frames each column of a rate was taken between, as far as the column times tell, and the correlation of noise
 * that follows: the columns (b - a) and (c - b) share frame b with opposite signs. A column whose times say that a frame
 * was missing and that its rate bridges the gap is recognised by continuing the chain of intervals. Immutable.
 */
final class ColumnIntervals {

	private final double[] begin;
	private final double[] end;
	private final double lag;
	private final double tolerance;

	private ColumnIntervals(final double[] begin, final double[] end, final double lag, final double tolerance) {
		this.begin = begin;
		this.end = end;
		this.lag = lag;
		this.tolerance = tolerance;
	}

	static ColumnIntervals of(final Kymograph kymograph) {
		final int n = kymograph.columns();
		final double lag = kymograph.lagSeconds();
		final double[] begin = new double[n];
		final double[] end = new double[n];
		for (int c = 0; c < n; c++) {
			final double middle = kymograph.times().seconds(c);
			begin[c] = middle - lag / 2;
			end[c] = middle + lag / 2;
			if (c == 0 || lag == 0) continue;
			final double bridged = 2 * (middle - end[c - 1]);
			final double steps = bridged / lag;
			if (Math.abs(begin[c] - end[c - 1]) > 0.25 * lag && steps > 1.5 && steps < 3.5 && Math.abs(steps - Math.rint(
				steps)) < 0.25)
			{
				begin[c] = end[c - 1];
				end[c] = middle + bridged / 2;
			}
		}
		// Of columns that overlap, over a lag of several frames, no more than one may be taken to share a frame.
		final double spacing = n > 1 ? kymograph.times().medianIntervalSeconds() : lag;
		return new ColumnIntervals(begin, end, lag, Math.min(0.25 * lag, 0.4 * spacing));
	}

	double begin(final int column) {
		return begin[column];
	}

	double end(final int column) {
		return end[column];
	}

	/** How many lags a column spans; 1 for values that are no rate. */
	int steps(final int column) {
		return lag == 0 ? 1 : (int) Math.max(1, Math.rint((end[column] - begin[column]) / lag));
	}

	/**
	 * Covariance of the noise of some columns in units of the variance over one lag. A column has no more than one before
	 * it and one after it that share a frame with it, so the matrix is positive semidefinite whatever the times.
	 */
	double[][] covariance(final int[] columns) {
		final int n = columns.length;
		final double[][] k = new double[n][n];
		final boolean[] followed = new boolean[n];
		for (int i = 0; i < n; i++) {
			final int a = columns[i];
			k[i][i] = 1.0 / (steps(a) * steps(a));
			int before = -1;
			for (int j = 0; j < i; j++)
				if (!followed[j] && apart(a, columns[j]) < (before < 0 ? tolerance : apart(a, columns[before]))) before = j;
			if (before < 0) continue;
			followed[before] = true;
			k[i][before] = -0.5 / (steps(a) * steps(columns[before]));
			k[before][i] = k[i][before];
		}
		return k;
	}

	/** Time from the end of one column to the begin of another, in s. */
	private double apart(final int column, final int before) {
		return Math.abs(begin[column] - end[before]);
	}
}
