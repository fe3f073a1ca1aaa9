package net.operando.analysis.crack;

import net.operando.analysis.linecut.LineCutParameters;
import net.operando.analysis.linecut.LineSampler;
import net.operando.analysis.linecut.LineSamples;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/**
 * The rod around one crack, all pixels across, in the frames around its run. Coordinates: {@code along} in px from the middle
 * position, {@code across} in px from the axis to the right. Immutable.
 */
final class TipWindow {

	/** Samples by frame; position times width. */
	private final float[][] samples;
	private final double[] seconds;
	private final int firstFrame;
	private final int rows;
	private final int width;
	private final int middle;
	private final double pixel_um;

	private TipWindow(final float[][] samples, final double[] seconds, final int firstFrame, final int rows,
		final int width, final int middle, final double pixel_um)
	{
		this.samples = samples;
		this.seconds = seconds;
		this.firstFrame = firstFrame;
		this.rows = rows;
		this.width = width;
		this.middle = middle;
		this.pixel_um = pixel_um;
	}

	/**
	 * @param position whole px along the line that becomes 0 along
	 * @param halfLength how far to read along, in px, as far as the line reaches
	 * @param width samples across
	 */
	static TipWindow read(final Movie movie, final LinePath line, final int position, final int halfLength,
		final int width, final int fromFrame, final int toFrame, final Progress progress)
	{
		final double length = line.length();
		final int from = Math.max(0, position - halfLength);
		final int to = Math.min((int) Math.floor(length), position + halfLength);
		final double dx = (line.x(1) - line.x(0)) / length;
		final double dy = (line.y(1) - line.y(0)) / length;
		final LinePath part = LinePath.straight(line.x(0) + from * dx, line.y(0) + from * dy, line.x(0) + to * dx, line.y(0) +
			to * dy);
		final LineSampler sampler = LineSampler.of(movie, part, new LineCutParameters().withWidthPixels(width)
			.withPartialWidth(true));
		final float[][] samples = new float[toFrame - fromFrame][];
		Parallel.loop(samples.length, progress, "following the crack", f -> {
			final LineSamples s = sampler.samples(fromFrame + f);
			samples[f] = new float[s.rows() * width];
			for (int i = 0; i < s.rows(); i++)
				for (int k = 0; k < width; k++)
					samples[f][i * width + k] = s.value(i, k);
		});
		final double[] seconds = new double[samples.length];
		for (int f = 0; f < seconds.length; f++)
			seconds[f] = movie.times().seconds(fromFrame + f);
		return new TipWindow(samples, seconds, fromFrame, sampler.rows(), width, position - from, movie.calibration()
			.micrometresPerPixel());
	}

	int frames() {
		return samples.length;
	}

	/** Number in the movie of the window's first frame. */
	int firstFrame() {
		return firstFrame;
	}

	double seconds(final int frame) {
		return seconds[frame];
	}

	int width() {
		return width;
	}

	double pixel_um() {
		return pixel_um;
	}

	double across(final int column) {
		return column - 0.5 * (width - 1);
	}

	/** The mean of some frames; position times width. */
	float[] mean(final int from, final int to) {
		final float[] mean = new float[rows * width];
		for (int s = 0; s < mean.length; s++) {
			double sum = 0;
			int n = 0;
			for (int f = from; f < to; f++)
				if (!Float.isNaN(samples[f][s])) {
					sum += samples[f][s];
					n++;
				}
			mean[s] = n == 0 ? Float.NaN : (float) (sum / n);
		}
		return mean;
	}

	/** A frame's samples; not to be changed. */
	float[] frame(final int frame) {
		return samples[frame];
	}

	/**
	 * How much of a dark line there is at a point: as {@link LineFilter}, but relative to the light on both sides of the
	 * line, which the line itself does not reach.
	 *
	 * @param image position times width
	 * @param sigma width of the filter in px
	 * @return NaN if the point is too near the window's ends or has no value
	 */
	double response(final float[] image, final double along, final int column, final double sigma) {
		final int at = middle + (int) Math.rint(along);
		final double[] kernel = LineFilter.kernel(sigma, along - Math.rint(along));
		final int reach = kernel.length / 2;
		if (at - reach < 0 || at + reach >= rows) return Double.NaN;
		double sum = 0;
		for (int j = 0; j < kernel.length; j++)
			sum += kernel[j] * image[(at + j - reach) * width + column];
		double around = 0;
		int n = 0;
		for (int j = (int) Math.ceil(3 * sigma); j <= (int) Math.ceil(8 * sigma); j++)
			for (int side = -1; side <= 1; side += 2) {
				final int i = at + side * j;
				if (i < 0 || i >= rows || Float.isNaN(image[i * width + column])) continue;
				around += image[i * width + column];
				n++;
			}
		return around > 0 ? sum / around * n : Double.NaN;
	}

	/** Mean of an image along the rod, from one distance to another on either side of a line through the middle. */
	double[] profileAcross(final float[] image, final double slope, final double fromPixels, final double toPixels) {
		final double[] profile = new double[width];
		for (int k = 0; k < width; k++) {
			int n = 0;
			for (int i = 0; i < rows; i++) {
				final float v = image[i * width + k];
				final double distance = Math.abs(i - middle - slope * across(k));
				if (distance < fromPixels || distance > toPixels || Float.isNaN(v)) continue;
				profile[k] += v;
				n++;
			}
			profile[k] = n == 0 ? Double.NaN : profile[k] / n;
		}
		return profile;
	}
}
