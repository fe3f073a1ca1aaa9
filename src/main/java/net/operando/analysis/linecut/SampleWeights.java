package net.operando.analysis.linecut;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import net.operando.data.movie.Region;

/**
 * Which pixels, with which weights, make each sample of a line: rows (positions along it) times width (samples along the
 * normal). Made once for a line, then applied to every frame. Immutable.
 */
final class SampleWeights {

	private final int rows;
	private final int width;
	/** Entries per sample: 2 x 2 pixels, or 4 x 4. */
	private final int taps;
	/**
	 * Index within the region. A sample on a pixel's centre needs fewer pixels than it has entries: the rest repeat one it
	 * needs, with weight 0, so that a NaN next to it does not reach it. A sample outside the image has the weight NaN.
	 */
	private final int[] pixel;
	private final double[] weight;
	private final Region region;
	/** The same as cells, for two by two pixels; null for four by four. */
	private final BilinearCells cells;
	private final double[] varianceFactor;

	private SampleWeights(final int rows, final int width, final int taps, final int[] pixel, final double[] weight,
		final Region region, final BilinearCells cells)
	{
		this.rows = rows;
		this.width = width;
		this.taps = taps;
		this.pixel = pixel;
		this.weight = weight;
		this.region = region;
		this.cells = cells;
		varianceFactor = varianceFactors(region.size());
	}

	/**
	 * @param line the line
	 * @param rows number of positions
	 * @param step distance between positions in px
	 * @param stretch by how much distances from the fixed point are larger than at the reference length
	 * @param parameters width, interpolation and fixed point
	 */
	static SampleWeights of(final LineGeometry line, final int rows, final double step, final double stretch,
		final LineCutParameters parameters, final int imageWidth, final int imageHeight)
	{
		final Interpolation interpolation = parameters.interpolation();
		final int width = parameters.widthPixels();
		final double fixed = parameters.fixedFraction() * line.length();
		final int taps = interpolation.taps();
		final int[] pixel = new int[rows * width * taps];
		final double[] weight = new double[pixel.length];
		final double[] sampleX = new double[rows * width];
		final double[] sampleY = new double[rows * width];
		final double[] point = new double[4];
		final double[] wx = new double[Interpolation.MOST_WEIGHTS];
		final double[] wy = new double[Interpolation.MOST_WEIGHTS];
		for (int row = 0, s = 0; row < rows; row++) {
			line.at(fixed + (row * step - fixed) * stretch, point);
			for (int k = 0; k < width; k++, s++) {
				final double across = k - 0.5 * (width - 1);
				sampleX[s] = point[0] + across * point[2];
				sampleY[s] = point[1] + across * point[3];
				final int x = interpolation.support(sampleX[s], imageWidth, wx);
				final int y = interpolation.support(sampleY[s], imageHeight, wy);
				if (x == Interpolation.OUTSIDE || y == Interpolation.OUTSIDE) {
					sampleX[s] = Double.NaN;
					Arrays.fill(weight, s * taps, (s + 1) * taps, Double.NaN);
				}
				else fill(pixel, weight, s * taps, taps, x, wx, y, wy, imageWidth);
			}
		}
		final Region region = regionOf(pixel, weight, imageWidth, imageHeight);
		for (int i = 0; i < pixel.length; i++)
			pixel[i] = Double.isNaN(weight[i]) ? 0 : (pixel[i] / imageWidth - region.y()) * region.width() + pixel[i] %
				imageWidth - region.x();
		final BilinearCells cells = interpolation == Interpolation.LINEAR ? new BilinearCells(width, sampleX, sampleY, region)
			: null;
		return new SampleWeights(rows, width, taps, pixel, weight, region, cells);
	}

	private static void fill(final int[] pixel, final double[] weight, final int from, final int taps, final int x,
		final double[] wx, final int y, final double[] wy, final int imageWidth)
	{
		int to = from;
		for (int j = 0; j < wy.length; j++)
			for (int i = 0; i < wx.length; i++)
				if (wx[i] * wy[j] != 0) {
					pixel[to] = (y + j) * imageWidth + x + i;
					weight[to++] = wx[i] * wy[j];
				}
		Arrays.fill(pixel, to, from + taps, pixel[from]);
	}

	/** The rectangle around the pixels, or, if that is half the image or more, the image, which is then read faster. */
	private static Region regionOf(final int[] pixel, final double[] weight, final int imageWidth,
		final int imageHeight)
	{
		int left = imageWidth;
		int right = -1;
		int top = imageHeight;
		int bottom = -1;
		for (int i = 0; i < pixel.length; i++) {
			if (Double.isNaN(weight[i])) continue;
			left = Math.min(left, pixel[i] % imageWidth);
			right = Math.max(right, pixel[i] % imageWidth);
			top = Math.min(top, pixel[i] / imageWidth);
			bottom = Math.max(bottom, pixel[i] / imageWidth);
		}
		if (right < 0) return Region.of(0, 0, 1, 1);
		final Region bounds = Region.of(left, top, right - left + 1, bottom - top + 1);
		return 2L * bounds.size() < (long) imageWidth * imageHeight ? bounds : Region.of(0, 0, imageWidth, imageHeight);
	}

	private double[] varianceFactors(final int pixels) {
		final double[] factors = new double[rows];
		final double[] sum = new double[pixels];
		for (int row = 0; row < rows; row++) {
			final int from = row * width * taps;
			final int end = from + width * taps;
			int entriesInside = 0;
			double squares = 0;
			for (int e = from; e < end; e++) {
				if (Double.isNaN(weight[e])) continue;
				entriesInside++;
				squares += weight[e] * weight[e];
				sum[pixel[e]] += weight[e];
			}
			final int n = entriesInside / taps;
			double merged = 0;
			for (int e = from; e < end; e++) {
				merged += sum[pixel[e]] * sum[pixel[e]];
				sum[pixel[e]] = 0;
			}
			merged /= (double) n * n;
			factors[row] = n < 2 ? Double.NaN : merged * (n - 1) / (squares - n * merged);
		}
		return factors;
	}

	/** The rectangle that holds all pixels needed. */
	Region region() {
		return region;
	}

	/**
	 * By what a row's variance across the width is to be multiplied to be the squared standard error of its mean. With n
	 * independent samples it would be 1/n; interpolated neighbours share pixels, so they scatter less than pixels do and
	 * their mean scatters more than 1/n of that. For pixels with independent noise of equal variance the factor is exact:
	 * with a_ij the weight of pixel j in sample i and W_j the mean of a_ij over i, M (n - 1) / (A - n M), where M is the
	 * sum of W_j^2 and A that of a_ij^2. NaN with fewer than two samples inside the image.
	 */
	double varianceFactor(final int row) {
		return varianceFactor[row];
	}

	/** Whether the number of a row's samples that lie inside the image is below a number. */
	boolean hasFewerInside(final int row, final int samples) {
		int inside = 0;
		for (int k = 0; k < width; k++)
			if (!Double.isNaN(weight[(row * width + k) * taps])) inside++;
		return inside < samples;
	}

	/**
	 * The samples of a frame of counts; NaN where a sample is outside.
	 *
	 * @param counts the region's, unsigned
	 */
	LineSamples of(final short[] counts) {
		final LineSamples samples = new LineSamples(rows, width, this);
		if (cells != null) samples.values()[0] = cells.touch(counts);
		for (int row = 0; row < rows; row++)
			if (cells != null) cells.sample(counts, row, samples);
			else weigh(row, samples, i -> counts[i] & 0xffff);
		return samples;
	}

	/**
	 * The samples of a frame; NaN where a sample is outside or a pixel it needs is NaN.
	 *
	 * @param pixels the region's
	 */
	LineSamples of(final float[] pixels) {
		final LineSamples samples = new LineSamples(rows, width, this);
		for (int row = 0; row < rows; row++) {
			if (cells != null) cells.sample(pixels, row, samples);
			// a NaN may have come from a pixel that a sample does not need
			if (cells == null || Double.isNaN(samples.mean(row))) weigh(row, samples, i -> pixels[i]);
		}
		return samples;
	}

	private void weigh(final int row, final LineSamples samples, final IntToDoubleFunction pixels) {
		final float[] values = samples.values();
		double first = 0;
		double sum = 0;
		double squares = 0;
		for (int k = 0, e = row * width * taps; k < width; k++) {
			double v = 0;
			for (final int end = e + taps; e < end; e++)
				v += weight[e] * pixels.applyAsDouble(pixel[e]);
			values[row * width + k] = (float) v;
			if (k == 0) first = v;
			sum += v - first;
			squares += (v - first) * (v - first);
		}
		samples.set(row, first, sum, squares);
	}
}
