package net.operando.analysis.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.Parallel;
import net.operando.base.Progress;

/**
 * Looks for lines across a rod that come and stay: along each straight path across the bands, for each slowness of a tip
 * that runs along it, the step of the line response between the frames before and after the tip passes. Its score is a low
 * quantile over the bands: what is seen across a part of the rod only (dust), or with both signs (fringes that shift with the
 * focus), scores little. Immutable.
 */
final class StepSearch {

	/** Frames compared on either side of a step last at least so long; a step at the slowest speed has then come half. */
	private static final double WINDOW_SECONDS = 8;
	private static final int FEWEST_FRAMES = 4;
	private static final double SLOWEST_NM_PER_SECOND = 33;
	/** Inclinations, as positions along per position across, in these steps up to about 20 degrees. */
	private static final double SLOPE_STEP = 0.07;
	private static final int SLOPES = 5;
	/** Of the bands, this share may show less than the score. */
	private static final double QUANTILE = 0.3;
	/** Of the rod's width, what a line that stops half way must cross to be seen. */
	static final double SMALLEST_PART = 0.4;
	/** By what it must be clearer, as fringes that the focus shifts cross parts of a rod. */
	private static final double CLEARER = 2.4;
	/** A step must stand out from what happens elsewhere along the rod at the same time by so many standard deviations. */
	private static final double OUTSTANDING = 5;

	/** A line that may be a crack: where it crosses the axis, how it is inclined, and when its tip passed the axis. */
	static final class Candidate {

		final double position;
		final double slope;
		final double slownessSecondsPerPixel;
		final double seconds;
		final double score;

		Candidate(final double position, final double slope, final double slowness, final double seconds,
			final double score)
		{
			this.position = position;
			this.slope = slope;
			this.slownessSecondsPerPixel = slowness;
			this.seconds = seconds;
			this.score = score;
		}
	}

	private final RodStrip strip;
	private final double[] seconds;
	private final double interval;
	private final int window;
	private final double pixel_um;
	private final double threshold;
	private final Progress progress;
	/** Step between a frame and the next, by band, position, frame. */
	private final float[][][] steps;
	private final float[][] largest;

	StepSearch(final RodStrip strip, final double[] seconds, final double interval, final double pixel_um,
		final double threshold, final Progress progress)
	{
		this.strip = strip;
		this.seconds = seconds;
		this.interval = interval;
		this.pixel_um = pixel_um;
		this.threshold = threshold;
		this.progress = progress;
		window = (int) Math.max(FEWEST_FRAMES, Math.ceil(WINDOW_SECONDS / interval));
		steps = new float[strip.bands()][strip.positions()][];
		largest = new float[strip.bands()][strip.positions()];
		Parallel.loop(strip.positions(), progress, "comparing frames", i -> {
			for (int b = 0; b < strip.bands(); b++) {
				steps[b][i] = steps(strip.series(b, i));
				for (final float s : steps[b][i])
					largest[b][i] = Math.max(largest[b][i], s);
			}
		});
	}

	/** Mean of the frames after each frame minus the mean of those up to it; 0 where a side has too few. */
	private float[] steps(final float[] series) {
		final int n = series.length;
		final double[] sum = new double[n + 1];
		final int[] count = new int[n + 1];
		for (int f = 0; f < n; f++) {
			final boolean missing = Float.isNaN(series[f]);
			sum[f + 1] = sum[f] + (missing ? 0 : series[f]);
			count[f + 1] = count[f] + (missing ? 0 : 1);
		}
		final float[] step = new float[n];
		for (int f = 0; f < n; f++) {
			final int from = Math.max(0, f + 1 - window);
			final int to = Math.min(n, f + 1 + window);
			final int before = count[f + 1] - count[from];
			final int after = count[to] - count[f + 1];
			if (before < 3 || after < 3) continue;
			step[f] = (float) ((sum[to] - sum[f + 1]) / after - (sum[f + 1] - sum[from]) / before);
		}
		return step;
	}

	/** The lines above the threshold, the clearest first, none within a distance in px of another. */
	List<Candidate> candidates(final double apartPixels, final int most) {
		return candidates(apartPixels, most, QUANTILE, threshold);
	}

	/** The same for lines across a part of the rod at least; those across the whole are among them. */
	List<Candidate> partial(final double apartPixels, final int most) {
		return candidates(apartPixels, most, 1 - SMALLEST_PART, CLEARER * threshold);
	}

	private List<Candidate> candidates(final double apartPixels, final int most, final double quantile,
		final double least)
	{
		final List<Candidate> all = new ArrayList<>();
		for (int i = strip.first(); i < strip.end(); i++) {
			progress.checkCancelled();
			for (int s = -SLOPES; s <= SLOPES; s++)
				if (mayCross(i, s * SLOPE_STEP, quantile)) all.add(best(i, s * SLOPE_STEP, quantile));
		}
		all.sort((a, b) -> Double.compare(b.score, a.score));
		final List<Candidate> kept = new ArrayList<>();
		for (final Candidate c : all) {
			if (kept.size() == most || c.score < least) break;
			if (kept.stream().noneMatch(k -> Math.abs(k.position - c.position) < apartPixels) && c.score > OUTSTANDING * spread(
				c)) kept.add(c);
		}
		return kept;
	}

	private int positionAt(final int band, final double position, final double slope) {
		return (int) Math.round(position + slope * strip.across(band));
	}

	private boolean mayCross(final int position, final double slope, final double quantile) {
		int above = 0;
		for (int b = 0; b < strip.bands(); b++) {
			final int i = positionAt(b, position, slope);
			if (i < strip.first() || i >= strip.end()) return false;
			if (largest[b][i] > threshold) above++;
		}
		return above >= strip.bands() - allowedBelow(quantile);
	}

	private int allowedBelow(final double quantile) {
		return (int) Math.floor(quantile * strip.bands());
	}

	private Candidate best(final int position, final double slope, final double quantile) {
		final double half = strip.across(strip.bands() - 1) * pixel_um;
		// at the next slowness the outermost band is a quarter of the window later
		final double step = 0.25 * window * interval / half;
		final int slownesses = (int) Math.ceil(1e3 / SLOWEST_NM_PER_SECOND / step);
		Candidate best = null;
		for (int p = -slownesses; p <= slownesses; p++) {
			final double slowness = p * step * pixel_um;
			for (int f = 0; f < seconds.length; f++) {
				final double score = score(position, slope, slowness, f, quantile);
				if (best == null || score > best.score) best = new Candidate(position, slope, slowness, seconds[f], score);
			}
		}
		return best;
	}

	/** A quantile over the bands of the steps along a path; bands whose step would be outside the movie do not count. */
	private double score(final double position, final double slope, final double slowness, final int frame,
		final double quantile)
	{
		final double[] values = new double[strip.bands()];
		int n = 0;
		for (int b = 0; b < values.length; b++) {
			final int f = frame + (int) Math.round(slowness * strip.across(b) / interval);
			if (f < 0 || f >= seconds.length) continue;
			values[n++] = steps[b][positionAt(b, position, slope)][f];
		}
		if (n < values.length - allowedBelow(QUANTILE)) return Double.NEGATIVE_INFINITY;
		Arrays.sort(values, 0, n);
		return values[Math.min(n - 1, (int) Math.floor(quantile * n))];
	}

	/** Robust standard deviation along the rod of the middle step on paths like a candidate's at its time. */
	private double spread(final Candidate c) {
		final int frame = nearest(c.seconds);
		final double[] absolute = new double[strip.end() - strip.first()];
		int n = 0;
		for (int i = strip.first(); i < strip.end(); i++) {
			if (positionAt(0, i, c.slope) < strip.first() || positionAt(0, i, c.slope) >= strip.end() || positionAt(strip
				.bands() - 1, i, c.slope) < strip.first() || positionAt(strip.bands() - 1, i, c.slope) >= strip.end()) continue;
			absolute[n++] = Math.abs(score(i, c.slope, c.slownessSecondsPerPixel, frame, 0.5));
		}
		Arrays.sort(absolute, 0, n);
		return n == 0 ? Double.POSITIVE_INFINITY : 1.4826 * absolute[n / 2];
	}

	private int nearest(final double time) {
		final int i = Arrays.binarySearch(seconds, time);
		return i >= 0 ? i : Math.min(seconds.length - 1, -i - 1);
	}

	/**
	 * Whether a line is still there: the median response along its path in a range of frames, where the path may have moved a
	 * little along the rod.
	 */
	double level(final Candidate c, final int fromFrame, final int toFrame, final int slack) {
		final double[] values = new double[Math.max(0, toFrame - fromFrame)];
		int n = 0;
		for (int f = fromFrame; f < toFrame; f++) {
			double best = Double.NEGATIVE_INFINITY;
			for (int shift = -slack; shift <= slack; shift++) {
				double sum = 0;
				for (int b = 0; b < strip.bands(); b++) {
					final int i = positionAt(b, c.position + shift, c.slope);
					sum += i < 0 || i >= strip.positions() ? Double.NaN : strip.series(b, i)[f];
				}
				if (sum / strip.bands() > best) best = sum / strip.bands();
			}
			if (best > Double.NEGATIVE_INFINITY) values[n++] = best;
		}
		if (n == 0) return Double.NaN;
		Arrays.sort(values, 0, n);
		return values[n / 2];
	}
}
