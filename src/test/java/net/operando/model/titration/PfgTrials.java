package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.operando.data.io.titration.PfgDecay;

/** Seeded PFG-NMR experiments as in the paper: 7 temperatures from 375 to 465 K, 16 gradients up to 23 T/m, 1 % noise. */
final class PfgTrials {

	static final double ENERGY_MEV = 190;
	private static final double BOLTZMANN_MEV = 8.617333262e-2;

	int runs;
	int decays;
	int diffusion;
	int energy;
	int extrapolated;
	double sumEnergy;
	double sumEnergyError;
	double sumSquares;

	static double diffusion(final double kelvin) {
		return 2.93e-9 * Math.exp(-ENERGY_MEV / (BOLTZMANN_MEV * kelvin));
	}

	static List<PfgDecay> decays(final PfgParameters p, final double noise, final long seed, final boolean errorsStated) {
		final Random random = new Random(seed);
		final List<PfgDecay> decays = new ArrayList<>();
		for (int t = 0; t < 7; t++) {
			final double kelvin = 375 + 15 * t;
			final double[] g = new double[16];
			final double[] s = new double[16];
			final double[] e = new double[16];
			for (int i = 0; i < 16; i++) {
				g[i] = 0.5 + 1.5 * i;
				s[i] = 3 * (p.model().attenuation(p.exponent(diffusion(kelvin), g[i])) + noise * random.nextGaussian());
				e[i] = 3 * noise;
			}
			decays.add(PfgDecay.of(kelvin, g, s, errorsStated ? e : null));
		}
		return decays;
	}

	void run(final long seed, final boolean errorsStated) {
		final PfgParameters p = PfgParameters.defaults();
		final PfgResult r = Pfg.analyse(decays(p, 0.01, 7919 * seed + 1, errorsStated), p);
		runs++;
		for (final PfgFit f : r.fits()) {
			decays++;
			if (f.diffusion().covers(diffusion(f.kelvin()))) diffusion++;
		}
		final ArrheniusLine line = r.arrhenius().orElseThrow();
		if (line.activationEnergyMeV().covers(ENERGY_MEV)) energy++;
		if (line.at(298.15).covers(diffusion(298.15))) extrapolated++;
		final double d = line.activationEnergyMeV().value() - ENERGY_MEV;
		sumEnergy += d;
		sumSquares += d * d;
		sumEnergyError += line.activationEnergyMeV().standardError();
	}
}
