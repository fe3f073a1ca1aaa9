package net.operando.acquire.port;

/** The lamp. Called from the engine's thread, {@link #off} from any. */
public interface Light {

	/** Name as users know it ("LED SOLIS-740C"), for messages. */
	String name();

	/** The largest fraction of full power it may be given, 0 to 1: the limit set for the sample's sake. */
	double mostPower();

	/**
	 * Switches it on.
	 *
	 * @param power fraction of full power, above 0 and at most {@link #mostPower()}; a lamp without dimmer takes any as full
	 * @throws DeviceException if it refuses
	 */
	void on(double power);

	/**
	 * Switches it off. Any thread, also at the JVM's shutdown; idempotent; must not wait for another thread's call to end for
	 * longer than a device's answer takes.
	 *
	 * @throws DeviceException if it may still be on
	 */
	void off();

	/** Whether it is on, as the device says, or as it was last told where the device cannot say. Any thread. */
	boolean isOn();

	/** The fraction of full power it has now; 0 when off. Any thread. */
	double power();

	/**
	 * For how long it stays on without being told again, in s; infinite for a lamp without such a guard. With one, the engine calls
	 * {@link #on} again well before, and a host that dies leaves the sample dark.
	 */
	default double guardSeconds() {
		return Double.POSITIVE_INFINITY;
	}
}
