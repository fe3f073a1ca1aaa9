package net.operando.acquire.port;

/** A TTL line that the potentiostat or another recorder sees, to mark a moment in both records. Called from the engine's thread. */
public interface MarkOutput {

	/** Name as users know it, for messages. */
	String name();

	/**
	 * Raises the line for a time; returns when it is down again.
	 *
	 * @return when it was raised, monotonic ns of the recording's clock
	 */
	long pulse(double widthMs);
}
