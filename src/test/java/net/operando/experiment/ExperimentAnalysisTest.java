package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.io.Json;
import net.operando.data.io.ResultFolder;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.SyntheticExperiment;

/** The main job on the sample experiment, against the truth written beside it. */
class ExperimentAnalysisTest {

	@TempDir
	static Path folder;
	private static SyntheticExperiment sample;
	private static ExperimentResult result;
	private static JsonObject truth;
	private static final ExperimentParameters PARAMETERS = ExperimentParameters.of(SampleExperiment.scene());

	@BeforeAll
	static void analyse() throws Exception {
		sample = SampleExperiment.write(folder.resolve("sample"), Progress.NONE);
		truth = JsonParser.parseString(Files.readString(sample.truth())).getAsJsonObject();
		result = ExperimentAnalysis.run(sample.movie(), sample.echem(), PARAMETERS, Progress.NONE);
	}

	private static StepResult step() {
		return result.rods().get(0).steps().get(0);
	}

	private static FrontVelocity front(final FrontAnalysis analysis, final FrontOrigin origin) {
		return analysis.fronts().stream().filter(f -> f.origin() == origin).findFirst().orElseThrow(
			() -> new AssertionError("no front from " + origin));
	}

	/** True speed in nm/s as truth/fronts.csv states it: of the rod's brightness, without its fringes, which the analysis takes out. */
	private static double trueSpeed(final String origin) throws IOException {
		return trueSpeed(folder.resolve("sample/truth"), origin);
	}

	static double trueSpeed(final Path truthFolder, final String origin) throws IOException {
		for (final String line : Files.readAllLines(truthFolder.resolve("fronts.csv")))
			if (line.startsWith("2,0,brightness," + origin + ",half_max,1,")) return Double.parseDouble(line.split(",")[6]);
		throw new AssertionError("no true speed from the " + origin);
	}

	@Test
	void bothSpeedsAreInsideTheirIntervals() throws Exception {
		assertEquals(1, step().rate().lagSeconds(), 0.01, "the true speeds are stated for a lag of 1 s");
		final FrontAnalysis halfMax = step().fronts().get(0);
		final Estimate fromStart = front(halfMax, FrontOrigin.START).velocity().times(1e9);
		final Estimate fromEnd = front(halfMax, FrontOrigin.END).velocity().times(-1e9);
		assertTrue(fromStart.covers(trueSpeed("start")), fromStart + " against " + trueSpeed("start"));
		assertTrue(fromEnd.covers(trueSpeed("end")), fromEnd + " against " + trueSpeed("end"));
		// an interval that covers because it is wide says nothing: a tenth of the speed at most
		assertTrue(fromStart.standardError() < 0.1 * fromStart.value(), fromStart.toString());
		assertTrue(fromEnd.standardError() < 0.1 * fromEnd.value(), fromEnd.toString());
	}

	@Test
	void theMeetingIsInsideItsInterval() {
		final FrontAnalysis halfMax = step().fronts().get(0);
		JsonObject meeting = null;
		for (final JsonElement m : truth.getAsJsonArray("meetings")) {
			final JsonObject o = m.getAsJsonObject();
			if (o.get("signal").getAsString().equals("brightness") && o.get("criterion").getAsString().equals("half_max") && o
				.get("lag_s").getAsDouble() == 1) meeting = o;
		}
		assertEquals(1, halfMax.meetings().size());
		final Estimate time = halfMax.meetings().get(0).timeSeconds();
		final Estimate place = halfMax.meetings().get(0).positionMetres().times(1e6);
		assertTrue(time.covers(meeting.get("time_s").getAsDouble()), time + " against " + meeting);
		assertTrue(place.covers(meeting.get("position_um").getAsDouble()), place + " against " + meeting);
		assertTrue(time.standardError() < 1, time.toString());
	}

	@Test
	void clockOffsetAndXAreInsideTheirIntervals() {
		final JsonObject clock = truth.getAsJsonObject("clock");
		final JsonObject first = clock.getAsJsonArray("steps").get(0).getAsJsonObject();
		final JsonObject lithiation = clock.getAsJsonArray("steps").get(1).getAsJsonObject();
		// seconds from the first file's stated start to the movie's, on the potentiostat's clock, less what the start of
		// the file of the step that was matched was cut by
		final double apart = java.time.Duration.between(java.time.LocalDateTime.parse(first.get("stated_start").getAsString())
			.toInstant(java.time.ZoneOffset.UTC), java.time.Instant.parse(truth.get("movie_start_utc").getAsString()))
			.toMillis() * 1e-3;
		final double offset = apart + clock.get("offset_s").getAsDouble() - lithiation.get("cut_s").getAsDouble();
		final Estimate found = result.cell().alignment().offset();
		assertTrue(found.covers(offset), found + " against " + offset);
		assertTrue(found.standardError() < 2, found.toString());
		// x moves by 5C * 178 / 178.25 / 3600 s = .0014 per second of the clock's error
		final double slack = 1.96 * found.standardError() * 5 * 178 / 178.25 / 3600;
		for (int f = 0; f < result.movie().frameCount(); f++) {
			final double x = result.cell().timeline().x(f);
			if (Double.isNaN(x)) continue;
			final double t = result.movie().times().seconds(f);
			final double from = lithiation.get("start_s").getAsDouble();
			final double to = lithiation.get("end_s").getAsDouble();
			final double trueX = 0.08 + (lithiation.get("end_x").getAsDouble() - 0.08) * Math.min(1, Math.max(0, (t - from) /
				(to - from)));
			assertEquals(trueX, x, slack + 1e-4, "x at " + t + " s");
		}
		assertEquals(5, step().cRate(), 0.01);
		assertEquals(0.08, step().startX(), 1e-6);
	}

	private static Map<String, String> write(final String name, final ExperimentParameters parameters) throws IOException {
		final Path out = folder.resolve(name);
		try (ResultFolder results = ResultFolder.open(out);
				ExperimentResult again = ExperimentAnalysis.run(sample.movie(), sample.echem(), parameters, Progress.NONE))
		{
			ExperimentReport.write(again, parameters, List.of(sample.movie(), sample.echem()), results, Progress.NONE);
			results.commit();
		}
		final Map<String, String> tables = new LinkedHashMap<>();
		try (java.util.stream.Stream<Path> files = Files.walk(out)) {
			for (final Path file : new ArrayList<>(files.sorted().collect(java.util.stream.Collectors.toList())))
				if (file.toString().endsWith(".csv")) tables.put(out.relativize(file).toString(), Files.readString(file));
		}
		return tables;
	}

	@Test
	void theWrittenParametersRepeatTheRunExactly() throws Exception {
		final Map<String, String> first = write("first", PARAMETERS.withVideos(false));
		final ExperimentParameters written = Json.read(Files.readString(folder.resolve("first/parameters.json")),
			ExperimentParameters.class, "the parameters");
		assertEquals(first, write("second", written));
		assertTrue(first.keySet().containsAll(List.of("summary.csv", "timeline.csv", "cycles.csv", "P1/step2/fronts.csv",
			"P1/step2/kymograph.csv", "P1/step2/meeting.csv")), first.keySet().toString());
		assertTrue(first.get("timeline.csv").startsWith(
			"frame,time_s,voltage_V,current_A,charge_mAh_per_g,x,c_rate,step\n"));
		assertTrue(first.get("P1/step2/meeting.csv").startsWith("time_s,position_um,homogeneous_s"));
		final String report = Files.readString(folder.resolve("first/report.html"));
		assertTrue(report.contains("<svg") && report.contains("movie.tdms"), "figures and input files are in the page");
		assertFalse(report.contains("http-equiv=\"refresh\"") || report.contains("<script"), "a page that stands alone");
		final JsonObject provenance = JsonParser.parseString(Files.readString(folder.resolve("first/provenance.json")))
			.getAsJsonObject();
		assertEquals(6, provenance.getAsJsonArray("inputs").size(), "the movie and five files of the potentiostat");
	}

	@Test
	void cancellingLeavesNothing() {
		final Path out = folder.resolve("cancelled");
		final Progress cancelsHalfway = new Progress() {

			private volatile boolean half;

			@Override
			public void update(final double fraction, final String status) {
				if (fraction > 0.5) half = true;
			}

			@Override
			public boolean isCancelled() {
				return half;
			}
		};
		try (ResultFolder results = ResultFolder.open(out)) {
			assertThrows(CancelledException.class, () -> {
				try (ExperimentResult again = ExperimentAnalysis.run(sample.movie(), sample.echem(), PARAMETERS, cancelsHalfway)) {
					ExperimentReport.write(again, PARAMETERS, List.of(sample.movie()), results, cancelsHalfway);
				}
			});
		}
		assertFalse(Files.exists(out));
	}

	@Test
	void parametersAreCheckedBeforeAnyWork() {
		final String[][] cases = { { "{\"rods\": null}", "rods" }, { "{\"preparation\": {\"drift\": \"maybe\"}}", "Auto, On or Off" }, {
			"{\"particle\": {\"crackSensitivity\": 0}}", "sensitivity" }, { "{\"rods\": [{\"id\": \"a/b\", \"line\": \"0,0,9,9\"}]}",
			"cannot be the id of a rod" }, { "{\"rods\": [{\"line\": \"0,0,9,9\"}, {\"line\": \"0,0,9,5\"}]}", "Two rods" }, {
				"{\"rods\": [{\"line\": \"0,0\"}]}", "is not a line" }, {
					"{\"rods\": [{\"line\": \"0,0,9,9\"}], \"criteria\": [\"fast\"]}", "is no front criterion" }, {
						"{\"rods\": [{\"line\": \"0,0,9,9\"}], \"lagSeconds\": -1}", "lagSeconds" }, {
							"{\"rods\": [{\"line\": \"0,0,9,9\"}], \"alignmentMethod\": \"guess\"}", "no choice of method" }, {
								"{\"rods\": [{\"line\": \"0,0,9,9\"}], \"startX\": 8}", "startx" }, {
									"{\"rods\": [{\"line\": \"0,0,9,9\"}], \"timeZone\": \"Atlantis\"}", "no time zone" } };
		for (final String[] c : cases) {
			final InvalidInputException e = assertThrows(InvalidInputException.class, () -> Json.read(c[0],
				ExperimentParameters.class, "the parameters").check(), c[0]);
			assertTrue(e.getMessage().contains(c[1]), e.getMessage());
		}
	}

	@Test
	void refusesAnUncalibratedMovieAndALineOutsideIt() {
		final ExperimentParameters outside = PARAMETERS.withRods(List.of(new RodLine("P1", net.operando.data.movie.LinePath
			.straight(5000, 5000, 6000, 6000))));
		assertThrows(InvalidInputException.class, () -> ExperimentAnalysis.run(sample.movie(), sample.echem(), outside,
			Progress.NONE));
	}
}
