package net.operando.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontPolarity;
import net.operando.base.CancelledException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.io.TidyTable;
import net.operando.data.movie.LinePath;
import net.operando.experiment.ExperimentParameters;
import net.operando.experiment.RodLine;

/** RateComparison, FrontSelection, AnalysedExperiment, ComparedFront, RateGroup, ElongationSeries, LeftOut, CompareTables. */
class RateComparisonTest {

	/** Roundings of numbers up to a few thousand. */
	private static final double ROUNDING = 1e-9;

	@TempDir
	Path root;

	private RateComparison compare(final CompareParameters parameters) throws Exception {
		return RateComparison.of(root, null, null, parameters, Progress.NONE);
	}

	private WrittenExperiment experiment(final String name) {
		return new WrittenExperiment(root.resolve(name));
	}

	private static List<String> reasons(final RateComparison comparison) {
		return comparison.leftOut().stream().filter(o -> !o.reason().startsWith("elongation")).map(o -> o.experiment() + " " + o
			.rodId() + " " + o.step() + " " + o.frontId() + ": " + o.reason()).collect(Collectors.toList());
	}

	/** What a comparison refuses with: one sentence of one line that holds each of the words. */
	private void refuses(final String... words) {
		refuses(new CompareParameters(), words);
	}

	private void refuses(final CompareParameters parameters, final String... words) {
		final String message = assertThrows(OperandoException.class, () -> compare(parameters)).getMessage();
		for (final String word : words)
			assertTrue(message.contains(word), message);
		assertTrue(message.endsWith(".") && message.indexOf('\n') < 0, message);
	}

	@Test
	void frontsAreCountedByRateAcrossExperiments() throws Exception {
		// a front that runs backwards has a negative velocity: speeds are compared
		experiment("one").front("4.97", 1, "500").front("4.97", 2, "-700").front("0.99", 3, "200").write("a");
		experiment("deep/two").front("5.04", 1, "600").front("5.04", 2, "-1000").write("b");
		final RateComparison comparison = compare(new CompareParameters());
		final TidyTable rates = CompareTables.rates(comparison);
		assertEquals(List.of("c_rate", "n", "mean_nm_per_s", "sem_nm_per_s", "q1", "median", "q3", "whisker_low",
			"whisker_high"), rates.columns().subList(0, 9));
		assertEquals(2, rates.rowCount());
		assertEquals("1,1,200,,200,200,200,200,200,0.99,0.99,1,1,1,1,half_max,dark", rates.toCsv().split("\n")[1]);
		// 500, 600, 700, 1000: deviations -200, -100, 0, 300 from 700, squares sum to 140000; type 7 at 0.75, 1.5, 2.25;
		// the reach above 775 is to 775 + 1.5 * 200 = 1075
		final double[] wanted = { 5, 4, 700, Math.sqrt(140000 / 3.0 / 4), 575, 650, 775, 500, 1000, 4.97, 5.04, 2, 2 };
		for (int c = 0; c < wanted.length; c++)
			assertEquals(wanted[c], ((Number) rates.cell(1, rates.columns().get(c))).doubleValue(), ROUNDING, rates.columns().get(
				c));
		final TidyTable points = CompareTables.points(comparison);
		assertEquals(5, points.rowCount());
		assertEquals("measured,5,5.04,1000,20,deep/two,P1,2,2,start,1,ok", points.toCsv().split("\n")[3]);
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.contains("At 1C there is one front only")), comparison
			.warnings() + "");
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.contains("no elongation is written")));
		assertEquals(2, comparison.inputs().size());
	}

	@Test
	void whatIsNotComparedIsListedWithItsReason() throws Exception {
		experiment("e").front("5", 1, "600").row("P1", "5", "1", "2,half_max,bright,end,650,20", "ok").row("P1", "5", "1",
			"3,half_max,dark,end,650,20", "uneven").row("P1", "5", "1", "4,half_max,dark,end,,", "ok").row("P1", "-5", "1",
				"5,half_max,dark,end,650,20", "ok").row("P1", "", "1", "6,half_max,dark,end,650,20", "ok").row("P1", "5", "1",
					"1,extremum,dark,end,400,20", "ok").row("P1", "5", "", "7,half_max,dark,end,650,20", "ok").line(
						// rod P2: nothing found by either criterion; rod P3: nothing by the other one
						"P2,2,10,110,5,,1,,,,,,,,,0,,no_front,,,").line("P2,2,10,110,5,,1,,,,,,,,,0,,no_front,,,").row("P3", "5", "1",
							"8,half_max,dark,start,640,20", "ok").line("P3,2,10,110,5,,1,,,,,,,,,0,,no_front,,,").write("a");
		final RateComparison comparison = compare(new CompareParameters());
		assertEquals(List.of("e P1 2 2: polarity bright", "e P1 2 3: flag uneven", "e P1 2 4: no velocity",
			"e P1 2 5: delithiation", "e P1 2 6: C-rate not known (needs massMilligrams)", "e P1 2 7: lag not known",
			"e P2 2 : no front found in the step"), reasons(comparison));
		assertEquals(2, comparison.groups().get(0).speedsNmPerS().n());
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.startsWith("6 of 8 fronts")), comparison.warnings() + "");
		final TidyTable table = CompareTables.leftOut(comparison);
		assertEquals(List.of("experiment", "rod_id", "step", "front_id", "reason"), table.columns());
		final CompareParameters all = new CompareParameters().withFronts(FrontCriterion.HALF_MAX, FrontPolarity.BOTH).accepting(
			" uneven , poor_fit ");
		assertEquals(4, compare(all).groups().get(0).speedsNmPerS().n());
		final RateComparison out = compare(new CompareParameters().withDirection("Delithiation"));
		assertEquals("-5", CompareTables.rates(out).text(0, "c_rate"));
		assertFalse(out.hasXrd());
		assertEquals(400, compare(new CompareParameters().withFronts(FrontCriterion.EXTREMUM, FrontPolarity.DARK)).groups().get(0)
			.speedsNmPerS().mean());
	}

	@Test
	void simulatedRowsAreNotMeasuredOnes() throws Exception {
		experiment("e").under(WrittenExperiment.HEADER + ",source").line(
			"P1,2,10,110,5,,1,1,half_max,dark,start,600,20,1,2,9,w,ok,,,,measured").line(
				"P1,2,10,110,5,,1,1,half_max,dark,start,934,20,1,2,9,other,ok,,,,simulated").write("a");
		assertArrayEquals(new double[] { 600 }, compare(new CompareParameters()).groups().get(0).speedsNmPerS().sorted());
	}

	@Test
	void simulatedVelocitiesStandWithTheGroupTheyBelongTo() throws Exception {
		experiment("e").front("4.97", 1, "600").write("a");
		final Path file = Files.writeString(root.resolve("sim.csv"),
			"# from Simulate Rod\nnote,c_rate,velocity_nm_per_s\na,5,930\nb,20,1900\nc,-5,44\n");
		final RateComparison comparison = RateComparison.of(root, file, null, new CompareParameters(), Progress.NONE);
		assertEquals(2, comparison.simulatedCount());
		assertEquals(5, comparison.simulatedGroup(0));
		assertEquals(20, comparison.simulatedGroup(1), "no front was measured at 20C");
		assertEquals(1900, comparison.simulatedNmPerS(1));
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.startsWith("1 simulated velocities")));
		assertEquals("simulated", CompareTables.points(comparison).text(2, "source"));
	}

	@Test
	void aRodThatWasAnalysedTwiceCountsOnce() throws Exception {
		experiment("a").front("5", 1, "600").write("same movie");
		// its content stated differently, it is still the same rod
		experiment("b").with(new ExperimentParameters().withRods(List.of(new RodLine("P1", LinePath.straight(1, 2, 3, 4))
			.withStartX(0.1)))).front("5", 1, "601").write("same movie");
		experiment("c").front("5", 1, "700").write("another movie");
		final RateComparison comparison = compare(new CompareParameters());
		assertArrayEquals(new double[] { 600, 700 }, comparison.groups().get(0).speedsNmPerS().sorted());
		assertEquals(List.of("b P1  : the same rod of the same recording as in a"), reasons(comparison));
	}

	@Test
	void definitionsAreNotMixed() throws Exception {
		experiment("a").front("5", 1, "600").write("a");
		experiment("b").row("P1", "5", "2.5", "1,half_max,dark,start,650,20", "ok").write("b");
		refuses("5C", "1.0 s (a)", "2.5 s (b)", "lagratio");
		// another rate may have another lag
		experiment("b").row("P1", "1", "2.5", "1,half_max,dark,start,650,20", "ok").write("b");
		assertEquals(2, compare(new CompareParameters()).groups().size());
		experiment("b").row("P1", "5", "2.5", "1,half_max,dark,start,650,20", "ok").write("b");
		assertEquals(2, compare(new CompareParameters().withTolerances(0.1, 3)).groups().get(0).speedsNmPerS().n());
		experiment("b").line("P1,2,10,110,5,,1,1,half_max,dark,start,600,20,1,2,9,positions from 12 to 88 % of 10 um,ok,,,").write(
			"b");
		refuses("windows of different definitions", "'positions from # to # % of # um' (b)");
		final ExperimentParameters wide = net.operando.data.io.Json.read("{\"smoothingMicrometres\": 0.5}",
			ExperimentParameters.class, "test");
		experiment("b").with(wide).front("5", 1, "600").write("b");
		refuses("traced in different ways", "'smoothingMicrometres 0, fringesRemoved true' (a)", "'smoothingMicrometres 0.5");
		experiment("b").with(new ExperimentParameters().withFringesRemoved(false)).front("5", 1, "600").write("b");
		refuses("traced in different ways", "fringesRemoved false' (b)");
	}

	@Test
	void elongationIsCountedFromTheStartOfTheStep() throws Exception {
		WrittenExperiment.lengths(experiment("one").front("5", 1, "600").write("a"), "P1", 0.25);
		experiment("two").front("5", 1, "600").write("b");
		final RateComparison comparison = compare(new CompareParameters());
		assertEquals(1, comparison.elongations().size());
		final ElongationSeries series = comparison.elongations().get(0);
		assertEquals(49, series.size(), "51 frames from 10 to 110 s, one of them without a length, one blurred");
		for (int i = 0; i < series.size(); i++) {
			// 0.25 mAh/g per s from 10 s on, 0.05 % per mAh/g, both of the length and charge at 10 s
			assertEquals(0.25 * (series.timeSeconds(i) - 10), series.capacityMahPerG(i), ROUNDING);
			assertEquals(0.05 * series.capacityMahPerG(i), series.elongationPercent(i), ROUNDING);
			assertEquals(0.02 / 1.01, series.standardErrorPercent(i), ROUNDING);
		}
		assertEquals(6, series.frame(0));
		final TidyTable table = CompareTables.elongations(comparison);
		assertEquals(49 + comparison.xrd().size(), table.rowCount());
		assertEquals("xrd", table.text(49, "source"));
		assertEquals(0.08 * 178.25, (Double) table.cell(0, "start_mAh_per_g"), ROUNDING);
		assertEquals(0.08 * 178.25, (Double) table.cell(49, "start_mAh_per_g"), ROUNDING);
		assertTrue(comparison.leftOut().stream().anyMatch(o -> o.experiment().equals("two") && o.reason().contains(
			"no length.csv")));
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.contains("placeholder")));
		assertEquals(3, comparison.inputs().size());
		// the step starts at x = 0.08, at 178.25 mAh/g for x = 1: 14.26, where the curve has 0.05 %
		assertEquals(0, comparison.xrd().first(0));
		assertEquals(35.65 - 14.26, comparison.xrd().first(1), ROUNDING);
		assertEquals(100 * (1.007 / 1.0005 - 1), comparison.xrd().second(1), ROUNDING);
		// 7 % near x = 0.9, which is 160 mAh/g
		final NumberPairs whole = NumberPairs.elongation(null);
		assertEquals(7, whole.second(8));
		assertEquals(160, whole.first(8), 1);
	}

	/** Rods that start at different contents have no one curve to be compared with. */
	@Test
	void theReferenceIsCountedFromWhereTheRodsStart() throws Exception {
		WrittenExperiment.lengths(experiment("one").front("5", 1, "600").write("a"), "P1", 0.25);
		final Path two = experiment("two").front("5", 1, "600").write("b");
		Files.writeString(two.resolve("summary.csv"), Files.readString(root.resolve("one/summary.csv")).replace(",0.08,",
			",0.2,"));
		WrittenExperiment.lengths(two, "P1", 0.25);
		final RateComparison comparison = compare(new CompareParameters());
		assertEquals(2, comparison.elongations().size());
		assertEquals(14.26, comparison.xrd().first(1), ROUNDING, "from empty");
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.contains("start at different contents")), comparison
			.warnings() + "");
		// half way between rows at 10 and 20, where 2 % are reached: 4 % more is 100 (1.06/1.02 - 1)
		final Path file = Files.writeString(root.resolve("x.csv"), "capacity_mAh_per_g,elongation_percent\n10,1\n20,3\n30,6\n");
		final NumberPairs counted = NumberPairs.elongation(file).countedFrom(15).get();
		assertEquals(3, counted.size());
		assertEquals(15, counted.first(2), ROUNDING);
		assertEquals(100 * (1.06 / 1.02 - 1), counted.second(2), ROUNDING);
		assertTrue(NumberPairs.elongation(file).countedFrom(5).isEmpty() && NumberPairs.elongation(file).countedFrom(31)
			.isEmpty());
		Files.writeString(file, "capacity_mAh_per_g,elongation_percent\n10,1\n10,3\n");
		assertThrows(OperandoException.class, () -> NumberPairs.elongation(file));
	}

	@Test
	void elongationNeedsACharge() throws Exception {
		final Path folder = experiment("one").front("5", 1, "600").write("a");
		WrittenExperiment.lengths(folder, "P1", 0.25);
		Files.writeString(folder.resolve("timeline.csv"), "time_s,charge_mAh_per_g\n0,\n200,\n");
		RateComparison comparison = compare(new CompareParameters());
		assertTrue(comparison.leftOut().stream().anyMatch(o -> o.reason().contains("massMilligrams")));
		assertTrue(comparison.elongations().isEmpty());
		Files.delete(folder.resolve("timeline.csv"));
		comparison = compare(new CompareParameters());
		assertTrue(comparison.leftOut().stream().anyMatch(o -> o.reason().contains("no timeline.csv")));
		Files.writeString(folder.resolve("P1/length.csv"), "frame,time_s,strain,strain_se,flag\n1,0,long,0,ok\n");
		Files.writeString(folder.resolve("timeline.csv"), "time_s,charge_mAh_per_g\n0,0\n200,9\n");
		comparison = compare(new CompareParameters());
		assertTrue(comparison.leftOut().stream().anyMatch(o -> o.reason().contains("'long'")), reasons(comparison) + "");
		assertEquals(1, comparison.groups().size(), "velocities do not need lengths");
	}

	@Test
	void nominalTimesAreRepeated() throws Exception {
		experiment("e").under(WrittenExperiment.HEADER + ",frame_times").line(
			"P1,2,10,110,5,,1,1,half_max,dark,start,600,20,1,2,9,w,ok,,,,nominal").write("a");
		final RateComparison comparison = compare(new CompareParameters());
		assertTrue(comparison.isNominal());
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.contains("nominal")));
		assertTrue(comparison.warnings().stream().anyMatch(w -> w.startsWith("Only one experiment")));
	}

	@Test
	void aDamagedExperimentIsLeftOutOfAGoodComparison() throws Exception {
		experiment("good").front("5", 1, "600").write("a");
		experiment("bad").row("P1", "fast", "1", "1,half_max,dark,start,600,20", "ok").write("b");
		Files.writeString(experiment("json").front("5", 1, "600").write("c").resolve("provenance.json"), "{");
		Files.writeString(Files.createDirectories(root.resolve("foreign")).resolve("summary.csv"), "name,mean\na,1\n");
		experiment("other").front("5", 1, "600").by("Align Electrochemistry").write("d");
		experiment("peaks").row("P1", "5", "1", "1,extremum,dark,start,600,20", "ok").write("e");
		Files.createDirectories(root.resolve(".unfinished-1"));
		Files.writeString(root.resolve(".unfinished-1/summary.csv"), "half");
		final RateComparison comparison = compare(new CompareParameters());
		assertEquals(1, comparison.groups().get(0).speedsNmPerS().n());
		final List<String> wholes = comparison.warnings().stream().filter(w -> w.startsWith("Experiment ")).collect(Collectors
			.toList());
		assertEquals(5, wholes.size(), wholes + "");
		assertTrue(wholes.get(0).contains("'fast' for c_rate"), wholes + "");
		assertTrue(wholes.stream().anyMatch(w -> w.contains("peaks") && w.contains("no fronts by half_max")), wholes + "");
	}

	@Test
	void whatCannotBeComparedIsRefusedInASentence() throws Exception {
		refuses("holds no summary.csv");
		Files.writeString(root.resolve("summary.csv"), "name,mean\na,1\n");
		refuses("No experiment could be read", "is not of Analyse Experiment");
		new WrittenExperiment(root).under("rod_id,step").line("P1,2").write("a");
		refuses("No experiment could be read", "has no column start_s");
		new WrittenExperiment(root).write("a");
		refuses("No front is left", "have no steps");
		new WrittenExperiment(root).row("P1", "5", "1", "1,half_max,bright,start,600,20", "ok").write("a");
		refuses("No front is left", "1 for 'polarity bright'", "polarity, direction or accept");
		assertThrows(OperandoException.class, () -> RateComparison.of(root.resolve("summary.csv"), null, null,
			new CompareParameters(), Progress.NONE));
		assertThrows(CancelledException.class, () -> RateComparison.of(root, null, null, new CompareParameters(),
			new Progress()
			{

				@Override
				public void update(final double fraction, final String status) {
					// nothing to show
				}

				@Override
				public boolean isCancelled() {
					return true;
				}
			}));
		assertThrows(OperandoException.class, () -> new CompareParameters().withDirection("up"));
		assertThrows(OperandoException.class, () -> new CompareParameters().withTolerances(0.6, 2));
		assertThrows(OperandoException.class, () -> new CompareParameters().withTolerances(0.1, Double.NaN));
	}

	@Test
	void tablesGivenBesidesAreChecked() throws Exception {
		final Path file = root.resolve("given.csv");
		for (final String[] bad : new String[][] { { "rate,v\n1,2\n", "has no columns c_rate and velocity_nm_per_s" }, {
			"c_rate,velocity_nm_per_s\n", "holds no row" }, { "c_rate,velocity_nm_per_s\n5,NaN\n", "finite numbers in line 2" }, {
				"c_rate,velocity_nm_per_s\n5\n", "no two numbers in line 2" }, { "c_rate,velocity_nm_per_s\n0,5\n",
					"at a C-rate of 0" }, { "c_rate,velocity_nm_per_s\n1,-5\n", "velocity of -5" } }) {
			Files.writeString(file, bad[0]);
			final String message = assertThrows(OperandoException.class, () -> NumberPairs.simulated(file)).getMessage();
			assertTrue(message.startsWith("given.csv") && message.contains(bad[1]), message);
		}
		Files.write(file, new byte[] { (byte) 0xff, (byte) 0xfe, 0, 'a' });
		assertThrows(OperandoException.class, () -> NumberPairs.elongation(file));
		Files.writeString(file, "# measured\ncapacity_mAh_per_g,elongation_percent\n0,0\n160,7\n");
		assertEquals(2, NumberPairs.elongation(file).size());
	}
}
