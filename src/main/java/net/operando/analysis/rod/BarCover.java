package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What bars together explain of an image: the sum of a gain per pixel, positive on rods and negative on carbon, over all that
 * the bars cover, each pixel once, less a price for every bar. Counted on cells of a few pixels, whose cover by a bar is smooth in the
 * bar's place, so the sum can be climbed to a fraction of a cell. Immutable.
 */
final class BarCover {

	/** First and last steps of the climb, in cells. */
	private static final double FIRST_STEP = 2;
	private static final double LAST_STEP = 0.12;
	private static final int MOST_ROUNDS = 60;
	/** Price of what two bars cover, so that none is longer within another than is seen. */
	private static final double TWICE = 0.05;

	private final double cell;
	private final double[] x;
	private final double[] y;
	private final double[] gain;
	/** Sum of all that is positive: what perfect bars would gain. */
	private final double most;
	private final double leastWidth;

	/**
	 * @param gain of each pixel
	 * @param shape looked at, with what is around it; gains of pixels that are brighter than carbon but not in it do not count
	 * @param cell side of a cell in pixels
	 * @param leastWidth of a bar, in pixels
	 */
	BarCover(final double[] gain, final boolean[] shape, final int width, final int height, final int cell,
		final double leastWidth)
	{
		this.cell = cell;
		this.leastWidth = leastWidth;
		int left = width;
		int right = 0;
		int top = height;
		int bottom = 0;
		for (int i = 0; i < shape.length; i++) {
			if (!shape[i]) continue;
			left = Math.min(left, i % width);
			right = Math.max(right, i % width);
			top = Math.min(top, i / width);
			bottom = Math.max(bottom, i / width);
		}
		left = Math.max(0, left - 4 * cell);
		top = Math.max(0, top - 4 * cell);
		final int columns = (Math.min(width, right + 1 + 4 * cell) - left) / cell;
		final int rows = (Math.min(height, bottom + 1 + 4 * cell) - top) / cell;
		x = new double[columns * rows];
		y = new double[x.length];
		this.gain = new double[x.length];
		double positive = 0;
		for (int k = 0; k < x.length; k++) {
			final int x0 = left + k % columns * cell;
			final int y0 = top + k / columns * cell;
			x[k] = x0 + 0.5 * (cell - 1);
			y[k] = y0 + 0.5 * (cell - 1);
			for (int v = y0; v < y0 + cell; v++)
				for (int u = x0; u < x0 + cell; u++) {
					final double g = gain[v * width + u];
					if (g <= 0 || shape[v * width + u]) this.gain[k] += g;
				}
			positive += Math.max(0, this.gain[k]);
		}
		most = positive;
	}

	/** The share of each cell that a bar covers. */
	float[] of(final RodAxis bar) {
		final float[] cover = new float[x.length];
		final double half = 0.5 * bar.widthPixels();
		final double middle = 0.5 * bar.lengthPixels();
		final double cos = bar.directionX();
		final double sin = bar.directionY();
		final double cx = 0.5 * (bar.x0() + bar.x1());
		final double cy = 0.5 * (bar.y0() + bar.y1());
		for (int k = 0; k < cover.length; k++) {
			final double dx = x[k] - cx;
			final double dy = y[k] - cy;
			final double inside = (half - Math.abs(dy * cos - dx * sin)) / cell + 0.5;
			if (inside <= 0) continue;
			final double along = (middle - Math.abs(dx * cos + dy * sin)) / cell + 0.5;
			if (along > 0) cover[k] = (float) (Math.min(1, inside) * Math.min(1, along));
		}
		return cover;
	}

	/** The share of each cell that bars leave to others. */
	float[] leftBy(final List<RodAxis> bars) {
		return left(bars, -1);
	}

	private float[] left(final List<RodAxis> bars, final int without) {
		final float[] left = new float[x.length];
		Arrays.fill(left, 1);
		for (int b = 0; b < bars.size(); b++) {
			if (b == without) continue;
			final float[] cover = of(bars.get(b));
			for (int k = 0; k < left.length; k++)
				left[k] *= 1 - cover[k];
		}
		return left;
	}

	/** Gain of bars together. */
	double gain(final List<RodAxis> bars) {
		final float[] left = left(bars, -1);
		double sum = 0;
		for (int k = 0; k < left.length; k++)
			sum += gain[k] * (1 - left[k]);
		return sum;
	}

	/** Gain of one bar, by its cover, where others leave something. */
	double gain(final float[] cover, final float[] left) {
		double sum = 0;
		for (int k = 0; k < cover.length; k++)
			sum += gain[k] * cover[k] * left[k];
		return sum;
	}

	/** Gain less the price of what others cover too. */
	private double worth(final float[] cover, final float[] left) {
		double twice = 0;
		for (int k = 0; k < cover.length; k++)
			twice += cover[k] * (1 - left[k]);
		return gain(cover, left) - TWICE * cell * cell * twice;
	}

	/** What perfect bars would gain more. */
	double loss(final List<RodAxis> bars) {
		return most - gain(bars);
	}

	/** Moves the bars, one after the other until none moves, to where they gain most. */
	List<RodAxis> climbed(final List<RodAxis> from) {
		final List<RodAxis> bars = new ArrayList<>(from);
		for (double step = FIRST_STEP * cell; step >= LAST_STEP * cell; step *= 0.5) {
			boolean moved = true;
			for (int round = 0; moved && round < MOST_ROUNDS; round++) {
				moved = false;
				for (int b = 0; b < bars.size(); b++) {
					final RodAxis better = moved(bars.get(b), left(bars, b), step);
					moved |= better != bars.get(b);
					bars.set(b, better);
				}
			}
		}
		return bars;
	}

	private RodAxis moved(final RodAxis bar, final float[] left, final double step) {
		RodAxis best = bar;
		double most = worth(of(bar), left);
		for (int way = 0; way < 7; way++)
			for (int sign = -1; sign <= 1; sign += 2) {
				final RodAxis next = moved(best, way, sign * step);
				if (next.widthPixels() < leastWidth || next.lengthPixels() < 1.1 * next.widthPixels()) continue;
				final double g = worth(of(next), left);
				if (g <= most + 1e-6 * this.most) continue;
				most = g;
				best = next;
			}
		return best;
	}

	private static RodAxis moved(final RodAxis bar, final int way, final double d) {
		switch (way) {
			case 0:
				return bar.between(d, bar.lengthPixels());
			case 1:
				return bar.between(0, bar.lengthPixels() + d);
			case 2:
				return bar.movedAcross(d, d);
			case 3:
				return bar.movedAcross(d, -d);
			case 4:
				return bar.movedAcross(0.5 * d, 0.5 * d).withWidth(bar.widthPixels() + d);
			case 5:
				return bar.movedAcross(-0.5 * d, -0.5 * d).withWidth(bar.widthPixels() + d);
			default:
				return bar.between(d, bar.lengthPixels() + d);
		}
	}
}
