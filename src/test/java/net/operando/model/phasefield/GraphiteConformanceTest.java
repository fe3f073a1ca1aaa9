package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Graphite as Ecker (2015) measured it: D by GITT at 23 contents and the open-circuit voltage, both digitised by others. What
 * was measured is D_chem; divided by the thermodynamic factor it is D_self, from which {@link Material} is to make the
 * same D_chem again.
 */
@Tag("conformance")
class GraphiteConformanceTest {

	private static final double FARADAY = 96485.33212;
	private static final double GAS = 8.314462618;

	private static double[][] columns(final String name) throws IOException {
		final String data = System.getProperty("conformance.data");
		assertTrue(data != null && !data.isEmpty(), "set -Dconformance.data");
		final Path file = Paths.get(data, "diffusivity", name);
		assertTrue(Files.isRegularFile(file), file + " is missing");
		final double[][] rows = Files.readAllLines(file).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> Arrays
			.stream(l.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
		return new double[][] { Arrays.stream(rows).mapToDouble(r -> r[0]).toArray(), Arrays.stream(rows).mapToDouble(r -> r[1])
			.toArray() };
	}

	private static double[][] diffusion() throws IOException {
		final double[][] d = columns("measured_graphite_diffusivity_Ecker2015.csv");
		assertEquals(23, d[0].length);
		return d;
	}

	/** The voltage without the second of two neighbours that stand at one voltage to the last digit. */
	private static double[][] falling() throws IOException {
		final double[][] e = columns("graphite_ocp_Ecker2015.csv");
		final List<Integer> kept = new ArrayList<>(List.of(0));
		for (int i = 1; i < e[0].length; i++)
			if (e[1][i] < e[1][kept.get(kept.size() - 1)]) kept.add(i);
		assertTrue(kept.size() >= e[0].length - 2, "only the flat steps are left out");
		return new double[][] { kept.stream().mapToDouble(i -> e[0][i]).toArray(), kept.stream().mapToDouble(i -> e[1][i])
			.toArray() };
	}

	private static String json(final String kind, final double[] x, final double[] log, final double[][] voltage) {
		return "{\"name\":\"graphite\",\"source\":\"Ecker 2015\",\"maxConcentrationMolPerM3\":31920,\"diffusion\":\"" + kind +
			"\",\"diffusionX\":" + list(x) + ",\"diffusionLog10M2PerS\":" + list(log) + ",\"voltageX\":" + list(voltage[0]) +
			",\"voltageV\":" + list(voltage[1]) + "}";
	}

	private static String list(final double[] v) {
		return Arrays.stream(v).mapToObj(d -> String.format(Locale.ROOT, "%.12g", d)).collect(Collectors.joining(",", "[", "]"));
	}

	private static double[] logs(final double[] v) {
		return Arrays.stream(v).map(Math::log10).toArray();
	}

	/** -(F x / R T) dE/dx by differences of the material's own voltage over 2e-5 in x. */
	private static double gamma(final Material m, final double x) {
		final OpenCircuitVoltage e = m.openCircuitVoltage(298.15);
		return -FARADAY * x / (GAS * 298.15) * (e.value(x + 1e-5) - e.value(x - 1e-5)) / 2e-5;
	}

	@Test
	void theMeasuredTableLoadsAndStaysBetweenItsPoints() throws IOException {
		final double[][] d = diffusion();
		final Diffusivity table = Diffusivity.ofLog10Table(d[0], logs(d[1]));
		for (int i = 0; i < 23; i++)
			// the tabulation has nodes 1/4000 apart, a kink of the table may lie between two: D moves by 3 % over one at most
			assertEquals(1, table.value(d[0][i]) / d[1][i], 0.01, "x = " + d[0][i]);
		for (int i = 0; i < 22; i++)
			for (int k = 0; k <= 20; k++) {
				final double v = table.value(d[0][i] + k / 20.0 * (d[0][i + 1] - d[0][i]));
				// monotone between points, with what the tabulation may be off
				assertTrue(v > 0.99 * Math.min(d[1][i], d[1][i + 1]) && v < 1.01 * Math.max(d[1][i], d[1][i + 1]));
			}
	}

	@Test
	void aVoltageThatStandsStillGivesNoDiffusionCoefficientAndSaysSo() throws IOException {
		final double[][] d = diffusion();
		final double[][] e = columns("graphite_ocp_Ecker2015.csv");
		final InvalidInputException refused = assertThrows(InvalidInputException.class, () -> Material.fromJson(json("SELF", d[0],
			logs(d[1]), e)).chemicalDiffusivity(298.15));
		assertTrue(refused.getMessage().contains("does not fall with x everywhere"), refused.getMessage());
	}

	@Test
	void selfDiffusionTimesTheThermodynamicFactorIsTheMeasuredOne() throws IOException {
		final double[][] d = diffusion();
		final double[][] e = falling();
		final Material voltage = Material.fromJson(json("TABLE", d[0], logs(d[1]), e));
		final double[] self = IntStream.range(0, 23).mapToDouble(i -> d[1][i] / gamma(voltage, d[0][i])).toArray();
		final Diffusivity chemical = Material.fromJson(json("SELF", d[0], logs(self), e)).chemicalDiffusivity(298.15);
		for (int i = 0; i < 23; i++)
			// kinks of both tables between nodes
			assertEquals(1, chemical.value(d[0][i]) / d[1][i], 0.03, "x = " + d[0][i]);
	}

	/** A thermodynamic factor of 0.03 to 20 should explain dips at the plateaus and peaks between them. */
	@Test
	void aConstantSelfDiffusionFollowsTheMeasuredDipsAndPeaks() throws IOException {
		final double[][] d = diffusion();
		final double[] even = new double[23];
		Arrays.fill(even, Math.log10(4e-15));
		final Diffusivity chemical = Material.fromJson(json("SELF", d[0], even, falling())).chemicalDiffusivity(298.15);
		final double[] measured = logs(d[1]);
		final double[] made = Arrays.stream(d[0]).map(x -> Math.log10(chemical.value(x))).toArray();
		// 23 unrelated ranks correlate by 0.21 at one standard deviation
		assertTrue(correlation(ranks(measured), ranks(made)) > 0.42, "rank correlation " + correlation(ranks(measured), ranks(
			made)));
	}

	@Test
	void theSolverRunsOnIt() throws IOException {
		final double[][] d = diffusion();
		final Material graphite = Material.fromJson(json("TABLE", d[0], logs(d[1]), falling()));
		final SimulationRun run = RodSimulation.run(graphite, Rod.standard().withLengthMicrometres(8).withStartX(0.05), Protocol
			.current(0.5, 3600), SimulationOptions.standard().withCells(100), Progress.NONE);
		assertTrue(run.massError() < 1e-12, "the target for every run");
		final double[] last = run.profile(run.columns() - 1);
		assertEquals(0.55, Arrays.stream(last).average().getAsDouble(), 1e-6);
	}

	private static double[] ranks(final double[] v) {
		return Arrays.stream(v).map(a -> Arrays.stream(v).filter(b -> b < a).count()).toArray();
	}

	private static double correlation(final double[] a, final double[] b) {
		final double ma = Arrays.stream(a).average().getAsDouble();
		final double mb = Arrays.stream(b).average().getAsDouble();
		double ab = 0;
		double aa = 0;
		double bb = 0;
		for (int i = 0; i < a.length; i++) {
			ab += (a[i] - ma) * (b[i] - mb);
			aa += (a[i] - ma) * (a[i] - ma);
			bb += (b[i] - mb) * (b[i] - mb);
		}
		return ab / Math.sqrt(aa * bb);
	}
}
