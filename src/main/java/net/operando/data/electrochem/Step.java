package net.operando.data.electrochem;

/** One step of a recording: samples of one segment during which the instrument did one thing. Immutable. */
public final class Step {

	private final StepKind kind;
	private final int segment;
	private final int firstSample;
	private final int endSample;
	private final double startSeconds;
	private final double endSeconds;
	private final double meanCurrentAmperes;

	Step(final StepKind kind, final int segment, final int firstSample, final int endSample, final double startSeconds,
		final double endSeconds, final double meanCurrentAmperes)
	{
		this.kind = kind;
		this.segment = segment;
		this.firstSample = firstSample;
		this.endSample = endSample;
		this.startSeconds = startSeconds;
		this.endSeconds = endSeconds;
		this.meanCurrentAmperes = meanCurrentAmperes;
	}

	public StepKind kind() {
		return kind;
	}

	/** Index of the segment it lies in. */
	public int segment() {
		return segment;
	}

	/** Index of its first sample. */
	public int firstSample() {
		return firstSample;
	}

	/** Index after its last sample. */
	public int endSample() {
		return endSample;
	}

	/** When it begins, in s on the recording's clock: the last sample of the step before it, or the segment's start. */
	public double startSeconds() {
		return startSeconds;
	}

	/** Time of its last sample in s. */
	public double endSeconds() {
		return endSeconds;
	}

	/** Mean over time of the current in A, sign as in the files. */
	public double meanCurrentAmperes() {
		return meanCurrentAmperes;
	}

	@Override
	public String toString() {
		return kind.label() + " " + startSeconds + " to " + endSeconds + " s, " + meanCurrentAmperes + " A";
	}
}
