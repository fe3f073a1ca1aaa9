package net.operando.base.quantity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import net.operando.base.InvalidInputException;

/**
 * One timestamp per frame, in seconds, strictly increasing, with the instant of second 0 where it is known. A time is
 * never an index times an interval: intervals may vary and pauses are common. An axis that had to be made from a rate
 * alone is marked <em>nominal</em>, and every result made with it repeats that. Immutable.
 */
public final class TimeAxis {

	private final double[] seconds;
	private final Instant origin;
	private final boolean nominal;

	private TimeAxis(final double[] seconds, final Instant origin, final boolean nominal) {
		this.seconds = seconds;
		this.origin = origin;
		this.nominal = nominal;
	}

	/**
	 * @param seconds one timestamp per frame, in s; copied
	 * @throws InvalidInputException if a time is not finite or not later than the one before
	 */
	public static TimeAxis of(final double... seconds) {
		for (int i = 0; i < seconds.length; i++) {
			if (Double.isNaN(seconds[i]) || Double.isInfinite(seconds[i])) throw new InvalidInputException("The time of frame " +
				(i + 1) + " is not a number: give the frame times in a CSV file with the key times.");
			if (i > 0 && !(seconds[i] > seconds[i - 1])) throw new InvalidInputException("The time of frame " + (i + 1) + " (" +
				seconds[i] + " s) is not later than that of the frame before (" + seconds[i - 1] +
				" s): give the frame times in a CSV file with the key times.");
		}
		return new TimeAxis(seconds.clone(), null, false);
	}

	/**
	 * An axis made from a rate only, as plain TDMS, AVI and TIFF files need; marked nominal.
	 *
	 * @param frames number of frames
	 * @param intervalSeconds nominal time from frame to frame, above 0
	 */
	public static TimeAxis nominal(final int frames, final double intervalSeconds) {
		if (!(intervalSeconds > 0) || Double.isInfinite(intervalSeconds)) throw new InvalidInputException("A frame interval of " +
			intervalSeconds + " s cannot be meant: give frameintervalseconds above 0.");
		final double[] t = new double[frames];
		for (int i = 0; i < frames; i++)
			t[i] = i * intervalSeconds;
		return new TimeAxis(t, null, true);
	}

	/** This axis with second 0 at the given instant. */
	public TimeAxis startingAt(final Instant instantOfSecondZero) {
		return new TimeAxis(seconds, instantOfSecondZero, nominal);
	}

	/** The same times marked as nominal or not: whoever knows better than the file says so. */
	public TimeAxis markedNominal(final boolean isNominal) {
		return new TimeAxis(seconds, origin, isNominal);
	}

	/** The axis of the frames {@code first} (inclusive) to {@code end} (exclusive); times and origin are kept. */
	public TimeAxis range(final int first, final int end) {
		return new TimeAxis(Arrays.copyOfRange(seconds, first, end), origin, nominal);
	}

	/** This axis moved by a number of seconds: what was at 0 s is now at {@code offsetSeconds}. The origin moves against it. */
	public TimeAxis shiftedBy(final double offsetSeconds) {
		final double[] t = seconds.clone();
		for (int i = 0; i < t.length; i++)
			t[i] += offsetSeconds;
		final Instant moved = origin == null ? null : origin.minusNanos(Math.round(offsetSeconds * 1e9));
		return new TimeAxis(t, moved, nominal);
	}

	public int size() {
		return seconds.length;
	}

	/** Time of a frame in s. */
	public double seconds(final int frame) {
		return seconds[frame];
	}

	/** A copy of all times in s. */
	public double[] toArray() {
		return seconds.clone();
	}

	/** The instant of second 0, if the recording says it. */
	public Optional<Instant> origin() {
		return Optional.ofNullable(origin);
	}

	/** The instant of a frame, if the instant of second 0 is known. */
	public Optional<Instant> instant(final int frame) {
		return origin().map(o -> o.plus(Duration.ofNanos(Math.round(seconds[frame] * 1e9))));
	}

	/** Whether the times were made from a rate alone and no frame's true time is known. */
	public boolean isNominal() {
		return nominal;
	}

	/** Median time from frame to frame in s; NaN with fewer than two frames. */
	public double medianIntervalSeconds() {
		if (seconds.length < 2) return Double.NaN;
		final double[] d = new double[seconds.length - 1];
		for (int i = 0; i < d.length; i++)
			d[i] = seconds[i + 1] - seconds[i];
		Arrays.sort(d);
		final int m = d.length / 2;
		return d.length % 2 == 1 ? d[m] : 0.5 * (d[m - 1] + d[m]);
	}

	/** Whether every interval is within a relative tolerance of the median one. */
	public boolean isUniformWithin(final double relativeTolerance) {
		final double median = medianIntervalSeconds();
		for (int i = 1; i < seconds.length; i++)
			if (Math.abs(seconds[i] - seconds[i - 1] - median) > relativeTolerance * median) return false;
		return true;
	}

	/** Index of the frame nearest in time; the earlier one of two equally near. */
	public int nearest(final double timeSeconds) {
		final int i = Arrays.binarySearch(seconds, timeSeconds);
		if (i >= 0) return i;
		final int after = -i - 1;
		if (after == 0) return 0;
		if (after == seconds.length) return seconds.length - 1;
		return seconds[after] - timeSeconds < timeSeconds - seconds[after - 1] ? after : after - 1;
	}

	/** Index of the first frame at or after a time; {@link #size()} if there is none. */
	public int firstAtOrAfter(final double timeSeconds) {
		final int i = Arrays.binarySearch(seconds, timeSeconds);
		return i >= 0 ? i : -i - 1;
	}
}
