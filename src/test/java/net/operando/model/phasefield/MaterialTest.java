package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.operando.base.InvalidInputException;

/** {@link Material}, {@link Diffusivity}, {@link OpenCircuitVoltage} and the tables that come with them. */
class MaterialTest {

	@ParameterizedTest
	@ValueSource(strings = { "nwo-diffusion.csv", "nwo-ocv.csv", "nwo-elongation.csv", "nwo-intensity.csv" })
	void everyTableSaysThatItIsAPlaceholder(final String name) throws IOException {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(Material.class.getResourceAsStream(name),
			StandardCharsets.UTF_8)))
		{
			assertTrue(in.lines().filter(l -> l.startsWith("#")).anyMatch(l -> l.contains("PLACEHOLDER")));
		}
	}

	@Test
	void theTabulatedIntegralIsThatOfTheFunction() {
		// D rises by a factor of 1e5 over 0.05: K = D / (ln(10) 100) in closed form
		final Diffusivity d = Diffusivity.of(x -> Math.pow(10, -15 + 100 * Math.min(x, 0.05)));
		for (double x = 0.001; x < 0.05; x += 0.00073) {
			final double truth = (Math.pow(10, -15 + 100 * x) - 1e-15) / (100 * Math.log(10));
			// a quartic through a rise of 6 % per interval
			assertEquals(1, d.integral(x) / truth, 1e-9);
			assertEquals(1, d.value(x) / Math.pow(10, -15 + 100 * x), 1e-8);
			assertEquals(x, d.inverse(d.integral(x), 0.5), 1e-12);
		}
		assertEquals(1e-15, d.value(-1), 0);
		assertEquals(-1e-15, d.integral(-1), 0);
		assertEquals(100 * Math.log(10), d.logSlope(0.02), 1e-3);
		assertEquals(2 * d.value(0.3), d.times(2).value(0.3), 1e-24);
	}

	@Test
	void theTableOfDIsReadAsItStands() {
		final Diffusivity d = Material.nwo().chemicalDiffusivity(298.15);
		assertEquals(-12.43, Math.log10(d.value(0.08)), 1e-9);
		assertEquals(-11.745, Math.log10(d.value(0.42)), 1e-9);
		assertEquals(-13, Math.log10(d.value(1)), 1e-9);
		assertEquals(2.10, Material.nwo().openCircuitVoltage(298.15).value(0.14), 1e-12);
		assertEquals(0.07, Material.nwo().elongation(0.9), 1e-12);
		assertEquals(2.10, Material.nwo().intensityRatio(0.675), 1e-12);
		assertEquals(33450, Material.nwo().maxConcentration(), 0);
	}

	@Test
	void selfDiffusionGetsTheThermodynamicFactorOfTheVoltage() {
		// E = 2 - 0.5 x: Gamma = F x 0.5 / (R T)
		final Material m = Material.fromJson("{\"diffusion\":\"SELF\",\"diffusionX\":[0,1],\"diffusionLog10M2PerS\":[-13,-13]," +
			"\"voltageX\":[0,0.5,1],\"voltageV\":[2,1.75,1.5]}");
		final double gamma = OpenCircuitVoltage.FARADAY * 0.4 * 0.5 / (OpenCircuitVoltage.GAS * 298.15);
		assertEquals(1e-13 * gamma, m.chemicalDiffusivity(298.15).value(0.4), 1e-13 * gamma * 1e-9);
		assertEquals(m.arrhenius(330) * 1e-13 * gamma * 298.15 / 330, m.chemicalDiffusivity(330).value(0.4), 1e-13 * gamma * 1e-9);
		// mobility times dmu/dx is D_chem
		assertEquals(1e-13 * gamma, m.mobility(298.15).applyAsDouble(0.4) * OpenCircuitVoltage.FARADAY * 0.5, 1e-13 * gamma * 1e-9);
	}

	@Test
	void latticeGasSeparatesAboveTwo() {
		final String json = "{\"diffusion\":\"LATTICE_GAS\",\"latticeDiffusionM2PerS\":1e-13,\"latticeInteraction\":%s}";
		final Material mixing = Material.fromJson(String.format(json, "1.5"));
		final Material separating = Material.fromJson(String.format(json, "2.5"));
		assertEquals(1e-13 * (1 - 3 * 0.21), mixing.chemicalDiffusivity(298.15).value(0.3), 1e-24);
		assertTrue(mixing.chemicalDiffusivity(298.15).isPositive());
		assertFalse(separating.chemicalDiffusivity(298.15).isPositive());
		final OpenCircuitVoltage e = mixing.openCircuitVoltage(298.15);
		for (double x = 0.05; x < 1; x += 0.1) {
			assertEquals(x, e.content(e.value(x)), 1e-12);
			// central difference of a logarithm, h^2 / x^3
			assertEquals((e.value(x + 1e-5) - e.value(x - 1e-5)) / 2e-5, e.slope(x), 1e-5);
		}
		assertFalse(separating.openCircuitVoltage(298.15).isFalling());
		assertThrows(IllegalStateException.class, () -> separating.openCircuitVoltage(298.15).content(1.6));
	}

	@Test
	void jsonHoldsTheWholeMaterial(@TempDir final Path folder) throws IOException {
		final Material m = Material.nwo().withDiffusionTable(new double[] { 0, 0.5, 1 }, new double[] { -12, -11, -13 });
		final Path file = folder.resolve("material.json");
		Files.write(file, m.toJson().getBytes(StandardCharsets.UTF_8));
		final Material back = Material.named(file.toString());
		assertEquals(m.toJson(), back.toJson());
		assertEquals(1e-11, back.chemicalDiffusivity(298.15).value(0.5), 1e-19);
		assertTrue(back.toJson().contains("\"voltageV\": ["), "tables are in the file");
		assertEquals("NWO", Material.named("nwo").name());
	}

	@Test
	void tablesThatAreNoneAreRefused() {
		assertThrows(InvalidInputException.class, () -> MaterialTable.read(new BufferedReader(new java.io.StringReader(
			"x,y\n0,1\nhalf,2\n")), "a table"));
		assertThrows(InvalidInputException.class, () -> Material.fromJson("{\"voltageX\":[0,1]}"));
		assertThrows(InvalidInputException.class, () -> Material.fromJson("{\"voltageX\":[0,1],\"voltageV\":[3000,1000]}"));
		assertThrows(InvalidInputException.class, () -> Material.fromJson("{\"maxConcentrationMolPerM3\":0.03}"));
		assertThrows(InvalidInputException.class, () -> Material.fromJson("{\"activationEnergyMeV\":190000}"));
		assertThrows(InvalidInputException.class, () -> Material.nwo().arrhenius(25));
		assertThrows(InvalidInputException.class, () -> Diffusivity.of(x -> Double.NaN));
		assertThrows(InvalidInputException.class, () -> Diffusivity.ofLog10Table(new double[] { 0, 1 }, new double[] { 1, 2 }));
		assertThrows(InvalidInputException.class, () -> RodMesh.ofFaces(0, 2e-6, 1e-6));
	}
}
