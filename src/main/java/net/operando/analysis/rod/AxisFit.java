package net.operando.analysis.rod;

import java.util.Arrays;

/**
 * Where exactly the axis of a rod lies in an image, and how wide it is: its sides are placed in sections along it, as its ends
 * are, and the middle of the two is fitted by a line, without outliers.
 */
final class AxisFit {

	private static final double SECTION = 26;
	private static final int FEWEST = 5;
	private static final int MOST = 9;
	private static final int ROUNDS = 3;
	/** How far from where they are expected the sides are looked for, as a share of the half width. */
	private static final double SEARCH = 0.6;

	private AxisFit() {}

	/**
	 * @param image of the whole frame
	 * @param guess ends near the rod's, and a width near its own
	 * @param sigma of the point spread in pixels
	 * @return the axis moved onto the middle of the rod, ends where they were along it; null if no sides are found
	 */
	static RodAxis refine(final float[] image, final int width, final int height, final RodAxis guess, final double sigma) {
		RodAxis axis = guess;
		for (int round = 0; round < ROUNDS && axis != null; round++)
			axis = once(image, width, height, axis, sigma, (round == 0 ? 1 : 0.5) * (SEARCH * 0.5 * axis.widthPixels() + 5), round ==
				ROUNDS - 1);
		return axis;
	}

	private static RodAxis once(final float[] image, final int width, final int height, final RodAxis axis, final double sigma,
		final double search, final boolean exact)
	{
		final double half = 0.5 * axis.widthPixels();
		final double length = axis.lengthPixels();
		final double margin = Math.min(0.15 * length, 10);
		final int sections = (int) Math.max(FEWEST, Math.min(MOST, (length - 2 * margin) / SECTION));
		final double section = (length - 2 * margin) / sections;
		final double[] at = new double[sections];
		final double[] middle = new double[sections];
		final double[] wide = new double[sections];
		int n = 0;
		for (int i = 0; i < sections; i++) {
			final double s = margin + (i + 0.5) * section;
			final RodAxis across = RodAxis.of(axis.xAt(s, -half), axis.yAt(s, -half), axis.xAt(s, half), axis.yAt(s, half),
				section);
			final double[] sides = StillEnds.place(image, width, height, across, 0.5 * section, sigma, search, exact);
			if (sides == null || sides[1] - sides[0] < 4) continue;
			at[n] = s;
			middle[n] = 0.5 * (sides[0] + sides[1]) - half;
			wide[n++] = sides[1] - sides[0];
		}
		if (n < 3) return null;
		final double[] line = line(Arrays.copyOf(at, n), Arrays.copyOf(middle, n), Arrays.copyOf(wide, n));
		return axis.movedAcross(line[0], line[0] + line[1] * length).withWidth(median(Arrays.copyOf(wide, n)));
	}

	/** Intercept and slope by least squares over the sections about as wide as most, after a line by Theil and Sen. */
	private static double[] line(final double[] x, final double[] y, final double[] wide) {
		final double[] slopes = new double[x.length * (x.length - 1) / 2];
		int n = 0;
		for (int i = 0; i < x.length; i++)
			for (int j = 0; j < i; j++)
				slopes[n++] = (y[i] - y[j]) / (x[i] - x[j]);
		final double slope = median(slopes);
		final double[] left = new double[x.length];
		for (int i = 0; i < x.length; i++)
			left[i] = y[i] - slope * x[i];
		final double intercept = median(left);
		final double usual = median(wide);
		final double[] off = new double[x.length];
		for (int i = 0; i < x.length; i++)
			off[i] = Math.abs(left[i] - intercept) + 0.5 * Math.abs(wide[i] - usual);
		final double limit = 3 * median(off) + 0.2;
		double sw = 0;
		double sx = 0;
		double sy = 0;
		double sxx = 0;
		double sxy = 0;
		for (int i = 0; i < x.length; i++) {
			if (off[i] > limit) continue;
			sw++;
			sx += x[i];
			sy += y[i];
			sxx += x[i] * x[i];
			sxy += x[i] * y[i];
		}
		final double spread = sw * sxx - sx * sx;
		if (sw < 3 || !(spread > 0)) return new double[] { intercept, slope };
		final double b = (sw * sxy - sx * sy) / spread;
		return new double[] { (sy - b * sx) / sw, b };
	}

	static double median(final double[] values) {
		final double[] v = values.clone();
		Arrays.sort(v);
		final int m = v.length / 2;
		return v.length % 2 == 1 ? v[m] : 0.5 * (v[m - 1] + v[m]);
	}
}
