package net.operando.analysis.rod;

import java.util.Arrays;

import net.operando.base.Progress;
import net.operando.base.numeric.Cholesky;

/**
 * One end of a rod in all frames at once: its place in each, with the texture of the rod's end and of the carbon before it
 * common to all, by damped Gauss-Newton steps in which the frames are eliminated block by block. Places are in pixels, outward
 * from where the stations are counted.
 */
final class EndFit {

	/** What is looked at of the rod, and of the carbon, from the end, in pixels; of a short rod, less than half. */
	private static final double INSIDE = 13;
	private static final double SHARE = 0.42;
	static final double OUTSIDE = 13;
	private static final double SPACING = 2;
	private static final int MOST_STEPS = 40;
	/** Pixels: a hundredth of the Cramer-Rao bound of a frame. */
	private static final double SETTLED = 3e-5;
	/** The same for a single image, whose textures leave much more open. */
	private static final double SETTLED_STILL = 2e-3;
	private static final int LEAST_STATIONS = 14;
	/** How far the gain of the carbon may go by itself: a lamp drifts by .1 to 1 %. */
	private static final double GAIN_SIGMA = 0.02;
	/** Change of brightness per pixel of depth relative to the brightness, of a front 2.7 um wide at its steepest. */
	private static final double SLOPE_SIGMA = 0.01;
	private static final double LEVEL_VARIANCE = 0.25;
	/** How well the blur is known: focus, aberrations and the softness of the face itself. */
	private static final double BLUR_SIGMA = 0.1;
	/** Share of the light in a foot: 0 for a Gaussian, -.1 and .2 for an Airy pattern. */
	private static final double FOOT_SIGMA = 0.1;

	private final double[] place;
	private final double[][] values;
	private final double[] stretch;
	private final double noise;
	private final double[] start;
	private final double inside;
	private final EdgeCurve curve;
	private final double[][] priorPrecision;
	private final double[] priorMean;
	private final double[][] frames;
	private final double[] texture;
	private final boolean[] used;
	private double misfit;

	/** Results: own variance of each frame's place, and how it hangs on the common texture. */
	private final double[] ownVariance;
	private final double[][] hangsOn;
	private double[][] textureCovariance;

	/**
	 * @param place outward place of each station
	 * @param values [frame][station], relative to the rod's intensity; NaN where there are none
	 * @param start first guess of the end in each frame; NaN where there is none
	 * @param stretch of the rod in each frame, relative to the reference
	 * @param noise variance of a station over its intensity, for what is smooth along the axis
	 * @param length of the rod, about
	 * @param rodTexture of the rod; @param carbonTexture of the carbon; @param carbonLevel its mean
	 */
	EndFit(final double[] place, final double[][] values, final double[] start, final double[] stretch, final double noise,
		final double sigma, final double length, final Texture rodTexture, final Texture carbonTexture, final double carbonLevel)
	{
		this.place = place;
		this.values = values;
		this.start = start;
		this.stretch = stretch;
		this.noise = noise;
		inside = Math.min(INSIDE, SHARE * length);
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (final double s : start) {
			if (Double.isNaN(s)) continue;
			low = Math.min(low, s);
			high = Math.max(high, s);
		}
		curve = new EdgeCurve(inside + 8 * sigma, low - 3, high + OUTSIDE + 8 * sigma, SPACING, sigma);
		priorPrecision = new double[curve.nodes()][curve.nodes()];
		put(rodTexture.precision(curve.rodNodes, SPACING, 0), 0);
		put(carbonTexture.precision(curve.carbonNodes, SPACING, LEVEL_VARIANCE), curve.rodNodes);
		priorMean = new double[curve.nodes()];
		Arrays.fill(priorMean, curve.rodNodes, curve.rodNodes + curve.carbonNodes, carbonLevel);
		final int blur = curve.nodes() - EdgeCurve.blurs();
		priorPrecision[blur][blur] = 1 / (BLUR_SIGMA * BLUR_SIGMA);
		priorMean[blur] = 1;
		for (int k = blur + 1; k < curve.nodes(); k++)
			priorPrecision[k][k] = 1 / (FOOT_SIGMA * FOOT_SIGMA);
		texture = priorMean.clone();
		frames = new double[values.length][];
		used = new boolean[values.length];
		ownVariance = new double[values.length];
		hangsOn = new double[values.length][];
		Arrays.fill(ownVariance, Double.NaN);
		for (int t = 0; t < values.length; t++)
			begin(t);
	}

	private void put(final double[][] block, final int at) {
		for (int i = 0; i < block.length; i++)
			System.arraycopy(block[i], 0, priorPrecision[at + i], at, block.length);
	}

	private void begin(final int t) {
		frames[t] = new double[] { start[t], 1, 1, 0 };
		if (Double.isNaN(start[t])) return;
		int n = 0;
		double bright = 0;
		int m = 0;
		for (int j = 0; j < place.length; j++) {
			if (!counts(t, j)) continue;
			n++;
			if (place[j] > start[t] - 4) continue;
			bright += values[t][j];
			m++;
		}
		used[t] = n >= LEAST_STATIONS && m >= 2;
		if (m > 0) frames[t][EdgeCurve.BRIGHTNESS] = bright / m;
	}

	private boolean counts(final int t, final int j) {
		return place[j] >= start[t] - inside && place[j] <= start[t] + OUTSIDE && !Double.isNaN(values[t][j]);
	}

	/** Fits; the progress is asked before each step whether to stop. */
	EndFit run(final Progress progress) {
		double cost = Double.POSITIVE_INFINITY;
		Step step = assemble(frames, texture);
		cost = step.cost;
		for (int i = 0; i < MOST_STEPS; i++) {
			progress.checkCancelled();
			final double[][] moved = new double[frames.length][];
			final double[] changed = new double[texture.length];
			double fraction = 1;
			Step next = null;
			double largest = 0;
			for (int half = 0; half < 6; half++, fraction *= 0.5) {
				largest = step.apply(fraction, moved, changed);
				next = assemble(moved, changed);
				if (next.cost <= cost * (1 + 1e-12)) break;
			}
			if (!(next.cost <= cost * (1 + 1e-9))) break;
			for (int t = 0; t < frames.length; t++)
				frames[t] = moved[t];
			System.arraycopy(changed, 0, texture, 0, texture.length);
			cost = next.cost;
			step = next;
			if (largest < (frames.length == 1 ? SETTLED_STILL : SETTLED)) break;
		}
		step.finish();
		return this;
	}

	private static double[] priorFrame(final double[] p) {
		return new double[] { 0, 1 / (GAIN_SIGMA * GAIN_SIGMA), 0, 1 / (SLOPE_SIGMA * SLOPE_SIGMA) };
	}

	private Step assemble(final double[][] at, final double[] nodes) {
		final Step s = new Step(at, nodes);
		for (int t = 0; t < at.length; t++)
			if (used[t]) s.add(t);
		s.close();
		return s;
	}

	/** Whether a frame had enough stations. */
	boolean isUsed(final int t) {
		return used[t];
	}

	/** Place of the end, in pixels outward; NaN if not used. */
	double end(final int t) {
		return used[t] ? frames[t][EdgeCurve.END] : Double.NaN;
	}

	/** Brightness of the rod at its end, relative to the unit of the values. */
	double brightness(final int t) {
		return used[t] ? frames[t][EdgeCurve.BRIGHTNESS] : Double.NaN;
	}

	/** Mean squared residual over the noise expected. */
	double misfit() {
		return misfit;
	}

	/** Variance of a frame's place, the common texture's part included, in squared pixels. */
	double variance(final int t) {
		return ownVariance[t] + quadratic(hangsOn[t]);
	}

	/** Variance of a frame's place relative to the mean of the reference frames. */
	double changeVariance(final int t, final int[] reference) {
		final int n = reference.length;
		final double[] d = hangsOn[t].clone();
		double own = ownVariance[t];
		for (final int r : reference) {
			own += ownVariance[r] / ((double) n * n) - (r == t ? 2 * ownVariance[t] / n : 0);
			for (int i = 0; i < d.length; i++)
				d[i] -= hangsOn[r][i] / n;
		}
		return Math.max(0, own) + quadratic(d);
	}

	/** Variance of the mean place over frames that comes from the common texture. */
	double commonVariance(final int[] of) {
		final double[] d = new double[texture.length];
		for (final int t : of)
			for (int i = 0; i < d.length; i++)
				d[i] += hangsOn[t][i] / of.length;
		return quadratic(d);
	}

	private double quadratic(final double[] v) {
		double sum = 0;
		for (int i = 0; i < v.length; i++)
			for (int j = 0; j < v.length; j++)
				sum += v[i] * textureCovariance[i][j] * v[j];
		return sum;
	}

	/** The normal equations at one set of parameters. */
	private final class Step {

		private final double[][] at;
		private final double[] nodes;
		private final double[][] schur;
		private final double[] right;
		private final double[][][] inverse;
		private final double[][][] cross;
		private final double[][] frameRight;
		private double cost;
		private double chi;
		private int stations;
		private Cholesky factor;

		Step(final double[][] at, final double[] nodes) {
			this.at = at;
			this.nodes = nodes;
			final int g = nodes.length;
			schur = new double[g][];
			right = new double[g];
			for (int i = 0; i < g; i++) {
				schur[i] = priorPrecision[i].clone();
				for (int j = 0; j < g; j++)
					right[i] -= priorPrecision[i][j] * (nodes[j] - priorMean[j]);
				cost += (nodes[i] - priorMean[i]) * -right[i];
			}
			inverse = new double[at.length][][];
			cross = new double[at.length][][];
			frameRight = new double[at.length][];
		}

		void add(final int t) {
			final double[] p = at[t];
			final double[][] a = new double[EdgeCurve.PER_FRAME][EdgeCurve.PER_FRAME];
			final double[][] b = new double[EdgeCurve.PER_FRAME][nodes.length];
			final double[] r = new double[EdgeCurve.PER_FRAME];
			for (int j = 0; j < place.length; j++) {
				if (!counts(t, j)) continue;
				final double model = curve.at(place[j], p, stretch[t], nodes);
				final double w = 1 / (noise * Math.max(0.05, values[t][j]));
				final double left = values[t][j] - model;
				cost += w * left * left;
				chi += w * left * left;
				stations++;
				for (int i = 0; i < a.length; i++) {
					final double d = w * curve.byFrame[i];
					r[i] += d * left;
					for (int k = 0; k < a.length; k++)
						a[i][k] += d * curve.byFrame[k];
					for (int k = 0; k < nodes.length; k++)
						b[i][k] += d * curve.byNode[k];
				}
				for (int i = 0; i < nodes.length; i++) {
					final double d = w * curve.byNode[i];
					if (d == 0) continue;
					right[i] += d * left;
					for (int k = 0; k <= i; k++)
						schur[i][k] += d * curve.byNode[k];
				}
			}
			final double[] weak = priorFrame(p);
			final double[] mean = { 0, 1, 0, 0 };
			for (int i = 0; i < a.length; i++) {
				a[i][i] += weak[i];
				r[i] -= weak[i] * (p[i] - mean[i]);
				cost += weak[i] * (p[i] - mean[i]) * (p[i] - mean[i]);
			}
			final Cholesky own = Cholesky.of(a);
			if (own == null) {
				used[t] = false;
				return;
			}
			inverse[t] = own.inverse();
			cross[t] = b;
			frameRight[t] = r;
		}

		/** Takes the frames out of the equations of the texture. */
		void close() {
			final int g = nodes.length;
			final double[][] m = new double[EdgeCurve.PER_FRAME][g];
			for (int t = 0; t < at.length; t++) {
				if (!used[t]) continue;
				hang(t, m);
				for (int i = 0; i < g; i++) {
					for (int f = 0; f < m.length; f++)
						right[i] -= m[f][i] * frameRight[t][f];
					for (int k = 0; k <= i; k++)
						for (int f = 0; f < m.length; f++)
							schur[i][k] -= m[f][i] * cross[t][f][k];
				}
			}
			factor = Cholesky.of(schur);
		}

		/** inverse(A) B of a frame. */
		private void hang(final int t, final double[][] to) {
			for (int f = 0; f < to.length; f++)
				for (int i = 0; i < nodes.length; i++) {
					double sum = 0;
					for (int k = 0; k < to.length; k++)
						sum += inverse[t][f][k] * cross[t][k][i];
					to[f][i] = sum;
				}
		}

		/** Parameters after a fraction of the step; returns the largest movement of an end, in pixels. */
		double apply(final double fraction, final double[][] moved, final double[] changed) {
			final double[] d = factor.solve(right);
			double largest = 0;
			for (int i = 0; i < d.length; i++)
				changed[i] = nodes[i] + fraction * d[i];
			for (int t = 0; t < at.length; t++) {
				moved[t] = at[t].clone();
				if (!used[t]) continue;
				final double[] r = frameRight[t].clone();
				for (int f = 0; f < r.length; f++)
					for (int i = 0; i < d.length; i++)
						r[f] -= cross[t][f][i] * d[i];
				for (int f = 0; f < r.length; f++) {
					double change = 0;
					for (int k = 0; k < r.length; k++)
						change += inverse[t][f][k] * r[k];
					change *= fraction;
					if (f == EdgeCurve.END) {
						change = Math.max(-1, Math.min(1, change));
						largest = Math.max(largest, Math.abs(change));
					}
					moved[t][f] += change;
				}
			}
			return largest;
		}

		void finish() {
			textureCovariance = factor.inverse();
			misfit = chi / Math.max(1, stations) * StripProfile.CORRELATION;
			final double[][] m = new double[EdgeCurve.PER_FRAME][nodes.length];
			for (int t = 0; t < at.length; t++) {
				hangsOn[t] = new double[nodes.length];
				if (!used[t]) continue;
				hang(t, m);
				hangsOn[t] = m[EdgeCurve.END].clone();
				ownVariance[t] = inverse[t][EdgeCurve.END][EdgeCurve.END];
			}
		}
	}
}
