package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;

/** All that was found about fronts in one kymograph. Immutable. */
public final class FrontAnalysis {

	private final List<FrontVelocity> fronts;
	private final List<MeetingPoint> meetings;
	private final double homogeneousSeconds;
	private final String homogeneousDefinition;
	private final List<String> warnings;

	FrontAnalysis(final List<FrontVelocity> fronts, final List<MeetingPoint> meetings, final double homogeneousSeconds,
		final String homogeneousDefinition, final List<String> warnings)
	{
		this.fronts = List.copyOf(fronts);
		this.meetings = List.copyOf(meetings);
		this.homogeneousSeconds = homogeneousSeconds;
		this.homogeneousDefinition = homogeneousDefinition;
		this.warnings = List.copyOf(warnings);
	}

	/**
	 * The analysis with other fronts, such as fewer of them or some refitted. Meetings of fronts that both stay are kept; those of
	 * others are where their lines cross, with the error that the fits of both give; fronts read column by column have no covariance, and
	 * their crossing has no error.
	 *
	 * @param lastMetres the far end of the line; fronts meet on it
	 */
	public FrontAnalysis withFronts(final List<FrontVelocity> others, final double lastMetres) {
		final List<MeetingPoint> kept = new ArrayList<>();
		for (final FrontVelocity a : others)
			for (final FrontVelocity b : others) {
				final boolean same = fronts.contains(a) && fronts.contains(b);
				final MeetingPoint m = same ? meeting(a.id(), b.id()) : MeetingPoint.ofLines(a, b, lastMetres);
				if (m != null) kept.add(m);
			}
		return new FrontAnalysis(others, kept, homogeneousSeconds, homogeneousDefinition, warnings);
	}

	private MeetingPoint meeting(final int first, final int second) {
		for (final MeetingPoint m : meetings)
			if (m.firstId() == first && m.secondId() == second) return m;
		return null;
	}

	/** The fronts, the clearest first; empty if there is none above the noise. */
	public List<FrontVelocity> fronts() {
		return fronts;
	}

	/** Where pairs of fronts that run towards each other meet. */
	public List<MeetingPoint> meetings() {
		return meetings;
	}

	/** Time in s after which the line is homogeneous; NaN if it never is, or if nothing ever was not. */
	public double homogeneousSeconds() {
		return homogeneousSeconds;
	}

	/** What "homogeneous" means in this result. */
	public String homogeneousDefinition() {
		return homogeneousDefinition;
	}

	/** Sentences to be shown with the result; those of the kymograph are among them. */
	public List<String> warnings() {
		return warnings;
	}
}
