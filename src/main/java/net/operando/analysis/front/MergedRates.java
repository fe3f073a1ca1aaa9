package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rates averaged over columns that follow each other without a gap: of columns that share frames, the mean is the rate over
 * all their lags, with that much less noise. Lengths in um, times in s. Immutable.
 */
final class MergedRates {

	final int merged;
	final double[][] values;
	final double[] seconds;
	/** Standard deviation of a single value. */
	final double noise;
	/** Whether a column is less even along the line than columns are. */
	final boolean[] uneven;

	private MergedRates(final int merged, final double[][] values, final double[] seconds, final double noise,
		final boolean[] uneven)
	{
		this.merged = merged;
		this.values = values;
		this.seconds = seconds;
		this.noise = noise;
		this.uneven = uneven;
	}

	/** @param jumped times the usual unevenness beyond which a column is told to be uneven */
	static MergedRates of(final RateGrid grid, final int merged, final double jumped) {
		final List<double[]> values = new ArrayList<>();
		final List<Double> seconds = new ArrayList<>();
		final double interval = interval(grid);
		for (int c = 0; c + merged <= grid.columns.length; c += merged) {
			final double span = grid.seconds[c + merged - 1] - grid.seconds[c];
			if (span > 1.5 * merged * interval) continue;
			final double[] mean = new double[grid.rows()];
			double t = 0;
			for (int i = c; i < c + merged; i++) {
				t += grid.seconds[i] / merged;
				for (int z = 0; z < mean.length; z++)
					mean[z] += grid.values[i][z] / merged;
			}
			values.add(mean);
			seconds.add(t);
		}
		final double[][] v = values.toArray(new double[0][]);
		return new MergedRates(merged, v, seconds.stream().mapToDouble(Double::doubleValue).toArray(), noise(v), uneven(v, jumped));
	}

	private static double interval(final RateGrid grid) {
		final double[] d = new double[grid.seconds.length - 1];
		for (int i = 0; i < d.length; i++)
			d[i] = grid.seconds[i + 1] - grid.seconds[i];
		Arrays.sort(d);
		return d[d.length / 2];
	}

	/**
	 * From differences of positions too far apart to share noise by interpolation, less what the smooth profile does to them,
	 * by third differences; robustly.
	 */
	private static double noise(final double[][] values) {
		final List<Double> d = new ArrayList<>();
		for (final double[] v : values)
			for (int z = 0; z + 3 * APART < v.length; z++)
				d.add(Math.abs(v[z] - 3 * v[z + APART] + 3 * v[z + 2 * APART] - v[z + 3 * APART]));
		d.sort(null);
		return d.isEmpty() ? Double.POSITIVE_INFINITY : 1.4826 * d.get(d.size() / 2) / Math.sqrt(20);
	}

	private static boolean[] uneven(final double[][] values, final double jumped) {
		final double[] rough = new double[values.length];
		for (int c = 0; c < rough.length; c++) {
			final double[] v = values[c];
			final double[] smooth = RateGrid.boxMean(v, Math.max(2, v.length / 20));
			for (int z = 0; z < v.length; z++)
				rough[c] += (v[z] - smooth[z]) * (v[z] - smooth[z]) / v.length;
			rough[c] = Math.sqrt(rough[c]);
		}
		final double[] sorted = rough.clone();
		Arrays.sort(sorted);
		final boolean[] uneven = new boolean[rough.length];
		for (int c = 0; c < rough.length; c++)
			uneven[c] = rough[c] > jumped * sorted[sorted.length / 2];
		return uneven;
	}

	/** Positions so far apart share no noise. */
	private static final int APART = 3;
}
