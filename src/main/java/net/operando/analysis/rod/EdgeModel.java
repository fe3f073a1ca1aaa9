package net.operando.analysis.rod;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.operando.base.numeric.Cholesky;

/**
 * What a profile across an edge says about where the edge is: the likelihood of each of a row of places, Gaussian about the blurred step
 * {@code G * [C (1 - H) + R H]} of carbon and rod, both with their grain, which the step cuts before the blur. Made once for all profiles at
 * the same stations. Immutable.
 */
final class EdgeModel {

	/** Of the rod's intensity: noise, and a blur that is not quite Gaussian. */
	private static final double NOISE = 0.006;
	private static final int MARGIN = 9;

	private final int stations;
	/** Of each place: the mean at the stations, their covariance and its factor. */
	private final double[][] mean;
	private final double[][][] covariance;
	private final Cholesky[] factor;
	private final double[] logarithm;

	/**
	 * @param from outward place of the first station, in pixels; those that follow are a pixel apart
	 * @param first place of the edge, and the step between and number of places
	 * @param share of what is inside the edge that is rod: less than 1 beside another edge
	 */
	EdgeModel(final double from, final int stations, final double first, final double step, final int places,
		final double sigma, final Grain rod, final Grain carbon, final double share)
	{
		this.stations = stations;
		mean = new double[places][stations];
		covariance = new double[places][][];
		factor = new Cholesky[places];
		logarithm = new double[places];
		final int cells = stations + 2 * MARGIN;
		final double[] rods = new double[cells];
		final double[] carbons = new double[cells];
		for (int d = 0; d < cells; d++) {
			rods[d] = rod.covariance(d);
			carbons[d] = carbon.covariance(d);
		}
		final double noise = NOISE * NOISE * rod.level * rod.level;
		for (int p = 0; p < places; p++) {
			final double edge = first + p * step;
			final double[][] inside = new double[stations][cells];
			final double[][] outside = new double[stations][cells];
			for (int i = 0; i < stations; i++)
				for (int c = 0; c < cells; c++) {
					final double cell = from + c - MARGIN;
					final double lower = c == 0 ? Double.NEGATIVE_INFINITY : cell - 0.5;
					final double upper = c == cells - 1 ? Double.POSITIVE_INFINITY : cell + 0.5;
					final double at = from + i;
					final double cut = Math.max(lower, Math.min(upper, edge));
					final double begin = NormalCurve.integral((lower - at) / sigma);
					final double middle = NormalCurve.integral((cut - at) / sigma);
					final double end = NormalCurve.integral((upper - at) / sigma);
					inside[i][c] = share * (middle - begin);
					outside[i][c] = end - begin - inside[i][c];
					mean[p][i] += inside[i][c] * rod.level + outside[i][c] * carbon.level;
				}
			final double[][] k = new double[stations][stations];
			add(inside, rods, k);
			add(outside, carbons, k);
			for (int i = 0; i < stations; i++)
				k[i][i] += noise;
			covariance[p] = k;
			factor[p] = Cholesky.of(k);
			logarithm[p] = factor[p].logDeterminant();
		}
	}

	/** Adds the covariance of what is blurred; weights beyond the blur's reach are none. */
	private static void add(final double[][] weight, final double[] covariance, final double[][] to) {
		final int n = weight.length;
		final int cells = covariance.length;
		final int[] first = new int[n];
		final int[] last = new int[n];
		for (int i = 0; i < n; i++) {
			first[i] = Math.max(0, i);
			last[i] = Math.min(cells - 1, i + 2 * MARGIN);
		}
		final double[] half = new double[cells];
		for (int i = 0; i < n; i++) {
			Arrays.fill(half, 0);
			for (int c = first[i]; c <= last[i]; c++) {
				final double w = weight[i][c];
				if (w < 1e-9) continue;
				for (int d = 0; d <= last[i]; d++)
					half[d] += w * covariance[Math.abs(c - d)];
			}
			for (int k = 0; k <= i; k++) {
				double sum = 0;
				for (int d = first[k]; d <= last[k]; d++)
					sum += weight[k][d] * half[d];
				to[i][k] += sum;
			}
		}
	}

	/** Logarithmic likelihoods of the places, of a profile at the stations; NaN where it is not seen. */
	double[] likelihoods(final double[] values) {
		final int[] known = IntStream.range(0, stations).filter(i -> !Double.isNaN(values[i])).toArray();
		final double[] result = new double[mean.length];
		for (int p = 0; p < result.length; p++) {
			final double[][] left = new double[known.length][1];
			for (int i = 0; i < known.length; i++)
				left[i][0] = values[known[i]] - mean[p][known[i]];
			final Cholesky own = known.length == stations ? factor[p] : Cholesky.of(part(covariance[p], known));
			own.whiten(left);
			double sum = own == factor[p] ? logarithm[p] : own.logDeterminant();
			for (final double[] v : left)
				sum += v[0] * v[0];
			result[p] = -0.5 * sum;
		}
		return result;
	}

	private static double[][] part(final double[][] matrix, final int[] of) {
		final double[][] part = new double[of.length][of.length];
		for (int i = 0; i < of.length; i++)
			for (int k = 0; k <= i; k++)
				part[i][k] = matrix[of[i]][of[k]];
		return part;
	}
}
