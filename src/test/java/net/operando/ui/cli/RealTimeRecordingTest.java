package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.base.Progress;
import net.operando.model.synthetic.LiveScene;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.ScenePreset;
import net.operando.model.synthetic.SyntheticExperiment;

/**
 * The simulated microscope on the computer's clock as users run it: the preset "5C from 2.8 V hold" in a field of 1920 x 1200 sensor
 * pixels at 10 Hz in means of 2 x 2 and 5, then the analysis of what was recorded. Needs the machine, two cores, for itself.
 */
@Tag("benchmark")
class RealTimeRecordingTest {

	@TempDir
	Path folder;
	private final Scene scene = ScenePreset.HOLD_5C.scene(1).withField(960, 600);

	@BeforeEach
	void files() throws IOException {
		Files.writeString(folder.resolve("scene.json"), scene.toJson());
	}

	private static void run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		assertEquals(Main.DONE, Main.run(words, stream, stream), () -> out.toString(StandardCharsets.UTF_8));
	}

	/** The plan for the paper's cracks, ended after so long. */
	private JsonObject record(final String pacing, final int seconds) throws IOException {
		final String plan = Files.readString(Paths.get(System.getProperty("project.basedir", "."),
			"mm-configs/plans/cracks-7ms-10Hz.json")).replace("FREE_RUN", pacing).replaceFirst("\"durationSeconds\": \\d+",
				"\"durationSeconds\": " + seconds);
		Files.writeString(folder.resolve("plan.json"), plan);
		run("run", "Acquire Operando Movie", "plan=" + folder.resolve("plan.json"), "microscope=Simulated", "config=" + folder
			.resolve("scene.json"), "realtime=true", "folder=" + folder.resolve("r"));
		final JsonObject report = JsonParser.parseString(Files.readString(folder.resolve("r/report.json"))).getAsJsonObject();
		final JsonObject lateness = report.getAsJsonObject("latenessMicros");
		System.out.printf(Locale.ROOT, "%s, %d s: received %d, missing %d, segments %d, lateness p50 %.0f us, p99 %.0f us, max %.0f us%n",
			pacing, seconds, report.get("receivedExposures").getAsInt(), report.get("missingExposures").getAsInt(), report.get(
				"segments").getAsInt(), lateness.get("p50").getAsDouble(), lateness.get("p99").getAsDouble(), lateness.get("max")
					.getAsDouble());
		int inGaps = 0;
		for (final JsonElement gap : report.getAsJsonArray("gaps"))
			inGaps += gap.getAsJsonObject().get("slots").getAsInt();
		// whatever the machine can do, what it could not is written down
		assertEquals(report.get("missingExposures").getAsInt(), inGaps);
		assertEquals(report.get("expectedExposures").getAsInt(), report.get("receivedExposures").getAsInt() + inGaps);
		return report;
	}

	/** What a frame takes, the engine aside. */
	@Test
	void aFrameIsRenderedWithinItsInterval() {
		final LiveScene live = LiveScene.of(scene);
		final double[] ms = new double[100];
		short[] counts = null;
		for (int i = 0; i < ms.length; i++) {
			final long begin = System.nanoTime();
			counts = live.expose(10 + 0.1 * i, 7, 1, 0, 0, 0, counts);
			ms[i] = 1e-6 * (System.nanoTime() - begin);
		}
		Arrays.sort(ms);
		System.out.printf(Locale.ROOT, "a frame of 1920 x 1200: %.0f ms (median), %.0f ms (largest of 100)%n", ms[50], ms[99]);
		assertTrue(ms[50] < 100, "ms per frame " + ms[50]);
	}

	/** The camera's timer gives the times here, so that lateness is 0; what counts is that nothing is lost. */
	@Test
	void thePresetIsRecordedAndAnalysed() throws IOException {
		final JsonObject report = record("FREE_RUN", 80);
		assertEquals(800, report.get("receivedExposures").getAsInt());
		assertEquals(0, report.get("missingExposures").getAsInt());
		run("run", "Analyse Experiment", "movie=" + folder.resolve("r"), "echem=" + folder.resolve("r/echem.csv"), "output=" +
			folder.resolve("a"));
		int fronts = 0;
		for (final String line : Files.readAllLines(folder.resolve("a/P1/step2/fronts.csv"))) {
			final String[] cells = line.split(",");
			if (!cells[1].equals("half_max") || cells[3].equals("interior")) continue;
			final double truth = trueSpeed(cells[3]) * (cells[3].equals("end") ? -1 : 1);
			System.out.printf(Locale.ROOT, "half_max from the %s: %s [%s, %s] nm/s, %s; true %.0f%n", cells[3], cells[8],
				cells[10], cells[11], cells[cells.length - 1], truth);
			// of the recording, not of the tracer, whose intervals have studies of their own: a lost second would show
			assertEquals(truth, Double.parseDouble(cells[8]), 0.2 * Math.abs(truth));
			fronts++;
		}
		assertEquals(2, fronts);
	}

	/** Each exposure asked for when its time has come, and rendered before the next: how late on this computer's clock. */
	@Test
	void thePresetIsRecordedByDeadlines() throws IOException {
		final JsonObject report = record("SOFTWARE", 30);
		assertEquals(300, report.get("receivedExposures").getAsInt());
		assertEquals(0, report.get("missingExposures").getAsInt());
	}

	/** Of the rod's brightness, for a lag of 1 s: the same rod in a field that is quickly drawn. */
	private double trueSpeed(final String origin) throws IOException {
		final Path truth = folder.resolve("small");
		if (!Files.exists(truth)) SyntheticExperiment.write(scene.withField(32, 32), truth, Progress.NONE);
		for (final String line : Files.readAllLines(truth.resolve("truth/fronts.csv")))
			if (line.startsWith("2,0,brightness," + origin + ",half_max,1,")) return Double.parseDouble(line.split(",")[6]);
		throw new AssertionError("no true speed from the " + origin);
	}
}
