package net.operando.analysis.drift;

import net.operando.data.movie.PixelMask;

/** A frame made ready to be compared: hot pixels replaced, what is not a number counted. Immutable. */
final class PreparedFrame {

	final int width;
	final int height;
	/** Without NaN. */
	final float[] samples;
	/** Sums over the pixels above and left of each, {@code (width + 1) * (height + 1)}; null if all are good. */
	private final int[] badSums;

	private PreparedFrame(final int width, final int height, final float[] samples, final int[] badSums) {
		this.width = width;
		this.height = height;
		this.samples = samples;
		this.badSums = badSums;
	}

	/**
	 * @param frame not changed
	 * @param camera pixels that belong to the camera rather than to the sample (unlit ones)
	 * @param defects indices of hot pixels
	 */
	static PreparedFrame of(final float[] frame, final int width, final int height, final PixelMask camera,
		final int[] defects)
	{
		boolean allNumbers = true;
		for (final float v : frame)
			// false for NaN and infinities
			allNumbers &= v - v == 0;
		float[] samples = frame;
		if (!allNumbers || defects.length > 0) samples = frame.clone();
		int[] sums = null;
		if (!allNumbers || camera.count() > 0) {
			sums = new int[(width + 1) * (height + 1)];
			for (int y = 0; y < height; y++)
				for (int x = 0, row = 0; x < width; x++) {
					final int i = y * width + x;
					final boolean number = samples[i] - samples[i] == 0;
					if (!number || camera.contains(i)) row++;
					if (!number) samples[i] = 0;
					sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
				}
		}
		for (final int i : defects)
			samples[i] = neighbours(frame, width, height, i);
		return new PreparedFrame(width, height, samples, sums);
	}

	/** The mean of the second neighbours: the first ones may be part of the defect. */
	private static float neighbours(final float[] frame, final int width, final int height, final int index) {
		final int x = index % width;
		final int y = index / width;
		float sum = 0;
		int n = 0;
		for (int dy = -2; dy <= 2; dy += 2)
			for (int dx = -2; dx <= 2; dx += 2) {
				if (dx == 0 && dy == 0 || x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) continue;
				final float v = frame[(y + dy) * width + x + dx];
				if (!(v - v == 0)) continue;
				sum += v;
				n++;
			}
		return n == 0 ? 0 : sum / n;
	}

	boolean hasBad() {
		return badSums != null;
	}

	/** Whether every pixel from (x0, y0) to before (x1, y1) is inside the frame and good. */
	boolean isGood(final int x0, final int y0, final int x1, final int y1) {
		return x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height && bad(x0, y0, x1, y1) == 0;
	}

	/** Number of bad pixels from (x0, y0) to before (x1, y1), which is inside the frame. */
	int bad(final int x0, final int y0, final int x1, final int y1) {
		if (badSums == null) return 0;
		final int top = y0 * (width + 1);
		final int bottom = y1 * (width + 1);
		return badSums[bottom + x1] - badSums[bottom + x0] - badSums[top + x1] + badSums[top + x0];
	}
}
