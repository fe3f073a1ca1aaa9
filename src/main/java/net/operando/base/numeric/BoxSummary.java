package net.operando.base.numeric;

import java.util.Arrays;

import net.operando.base.InvalidInputException;

/**
 * What a box and whisker shows of a sample, with its mean. Quartiles are those of type 7 of R. J. Hyndman and Y. Fan, The
 * American Statistician 50 (1996) 361: linear between the sorted values, the lowest at 0 and the highest at 1. Whiskers end
 * at the outermost values no farther than 1.5 interquartile ranges from the box (J. W. Tukey, Exploratory Data Analysis,
 * 1977). In the unit of the values, in double precision. Immutable.
 */
public final class BoxSummary {

	private static final double REACH = 1.5;

	private final double[] sorted;
	private final double mean;
	private final double standardError;
	private final double whiskerLow;
	private final double whiskerHigh;

	private BoxSummary(final double[] sorted) {
		this.sorted = sorted;
		final int n = sorted.length;
		double sum = 0;
		for (final double v : sorted)
			sum += v;
		mean = sum / n;
		double squares = 0;
		for (final double v : sorted)
			squares += (v - mean) * (v - mean);
		standardError = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
		final double reach = REACH * (quartile(3) - quartile(1));
		int low = 0;
		int high = n - 1;
		while (sorted[low] < quartile(1) - reach)
			low++;
		while (sorted[high] > quartile(3) + reach)
			high--;
		// where few values lie far out, the innermost of them may lie inside of the box
		whiskerLow = Math.min(sorted[low], quartile(1));
		whiskerHigh = Math.max(sorted[high], quartile(3));
	}

	/**
	 * @param values in any order; copied
	 * @throws InvalidInputException if there is none or one is no number
	 */
	public static BoxSummary of(final double[] values) {
		if (values.length == 0) throw new InvalidInputException("There is no value to summarise: give at least one.");
		for (final double v : values)
			if (Double.isNaN(v) || Double.isInfinite(v)) throw new InvalidInputException("A value of " + v +
				" cannot be summarised: leave it out.");
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return new BoxSummary(sorted);
	}

	private double quartile(final int quarter) {
		final double at = quarter * (sorted.length - 1) / 4.0;
		final int i = (int) at;
		final double above = i + 1 < sorted.length ? sorted[i + 1] : sorted[i];
		return sorted[i] + (at - i) * (above - sorted[i]);
	}

	/** Number of values. */
	public int n() {
		return sorted.length;
	}

	/** The values, rising. */
	public double[] sorted() {
		return sorted.clone();
	}

	public double mean() {
		return mean;
	}

	/** Standard error of the mean, s/√n with n − 1 in s²; NaN for a single value, which has none. */
	public double standardError() {
		return standardError;
	}

	public double firstQuartile() {
		return quartile(1);
	}

	public double median() {
		return quartile(2);
	}

	public double thirdQuartile() {
		return quartile(3);
	}

	public double whiskerLow() {
		return whiskerLow;
	}

	public double whiskerHigh() {
		return whiskerHigh;
	}
}
