package net.operando.acquire.simulated;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import net.operando.acquire.port.Clock;

/**
 * A computed clock: whoever sleeps sets it to the time slept until, at once. A recording then runs as fast as its images are
 * rendered, and the same way every time. Thread-safe.
 */
public final class SimulatedClock implements Clock {

	/** Not 0, so that nothing rests on it. */
	private static final long START_NANOS = 5_000_000_000_000L;

	private final AtomicLong nanos = new AtomicLong(START_NANOS);
	private final Instant start;

	private SimulatedClock(final Instant start) {
		this.start = start;
	}

	/** @param start the time of day at which it starts */
	public static SimulatedClock startingAt(final Instant start) {
		return new SimulatedClock(start);
	}

	@Override
	public long nanos() {
		return nanos.get();
	}

	@Override
	public Instant utc() {
		return start.plusNanos(nanos.get() - START_NANOS);
	}

	@Override
	public void sleepUntil(final long until) throws InterruptedException {
		if (Thread.interrupted()) throw new InterruptedException();
		nanos.accumulateAndGet(until, Math::max);
	}

	@Override
	public boolean isVirtual() {
		return true;
	}
}
