package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a shape apart into straight bars. At every angle the shape is cut into lines; lines side by side whose longest runs
 * begin and end at much the same places are a bar. The largest bar is taken out, then the largest of the rest; halves of a bar
 * that lay under another are joined, and an end that ran on into another bar is cut back.
 */
final class BarSplit {

	private static final int ANGLES = 90;
	/** Runs of one bar are at least this much of its longest. */
	private static final double ALIKE = 0.82;
	private static final int MOST = 12;
	private static final double PARALLEL_DEGREES = 6;

	private BarSplit() {}

	/**
	 * @param shape of one connected part; changed
	 * @param leastLength of a bar, in pixels; pieces under others may be half as long
	 * @param leastWidth in pixels
	 */
	static List<RodAxis> of(final boolean[] shape, final int width, final int height, final double leastLength,
		final double leastWidth)
	{
		final boolean[] whole = shape.clone();
		final List<RodAxis> bars = new ArrayList<>();
		while (bars.size() < MOST) {
			final RodAxis bar = largest(shape, width, leastWidth);
			if (bar == null || bar.lengthPixels() < 0.35 * leastLength || bar.lengthPixels() < 1.1 * bar.widthPixels() && !bars
				.isEmpty()) break;
			bars.add(bar);
			remove(shape, width, bar, 0.12 * bar.widthPixels() + 3);
		}
		joinHalves(bars, whole, width, height);
		cutBack(bars);
		bars.removeIf(b -> b.lengthPixels() < leastLength);
		return bars;
	}

	private static RodAxis largest(final boolean[] shape, final int width, final double leastWidth) {
		final int[] pixels = new int[shape.length];
		int n = 0;
		for (int i = 0; i < shape.length; i++)
			if (shape[i]) pixels[n++] = i;
		if (n < leastWidth * leastWidth) return null;
		RodAxis best = null;
		double most = 0;
		for (int a = 0; a < ANGLES; a++) {
			final double angle = Math.PI * a / ANGLES;
			final RodAxis bar = atAngle(pixels, n, width, Math.cos(angle), Math.sin(angle));
			if (bar == null || bar.widthPixels() < leastWidth) continue;
			// by area, but a bar seen from its side is as large as from its end
			final double size = bar.lengthPixels() * Math.pow(bar.widthPixels(), 0.85);
			if (size > most) {
				most = size;
				best = bar;
			}
		}
		return best;
	}

	/** The bar at one angle around its longest run. */
	private static RodAxis atAngle(final int[] pixels, final int n, final int width, final double cos, final double sin) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		double left = Double.POSITIVE_INFINITY;
		double right = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < n; i++) {
			final double s = pixels[i] % width * cos + pixels[i] / width * sin;
			final double r = pixels[i] / width * cos - pixels[i] % width * sin;
			low = Math.min(low, s);
			high = Math.max(high, s);
			left = Math.min(left, r);
			right = Math.max(right, r);
		}
		final int columns = (int) (high - low) / 2 + 2;
		final int lines = (int) (right - left) / 2 + 2;
		// cells of two pixels, so that none stays empty by the turned grid
		final boolean[] cell = new boolean[columns * lines];
		for (int i = 0; i < n; i++) {
			final double s = pixels[i] % width * cos + pixels[i] / width * sin;
			final double r = pixels[i] / width * cos - pixels[i] % width * sin;
			cell[(int) ((r - left) / 2) * columns + (int) ((s - low) / 2)] = true;
		}
		final int[] begin = new int[lines];
		final int[] end = new int[lines];
		int longest = 0;
		for (int line = 0; line < lines; line++) {
			longestRun(cell, line, columns, begin, end);
			if (end[line] - begin[line] > end[longest] - begin[longest]) longest = line;
		}
		final int reach = end[longest] - begin[longest];
		if (reach < 3) return null;
		int first = longest;
		int last = longest;
		while (first > 0 && isAlike(begin, end, longest, first - 1, reach))
			first--;
		while (last < lines - 1 && isAlike(begin, end, longest, last + 1, reach))
			last++;
		final int[] begins = Arrays.copyOfRange(begin, first, last + 1);
		final int[] ends = Arrays.copyOfRange(end, first, last + 1);
		Arrays.sort(begins);
		Arrays.sort(ends);
		final double from = low + 2 * begins[begins.length / 2];
		final double to = low + 2 * ends[ends.length / 2];
		final double middle = left + first + last + 1;
		return RodAxis.of(from * cos - middle * sin, from * sin + middle * cos, to * cos - middle * sin, to * sin + middle *
			cos, 2 * (last - first + 1));
	}

	private static boolean isAlike(final int[] begin, final int[] end, final int longest, final int line, final int reach) {
		final int overlap = Math.min(end[longest], end[line]) - Math.max(begin[longest], begin[line]);
		return overlap >= ALIKE * reach;
	}

	private static void longestRun(final boolean[] cell, final int line, final int columns, final int[] begin,
		final int[] end)
	{
		int from = -1;
		for (int c = 0; c <= columns; c++) {
			final boolean set = c < columns && cell[line * columns + c];
			if (set && from < 0) from = c;
			if (set || from < 0) continue;
			if (c - from > end[line] - begin[line]) {
				begin[line] = from;
				end[line] = c;
			}
			from = -1;
		}
	}

	private static void remove(final boolean[] shape, final int width, final RodAxis bar, final double margin) {
		final double half = 0.5 * bar.widthPixels() + margin;
		final double length = bar.lengthPixels();
		for (int i = 0; i < shape.length; i++) {
			if (!shape[i]) continue;
			final double s = bar.along(i % width, i / width);
			if (s > -margin - 2 && s < length + margin + 2 && Math.abs(bar.across(i % width, i / width)) < half) shape[i] = false;
		}
	}

	/** Two pieces on one line with nothing but shape between them are one bar. */
	private static void joinHalves(final List<RodAxis> bars, final boolean[] shape, final int width, final int height) {
		for (int i = 0; i < bars.size(); i++)
			for (int j = i + 1; j < bars.size(); j++) {
				final RodAxis joined = joined(bars.get(i), bars.get(j), shape, width, height);
				if (joined == null) continue;
				bars.set(i, joined);
				bars.remove(j);
				i = -1;
				break;
			}
	}

	private static RodAxis joined(final RodAxis a, final RodAxis b, final boolean[] shape, final int width, final int height) {
		double turn = Math.abs(a.angleDegrees() - b.angleDegrees()) % 180;
		turn = Math.min(turn, 180 - turn);
		final RodAxis longer = a.lengthPixels() > b.lengthPixels() ? a : b;
		final RodAxis shorter = longer == a ? b : a;
		final double stub = shorter.lengthPixels() / shorter.widthPixels();
		if (turn > (stub < 2 ? 3 * PARALLEL_DEGREES : PARALLEL_DEGREES)) return null;
		final double wide = 0.5 * longer.widthPixels();
		final double s0 = longer.along(shorter.x0(), shorter.y0());
		final double s1 = longer.along(shorter.x1(), shorter.y1());
		if (Math.abs(longer.across(0.5 * (shorter.x0() + shorter.x1()), 0.5 * (shorter.y0() + shorter.y1()))) > 0.7 * wide)
			return null;
		if (shorter.widthPixels() > 1.6 * longer.widthPixels() || shorter.widthPixels() < 0.45 * longer.widthPixels()) return null;
		final double from = Math.min(s0, s1) > longer.lengthPixels() ? longer.lengthPixels() : Math.max(s0, s1);
		final double to = Math.min(s0, s1) > longer.lengthPixels() ? Math.min(s0, s1) : 0;
		for (double s = from; s < to; s++)
			for (final double r : new double[] { -0.5 * wide, 0, 0.5 * wide }) {
				final int x = (int) Math.rint(longer.xAt(s, r));
				final int y = (int) Math.rint(longer.yAt(s, r));
				if (x < 0 || y < 0 || x >= width || y >= height || !shape[y * width + x]) return null;
			}
		return longer.between(Math.min(0, Math.min(s0, s1)), Math.max(longer.lengthPixels(), Math.max(s0, s1)));
	}

	/** An end that stops at the far side of another bar ran on into it: it belongs at the near side. */
	private static void cutBack(final List<RodAxis> bars) {
		for (int i = 0; i < bars.size(); i++)
			for (int j = 0; j < bars.size(); j++) {
				if (i == j) continue;
				final RodAxis a = bars.get(i);
				final RodAxis b = bars.get(j);
				double sine = Math.abs(Math.sin(Math.toRadians(a.angleDegrees() - b.angleDegrees())));
				sine = Math.max(sine, 0.3);
				final double[] ends = { 0, a.lengthPixels() };
				for (int e = 0; e < 2; e++) {
					final double s = b.along(a.xAt(ends[e], 0), a.yAt(ends[e], 0));
					final double r = b.across(a.xAt(ends[e], 0), a.yAt(ends[e], 0));
					final double into = b.across(a.xAt(0.5 * a.lengthPixels(), 0), a.yAt(0.5 * a.lengthPixels(), 0));
					final boolean onBar = s > -0.1 * b.lengthPixels() && s < 1.1 * b.lengthPixels();
					final boolean farSide = Math.signum(r) != Math.signum(into) && Math.abs(Math.abs(r) - 0.5 * b.widthPixels()) < 0.3 *
						b.widthPixels();
					if (!onBar || !farSide || Math.abs(into) < 0.6 * b.widthPixels()) continue;
					ends[e] += (e == 0 ? 1 : -1) * (b.widthPixels() / sine);
				}
				if (ends[1] - ends[0] > 1) bars.set(i, a.between(ends[0], ends[1]));
			}
	}
}
