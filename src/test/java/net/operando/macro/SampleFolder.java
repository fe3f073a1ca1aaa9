package net.operando.macro;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.experiment.ExperimentParameters;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;
import net.operando.model.synthetic.SyntheticExperiment;
import net.operando.model.synthetic.SyntheticMovie;
import net.operando.model.synthetic.Timing;
import net.operando.ui.command.CommandCatalog;

/**
 * A folder with what every command takes: movie.tif, echem, analysis.json as a sample has them, tables of titrations, edits, a plan; in
 * {@link #CRACKED} a movie of a rod in the same place that breaks twice.
 */
public final class SampleFolder {

	/** Along the rod of {@link SampleExperiment}, in px. */
	public static final String LINE = "17.5,33.3,298.2,120.8";

	/** Folder below with the movie of a rod that breaks. */
	public static final String CRACKED = "cracked";

	/** Commands that look for cracks, or at what was found in that movie. */
	private static final Set<String> OF_CRACKS = Set.of("Cracks", "Fragments", "TrackMate Velocities");

	private SampleFolder() {}

	/** The folder whose files a command takes, ending in a separator. */
	public static String of(final Path folder, final String label) {
		return (OF_CRACKS.contains(CommandCatalog.plain(label)) ? folder.resolve(CRACKED) : folder) + File.separator;
	}

	public static void write(final Path folder) throws IOException {
		SyntheticExperiment.write(SampleExperiment.scene(), ExperimentFormat.TIFF, folder, Progress.NONE);
		Files.write(folder.resolve("analysis.json"), Json.write(ExperimentParameters.of(SampleExperiment.scene())).getBytes(
			StandardCharsets.UTF_8));
		Files.writeString(folder.resolve("titration.csv"), titration());
		Files.writeString(folder.resolve("decays.csv"), decays());
		Files.writeString(folder.resolve("simulated.csv"), "c_rate,velocity_nm_per_s\n5,700\n20,1500\n");
		final RodGeometry place = SampleExperiment.scene().rods().get(0).geometry();
		final Scene breaking = Scene.defaults().withSeed(9).withField(316, 156).withRods(SceneRod.of(place, SceneRod.Drive.EVEN)
			.withCracks(Crack.at(12, 0.65 * place.length_um()).withTipSpeed(400), Crack.at(26, 0.3 * place.length_um())
				.withTipSpeed(300))).withTiming(Timing.defaults().withRate(2, 2, 52)).withCell(Cell.defaults().withStartX(0.6)
					.withSteps(-1, CellStep.of(-5, 80, 0)));
		TiffStackWriter.write(SyntheticMovie.of("movie", breaking), Files.createDirectories(folder.resolve(CRACKED)).resolve(
			"movie.tif"), TiffStackInfo.defaults(), Progress.NONE);
		Files.writeString(folder.resolve("edits.json"), edits());
		Files.writeString(folder.resolve("plan.json"), "{\"name\": \"short\", \"exposureMs\": 8, \"phases\": [{\"name\": " +
			"\"record\", \"framesPerSecond\": 2, \"durationSeconds\": 3}]}");
	}

	/** The front from the far end deleted and drawn again by hand, and a point left out of the other; the sample has these two. */
	private static String edits() {
		return "{\"format\": \"operando-front-edits\", \"edits\": [{\"kind\": \"delete\", \"front\": 1}, " +
			"{\"kind\": \"add\", \"front\": 3, \"time_s\": [11.5, 22.0], \"position_um\": [18.9, 11.8]}, " +
			"{\"kind\": \"delete_points\", \"front\": 2, \"time_s\": [13.75]}]}";
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
