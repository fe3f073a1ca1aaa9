package net.operando.model.titration;

import net.operando.base.quantity.Estimate;
import net.operando.data.io.titration.PfgDecay;

/** One decay and the curve fitted to it. Immutable. */
public final class PfgFit {

	private final PfgDecay decay;
	private final PfgParameters parameters;
	private final double logDiffusion;
	private final double amplitude;
	private final double[][] covariance;
	private final double quantile;

	PfgFit(final PfgDecay decay, final PfgParameters parameters, final double logDiffusion, final double amplitude,
		final double[][] covariance, final double quantile)
	{
		this.decay = decay;
		this.parameters = parameters;
		this.logDiffusion = logDiffusion;
		this.amplitude = amplitude;
		this.covariance = covariance;
		this.quantile = quantile;
	}

	public PfgDecay decay() {
		return decay;
	}

	public double kelvin() {
		return decay.kelvin();
	}

	/** D in m2/s; its interval is symmetric in ln D. */
	public Estimate diffusion() {
		final double d = Math.exp(logDiffusion);
		final double span = Math.exp(quantile * logError());
		return Estimate.of(d, d * logError(), d / span, d * span, decay.size(), "pfg_" + parameters.model().key());
	}

	/** ln of D in m2/s. */
	public double logDiffusion() {
		return logDiffusion;
	}

	/** Standard error of ln D. */
	public double logError() {
		return Math.sqrt(covariance[0][0]);
	}

	/** The signal without gradient. */
	public double amplitude() {
		return amplitude;
	}

	/** Covariance of ln D and amplitude. */
	public double[][] covariance() {
		return new double[][] { covariance[0].clone(), covariance[1].clone() };
	}

	/** Whether D is known within a factor of e: the signal falls, and not all at the first gradient. */
	public boolean isKnown() {
		return amplitude > 0 && logError() < 1;
	}

	/** The fitted signal at a gradient in T/m. */
	public double signal(final double teslaPerMetre) {
		return amplitude * parameters.model().attenuation(parameters.exponent(Math.exp(logDiffusion), teslaPerMetre));
	}
}
