package net.operando.acquire.simulated;

import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.FocusLock;

/** A lock that holds the focus to some nm until the moment at which it is to lose it; then focus runs away. */
final class SimulatedFocusLock implements FocusLock {

	private static final double LOCK_SECONDS = 1.5;
	private static final double RUNAWAY_NM_PER_SECOND = 150;
	private static final double MOST_NM = 2000;

	private final Clock clock;
	private final long zero;
	private final SimulatedFaults faults;
	private volatile boolean engaged;
	private volatile boolean wasLost;

	SimulatedFocusLock(final Clock clock, final SimulatedFaults faults) {
		this.clock = clock;
		this.faults = faults;
		zero = clock.nanos();
	}

	@Override
	public String name() {
		return "simulated focus lock";
	}

	private boolean isLost() {
		return !wasLost && 1e-9 * (clock.nanos() - zero) >= faults.lockLossAtSeconds();
	}

	@Override
	public State state() {
		return !engaged ? State.OFF : isLost() ? State.LOST : State.LOCKED;
	}

	@Override
	public double offsetNm() {
		return focusNm(clock.nanos());
	}

	/** How far the sample is out of focus. */
	double focusNm(final long nanos) {
		final double seconds = 1e-9 * (nanos - zero);
		if (!isLost()) return 0;
		return Math.min(MOST_NM, RUNAWAY_NM_PER_SECOND * (seconds - faults.lockLossAtSeconds()));
	}

	@Override
	public void engage(final double timeoutMs) {
		final boolean forGood = faults.lockStaysLost() && isLost();
		try {
			clock.sleepUntil(clock.nanos() + Math.round(forGood ? 1e6 * timeoutMs : 1e9 * LOCK_SECONDS));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new DeviceException(name(), "was interrupted while it searched: lock it by hand.", e);
		}
		if (forGood) throw new DeviceTimeoutException(name(), "did not find focus within " + 1e-3 * timeoutMs +
			" s: focus by hand and lock again.");
		if (isLost()) wasLost = true;
		engaged = true;
	}

	@Override
	public void disengage() {
		engaged = false;
	}
}
