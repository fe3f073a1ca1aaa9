package net.operando.acquire.port;

/**
 * One exposure as the camera gave it: unsigned 16 bit counts, row-major. The array belongs to whoever received the frame;
 * the other fields do not change.
 */
public final class CameraFrame {

	private final short[] counts;
	private final long monotonicNanos;
	private final double elapsedMs;
	private final long imageNumber;

	/**
	 * @param counts {@code width * height} samples; not copied
	 * @param monotonicNanos middle of the exposure on the host's monotonic clock, in ns, as well as the driver knows it: from
	 *          the camera's own timestamp where it has one, else the arrival minus readout and half the exposure
	 * @param elapsedMs what the driver calls ElapsedTime-ms (host time since the sequence's start); NaN without
	 * @param imageNumber the driver's count within the sequence; -1 without. It counts what was inserted into a buffer, so
	 *          losses need not show in it; the engine finds them from times.
	 */
	public CameraFrame(final short[] counts, final long monotonicNanos, final double elapsedMs, final long imageNumber) {
		this.counts = counts;
		this.monotonicNanos = monotonicNanos;
		this.elapsedMs = elapsedMs;
		this.imageNumber = imageNumber;
	}

	public short[] counts() {
		return counts;
	}

	/** Middle of the exposure, monotonic ns. */
	public long monotonicNanos() {
		return monotonicNanos;
	}

	/** Host time since the sequence's start in ms; NaN if the driver does not say. */
	public double elapsedMs() {
		return elapsedMs;
	}

	/** The driver's count within the sequence, from 0; -1 if it does not say. */
	public long imageNumber() {
		return imageNumber;
	}
}
