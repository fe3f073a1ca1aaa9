package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.List;

/**
 * A moment at which the current changed: between two times (one, where the file says when control began), from one level
 * to another. Between files the cell is off, so the end of a file under current is a change too. Immutable.
 */
final class CurrentChange {

	/** Changes below this fraction of the largest current leave no mark in the intensity worth matching. */
	private static final double SIGNIFICANT = 0.05;
	/** Changes nearer than this, in s, are one for any movie: a pause between two files too short to see. */
	private static final double TOGETHER_SECONDS = 1.5;

	final double earliestSeconds;
	final double latestSeconds;
	final double fromAmperes;
	final double toAmperes;
	final int segment;

	private CurrentChange(final double earliest, final double latest, final double from, final double to,
		final int segment)
	{
		earliestSeconds = earliest;
		latestSeconds = latest;
		fromAmperes = from;
		toAmperes = to;
		this.segment = segment;
	}

	double seconds() {
		return 0.5 * (earliestSeconds + latestSeconds);
	}

	/** All significant changes of the current, in order of time. */
	static List<CurrentChange> of(final CyclerRecording r, final Steps steps) {
		final List<CurrentChange> raw = new ArrayList<>();
		Step before = null;
		double largest = 0;
		for (final Step s : steps.list()) {
			largest = Math.max(largest, Math.abs(level(r, s, true, steps)));
			final double to = level(r, s, true, steps);
			if (before == null || before.segment() != s.segment()) {
				if (before != null) raw.add(new CurrentChange(before.endSeconds(), Math.min(s.startSeconds(), before.endSeconds() +
					period(r, before)), level(r, before, false, steps), 0, before.segment()));
				// what a current did before the recording began is not known, only that a file began with it on
				final boolean known = s.startSeconds() < r.timeSeconds(s.firstSample()) || before != null;
				if (known) raw.add(new CurrentChange(s.startSeconds(), s.startSeconds() < r.timeSeconds(s.firstSample()) ? s
					.startSeconds() : r.timeSeconds(s.firstSample()), 0, to, s.segment()));
			}
			else raw.add(new CurrentChange(s.startSeconds(), r.timeSeconds(s.firstSample()), level(r, before, false, steps),
				to, s.segment()));
			before = s;
		}
		return merged(raw, SIGNIFICANT * largest);
	}

	/** The cell was switched off within one sampling period after the last sample. */
	private static double period(final CyclerRecording r, final Step s) {
		final int last = s.endSample() - 1;
		return last > r.firstSample(s.segment()) ? r.timeSeconds(last) - r.timeSeconds(last - 1) : 0;
	}

	private static List<CurrentChange> merged(final List<CurrentChange> raw, final double significant) {
		final List<CurrentChange> result = new ArrayList<>();
		for (int k = 0; k < raw.size();) {
			int end = k + 1;
			while (end < raw.size() && raw.get(end).earliestSeconds - raw.get(k).latestSeconds < TOGETHER_SECONDS)
				end++;
			final CurrentChange first = raw.get(k);
			final CurrentChange last = raw.get(end - 1);
			if (Math.abs(last.toAmperes - first.fromAmperes) > significant) result.add(new CurrentChange(
				first.earliestSeconds, last.latestSeconds, first.fromAmperes, last.toAmperes, last.segment));
			k = end;
		}
		return result;
	}

	/** Current at the start or the end of a step: the mean of up to three samples there; 0 at rest. */
	private static double level(final CyclerRecording r, final Step s, final boolean atStart, final Steps steps) {
		final int n = Math.min(3, s.endSample() - s.firstSample());
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += r.currentAmperes(atStart ? s.firstSample() + i : s.endSample() - 1 - i);
		final double mean = sum / n;
		return Math.abs(mean) <= steps.restCurrentAmperes() ? 0 : mean;
	}
}
