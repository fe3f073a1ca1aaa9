package net.operando.data.io;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

import net.operando.base.quantity.TimeAxis;

/**
 * What a file says of the times of its frames, and the one decision which times count: measured ones, else a rate given
 * by the user, else the file's nominal rate, else a refusal that names the keys. Not thread-safe.
 */
public final class FrameClock {

	/** Longer than any recording's interval; a longer one is damage. */
	private static final double LONGEST_SECONDS = 1e9;

	private double[] seconds;
	private boolean nominal;
	private double intervalSeconds = Double.NaN;
	private Instant origin;

	/** Measured times, one per frame; null if the file has none. */
	public void seconds(final double[] measured) {
		seconds = measured;
	}

	/** The times given to {@link #seconds(double[])} were made from a rate. */
	public void markNominal() {
		nominal = true;
	}

	/** The file's own nominal frame interval in s; what is not above 0 counts as absent. */
	public void interval(final double nominalSeconds) {
		intervalSeconds = nominalSeconds > 1e-9 && nominalSeconds < LONGEST_SECONDS ? nominalSeconds : Double.NaN;
	}

	/** The instant of second 0; null if it is not known. */
	public void origin(final Instant instantOfSecondZero) {
		origin = instantOfSecondZero;
	}

	/**
	 * The time axis.
	 *
	 * @param slots for each frame its number in the plan of the recording; frames that are missing leave gaps
	 * @param warn told what a user must know
	 * @throws FormatException if there is no time at all
	 */
	public TimeAxis axis(final Path path, final int[] slots, final MovieOpenOptions options, final Consumer<String> warn) {
		final TimeAxis axis = withoutOrigin(path, slots, options, warn);
		return origin == null ? axis : axis.startingAt(origin);
	}

	private TimeAxis withoutOrigin(final Path path, final int[] slots, final MovieOpenOptions options,
		final Consumer<String> warn)
	{
		final double given = options.frameIntervalSeconds();
		final boolean isGiven = !Double.isNaN(given);
		final boolean usable = seconds != null && isIncreasing(seconds);
		if (usable && isGiven && !nominal) warn.accept(
			"The file holds a time for every frame, so frameintervalseconds is not used.");
		if (usable && !(isGiven && nominal)) return TimeAxis.of(seconds).markedNominal(nominal);
		if (isGiven) return byInterval(slots, given);
		if (seconds == null && intervalSeconds > 0) return byInterval(slots, intervalSeconds);
		// a times file is laid over the movie by whoever asked for it to be opened; any axis serves until then
		if (options.times().isPresent()) return byInterval(slots, 1);
		if (seconds != null) throw new FormatException(path, "has frame times that do not increase (frame " +
			(firstBackward(seconds) + 1) +
			" is not later than the one before): give the frame times in a CSV file with the key times, or frameintervalseconds.");
		throw new FormatException(path,
			"holds no frame times: give frameintervalseconds, or the time of every frame in a CSV file with the key times.");
	}

	private static TimeAxis byInterval(final int[] slots, final double interval) {
		final int n = slots.length;
		final TimeAxis even = TimeAxis.nominal(n, interval);
		if (slots[0] == 0 && slots[n - 1] == n - 1) return even;
		final double[] t = new double[n];
		for (int i = 0; i < n; i++)
			t[i] = slots[i] * interval;
		return TimeAxis.of(t).markedNominal(true);
	}

	/** Whether every time is a number and later than the one before. */
	public static boolean isIncreasing(final double[] t) {
		return firstBackward(t) < 0;
	}

	private static int firstBackward(final double[] t) {
		for (int i = 0; i < t.length; i++)
			if (Double.isNaN(t[i]) || Double.isInfinite(t[i]) || i > 0 && !(t[i] > t[i - 1])) return i;
		return -1;
	}
}
