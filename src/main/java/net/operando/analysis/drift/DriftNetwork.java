package net.operando.analysis.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.numeric.Cholesky;

/**
 * The position of every frame from the shifts between many pairs of them, by weighted least squares over all pairs at once.
 * The second frame of a pair is always a key frame, so all other frames are eliminated and a system of the size of the
 * key frames is left. Weights are lowered where a pair does not fit the others, so that one that was mistaken spoils
 * nothing. Not thread-safe.
 */
final class DriftNetwork {

	private static final int ROUNDS = 10;

	/** What the shift of a pair is never better than, in px: interpolation, and what moves in the background. */
	static final double FLOOR_PIXELS = 0.0003;

	/** Residuals beyond so many standard deviations count less and less. */
	private static final double TUNING = 3;

	private final int frames;
	private final int[] keys;
	private final int[] keyIndex;
	private final List<Pair> pairs = new ArrayList<>();
	private final double[] x;
	private final double[] y;
	private final double[] turn;

	/** @param keys indices of the key frames; the first of them stays where it is */
	DriftNetwork(final int frames, final int[] keys) {
		this.frames = frames;
		this.keys = keys;
		keyIndex = new int[frames];
		Arrays.fill(keyIndex, -1);
		for (int k = 0; k < keys.length; k++)
			keyIndex[keys[k]] = k;
		x = new double[frames];
		y = new double[frames];
		turn = new double[frames];
	}

	private static final class Pair {

		private final int frame;
		private final int key;
		private final Match match;
		private double robust = 1;

		Pair(final int frame, final int key, final Match match) {
			this.frame = frame;
			this.key = key;
			this.match = match;
		}

		private double weight() {
			return robust / (match.variance + FLOOR_PIXELS * FLOOR_PIXELS);
		}
	}

	/** @param match of the frame against the key frame; left out if nothing was found */
	void add(final int frame, final int keyFrame, final Match match) {
		if (match.found) pairs.add(new Pair(frame, keyFrame, match));
	}

	/** Solves for all frames; positions of frames in no pair are NaN. */
	void solve() {
		for (int round = 0; round < ROUNDS; round++) {
			solve(turn, p -> p.match.turn);
			// the sample turns about the middle of the frame before it moves, so shifts add up turned
			solve(x, p -> p.match.x + (Math.cos(p.match.turn) - 1) * known(x[p.key]) - Math.sin(p.match.turn) * known(y[p.key]));
			solve(y, p -> p.match.y + Math.sin(p.match.turn) * known(x[p.key]) + (Math.cos(p.match.turn) - 1) * known(y[p.key]));
			for (final Pair p : pairs) {
				final double u = residual(p) / Math.sqrt(p.match.variance + FLOOR_PIXELS * FLOOR_PIXELS) / TUNING;
				p.robust = 1 / ((1 + u * u) * (1 + u * u));
			}
		}
	}

	private static double known(final double value) {
		return Double.isNaN(value) ? 0 : value;
	}

	/** By how much a pair misses the positions of its frames, in px. */
	private double residual(final Pair p) {
		final double cos = Math.cos(p.match.turn);
		final double sin = Math.sin(p.match.turn);
		return Math.hypot(x[p.frame] - cos * x[p.key] + sin * y[p.key] - p.match.x, y[p.frame] - sin * x[p.key] - cos *
			y[p.key] - p.match.y);
	}

	@FunctionalInterface
	private interface Difference {

		double of(Pair pair);
	}

	/** One component: position of the frame less that of the key frame is the difference. */
	private void solve(final double[] values, final Difference difference) {
		final int n = keys.length;
		final double[][] normal = new double[n][n];
		final double[] right = new double[n];
		final double[] sum = new double[frames];
		final double[] weightedSum = new double[frames];
		for (final Pair p : pairs) {
			final double w = p.weight();
			final double d = difference.of(p);
			final int k = keyIndex[p.key];
			final int f = keyIndex[p.frame];
			if (f < 0) {
				sum[p.frame] += w;
				weightedSum[p.frame] += w * d;
				normal[k][k] += w;
				right[k] -= w * d;
				continue;
			}
			normal[k][k] += w;
			normal[f][f] += w;
			normal[k][f] -= w;
			normal[f][k] -= w;
			right[k] -= w * d;
			right[f] += w * d;
		}
		eliminate(normal, right, sum, weightedSum);
		final double[] atKeys = solveKeys(normal, right);
		for (int k = 0; k < n; k++)
			values[keys[k]] = atKeys[k];
		final double[] moved = new double[frames];
		for (final Pair p : pairs)
			if (keyIndex[p.frame] < 0) moved[p.frame] += p.weight() * (difference.of(p) + values[p.key]);
		for (int i = 0; i < frames; i++)
			if (keyIndex[i] < 0) {
				values[i] = sum[i] > 0 ? moved[i] / sum[i] : Double.NaN;
			}
	}

	/** Takes the frames that are no keys out of the equations. */
	private void eliminate(final double[][] normal, final double[] right, final double[] sum,
		final double[] weightedSum)
	{
		for (int i = 0; i < pairs.size();) {
			int end = i;
			while (end < pairs.size() && pairs.get(end).frame == pairs.get(i).frame)
				end++;
			final int frame = pairs.get(i).frame;
			if (keyIndex[frame] < 0) for (int a = i; a < end; a++) {
				final double wa = pairs.get(a).weight();
				final int ka = keyIndex[pairs.get(a).key];
				right[ka] += wa * weightedSum[frame] / sum[frame];
				for (int b = i; b < end; b++)
					normal[ka][keyIndex[pairs.get(b).key]] -= wa * pairs.get(b).weight() / sum[frame];
			}
			i = end;
		}
	}

	/** The first key stays at 0; keys that no pair reaches are NaN. */
	private double[] solveKeys(final double[][] normal, final double[] right) {
		final boolean[] reached = new boolean[keys.length];
		reached[0] = true;
		for (boolean more = true; more;) {
			more = false;
			for (int a = 0; a < keys.length; a++)
				for (int b = 0; b < keys.length; b++)
					if (reached[a] && !reached[b] && normal[a][b] != 0) more = reached[b] = true;
		}
		final List<Integer> unknown = new ArrayList<>();
		for (int k = 1; k < keys.length; k++)
			if (reached[k]) unknown.add(k);
		final double[] values = new double[keys.length];
		for (int k = 0; k < keys.length; k++)
			values[k] = reached[k] ? 0 : Double.NaN;
		if (unknown.isEmpty()) return values;
		final double[][] m = new double[unknown.size()][unknown.size()];
		final double[] r = new double[unknown.size()];
		for (int a = 0; a < r.length; a++) {
			r[a] = right[unknown.get(a)];
			for (int b = 0; b < r.length; b++)
				m[a][b] = normal[unknown.get(a)][unknown.get(b)];
			// pairs that fit nothing have weights of almost 0
			m[a][a] *= 1 + 1e-9;
		}
		final Cholesky factor = Cholesky.of(m);
		final double[] solved = factor == null ? new double[r.length] : factor.solve(r);
		for (int a = 0; a < r.length; a++)
			values[unknown.get(a)] = solved[a];
		return values;
	}

	double x(final int frame) {
		return x[frame];
	}

	double y(final int frame) {
		return y[frame];
	}

	/** In rad. */
	double turn(final int frame) {
		return turn[frame];
	}

	/**
	 * Standard error of a frame's position in px: that of one of its pairs, since all of them share the noise of the frame and
	 * the position is stated relative to a frame with noise of its own, unless they are from different halves of the frame;
	 * raised by how far its pairs disagree.
	 */
	double[] standardErrors() {
		final double[] variance = new double[frames];
		final double[] misfit = new double[frames];
		final double[] weights = new double[frames];
		final double[] seen = new double[frames];
		for (final Pair p : pairs)
			for (final int frame : new int[] { p.frame, keyIndex[p.frame] < 0 ? p.frame : p.key }) {
				final double r = residual(p);
				variance[frame] += p.robust * (p.match.variance + FLOOR_PIXELS * FLOOR_PIXELS);
				misfit[frame] += p.robust * 0.5 * r * r;
				weights[frame] += p.robust;
				seen[frame] += p.robust * p.match.share;
			}
		final double[] errors = new double[frames];
		for (int i = 0; i < frames; i++)
			errors[i] = i == keys[0] ? 0 : weights[i] > 0 ? Math.sqrt(Math.max(variance[i] * share(seen[i], weights[i]),
				misfit[i]) / weights[i]) : Double.NaN;
		return errors;
	}

	/** The mean share of the frame that a pair is from, over the share that all are from. */
	private static double share(final double seen, final double weights) {
		return Math.min(1, seen / weights / Math.min(1, seen));
	}
}
