package net.operando.analysis.front;

import net.operando.base.quantity.Estimate;

/** Where and when the lines fitted to two fronts cross. Immutable. */
public final class MeetingPoint {

	private final int firstId;
	private final int secondId;
	private final Estimate timeSeconds;
	private final Estimate positionMetres;

	MeetingPoint(final int firstId, final int secondId, final Estimate timeSeconds, final Estimate positionMetres) {
		this.firstId = firstId;
		this.secondId = secondId;
		this.timeSeconds = timeSeconds;
		this.positionMetres = positionMetres;
	}

	/**
	 * Where the lines of two fronts cross that were not fitted together: the lines of their fits, each with its own covariance; or, of
	 * fronts without, lines with their velocities through the middle of their points, without an error.
	 *
	 * @return null if the first does not move towards the second from below, or they cross outside the line or before they are seen
	 */
	static MeetingPoint ofLines(final FrontVelocity a, final FrontVelocity b, final double lastMetres) {
		if (a.criterion() == FrontCriterion.ARRIVAL || !(a.velocity().value() > 0) || !(b.velocity().value() < 0)) return null;
		if (a.line() != null && b.line() != null) return ofFits(a, b, lastMetres);
		final double[] lineA = a.middle();
		final double[] lineB = b.middle();
		final double v = a.velocity().value();
		final double w = b.velocity().value();
		final double t = (lineB[1] - w * lineB[0] - lineA[1] + v * lineA[0]) / (v - w);
		final double z = lineA[1] + v * (t - lineA[0]);
		if (!(z >= 0 && z <= lastMetres) || t < a.firstSeconds() || t < b.firstSeconds()) return null;
		return new MeetingPoint(a.id(), b.id(), Estimate.normal(t, Double.NaN, 2, TracedFront.MEETING), Estimate.normal(z, Double.NaN,
			2, TracedFront.MEETING));
	}

	/**
	 * As {@link TracedFront#meeting} has it. The drawn one was fitted together with what the other was then, which says how far their
	 * errors go together; they are independent where it was not.
	 */
	private static MeetingPoint ofFits(final FrontVelocity a, final FrontVelocity b, final double lastMetres) {
		final FrontLine p = a.line();
		final FrontLine q = b.line();
		final double closing = p.speed() - q.speed();
		final double crossing = (q.at(0) - p.at(0)) / closing;
		if (!(p.speed() > 0) || !(q.speed() < 0) || !(p.at(crossing) >= 0 && p.at(crossing) <= lastMetres * 1e6) || crossing < a.firstSeconds() || crossing < b
			.firstSeconds()) return null;
		final double apart = q.freedAt(crossing) - p.freedAt(crossing);
		final double t = crossing + apart / closing;
		final double z = p.at(crossing) + p.freedAt(crossing) + p.speed() * apart / closing;
		final double va = p.varianceAt(crossing);
		final double vb = q.varianceAt(crossing);
		final double first = p.correlationAt(b.id(), crossing);
		final double either = Double.isNaN(first) ? q.correlationAt(a.id(), crossing) : first;
		final double cov = Double.isNaN(either) ? 0 : either * Math.sqrt(va * vb);
		final double wa = -q.speed() / closing;
		final double wb = p.speed() / closing;
		return new MeetingPoint(a.id(), b.id(), Estimate.normal(t, Math.sqrt(va + vb - 2 * cov) / closing, 2, TracedFront.MEETING), Estimate
			.normal(z, Math.sqrt(wa * wa * va + wb * wb * vb + 2 * wa * wb * cov), 2, TracedFront.MEETING).times(1e-6));
	}

	/** Id of the front that moves towards larger positions. */
	public int firstId() {
		return firstId;
	}

	/** Id of the other one. */
	public int secondId() {
		return secondId;
	}

	/** Time of the crossing, in s. */
	public Estimate timeSeconds() {
		return timeSeconds;
	}

	/** Position of the crossing, in m from the start of the line. */
	public Estimate positionMetres() {
		return positionMetres;
	}
}
