package net.operando.analysis.linecut;

import java.util.stream.IntStream;

import net.operando.data.movie.Region;

/**
 * Bilinear samples as the cell of four pixels that each lies in and its place in there: a third of the memory that pixels
 * with weights need, and so twice as fast. Weights of 0 are not left out: a NaN beside a pixel's centre reaches a sample
 * on it. Immutable.
 */
final class BilinearCells {

	/** Samples of 16 bits in half of the 64 bytes that memory gives at once: arrays do not start where those do. */
	private static final int FETCHED = 16;

	private final int width;
	private final int[] corner;
	private final double[] fractionX;
	private final double[] fractionY;
	/** Index steps to the neighbours; 0 where the region is one pixel wide or high. */
	private final int right;
	private final int below;
	/** One pixel in each stretch of memory that is fetched as a whole. */
	private final int[] touched;

	/**
	 * @param width samples per row
	 * @param x coordinates of the samples in the image; NaN for a sample outside
	 * @param y the same
	 * @param region that holds the pixels of all samples
	 */
	BilinearCells(final int width, final double[] x, final double[] y, final Region region) {
		this.width = width;
		corner = new int[x.length];
		fractionX = new double[x.length];
		fractionY = new double[x.length];
		right = region.width() > 1 ? 1 : 0;
		below = region.height() > 1 ? region.width() : 0;
		for (int s = 0; s < x.length; s++) {
			if (Double.isNaN(x[s])) {
				fractionX[s] = Double.NaN;
				continue;
			}
			final int left = Math.max(0, Math.min(region.width() - 2, (int) Math.floor(x[s] - region.x())));
			final int top = Math.max(0, Math.min(region.height() - 2, (int) Math.floor(y[s] - region.y())));
			corner[s] = top * region.width() + left;
			fractionX[s] = x[s] - region.x() - left;
			fractionY[s] = y[s] - region.y() - top;
		}
		touched = IntStream.of(corner).flatMap(i -> IntStream.of(i, i + below)).map(i -> i / FETCHED * FETCHED).distinct()
			.sorted().toArray();
	}

	/**
	 * Reads the memory that the samples need, all at once: read sample by sample, in the order of a slanted line, every
	 * row of the image would be waited for. The sum means nothing; it is there so that the reading is.
	 */
	int touch(final short[] counts) {
		int sum = 0;
		for (final int i : touched)
			sum += counts[i];
		return sum;
	}

	/** Samples a row of the line from counts. */
	void sample(final short[] counts, final int row, final LineSamples samples) {
		final float[] values = samples.values();
		double first = 0;
		double sum = 0;
		double squares = 0;
		for (int s = row * width, end = s + width, k = 0; s < end; s++, k++) {
			final int i = corner[s];
			final int j = i + below;
			final int a = counts[i] & 0xffff;
			final int b = counts[j] & 0xffff;
			final double above = a + fractionX[s] * ((counts[i + right] & 0xffff) - a);
			final double under = b + fractionX[s] * ((counts[j + right] & 0xffff) - b);
			final double v = above + fractionY[s] * (under - above);
			values[s] = (float) v;
			if (k == 0) first = v;
			sum += v - first;
			squares += (v - first) * (v - first);
		}
		samples.set(row, first, sum, squares);
	}

	/** Samples a row of the line from values. */
	void sample(final float[] pixels, final int row, final LineSamples samples) {
		final float[] values = samples.values();
		double first = 0;
		double sum = 0;
		double squares = 0;
		for (int s = row * width, end = s + width, k = 0; s < end; s++, k++) {
			final int i = corner[s];
			final int j = i + below;
			final double a = pixels[i];
			final double b = pixels[j];
			final double above = a + fractionX[s] * (pixels[i + right] - a);
			final double under = b + fractionX[s] * (pixels[j + right] - b);
			final double v = above + fractionY[s] * (under - above);
			values[s] = (float) v;
			if (k == 0) first = v;
			sum += v - first;
			squares += (v - first) * (v - first);
		}
		samples.set(row, first, sum, squares);
	}
}
