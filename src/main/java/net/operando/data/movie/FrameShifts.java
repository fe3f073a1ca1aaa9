package net.operando.data.movie;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

/**
 * The movement of the sample through a movie: one {@link FrameShift} and time per frame. Immutable.
 */
public final class FrameShifts {

	private final TimeAxis times;
	private final List<FrameShift> shifts;

	private FrameShifts(final TimeAxis times, final List<FrameShift> shifts) {
		this.times = times;
		this.shifts = List.copyOf(shifts);
	}

	/** @param shifts one per time */
	public static FrameShifts of(final TimeAxis times, final List<FrameShift> shifts) {
		if (times.size() != shifts.size()) throw new InvalidInputException("There are " + shifts.size() + " shifts but " +
			times.size() + " times: give one shift per frame.");
		return new FrameShifts(times, shifts);
	}

	public int size() {
		return shifts.size();
	}

	public FrameShift shift(final int frame) {
		return shifts.get(frame);
	}

	public TimeAxis times() {
		return times;
	}

	/** Whether nothing moved at all. */
	public boolean isIdentity() {
		return shifts.stream().allMatch(s -> s.dxPixels() == 0 && s.dyPixels() == 0 && s.rotationDegrees() == 0);
	}

	/**
	 * These shifts for the frames of another movie of the same recording: as they are where its times are the same within half
	 * an interval, otherwise interpolated in time.
	 *
	 * @throws InvalidInputException if it goes on before the first or after the last time of these shifts
	 */
	public FrameShifts at(final TimeAxis other) {
		final double slack = size() > 1 ? 0.5 * times.medianIntervalSeconds() : 0;
		if (sameWithin(other, slack)) return new FrameShifts(other, shifts);
		final double first = times.seconds(0);
		final double last = times.seconds(size() - 1);
		if (other.seconds(0) < first - slack || other.seconds(other.size() - 1) > last + slack)
			throw new InvalidInputException(String.format(Locale.ROOT,
				"The shifts are for %d frames from %.1f to %.1f s, but the movie has %d frames from %.1f to %.1f s: give the shifts of this recording.",
				size(), first, last, other.size(), other.seconds(0), other.seconds(other.size() - 1)));
		final List<FrameShift> interpolated = new ArrayList<>(other.size());
		for (int i = 0; i < other.size(); i++)
			interpolated.add(at(other.seconds(i)));
		return new FrameShifts(other, interpolated);
	}

	private boolean sameWithin(final TimeAxis other, final double slack) {
		if (other.size() != size()) return false;
		for (int i = 0; i < size(); i++)
			if (Math.abs(other.seconds(i) - times.seconds(i)) > Math.max(slack, 1e-9)) return false;
		return true;
	}

	private FrameShift at(final double seconds) {
		final int after = Math.min(size() - 1, Math.max(1, times.firstAtOrAfter(seconds)));
		if (size() == 1) return shifts.get(0);
		final FrameShift a = shifts.get(after - 1);
		final FrameShift b = shifts.get(after);
		final double f = Math.max(0, Math.min(1, (seconds - times.seconds(after - 1)) / (times.seconds(after) - times.seconds(
			after - 1))));
		if (f == 0) return a;
		if (f == 1) return b;
		return FrameShift.of(mix(a.dxPixels(), b.dxPixels(), f), mix(a.dyPixels(), b.dyPixels(), f), mix(a.rotationDegrees(), b
			.rotationDegrees(), f)).withQuality(Math.max(a.standardErrorPixels(), b.standardErrorPixels()), Math.min(a.quality(),
				b.quality())).withFocus(mix(a.sharpness(), b.sharpness(), f), a.focusChanged() || b.focusChanged());
	}

	private static double mix(final double a, final double b, final double f) {
		return a + f * (b - a);
	}

	/** What a user must see with these shifts: frames that were not found and frames out of focus. */
	public List<String> warnings() {
		final List<Integer> lost = new ArrayList<>();
		final List<Integer> focus = new ArrayList<>();
		for (int i = 0; i < size(); i++) {
			if (!shifts.get(i).isKnown()) lost.add(i + 1);
			if (shifts.get(i).focusChanged()) focus.add(i + 1);
		}
		final List<String> warnings = new ArrayList<>();
		if (!lost.isEmpty()) warnings.add("The background was not found again in " + frames(lost) +
			": they have no shift and are empty in the corrected movie.");
		if (!focus.isEmpty()) warnings.add("The focus differs in " + frames(focus) +
			": the background is sharper or more blurred than in the rest of the movie.");
		return warnings;
	}

	/** "3 frames (12, 13, 40)", the first few named. */
	public static String frames(final List<Integer> numbers) {
		final StringBuilder s = new StringBuilder();
		s.append(numbers.size()).append(numbers.size() == 1 ? " frame (" : " frames (");
		for (int i = 0; i < numbers.size() && i < 6; i++)
			s.append(i == 0 ? "" : ", ").append(numbers.get(i));
		return s.append(numbers.size() > 6 ? ", ...)" : ")").toString();
	}
}
