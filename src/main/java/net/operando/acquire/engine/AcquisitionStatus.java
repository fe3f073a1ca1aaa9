package net.operando.acquire.engine;

import java.util.Locale;

/** Where a recording is, for whoever watches it. A snapshot: plain data that is not changed after it was handed out. */
public final class AcquisitionStatus {

	public AcquisitionState state = AcquisitionState.IDLE;
	/** Since the recording's second 0. */
	public double seconds;
	public String phase = "";
	/** Exposures received. */
	public long exposures;
	/** Frames stored. */
	public long frames;
	/** Exposures that should have come and did not. */
	public long missing;
	/** Actual minus wanted time of the last exposure, ms. */
	public double lateMs;
	/** Exposures waiting to be averaged and written. */
	public int queued;
	/** Free on the disk, bytes. */
	public long usableBytes;
	/** Lithium content; NaN if it is not followed. */
	public double x = Double.NaN;
	/** Last voltage of the potentiostat, V; NaN if none. */
	public double volts = Double.NaN;
	/** Last current of the potentiostat, A; NaN if none. */
	public double amperes = Double.NaN;
	/** State of the focus lock; empty without one. */
	public String lock = "";
	/** Strength of the last local darkening, see {@link CrackWatch}. */
	public double crack = Double.NaN;

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s %s %.1f s, frame %d, late %.2f ms, missing %d, queue %d, %.1f GB free%s%s", state,
			phase, seconds, frames, lateMs, missing, queued, usableBytes * 1e-9, Double.isNaN(x) ? "" : String.format(
				Locale.ROOT, ", x %.3f", x), Double.isNaN(volts) ? "" : String.format(Locale.ROOT, ", %.3f V", volts));
	}
}
