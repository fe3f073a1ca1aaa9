package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.model.titration.ParticleShape;
import net.operando.model.titration.PfgModel;
import net.operando.model.titration.PfgParameters;

/**
 * GittCommand and PfgCommand from the command line: TitrationSettings, TitrationEvaluation, TitrationReport,
 * TitrationFigures, PfgReport and PfgFigures end to end, on files of known truth.
 */
class DiffusionCommandsTest {

	/** D/l^2 of the titration; of a slab of 1 um, so D = 1e-16 m2/s. */
	private static final double PER_SECOND = 1e-4;
	private static final double TRUTH = 1e-16;
	private static final double ENERGY_MEV = 190;

	@TempDir
	static Path folder;
	private static Path titration;
	private static Path decays;
	private static String printed;

	private static int run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		final int status = Main.run(words, stream, stream);
		printed = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	private static int run(final String command, final Path file, final Path output, final String... keys) {
		return run(Stream.concat(Stream.of("run", command, "file=" + file, "output=" + output), Arrays.stream(keys)).toArray(
			String[]::new));
	}

	/** The exact response of a slab to pulses of 1000 s with rests of 20000 s; 1 V from x = 0 to 1, 1 mAh. */
	@BeforeAll
	static void writeTitration() throws Exception {
		final List<double[]> flux = new ArrayList<>();
		final StringBuilder csv = new StringBuilder("Seconds,Volts,Amps\n0,1.9,0\n");
		double start = 0;
		for (int k = 0; k < 17; k++) {
			final boolean pulse = k % 2 == 1;
			final double span = pulse ? 1000 : 20000;
			flux.add(new double[] { start, k == 0 ? 0 : pulse ? 1e-4 : -1e-4 });
			for (int i = 1; i <= 200; i++) {
				final double t = start + span * Math.pow(i / 200.0, 2);
				double x = 0.1;
				for (final double[] f : flux)
					if (t > f[0]) x += f[1] * ParticleShape.SLAB.response(PER_SECOND * (t - f[0])) / PER_SECOND;
				csv.append(String.format(Locale.ROOT, "%.6f,%.12f,%.9f%n", t, 2 - x, pulse ? -3.6 * 1e-4 : 0));
			}
			start += span;
		}
		titration = Files.writeString(folder.resolve("gitt.csv"), csv);
	}

	/** Seven temperatures, sixteen gradients, 0.5 % noise. */
	@BeforeAll
	static void writeDecays() throws Exception {
		final Random random = new Random(11);
		final PfgParameters p = PfgParameters.defaults();
		final StringBuilder csv = new StringBuilder("temperature_K,gradient_T_per_m,signal\n");
		for (int kelvin = 375; kelvin <= 465; kelvin += 15)
			for (double g = 0.5; g < 23.1; g += 1.5)
				csv.append(String.format(Locale.ROOT, "%d,%.2f,%.9f%n", kelvin, g, 3 * (PfgModel.POWDER_1D.attenuation(p.exponent(
					diffusion(kelvin), g)) + 0.005 * random.nextGaussian())));
		decays = Files.writeString(folder.resolve("pfg.csv"), csv);
	}

	private static double diffusion(final double kelvin) {
		return 2.93e-9 * Math.exp(-ENERGY_MEV / (8.617333262e-2 * kelvin));
	}

	private static List<String> names(final Path results) throws Exception {
		try (Stream<Path> files = Files.list(results)) {
			// the list of what was written by which command is no result
			return files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".")).sorted().collect(Collectors.toList());
		}
	}

	private static List<double[]> columns(final Path csv, final int... which) throws Exception {
		return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1)).map(cells -> Arrays.stream(which)
			.mapToDouble(c -> Double.parseDouble(cells[c])).toArray()).collect(Collectors.toList());
	}

	@Test
	void gittGivesTheTruthAndAMaterialThatSimulateRodTakes() throws Exception {
		final Path out = folder.resolve("gitt");
		assertEquals(Main.DONE, run("Diffusion from GITT", titration, out, "lengthum=1", "capacity=1", "startx=0.1"),
			() -> printed);
		assertEquals(List.of("diffusion.csv", "diffusion.json", "diffusion.png", "diffusion.svg", "material.json", "ocv.csv",
			"pulses.png", "pulses.svg"), names(out));
		assertTrue(Files.readString(out.resolve("diffusion.csv")).startsWith("x,d_m2_per_s,d_se,method,pulse,flag\n"));
		final List<double[]> points = columns(out.resolve("diffusion.csv"), 1);
		assertEquals(8, points.size());
		// the square root is the short-time form of the exact response, off by less than 1 % at 0.2 l^2/D
		for (final double[] p : points)
			assertEquals(TRUTH, p[0], 0.01 * TRUTH);
		// two relaxation times after a pulse the voltage is that of the mean within its last 1e-8
		final List<double[]> ocv = columns(out.resolve("ocv.csv"), 0, 1);
		for (final double[] row : ocv)
			assertEquals(2 - row[0], row[1], 1e-6);
		final JsonObject json = JsonParser.parseString(Files.readString(out.resolve("diffusion.json"))).getAsJsonObject();
		assertEquals("Diffusion from GITT", json.get("command").getAsString());
		assertEquals(1, json.getAsJsonArray("inputs").size());
		assertTrue(Files.readString(out.resolve("pulses.svg")).contains("fitted window"));
		assertEquals(Main.DONE, run("run", "Simulate Rod", "material=" + out.resolve("material.json"), "crate=0.1",
			"startx=0.3", "seconds=10", "cells=50"), () -> printed);
	}

	@Test
	void acceptedFlagsAreTakenAndTheCurveIsScaled() throws Exception {
		final Path strict = folder.resolve("strict");
		// pulses of 0.1 l^2/D are too short for the long-time method
		assertEquals(Main.DONE, run("Diffusion from GITT", titration, strict, "method=long time", "lengthum=1", "capacity=1",
			"startx=0.1"), () -> printed);
		assertTrue(Files.readString(strict.resolve("diffusion.svg")).contains("flagged."), "the description names the series");
		assertTrue(Files.readString(strict.resolve("diffusion.csv")).contains(",long_time,1,early"));
		assertFalse(Files.exists(strict.resolve("material.json")), "no point holds");
		assertTrue(Files.readString(strict.resolve("diffusion.json")).contains("No material file is written"));
		final Path out = folder.resolve("accepted");
		assertEquals(Main.DONE, run("Diffusion from GITT", titration, out, "method=long time", "lengthum=1", "capacity=1",
			"startx=0.1", "accept=early", "scalex=0.5", "scaled=1.8e-12"), () -> printed);
		assertTrue(Files.exists(out.resolve("material.json")));
		assertTrue(Files.readString(out.resolve("diffusion.json")).contains("taken all the same"));
		assertTrue(Files.readString(out.resolve("diffusion.svg")).contains("flagged, accepted"));
		assertTrue(Files.readString(out.resolve("pulses.svg")).contains(", early"));
		double nearest = Double.NaN;
		double distance = 1;
		for (final double[] p : columns(out.resolve("diffusion.csv"), 0, 1))
			if (Math.abs(p[0] - 0.5) < distance) {
				distance = Math.abs(p[0] - 0.5);
				nearest = p[1];
			}
		// all pulses are alike, so D is the one scaled to everywhere but for how well each had rested
		assertEquals(1.8e-12, nearest, 0.01 * 1.8e-12);
	}

	@Test
	void pfgGivesDiffusionAndActivationEnergy() throws Exception {
		final Path out = folder.resolve("pfg");
		assertEquals(Main.DONE, run("Diffusion from PFG-NMR", decays, out), () -> printed);
		assertEquals(List.of("arrhenius.json", "arrhenius.png", "arrhenius.svg", "decays.png", "decays.svg", "pfg.csv"), names(
			out));
		final List<double[]> rows = columns(out.resolve("pfg.csv"), 0, 1, 2);
		assertEquals(7, rows.size());
		// four standard errors: 6e-5 by chance, of 7 rows
		for (final double[] r : rows)
			assertEquals(diffusion(r[0]), r[1], 4 * r[2]);
		final JsonObject json = JsonParser.parseString(Files.readString(out.resolve("arrhenius.json"))).getAsJsonObject();
		assertEquals(ENERGY_MEV, json.get("activation_energy_meV").getAsDouble(), 4 * json.get("activation_energy_meV_se")
			.getAsDouble());
		assertEquals(298.15, json.get("extrapolated_to_K").getAsDouble());
		assertTrue(json.get("extrapolated_d_m2_per_s_low").getAsDouble() < diffusion(298.15) && diffusion(298.15) < json.get(
			"extrapolated_d_m2_per_s_high").getAsDouble());
		assertEquals("Diffusion from PFG-NMR", json.getAsJsonObject("provenance").get("command").getAsString());
		assertTrue(Files.readString(out.resolve("arrhenius.svg")).contains("95 % band"));
		// the paper's factor 1 doubles every D
		final Path one = folder.resolve("factor1");
		assertEquals(Main.DONE, run("Diffusion from PFG-NMR", decays, one, "factor=1", "extrapolatek=350"), () -> printed);
		// the same minimum found from another start, to half the digits
		assertEquals(2 * rows.get(0)[1], columns(one.resolve("pfg.csv"), 1).get(0)[0], 1e-6 * rows.get(0)[1]);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "lengthum=0 | lengthum", "capacity=-1 | capacity of -1", "startx=2 | outside 0 to 1",
		"accept=crooked | no flag", "scalex=0.5 | (scalex) and Scale to D (scaled)", "scalex=0.99 scaled=1e-12 | (scalex) within",
		"scalex=0.5 scaled=-1 | m2/s" })
	void gittSaysWhatCannotBeMeant(final String keys, final String part) {
		final Path out = folder.resolve("bad");
		isOneSentence(run("Diffusion from GITT", titration, out, keys.split(" ")), part, out);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "deltams=0 | deltams", "bigdeltams=1 | bigdeltams", "factor=-2 | factor",
		"extrapolatek=0 | kelvin" })
	void pfgSaysWhatCannotBeMeant(final String keys, final String part) {
		final Path out = folder.resolve("bad");
		isOneSentence(run("Diffusion from PFG-NMR", decays, out, keys.split(" ")), part, out);
	}

	@Test
	void filesThatAreSomethingElseAreNamed() {
		final Path out = folder.resolve("bad");
		isOneSentence(run("Diffusion from GITT", decays, out), "pfg.csv", out);
		isOneSentence(run("Diffusion from PFG-NMR", titration, out), "gradient_T_per_m", out);
		isOneSentence(run("Diffusion from PFG-NMR", folder.resolve("none.csv"), out), "no file", out);
		assertEquals(Main.WRONG_USAGE, run("Diffusion from GITT", titration, out, "method=guess"));
		assertEquals(Main.WRONG_USAGE, run("Diffusion from PFG-NMR", decays, out, "model=3D"));
		assertEquals(Main.WRONG_USAGE, run("Diffusion from GITT", titration, out, "capacity=many"));
	}

	private static void isOneSentence(final int status, final String part, final Path out) {
		assertEquals(Main.FAILED, status, () -> printed);
		assertTrue(printed.contains(part), printed);
		assertFalse(printed.contains("\tat "), printed);
		assertEquals(1, printed.trim().split("\n").length, printed);
		assertFalse(Files.exists(out), "nothing that looks like a result");
	}
}
