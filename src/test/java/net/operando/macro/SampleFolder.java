package net.operando.macro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.experiment.ExperimentParameters;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.SyntheticExperiment;

/** A folder with what every command takes: movie.tif, echem, analysis.json as a sample has them, tables of titrations, edits, a plan. */
final class SampleFolder {

	/** Along the rod of {@link SampleExperiment}, in px. */
	static final String LINE = "17.5,33.3,298.2,120.8";

	private SampleFolder() {}

	static void write(final Path folder) throws IOException {
		SyntheticExperiment.write(SampleExperiment.scene(), ExperimentFormat.TIFF, folder, Progress.NONE);
		Files.write(folder.resolve("analysis.json"), Json.write(ExperimentParameters.of(SampleExperiment.scene())).getBytes(
			StandardCharsets.UTF_8));
		Files.writeString(folder.resolve("titration.csv"), titration());
		Files.writeString(folder.resolve("decays.csv"), decays());
		Files.writeString(folder.resolve("edits.json"), edits());
		Files.writeString(folder.resolve("plan.json"), "{\"name\": \"short\", \"exposureMs\": 8, \"phases\": [{\"name\": " +
			"\"record\", \"framesPerSecond\": 2, \"durationSeconds\": 3}]}");
	}

	/** The front from the far end deleted and drawn again by hand, and a point left out of the other; the sample has these two. */
	private static String edits() {
		return "{\"format\": \"operando-front-edits\", \"edits\": [{\"kind\": \"delete\", \"front\": 2}, " +
			"{\"kind\": \"add\", \"front\": 3, \"time_s\": [11.5, 22.0], \"position_um\": [18.9, 11.8]}, " +
			"{\"kind\": \"delete_points\", \"front\": 1, \"time_s\": [13.75]}]}";
	}

	/** Pulses of 1000 s whose voltage falls with the root of time, and rests of 20000 s; 1 V from x = 0 to 1, 1 mAh. */
	private static String titration() {
		final StringBuilder csv = new StringBuilder("Seconds,Volts,Amps\n0,1.9,0\n");
		double start = 0;
		double x = 0.1;
		for (int k = 0; k < 9; k++) {
			final boolean pulse = k % 2 == 1;
			final double span = pulse ? 1000 : 20000;
			for (int i = 1; i <= 100; i++) {
				final double t = span * Math.pow(i / 100.0, 2);
				final double beyond = pulse ? 0.02 * Math.sqrt(t / span) : k == 0 ? 0 : 0.02 * Math.exp(-t / 2000);
				csv.append(String.format(Locale.ROOT, "%.6f,%.9f,%.9f%n", start + t, 2 - x - (pulse ? 0.1 * t / span : 0) - beyond,
					pulse ? -3.6e-4 : 0));
			}
			if (pulse) x += 0.1;
			start += span;
		}
		return csv.toString();
	}

	/** Gaussian decays at three temperatures, faster when warmer. */
	private static String decays() {
		final StringBuilder csv = new StringBuilder("temperature_K,gradient_T_per_m,signal\n");
		for (int kelvin = 375; kelvin <= 465; kelvin += 45)
			for (double g = 0.5; g < 23; g += 1.5)
				csv.append(String.format(Locale.ROOT, "%d,%.2f,%.9f%n", kelvin, g, Math.exp(-g * g * (kelvin - 300) / 80_000)));
		return csv.toString();
	}
}
