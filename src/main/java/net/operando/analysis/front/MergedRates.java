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

	private MergedRates(final int merged, final double[][] values, final double[] seconds, final double noise)
	{
		this.merged = merged;
		this.values = values;
		this.seconds = seconds;
		this.noise = noise;
	}

	/** @param uneven columns to leave out; a mean of less than half of its columns is left out itself */
	static MergedRates of(final RateGrid grid, final int merged, final boolean[] uneven) {
		final List<double[]> values = new ArrayList<>();
		final List<Double> seconds = new ArrayList<>();
		final double interval = interval(grid);
		for (int c = 0; c + merged <= grid.columns.length; c += merged) {
			final double span = grid.seconds[c + merged - 1] - grid.seconds[c];
			if (span > 1.5 * merged * interval) continue;
			final double[] mean = new double[grid.rows()];
			double t = 0;
			int n = 0;
			for (int i = c; i < c + merged; i++) {
				if (uneven[i]) continue;
				n++;
				t += grid.seconds[i];
				for (int z = 0; z < mean.length; z++)
					mean[z] += grid.values[i][z];
			}
			if (2 * n < merged || n == 0) continue;
			for (int z = 0; z < mean.length; z++)
				mean[z] /= n;
			t /= n;
			values.add(mean);
			seconds.add(t);
		}
		final double[][] v = values.toArray(new double[0][]);
		return new MergedRates(merged, v, seconds.stream().mapToDouble(Double::doubleValue).toArray(), noise(v));
	}

	/**
	 * Positions at which something moves that is not of the rod: the shadow of dust, which stays where it is when the stage
	 * jumps. There the rates, averaged over a stretch, change from column to column by more than twice what is usual along the line.
	 */
	static boolean[] dusty(final double[][] values, final boolean[] uneven, final int half) {
		final int rows = values[0].length;
		final double[] change = new double[rows];
		double[] before = null;
		double[] earlier = null;
		for (int c = 0; c < values.length; c++) {
			if (uneven[c]) continue;
			final double[] mean = RateGrid.boxMean(values[c], half);
			if (earlier != null) for (int z = 0; z < rows; z++) {
				final double d = mean[z] - 2 * before[z] + earlier[z];
				change[z] += d * d;
			}
			earlier = before;
			before = mean;
		}
		final double[] sorted = change.clone();
		Arrays.sort(sorted);
		final boolean[] dusty = new boolean[rows];
		for (int z = 0; z < rows; z++)
			if (change[z] > DUSTY * DUSTY * sorted[rows / 2]) for (int y = Math.max(0, z - half); y < Math.min(rows, z + half + 1); y++)
				dusty[y] = true;
		return dusty;
	}

	/** The same with a straight line over some positions; those at an end get the value next to them. */
	MergedRates bridged(final boolean[] over) {
		final double[][] bridged = new double[values.length][];
		for (int c = 0; c < bridged.length; c++) {
			bridged[c] = values[c].clone();
			int last = -1;
			for (int z = 0; z <= over.length; z++) {
				if (z < over.length && over[z]) continue;
				for (int y = last + 1; y < z; y++) {
					final double share = last < 0 ? 1 : z == over.length ? 0 : (y - last) / (double) (z - last);
					bridged[c][y] = (share < 1 ? (1 - share) * values[c][last] : 0) + (share > 0 ? share * values[c][z] : 0);
				}
				last = z;
			}
		}
		return new MergedRates(merged, bridged, seconds, noise);
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

	/** Whether a column is less even along the line, by so many times, than columns are: the stage or the lamp jumped. */
	static boolean[] uneven(final double[][] values, final double jumped) {
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

	/** Times the usual change between columns beyond which a position is not that of the rod alone. */
	private static final double DUSTY = 2;
	/** Positions so far apart share no noise. */
	private static final int APART = 3;
}
