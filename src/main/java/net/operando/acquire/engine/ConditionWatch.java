package net.operando.acquire.engine;

import net.operando.acquire.plan.Condition;

/** Whether a condition has been met for long enough, and when it became so. Used from the grabbing thread. */
final class ConditionWatch {

	private final Condition condition;
	private long since = Long.MIN_VALUE;
	private boolean met;

	ConditionWatch(final Condition condition) {
		this.condition = condition;
	}

	Condition condition() {
		return condition;
	}

	/** Forgets what was before. */
	void restart() {
		since = Long.MIN_VALUE;
		met = false;
	}

	/** Whether a value makes it true now, having been false at the look before. */
	boolean becomesTrue(final double value, final long now) {
		final boolean before = met;
		return isTrue(value, now) && !before;
	}

	boolean isTrue(final double value, final long now) {
		if (!condition.isMet(value)) since = Long.MIN_VALUE;
		else if (since == Long.MIN_VALUE) since = now;
		met = since != Long.MIN_VALUE && now - since >= 1e9 * condition.holdSeconds();
		return met;
	}
}
