package net.operando.model.titration;

import net.operando.base.InvalidInputException;

/** How PFG-NMR decays were measured and are fitted. Immutable; plain fields, so that it can be kept as JSON. */
public final class PfgParameters {

	private double deltaMilliseconds = 2;
	private double bigDeltaMilliseconds = 10;
	private double gammaPerSecondPerTesla = 1.0396e8;
	private double factor = 2;
	private PfgModel model = PfgModel.POWDER_1D;
	private boolean noisePooled = true;

	private PfgParameters() {}

	/** 7Li, delta 2 ms, Delta 10 ms, 1D powder with {@code <z2> = 2 D Delta}, one noise for all temperatures. */
	public static PfgParameters defaults() {
		return new PfgParameters();
	}

	private PfgParameters copy() {
		final PfgParameters p = new PfgParameters();
		p.deltaMilliseconds = deltaMilliseconds;
		p.bigDeltaMilliseconds = bigDeltaMilliseconds;
		p.gammaPerSecondPerTesla = gammaPerSecondPerTesla;
		p.factor = factor;
		p.model = model;
		p.noisePooled = noisePooled;
		return p;
	}

	/** @param delta length of a gradient pulse, ms; bigDelta time between the two, ms */
	public PfgParameters withTimesMilliseconds(final double delta, final double bigDelta) {
		final PfgParameters p = copy();
		p.deltaMilliseconds = delta;
		p.bigDeltaMilliseconds = bigDelta;
		return p;
	}

	/** Gyromagnetic ratio of the nucleus, rad/(s T). */
	public PfgParameters withGamma(final double perSecondPerTesla) {
		final PfgParameters p = copy();
		p.gammaPerSecondPerTesla = perSecondPerTesla;
		return p;
	}

	/** The number in {@code <z2> = factor D Delta}: 2 in one dimension; the paper prints 1. Of no effect when isotropic. */
	public PfgParameters withFactor(final double meanSquareFactor) {
		final PfgParameters p = copy();
		p.factor = meanSquareFactor;
		return p;
	}

	public PfgParameters withModel(final PfgModel pfgModel) {
		final PfgParameters p = copy();
		p.model = pfgModel;
		return p;
	}

	/**
	 * Whether decays without stated errors share one noise, which is then known from all points together; false takes each
	 * decay's own scatter (signals of different gain).
	 */
	public PfgParameters withNoisePooled(final boolean pooled) {
		final PfgParameters p = copy();
		p.noisePooled = pooled;
		return p;
	}

	public double deltaSeconds() {
		return deltaMilliseconds * 1e-3;
	}

	public double bigDeltaSeconds() {
		return bigDeltaMilliseconds * 1e-3;
	}

	public double gamma() {
		return gammaPerSecondPerTesla;
	}

	public double factor() {
		return factor;
	}

	public PfgModel model() {
		return model;
	}

	public boolean isNoisePooled() {
		return noisePooled;
	}

	/** b for a diffusion coefficient in m2/s and a gradient in T/m. */
	public double exponent(final double squareMetresPerSecond, final double teslaPerMetre) {
		final double q = gammaPerSecondPerTesla * deltaSeconds() * teslaPerMetre;
		return q * q * squareMetresPerSecond * (model == PfgModel.ISOTROPIC ? bigDeltaSeconds() - deltaSeconds() / 3 : 0.5 *
			factor * bigDeltaSeconds());
	}

	/** @throws InvalidInputException if a number cannot be meant */
	void validate() {
		if (model == null) throw new InvalidInputException("model must be 1D powder or Isotropic.");
		if (!(deltaMilliseconds > 0 && bigDeltaMilliseconds >= deltaMilliseconds && bigDeltaMilliseconds < 1e5))
			throw new InvalidInputException("Gradient pulses of " + deltaMilliseconds + " ms, " + bigDeltaMilliseconds +
				" ms apart, cannot be meant: give deltams above 0 and bigdeltams not below it, in milliseconds.");
		if (!(factor > 0 && factor < 100)) throw new InvalidInputException("A factor of " + factor +
			" cannot be meant: <z2> = factor D Delta, 2 in one dimension.");
		if (!(gammaPerSecondPerTesla > 1e6 && gammaPerSecondPerTesla < 1e9)) throw new InvalidInputException(
			"A gyromagnetic ratio of " + gammaPerSecondPerTesla + " cannot be meant: give it in rad/(s T), for 7Li 1.0396e8.");
	}
}
