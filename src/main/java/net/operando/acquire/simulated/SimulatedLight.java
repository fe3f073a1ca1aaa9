package net.operando.acquire.simulated;

import java.util.Map;
import java.util.TreeMap;

import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.Light;

/** A lamp that guards itself: it goes dark by itself where nobody tells it again to be on. Thread-safe. */
final class SimulatedLight implements Light {

	private static final double GUARD_SECONDS = 2;
	private static final int MOST_PAST = 200;

	private final Clock clock;
	/** What it was, since when: images are rendered after their exposure. */
	private final TreeMap<Long, Double> past = new TreeMap<>();
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
		toldAt = clock.nanos();
		change(newPower, toldAt);
	}

	@Override
	public synchronized void off() {
		change(0, clock.nanos());
	}

	private void change(final double newPower, final long now) {
		if (newPower == power) return;
		past.put(now, newPower);
		while (past.size() > MOST_PAST)
			past.pollFirstEntry();
		power = newPower;
	}

	@Override
	public synchronized boolean isOn() {
		return power() > 0;
	}

	@Override
	public synchronized double power() {
		final long now = clock.nanos();
		// on a computed clock sleeping takes no time in which anybody could tell it anything
		if (!clock.isVirtual() && now - toldAt > 1e9 * GUARD_SECONDS) change(0, toldAt + Math.round(1e9 * GUARD_SECONDS));
		return power;
	}

	/** Its power at a time that is not long ago. */
	synchronized double powerAt(final long nanos) {
		final Map.Entry<Long, Double> then = past.floorEntry(nanos);
		return then == null ? 0 : then.getValue();
	}

	@Override
	public double guardSeconds() {
		return clock.isVirtual() ? Double.POSITIVE_INFINITY : GUARD_SECONDS;
	}
}
