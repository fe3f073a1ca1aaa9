package net.operando.acquire.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.operando.acquire.port.Microscope;
import net.operando.acquire.port.Pacing;
import net.operando.acquire.port.StagePosition;
import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.base.InvalidInputException;
import net.operando.model.synthetic.Scene;

/** AcquisitionPlan both ways, Forecast, PlanCheck, and the plans of mm-configs. */
class AcquisitionPlanTest {

	private static final double ROOM = 1e12;

	@TempDir
	Path folder;

	private Microscope microscope() {
		return SimulatedMicroscope.virtual(Scene.defaults().withField(40, 30), null, SimulatedFaults.none());
	}

	private static AcquisitionPlan everything() {
		return AcquisitionPlan.defaults().withName("all").withExposureMs(7).withPacing(Pacing.SOFTWARE).withPhases(Phase.of(
			"rest", 0.5, 1, Double.NaN).withUntil(Condition.above(Quantity.CURRENT_A, 1e-6).ofMagnitude().withHoldSeconds(1)),
			Phase.of("current", 10, 5, 300)).withPositions(10, StagePosition.of(1, 2, 3)).withLight(LightPolicy.defaults()
				.withPower(0.25).withUse(LightPolicy.Use.EXPOSURES)).withFocus(FocusPolicy.defaults().withOnLoss(
					FocusPolicy.OnLoss.CONTINUE)).withMarks(SyncMarks.none().withTtl(5).withEverySeconds(60)).withRules(Rule
						.startPhase("on", Condition.above(Quantity.X, 0.5), "current"), Rule.keepFullFrames("crack", Condition.above(
							Quantity.CRACK, 10), 2, 5).onlyOnce()).withCell(CellSettings.of(1.15, 0.08)).withStorage(StoragePolicy
								.defaults().withBigTiff(true).withQueueFrames(8)).withWatchdogSeconds(3);
	}

	@Test
	void isJsonBothWays() {
		final String json = everything().toJson();
		final AcquisitionPlan back = AcquisitionPlan.fromJson(json);
		assertEquals(json, back.toJson());
		assertTrue(Double.isNaN(back.phases().get(0).durationSeconds()));
		assertEquals(FocusPolicy.OnLoss.CONTINUE, back.focus().onLoss());
		assertEquals(2, back.fullFramesBeforeSeconds());
		assertTrue(back.looksAt(Quantity.CURRENT_A) && back.looksAt(Quantity.X) && !back.looksAt(Quantity.VOLTAGE_V));
	}

	/** What is misspelt is named, at any depth; what is left out has its default. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"{\"exposure\": 8}|exposure", //
		"{\"phases\": [{\"name\": \"a\", \"fps\": 2}]}|phases[0].fps", //
		"{\"light\": {\"power\": 0.5, \"on\": true}}|light.on", //
		"{\"pacing\": \"FAST\"}|pacing", //
		"{\"exposureMs\": 0}|exposure of 0", //
		"{\"phases\": []}|no phases", //
		"{\"phases\": [{\"framesPerSecond\": 0}]}|framesPerSecond above 0", //
		"{\"phases\": [{\"temporalMean\": 0}]}|temporalMean", //
		"{\"phases\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}|two phases named a", //
		"{\"rules\": [{\"name\": \"r\", \"when\": {\"quantity\": \"CURRENT\", \"above\": 1}}]}|quantity", //
		"{\"rules\": [{\"name\": \"r\", \"when\": {\"quantity\": \"X\"}}]}|give above or below", //
		"{\"rules\": [{\"name\": \"r\", \"when\": {\"above\": 1}, \"action\": \"START_PHASE\", \"phase\": \"b\"}]}|'b'", //
		"{\"spatialBin\": 32, \"phases\": [{\"temporalMean\": 100}]}|32000 samples", //
		"{\"light\": {\"power\": 1.5}}|power", //
		"{\"storage\": {\"queueFrames\": 0}}|queueFrames", //
		"{\"watchdogSeconds\": 0}|watchdog", //
		"{\"positions\": [{\"x_um\": 1}]}|secondsPerPosition", //
		"[]|not an object" })
	void whatCannotBeMeantIsNamed(final String json, final String named) {
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> AcquisitionPlan.fromJson(json));
		assertTrue(e.getMessage().contains(named), e.getMessage());
	}

	private void refused(final AcquisitionPlan plan, final double room, final String named) {
		try (Microscope microscope = microscope()) {
			final InvalidInputException e = assertThrows(InvalidInputException.class, () -> PlanCheck.check(plan, microscope,
				room));
			assertTrue(e.getMessage().contains(named), e.getMessage());
		}
	}

	@Test
	void whatTheMicroscopeCannotDoIsRefusedBeforeItStarts() {
		final AcquisitionPlan plan = AcquisitionPlan.defaults();
		refused(plan.withExposureMs(60_000), ROOM, "0.02 to 30000.0 ms");
		refused(plan.withExposureMs(150).withPhases(Phase.of("fast", 10, 1, 1)), ROOM, "at most 6.666 framesPerSecond");
		refused(plan.withPositions(1, StagePosition.of(0, 9000, 0)), ROOM, "outside the limits");
		refused(plan.withLight(LightPolicy.defaults().withUse(LightPolicy.Use.EXPOSURES)), ROOM, "SOFTWARE");
		refused(plan.withMarks(SyncMarks.none().withLedBlink(2)).withLight(LightPolicy.defaults().withUse(
			LightPolicy.Use.LEAVE)), ROOM, "Marks by the lamp");
		refused(plan.withRules(Rule.of("r", Condition.above(Quantity.VOLTAGE_V, 2), RuleAction.STOP)), ROOM, "potentiostat");
		refused(plan.withStorage(StoragePolicy.defaults().withQueueFrames(10_000)).withSpatialBin(1), ROOM / 1e9, "disk");
		refused(plan.withPhases(Phase.of("long", 2, 2, 1e7)), 1e9, "free the disk");
	}

	@Test
	void theForecastCountsExposuresFramesAndBytes() {
		final Forecast forecast = Forecast.of(AcquisitionPlan.defaults().withPhases(Phase.of("a", 10, 5, 60), Phase.of("b", 0.5,
			1, 100)), 1920, 1200);
		assertEquals(160, forecast.seconds());
		assertEquals(650, forecast.exposures());
		assertEquals(170, forecast.frames());
		assertEquals(170 * (960 * 600 * 4 + 400.0), forecast.bytes());
		assertTrue(Double.isInfinite(Forecast.of(everything(), 1920, 1200).seconds()));
		assertEquals(100, Forecast.of(everything().withMostSeconds(100), 1920, 1200).seconds());
		assertEquals(200, Forecast.of(everything().withMostSeconds(100), 1920, 1200).frames());
	}

	/** The plans shipped are the paper's, and a microscope like the paper's can do them. */
	@Test
	void shippedPlansAreTheProtocolsOfThePaper() throws Exception {
		final List<Path> plans;
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("project.basedir", "."), "mm-configs", "plans"))) {
			plans = files.sorted().collect(Collectors.toList());
		}
		assertTrue(plans.size() >= 2);
		for (final Path file : plans) {
			final AcquisitionPlan plan = AcquisitionPlan.fromJson(Files.readString(file));
			try (Microscope microscope = SimulatedMicroscope.virtual(Scene.defaults().withField(40, 30), folder,
				SimulatedFaults.none()))
			{
				assertEquals(List.of(), PlanCheck.problems(plan, microscope, ROOM), file.toString());
			}
			final boolean slow = file.toString().contains("2Hz");
			if (slow) {
				assertEquals(8, plan.exposureMs());
				assertEquals(2, plan.phases().get(0).framesPerSecond());
				assertEquals(2, plan.phases().get(0).temporalMean());
			}
			if (file.toString().contains("10Hz")) assertEquals(7, plan.exposureMs());
			assertEquals(2, plan.spatialBin());
		}
	}
}
