package net.operando.analysis.rod;

import net.operando.base.numeric.Cholesky;

import org.apache.commons.math3.util.FastMath;

/**
 * How strongly, and over what distance, intensity varies along a stretch of rod or carbon: a Gaussian process with
 * Matern's covariance {@code a^2 (1 + c) exp(-c), c = sqrt(3) d / l}, once differentiable as blurred structure at its finest is.
 * Immutable.
 */
final class Texture {

	/** Below this a texture cannot be told from imperfect optics. */
	private static final double LEAST = 0.004;
	/** Distance, in stations, at which the correlation is read. */
	private static final int LAG = 3;
	private static final double SHORTEST = 3;
	private static final double LONGEST = 40;

	final double amplitude;
	final double lengthPixels;

	private Texture(final double amplitude, final double lengthPixels) {
		this.amplitude = amplitude;
		this.lengthPixels = lengthPixels;
	}

	static Texture of(final double amplitude, final double lengthPixels) {
		return new Texture(Math.max(LEAST, amplitude), Math.max(SHORTEST, Math.min(LONGEST, lengthPixels)));
	}

	/**
	 * What stations a pixel apart show, about a straight line through them.
	 *
	 * @param values relative to the rod's intensity; NaN are left out
	 * @param otherwise if there are fewer than 12
	 */
	static Texture read(final double[] values, final Texture otherwise) {
		int n = 0;
		double sx = 0;
		double sy = 0;
		double sxx = 0;
		double sxy = 0;
		for (int i = 0; i < values.length; i++) {
			if (Double.isNaN(values[i])) continue;
			n++;
			sx += i;
			sy += values[i];
			sxx += (double) i * i;
			sxy += i * values[i];
		}
		if (n < 4 * LAG) return otherwise;
		final double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
		final double[] left = new double[values.length];
		for (int i = 0; i < left.length; i++)
			left[i] = values[i] - sy / n - slope * (i - sx / n);
		double variance = 0;
		double change = 0;
		int pairs = 0;
		for (int i = 0; i < left.length; i++) {
			if (Double.isNaN(left[i])) continue;
			variance += left[i] * left[i] / Math.max(1, n - 2);
			if (i + LAG >= left.length || Double.isNaN(left[i + LAG])) continue;
			change += 0.5 * (left[i + LAG] - left[i]) * (left[i + LAG] - left[i]);
			pairs++;
		}
		if (pairs == 0 || !(variance > 0)) return otherwise;
		final double correlation = Math.max(0.05, Math.min(0.999, 1 - change / pairs / variance));
		return of(Math.sqrt(variance), lengthOf(correlation));
	}

	/** The texture whose values so far apart, in stations, are so much alike. */
	static Texture ofCorrelation(final double amplitude, final int lag, final double correlation) {
		return of(amplitude, lengthOf(Math.max(0.05, Math.min(0.999, correlation))) * lag / LAG);
	}

	/** Covariance at a distance in pixels. */
	double covarianceAt(final double pixels) {
		return amplitude * amplitude * covariance(pixels / lengthPixels);
	}

	/** The length at which the covariance falls to a correlation at the lag, by bisection. */
	private static double lengthOf(final double correlation) {
		double low = 0.1 * SHORTEST;
		double high = 4 * LONGEST;
		for (int i = 0; i < 40; i++) {
			final double middle = 0.5 * (low + high);
			if (covariance(LAG / middle) < correlation) low = middle;
			else high = middle;
		}
		return 0.5 * (low + high);
	}

	private static double covariance(final double distance) {
		final double c = Math.sqrt(3) * distance;
		return (1 + c) * FastMath.exp(-c);
	}

	/** Inverse covariance of the process at evenly spaced nodes, with a common level of its own variance added. */
	double[][] precision(final int nodes, final double spacing, final double levelVariance) {
		final double[][] k = new double[nodes][nodes];
		final double a2 = amplitude * amplitude;
		for (int i = 0; i < nodes; i++)
			for (int j = 0; j < nodes; j++) {
				k[i][j] = a2 * covariance(Math.abs(i - j) * spacing / lengthPixels) + levelVariance + (i == j ? 1e-3 * a2 + 1e-9 : 0);
			}
		return Cholesky.of(k).inverse();
	}
}
