package net.operando.data.movie;

import java.util.Arrays;

import net.operando.base.quantity.TimeAxis;

/**
 * Which recorded frames are averaged into which binned frame. Groups hold consecutive frames, up to a given number, and
 * never reach across a pause: after one, a new group starts. A group that a pause or the end of the movie cut short is
 * kept and known to be incomplete. Immutable.
 */
public final class FrameGroups {

	private final int[] first;
	private final int[] size;
	private final boolean[] afterGap;
	private final double[] seconds;
	private final int wanted;

	private FrameGroups(final int[] first, final int[] size, final boolean[] afterGap, final double[] seconds,
		final int wanted)
	{
		this.first = first;
		this.size = size;
		this.afterGap = afterGap;
		this.seconds = seconds;
		this.wanted = wanted;
	}

	/**
	 * @param times of the recorded frames
	 * @param framesPerGroup number of frames in a complete group, 1 or more
	 * @param gapFactor an interval above this many median intervals is a pause
	 */
	public static FrameGroups of(final TimeAxis times, final int framesPerGroup, final double gapFactor) {
		final int frames = times.size();
		final double pause = gapFactor * times.medianIntervalSeconds();
		final int[] first = new int[frames];
		final int[] size = new int[frames];
		final boolean[] afterGap = new boolean[frames];
		final double[] seconds = new double[frames];
		int groups = 0;
		for (int frame = 0; frame < frames; groups++) {
			first[groups] = frame;
			afterGap[groups] = frame > 0 && isPause(times, frame, pause);
			// relative to the first member, so that the mean of large clock readings keeps its digits
			double sum = 0;
			do {
				sum += times.seconds(frame) - times.seconds(first[groups]);
				frame++;
			}
			while (frame < frames && frame - first[groups] < framesPerGroup && !isPause(times, frame, pause));
			size[groups] = frame - first[groups];
			seconds[groups] = times.seconds(first[groups]) + sum / size[groups];
		}
		return new FrameGroups(Arrays.copyOf(first, groups), Arrays.copyOf(size, groups), Arrays.copyOf(afterGap, groups),
			Arrays.copyOf(seconds, groups), framesPerGroup);
	}

	private static boolean isPause(final TimeAxis times, final int frame, final double pauseSeconds) {
		return times.seconds(frame) - times.seconds(frame - 1) > pauseSeconds;
	}

	/** Number of groups. */
	public int count() {
		return first.length;
	}

	/** Index of a group's first recorded frame, from 0. */
	public int firstFrame(final int group) {
		return first[group];
	}

	/** The group that a recorded frame is in. */
	public int groupOf(final int frame) {
		final int at = Arrays.binarySearch(first, frame);
		return at >= 0 ? at : -at - 2;
	}

	/** Number of recorded frames in a group. */
	public int frameCount(final int group) {
		return size[group];
	}

	/** Mean of the times of a group's frames, in s. */
	public double seconds(final int group) {
		return seconds[group];
	}

	/** Whether there is a pause between the group before and this one. */
	public boolean isAfterGap(final int group) {
		return afterGap[group];
	}

	/** Whether a group holds fewer frames than were asked for. */
	public boolean isIncomplete(final int group) {
		return size[group] < wanted;
	}

	/** Number of incomplete groups. */
	public int incompleteCount() {
		int n = 0;
		for (int g = 0; g < size.length; g++)
			if (isIncomplete(g)) n++;
		return n;
	}

	/** Number of pauses. */
	public int gapCount() {
		int n = 0;
		for (final boolean gap : afterGap)
			if (gap) n++;
		return n;
	}

	/** The groups' times as an axis with the origin and the standing (nominal or not) of the recorded one. */
	public TimeAxis axis(final TimeAxis recorded) {
		final TimeAxis axis = TimeAxis.of(seconds).markedNominal(recorded.isNominal());
		return recorded.origin().map(axis::startingAt).orElse(axis);
	}
}
