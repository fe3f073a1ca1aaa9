package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;

/** AcquireCommand, SimulatedSetup and recover from the command line. */
class AcquireCommandTest {

	@TempDir
	Path folder;
	private String printed;

	@BeforeEach
	void files() throws Exception {
		final Scene scene = Scene.defaults().withField(48, 28).withPixel_um(0.2).withRod(RodGeometry.defaults().withSize(6, 2));
		Files.writeString(folder.resolve("scene.json"), scene.withCell(scene.cell().withSteps(-10, CellStep.of(0, 12, 0.4),
			CellStep.of(5, 30, 0))).toJson());
		Files.writeString(folder.resolve("plan.json"),
			"{ \"exposureMs\": 7, \"phases\": [ { \"framesPerSecond\": 10, \"temporalMean\": 5, \"durationSeconds\": 6 } ], \"storage\": { \"reserveGigabytes\": 0 } }");
	}

	private int run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		final int status = Main.run(words, stream, stream);
		printed = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	private int acquire(final String... keys) {
		final List<String> words = new ArrayList<>(List.of("run", "Acquire Operando Movie", "microscope=Simulated"));
		words.addAll(List.of(keys));
		return run(words.toArray(new String[0]));
	}

	private int acquireInto(final Path to) {
		return acquire("plan=" + folder.resolve("plan.json"), "config=" + folder.resolve("scene.json"), "folder=" + to);
	}

	@Test
	void recordsIsAlignedBinnedAndRecovered() throws Exception {
		final Path to = folder.resolve("r");
		assertEquals(Main.DONE, acquireInto(to), () -> printed);
		for (final String name : new String[] { "frames.csv", "journal.csv", "report.json", "movie_0001.ome.tif", "plan.json",
			"echem.csv", "echem/01_CORPOT.DTA" })
		{
			assertTrue(Files.size(to.resolve(name)) > 0, name);
			assertTrue(printed.contains(to.resolve(name).toString()), printed);
		}
		assertTrue(Files.readString(to.resolve("report.json")).contains("\"missingExposures\": 0"));
		assertFalse(printed.contains("warning"), printed);
		final Path aligned = folder.resolve("aligned");
		assertEquals(Main.DONE, run("run", "Align Electrochemistry", "image=" + to, "echem=" + to.resolve("echem"),
			"method=Timestamps", "massmg=1.15", "startx=0.08", "output=" + aligned), () -> printed);
		assertEquals(13, Files.readAllLines(aligned.resolve("timeline.csv")).size());
		// the recording's own times are a times file
		assertEquals(Main.DONE, run("run", "Bin Operando Movie", "image=" + to.resolve("movie_0001.ome.tif"), "times=" + to
			.resolve("frames.csv"), "spatialbin=1", "temporalbin=2", "output=" + folder.resolve("binned")), () -> printed);
		assertEquals(Main.DONE, run("recover", to.toString()), () -> printed);
		assertTrue(printed.contains("12 frames, 60 of 60 exposures; plan completed; light off"), printed);
	}

	@Test
	void whatIsWrongIsSaidAndNothingIsWritten() throws Exception {
		final Path to = folder.resolve("r");
		assertEquals(Main.FAILED, acquire("plan=" + folder.resolve("plan.json")));
		assertTrue(printed.contains("give folder=FOLDER"), printed);
		assertEquals(Main.FAILED, acquire("plan=" + folder.resolve("none.json"), "folder=" + to));
		assertTrue(printed.contains("none.json"), printed);
		assertEquals(Main.FAILED, acquire("plan=" + folder.resolve("plan.json"), "config=no preset", "folder=" + to));
		assertTrue(printed.contains("5C from 2.8 V hold"), printed);
		Files.writeString(folder.resolve("bad.json"), "{ \"exposureMs\": 5000, \"phases\": [ { \"framesPerSecond\": 10 } ] }");
		assertEquals(Main.FAILED, acquire("plan=" + folder.resolve("bad.json"), "config=" + folder.resolve("scene.json"),
			"folder=" + to));
		assertTrue(printed.contains("does not fit into an interval"), printed);
		assertFalse(Files.exists(to.resolve("recording.json")));
		assertEquals(Main.FAILED, run("recover", folder.toString()));
		assertTrue(printed.contains("no folder of a recording"), printed);
		assertEquals(Main.WRONG_USAGE, run("recover"));
	}

	@Test
	void aRecordingIsNeverOverwritten() throws Exception {
		final Path to = folder.resolve("r");
		assertEquals(Main.DONE, acquireInto(to), () -> printed);
		final String before = Files.readString(to.resolve("journal.csv"));
		assertEquals(Main.FAILED, acquireInto(to));
		assertTrue(printed.contains("holds a recording already"), printed);
		assertEquals(before, Files.readString(to.resolve("journal.csv")));
	}
}
