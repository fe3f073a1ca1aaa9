package net.operando.acquire.engine;

import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.Light;

/**
 * The lamp during a recording. {@link #off} is safe from any thread, and is what every way out leads through: the end, an
 * exception, the watchdog, the JVM's shutdown.
 */
final class LightControl {

	private final Light light;
	private final LightPolicy policy;
	private final Clock clock;
	private volatile boolean forbidden;
	private long renewedAt;

	/** @param light null if there is none, or the plan leaves it alone */
	LightControl(final Light light, final LightPolicy policy, final Clock clock) {
		this.light = light;
		this.policy = policy;
		this.clock = clock;
	}

	boolean isUsed() {
		return light != null;
	}

	/** Switches it on and waits until it is steady. */
	void on() throws InterruptedException {
		if (light == null || forbidden) return;
		light.on(policy.power());
		// a shutdown between the check and the call must not leave it on
		if (forbidden) light.off();
		renewedAt = clock.nanos();
		clock.sleepUntil(renewedAt + Math.round(1e9 * policy.settleSeconds()));
	}

	/** Switches it on for an exposure, without waiting. */
	void flash() {
		if (light == null || forbidden) return;
		light.on(policy.power());
		if (forbidden) light.off();
	}

	void off() {
		if (light != null) light.off();
	}

	/** Off for good: nothing switches it on again. Any thread. */
	void offForGood() {
		forbidden = true;
		off();
	}

	/** Tells a lamp that guards itself that it is still wanted. */
	void renew(final long now) {
		if (light == null || forbidden || !light.isOn() || now - renewedAt < 0.3e9 * light.guardSeconds()) return;
		light.on(light.power());
		renewedAt = now;
	}

	double power() {
		return light == null ? Double.NaN : light.power();
	}

	/** What it is after all, for the log. */
	String state() {
		try {
			return light.isOn() ? "on " + light.power() : "off";
		}
		catch (final DeviceException e) {
			return "unknown: " + e.getMessage();
		}
	}
}
