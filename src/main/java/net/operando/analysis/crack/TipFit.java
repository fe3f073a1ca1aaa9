package net.operando.analysis.crack;

import java.util.Arrays;

import net.operando.base.InsufficientDataException;
import net.operando.base.numeric.Cholesky;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * The path of a tip from the line response of every row across the rod and frame: {@code s(k, f) = b_k + a_k Phi(u)},
 * {@code u = (t_f - t0 - p y_k) / tau}. By least squares over t0, p and tau; the levels of each row are eliminated. Standard
 * errors are from the residuals in blocks of neighbouring rows, which the microscope's blur correlates (cluster sandwich;
 * Liang and Zeger, Biometrika 73 (1986) 13). Immutable.
 */
final class TipFit {

	private static final int PASSES = 60;
	private static final double ROOT_TWO = Math.sqrt(2);

	private final double[] seconds;
	private final double[] y;
	private final double[][] signal;
	private final double[] parameters;
	private final double[] base;
	private final double[] step;
	private final double[][] covariance;
	private final double quantile;
	private final double explained;
	private final double noise;

	private TipFit(final double[] seconds, final double[] y, final double[][] signal, final double[] parameters,
		final double[][] inverse, final int clusterRows)
	{
		this.seconds = seconds;
		this.y = y;
		this.signal = signal;
		this.parameters = parameters;
		base = new double[y.length];
		step = new double[y.length];
		double left = 0;
		double total = 0;
		int n = 0;
		for (int k = 0; k < y.length; k++) {
			final Row row = new Row(k, parameters);
			base[k] = row.base;
			step[k] = row.step;
			left += row.left;
			total += row.total;
			n += row.count;
		}
		explained = 1 - left / total;
		noise = Math.sqrt(left / (n - 2 * y.length - 3));
		final int clusters = Math.max(1, y.length / clusterRows);
		covariance = sandwich(inverse, clusters);
		quantile = clusters > 4 ? new TDistribution(clusters - 3).inverseCumulativeProbability(0.975) : Double.POSITIVE_INFINITY;
	}

	/**
	 * Fits the path.
	 *
	 * @param seconds of the frames
	 * @param y places of the rows in um, increasing
	 * @param signal by row and frame; NaN where there is none
	 * @param slowness first guess in s/um
	 * @param middle first guess of the time at y = 0
	 * @param clusterRows neighbouring rows whose residuals are taken to hang together
	 * @throws InsufficientDataException if the response has no step in these frames
	 */
	static TipFit of(final double[] seconds, final double[] y, final double[][] signal, final double slowness,
		final double middle, final int clusterRows)
	{
		final double interval = (seconds[seconds.length - 1] - seconds[0]) / (seconds.length - 1);
		final double least = Math.log(0.2 * interval);
		final double[] start = { middle, slowness, Math.log(Math.max(0.6 * interval, 0.16 * Math.abs(slowness))) };
		TipFit fit = null;
		double[] now = start;
		double misfit = Double.POSITIVE_INFINITY;
		final TipFit probe = new TipFit(seconds, y, signal, start, identity(), clusterRows);
		double damping = 1e-3;
		double[][] normal = null;
		for (int pass = 0; pass < PASSES; pass++) {
			final double[] gradient = new double[3];
			final double[][] matrix = new double[3][3];
			misfit = probe.normalEquations(now, matrix, gradient);
			normal = matrix;
			boolean better = false;
			for (int attempt = 0; attempt < 12 && !better; attempt++) {
				final double[][] damped = new double[3][];
				for (int a = 0; a < 3; a++) {
					damped[a] = matrix[a].clone();
					damped[a][a] *= 1 + damping;
				}
				final Cholesky factor = Cholesky.of(damped);
				if (factor == null) throw unfit();
				final double[] move = factor.solve(gradient);
				final double[] next = { now[0] + move[0], now[1] + move[1], Math.max(least, Math.min(now[2] + 1, now[2] +
					move[2])) };
				if (probe.misfit(next) < misfit) {
					better = true;
					final boolean small = Math.abs(move[0]) < 1e-7 * interval + 1e-12 && Math.abs(move[1]) < 1e-8;
					now = next;
					damping = Math.max(1e-9, 0.2 * damping);
					if (small) pass = PASSES;
				}
				else damping *= 6;
			}
			if (!better) break;
		}
		probe.normalEquations(now, normal = new double[3][3], new double[3]);
		final Cholesky factor = Cholesky.of(normal);
		if (factor == null || !(misfit < Double.POSITIVE_INFINITY)) throw unfit();
		fit = new TipFit(seconds, y, signal, now, factor.inverse(), clusterRows);
		return fit;
	}

	private static InsufficientDataException unfit() {
		return new InsufficientDataException("The line across the rod has no path that can be fitted.");
	}

	private static double[][] identity() {
		return new double[][] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
	}

	/** One row at given parameters: its levels, what they leave, and the residual's derivatives freed of the levels. */
	private final class Row {

		private double base;
		private double step;
		private double left;
		private double total;
		private int count;
		private final double[] residual = new double[seconds.length];
		private final double[][] slope = new double[3][seconds.length];

		private Row(final int k, final double[] parameter) {
			final double tau = Math.exp(parameter[2]);
			final double[] h = new double[seconds.length];
			double sh = 0;
			double ss = 0;
			for (int f = 0; f < h.length; f++) {
				h[f] = step((seconds[f] - parameter[0] - parameter[1] * y[k]) / tau);
				if (Double.isNaN(signal[k][f])) continue;
				count++;
				sh += h[f];
				ss += signal[k][f];
			}
			final double mh = sh / count;
			final double ms = ss / count;
			double hh = 0;
			double hs = 0;
			for (int f = 0; f < h.length; f++) {
				if (Double.isNaN(signal[k][f])) continue;
				hh += (h[f] - mh) * (h[f] - mh);
				hs += (h[f] - mh) * (signal[k][f] - ms);
				total += (signal[k][f] - ms) * (signal[k][f] - ms);
			}
			step = hh > 1e-9 ? hs / hh : 0;
			base = ms - step * mh;
			final double[] sums = new double[3];
			final double[] products = new double[3];
			for (int f = 0; f < h.length; f++) {
				if (Double.isNaN(signal[k][f])) continue;
				residual[f] = signal[k][f] - base - step * h[f];
				left += residual[f] * residual[f];
				final double u = (seconds[f] - parameter[0] - parameter[1] * y[k]) / tau;
				final double bell = step * Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
				slope[0][f] = -bell / tau;
				slope[1][f] = -bell * y[k] / tau;
				slope[2][f] = -bell * u;
				for (int a = 0; a < 3; a++) {
					sums[a] += slope[a][f];
					products[a] += slope[a][f] * (h[f] - mh);
				}
			}
			for (int f = 0; f < h.length; f++) {
				final boolean missing = Double.isNaN(signal[k][f]);
				for (int a = 0; a < 3; a++)
					slope[a][f] = missing ? 0 : slope[a][f] - sums[a] / count - (hh > 1e-9 ? products[a] / hh * (h[f] - mh) : 0);
			}
		}
	}

	private static double step(final double u) {
		return u < -6 ? 0 : u > 6 ? 1 : 0.5 * Erf.erfc(-u / ROOT_TWO);
	}

	private double misfit(final double[] parameter) {
		double sum = 0;
		for (int k = 0; k < y.length; k++)
			sum += new Row(k, parameter).left;
		return sum;
	}

	private double normalEquations(final double[] parameter, final double[][] matrix, final double[] gradient) {
		double sum = 0;
		for (int k = 0; k < y.length; k++) {
			final Row row = new Row(k, parameter);
			sum += row.left;
			for (int f = 0; f < seconds.length; f++)
				for (int a = 0; a < 3; a++) {
					gradient[a] += row.slope[a][f] * row.residual[f];
					for (int b = 0; b < 3; b++)
						matrix[a][b] += row.slope[a][f] * row.slope[b][f];
				}
		}
		return sum;
	}

	private double[][] sandwich(final double[][] inverse, final int clusters) {
		final double[][] meat = new double[3][3];
		for (int c = 0; c < clusters; c++) {
			final double[] score = new double[3];
			for (int k = c * y.length / clusters; k < (c + 1) * y.length / clusters; k++) {
				final Row row = new Row(k, parameters);
				for (int f = 0; f < seconds.length; f++)
					for (int a = 0; a < 3; a++)
						score[a] += row.slope[a][f] * row.residual[f];
			}
			for (int a = 0; a < 3; a++)
				for (int b = 0; b < 3; b++)
					meat[a][b] += score[a] * score[b];
		}
		final double small = clusters > 3 ? clusters / (clusters - 3.0) : Double.POSITIVE_INFINITY;
		final double[][] result = new double[3][3];
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < 3; b++)
				for (int c = 0; c < 3; c++)
					for (int d = 0; d < 3; d++)
						result[a][b] += small * inverse[a][c] * meat[c][d] * inverse[d][b];
		return result;
	}

	/** Time at y = 0 in s. */
	double middleSeconds() {
		return parameters[0];
	}

	/** Slowness in s/um, positive towards larger y. */
	double slowness() {
		return parameters[1];
	}

	double slownessError() {
		return Math.sqrt(covariance[1][1]);
	}

	/** Standard deviations from the middle to the ends of a 95 % interval. */
	double quantile() {
		return quantile;
	}

	/** Duration of a row's step: standard deviation of its derivative, in s. */
	double softnessSeconds() {
		return Math.exp(parameters[2]);
	}

	/** Time at a place on the path. */
	double secondsAt(final double place) {
		return parameters[0] + parameters[1] * place;
	}

	/** Variance of that time. */
	double varianceAt(final double place) {
		return covariance[0][0] + 2 * place * covariance[0][1] + place * place * covariance[1][1];
	}

	/** Median over the rows of the step. */
	double medianStep() {
		final double[] sorted = step.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/** Share of the rows whose step is at least so large. */
	double shareAbove(final double least) {
		return Arrays.stream(step).filter(s -> s >= least).count() / (double) step.length;
	}

	/** Share of the variance over time, row means aside, that the path explains. */
	double explained() {
		return explained;
	}

	/**
	 * Where the tip is by one frame alone.
	 *
	 * @return place in um and its standard error; NaN if the frame does not say
	 */
	double[] tip(final int frame) {
		final double tau = softnessSeconds();
		double time = seconds[frame] - parameters[0];
		double weight = 0;
		for (int pass = 0; pass < 25; pass++) {
			double gradient = 0;
			weight = 0;
			for (int k = 0; k < y.length; k++) {
				if (Double.isNaN(signal[k][frame])) continue;
				final double u = (time - parameters[1] * y[k]) / tau;
				final double bell = step[k] * Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI) / tau;
				gradient += bell * (signal[k][frame] - base[k] - step[k] * step(u));
				weight += bell * bell;
			}
			if (!(weight > 0)) return new double[] { Double.NaN, Double.NaN };
			final double move = Math.max(-tau, Math.min(tau, gradient / weight));
			time += move;
			if (Math.abs(move) < 1e-6 * tau) break;
		}
		return new double[] { time / parameters[1], noise / Math.sqrt(weight) / Math.abs(parameters[1]) };
	}
}
