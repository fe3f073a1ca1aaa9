package net.operando.figure.draw;

import java.util.Arrays;

import net.operando.base.quantity.TimeAxis;

/**
 * When each column of a kymograph begins and ends. A column reaches half way to its neighbours; across a pause (an
 * interval more than 1.5 times the median of those around it) it reaches only half a usual interval, and what is left
 * is a gap. Immutable.
 */
public final class ColumnEdges {

	/** Longer than this many usual intervals is a pause, as in binning. */
	private static final double GAP_FACTOR = 1.5;
	/** Intervals to either side that say what is usual. */
	private static final int AROUND = 4;

	private final double[] centres;
	private final double[] starts;
	private final double[] ends;

	private ColumnEdges(final double[] centres, final double[] starts, final double[] ends) {
		this.centres = centres;
		this.starts = starts;
		this.ends = ends;
	}

	/**
	 * @param times the columns' times
	 * @param aloneSeconds how wide the only column of a kymograph is
	 */
	public static ColumnEdges of(final TimeAxis times, final double aloneSeconds) {
		final double[] t = times.toArray();
		final int n = t.length;
		final double[] starts = new double[n];
		final double[] ends = new double[n];
		for (int i = 0; i < n; i++) {
			final double usual = n == 1 ? aloneSeconds : usualInterval(t, i);
			final double before = i == 0 ? usual : t[i] - t[i - 1];
			final double after = i == n - 1 ? usual : t[i + 1] - t[i];
			starts[i] = t[i] - 0.5 * (before > GAP_FACTOR * usual ? usual : before);
			ends[i] = t[i] + 0.5 * (after > GAP_FACTOR * usual ? usual : after);
		}
		return new ColumnEdges(t, starts, ends);
	}

	/** Median of the intervals around a frame; of an even number the smaller one, since a pause is never usual. */
	private static double usualInterval(final double[] t, final int i) {
		final int first = Math.max(0, i - AROUND);
		final int last = Math.min(t.length - 1, i + AROUND);
		final double[] d = new double[last - first];
		for (int k = 0; k < d.length; k++)
			d[k] = t[first + k + 1] - t[first + k];
		Arrays.sort(d);
		return d[(d.length - 1) / 2];
	}

	public double start(final int column) {
		return starts[column];
	}

	public double centre(final int column) {
		return centres[column];
	}

	public double end(final int column) {
		return ends[column];
	}

	/** When the first column begins. */
	public double first() {
		return starts[0];
	}

	/** When the last column ends. */
	public double last() {
		return ends[ends.length - 1];
	}

	/** The column that covers a time; -1 in a gap and outside. */
	public int at(final double timeSeconds) {
		final int i = Arrays.binarySearch(starts, timeSeconds);
		final int column = i >= 0 ? i : -i - 2;
		return column >= 0 && timeSeconds < ends[column] ? column : -1;
	}

	/** Index of the first column whose time is not before the given one. */
	public int firstCentreAtOrAfter(final double timeSeconds) {
		final int i = Arrays.binarySearch(centres, timeSeconds);
		return i >= 0 ? i : -i - 1;
	}
}
