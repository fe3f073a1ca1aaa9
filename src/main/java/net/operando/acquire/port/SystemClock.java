package net.operando.acquire.port;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The computer's clock: {@link System#nanoTime()} and the system's time of day. Thread-safe. */
public final class SystemClock implements Clock {

	/** The scheduler wakes a sleeper late by up to this; the rest is waited for in short naps. */
	private static final long SLEEP_EARLY_NS = 2_000_000;
	private static final long NAP_NS = 50_000;

	@Override
	public long nanos() {
		return System.nanoTime();
	}

	@Override
	public Instant utc() {
		return Instant.now();
	}

	@Override
	public void sleepUntil(final long nanos) throws InterruptedException {
		for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
			LockSupport.parkNanos(left > 2 * SLEEP_EARLY_NS ? left - SLEEP_EARLY_NS : Math.min(left, NAP_NS));
			if (Thread.interrupted()) throw new InterruptedException();
		}
	}
}
