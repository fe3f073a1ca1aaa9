package net.operando.model.titration;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Estimate;

/**
 * {@code ln D = ln D0 - Ea / (k T)} by weighted least squares, with the covariance of both, so that an extrapolation has
 * an interval. Where the points scatter more than their errors allow (chance below 1 %) the covariance is scaled up to
 * the scatter. Immutable.
 */
public final class ArrheniusLine {

	/** Boltzmann constant, meV/K (CODATA 2018). */
	private static final double BOLTZMANN_MEV = 8.617333262e-2;

	private final double logD0;
	private final double energy;
	/** Variance of the value at the centre and of the energy, which are independent. */
	private final double centreVariance;
	private final double energyVariance;
	private final double centre;
	private final double reducedChiSquare;
	private final boolean scattered;
	private final double quantile;
	private final int n;

	private ArrheniusLine(final double logD0, final double energy, final double centreVariance,
		final double energyVariance, final double centre, final double reducedChiSquare, final boolean scattered,
		final double quantile, final int n)
	{
		this.logD0 = logD0;
		this.energy = energy;
		this.centreVariance = centreVariance;
		this.energyVariance = energyVariance;
		this.centre = centre;
		this.reducedChiSquare = reducedChiSquare;
		this.scattered = scattered;
		this.quantile = quantile;
		this.n = n;
	}

	/**
	 * @param kelvin temperatures, two or more different ones
	 * @param logDiffusion ln of D in m2/s
	 * @param logError standard errors of ln D, above 0
	 * @param degreesOfFreedom those behind the errors, for Student's interval; Integer.MAX_VALUE if they are exact
	 * @throws InsufficientDataException with fewer than two temperatures
	 * @throws InvalidInputException if an error is not above 0
	 */
	public static ArrheniusLine of(final double[] kelvin, final double[] logDiffusion, final double[] logError,
		final int degreesOfFreedom)
	{
		final int n = kelvin.length;
		double s = 0;
		double su = 0;
		double sy = 0;
		for (int i = 0; i < n; i++) {
			if (!(logError[i] > 0) || !(kelvin[i] > 0)) throw new InvalidInputException("The point at " + kelvin[i] +
				" K has an error of ln D of " + logError[i] + ": both must be above 0.");
			final double w = 1 / (logError[i] * logError[i]);
			s += w;
			su += w / (BOLTZMANN_MEV * kelvin[i]);
			sy += w * logDiffusion[i];
		}
		final double centre = su / s;
		double suu = 0;
		double suy = 0;
		for (int i = 0; i < n; i++) {
			final double w = 1 / (logError[i] * logError[i]);
			final double u = 1 / (BOLTZMANN_MEV * kelvin[i]) - centre;
			suu += w * u * u;
			suy += w * u * logDiffusion[i];
		}
		if (!(suu > 1e-12 * s * centre * centre)) throw new InsufficientDataException(
			"An activation energy needs diffusion coefficients at two temperatures or more.");
		final double slope = suy / suu;
		double chi = 0;
		for (int i = 0; i < n; i++) {
			final double r = (logDiffusion[i] - sy / s - slope * (1 / (BOLTZMANN_MEV * kelvin[i]) - centre)) / logError[i];
			chi += r * r;
		}
		final double reduced = n > 2 ? chi / (n - 2) : Double.NaN;
		final boolean scattered = n > 2 && new ChiSquaredDistribution(null, n - 2).cumulativeProbability(chi) > 0.99;
		final double scale = scattered ? reduced : 1;
		return new ArrheniusLine(sy / s - slope * centre, -slope, scale / s, scale / suu, centre, reduced, scattered, Pfg
			.student(scattered ? n - 2 : degreesOfFreedom), n);
	}

	/** Ea in meV. */
	public Estimate activationEnergyMeV() {
		final double e = Math.sqrt(energyVariance);
		return Estimate.of(energy, e, energy - quantile * e, energy + quantile * e, n, "activation_energy_meV");
	}

	/** D0 in m2/s, D at infinite temperature. */
	public Estimate prefactor() {
		return at(0.0, "d0");
	}

	/** D in m2/s at a temperature; its interval is that of the line there, wider the farther from the data. */
	public Estimate at(final double kelvin) {
		if (!(kelvin > 1)) throw new InvalidInputException("A temperature of " + kelvin +
			" K cannot be meant: give it in kelvin, for example 298.15.");
		return at(1 / (BOLTZMANN_MEV * kelvin), "d_extrapolated");
	}

	private Estimate at(final double inverseEnergy, final String definition) {
		final double d = Math.exp(logD0 - energy * inverseEnergy);
		final double u = inverseEnergy - centre;
		final double e = Math.sqrt(centreVariance + u * u * energyVariance);
		return Estimate.of(d, d * e, d * Math.exp(-quantile * e), d * Math.exp(quantile * e), n, definition);
	}

	/** Covariance of ln D0 and Ea (meV). */
	public double[][] covariance() {
		// ln D0 = value at the centre + Ea centre
		return new double[][] { { centreVariance + centre * centre * energyVariance, centre * energyVariance }, { centre *
			energyVariance, energyVariance } };
	}

	/** Weighted sum of squares per degree of freedom; NaN with two points. */
	public double reducedChiSquare() {
		return reducedChiSquare;
	}

	/** Whether the points scatter beyond their errors, so that these were scaled up. */
	public boolean isScattered() {
		return scattered;
	}
}
