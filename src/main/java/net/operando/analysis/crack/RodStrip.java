package net.operando.analysis.crack;

import java.util.Arrays;

import net.operando.analysis.linecut.LineCutParameters;
import net.operando.analysis.linecut.LineSampler;
import net.operando.analysis.linecut.LineSamples;
import net.operando.base.InsufficientDataException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/**
 * How much of a dark line there is at every position along a rod, in bands across it, in every frame: minus the second
 * derivative, in units of the filter's width, over the intensity around. Whatever multiplies the light (lamp, brightening) drops
 * out. Immutable.
 */
final class RodStrip {

	private static final double BAND_PIXELS = 4.5;
	private static final int FEWEST_BANDS = 5;
	private static final int MOST_BANDS = 12;

	/** Response by band, position, frame. */
	private final float[][][] response;
	/** Position of the bands' middles across, in px from the axis. */
	private final double[] across;
	/** First position and end of the rod along the line, ends of the rod left out. */
	private final int first;
	private final int end;

	private RodStrip(final float[][][] response, final double[] across, final int first, final int end) {
		this.response = response;
		this.across = across;
		this.first = first;
		this.end = end;
	}

	/**
	 * Reads the rod in all frames.
	 *
	 * @param sigmaPixels width of the line filter in px
	 * @param marginPixels how much of the rod at either of its ends is left out
	 */
	static RodStrip read(final Movie movie, final LinePath line, final CrackParameters parameters,
		final double sigmaPixels, final double marginPixels, final Progress progress)
	{
		final int bands = Math.max(FEWEST_BANDS, Math.min(MOST_BANDS, (int) Math.round(parameters.widthPixels() /
			BAND_PIXELS)));
		final LineSampler sampler = LineSampler.of(movie, line, new LineCutParameters().withWidthPixels(parameters
			.widthPixels()).withPartialWidth(true));
		final int rows = sampler.rows();
		final float[][][] response = new float[bands][rows][movie.frameCount()];
		final double[] across = new double[bands];
		for (int b = 0; b < bands; b++)
			across[b] = (b + 0.5) * parameters.widthPixels() / bands - 0.5 * parameters.widthPixels();
		final LineFilter filter = LineFilter.of(sigmaPixels);
		final double[][] means = new double[movie.frameCount()][];
		Parallel.loop(movie.frameCount(), progress, "looking for lines across the rod", f -> {
			final LineSamples samples = sampler.samples(f);
			means[f] = new double[rows];
			for (int i = 0; i < rows; i++)
				means[f][i] = samples.mean(i);
			for (int b = 0; b < bands; b++) {
				final double[] r = filter.response(band(samples, b, bands));
				for (int i = 0; i < rows; i++)
					response[b][i][f] = (float) r[i];
			}
		});
		final int[] range = rodRange(means, marginPixels);
		return new RodStrip(response, across, range[0], range[1]);
	}

	private static double[] band(final LineSamples samples, final int band, final int bands) {
		final int from = band * samples.width() / bands;
		final int to = (band + 1) * samples.width() / bands;
		final double[] profile = new double[samples.rows()];
		for (int i = 0; i < profile.length; i++) {
			double sum = 0;
			int n = 0;
			for (int k = from; k < to; k++)
				if (!Float.isNaN(samples.value(i, k))) {
					sum += samples.value(i, k);
					n++;
				}
			profile[i] = n == 0 ? Double.NaN : sum / n;
		}
		return profile;
	}

	/**
	 * The stretch of the line that is on the rod in all frames: a line may reach beyond the ends, and an end that moves looks
	 * like a line that comes.
	 */
	private static int[] rodRange(final double[][] means, final double margin) {
		final int rows = means[0].length;
		final double[] mean = new double[rows];
		for (int i = 0; i < rows; i++) {
			int n = 0;
			for (final double[] frame : means)
				if (!Double.isNaN(frame[i])) {
					mean[i] += frame[i];
					n++;
				}
			// a position that is often missing cannot be followed
			mean[i] = 2 * n > means.length ? mean[i] / n : Double.NaN;
		}
		final double[] sorted = Arrays.stream(mean).filter(v -> !Double.isNaN(v)).sorted().toArray();
		if (2 * sorted.length < rows) throw new InsufficientDataException("More than half of the rod along the line has no " +
			"value in most frames: draw the line inside the part of the image that all frames share.");
		final double level = 0.6 * sorted[sorted.length / 2];
		int first = 0;
		while (first < rows && !(mean[first] > level))
			first++;
		int end = rows;
		while (end > first && !(mean[end - 1] > level))
			end--;
		return new int[] { (int) Math.ceil(first + margin), (int) Math.floor(end - margin) };
	}

	int bands() {
		return response.length;
	}

	/** Where a band's middle is across the rod, in px from the axis to the right. */
	double across(final int band) {
		return across[band];
	}

	/** First position on the rod. */
	int first() {
		return first;
	}

	/** After the last position on the rod. */
	int end() {
		return end;
	}

	int positions() {
		return response[0].length;
	}

	/** The response over time; not to be changed. NaN where the movie has no value. */
	float[] series(final int band, final int position) {
		return response[band][position];
	}

	/** How much the rod as a whole changes from each frame to the next: the median over it of the response's change. */
	double[] changes() {
		final double[] changes = new double[response[0][0].length - 1];
		final double[] all = new double[bands() * Math.max(0, end - first)];
		for (int f = 0; f < changes.length; f++) {
			int n = 0;
			for (final float[][] band : response)
				for (int i = first; i < end; i++)
					if (!Float.isNaN(band[i][f] + band[i][f + 1])) all[n++] = Math.abs(band[i][f + 1] - band[i][f]);
			Arrays.sort(all, 0, n);
			changes[f] = n == 0 ? 0 : all[n / 2];
		}
		return changes;
	}
}
