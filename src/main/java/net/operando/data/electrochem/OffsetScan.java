package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.Progress;

/**
 * The coarse search: how much better the movie is explained by changes at the current's steps than by none, for every
 * offset on a grid of half a frame. The gain of a change at every moment of the movie is computed once; an offset's score
 * is the sum of the gains where it puts the steps, each less what noise alone gives.
 */
final class OffsetScan {

	/** Mean gain in pure noise, where the best of a few neighbouring moments is taken. */
	private static final double NOISE_GAIN = 2;
	private static final int SIDE_FRAMES = 4;

	/** An offset that explains the movie, with its score and the number of steps it puts within the movie. */
	static final class Candidate {

		final double offset;
		final double score;
		final int inside;

		Candidate(final double offset, final double score, final int inside) {
			this.offset = offset;
			this.score = score;
			this.inside = inside;
		}
	}

	private final double[] t;
	private final double step;
	private final double window;
	private final double[][] gain;
	private final List<CurrentChange> changes;

	/**
	 * @param window time in s before and after a change that is looked at
	 * @param tau time constants tried, in s
	 * @param slack time in s by which a step may lie beside where the clock puts it
	 */
	OffsetScan(final double[] t, final double[] y, final List<CurrentChange> changes, final double step,
		final double window, final double[] tau, final double slack, final Progress progress)
	{
		this.t = t;
		this.step = step;
		this.window = window;
		this.changes = changes;
		final int n = (int) Math.ceil((t[t.length - 1] - t[0]) / step) + 1;
		gain = new double[tau.length][n];
		final KinkFit fit = new KinkFit(t, y);
		int from = 0;
		int end = 0;
		int at = 0;
		for (int j = 0; j < n; j++) {
			final double m = t[0] + j * step;
			while (from < t.length && t[from] < m - window)
				from++;
			while (end < t.length && t[end] <= m + window)
				end++;
			while (at < t.length && t[at] <= m)
				at++;
			if (at - from < SIDE_FRAMES || end - at < SIDE_FRAMES) continue;
			final double background = fit.background(from, end, m);
			for (int k = 0; k < tau.length; k++)
				gain[k][j] = fit.gain(from, end, m, tau[k], background);
			if (j % 256 == 0) {
				progress.checkCancelled();
				progress.update(j / (double) n, "matching intensity to current");
			}
		}
		final int reach = (int) Math.round(slack / step);
		for (int k = 0; k < tau.length; k++)
			gain[k] = slidingMaximum(gain[k], reach);
	}

	private static double[] slidingMaximum(final double[] x, final int reach) {
		final double[] y = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			double best = 0;
			for (int j = Math.max(0, i - reach); j <= Math.min(x.length - 1, i + reach); j++)
				best = Math.max(best, x[j]);
			y[i] = best;
		}
		return y;
	}

	/** The offsets with the highest scores, best first, each further than a window from the better ones. */
	List<Candidate> candidates(final double low, final double high, final int count) {
		final int n = (int) Math.floor((high - low) / step) + 1;
		final double[] score = new double[n];
		final int[] inside = new int[n];
		for (int j = 0; j < n; j++) {
			final Candidate c = at(low + j * step);
			score[j] = c.score;
			inside[j] = c.inside;
		}
		final boolean[] taken = new boolean[n];
		final int apart = (int) Math.ceil(window / step);
		final List<Candidate> result = new ArrayList<>();
		for (int k = 0; k < count; k++) {
			int best = -1;
			for (int j = 0; j < n; j++)
				if (!taken[j] && (best < 0 || score[j] > score[best])) best = j;
			if (best < 0) break;
			result.add(new Candidate(low + best * step, score[best], inside[best]));
			for (int j = Math.max(0, best - apart); j <= Math.min(n - 1, best + apart); j++)
				taken[j] = true;
		}
		return result;
	}

	private Candidate at(final double offset) {
		double best = 0;
		int inside = 0;
		for (int k = 0; k < gain.length; k++) {
			double sum = 0;
			inside = 0;
			for (int c = firstAfter(t[0] + offset); c < changes.size(); c++) {
				final int j = (int) Math.round((changes.get(c).seconds() - offset - t[0]) / step);
				if (j >= gain[k].length) break;
				if (j < 0) continue;
				sum += gain[k][j] > 0 ? gain[k][j] - NOISE_GAIN : 0;
				inside++;
			}
			best = Math.max(best, sum);
		}
		return new Candidate(offset, best, inside);
	}

	private int firstAfter(final double seconds) {
		int low = 0;
		int high = changes.size();
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (changes.get(middle).seconds() < seconds - step) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
