package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.math3.distribution.TDistribution;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.data.io.titration.PfgDecay;

/** Evaluates PFG-NMR. Stateless and thread-safe. */
public final class Pfg {

	private static final double NORMAL_QUANTILE = 1.959963984540054;

	private Pfg() {}

	/**
	 * Fits every decay, and the Arrhenius line through those that give a D if there are two temperatures or more. Where
	 * the file states no errors the noise comes from the scatter about the fits, and intervals are Student's.
	 *
	 * @param decays one per temperature, in any order
	 * @throws InvalidInputException if a parameter cannot be meant
	 * @throws InsufficientDataException if a decay has too few points, or none gives a D
	 */
	public static PfgResult analyse(final List<PfgDecay> decays, final PfgParameters parameters) {
		parameters.validate();
		final List<PfgFitting> fittings = new ArrayList<>();
		double chi = 0;
		int free = 0;
		boolean stated = true;
		for (final PfgDecay d : decays) {
			final PfgFitting f = new PfgFitting(d, parameters);
			fittings.add(f);
			chi += f.chiSquare;
			free += f.points() - 2;
			stated &= d.hasErrors();
		}
		final List<PfgFit> fits = new ArrayList<>();
		final List<PfgFit> known = new ArrayList<>();
		final List<String> warnings = new ArrayList<>();
		for (int i = 0; i < fittings.size(); i++) {
			final PfgFitting f = fittings.get(i);
			final int ownFree = f.points() - 2;
			final double variance = stated ? 1 : parameters.isNoisePooled() ? chi / free : f.chiSquare / ownFree;
			final double quantile = stated ? NORMAL_QUANTILE : student(parameters.isNoisePooled() ? free : ownFree);
			final double[][] covariance = { { variance * f.inverse[0][0], variance * f.inverse[0][1] }, { variance *
				f.inverse[1][0], variance * f.inverse[1][1] } };
			final PfgFit fit = new PfgFit(decays.get(i), parameters, f.logDiffusion, f.amplitude, covariance, quantile);
			fits.add(fit);
			if (fit.isKnown()) known.add(fit);
			else warnings.add(String.format(Locale.ROOT,
				"The decay at %.1f K does not tell D within a factor of 2.7: it is left out of the Arrhenius line.", fit.kelvin()));
		}
		if (known.isEmpty()) throw new InsufficientDataException(
			"No decay tells a diffusion coefficient: the signal must fall with the gradient by more than its noise, so check the gradients' unit, deltams and bigdeltams.");
		final ArrheniusLine line = known.stream().mapToDouble(PfgFit::kelvin).distinct().count() < 2 ? null : ArrheniusLine
			.of(known.stream().mapToDouble(PfgFit::kelvin).toArray(), known.stream().mapToDouble(PfgFit::logDiffusion).toArray(),
				known.stream().mapToDouble(PfgFit::logError).toArray(), stated ? Integer.MAX_VALUE : free);
		return new PfgResult(fits, line, parameters, warnings);
	}

	static double student(final int degreesOfFreedom) {
		if (degreesOfFreedom > 1_000_000) return NORMAL_QUANTILE;
		return new TDistribution(null, Math.max(1, degreesOfFreedom)).inverseCumulativeProbability(0.975);
	}
}
