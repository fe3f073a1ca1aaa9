package net.operando.model.titration;

/** One stretch of constant current and the rests beside it, as sample indices of the recording. Immutable. */
public final class TitrationPulse {

	/** No rest there. */
	static final int NONE = -1;

	private final int number;
	private final int first;
	private final int end;
	private final double startSeconds;
	private final double endSeconds;
	private final double startX;
	private final double endX;
	private final int restBefore;
	private final int restEnd;

	/**
	 * @param first,end samples of the current
	 * @param restBefore first sample of the rest before it, which ends at {@code first}, or NONE
	 * @param restEnd index after the last sample of the rest after it, which begins at {@code end}, or NONE
	 */
	TitrationPulse(final int number, final int first, final int end, final double startSeconds, final double endSeconds,
		final double startX, final double endX, final int restBefore, final int restEnd)
	{
		this.number = number;
		this.first = first;
		this.end = end;
		this.startSeconds = startSeconds;
		this.endSeconds = endSeconds;
		this.startX = startX;
		this.endX = endX;
		this.restBefore = restBefore;
		this.restEnd = restEnd;
	}

	/** Counted from 1 in order of time. */
	public int number() {
		return number;
	}

	/** Index of its first sample under current. */
	public int firstSample() {
		return first;
	}

	/** Index after its last sample under current. */
	public int endSample() {
		return end;
	}

	/** When the current came on, s on the recording's clock. */
	public double startSeconds() {
		return startSeconds;
	}

	/** When the current went off. */
	public double endSeconds() {
		return endSeconds;
	}

	/** Mean x before. */
	public double startX() {
		return startX;
	}

	/** Mean x after. */
	public double endX() {
		return endX;
	}

	/** dx/dt in 1/s, positive for lithiation. */
	public double rate() {
		return (endX - startX) / durationSeconds();
	}

	public double durationSeconds() {
		return endSeconds - startSeconds;
	}

	/** Whether the cell rested right before. */
	public boolean hasRestBefore() {
		return restBefore != NONE;
	}

	/** Whether the cell rested right after. */
	public boolean hasRestAfter() {
		return restEnd != NONE;
	}

	/** Index of the first sample of the rest before. */
	public int restBefore() {
		return restBefore;
	}

	/** Index after the last sample of the rest after, which begins at {@link #endSample()}. */
	public int restEnd() {
		return restEnd;
	}
}
