package net.operando.model.titration;

/**
 * A step of flux seen against the square root of time: {@code D/l^2 = (4/pi) (V/(A l))^2 (r dE/dx)^2 / (dE/dsqrt t)^2}.
 * For a sphere sqrt(t) is replaced by its own short-time response, which depends a little on D, so the two are found
 * together. Immutable.
 */
final class RootTimeFit {

	/** D/l^2 in 1/s. */
	final double perSecond;
	final RootTimeLine line;
	final double[] rootTime;

	private RootTimeFit(final double perSecond, final RootTimeLine line, final double[] rootTime) {
		this.perSecond = perSecond;
		this.line = line;
		this.rootTime = rootTime;
	}

	/**
	 * @param after times in s after the step
	 * @param voltsPerSecond |r dE/dx|
	 */
	static RootTimeFit of(final double[] after, final double[] volts, final ParticleShape shape, final Weighting weighting,
		final double voltsPerSecond)
	{
		double perSecond = 0;
		for (int pass = 0;; pass++) {
			final double[] u = new double[after.length];
			for (int i = 0; i < u.length; i++)
				u[i] = shape.rootTime(after[i], perSecond);
			final RootTimeLine line = RootTimeLine.of(u, volts, weighting);
			final double ratio = shape.volumePerSurface() * voltsPerSecond / line.slope;
			final double next = 4 / Math.PI * ratio * ratio;
			final boolean done = shape == ParticleShape.SLAB || pass == 50 || Math.abs(next - perSecond) <= 1e-12 * next ||
				!(next > 0 && next * after[after.length - 1] < 1);
			if (done) return new RootTimeFit(next, line, u);
			perSecond = next;
		}
	}

	/** The fitted line at the window's times, with a drift in V/s added again. */
	double[] curve(final double[] after, final double drift) {
		final double[] v = new double[rootTime.length];
		for (int i = 0; i < v.length; i++)
			v[i] = line.intercept + line.slope * rootTime[i] + drift * after[i];
		return v;
	}
}
