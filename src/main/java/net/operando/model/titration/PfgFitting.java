package net.operando.model.titration;

import net.operando.base.InsufficientDataException;
import net.operando.data.io.titration.PfgDecay;

/**
 * Weighted nonlinear least squares of ln D and the amplitude: a scan of ln D with the amplitude solved for, then Gauss and
 * Newton's steps in both, halved where they would not lead down. Immutable.
 */
final class PfgFitting {

	private static final int LEAST_POINTS = 3;

	private final PfgDecay decay;
	private final PfgParameters parameters;
	/** Weighted sum of squares at the solution. */
	final double chiSquare;
	final double logDiffusion;
	final double amplitude;
	/** Inverse of the normal matrix: the covariance for noise of weight 1. */
	final double[][] inverse;

	PfgFitting(final PfgDecay decay, final PfgParameters parameters) {
		this.decay = decay;
		this.parameters = parameters;
		double largest = 0;
		for (int i = 0; i < decay.size(); i++)
			largest = Math.max(largest, Math.abs(decay.teslaPerMetre(i)));
		if (decay.size() < LEAST_POINTS || largest == 0) throw new InsufficientDataException("The decay at " + decay
			.kelvin() + " K has " + decay.size() + " points and gradients up to " + largest +
			" T/m: D and the amplitude need three points or more at different gradients.");
		// b at the strongest gradient from 1e-4, where nothing has fallen, to 1e5, where nothing is left
		final double unit = parameters.exponent(1, largest);
		double best = Double.POSITIVE_INFINITY;
		double log = 0;
		for (int i = 0; i <= 90; i++) {
			final double candidate = Math.log(1e-4 / unit) + i * Math.log(10) / 10;
			final double chi = chi(candidate, amplitude(candidate));
			if (chi < best) {
				best = chi;
				log = candidate;
			}
		}
		double a = amplitude(log);
		for (int pass = 0; pass < 100; pass++) {
			final double[] step = solve(log, a);
			double part = 1;
			while (part > 1e-6 && !(chi(log + part * step[0], a + part * step[1]) <= best))
				part /= 2;
			if (part <= 1e-6) break;
			log += part * step[0];
			a += part * step[1];
			best = chi(log, a);
			if (Math.abs(step[0]) < 1e-12 && Math.abs(step[1]) < 1e-12 * Math.abs(a)) break;
		}
		logDiffusion = log;
		amplitude = a;
		chiSquare = best;
		inverse = inverse(log, a);
	}

	int points() {
		return decay.size();
	}

	private double weight(final int i) {
		return decay.hasErrors() ? 1 / (decay.signalError(i) * decay.signalError(i)) : 1;
	}

	private double exponent(final double log, final int i) {
		return parameters.exponent(Math.exp(log), decay.teslaPerMetre(i));
	}

	private double amplitude(final double log) {
		double sp = 0;
		double pp = 0;
		for (int i = 0; i < decay.size(); i++) {
			final double psi = parameters.model().attenuation(exponent(log, i));
			sp += weight(i) * psi * decay.signal(i);
			pp += weight(i) * psi * psi;
		}
		return sp / pp;
	}

	private double chi(final double log, final double a) {
		double chi = 0;
		for (int i = 0; i < decay.size(); i++) {
			final double r = decay.signal(i) - a * parameters.model().attenuation(exponent(log, i));
			chi += weight(i) * r * r;
		}
		return chi;
	}

	/** Normal matrix (11, 12, 22) and right-hand side. */
	private double[] normal(final double log, final double a) {
		final double[] m = new double[5];
		for (int i = 0; i < decay.size(); i++) {
			final double b = exponent(log, i);
			final double psi = parameters.model().attenuation(b);
			final double j = a * parameters.model().logSlope(b);
			final double r = decay.signal(i) - a * psi;
			m[0] += weight(i) * j * j;
			m[1] += weight(i) * j * psi;
			m[2] += weight(i) * psi * psi;
			m[3] += weight(i) * j * r;
			m[4] += weight(i) * psi * r;
		}
		return m;
	}

	private double[] solve(final double log, final double a) {
		final double[] m = normal(log, a);
		final double det = m[0] * m[2] - m[1] * m[1];
		return new double[] { (m[2] * m[3] - m[1] * m[4]) / det, (m[0] * m[4] - m[1] * m[3]) / det };
	}

	private double[][] inverse(final double log, final double a) {
		final double[] m = normal(log, a);
		final double det = m[0] * m[2] - m[1] * m[1];
		return new double[][] { { m[2] / det, -m[1] / det }, { -m[1] / det, m[0] / det } };
	}
}
