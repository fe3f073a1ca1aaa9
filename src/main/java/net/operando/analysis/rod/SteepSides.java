package net.operando.analysis.rod;

/**
 * The sides of one bar where its image falls most steeply: of each side the line along which the intensity's fall outward, averaged over
 * the line, is largest. Grains and fringes that lie along a part of it average out; what is missing (NaN) is left out. Stateless.
 */
final class SteepSides {

	private static final double STEP = 0.5;
	/** Half the distance over which a fall is taken, in pixels: about the blur. */
	private static final double REACH = 2;
	/** Parts of a line with a fall beyond this multiple of the mean count no more than it. */
	private static final double MOST = 2;
	private static final int TILTS = 14;

	private SteepSides() {}

	/**
	 * The axis between the steepest sides.
	 *
	 * @param search how far they may be from the guess's, in pixels
	 */
	static RodAxis between(final float[] image, final int width, final int height, final RodAxis guess, final double search) {
		return sides(image, width, height, sides(image, width, height, guess, search), 0.5 * search);
	}

	/** The axis between the steepest parallel lines. */
	private static RodAxis sides(final float[] image, final int width, final int height, final RodAxis axis,
		final double search)
	{
		final double length = axis.lengthPixels();
		final double margin = Math.min(8, 0.15 * length);
		final int n = (int) ((length - 2 * margin) / 2) + 1;
		final int offsets = (int) (2 * search / STEP) + 1;
		final int room = offsets + 2 * TILTS;
		final double[][][] fall = new double[2][n][room];
		for (int side = 0; side < 2; side++)
			for (int i = 0; i < n; i++)
				for (int k = 0; k < room; k++) {
					final double out = 0.5 * axis.widthPixels() + (k - 0.5 * (room - 1)) * STEP;
					fall[side][i][k] = fall(image, width, height, axis, margin + 2 * i, side == 0 ? -out : out, 0, side == 0 ? -1 : 1);
				}
		final double[] cap = { cap(fall[0]), cap(fall[1]) };
		double most = Double.NEGATIVE_INFINITY;
		int best = 0;
		final double[] score = new double[2 * TILTS + 1];
		final int[][] at = new int[2][score.length];
		for (int t = -TILTS; t <= TILTS; t++) {
			for (int side = 0; side < 2; side++) {
				double largest = Double.NEGATIVE_INFINITY;
				for (int d = 0; d < offsets; d++) {
					final double s = along(fall[side], d + TILTS, side == 0 ? -t : t, cap[side]);
					if (s <= largest) continue;
					largest = s;
					at[side][t + TILTS] = d;
				}
				score[t + TILTS] += Double.isInfinite(largest) ? 0 : largest;
			}
			if (score[t + TILTS] <= most) continue;
			most = score[t + TILTS];
			best = t + TILTS;
		}
		// a parabola through three tilts, and for each side through three offsets
		final double tilt = (best - TILTS + top(score, best)) * STEP;
		final double[] offset = new double[2];
		for (int side = 0; side < 2; side++) {
			final double[] near = new double[3];
			for (int k = 0; k < 3; k++)
				near[k] = along(fall[side], at[side][best] + TILTS + k - 1, side == 0 ? -(best - TILTS) : best - TILTS, cap[side]);
			offset[side] = (at[side][best] - 0.5 * (offsets - 1) + top(near, 1)) * STEP;
		}
		for (int side = 0; side < 2; side++)
			// where one side is not seen the width stays
			if (Double.isInfinite(along(fall[side], at[side][best] + TILTS, 0, cap[side]))) offset[side] = -offset[1 - side];
		final double middle = 0.5 * (offset[1] - offset[0]);
		final double atEnds = tilt * 0.5 * length / (0.5 * length - margin);
		return axis.movedAcross(middle - atEnds, middle + atEnds).withWidth(axis.widthPixels() + offset[0] + offset[1]);
	}

	private static double along(final double[][] fall, final int offset, final int tilt, final double cap) {
		double sum = 0;
		int n = 0;
		for (int i = 0; i < fall.length; i++) {
			final double at = Math.max(0, Math.min(fall[i].length - 1.001, offset + tilt * (2.0 * i / (fall.length - 1) - 1)));
			final int k = (int) at;
			final double v = fall[i][k] + (at - k) * (fall[i][k + 1] - fall[i][k]);
			if (Double.isNaN(v)) continue;
			sum += Math.min(cap, v);
			n++;
		}
		return n < 4 ? Double.NEGATIVE_INFINITY : sum / n;
	}

	/** Twice the largest mean fall of an untilted line. */
	private static double cap(final double[][] fall) {
		double largest = 0;
		for (int k = 0; k < fall[0].length; k++) {
			final double mean = along(fall, k, 0, Double.POSITIVE_INFINITY);
			if (!Double.isInfinite(mean)) largest = Math.max(largest, mean);
		}
		return MOST * largest;
	}

	private static double top(final double[] score, final int at) {
		if (at < 1 || at > score.length - 2) return 0;
		final double bend = score[at - 1] - 2 * score[at] + score[at + 1];
		final double shift = 0.5 * (score[at - 1] - score[at + 1]) / bend;
		return bend < 0 && Math.abs(shift) <= 1 ? shift : 0;
	}

	private static double fall(final float[] image, final int width, final int height, final RodAxis axis, final double s,
		final double r, final int outS, final int outR)
	{
		return value(image, width, height, axis.xAt(s - REACH * outS, r - REACH * outR), axis.yAt(s - REACH * outS, r - REACH *
			outR)) - value(image, width, height, axis.xAt(s + REACH * outS, r + REACH * outR), axis.yAt(s + REACH * outS, r + REACH *
				outR));
	}

	private static double value(final float[] image, final int width, final int height, final double x, final double y) {
		final int u = (int) Math.floor(x);
		final int v = (int) Math.floor(y);
		if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return Double.NaN;
		final int i = v * width + u;
		final double f = x - u;
		final double g = y - v;
		return (1 - g) * ((1 - f) * image[i] + f * image[i + 1]) + g * ((1 - f) * image[i + width] + f * image[i + width + 1]);
	}
}
