package net.operando.figure.video;

import java.util.Arrays;

import net.operando.base.InsufficientDataException;
import net.operando.base.quantity.TimeAxis;

/** Which frames of a movie a video shows. */
public final class FrameSelection {

	private FrameSelection() {}

	/**
	 * The frames from one time to another: all of them, or, if they are more than a number, the real frames nearest to so
	 * many times evenly spaced, each once.
	 *
	 * @param from_s first time in s
	 * @param to_s last time in s
	 * @param most largest number of frames, at least 1
	 * @return indices in order
	 * @throws InsufficientDataException if there is no frame between the times
	 */
	public static int[] evenly(final TimeAxis times, final double from_s, final double to_s, final int most) {
		final int first = times.firstAtOrAfter(from_s);
		int end = times.firstAtOrAfter(to_s);
		if (end < times.size() && times.seconds(end) == to_s) end++;
		if (first >= end) throw new InsufficientDataException("There is no frame between " + from_s + " s and " + to_s +
			" s: choose times within the movie.");
		final int[] frames = new int[Math.min(most, end - first)];
		if (end - first <= most) {
			for (int i = 0; i < frames.length; i++)
				frames[i] = first + i;
			return frames;
		}
		final double start = times.seconds(first);
		final double length = times.seconds(end - 1) - start;
		for (int i = 0; i < most; i++) {
			final double wanted = most == 1 ? start : start + length * i / (most - 1);
			frames[i] = Math.max(first, Math.min(end - 1, times.nearest(wanted)));
		}
		return Arrays.stream(frames).distinct().toArray();
	}
}
