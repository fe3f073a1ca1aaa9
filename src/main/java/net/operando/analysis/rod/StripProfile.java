package net.operando.analysis.rod;

import java.util.Arrays;

import net.operando.base.InvalidInputException;
import net.operando.data.movie.Region;

/**
 * Mean intensity at stations a pixel apart in a strip at any angle, from the pixels themselves: each counts at the stations
 * around its own place by a cubic B-spline, so nothing is interpolated. On an image that is blurred by a PSF of 1.5 pixels or
 * more that is the exact mean across the strip, smoothed along it by the spline (variance 1/3 pixel). Made once for a strip,
 * applied to every frame. Immutable and thread-safe.
 */
final class StripProfile {

	/** Variance of the smoothing along the strip, in squared pixels: the spline's. */
	static final double SMOOTHING = 1 / 3.0;
	/**
	 * How much less a station's noise says than independent noise of the same size would, for anything smooth: the sum of
	 * the correlations between stations, (1 + 2 (1191 + 120 + 1) / 2416), the values of the septic B-spline.
	 */
	static final double CORRELATION = 2 * (2416 / 2.0 + 1191 + 120 + 1) / 2416;
	/** A station that lost more of its weight than this to missing pixels has no value. */
	private static final double MOST_LOST = 0.05;
	/** Pixels over which the strip's sides fade. */
	private static final double FADE = 1.5;

	private final Region region;
	private final double first;
	private final int stations;
	private final int[] pixel;
	private final int[] station;
	private final double[] weight;
	private final double[] total;

	private StripProfile(final Region region, final double first, final int stations, final int[] pixel, final int[] station,
		final double[] weight, final double[] total)
	{
		this.region = region;
		this.first = first;
		this.stations = stations;
		this.pixel = pixel;
		this.station = station;
		this.weight = weight;
		this.total = total;
	}

	/**
	 * @param axis line the positions are counted along
	 * @param from first station, pixels from the axis' start; @param to last
	 * @param centre middle of the strip, pixels to the right of the axis; @param halfWidth half its width, 1 or more
	 * @throws InvalidInputException if nothing of it is on the image
	 */
	static StripProfile of(final RodAxis axis, final double from, final double to, final double centre,
		final double halfWidth, final int imageWidth, final int imageHeight)
	{
		final int stations = (int) Math.floor(to - from) + 1;
		final Region box = box(axis, from - 2, to + 2, centre, halfWidth + 1);
		final int[] pixel = new int[box.size()];
		final int[] station = new int[box.size()];
		final double[] weight = new double[4 * box.size()];
		final double[] total = new double[stations];
		final Region seen = seen(box, imageWidth, imageHeight);
		int n = 0;
		for (int row = box.y(); row < box.y() + box.height(); row++)
			for (int column = box.x(); column < box.x() + box.width(); column++) {
				final double side = side(halfWidth - Math.abs(axis.across(column, row) - centre));
				if (side == 0) continue;
				final double s = axis.along(column, row) - from;
				final int cell = (int) Math.floor(s);
				if (cell < -2 || cell > stations) continue;
				spline(s - cell, side, weight, 4 * n);
				for (int k = 0; k < 4; k++)
					if (isStation(cell - 1 + k, stations)) total[cell - 1 + k] += weight[4 * n + k];
				if (!holds(seen, column, row)) continue;
				pixel[n] = (row - seen.y()) * seen.width() + column - seen.x();
				station[n++] = cell - 1;
			}
		return new StripProfile(seen, from, stations, Arrays.copyOf(pixel, n), Arrays.copyOf(station, n), Arrays.copyOf(weight,
			4 * n), total);
	}

	private static boolean isStation(final int k, final int stations) {
		return k >= 0 && k < stations;
	}

	private static boolean holds(final Region r, final int x, final int y) {
		return x >= r.x() && x < r.x() + r.width() && y >= r.y() && y < r.y() + r.height();
	}

	private static double side(final double depth) {
		if (depth <= -0.5 * FADE) return 0;
		return depth >= 0.5 * FADE ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * (depth / FADE + 0.5));
	}

	/** Cubic B-spline weights of the four stations around a place a fraction above the second. */
	private static void spline(final double f, final double factor, final double[] to, final int at) {
		final double g = 1 - f;
		to[at] = factor * g * g * g / 6;
		to[at + 1] = factor * (4 - 6 * f * f + 3 * f * f * f) / 6;
		to[at + 2] = factor * (4 - 6 * g * g + 3 * g * g * g) / 6;
		to[at + 3] = factor * f * f * f / 6;
	}

	private static Region box(final RodAxis axis, final double from, final double to, final double centre,
		final double half)
	{
		double left = Double.POSITIVE_INFINITY;
		double right = Double.NEGATIVE_INFINITY;
		double top = Double.POSITIVE_INFINITY;
		double bottom = Double.NEGATIVE_INFINITY;
		for (final double s : new double[] { from, to })
			for (final double r : new double[] { centre - half, centre + half }) {
				left = Math.min(left, axis.xAt(s, r));
				right = Math.max(right, axis.xAt(s, r));
				top = Math.min(top, axis.yAt(s, r));
				bottom = Math.max(bottom, axis.yAt(s, r));
			}
		final int x = (int) Math.floor(left);
		final int y = (int) Math.floor(top);
		return Region.of(x, y, (int) Math.ceil(right) - x + 1, (int) Math.ceil(bottom) - y + 1);
	}

	private static Region seen(final Region box, final int width, final int height) {
		final int left = Math.max(0, box.x());
		final int top = Math.max(0, box.y());
		final int right = Math.min(width, box.x() + box.width());
		final int bottom = Math.min(height, box.y() + box.height());
		if (right <= left || bottom <= top) throw new InvalidInputException(
			"The line along the rod is outside the image: draw it on the rod, or give line=x0,y0,x1,y1 in pixels.");
		return Region.of(left, top, right - left, bottom - top);
	}

	/** The part of a frame that {@link #of(float[])} takes. */
	Region region() {
		return region;
	}

	int stations() {
		return stations;
	}

	/** Place of a station, pixels from the axis' start. */
	double position(final int k) {
		return first + k;
	}

	/**
	 * @param samples of the region
	 * @return mean at each station; NaN where the strip is not on the image or pixels are NaN
	 */
	double[] of(final float[] samples) {
		final double[] sum = new double[stations];
		final double[] used = new double[stations];
		for (int i = 0; i < pixel.length; i++) {
			final float v = samples[pixel[i]];
			if (Float.isNaN(v)) continue;
			for (int k = Math.max(0, -station[i]), end = Math.min(4, stations - station[i]); k < end; k++) {
				sum[station[i] + k] += weight[4 * i + k] * v;
				used[station[i] + k] += weight[4 * i + k];
			}
		}
		for (int k = 0; k < stations; k++)
			sum[k] = used[k] < (1 - MOST_LOST) * total[k] || used[k] == 0 ? Double.NaN : sum[k] / used[k];
		return sum;
	}

	/** Share of the strip's pixels at or above a level. */
	double shareAbove(final float[] samples, final double level) {
		int above = 0;
		for (final int p : pixel)
			if (samples[p] >= level) above++;
		return above / (double) Math.max(1, pixel.length);
	}
}
