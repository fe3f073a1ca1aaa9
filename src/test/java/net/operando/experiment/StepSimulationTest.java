package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.front.FrontVelocity;
import net.operando.base.InvalidInputException;
import net.operando.analysis.differential.Differential;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.data.io.ResultFolder;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.Movie;
import net.operando.figure.KymographFigure;
import net.operando.figure.colour.ColourLimits;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.SyntheticExperiment;

/** The sample experiment with its first current step simulated beside it. */
class StepSimulationTest {

	@TempDir
	static Path folder;
	private static SyntheticExperiment sample;
	private static ExperimentResult result;
	private static final ExperimentParameters PARAMETERS = ExperimentParameters.of(SampleExperiment.scene()).withVideos(false)
		.withSimulation("NWO", "Both", 1);

	@BeforeAll
	static void analyse() throws Exception {
		sample = SampleExperiment.write(folder.resolve("sample"), Progress.NONE);
		result = ExperimentAnalysis.run(sample.movie(), sample.echem(), PARAMETERS, Progress.NONE);
	}

	private static StepResult step() {
		return result.rods().get(0).steps().get(0);
	}

	private static StepSimulation simulation() {
		return step().simulation().orElseThrow();
	}

	@Test
	void whatWasMeasuredIsSimulated() {
		assertTrue(simulation().isDone(), simulation().warnings().toString());
		assertEquals(20.4, simulation().run().rod().lengthMetres() * 1e6, 0.01, "ends to a hundredth of a pixel of 69 nm");
		assertEquals(step().startX(), simulation().run().rod().startX());
		final double seconds = step().endSeconds() - step().startSeconds();
		// the mean x rises by the charge at the measured C-rate, whatever the fronts do
		final double end = simulation().run().voltage().meanX(simulation().run().voltage().size() - 1);
		assertEquals(step().startX() + step().cRate() * seconds / 3600, end, 1e-6);
	}

	@Test
	void bothKymographsAreOfOneKindOnOneClock() {
		assertEquals(KymographQuantity.INTENSITY_RATE, simulation().opticalRate().quantity());
		assertEquals(step().rate().quantity(), simulation().opticalRate().quantity());
		assertEquals(step().rate().lagSeconds(), simulation().opticalRate().lagSeconds());
		assertEquals(step().endSeconds() - 0.5 * step().rate().lagSeconds(), simulation().opticalRate().times().seconds(
			simulation().opticalRate().columns() - 1), 1e-6);
		assertTrue(simulation().opticalRate().times().seconds(0) <= step().rate().times().seconds(0));
		// before the current nothing changes
		assertEquals(0, simulation().opticalRate().value(0, 10));
		final KymographFigure figure = (KymographFigure) new ExperimentFigures(result, PARAMETERS).step(step());
		assertEquals(figure.limits(0), figure.limits(1), "measured and simulated on one colour scale");
	}

	@Test
	void bothSpeedsAreTracedByTheSameDefinition() {
		assertEquals(step().fronts().size(), simulation().fronts().size());
		final List<FrontVelocity> optical = simulation().fronts().get(0).fronts();
		assertEquals(2, optical.size());
		// the domain's 702(13) nm/s of the optical front at 5C, three times its error
		for (final FrontVelocity f : optical)
			assertEquals(702, 1e9 * Math.abs(f.velocity().value()), 3 * 13);
		// and its 934 nm/s of the composition, within 2 %
		for (final FrontVelocity f : simulation().compositionFronts().get(0).fronts())
			assertEquals(934, 1e9 * Math.abs(f.velocity().value()), 0.02 * 934);
	}

	private static Path write(final ExperimentResult of, final ExperimentParameters parameters, final String name)
		throws Exception
	{
		final Path out = folder.resolve(name);
		try (ResultFolder results = ResultFolder.open(out)) {
			ExperimentReport.write(of, parameters, List.of(sample.movie()), results, Progress.NONE);
			results.commit();
		}
		return out;
	}

	@Test
	void videoAndImagesOfAStepShareTheirColours() {
		final ExperimentFigures figures = new ExperimentFigures(result, PARAMETERS);
		final RodResult rod = result.rods().get(0);
		assertEquals(figures.images(rod, step()).limits(), figures.differentialVideo(rod, step()).limits());
		// single recorded pixels over one lag are noisier by their number and the shorter lag: their limits would hide fronts
		final Movie raw = Differential.movie(result.movie(), new DifferentialParameters().withLagSeconds(step().rate()
			.lagSeconds()));
		assertTrue(figures.images(rod, step()).limits().high() < 0.5 * ColourLimits.symmetric(List.of(raw.frame(raw.frameCount() /
			2, null)), 99.8).high());
	}

	@Test
	void tablesAndReportListBoth() throws Exception {
		final Path out = write(result, PARAMETERS, "with");
		final List<String> summary = Files.readAllLines(out.resolve("summary.csv"));
		assertTrue(summary.get(0).endsWith(",source"), summary.get(0));
		for (final String source : List.of("measured", "simulated"))
			assertTrue(summary.stream().filter(l -> l.endsWith("," + source) && l.contains(",half_max,")).count() >= 2, source);
		for (final String name : List.of("kymograph.tif", "composition.tif", "rate.tif", "fronts.csv", "front_points.csv",
			"meeting.csv", "composition_fronts.csv", "run.json"))
			assertTrue(Files.size(out.resolve("P1/step2/simulated/" + name)) > 0, name);
		final String report = Files.readString(out.resolve("report.html"));
		assertTrue(report.contains("Simulated, half maximum") && report.contains("<td>simulated</td>"), "both in the page");
		assertTrue(report.contains("an optical front is not the front of the composition"), "said under the figure");
		assertEquals("NWO", Json.read(Files.readString(out.resolve("parameters.json")), ExperimentParameters.class,
			"the parameters").simulated().name());
	}

	@Test
	void withoutMassThereIsAWarningAndTheMeasurementStands() throws Exception {
		final ExperimentParameters unknown = PARAMETERS.withMass(Double.NaN, Double.NaN);
		try (ExperimentResult r = ExperimentAnalysis.run(sample.movie(), sample.echem(), unknown, Progress.NONE)) {
			assertFalse(r.rods().get(0).steps().get(0).simulation().orElseThrow().isDone());
			assertTrue(r.rods().get(0).steps().get(0).hasFronts());
			assertEquals(1, r.warnings().stream().filter(w -> w.contains("was not simulated") && w.contains("massMilligrams"))
				.count(), r.warnings().toString());
			final Path out = write(r, unknown, "unknown");
			assertFalse(Files.exists(out.resolve("P1/step2/simulated")));
			final List<String> rows = Files.readAllLines(out.resolve("summary.csv")).stream().skip(1).collect(Collectors.toList());
			assertFalse(rows.isEmpty(), "a measured step has rows");
			assertTrue(rows.stream().allMatch(l -> l.endsWith(",measured")), rows.toString());
		}
	}

	@Test
	void aRodThatCannotTakeTheChargeIsAWarningToo() throws Exception {
		// 5C for 42 s fills a rod whose share is fourfold from .8 to beyond 1
		final ExperimentParameters full = PARAMETERS.withMass(SampleExperiment.scene().cell().massMg(), 0.8).withSimulation("NWO",
			"First", 4);
		try (ExperimentResult r = ExperimentAnalysis.run(sample.movie(), sample.echem(), full, Progress.NONE)) {
			assertEquals(1, r.warnings().stream().filter(w -> w.contains("was not simulated") && w.contains("driven above 1"))
				.count(), r.warnings().toString());
		}
	}

	@Test
	void withoutAMaterialNothingIsSimulated() {
		final StepResult plain = result.rods().get(0).steps().stream().findFirst().orElseThrow();
		assertTrue(plain.simulation().isPresent());
		assertEquals(null, ExperimentParameters.of(SampleExperiment.scene()).simulated());
		assertFalse(ExperimentTables.summary(List.of(new RodResult(result.rods().get(0).rod(), result.rods().get(0).intensity(),
			List.of(), result.rods().get(0).particle()))).columns().contains("source"));
	}

	@Test
	void keysAreCheckedBeforeAnyWork() {
		final List<ExperimentParameters> wrong = List.of(PARAMETERS.withSimulation("unobtainium", "Both", 1), PARAMETERS
			.withSimulation("NWO", "Middle", 1), PARAMETERS.withSimulation("NWO", "Both", 0));
		final List<String> said = wrong.stream().map(p -> assertThrows(InvalidInputException.class, p::check).getMessage())
			.collect(Collectors.toList());
		assertTrue(said.get(0).contains("no material 'unobtainium'"), said.get(0));
		assertTrue(said.get(1).contains("simulatedActiveEnds"), said.get(1));
		assertTrue(said.get(2).contains("simulatedShare"), said.get(2));
	}
}
