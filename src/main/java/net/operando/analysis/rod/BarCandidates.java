package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bars that may be part of a shape: at every angle the shape is cut into lines; the longest run, with the lines beside it whose
 * longest runs begin and end at much the same places, is a bar. Of rods that cross, each is the longest run at its own angle.
 */
final class BarCandidates {

	private static final int ANGLES = 60;
	/** Runs of one bar are at least this much of its longest. */
	private static final double ALIKE = 0.82;

	private BarCandidates() {}

	/** One bar at each angle that has one at least so wide, in pixels. */
	static List<RodAxis> of(final boolean[] shape, final int width, final double leastWidth) {
		final int[] pixels = new int[shape.length];
		int n = 0;
		for (int i = 0; i < shape.length; i++)
			if (shape[i]) pixels[n++] = i;
		final List<RodAxis> bars = new ArrayList<>();
		if (n < leastWidth * leastWidth) return bars;
		for (int a = 0; a < ANGLES; a++) {
			final double angle = Math.PI * a / ANGLES;
			final RodAxis bar = atAngle(pixels, n, width, Math.cos(angle), Math.sin(angle));
			if (bar != null && bar.widthPixels() >= leastWidth && bar.lengthPixels() > bar.widthPixels()) bars.add(bar);
		}
		return bars;
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
}
