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
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.micromanager.internal.MMStudio;

import net.operando.acquire.mmcore.RecordingCore;
import net.operando.acquire.port.SystemClock;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
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

	/** On the computer's clock, since that is what a core's microscope has: the counts do not depend on how fast it is. */
	@Test
	void recordsWithTheRunningMicroManager() throws Exception {
		final RecordingCore core = new RecordingCore(new SystemClock());
		final Path to = folder.resolve("mm");
		Files.writeString(folder.resolve("mm.json"), "{ \"exposureMs\": 2, \"phases\": [ { \"framesPerSecond\": 20, " +
			"\"temporalMean\": 2, \"durationSeconds\": 0.6 } ], \"light\": { \"settleSeconds\": 0 }, " +
			"\"storage\": { \"reserveGigabytes\": 0 } }");
		MMStudio.run(core);
		try {
			assertEquals(Main.DONE, run("run", "Acquire Operando Movie", "microscope=Micro-Manager", "plan=" + folder.resolve(
				"mm.json"), "folder=" + to), () -> printed);
			// and again with a configuration, which is loaded first
			Files.writeString(folder.resolve("rig.cfg"), "Property,Core,Initialize,0\nProperty,Core,Initialize,1\n");
			assertEquals(Main.DONE, run("run", "Acquire Operando Movie", "microscope=micro-manager", "config=" + folder.resolve(
				"rig.cfg"), "plan=" + folder.resolve("mm.json"), "folder=" + folder.resolve("mm2")), () -> printed);
		}
		finally {
			MMStudio.run(null);
		}
		final List<String> once = List.of("setAutoShutter false", "setExposure 2.0", "setShutterOpen true",
			"setCircularBufferMemoryFootprint 1024", "prepareSequenceAcquisition", "startSequenceAcquisition stopOnOverflow=true",
			"setShutterOpen false", "stopSequenceAcquisition");
		assertEquals(once, core.calls().stream().distinct().filter(c -> !c.startsWith("load")).collect(Collectors.toList()));
		assertEquals(1, core.calls().stream().filter("loadSystemConfiguration"::equals).count());
		assertFalse(core.getShutterOpen("Shutter"), "the light is off");
		assertEquals(2, core.calls().stream().filter(c -> c.startsWith("startSequence")).count(), "one segment each");
		final String report = Files.readString(to.resolve("report.json"));
		assertTrue(report.contains("\"receivedExposures\": 12") && report.contains("\"missingExposures\": 0"), report);
		assertEquals(7, Files.readAllLines(to.resolve("journal.csv")).size(), "6 frames and the head");
		try (Movie movie = MovieFiles.open(to, MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(6, movie.frameCount());
			// frame k of the core has the counts 1001 + k everywhere
			assertEquals(1001.5, movie.frame(0, null)[0]);
			assertEquals(1011.5, movie.frame(5, null)[0]);
		}
	}

	@Test
	void withoutAMicroManagerItIsSaidWhatToDo() {
		MMStudio.run(null);
		// whatever this computer has installed: nothing can be recorded without a configuration
		assertEquals(Main.FAILED, run("run", "Acquire Operando Movie", "microscope=Micro-Manager", "plan=" + folder.resolve(
			"plan.json"), "folder=" + folder.resolve("r")));
		assertTrue(printed.contains("start Operando inside Micro-Manager"), printed);
		assertFalse(Files.exists(folder.resolve("r")));
	}
}
