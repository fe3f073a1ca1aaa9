package net.operando.acquire.engine;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Watches stored frames for the sudden, local darkening that a crack makes, cheaply enough to keep up with them. A frame is
 * compared with one of about {@value #LAG_SECONDS} s before. Differences are divided by the square root of the light, so that
 * shot noise is even over the image, and averaged over 3 x 3 pixels; their noise is the median absolute value over the
 * image. The score is the strongest darkening in units of that noise, and 0 where the image as a whole moved or changed: then
 * about as much of it becomes brighter as darker, or more of it changes than a crack can make. It says when to look closely; finding
 * and measuring cracks is the analysis' work. Not thread-safe.
 */
public final class CrackWatch {

	static final double LAG_SECONDS = 2;
	/** A change is counted from here on, in units of the noise. */
	private static final double COUNTED = 6;
	/** Nor is one of less than this part of the light a crack, however small the noise. */
	private static final double LEAST_CHANGE = 0.04;
	/** The brightening that a growing crack may bring beside its darkening; a shifted image brings as much of both. */
	private static final double MOST_BRIGHTENING = 0.5;
	/** A crack all across a rod of 3.5 um darkens about 25 px along a line of 4 px width at 69 nm/px; a multiple of it is none. */
	private static final int MOST_PIXELS = 800;
	/** A flickering pixel darkens the nine averages that it is part of. */
	private static final int LEAST_PIXELS = 12;
	/** Darker parts of the image, outside the lit disc, tell nothing. */
	private static final double LEAST_LIGHT = 0.1;
	private static final int KEPT = 5;

	private static final class Past {

		private final double seconds;
		private final float[] samples;

		private Past(final double seconds, final float[] samples) {
			this.seconds = seconds;
			this.samples = samples;
		}
	}

	private final int width;
	private final int height;
	private final ArrayDeque<Past> past = new ArrayDeque<>();
	private final float[] change;
	private final float[] rows;
	private double x = Double.NaN;
	private double y = Double.NaN;

	/** @param width of the stored frames in px; @param height likewise */
	public CrackWatch(final int width, final int height) {
		this.width = width;
		this.height = height;
		change = new float[width * height];
		rows = new float[width * height];
	}

	/** Forgets what was before: after a pause, a move, or another number of exposures per frame. */
	public void restart() {
		past.clear();
	}

	/**
	 * Looks at a frame.
	 *
	 * @param samples mean counts, copied where kept
	 * @param seconds its time
	 * @return the score; NaN while there is nothing to compare with
	 */
	public double look(final float[] samples, final double seconds) {
		while (past.size() > 1 && secondOf(past) <= seconds - LAG_SECONDS)
			past.removeFirst();
		double score = Double.NaN;
		if (!past.isEmpty() && past.peekFirst().seconds <= seconds - 0.45 * LAG_SECONDS) score = score(samples, past.peekFirst().samples);
		if (past.isEmpty() || seconds - past.peekLast().seconds >= LAG_SECONDS / (KEPT - 1) - 1e-6) past.addLast(new Past(
			seconds, samples.clone()));
		return score;
	}

	private static double secondOf(final ArrayDeque<Past> deque) {
		final java.util.Iterator<Past> it = deque.iterator();
		it.next();
		return it.next().seconds;
	}

	/** Column of the strongest darkening, px. */
	public double x() {
		return x;
	}

	/** Row of the strongest darkening, px. */
	public double y() {
		return y;
	}

	private double score(final float[] now, final float[] before) {
		double all = 0;
		double allBefore = 0;
		for (int i = 0; i < now.length; i++) {
			all += now[i];
			allBefore += before[i];
		}
		if (!(allBefore > 0)) return 0;
		final double ratio = all / allBefore;
		final float[] sample = sample(before);
		// the brightest pixel may be a hot one
		final double least = LEAST_LIGHT * sample[(int) (0.99 * (sample.length - 1))];
		for (int i = 0; i < now.length; i++)
			change[i] = before[i] < least ? 0 : (float) ((now[i] - ratio * before[i]) / Math.sqrt(before[i]));
		smooth();
		final double noise = noise();
		if (!(noise > 0)) return 0;
		return strongest(before, noise);
	}

	private double strongest(final float[] before, final double noise) {
		int darker = 0;
		int brighter = 0;
		double strongest = 0;
		for (int i = 0; i < change.length; i++) {
			final double z = change[i] / noise;
			if (Math.abs(z) < COUNTED || Math.abs(change[i]) < LEAST_CHANGE * Math.sqrt(before[i])) continue;
			if (z > 0) brighter++;
			else {
				darker++;
				if (-z > strongest) {
					strongest = -z;
					x = i % width;
					y = i / width;
				}
			}
		}
		return darker < LEAST_PIXELS || darker > MOST_PIXELS || brighter > MOST_BRIGHTENING * darker ? 0 : strongest;
	}

	/** Mean of 3 x 3 pixels; the border stays 0. */
	private void smooth() {
		for (int i = 1; i < change.length - 1; i++)
			rows[i] = change[i - 1] + change[i] + change[i + 1];
		Arrays.fill(change, 0);
		for (int r = 1; r < height - 1; r++)
			for (int i = r * width + 1; i < (r + 1) * width - 1; i++)
				change[i] = (rows[i - width] + rows[i] + rows[i + width]) / 9;
	}

	/** Standard deviation of normal noise with the median absolute value that the lit pixels have. */
	private double noise() {
		final float[] lit = new float[change.length / 7 + 1];
		int n = 0;
		for (int i = 0; i < change.length; i += 7)
			if (change[i] != 0) lit[n++] = Math.abs(change[i]);
		if (n < 20) return Double.NaN;
		Arrays.sort(lit, 0, n);
		return 1.4826 * lit[n / 2];
	}

	private static float[] sample(final float[] values) {
		final float[] some = new float[(values.length + 10) / 11];
		for (int i = 0; i < some.length; i++)
			some[i] = values[11 * i];
		Arrays.sort(some);
		return some;
	}
}
