package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;

/**
 * When the camera exposes and which frames are kept: raw frames at a rate with jitter, means of a few of them, frames
 * lost, pauses, and a tail stored more sparsely. Immutable parameters, JSON by field.
 */
public final class Timing extends StageSettings {

	private double exposureSeconds = 0.008;
	private double rawFramesPerSecond = 2;
	private int temporalBin = 2;
	private double seconds = 60;
	private double jitterMilliseconds = 4;
	private double droppedShare;
	private double pauseFromSeconds;
	private double pauseSeconds;
	/** From this movie time on only every n-th frame is stored. */
	private double sparseFromSeconds = Double.NaN;
	private int sparseEvery = 2;

	private Timing() {}

	/** 8 ms at 2 Hz, means of two: 1 Hz for a minute. */
	public static Timing defaults() {
		return new Timing();
	}

	/** @param rawPerSecond raw frames per second; @param bin raw frames per stored one; @param duration of the movie */
	public Timing withRate(final double rawPerSecond, final int bin, final double duration) {
		if (!(rawPerSecond > 0) || bin < 1 || !(duration * rawPerSecond >= bin)) throw new InvalidInputException("A movie of " +
			duration + " s at " + rawPerSecond + " frames per second in means of " + bin +
			" has no frame: give a rate above 0 and a longer time.");
		final Timing t = copy();
		t.rawFramesPerSecond = rawPerSecond;
		t.temporalBin = bin;
		t.seconds = duration;
		return t;
	}

	/** @param jitterMs standard deviation of the exposure's time; @param share of raw frames that are lost */
	public Timing withFaults(final double jitterMs, final double share) {
		final Timing t = copy();
		t.jitterMilliseconds = jitterMs;
		t.droppedShare = share;
		return t;
	}

	/** A pause without frames. */
	public Timing withPause(final double fromSeconds, final double duration) {
		final Timing t = copy();
		t.pauseFromSeconds = fromSeconds;
		t.pauseSeconds = duration;
		return t;
	}

	/** From a time on only every n-th frame is stored. */
	public Timing withSparseTail(final double fromSeconds, final int every) {
		final Timing t = copy();
		t.sparseFromSeconds = fromSeconds;
		t.sparseEvery = every;
		return t;
	}

	public double seconds() {
		return seconds;
	}

	public int temporalBin() {
		return temporalBin;
	}

	/** Nominal time from stored frame to stored frame. */
	public double frameSeconds() {
		return temporalBin / rawFramesPerSecond;
	}

	/** The stored frames of a seed, in order. */
	public List<FrameTime> schedule(final long seed) {
		final List<FrameTime> kept = new ArrayList<>();
		final int frames = (int) Math.floor(seconds * rawFramesPerSecond / temporalBin + 1e-9);
		int sparse = 0;
		for (int f = 0; f < frames; f++) {
			final double[] raw = new double[temporalBin];
			boolean whole = true;
			double sum = 0;
			for (int b = 0; b < temporalBin; b++) {
				final int index = f * temporalBin + b;
				final SeedStream stream = SeedStream.of(seed, "timing", index);
				raw[b] = index / rawFramesPerSecond + 0.5 * exposureSeconds + 1e-3 * jitterMilliseconds * Math.max(-4, Math.min(4,
					stream.normal()));
				whole &= stream.uniform() >= droppedShare;
				sum += raw[b];
			}
			final double time = sum / temporalBin;
			if (time >= sparseFromSeconds && sparse++ % sparseEvery != 0) continue;
			if (!whole || time >= pauseFromSeconds && time < pauseFromSeconds + pauseSeconds) continue;
			kept.add(new FrameTime(f * temporalBin, raw, time));
		}
		if (kept.isEmpty()) throw new InvalidInputException(
			"No frame of the synthetic movie is left: lower the share of lost frames or shorten the pause.");
		return kept;
	}

	/** One stored frame. */
	public static final class FrameTime {

		private final int firstRaw;
		private final double[] raw;
		private final double mean;

		private FrameTime(final int firstRaw, final double[] raw, final double mean) {
			this.firstRaw = firstRaw;
			this.raw = raw;
			this.mean = mean;
		}

		/** Number of its first raw frame, counted from 0 without losses. */
		public int firstRaw() {
			return firstRaw;
		}

		/** How many raw frames it is the mean of. */
		public int rawCount() {
			return raw.length;
		}

		/** Middle of a raw frame's exposure, in s. */
		public double rawSeconds(final int index) {
			return raw[index];
		}

		/** The frame's time: mean of the exposures' middles, in s. */
		public double seconds() {
			return mean;
		}
	}
}
