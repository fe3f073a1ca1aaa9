package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.Progress;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;
import net.operando.model.synthetic.SyntheticMovie;
import net.operando.model.synthetic.Timing;

/** CracksCommand from the command line on a synthetic movie: CrackTables, CrackFigure and CsvTable end to end. */
class CracksCommandTest {

	@TempDir
	static Path folder;
	private static Path movie;
	private static String line;
	private static double firstSeconds;
	private static String printed;

	private static int run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		final int status = Main.run(words, stream, stream);
		printed = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	@BeforeAll
	static void writeMovie() throws Exception {
		final SceneRod rod = SceneRod.of(RodGeometry.defaults().withSize(10, 3.5), SceneRod.Drive.EVEN).withCracks(Crack.at(12,
			6.2).withTipSpeed(300));
		final Scene scene = Scene.defaults().withSeed(3).withField(190, 84).withRods(rod).withTiming(Timing.defaults().withRate(2,
			1, 36)).withCell(Cell.defaults().withStartX(0.6).withSteps(-1, CellStep.of(-5, 60, 0)));
		final SyntheticMovie synthetic = SyntheticMovie.of("crack", scene);
		movie = folder.resolve("crack.tif");
		TiffStackWriter.write(synthetic, movie, TiffStackInfo.defaults(), Progress.NONE);
		final double[] a = scene.axisPixel(-5, Drift.Pose.rest());
		final double[] b = scene.axisPixel(5, Drift.Pose.rest());
		line = String.format(Locale.ROOT, "%.2f,%.2f,%.2f,%.2f", a[0], a[1], b[0], b[1]);
		firstSeconds = synthetic.times().seconds(0);
		final StringBuilder timeline = new StringBuilder("frame,time_s,voltage_V,x\n");
		for (int f = 1; f <= synthetic.frameCount(); f++)
			timeline.append(f).append(",0,").append(1 + 0.01 * f).append(',').append(0.6 - 0.001 * f).append('\n');
		Files.writeString(folder.resolve("timeline.csv"), timeline);
	}

	private static Map<String, String> row(final Path table) throws Exception {
		final List<String> lines = Files.readAllLines(table);
		assertEquals(2, lines.size(), lines.toString());
		final String[] names = lines.get(0).split(",");
		final String[] cells = lines.get(1).split(",", -1);
		final Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < names.length; i++)
			row.put(names[i], cells[i]);
		return row;
	}

	@Test
	void theContractsFilesHoldTheCrack() throws Exception {
		final Path results = folder.resolve("results");
		assertEquals(Main.DONE, run("run", "Cracks", "image=" + movie, "line=" + line, "widthpx=50", "timeline=" + folder.resolve(
			"timeline.csv"), "output=" + results), () -> printed);
		final Map<String, String> crack = row(results.resolve("cracks.csv"));
		assertEquals(List.of("crack_id", "onset_frame", "onset_s", "position_um", "tip_velocity_nm_per_s",
			"tip_velocity_se_nm_per_s", "n", "x_at_onset"), List.copyOf(crack.keySet()).subList(0, 8));
		final int frame = Integer.parseInt(crack.get("onset_frame"));
		// the target for onsets: two frames of half a second
		assertEquals(12, Double.parseDouble(crack.get("onset_s")) + firstSeconds, 1.0);
		assertEquals(300, Double.parseDouble(crack.get("tip_velocity_nm_per_s")), 15, "the target: 5 %");
		// the rod has become shorter by some 20 nm at that time, and a line is followed to a fraction of a pixel
		assertEquals(6.2, Double.parseDouble(crack.get("position_um")), 0.07);
		assertEquals(0.6 - 0.001 * frame, Double.parseDouble(crack.get("x_at_onset")), 1e-9);
		assertEquals(1 + 0.01 * frame, Double.parseDouble(crack.get("voltage_at_onset_V")), 1e-9);
		assertEquals("left", crack.get("start_edge"));
		final List<String> tips = Files.readAllLines(results.resolve("crack_tips.csv"));
		assertTrue(tips.get(0).startsWith("crack_id,frame,time_s,tip_um"), tips.get(0));
		assertEquals(Integer.parseInt(crack.get("n")), tips.size() - 1);
		for (final String name : Arrays.asList("crack_1.svg", "crack_1.png", "cracks.json"))
			assertTrue(Files.size(results.resolve(name)) > 300, name);
		final String svg = Files.readString(results.resolve("crack_1.svg"));
		assertTrue(svg.contains("joint fit") && svg.contains("nm"), "the figure states the speed");
	}

	@Test
	void whatCannotBeMeantIsOneSentenceAndWritesNothing() {
		final Path results = folder.resolve("none");
		assertEquals(Main.FAILED, run("run", "Cracks", "image=" + movie, "output=" + results));
		assertTrue(printed.contains("has no line on it"), printed);
		assertEquals(Main.FAILED, run("run", "Cracks", "image=" + movie, "line=10,40,30,40", "output=" + results));
		assertTrue(printed.contains("too short"), printed);
		assertEquals(Main.FAILED, run("run", "Cracks", "image=" + movie, "line=" + line, "timeline=" + folder.resolve(
			"nothing.csv"), "output=" + results));
		assertTrue(printed.contains("nothing.csv"), printed);
		assertFalse(Files.exists(results));
	}
}
