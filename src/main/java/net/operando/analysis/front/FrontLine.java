package net.operando.analysis.front;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
	/** The lines of other fronts in the same fit by their numbers, each with what is shared. */
	private final Map<Integer, Shared> shared = new HashMap<>();

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

	/**
	 * The line of a front that was drawn and fitted together with some that were known.
	 *
	 * @param together all fronts of that fit; the score of one known is its number, negative
	 */
	static FrontLine of(final TracedFront front, final List<TracedFront> together) {
		final FrontLine line = of(front);
		if (line == null) return null;
		for (final TracedFront other : together)
			if (other.pilot.score < 0 && other.hasLine() && other.fit == front.fit) line.shared.put((int) -other.pilot.score, new Shared(front,
				other));
		return line;
	}

	/**
	 * How much the errors of this front's position and of another's at a time go together: they were fitted to the same columns.
	 *
	 * @param number of the other front
	 * @return NaN if they were not fitted together
	 */
	double correlationAt(final int number, final double seconds) {
		final Shared with = shared.get(number);
		if (with == null) return Double.NaN;
		return with.covarianceAt(seconds) / Math.sqrt(varianceAt(seconds) * with.other.varianceAt(seconds));
	}

	/** What a front shares with another one of the same fit. Immutable. */
	private static final class Shared {

		private final FrontLine other;
		private final double meanSeconds;
		private final double[][] covariance = new double[2][2];

		private Shared(final TracedFront front, final TracedFront with) {
			other = new FrontLine(with);
			meanSeconds = front.meanSeconds;
			final double[][] a = { front.fit.freed(front.positionGradient), front.fit.freed(front.speedGradient) };
			final double[][] b = { with.fit.freed(with.positionGradient), with.fit.freed(with.speedGradient) };
			for (int i = 0; i < 2; i++)
				for (int j = 0; j < 2; j++)
					covariance[i][j] = front.errorFactor * with.errorFactor * front.fit.samplingCovariance(a[i], b[j]);
		}

		private double covarianceAt(final double seconds) {
			final double t = seconds - meanSeconds;
			final double u = seconds - other.meanSeconds;
			return covariance[0][0] + t * covariance[1][0] + u * covariance[0][1] + t * u * covariance[1][1];
		}
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
