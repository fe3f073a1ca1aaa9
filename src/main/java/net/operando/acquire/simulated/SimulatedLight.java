package net.operando.acquire.simulated;

import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.Light;

/** A lamp that guards itself: it goes dark by itself where nobody tells it again to be on. Thread-safe. */
final class SimulatedLight implements Light {

	private static final double GUARD_SECONDS = 2;

	private final Clock clock;
	private double power;
	private long toldAt;

	SimulatedLight(final Clock clock) {
		this.clock = clock;
	}

	@Override
	public String name() {
		return "simulated LED";
	}

	@Override
	public double mostPower() {
		return 1;
	}

	@Override
	public synchronized void on(final double newPower) {
		if (!(newPower > 0 && newPower <= 1)) throw new DeviceException(name(), "cannot give a power of " + newPower +
			": give more than 0 and at most 1.");
		power = newPower;
		toldAt = clock.nanos();
	}

	@Override
	public synchronized void off() {
		power = 0;
	}

	@Override
	public synchronized boolean isOn() {
		return power() > 0;
	}

	@Override
	public synchronized double power() {
		return powerAt(clock.nanos());
	}

	/** On a computed clock sleeping takes no time in which anybody could tell it anything, so it guards a measured one only. */
	synchronized double powerAt(final long nanos) {
		if (!clock.isVirtual() && nanos - toldAt > 1e9 * GUARD_SECONDS) power = 0;
		return power;
	}

	@Override
	public double guardSeconds() {
		return clock.isVirtual() ? Double.POSITIVE_INFINITY : GUARD_SECONDS;
	}
}
