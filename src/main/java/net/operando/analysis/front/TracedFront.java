package net.operando.analysis.front;

import java.util.List;

import net.operando.base.quantity.Estimate;

/** A front with its line before it gets its number, and what is needed to state where lines cross. Lengths in um. Immutable. */
final class TracedFront {

	static final String MEETING = "crossing of the fitted lines";

	final PilotFront pilot;
	final FrontOrigin origin;
	final List<FrontPoint> points;
	final Estimate metresPerSecond;
	final String window;
	final String flag;
	final double meanSeconds;
	final double meanPosition;
	final double speed;
	final JointFit fit;
	final double[] positionGradient;
	final double[] speedGradient;
	final double errorFactor;

	TracedFront(final PilotFront pilot, final FrontOrigin origin, final List<FrontPoint> points,
		final Estimate metresPerSecond, final String window, final String flag, final double meanSeconds,
		final double meanPosition, final double speed, final JointFit fit, final double[] positionGradient,
		final double[] speedGradient, final double errorFactor)
	{
		this.pilot = pilot;
		this.origin = origin;
		this.points = points;
		this.metresPerSecond = metresPerSecond;
		this.window = window;
		this.flag = flag;
		this.meanSeconds = meanSeconds;
		this.meanPosition = meanPosition;
		this.speed = speed;
		this.fit = fit;
		this.positionGradient = positionGradient;
		this.speedGradient = speedGradient;
		this.errorFactor = errorFactor;
	}

	/** One that is seen but has no velocity. */
	static TracedFront without(final PilotFront pilot, final FrontOrigin origin, final List<FrontPoint> points,
		final int n, final FrontCriterion criterion, final String window, final String flag)
	{
		return new TracedFront(pilot, origin, points, Estimate.none(n, criterion.key()), window, flag, Double.NaN, Double.NaN,
			Double.NaN, null, null, null, 1);
	}

	/** The same with positions and velocity read otherwise; the line, by which it meets others, stays. */
	TracedFront read(final List<FrontPoint> otherPoints, final Estimate velocity, final String otherWindow,
		final String otherFlag)
	{
		return new TracedFront(pilot, origin, otherPoints, velocity, otherWindow, otherFlag, meanSeconds, meanPosition, speed, fit,
			positionGradient, speedGradient, errorFactor);
	}

	/** Whether the front is brighter than what it moves into, which of an edge means the bright side is behind it. */
	FrontPolarity polarity(final boolean edge) {
		return pilot.sign * (edge ? pilot.direction() : 1) > 0 ? FrontPolarity.BRIGHT : FrontPolarity.DARK;
	}

	boolean hasLine() {
		return !Double.isNaN(speed);
	}

	double at(final double seconds) {
		return meanPosition + speed * (seconds - meanSeconds);
	}

	/** Derivative of the line's position at a time with respect to the parameters of the fit. */
	double[] gradientAt(final double seconds) {
		final double[] g = positionGradient.clone();
		for (int i = 0; i < g.length; i++)
			g[i] += (seconds - meanSeconds) * speedGradient[i];
		return g;
	}

	/**
	 * Where two lines cross, less what smoothing the profiles moves them (both ahead, by the same sign, so that it cancels in
	 * no meeting time; it hardly matters to a speed), with the error that the covariance of the fit (or fits) gives; no
	 * error where the lines have none.
	 *
	 * @return null if they run apart or cross outside the positions given
	 */
	static MeetingPoint meeting(final TracedFront a, final int idA, final TracedFront b, final int idB, final double low,
		final double high)
	{
		if (!a.hasLine() || !b.hasLine() || !(a.speed > 0) || !(b.speed < 0)) return null;
		final double closing = a.speed - b.speed;
		double t = a.meanSeconds + (b.at(a.meanSeconds) - a.meanPosition) / closing;
		double z = a.at(t);
		if (z < low || z > high || t < a.points.get(0).timeSeconds() || t < b.points.get(0).timeSeconds()) return null;
		double timeError = Double.NaN;
		double positionError = Double.NaN;
		if (a.fit != null && b.fit != null) {
			final double[] ga = a.gradientAt(t);
			final double[] gb = b.gradientAt(t);
			final double[] fa = a.fit.freed(ga);
			final double[] fb = b.fit.freed(gb);
			final double freedA = a.fit.change(fa, ga);
			final double freedB = b.fit.change(fb, gb);
			t += (freedB - freedA) / closing;
			z += freedA + a.speed * (freedB - freedA) / closing;
			final double va = a.fit.samplingCovariance(fa, fa) * a.errorFactor * a.errorFactor;
			final double vb = b.fit.samplingCovariance(fb, fb) * b.errorFactor * b.errorFactor;
			final double cov = a.fit == b.fit ? a.fit.samplingCovariance(fa, fb) * a.errorFactor * b.errorFactor : 0;
			timeError = Math.sqrt(va + vb - 2 * cov) / closing;
			final double wa = -b.speed / closing;
			final double wb = a.speed / closing;
			positionError = Math.sqrt(wa * wa * va + wb * wb * vb + 2 * wa * wb * cov);
		}
		return new MeetingPoint(idA, idB, Estimate.normal(t, timeError, 2, MEETING), Estimate.normal(z,
			positionError, 2, MEETING).times(1e-6));
	}
}
