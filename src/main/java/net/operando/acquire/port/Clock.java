package net.operando.acquire.port;

import java.time.Instant;

/**
 * The one clock of a recording: a monotonic count of ns, and the time of day. All times of frames, marks and potentiostat
 * samples are on the monotonic count; the time of day is logged beside it now and then. Thread-safe.
 */
public interface Clock {

	/** Monotonic time in ns since an arbitrary moment; never goes back. Any thread. */
	long nanos();

	/** The time of day, UTC; may be set or slewed by the system at any time. Any thread. */
	Instant utc();

	/**
	 * Waits until the monotonic time is reached; returns at once if it has passed. May return late, never early.
	 *
	 * @throws InterruptedException if the thread is interrupted; a stop was asked for
	 */
	void sleepUntil(long nanos) throws InterruptedException;

	/**
	 * Whether the clock is computed rather than measured, as the simulated microscope's faster than real time: work between
	 * two readings then takes no time, so nothing may be left to threads that race against it.
	 */
	default boolean isVirtual() {
		return false;
	}
}
