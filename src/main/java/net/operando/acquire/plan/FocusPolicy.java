package net.operando.acquire.plan;

/** What the focus lock does, and what its loss means. Immutable, JSON by field. */
public final class FocusPolicy extends PlanPart {

	/** What to do when focus is lost. */
	public enum OnLoss {
		/** Go on recording; the journal says which frames were out of focus. */
		CONTINUE,
		/** Pause, lock again, go on as a new segment; stop if that fails. */
		PAUSE,
		/** End the recording. */
		STOP
	}

	private boolean use = true;
	private boolean required;
	private OnLoss onLoss = OnLoss.PAUSE;
	private double lockTimeoutSeconds = 20;

	private FocusPolicy() {}

	/** Used where there is one; on loss the recording pauses and locks again. */
	public static FocusPolicy defaults() {
		return new FocusPolicy();
	}

	/** @param isUsed whether it is engaged; @param isRequired whether the recording is refused without one */
	public FocusPolicy withUse(final boolean isUsed, final boolean isRequired) {
		final FocusPolicy f = copy();
		f.use = isUsed;
		f.required = isRequired;
		return f;
	}

	public FocusPolicy withOnLoss(final OnLoss whatThen) {
		final FocusPolicy f = copy();
		f.onLoss = whatThen;
		return f;
	}

	public FocusPolicy withLockTimeoutSeconds(final double seconds) {
		final FocusPolicy f = copy();
		f.lockTimeoutSeconds = seconds;
		return f;
	}

	public boolean isUsed() {
		return use;
	}

	public boolean isRequired() {
		return required;
	}

	public OnLoss onLoss() {
		return onLoss;
	}

	public double lockTimeoutSeconds() {
		return lockTimeoutSeconds;
	}
}
