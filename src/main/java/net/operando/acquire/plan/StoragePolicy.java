package net.operando.acquire.plan;

/** How frames are queued and written. Immutable, JSON by field. */
public final class StoragePolicy extends PlanPart {

	private int queueFrames = 32;
	private boolean bigTiff;
	private double reserveGigabytes = 0.5;

	private StoragePolicy() {}

	/** 32 exposures in the queue, classic TIFF parts of up to 4 GB, half a GB of the disk left free. */
	public static StoragePolicy defaults() {
		return new StoragePolicy();
	}

	/** @param exposures that may wait to be averaged and written */
	public StoragePolicy withQueueFrames(final int exposures) {
		final StoragePolicy s = copy();
		s.queueFrames = exposures;
		return s;
	}

	/** One file without a limit of size, which ImageJ 1 does not open by itself. */
	public StoragePolicy withBigTiff(final boolean isBig) {
		final StoragePolicy s = copy();
		s.bigTiff = isBig;
		return s;
	}

	/** @param gigabytes of the disk that are left free: the recording ends in order before they are used */
	public StoragePolicy withReserveGigabytes(final double gigabytes) {
		final StoragePolicy s = copy();
		s.reserveGigabytes = gigabytes;
		return s;
	}

	public int queueFrames() {
		return queueFrames;
	}

	public boolean isBigTiff() {
		return bigTiff;
	}

	public double reserveBytes() {
		return reserveGigabytes * 1e9;
	}

	String problem() {
		if (queueFrames < 1 || queueFrames > 10_000) return "a queue of " + queueFrames + " frames: give queueFrames of 1 or more";
		return reserveGigabytes >= 0 ? null : "a reserve of " + reserveGigabytes + " GB";
	}
}
