package net.operando.analysis.front;

import java.util.Arrays;

import net.operando.data.kymograph.KymographQuantity;

/** When a line becomes homogeneous, and what that means for the data at hand. Immutable. */
final class Homogeneity {

	static final String UNKNOWN = "not determined";

	private final double seconds;
	private final String definition;

	private Homogeneity(final double seconds, final String definition) {
		this.seconds = seconds;
		this.definition = definition;
	}

	static Homogeneity of(final RateGrid grid, final KymographQuantity quantity, final boolean noiseFree) {
		if (!quantity.isRate()) return new Homogeneity(Double.NaN, UNKNOWN);
		if (noiseFree) return new Homogeneity(u20(grid),
			"u20: time after which no point is more than 20 % from the mean rate");
		return measured(grid);
	}

	private static double u20(final RateGrid grid) {
		double before = Double.NaN;
		for (int c = grid.seconds.length - 1; c >= 0; c--) {
			double mean = 0;
			for (final double v : grid.values[c])
				mean += v / grid.rows();
			double worst = 0;
			for (final double v : grid.values[c])
				worst = Math.max(worst, Math.abs(v - mean));
			final double excess = worst / Math.abs(mean) - 0.2;
			if (!(excess <= 0)) return c == grid.seconds.length - 1 ? Double.NaN : grid.seconds[c] + (grid.seconds[c + 1] -
				grid.seconds[c]) * (Double.isInfinite(excess) ? 1 : excess / (excess - before));
			before = excess;
		}
		return Double.NaN;
	}

	/** The smoothed deviation from the column's median, over a twentieth of the line and three columns. */
	private static Homogeneity measured(final RateGrid grid) {
		final double[][] s = grid.smoothedSignal(grid.length() / 20);
		final double[] worst = new double[s.length];
		for (int c = 0; c < s.length; c++) {
			final int a = Math.max(0, c - 1);
			final int b = Math.min(s.length - 1, c + 1);
			for (int z = 0; z < grid.rows(); z++) {
				double sum = 0;
				for (int e = a; e <= b; e++)
					sum += s[e][z];
				worst[c] = Math.max(worst[c], Math.abs(sum) / (b - a + 1));
			}
		}
		final double[] sorted = worst.clone();
		Arrays.sort(sorted);
		final double limit = Math.max(0.2 * sorted[sorted.length - 1], 4);
		final String text =
			"time after which the rate, averaged over 5 % of the line and 3 columns, is nowhere farther from the column's median than 20 % of its largest deviation or 4 standard errors of one column, whichever is more";
		for (int c = worst.length - 1; c >= 0; c--)
			if (worst[c] > limit) return new Homogeneity(c == worst.length - 1 ? Double.NaN : grid.seconds[c + 1], text);
		return new Homogeneity(Double.NaN, text);
	}

	double seconds() {
		return seconds;
	}

	String definition() {
		return definition;
	}
}
