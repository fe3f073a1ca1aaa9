package net.operando.data.io.cycler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.io.FormatException;

/**
 * Rows of time, voltage and current as they are read, and what is made of them: rows of another length than most are
 * damaged and left out, rows whose time is out of order likewise (the fewest that restore the order), each with a
 * warning. Times that repeat because the file prints too few digits are spread evenly up to the next one.
 */
final class SampleRows {

	private final Path file;
	private final String what;
	private double[] time = new double[256];
	private double[] voltage = new double[256];
	private double[] current = new double[256];
	private int[] fields = new int[256];
	private int n;
	private int unreadable;

	SampleRows(final Path file, final String what) {
		this.file = file;
		this.what = what;
	}

	/** Takes a row; NaN in any of the three makes it unreadable. */
	void add(final double t, final double v, final double i, final int fieldCount) {
		if (Double.isNaN(t + v + i) || Double.isInfinite(t + v + i)) {
			unreadable++;
			return;
		}
		if (n == time.length) {
			time = Arrays.copyOf(time, 2 * n);
			voltage = Arrays.copyOf(voltage, 2 * n);
			current = Arrays.copyOf(current, 2 * n);
			fields = Arrays.copyOf(fields, 2 * n);
		}
		time[n] = t;
		voltage[n] = v;
		current[n] = i;
		fields[n++] = fieldCount;
	}

	/** Counts a row that could not be taken apart. */
	void addUnreadable() {
		unreadable++;
	}

	int size() {
		return n;
	}

	/**
	 * The record.
	 *
	 * @throws FormatException if no row is left, or the times are in no order at all
	 */
	CyclerRecord record() {
		final List<String> warnings = new ArrayList<>();
		keepUsualLength();
		if (unreadable > 0) warnings.add(file.getFileName() + ": " + unreadable + " of " + (n + unreadable) + " rows of " +
			what + " could not be read and were left out.");
		if (n == 0) throw new FormatException(file, "holds no readable row in " + what +
			": it was cut short or damaged before the first sample; take it out or export it again.");
		final int before = n;
		keepOrdered();
		if (n < before) {
			if (n < 0.5 * before) throw new FormatException(file, "has times in " + what +
				" that do not increase: sort the samples by time, or export each run to a file of its own.");
			warnings.add(file.getFileName() + ": " + (before - n) + " of " + before + " rows of " + what +
				" have a time out of order and were left out.");
		}
		if (spreadRepeats()) warnings.add(file.getFileName() + ": times in " + what +
			" repeat (too few digits in the file); repeated ones were spread evenly.");
		CyclerRecord r = CyclerRecord.of(String.valueOf(file.getFileName()), Arrays.copyOf(time, n), Arrays.copyOf(voltage,
			n), Arrays.copyOf(current, n));
		for (final String warning : warnings)
			r = r.withWarning(warning);
		return r;
	}

	private void keepUsualLength() {
		final Map<Integer, Integer> count = new HashMap<>();
		for (int i = 0; i < n; i++)
			count.merge(fields[i], 1, Integer::sum);
		int usual = -1;
		for (final Map.Entry<Integer, Integer> e : count.entrySet())
			if (usual < 0 || e.getValue() > count.get(usual) || e.getValue().equals(count.get(usual)) && e.getKey() > usual)
				usual = e.getKey();
		final boolean[] keep = new boolean[n];
		int dropped = 0;
		for (int i = 0; i < n; i++) {
			keep[i] = fields[i] == usual;
			if (!keep[i]) dropped++;
		}
		unreadable += dropped;
		keepOnly(keep);
	}

	/** Longest non-decreasing subsequence of the times (patience sorting): drops the fewest rows. */
	private void keepOrdered() {
		boolean ordered = true;
		for (int i = 1; i < n && ordered; i++)
			ordered = time[i] >= time[i - 1];
		if (ordered) return;
		final int[] last = new int[n];
		final int[] previous = new int[n];
		int length = 0;
		for (int i = 0; i < n; i++) {
			int low = 0;
			int high = length;
			while (low < high) {
				final int middle = (low + high) >>> 1;
				if (time[last[middle]] <= time[i]) low = middle + 1;
				else high = middle;
			}
			previous[i] = low == 0 ? -1 : last[low - 1];
			last[low] = i;
			if (low == length) length++;
		}
		final boolean[] keep = new boolean[n];
		for (int i = last[length - 1]; i >= 0; i = previous[i])
			keep[i] = true;
		keepOnly(keep);
	}

	private void keepOnly(final boolean[] keep) {
		int to = 0;
		for (int i = 0; i < n; i++)
			if (keep[i]) {
				time[to] = time[i];
				voltage[to] = voltage[i];
				current[to] = current[i];
				fields[to++] = fields[i];
			}
		n = to;
	}

	private boolean spreadRepeats() {
		boolean any = false;
		for (int i = 0; i < n;) {
			int end = i + 1;
			while (end < n && time[end] == time[i])
				end++;
			final int repeats = end - i;
			if (repeats > 1) {
				any = true;
				// at the end there is no next time: one resolution step of the float is not known, so the last interval is reused
				final double room = end < n ? time[end] - time[i] : i > 0 ? time[i] - time[i - 1] : repeats;
				final double from = time[i];
				for (int k = 1; k < repeats; k++)
					time[i + k] = from + room * k / repeats;
			}
			i = end;
		}
		boolean strict = true;
		for (int i = 1; i < n && strict; i++)
			strict = time[i] > time[i - 1];
		if (!strict) throw new FormatException(file, "has times in " + what +
			" too close together to be told apart: export it with more digits.");
		return any;
	}
}
