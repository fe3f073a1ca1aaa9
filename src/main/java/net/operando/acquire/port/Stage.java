package net.operando.acquire.port;

/** An xyz stage, positions in um. Called from the engine's thread, {@link #stop} from any. */
public interface Stage {

	/** Name as users know it ("stage ECSx3030"), for messages. */
	String name();

	StageLimits limits();

	/** Where it is now; a short read, not the target of the last move. */
	StagePosition position();

	/**
	 * Moves and returns when it has arrived and settled.
	 *
	 * @throws DeviceException if the position is outside the limits, or the stage reports an error
	 * @throws DeviceTimeoutException if it has not arrived within {@code timeoutMs}; it has been told to stop
	 */
	void moveTo(StagePosition target, double timeoutMs);

	/** Stops moving at once. Any thread; does not fail. */
	void stop();
}
