package net.operando.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontPolarity;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.io.Json;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.study.NoisyMovie;

/** The sample experiment with other draws of its camera's noise, analysed whole, against the truth written beside it. */
final class SampleTrial {

	static final String HEAD =
		"| quantity | truth | runs | mean error | 3 s.e.m. | spread | mean s.e. | in 95 % interval, % |\n|---|---|---|---|---|---|---|---|";
	private static final String[] NAMES = { "speed from the start, nm/s", "speed from the end, nm/s", "meeting time, s",
		"meeting position, um", "clock offset, s", "x after 20 s of current" };

	private final Path folder = Paths.get(System.getProperty("project.basedir", "."), "test-images", "two-fronts");
	private final NoisyMovie movie = NoisyMovie.of(SampleExperiment.scene());
	private final ExperimentParameters parameters;
	private final double[] truth = new double[6];
	private final double trueOnset;
	final int[] runs = new int[6];
	final int[] covered = new int[6];
	private final double[] sum = new double[6];
	private final double[] squares = new double[6];
	private final double[] errors = new double[6];
	int movies;

	SampleTrial(final boolean fringesRemoved, final String signal) throws IOException {
		parameters = Json.read(Json.write(ExperimentParameters.of(SampleExperiment.scene()).withFringesRemoved(fringesRemoved))
			.replaceAll("\"half_max\",\\s*\"extremum\"", "\"half_max\""), ExperimentParameters.class, "the parameters");
		final JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("truth.json"))).getAsJsonObject();
		for (final String line : Files.readAllLines(folder.resolve("truth/fronts.csv")))
			for (int i = 0; i < 2; i++)
				if (line.startsWith("2,0," + signal + "," + (i == 0 ? "start" : "end") + ",half_max,1,")) truth[i] = Double.parseDouble(
					line.split(",")[6]);
		for (final JsonElement m : json.getAsJsonArray("meetings")) {
			final JsonObject o = m.getAsJsonObject();
			if (!signal.equals(o.get("signal").getAsString()) || !"half_max".equals(o.get("criterion").getAsString()) || o.get(
				"lag_s").getAsDouble() != 1) continue;
			truth[2] = o.get("time_s").getAsDouble();
			truth[3] = o.get("position_um").getAsDouble();
		}
		final JsonObject clock = json.getAsJsonObject("clock");
		final JsonObject first = clock.getAsJsonArray("steps").get(0).getAsJsonObject();
		final JsonObject lithiation = clock.getAsJsonArray("steps").get(1).getAsJsonObject();
		// as in ExperimentAnalysisTest: the matched file's start was cut to the second
		truth[4] = java.time.Duration.between(java.time.LocalDateTime.parse(first.get("stated_start").getAsString()).toInstant(
			java.time.ZoneOffset.UTC), java.time.Instant.parse(json.get("movie_start_utc").getAsString())).toMillis() * 1e-3 + clock
				.get("offset_s").getAsDouble() - lithiation.get("cut_s").getAsDouble();
		trueOnset = lithiation.get("start_s").getAsDouble();
		truth[5] = 0.08 + (lithiation.get("end_x").getAsDouble() - 0.08) * 20 / (lithiation.get("end_s").getAsDouble() -
			trueOnset);
	}

	void run(final long firstSeed, final int count) throws IOException {
		for (int i = 0; i < count; i++)
			one(new Random(firstSeed + i));
	}

	private void one(final Random random) throws IOException {
		movies++;
		try (ExperimentResult result = ExperimentAnalysis.analyse(movie.withNoise(random, parameters.rods().get(0).path()), folder
			.resolve("echem"), parameters, Progress.NONE))
		{
			final FrontAnalysis found = result.rods().get(0).steps().get(0).fronts().get(0);
			for (final FrontVelocity f : found.fronts())
				if (f.polarity() == FrontPolarity.DARK && f.velocity().isKnown()) {
					if (f.origin() == FrontOrigin.START) note(0, f.velocity().times(1e9));
					if (f.origin() == FrontOrigin.END) note(1, f.velocity().times(-1e9));
				}
			if (found.meetings().size() == 1) {
				note(2, found.meetings().get(0).timeSeconds());
				note(3, found.meetings().get(0).positionMetres().times(1e6));
			}
			final Estimate offset = result.cell().alignment().offset();
			note(4, offset);
			final int frame = result.movie().times().nearest(trueOnset + 20);
			// x goes with the clock: 5C in units of 178.25 mAh/g
			final double perSecond = 5 * 178 / 178.25 / 3600;
			final double atTwenty = result.cell().timeline().x(frame) + perSecond * (trueOnset + 20 - result.movie().times().seconds(
				frame));
			note(5, Estimate.normal(atTwenty, perSecond * offset.standardError(), 1, "x"));
		}
	}

	private void note(final int i, final Estimate e) {
		runs[i]++;
		sum[i] += e.value() - truth[i];
		squares[i] += (e.value() - truth[i]) * (e.value() - truth[i]);
		errors[i] += e.standardError();
		if (e.covers(truth[i])) covered[i]++;
	}

	/** Mean error in mean standard errors. */
	double pull(final int i) {
		return sum[i] / errors[i];
	}

	List<String> rows() {
		final List<String> rows = new ArrayList<>();
		for (int i = 0; i < NAMES.length; i++) {
			final double mean = sum[i] / runs[i];
			final double spread = Math.sqrt(Math.max(0, squares[i] / runs[i] - mean * mean));
			rows.add(String.format(Locale.ROOT, "| %s | %.4g | %d of %d | %+.4f | %.4f | %.4f | %.4f | %.1f |", NAMES[i], truth[i],
				runs[i], movies, mean, 3 * spread / Math.sqrt(runs[i]), spread, errors[i] / runs[i], 100.0 * covered[i] / runs[i]));
		}
		return rows;
	}
}
