package net.operando.analysis.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

	/**
	 * What a step must keep when jumps are taken from it: this share of its sum of squares, or of that sum so many frames'
	 * worth, if that is less. The share alone asks the more, the longer the movie is before and after: what lies outside the
	 * jumps next to a step says nothing of it.
	 */
	private static final double TELLABLE = 0.15;
	private static final double TELLABLE_FRAMES = 0.75;
	/**
	 * Error of a block of rows' place that no residual shows, in um, as found with movies of known truth: structure under the
	 * blur moves the tip in all its frames alike.
	 */
	private static final double PLACE_UM = 0.005;
	private static final int PASSES = 60;
	private static final double ROOT_TWO = Math.sqrt(2);

	private final double[] seconds;
	private final double[] y;
	private final double[][] signal;
	private final double[] parameters;
	private final double[][] base;
	private final int[] jumps;
	private final double[] step;
	private final double[][] covariance;
	private final double quantile;
	private final double explained;
	private final double noise;

	private TipFit(final double[] seconds, final double[] y, final double[][] signal, final int[] jumps,
		final double[] parameters, final double[][] inverse, final int clusterRows)
	{
		this.seconds = seconds;
		this.y = y;
		this.signal = signal;
		this.jumps = jumps;
		this.parameters = parameters;
		base = new double[y.length][];
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
			n += row.free;
		}
		explained = 1 - left / total;
		noise = Math.sqrt(left / (n - 3));
		final int clusters = Math.max(1, y.length / clusterRows);
		final double[][] scattered = sandwich(inverse, clusters);
		final double length = y[y.length - 1] - y[0];
		final double place = PLACE_UM * PLACE_UM * parameters[1] * parameters[1] / clusters;
		covariance = new double[][] { scattered[0].clone(), scattered[1].clone() };
		covariance[0][0] += place;
		// the variance of even places is a twelfth of the square of their length
		covariance[1][1] += 12 * place / (length * length);
		quantile = clusters > 4 ? quantile((clusters - 3) * Math.pow(covariance[1][1] / scattered[1][1], 2))
			: Double.POSITIVE_INFINITY;
	}

	/**
	 * Fits the path.
	 *
	 * @param seconds of the frames
	 * @param y places of the rows in um, increasing
	 * @param signal by row and frame; NaN where there is none
	 * @param jumps frames after which something common to the rod may have changed every row's level
	 * @param slowness first guess in s/um
	 * @param middle first guess of the time at y = 0
	 * @param clusterRows neighbouring rows whose residuals are taken to hang together
	 * @throws InsufficientDataException if the response has no step in these frames
	 */
	static TipFit of(final double[] seconds, final double[] y, final double[][] signal, final int[] jumps,
		final double slowness, final double middle, final int clusterRows)
	{
		final double interval = (seconds[seconds.length - 1] - seconds[0]) / (seconds.length - 1);
		final double least = Math.log(0.2 * interval);
		final double[] start = { middle, slowness, Math.log(Math.max(0.6 * interval, 0.16 * Math.abs(slowness))) };
		double[] now = start;
		double misfit = Double.POSITIVE_INFINITY;
		final TipFit probe = new TipFit(seconds, y, signal, jumps, start, identity(), clusterRows);
		double damping = 1e-3;
		for (int pass = 0; pass < PASSES; pass++) {
			final double[] gradient = new double[3];
			final double[][] matrix = new double[3][3];
			misfit = probe.normalEquations(now, matrix, gradient);
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
		final double[][] normal = new double[3][3];
		probe.normalEquations(now, normal, new double[3]);
		final Cholesky factor = Cholesky.of(normal);
		if (factor == null || !(misfit < Double.POSITIVE_INFINITY)) throw unfit();
		return new TipFit(seconds, y, signal, jumps, now, factor.inverse(), clusterRows);
	}

	private static InsufficientDataException unfit() {
		return new InsufficientDataException("The line across the rod has no path that can be fitted.");
	}

	private static double[][] identity() {
		return new double[][] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
	}

	/**
	 * One row at given parameters: its levels, what they leave, and the residual's derivatives freed of the levels. A row whose
	 * step cannot be told from a jump has none and says nothing.
	 */
	private final class Row {

		private final double[] base = new double[seconds.length];
		private double step = Double.NaN;
		private double left;
		private double total;
		private int free;
		private final double[] residual = new double[seconds.length];
		private final double[][] slope = new double[3][seconds.length];

		private Row(final int k, final double[] parameter) {
			final double tau = Math.exp(parameter[2]);
			final List<double[]> levels = levels(k);
			final double[] h = new double[seconds.length];
			final double[] s = new double[seconds.length];
			for (int f = 0; f < h.length; f++) {
				if (Double.isNaN(signal[k][f])) continue;
				h[f] = TipFit.step((seconds[f] - parameter[0] - parameter[1] * y[k]) / tau);
				s[f] = signal[k][f];
			}
			if (levels.isEmpty()) return;
			final double[] shape = h.clone();
			free(h, levels.subList(0, 1));
			final double alone = product(h, h);
			free(h, levels);
			free(s, levels);
			total = product(s, s);
			final double hh = product(h, h);
			if (!(hh > Math.max(1e-9, Math.min(TELLABLE_FRAMES, TELLABLE * alone)))) {
				total = 0;
				return;
			}
			step = product(h, s) / hh;
			for (int f = 0; f < h.length; f++) {
				residual[f] = s[f] - step * h[f];
				left += residual[f] * residual[f];
				if (Double.isNaN(signal[k][f])) continue;
				base[f] = signal[k][f] - residual[f] - step * shape[f];
				free++;
				final double u = (seconds[f] - parameter[0] - parameter[1] * y[k]) / tau;
				final double bell = step * Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
				slope[0][f] = -bell / tau;
				slope[1][f] = -bell * y[k] / tau;
				slope[2][f] = -bell * u;
			}
			free -= levels.size() + 1;
			for (final double[] derivative : slope) {
				free(derivative, levels);
				final double share = product(derivative, h) / hh;
				for (int f = 0; f < h.length; f++)
					derivative[f] -= share * h[f];
			}
		}
	}

	/** Orthonormal levels of a row: a constant, and one that changes at each jump inside the row's frames. */
	private List<double[]> levels(final int k) {
		final List<double[]> levels = new ArrayList<>();
		for (int j = -1; j < jumps.length; j++) {
			final double[] level = new double[seconds.length];
			int count = 0;
			for (int f = 0; f < level.length; f++)
				if (!Double.isNaN(signal[k][f]) && (j < 0 || f > jumps[j])) {
					level[f] = 1;
					count++;
				}
			if (count == 0) continue;
			free(level, levels);
			final double norm = Math.sqrt(product(level, level));
			if (norm < 0.5) continue;
			for (int f = 0; f < level.length; f++)
				level[f] /= norm;
			levels.add(level);
		}
		return levels;
	}

	private static void free(final double[] vector, final List<double[]> orthonormal) {
		for (final double[] level : orthonormal) {
			final double share = product(vector, level);
			for (int f = 0; f < vector.length; f++)
				vector[f] -= share * level[f];
		}
	}

	private static double product(final double[] a, final double[] b) {
		double sum = 0;
		for (int f = 0; f < a.length; f++)
			sum += a[f] * b[f];
		return sum;
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

	/**
	 * By the degrees of freedom of a variance of which one part is known and the other estimated (Satterthwaite, Biometrics
	 * Bull. 2 (1946) 110).
	 */
	private static double quantile(final double freedom) {
		// rows that all say nothing have no variance to speak of
		if (Double.isNaN(freedom)) return Double.POSITIVE_INFINITY;
		return new TDistribution(Math.max(1, Math.min(1e6, freedom))).inverseCumulativeProbability(0.975);
	}

	/** The covariance by the residuals in blocks of rows. */
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
		final double[] sorted = Arrays.stream(step).filter(s -> !Double.isNaN(s)).sorted().toArray();
		if (sorted.length == 0) return 0;
		return sorted[sorted.length / 2];
	}

	/** Share of the rows that say something whose step is at least so large. */
	double shareAbove(final double least) {
		return Arrays.stream(step).filter(s -> s >= least).count() / (double) Arrays.stream(step).filter(s -> !Double.isNaN(
			s)).count();
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
				if (Double.isNaN(signal[k][frame] + step[k])) continue;
				final double u = (time - parameters[1] * y[k]) / tau;
				final double bell = step[k] * Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI) / tau;
				gradient += bell * (signal[k][frame] - base[k][frame] - step[k] * step(u));
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
