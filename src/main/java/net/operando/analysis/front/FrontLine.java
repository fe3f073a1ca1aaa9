package net.operando.analysis.front;

/**
 * The straight line of a front as its fit gives it, with its covariance over draws of the noise, and by how much the fit's priors
 * have moved it: what is left of a fit once it is done. Lengths in um, times in s. Immutable.
 */
final class FrontLine {

	private final double meanSeconds;
	private final double position;
	private final double speed;
	private final double freedPosition;
	private final double freedSpeed;
	private final double positionVariance;
	private final double speedVariance;
	private final double covariance;

	private FrontLine(final TracedFront front) {
		meanSeconds = front.meanSeconds;
		position = front.meanPosition;
		speed = front.speed;
		final JointFit fit = front.fit;
		// every step is linear in the gradient, and the gradient in time
		final double[] p = fit.freed(front.positionGradient);
		final double[] v = fit.freed(front.speedGradient);
		freedPosition = fit.change(p, front.positionGradient);
		freedSpeed = fit.change(v, front.speedGradient);
		final double factor = front.errorFactor * front.errorFactor;
		positionVariance = factor * fit.samplingCovariance(p, p);
		speedVariance = factor * fit.samplingCovariance(v, v);
		covariance = factor * fit.samplingCovariance(p, v);
	}

	/** The line of a front that was fitted together with others; null if there is no covariance of it. */
	static FrontLine of(final TracedFront front) {
		return front.hasLine() && front.fit != null ? new FrontLine(front) : null;
	}

	double speed() {
		return speed;
	}

	double at(final double seconds) {
		return position + speed * (seconds - meanSeconds);
	}

	/** What the priors have moved the position at a time by, to be added. */
	double freedAt(final double seconds) {
		return freedPosition + freedSpeed * (seconds - meanSeconds);
	}

	/** Variance of the position at a time, in um2. */
	double varianceAt(final double seconds) {
		final double t = seconds - meanSeconds;
		return positionVariance + 2 * t * covariance + t * t * speedVariance;
	}
}
