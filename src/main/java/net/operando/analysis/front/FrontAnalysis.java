package net.operando.analysis.front;

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
