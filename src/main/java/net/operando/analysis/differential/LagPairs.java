package net.operando.analysis.differential;

import java.util.Arrays;
import java.util.Locale;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

/**
 * Each frame with its partner one lag later, found on the recorded times: the frame nearest to t + lag, if it is within
 * half a median interval of that. A frame without such a partner (before a pause, at the end) makes no pair; nothing is
 * made up for it. Immutable.
 */
public final class LagPairs {

	/** Absorbs the rounding of times written as decimal fractions, so that "half an interval" is inclusive. */
	private static final double ROUNDING = 1e-6;

	private final int[] first;
	private final int[] second;
	private final double[] interval;
	private final TimeAxis midTimes;
	private final int withoutPartner;

	private LagPairs(final int[] first, final int[] second, final double[] interval, final TimeAxis midTimes,
		final int withoutPartner)
	{
		this.first = first;
		this.second = second;
		this.interval = interval;
		this.midTimes = midTimes;
		this.withoutPartner = withoutPartner;
	}

	/**
	 * @param lagSeconds wanted time between the two frames of a pair, in s
	 * @throws InvalidInputException if the lag is not above half the median interval
	 * @throws InsufficientDataException if no frame has a partner
	 */
	public static LagPairs of(final TimeAxis times, final double lagSeconds) {
		if (times.size() < 2) throw new InsufficientDataException(
			"The movie has one frame only, so nothing can be said about change.");
		final double median = times.medianIntervalSeconds();
		final double reach = 0.5 * median * (1 + ROUNDING);
		if (!(lagSeconds > 0.5 * median) || Double.isInfinite(lagSeconds)) throw new InvalidInputException(String.format(
			Locale.ROOT, "A lag of %s s is too short for frames %.4g s apart: give lagseconds of %.4g or more.", lagSeconds, median, median));
		final int n = times.size();
		final int[] first = new int[n];
		final int[] second = new int[n];
		final double[] interval = new double[n];
		final double[] mid = new double[n];
		int pairs = 0;
		int missing = 0;
		for (int i = 0; i < n; i++) {
			final double wanted = times.seconds(i) + lagSeconds;
			final int partner = times.nearest(wanted);
			if (partner > i && Math.abs(times.seconds(partner) - wanted) <= reach) {
				first[pairs] = i;
				second[pairs] = partner;
				interval[pairs] = times.seconds(partner) - times.seconds(i);
				mid[pairs] = times.seconds(i) + 0.5 * interval[pairs];
				pairs++;
			}
			else if (wanted <= times.seconds(n - 1)) missing++;
		}
		if (pairs == 0) throw new InsufficientDataException("No two frames are " + lagSeconds +
			" s apart: give a shorter lagseconds.");
		TimeAxis axis = TimeAxis.of(Arrays.copyOf(mid, pairs)).markedNominal(times.isNominal());
		if (times.origin().isPresent()) axis = axis.startingAt(times.origin().get());
		return new LagPairs(Arrays.copyOf(first, pairs), Arrays.copyOf(second, pairs), Arrays.copyOf(interval, pairs), axis,
			missing);
	}

	/** Number of pairs. */
	public int count() {
		return first.length;
	}

	/** Index of the earlier frame of a pair. */
	public int first(final int pair) {
		return first[pair];
	}

	/** Index of the later frame of a pair. */
	public int second(final int pair) {
		return second[pair];
	}

	/** The true time between the frames of a pair, in s. */
	public double intervalSeconds(final int pair) {
		return interval[pair];
	}

	/** The middle of each pair's interval. */
	public TimeAxis midTimes() {
		return midTimes;
	}

	/** Largest number of frames from a frame to its partner. */
	public int span() {
		int span = 0;
		for (int i = 0; i < first.length; i++)
			span = Math.max(span, second[i] - first[i]);
		return span;
	}

	/** Number of frames left out because a pause takes the place of their partner; those at the end are not counted. */
	public int withoutPartner() {
		return withoutPartner;
	}
}
