package net.operando.acquire.attocube;

/**
 * The axes of a controller, numbered from 0, in the units and with the answers that both kinds of controllers have. Called from
 * one thread, {@link #stop} from any.
 */
interface StageAxes extends AutoCloseable {

	/** For messages: "stage AMC at 192.168.1.1". */
	String name();

	/** Position in nm. */
	long positionNm(int axis);

	/** Sets the target in nm and begins to approach it. */
	void approach(int axis, long targetNm);

	/** Whether the axis is within its target range and no longer moves. */
	boolean hasArrived(int axis);

	/** Stops approaching. Any thread. */
	void stop(int axis);

	@Override
	void close();
}
