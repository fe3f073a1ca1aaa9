package net.operando.ui.live;

import java.util.function.LongSupplier;

/** Lets at most so many through per second. For one thread. */
final class Thinning {

	private final long intervalNanos;
	private final LongSupplier nanos;
	private long next = Long.MIN_VALUE;

	/** @param nanos a monotonic clock */
	Thinning(final double mostPerSecond, final LongSupplier nanos) {
		intervalNanos = Math.round(1e9 / mostPerSecond);
		this.nanos = nanos;
	}

	/** Whether this one is let through. */
	boolean passes() {
		final long now = nanos.getAsLong();
		if (next != Long.MIN_VALUE && now - next < 0) return false;
		next = now + intervalNanos;
		return true;
	}
}
