package net.operando.analysis.drift;

import java.util.Arrays;

import net.operando.base.Progress;
import net.operando.data.movie.BackgroundFinder;
import net.operando.data.movie.BoxMean;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelMask;
import net.operando.data.movie.PixelQuantile;

/** Finds what is not inert in a movie whose movement is roughly known: what is bright in any key frame, and what changes. */
final class ParticleSearch {

	/** Half edge of the squares compared, in px. */
	private static final int REACH = 5;

	/** Smoothed background that changes by less is inert. */
	private static final double LEAST_CHANGE = 0.05;

	/** Nor does a change count that is within so many robust standard deviations of all. */
	private static final double DEVIATIONS = 6;

	/** What grows around a change, in px. */
	private static final int HALO = 6;

	private final Movie movie;
	private final int width;
	private final int height;
	private final float[] largest;
	private final float[] smallest;
	private PixelMask bright;

	private ParticleSearch(final Movie movie) {
		this.movie = movie;
		width = movie.width();
		height = movie.height();
		largest = new float[width * height];
		smallest = new float[width * height];
		bright = PixelMask.none(width, height);
	}

	/**
	 * @param frames to look at; the first one is the reference
	 * @return what is not background, in the first frame
	 */
	static PixelMask particles(final Movie movie, final int[] frames, final DriftNetwork positions,
		final Progress progress)
	{
		final ParticleSearch search = new ParticleSearch(movie);
		final float[] reference = BoxMean.of(movie.frame(frames[0], null), search.width, search.height, REACH);
		for (int k = 0; k < frames.length; k++) {
			progress.checkCancelled();
			if (!Double.isNaN(positions.x(frames[k]) + positions.y(frames[k]))) search.look(reference, frames[k], (int) Math.rint(
				positions.x(frames[k])), (int) Math.rint(positions.y(frames[k])));
			progress.update((k + 1.0) / frames.length, "looking for particles");
		}
		return search.bright.or(search.changed());
	}

	private void look(final float[] reference, final int frame, final int dx, final int dy) {
		final float[] samples = movie.frame(frame, null);
		bright = bright.or(BackgroundFinder.of(samples, width, height).particles().movedBy(-dx, -dy));
		final float[] smooth = BoxMean.of(samples, width, height, REACH);
		final float[] change = new float[smooth.length];
		Arrays.fill(change, Float.NaN);
		for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++)
			for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++)
				change[y * width + x] = (float) Math.log(smooth[(y + dy) * width + x + dx] / reference[y * width + x]);
		final float lamp = PixelQuantile.median(change);
		for (int i = 0; i < change.length; i++) {
			// false where it is not known
			if (change[i] - lamp > largest[i]) largest[i] = change[i] - lamp;
			if (change[i] - lamp < smallest[i]) smallest[i] = change[i] - lamp;
		}
	}

	private PixelMask changed() {
		final float[] range = new float[largest.length];
		for (int i = 0; i < range.length; i++)
			range[i] = largest[i] - smallest[i];
		final double limit = Math.max(LEAST_CHANGE, DEVIATIONS * PixelQuantile.median(range));
		final boolean[] changed = new boolean[range.length];
		for (int i = 0; i < changed.length; i++)
			changed[i] = range[i] > limit;
		return PixelMask.of(width, height, changed).grown(HALO);
	}
}
