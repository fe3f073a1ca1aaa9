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

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.linecut.LineCut;
import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.io.Json;
import net.operando.data.io.ResultFolder;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.Movie;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SyntheticExperiment;
import net.operando.model.synthetic.SyntheticMovie;

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

	/**
	 * The line through the true positions of a front: those that the definition gives on the movie without noise, at the
	 * times the analysis used. The brightening at the onset of current, which the analysis separates from the fronts, is left
	 * out of it. Outermost place where the darkening is half of the column's largest, linear between pixels.
	 *
	 * @return velocity in nm/s, and the coefficients of position (um) = second + third * time (s)
	 */
	private static double[] trueLine(final FrontVelocity front) {
		return trueLine(front, 0);
	}

	/** @param secondZero the scene's time at the second 0 of the movie that was analysed */
	static double[] trueLine(final FrontVelocity front, final double secondZero) {
		final Scene sampled = SampleExperiment.scene();
		final Scene quiet = sampled.withSensor(sampled.sensor().withoutNoise()).withOnset(sampled.onset().withRate(0, 5));
		final boolean fromStart = front.origin() == FrontOrigin.START;
		final Kymograph rate;
		try (Movie movie = SyntheticMovie.of("quiet", quiet)) {
			rate = LineCut.kymograph(movie, PARAMETERS.rods().get(0).path(), PARAMETERS.lineCut().withLagSeconds(1),
				Progress.NONE);
		}
		final double step = rate.positionStepMetres() * 1e6;
		double st = 0;
		double sz = 0;
		double stt = 0;
		double stz = 0;
		int n = 0;
		for (final FrontPoint point : front.points()) {
			if (!point.isUsed()) continue;
			final float[] column = rate.column(rate.times().nearest(point.timeSeconds() + secondZero));
			final int rows = column.length / 2;
			double largest = 0;
			for (int r = 2; r < rows; r++)
				largest = Math.max(largest, -column[fromStart ? r : column.length - 1 - r]);
			int r = rows - 1;
			while (-column[fromStart ? r : column.length - 1 - r] < largest / 2)
				r--;
			final double inner = -column[fromStart ? r : column.length - 1 - r];
			final double outer = -column[fromStart ? r + 1 : column.length - 2 - r];
			final double at = r + (inner - largest / 2) / (inner - outer);
			final double z = (fromStart ? at : column.length - 1 - at) * step;
			final double t = point.timeSeconds();
			st += t;
			sz += z;
			stt += t * t;
			stz += t * z;
			n++;
		}
		final double slope = (n * stz - st * sz) / (n * stt - st * st);
		return new double[] { 1e3 * slope, (sz - slope * st) / n, slope };
	}

	@Test
	void bothSpeedsAreInsideTheirIntervals() throws Exception {
		assertEquals(1, step().rate().lagSeconds(), 0.01, "the true speeds are stated for a lag of 1 s");
		final FrontAnalysis halfMax = step().fronts().get(0);
		final Estimate fromStart = front(halfMax, FrontOrigin.START).velocity().times(1e9);
		final Estimate fromEnd = front(halfMax, FrontOrigin.END).velocity().times(1e9);
		final double trueFromStart = trueLine(front(halfMax, FrontOrigin.START))[0];
		final double trueFromEnd = trueLine(front(halfMax, FrontOrigin.END))[0];
		System.out.println(fromStart + " against " + trueFromStart + "; " + fromEnd + " against " + trueFromEnd);
		assertTrue(fromStart.covers(trueFromStart), fromStart + " against " + trueFromStart);
		assertTrue(fromEnd.covers(trueFromEnd), fromEnd + " against " + trueFromEnd);
		// an interval that covers because it is wide says nothing: a tenth of the speed at most
		assertTrue(fromStart.standardError() < 0.1 * fromStart.value(), fromStart.toString());
		assertTrue(fromEnd.standardError() < -0.1 * fromEnd.value(), fromEnd.toString());
	}

	@Test
	void theMeetingIsInsideItsInterval() {
		final FrontAnalysis halfMax = step().fronts().get(0);
		final double[] one = trueLine(front(halfMax, FrontOrigin.START));
		final double[] other = trueLine(front(halfMax, FrontOrigin.END));
		final double trueTime = (other[1] - one[1]) / (one[2] - other[2]);
		final double truePlace = one[1] + one[2] * trueTime;
		assertEquals(1, halfMax.meetings().size());
		final Estimate time = halfMax.meetings().get(0).timeSeconds();
		final Estimate place = halfMax.meetings().get(0).positionMetres().times(1e6);
		System.out.println(time + " against " + trueTime + "; " + place + " against " + truePlace);
		assertTrue(time.covers(trueTime), time + " against " + trueTime);
		assertTrue(place.covers(truePlace), place + " against " + truePlace);
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
		final String[][] cases = { { "{}", "No rod is given" }, { "{\"rods\": [{\"id\": \"a/b\", \"line\": \"0,0,9,9\"}]}",
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
