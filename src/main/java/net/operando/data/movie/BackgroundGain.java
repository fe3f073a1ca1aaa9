package net.operando.data.movie;

import java.util.Arrays;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Parallel;
import net.operando.base.Progress;

/**
 * The level of the light in every frame, from the inert background: the sum over its pixels relative to the first frame's,
 * taken over those squares of 32 px that agree with most others, so that particles that brighten, grow or were not seen do not
 * count.
 */
public final class BackgroundGain {

	private static final int TILE = 32;

	/** Squares with less background are left out. */
	private static final double LEAST_SHARE = 0.25;

	/** Squares farther from the median than so many robust standard deviations changed by themselves. */
	private static final double DEVIATIONS = 3;

	/** Frames looked at for particles. */
	private static final int LOOKS = 5;

	/** What particles may move in px while they are looked for. */
	private static final int MOVEMENT = 6;

	/** Frames below this share of the median level are dark: what is in them is noise. */
	private static final double DARK = 0.01;

	private BackgroundGain() {}

	/**
	 * The background, found automatically: what is lit and never a particle.
	 *
	 * @throws InsufficientDataException if nothing is left
	 */
	public static PixelMask background(final Movie movie) {
		PixelMask other = PixelMask.none(movie.width(), movie.height());
		for (int k = 0; k < LOOKS; k++) {
			final int frame = (int) ((movie.frameCount() - 1L) * k / (LOOKS - 1));
			final BackgroundFinder finder = BackgroundFinder.of(movie.frame(frame, null), movie.width(), movie.height());
			other = other.or(finder.particles().grown(MOVEMENT)).or(finder.unlit());
		}
		if (other.share() > 0.98) throw new InsufficientDataException("There is no background in " + movie.name() +
			" to take the level of the light from: give a region of it (background).");
		return other.inverted();
	}

	/**
	 * @param background pixels to take the level from
	 * @return level of each frame over the movie's median level, in double precision; NaN where a frame is dark or has no background
	 * @throws InvalidInputException if the mask has another size or no pixel
	 * @throws InsufficientDataException if the first frame is dark there
	 */
	public static double[] of(final Movie movie, final PixelMask background, final Progress progress) {
		if (background.width() != movie.width() || background.height() != movie.height()) throw new InvalidInputException(
			"The background region is for images of " + background.width() + " x " + background.height() +
				" pixels, but the movie " + movie.name() + " has " + movie.width() + " x " + movie.height() +
				": draw it on this movie.");
		if (background.count() == 0) throw new InvalidInputException(
			"The background region holds no pixel: draw it on the carbon beside the particles.");
		final float[] first = movie.frame(0, null).clone();
		final double[] gains = new double[movie.frameCount()];
		Parallel.loop(gains.length, progress, "measuring the light", i -> gains[i] = ratio(movie.frame(i, null), first,
			background));
		final double[] sorted = Arrays.stream(gains).filter(g -> g - g == 0 && g > 0).sorted().toArray();
		if (sorted.length == 0) throw new InsufficientDataException("The background of " + movie.name() +
			" is dark in the first frame: open the movie from a lit frame on (framerange).");
		final double median = sorted[sorted.length / 2];
		for (int i = 0; i < gains.length; i++)
			gains[i] = gains[i] > DARK * median ? gains[i] / median : Double.NaN;
		return gains;
	}

	private static double ratio(final float[] frame, final float[] first, final PixelMask background) {
		final int columns = (background.width() + TILE - 1) / TILE;
		final int tiles = columns * ((background.height() + TILE - 1) / TILE);
		final double[] here = new double[tiles];
		final double[] there = new double[tiles];
		final int[] count = new int[tiles];
		for (int y = 0, i = 0; y < background.height(); y++)
			for (int x = 0; x < background.width(); x++, i++) {
				final float a = frame[i];
				final float b = first[i];
				// what is NaN in one of them counts in neither
				if (!background.contains(i) || !(a - a == 0) || !(b - b == 0)) continue;
				final int t = y / TILE * columns + x / TILE;
				here[t] += a;
				there[t] += b;
				count[t]++;
			}
		final double[] ratios = new double[tiles];
		int n = 0;
		int most = 0;
		for (final int c : count)
			most = Math.max(most, c);
		for (int t = 0; t < tiles; t++)
			if (count[t] > LEAST_SHARE * most && there[t] > 0) ratios[n++] = here[t] / there[t];
		if (n == 0) return Double.NaN;
		final double middle = median(Arrays.copyOf(ratios, n));
		final double[] distances = new double[n];
		for (int k = 0; k < n; k++)
			distances[k] = Math.abs(ratios[k] - middle);
		final double limit = DEVIATIONS * 1.4826 * median(distances) + 1e-9 * middle;
		double sum = 0;
		double reference = 0;
		for (int t = 0; t < tiles; t++) {
			if (!(count[t] > LEAST_SHARE * most) || !(Math.abs(here[t] / there[t] - middle) <= limit)) continue;
			sum += here[t];
			reference += there[t];
		}
		return sum / reference;
	}

	private static double median(final double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}
}
