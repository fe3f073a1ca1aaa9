package net.operando.model.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.data.io.Json;
import net.operando.data.io.titration.PfgDecay;

class PfgTest {

	@Test
	void attenuationOfThePowderIsThatOfItsClosedForm() {
		// computed elsewhere to eight digits
		assertEquals(0.74682413, PfgModel.POWDER_1D.attenuation(1), 0.5e-8);
		assertEquals(0.39571231, PfgModel.POWDER_1D.attenuation(5), 0.5e-8);
		assertEquals(1, PfgModel.POWDER_1D.attenuation(0), 0);
		// on both sides of the switch to the series, 2e-10 apart; what it leaves out is b^4/216 = 5e-19
		assertEquals(PfgModel.POWDER_1D.attenuation(1e-4 - 1e-10), PfgModel.POWDER_1D.attenuation(1e-4 + 1e-10), 1e-10);
	}

	@Test
	void attenuationIsTheAverageOverThePowder() {
		// midpoint rule over cos(theta) in 20000 parts: error b^2/(24 n^2) < 1e-8
		for (final double b : new double[] { 0.1, 1, 5, 30 }) {
			double sum = 0;
			for (int i = 0; i < 20000; i++) {
				final double c = (i + 0.5) / 20000;
				sum += Math.exp(-b * c * c) / 20000;
			}
			assertEquals(sum, PfgModel.POWDER_1D.attenuation(b), 1e-8);
		}
	}

	@Test
	void slopesAreThoseOfDifferences() {
		for (final PfgModel model : PfgModel.values())
			for (final double b : new double[] { 1e-6, 0.9e-4, 1.1e-4, 0.3, 2, 20 }) {
				final double h = 1e-5;
				final double numeric = (model.attenuation(b * Math.exp(h)) - model.attenuation(b * Math.exp(-h))) / (2 * h);
				// h^2 and the rounding of a difference, 1e-16/h
				assertEquals(numeric, model.logSlope(b), 1e-9);
			}
	}

	@Test
	void attenuationAtThePapersStrongestGradient() {
		// D0 = 2.93e-9 m2/s, 190 meV, 23 T/m: .613 at 375 K, .366 at 465 K in three digits
		final PfgParameters p = PfgParameters.defaults();
		assertEquals(0.613, p.model().attenuation(p.exponent(PfgTrials.diffusion(375), 23)), 0.0006);
		assertEquals(0.366, p.model().attenuation(p.exponent(PfgTrials.diffusion(465), 23)), 0.0006);
		// the paper prints <z2> = D Delta: half the exponent, twice the D
		assertEquals(p.exponent(1e-12, 20), p.withFactor(1).exponent(2e-12, 20), 1e-12);
	}

	@Test
	void noiseFreeDecaysGiveTheTruth() {
		for (final PfgModel model : PfgModel.values()) {
			final PfgParameters p = PfgParameters.defaults().withModel(model);
			final PfgResult r = Pfg.analyse(PfgTrials.decays(p, 0, 1, false), p);
			for (final PfgFit f : r.fits()) {
				// Gauss and Newton converge until chi square no longer falls: half the digits
				assertEquals(Math.log(PfgTrials.diffusion(f.kelvin())), f.logDiffusion(), 1e-6);
				assertEquals(3, f.amplitude(), 1e-6);
				assertEquals(f.decay().signal(5), f.signal(f.decay().teslaPerMetre(5)), 1e-6);
			}
			final ArrheniusLine line = r.arrhenius().orElseThrow();
			assertEquals(PfgTrials.ENERGY_MEV, line.activationEnergyMeV().value(), 1e-3);
			assertEquals(PfgTrials.diffusion(298.15), line.at(298.15).value(), 1e-5 * PfgTrials.diffusion(298.15));
		}
	}

	@Test
	void intervalsCoverTheTruthOnFewSeeds() {
		final PfgTrials t = new PfgTrials();
		for (int seed = 0; seed < 40; seed++)
			t.run(seed, false);
		// 40 at 95 %: 38 +- 1.4; four of these
		assertTrue(t.energy >= 33, "Ea in " + t.energy + " of 40");
		assertTrue(t.extrapolated >= 33, "D(25 C) in " + t.extrapolated + " of 40");
		// 280: 266 +- 3.6
		assertTrue(t.diffusion >= 252, "D in " + t.diffusion + " of " + t.decays);
	}

	@Test
	void extrapolationIsLessSureThanTheData() {
		final PfgResult r = Pfg.analyse(PfgTrials.decays(PfgParameters.defaults(), 0.01, 3, false), PfgParameters.defaults());
		final ArrheniusLine line = r.arrhenius().orElseThrow();
		final double inside = line.at(420).standardError() / line.at(420).value();
		final double outside = line.at(298.15).standardError() / line.at(298.15).value();
		assertTrue(outside > 3 * inside, inside + " " + outside);
		// from the covariance by hand: u' C u with u = (1, -1/kT)
		final double u = 1 / (8.617333262e-2 * 298.15);
		final double[][] c = line.covariance();
		assertEquals(outside, Math.sqrt(c[0][0] - 2 * u * c[0][1] + u * u * c[1][1]), 1e-6 * outside);
		assertEquals(Math.sqrt(c[0][0]), line.prefactor().standardError() / line.prefactor().value(), 1e-9);
		assertTrue(line.reducedChiSquare() > 0);
	}

	@Test
	void scatterBeyondTheErrorsWidensTheIntervals() {
		final double[] kelvin = { 300, 320, 340, 360, 380 };
		final double[] log = { -27, -26.2, -26.3, -25.4, -25.5 };
		final double[] error = { 0.01, 0.01, 0.01, 0.01, 0.01 };
		final ArrheniusLine line = ArrheniusLine.of(kelvin, log, error, Integer.MAX_VALUE);
		assertTrue(line.isScattered());
		final double[] wide = { 1, 1, 1, 1, 1 };
		final ArrheniusLine calm = ArrheniusLine.of(kelvin, log, wide, Integer.MAX_VALUE);
		assertFalse(calm.isScattered());
		assertEquals(Math.sqrt(line.reducedChiSquare()) * 0.01 * calm.activationEnergyMeV().standardError(), line
			.activationEnergyMeV().standardError(), 1e-9);
		assertThrows(InsufficientDataException.class, () -> ArrheniusLine.of(new double[] { 300, 300 }, new double[] { -27,
			-27 }, new double[] { 1, 1 }, 10));
	}

	@Test
	void aDecayThatDoesNotFallIsLeftOut() {
		final PfgParameters p = PfgParameters.defaults();
		final List<PfgDecay> decays = new ArrayList<>(PfgTrials.decays(p, 0.01, 1, false));
		final double[] g = { 1, 2, 3, 4, 5, 6 };
		decays.add(PfgDecay.of(350, g, new double[] { 3.001, 2.999, 3.002, 2.998, 3.001, 3 }, null));
		final PfgResult r = Pfg.analyse(decays, p);
		assertFalse(r.fits().get(7).isKnown());
		assertEquals("", r.toTable().text(7, "d_m2_per_s"));
		assertEquals(1, r.warnings().size());
		assertTrue(r.arrhenius().orElseThrow().activationEnergyMeV().covers(PfgTrials.ENERGY_MEV));
		assertThrows(InsufficientDataException.class, () -> Pfg.analyse(decays.subList(7, 8), p));
		assertThrows(InvalidInputException.class, () -> Pfg.analyse(decays, p.withTimesMilliseconds(10, 2)));
		assertThrows(InsufficientDataException.class, () -> Pfg.analyse(List.of(PfgDecay.of(300, new double[] { 1, 2 },
			new double[] { 1, 1 }, null)), p));
	}

	@Test
	void tablesAndSummaryAreThoseOfTheContract() {
		final PfgResult r = Pfg.analyse(PfgTrials.decays(PfgParameters.defaults(), 0.01, 3, true), PfgParameters.defaults());
		assertTrue(r.toTable().toCsv().startsWith("temperature_K,d_m2_per_s,d_se\n375,"));
		final String json = Json.write(r.summary(298.15));
		assertTrue(json.contains("\"activation_energy_meV\": 1"), json);
		assertTrue(json.contains("extrapolated_d_m2_per_s_low"), json);
		assertEquals(PfgModel.ISOTROPIC, PfgModel.of("Isotropic"));
		assertThrows(InvalidInputException.class, () -> PfgModel.of("2D"));
		final PfgParameters p = PfgParameters.defaults().withNoisePooled(false).withGamma(2.6752e8);
		assertEquals(Json.write(p), Json.write(Json.read(Json.write(p), PfgParameters.class, "PFG")));
	}
}
