package net.operando.acquire.simulated;

/**
 * What goes wrong on a simulated microscope. Times are seconds of its clock; NaN never happens. Immutable, JSON by field.
 */
public final class SimulatedFaults {

	private double droppedShare;
	private double jitterMs;
	private double overflowAtSeconds = Double.NaN;
	private double stallFromSeconds = Double.NaN;
	private double stallSeconds = 8;
	private double cameraFailsAtSeconds = Double.NaN;
	private double lockLossAtSeconds = Double.NaN;
	private boolean lockStaysLost;
	private boolean stageTimesOut;
	private double diskFullAfterMegabytes = Double.NaN;

	private SimulatedFaults() {}

	/** Nothing goes wrong. */
	public static SimulatedFaults none() {
		return new SimulatedFaults();
	}

	private SimulatedFaults copy() {
		final SimulatedFaults f = new SimulatedFaults();
		f.droppedShare = droppedShare;
		f.jitterMs = jitterMs;
		f.overflowAtSeconds = overflowAtSeconds;
		f.stallFromSeconds = stallFromSeconds;
		f.stallSeconds = stallSeconds;
		f.cameraFailsAtSeconds = cameraFailsAtSeconds;
		f.lockLossAtSeconds = lockLossAtSeconds;
		f.lockStaysLost = lockStaysLost;
		f.stageTimesOut = stageTimesOut;
		f.diskFullAfterMegabytes = diskFullAfterMegabytes;
		return f;
	}

	/** @param share of exposures that never arrive */
	public SimulatedFaults withDropped(final double share) {
		final SimulatedFaults f = copy();
		f.droppedShare = share;
		return f;
	}

	/** @param ms standard deviation of the exposures' times */
	public SimulatedFaults withJitterMs(final double ms) {
		final SimulatedFaults f = copy();
		f.jitterMs = ms;
		return f;
	}

	/** @param seconds at which the camera's buffer overflows */
	public SimulatedFaults withOverflowAt(final double seconds) {
		final SimulatedFaults f = copy();
		f.overflowAtSeconds = seconds;
		return f;
	}

	/** @param from when the camera stops giving frames; @param seconds for how long, also when started anew */
	public SimulatedFaults withStall(final double from, final double seconds) {
		final SimulatedFaults f = copy();
		f.stallFromSeconds = from;
		f.stallSeconds = seconds;
		return f;
	}

	/** @param seconds from when on the camera refuses everything */
	public SimulatedFaults withCameraFailureAt(final double seconds) {
		final SimulatedFaults f = copy();
		f.cameraFailsAtSeconds = seconds;
		return f;
	}

	/** @param seconds at which focus is lost; @param forGood whether it cannot be found again */
	public SimulatedFaults withLockLossAt(final double seconds, final boolean forGood) {
		final SimulatedFaults f = copy();
		f.lockLossAtSeconds = seconds;
		f.lockStaysLost = forGood;
		return f;
	}

	/** Every move of the stage times out. */
	public SimulatedFaults withStageTimeout() {
		final SimulatedFaults f = copy();
		f.stageTimesOut = true;
		return f;
	}

	/** @param megabytes of frames after which the disk is full */
	public SimulatedFaults withDiskFullAfter(final double megabytes) {
		final SimulatedFaults f = copy();
		f.diskFullAfterMegabytes = megabytes;
		return f;
	}

	double droppedShare() {
		return droppedShare;
	}

	double jitterMs() {
		return jitterMs;
	}

	double overflowAtSeconds() {
		return overflowAtSeconds;
	}

	boolean isStalled(final double seconds) {
		return seconds >= stallFromSeconds && seconds < stallFromSeconds + stallSeconds;
	}

	boolean cameraFails(final double seconds) {
		return seconds >= cameraFailsAtSeconds;
	}

	double lockLossAtSeconds() {
		return lockLossAtSeconds;
	}

	boolean lockStaysLost() {
		return lockStaysLost;
	}

	boolean stageTimesOut() {
		return stageTimesOut;
	}

	/** Bytes of frames that fit; infinite without the fault. */
	double diskBytes() {
		return Double.isNaN(diskFullAfterMegabytes) ? Double.POSITIVE_INFINITY : 1e6 * diskFullAfterMegabytes;
	}
}
