package net.operando.analysis.crack;

/**
 * The Gaussian second derivative of a profile, negative and in units of its own width, over the mean of the profile around:
 * positive on a dark line, blind to constants and slopes. Immutable and thread-safe.
 */
final class LineFilter {

	private static final double REACH = 3.5;
	/** The mean around is over a Gaussian that much wider. */
	private static final double WIDER = 4;

	private final double[] line;
	private final double[] around;

	private LineFilter(final double[] line, final double[] around) {
		this.line = line;
		this.around = around;
	}

	/** @param sigma width of the Gaussian in px */
	static LineFilter of(final double sigma) {
		return new LineFilter(kernel(sigma, 0), gaussian(WIDER * sigma));
	}

	/**
	 * The kernel about a point that is not on a pixel.
	 *
	 * @param offset of the point from the middle pixel, in px
	 * @return an odd number of weights; their sum is 0
	 */
	static double[] kernel(final double sigma, final double offset) {
		final int reach = (int) Math.ceil(REACH * sigma) + 1;
		final double[] k = new double[2 * reach + 1];
		double sum = 0;
		double norm = 0;
		for (int i = -reach; i <= reach; i++) {
			final double q = (i - offset) / sigma;
			final double g = Math.exp(-0.5 * q * q);
			k[i + reach] = (1 - q * q) * g;
			sum += k[i + reach];
			norm += g;
		}
		// the discrete sum is not quite 0: what is left is spread under the bell, and the line is counted as dark
		for (int i = -reach; i <= reach; i++) {
			final double q = (i - offset) / sigma;
			k[i + reach] = -(k[i + reach] - sum / norm * Math.exp(-0.5 * q * q)) / norm;
		}
		return k;
	}

	private static double[] gaussian(final double sigma) {
		final int reach = (int) Math.ceil(2.5 * sigma);
		final double[] k = new double[2 * reach + 1];
		double sum = 0;
		for (int i = -reach; i <= reach; i++)
			sum += k[i + reach] = Math.exp(-0.5 * i * i / (sigma * sigma));
		for (int i = 0; i < k.length; i++)
			k[i] /= sum;
		return k;
	}

	/** The response at every pixel of a profile; NaN where the line's kernel leaves it or meets a NaN. */
	double[] response(final double[] profile) {
		final double[] r = new double[profile.length];
		final int reach = line.length / 2;
		for (int i = 0; i < r.length; i++) {
			if (i < reach || i >= r.length - reach) {
				r[i] = Double.NaN;
				continue;
			}
			double sum = 0;
			for (int k = 0; k < line.length; k++)
				sum += line[k] * profile[i + k - reach];
			r[i] = sum / mean(profile, i);
		}
		return r;
	}

	private double mean(final double[] profile, final int at) {
		final int reach = around.length / 2;
		double sum = 0;
		double weight = 0;
		for (int k = Math.max(-reach, -at); k <= reach && at + k < profile.length; k++) {
			final double v = profile[at + k];
			if (Double.isNaN(v)) continue;
			sum += around[k + reach] * v;
			weight += around[k + reach];
		}
		return sum > 0 ? sum / weight : Double.NaN;
	}
}
