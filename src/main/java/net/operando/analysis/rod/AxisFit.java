package net.operando.analysis.rod;

import java.util.Arrays;

/**
 * Where exactly the axis of a rod lies in an image, and how wide it is: the sides are placed at stations along it, at half
 * between the levels on either side of each, and the middle of the two is fitted by a line, without outliers.
 */
final class AxisFit {

	private static final int STATIONS = 17;
	private static final int ROUNDS = 2;
	private static final double SEARCH = 0.6;

	private AxisFit() {}

	/**
	 * @param image of the whole frame
	 * @param guess ends near the rod's, and a width near its own
	 * @return the axis moved onto the middle of the rod, ends where they were along it; null if no sides are found
	 */
	static RodAxis refine(final float[] image, final int width, final int height, final RodAxis guess) {
		RodAxis axis = guess;
		for (int round = 0; round < ROUNDS && axis != null; round++)
			axis = once(image, width, height, axis);
		return axis;
	}

	private static RodAxis once(final float[] image, final int width, final int height, final RodAxis axis) {
		final double half = 0.5 * axis.widthPixels();
		final double length = axis.lengthPixels();
		final double margin = Math.min(0.2 * length, Math.max(4, half));
		final double[] at = new double[STATIONS];
		final double[] middle = new double[STATIONS];
		final double[] wide = new double[STATIONS];
		int n = 0;
		for (int i = 0; i < STATIONS; i++) {
			final double s = margin + (length - 2 * margin) * i / (STATIONS - 1);
			final double reach = half * (1 + SEARCH) + 6;
			final double[] sides = sides(image, width, height, axis, s, half, reach);
			if (sides == null) continue;
			at[n] = s;
			middle[n] = 0.5 * (sides[0] + sides[1]);
			wide[n++] = sides[1] - sides[0];
		}
		if (n < 5) return null;
		final double[] line = line(Arrays.copyOf(at, n), Arrays.copyOf(middle, n));
		return axis.movedAcross(line[0], line[0] + line[1] * length).withWidth(median(Arrays.copyOf(wide, n)));
	}

	/** Left and right side at a place along the axis, or null. */
	private static double[] sides(final float[] image, final int width, final int height, final RodAxis axis, final double s,
		final double half, final double reach)
	{
		final int n = (int) (2 * reach) + 1;
		final double[] cut = new double[n];
		for (int i = 0; i < n; i++)
			cut[i] = mean(image, width, height, axis, s, i - reach);
		final double inside = mean(cut, reach - 0.5 * half, reach + 0.5 * half);
		final double left = crossing(cut, reach, -1, half, inside);
		final double right = crossing(cut, reach, 1, half, inside);
		return Double.isNaN(left + right) ? null : new double[] { left, right };
	}

	/** Mean over a short stretch of the axis, linearly interpolated. */
	private static double mean(final float[] image, final int width, final int height, final RodAxis axis, final double s,
		final double r)
	{
		double sum = 0;
		int n = 0;
		for (int k = -4; k <= 4; k++) {
			final double x = axis.xAt(s + k, r);
			final double y = axis.yAt(s + k, r);
			final int i = (int) Math.floor(x);
			final int j = (int) Math.floor(y);
			if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) continue;
			final double fx = x - i;
			final double fy = y - j;
			final int at = j * width + i;
			final double v = (1 - fy) * ((1 - fx) * image[at] + fx * image[at + 1]) + fy * ((1 - fx) * image[at + width] + fx *
				image[at + width + 1]);
			if (Double.isNaN(v)) continue;
			sum += v;
			n++;
		}
		return n == 0 ? Double.NaN : sum / n;
	}

	private static double mean(final double[] v, final double from, final double to) {
		double sum = 0;
		int n = 0;
		for (int i = (int) Math.max(0, Math.ceil(from)); i <= Math.min(v.length - 1, to); i++) {
			if (Double.isNaN(v[i])) continue;
			sum += v[i];
			n++;
		}
		return n == 0 ? Double.NaN : sum / n;
	}

	/** First crossing, from the middle outward beyond 40 % of the half width, of the level half between inside and outside. */
	private static double crossing(final double[] cut, final double middle, final int side, final double half,
		final double inside)
	{
		final double from = middle + side * 1.25 * half;
		final double to = middle + side * (half * (1 + SEARCH) + 5);
		final double outside = mean(cut, Math.min(from, to), Math.max(from, to));
		if (!(inside > 1.15 * outside)) return Double.NaN;
		final double level = 0.5 * (inside + outside);
		for (double p = middle + side * 0.4 * half; p > 1 && p < cut.length - 2; p += side) {
			final int i = (int) Math.rint(p);
			final double a = cut[i];
			final double b = cut[i + side];
			if (a >= level && b < level) return i + side * (a - level) / (a - b) - middle;
		}
		return Double.NaN;
	}

	/** Intercept and slope by Theil and Sen. */
	private static double[] line(final double[] x, final double[] y) {
		final double[] slopes = new double[x.length * (x.length - 1) / 2];
		int n = 0;
		for (int i = 0; i < x.length; i++)
			for (int j = 0; j < i; j++)
				slopes[n++] = (y[i] - y[j]) / (x[i] - x[j]);
		final double slope = median(slopes);
		final double[] left = new double[x.length];
		for (int i = 0; i < x.length; i++)
			left[i] = y[i] - slope * x[i];
		return new double[] { median(left), slope };
	}

	static double median(final double[] values) {
		final double[] v = values.clone();
		Arrays.sort(v);
		final int m = v.length / 2;
		return v.length % 2 == 1 ? v[m] : 0.5 * (v[m - 1] + v[m]);
	}
}
