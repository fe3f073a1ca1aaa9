package net.operando.analysis.differential;

/**
 * How the change between two intensities I1 (earlier) and I2 (later) is made relative. All forms agree to first order in
 * the change and depend on the ratio r = I2 / I1 alone. The denominator is always a recorded intensity.
 */
public enum DifferentialForm {

	/** (I2 - I1) / I1: the form of the paper. A rise and the equal fall after it do not cancel. */
	FRACTIONAL {

		@Override
		public double change(final double first, final double second) {
			return (second - first) / first;
		}

		@Override
		public double slope(final double ratio) {
			return 1;
		}

		@Override
		public double denominator(final double first, final double second) {
			return first;
		}
	},
	/** 2 (I2 - I1) / (I1 + I2): odd under exchange of the two. */
	SYMMETRIC {

		@Override
		public double change(final double first, final double second) {
			return 2 * (second - first) / (first + second);
		}

		@Override
		public double slope(final double ratio) {
			return 4 / ((1 + ratio) * (1 + ratio));
		}

		@Override
		public double denominator(final double first, final double second) {
			return 0.5 * (first + second);
		}
	},
	/** ln(I2 / I1): changes of successive intervals add up. */
	LOG_RATIO {

		@Override
		public double change(final double first, final double second) {
			return Math.log(second / first);
		}

		@Override
		public double slope(final double ratio) {
			return 1 / ratio;
		}

		@Override
		public double denominator(final double first, final double second) {
			return Math.min(first, second);
		}
	};

	/** The relative change, without unit. */
	public abstract double change(double first, double second);

	/** Derivative of the change with respect to the ratio I2 / I1, for the propagation of errors. */
	public abstract double slope(double ratio);

	/** The intensity that must not be below the floor. */
	public abstract double denominator(double first, double second);

	/**
	 * The rate of change in 1/s; NaN if the denominator is below the floor or not above 0.
	 *
	 * @param seconds time from the first to the second, above 0
	 */
	public final double rate(final double first, final double second, final double seconds, final double floor) {
		final double denominator = denominator(first, second);
		return denominator >= floor && denominator > 0 ? change(first, second) / seconds : Double.NaN;
	}
}
