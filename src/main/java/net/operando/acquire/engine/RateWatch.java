package net.operando.acquire.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether a camera runs faster than it was told, as drivers that ignore the interval do. Its rate is the median of the first
 * intervals of a segment; if that is too fast, exposures that the plan did not ask for are left out from then on. Not
 * thread-safe.
 */
final class RateWatch {

	private static final int INTERVALS = 8;
	/** Jitter does not make a median that much shorter. */
	private static final double TOO_FAST = 0.75;

	private final double wanted;
	private final long[] intervals = new long[INTERVALS];
	private int n;
	private long last = Long.MIN_VALUE;
	private double actual = Double.NaN;

	/** @param wantedNanos from exposure to exposure */
	RateWatch(final double wantedNanos) {
		wanted = wantedNanos;
	}

	/** Whether an exposure is one too many. */
	boolean isExcess(final long middle, final Gaps gaps) throws IOException {
		if (actual < TOO_FAST * wanted) {
			if (middle < last + wanted - 0.5 * actual) return true;
		}
		else if (n < INTERVALS && last != Long.MIN_VALUE) {
			intervals[n++] = middle - last;
			if (n == INTERVALS) {
				Arrays.sort(intervals);
				actual = 0.5 * (intervals[INTERVALS / 2 - 1] + intervals[INTERVALS / 2]);
				if (actual < TOO_FAST * wanted) gaps.note("warning", String.format(Locale.ROOT,
					"the camera gives %.4g frames per second where %.4g were asked for: the ones between are left out", 1e9 /
						actual, 1e9 / wanted));
			}
		}
		last = middle;
		return false;
	}
}
