package net.operando.analysis.rod;

import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;

/** The profile along a rod's axis in every frame. */
final class RodProfiles {

	/** What is left out at either end when the rod's intensity is taken, in m. */
	private static final double END_METRES = 0.5e-6;

	final StripProfile strip;
	final double[][] values;
	private final double[] saturated;

	private RodProfiles(final StripProfile strip, final double[][] values, final double[] saturated) {
		this.strip = strip;
		this.values = values;
		this.saturated = saturated;
	}

	/** @param beyond how far the profile goes on beyond either end of the axis, in pixels */
	static RodProfiles read(final Movie movie, final RodAxis axis, final double halfWidth, final double beyond,
		final double fullScale, final Progress progress)
	{
		final StripProfile strip = StripProfile.of(axis, -Math.ceil(beyond), axis.lengthPixels() + beyond, 0, halfWidth, movie
			.width(), movie.height());
		final double[][] values = new double[movie.frameCount()][];
		final double[] saturated = new double[values.length];
		Parallel.loop(values.length, progress, "reading the rod", t -> {
			final float[] samples = movie.region(t, strip.region(), null);
			values[t] = strip.of(samples);
			saturated[t] = strip.shareAbove(samples, fullScale);
		});
		return new RodProfiles(strip, values, saturated);
	}

	/** As a movie of one frame. */
	static RodProfiles ofImage(final float[] image, final int width, final int height, final RodAxis axis,
		final double halfWidth, final double beyond)
	{
		final StripProfile strip = StripProfile.of(axis, -Math.ceil(beyond), axis.lengthPixels() + beyond, 0, halfWidth, width,
			height);
		final Region r = strip.region();
		final float[] samples = new float[r.size()];
		for (int row = 0; row < r.height(); row++)
			System.arraycopy(image, (r.y() + row) * width + r.x(), samples, row * r.width(), r.width());
		return new RodProfiles(strip, new double[][] { strip.of(samples) }, new double[1]);
	}

	int frames() {
		return values.length;
	}

	/** Share of a frame's pixels at full scale. */
	double saturated(final int frame) {
		return saturated[frame];
	}

	/** Mean between two ends, half a micrometre inside each. */
	double interior(final int frame, final double from, final double to, final double metresPerPixel) {
		final double margin = Math.min(END_METRES / metresPerPixel, 0.25 * (to - from));
		double sum = 0;
		int n = 0;
		for (int k = 0; k < strip.stations(); k++) {
			final double s = strip.position(k);
			if (s < from + margin || s > to - margin || Double.isNaN(values[frame][k])) continue;
			sum += values[frame][k];
			n++;
		}
		return n == 0 ? Double.NaN : sum / n;
	}
}
