package net.operando.analysis.linecut;

import net.operando.analysis.differential.DifferentialForm;

/**
 * The samples of one frame along a line: positions times width. Also the line straightened: row after row, each with its
 * samples along the normal. What {@link #mean(int)} and {@link #standardError(int)} say of a row is NaN if one of its
 * samples is, unless samples may be missing.
 */
public final class LineSamples {

	private final int rows;
	private final int width;
	private final SampleWeights weights;
	private final float[] values;
	private final double[] means;
	/** Of the samples of each row. */
	private final double[] variances;

	LineSamples(final int rows, final int width, final SampleWeights weights) {
		this.rows = rows;
		this.width = width;
		this.weights = weights;
		values = new float[rows * width];
		means = new double[rows];
		variances = new double[rows];
	}

	/** Number of positions along the line. */
	public int rows() {
		return rows;
	}

	/** Number of samples across the line. */
	public int width() {
		return width;
	}

	/** A sample, in the unit of the movie; NaN if outside the image. */
	public float value(final int row, final int across) {
		return values[row * width + across];
	}

	float[] values() {
		return values;
	}

	/** Takes a row's sums of differences from its first sample, and of their squares. */
	void set(final int row, final double first, final double sum, final double squares) {
		means[row] = first + sum / width;
		variances[row] = width < 2 ? Double.NaN : Math.max(0, squares - sum * sum / width) / (width - 1);
	}

	/** Mean of a row in double precision. */
	public double mean(final int row) {
		return means[row];
	}

	/**
	 * Standard error of a row's mean from the scatter across the width, with the correlation of interpolated samples taken
	 * into account. Structure across the width counts as scatter. NaN with fewer than two samples.
	 */
	public double standardError(final int row) {
		return Math.sqrt(variances[row] * weights.varianceFactor(row));
	}

	/** Makes the mean of each row, and its standard error, those of the samples that are not NaN. */
	LineSamples ignoringMissing() {
		for (int row = 0; row < rows; row++) {
			if (!Double.isNaN(means[row])) continue;
			double sum = 0;
			int n = 0;
			for (int s = row * width, end = s + width; s < end; s++)
				if (!Float.isNaN(values[s])) {
					sum += values[s];
					n++;
				}
			means[row] = n == 0 ? Double.NaN : sum / n;
			double squares = 0;
			for (int s = row * width, end = s + width; s < end; s++)
				if (!Float.isNaN(values[s])) squares += (values[s] - means[row]) * (values[s] - means[row]);
			variances[row] = n < 2 ? Double.NaN : squares / (n - 1);
		}
		return this;
	}

	/**
	 * The rate of change of a row's mean to a later frame and its standard error, both in 1/s, or two NaN. Structure that
	 * both frames share is no noise: with R the ratio of the means, the error is that of the ratio estimator (W. G.
	 * Cochran, Sampling Techniques, 3rd ed., section 6.4), from the scatter of I2 - R I1 across the width, with the
	 * correlation of interpolated samples, times the slope of the form at R.
	 *
	 * @param seconds time to the later frame, above 0
	 * @param floor denominators below it give NaN
	 * @param rate receives the rate and its standard error
	 */
	void rate(final int row, final LineSamples later, final double seconds, final DifferentialForm form,
		final double floor, final double[] rate)
	{
		double first = means[row];
		double second = later.means[row];
		int n = width;
		if (Double.isNaN(first) || Double.isNaN(second) || hasMissing(row) || later.hasMissing(row)) {
			// only samples that both frames have may be compared
			first = 0;
			second = 0;
			n = 0;
			for (int s = row * width, end = s + width; s < end; s++)
				if (!Float.isNaN(values[s]) && !Float.isNaN(later.values[s])) {
					first += values[s];
					second += later.values[s];
					n++;
				}
			first /= n;
			second /= n;
		}
		rate[0] = form.rate(first, second, seconds, floor);
		rate[1] = Double.NaN;
		if (Double.isNaN(rate[0]) || n < 2) return;
		final double ratio = second / first;
		double squares = 0;
		for (int s = row * width, end = s + width; s < end; s++) {
			final double residual = later.values[s] - ratio * values[s];
			if (residual == residual) squares += residual * residual;
		}
		final double factor = Math.max(weights.varianceFactor(row), later.weights.varianceFactor(row));
		rate[1] = form.slope(ratio) * Math.sqrt(squares / (n - 1) * factor) / (Math.abs(first) * seconds);
	}

	private boolean hasMissing(final int row) {
		for (int s = row * width, end = s + width; s < end; s++)
			if (Float.isNaN(values[s])) return true;
		return false;
	}
}
