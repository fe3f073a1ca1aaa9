package net.operando.acquire.port;

import java.util.Set;

/**
 * A camera. States: idle, or in a sequence from {@link #start} to {@link #stop} (or until its buffer overflows, see
 * {@link #isOverflowed}). {@link #snap} only when idle; settings only when idle. Called from the engine's thread only.
 */
public interface Camera {

	/** Name as users know it ("camera GS3-U3-23S6M-C"), for messages. */
	String name();

	/** Width of a frame in px, unbinned. */
	int width();

	/** Height of a frame in px, unbinned. */
	int height();

	/** The largest count a pixel can have, at most 65535. */
	int fullScale();

	/** Shortest exposure in ms. */
	double leastExposureMs();

	/** Longest exposure in ms. */
	double mostExposureMs();

	/**
	 * Least time from the start of an exposure to that of the next, in ms, for an exposure: where readout overlaps the next
	 * exposure it is the longer of the two, otherwise their sum.
	 */
	double leastIntervalMs(double exposureMs);

	/** What can start its exposures. {@link Pacing#SOFTWARE} is always among them. */
	Set<Pacing> pacings();

	/**
	 * Sets the exposure.
	 *
	 * @return what the camera made of it, in ms
	 * @throws DeviceException if it is outside the limits or the camera refuses
	 */
	double setExposureMs(double exposureMs);

	/**
	 * Exposes and reads one frame. Blocks for about exposure and readout.
	 *
	 * @param reuse an array of the frame's size that may be filled and handed back, or null
	 * @throws DeviceTimeoutException if no frame comes within {@code timeoutMs}
	 */
	CameraFrame snap(short[] reuse, double timeoutMs);

	/**
	 * Starts a sequence without an end.
	 *
	 * @param pacing {@link Pacing#HARDWARE_TRIGGER} or {@link Pacing#FREE_RUN}
	 * @param intervalMs wanted time from exposure to exposure. A driver that ignores it delivers at another rate, which the
	 *          engine finds from the frames' times and reports.
	 */
	void start(Pacing pacing, double intervalMs);

	/**
	 * The next frame of the sequence, oldest first; also after {@link #stop}, until the buffer is empty.
	 *
	 * @param reuse as in {@link #snap}
	 * @return null if none has arrived yet; does not block
	 */
	CameraFrame poll(short[] reuse);

	/** Frames waiting in the driver's buffer; 0 if it cannot be known. */
	int waiting();

	/** Whether the driver's buffer overflowed since {@link #start}: the camera has stopped, {@link #poll} still drains it. */
	boolean isOverflowed();

	/** Ends the sequence; nothing happens when idle. Frames that arrived stay to be polled. */
	void stop();
}
