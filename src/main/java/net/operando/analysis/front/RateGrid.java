package net.operando.analysis.front;

import java.util.Arrays;

import net.operando.data.kymograph.Kymograph;

/** The part of a kymograph a trace works on, as arrays: positions in um, times in s, with its noise. Immutable. */
final class RateGrid {

	final double[][] values;
	final double[] positions;
	final double[] seconds;
	final int[] columns;
	final ColumnIntervals intervals;
	final double step;
	final double noise;

	private RateGrid(final double[][] values, final double[] positions, final double[] seconds, final int[] columns,
		final ColumnIntervals intervals, final double step, final double noise)
	{
		this.values = values;
		this.positions = positions;
		this.seconds = seconds;
		this.columns = columns;
		this.intervals = intervals;
		this.step = step;
		this.noise = noise;
	}

	/**
	 * Columns from one time to another, and the rows that are finite in nearly all of them (columns with other gaps are
	 * left out).
	 *
	 * @return null if there is nothing left
	 */
	static RateGrid of(final Kymograph k, final double fromSeconds, final double toSeconds) {
		final double step = k.positionStepMetres() * 1e6;
		final int[] gaps = new int[k.rows()];
		int candidates = 0;
		for (int c = 0; c < k.columns(); c++) {
			if (outside(k, c, fromSeconds, toSeconds)) continue;
			candidates++;
			for (int z = 0; z < k.rows(); z++)
				if (Float.isNaN(k.value(c, z))) gaps[z]++;
		}
		int low = 0;
		int high = k.rows();
		while (low < high && gaps[low] * 2 > candidates)
			low++;
		while (high > low && gaps[high - 1] * 2 > candidates)
			high--;
		if (high - low < 8) return null;
		final int[] chosen = new int[candidates];
		int n = 0;
		for (int c = 0; c < k.columns(); c++)
			if (!outside(k, c, fromSeconds, toSeconds) && isWhole(k, c, low, high)) chosen[n++] = c;
		if (n == 0) return null;
		final double[] positions = new double[high - low];
		for (int z = low; z < high; z++)
			positions[z - low] = z * step;
		final int[] columns = Arrays.copyOf(chosen, n);
		final double[][] values = new double[n][high - low];
		final double[] seconds = new double[n];
		for (int c = 0; c < n; c++) {
			seconds[c] = k.times().seconds(columns[c]);
			for (int z = low; z < high; z++)
				values[c][z - low] = k.value(columns[c], z);
		}
		return new RateGrid(values, positions, seconds, columns, ColumnIntervals.of(k), step, noise(values));
	}

	private static boolean outside(final Kymograph k, final int column, final double from, final double to) {
		final double t = k.times().seconds(column);
		return t < from || t > to;
	}

	private static boolean isWhole(final Kymograph k, final int column, final int low, final int high) {
		for (int z = low; z < high; z++)
			if (Float.isNaN(k.value(column, z))) return false;
		return true;
	}

	/** Standard deviation of single values from second differences along the line, robustly (a front is smooth there). */
	private static double noise(final double[][] values) {
		final int rows = values[0].length;
		final double[] d = new double[values.length * (rows - 2)];
		int n = 0;
		for (final double[] column : values)
			for (int z = 1; z < rows - 1; z++)
				d[n++] = Math.abs(column[z - 1] - 2 * column[z] + column[z + 1]);
		Arrays.sort(d);
		double peak = 0;
		for (final double[] column : values)
			for (final double v : column)
				peak = Math.max(peak, Math.abs(v));
		// rounding of single precision is the least noise there can be, and signals are divided by the noise
		return Math.max(1.4826 * d[n / 2] / Math.sqrt(6), Math.max(6e-8 * peak, Double.MIN_NORMAL));
	}

	/**
	 * By what factor the noise of a mean of neighbours is above {@link #noise} over the square root of their number, because
	 * interpolation makes neighbours share noise: 1 for white noise. From second differences over one to {@value #APART} positions,
	 * whose variances are 6 - 8 r(d) + 2 r(2 d) of that of a value with the correlations r, none beyond.
	 */
	private static double shared(final double[][] values, final double noise) {
		if (values[0].length < 4 * APART) return 1;
		final double[] squares = new double[APART + 1];
		for (int d = 1; d <= APART; d++)
			squares[d] = secondDifferences(values, d);
		final double variance = squares[APART] / 6;
		final double[] r = new double[2 * APART + 1];
		double sum = 0;
		for (int d = APART - 1; d > 0; d--) {
			r[d] = (6 + 2 * r[2 * d] - squares[d] / variance) / 8;
			sum += r[d];
		}
		final double factor = Math.sqrt(variance * Math.max(0, 1 + 2 * sum)) / noise;
		return factor > WHITE ? factor : 1;
	}

	/** Variance of those over a distance in positions, robustly. */
	private static double secondDifferences(final double[][] values, final int distance) {
		final int rows = values[0].length;
		final double[] d = new double[values.length * (rows - 2 * distance)];
		int n = 0;
		for (final double[] column : values)
			for (int z = distance; z < rows - distance; z++)
				d[n++] = Math.abs(column[z - distance] - 2 * column[z] + column[z + distance]);
		Arrays.sort(d);
		return Math.pow(1.4826 * d[n / 2], 2);
	}

	/** Positions further apart than this share no noise. */
	private static final int APART = 4;
	/** Factors up to this come from white noise too, in a dozen columns. */
	private static final double WHITE = 1.25;

	/** Largest absolute value. */
	double peak() {
		double m = 0;
		for (final double[] column : values)
			for (final double v : column)
				m = Math.max(m, Math.abs(v));
		return m;
	}

	int rows() {
		return positions.length;
	}

	double length() {
		return positions[positions.length - 1] - positions[0];
	}

	/** Mid-times of the lags a column spans. */
	double[] lagTimes(final int index) {
		final int column = columns[index];
		final int n = intervals.steps(column);
		final double[] t = new double[n];
		final double width = (intervals.end(column) - intervals.begin(column)) / n;
		for (int i = 0; i < n; i++)
			t[i] = n == 1 ? seconds[index] : intervals.begin(column) + (i + 0.5) * width;
		return t;
	}

	/** Columns less their medians, averaged over a box along the line, in units of what white noise makes of that. */
	double[][] smoothedSignal(final double boxMicrometres) {
		return smoothedSignal(boxMicrometres, 1);
	}

	/**
	 * The same in units of the noise that neighbours of a rate share, too: what is fine in an intensity, the image of a
	 * comet, does not add up in it as noise does, and would be taken for such.
	 */
	double[][] smoothedRates(final double boxMicrometres) {
		return smoothedSignal(boxMicrometres, shared(values, noise));
	}

	private double[][] smoothedSignal(final double boxMicrometres, final double factor) {
		final int half = Math.max(1, (int) Math.round(boxMicrometres / step / 2));
		final double unit = factor * noise / Math.sqrt(2 * half + 1);
		final double[][] s = new double[values.length][rows()];
		for (int c = 0; c < values.length; c++) {
			final double median = median(c);
			final double[] mean = boxMean(values[c], half);
			for (int z = 0; z < rows(); z++)
				s[c][z] = (mean[z] - median) / unit;
		}
		return s;
	}

	double median(final int index) {
		final double[] sorted = values[index].clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/** Mean over up to {@code half} neighbours to either side; fewer at the ends. */
	static double[] boxMean(final double[] column, final int half) {
		final double[] sums = new double[column.length + 1];
		for (int i = 0; i < column.length; i++)
			sums[i + 1] = sums[i] + column[i];
		final double[] mean = new double[column.length];
		for (int i = 0; i < column.length; i++) {
			final int a = Math.max(0, i - half);
			final int b = Math.min(column.length, i + half + 1);
			mean[i] = (sums[b] - sums[a]) / (b - a);
		}
		return mean;
	}
}
