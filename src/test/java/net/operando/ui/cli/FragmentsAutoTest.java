package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.Progress;
import net.operando.data.io.CsvTable;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.io.trackmate.TrackMateFile;
import net.operando.data.track.TrackBranch;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;
import net.operando.model.synthetic.SyntheticMovie;
import net.operando.model.synthetic.Timing;

/** Fragments with cracks=auto from the command line, on a synthetic experiment: DetectedCuts end to end. */
class FragmentsAutoTest {

	@TempDir
	static Path folder;

	@Test
	void cracksAreFoundAndTheirTipsTracked() throws Exception {
		final SceneRod rod = SceneRod.of(RodGeometry.defaults().withSize(11, 3.2), SceneRod.Drive.EVEN).withCracks(Crack.at(12, 7.2)
			.withTipSpeed(400), Crack.at(26, 3.6).withTipSpeed(300));
		final Results results = run(rod, "two");
		assertEquals(List.of("P1,", "P1.1,P1", "P1.1.1,P1.1", "P1.1.2,P1.1", "P1.2,P1"), results.lineage());
		final CsvTable cracks = CsvTable.read(results.folder.resolve("fragment_cracks.csv"), "give another", "onset_s",
			"position_um", "onset_frame");
		assertEquals(2, cracks.rowCount());
		// three pixels: the rod shortens about its middle while it loses lithium, which the places of the scene do not
		assertEquals(7.2, cracks.number(0, "position_um"), 0.2);
		assertEquals(3.6, cracks.number(1, "position_um"), 0.2);
		// a frame is a second
		assertEquals(12, cracks.number(0, "onset_s") + results.firstSeconds, 1);
		assertEquals(26, cracks.number(1, "onset_s") + results.firstSeconds, 1);
		for (final int row : new int[] { 1, 4 })
			assertEquals(cracks.whole(0, "onset_frame"), results.table.whole(row, "first_frame"));
		final List<String> branches = TrackMateFile.read(results.folder.resolve("fragments.xml")).graph().branches().stream().map(
			TrackBranch::id).collect(Collectors.toList());
		assertTrue(branches.size() >= 7, () -> "five pieces and two tips: " + branches);
	}

	@Test
	void aRodThatStaysWholeIsSaidToBeOnePiece() throws Exception {
		final Results results = run(SceneRod.of(RodGeometry.defaults().withSize(9, 3.2), SceneRod.Drive.EVEN), "whole");
		assertEquals(List.of("P1,"), results.lineage());
		assertTrue(results.printed.contains("No crack appears in this movie"), results.printed);
		assertEquals(0, CsvTable.read(results.folder.resolve("fragment_cracks.csv"), "give another").rowCount());
	}

	private static final class Results {

		Path folder;
		CsvTable table;
		double firstSeconds;
		String printed;

		List<String> lineage() {
			return java.util.stream.IntStream.range(0, table.rowCount()).mapToObj(i -> table.text(i, "fragment_id") + "," + table
				.text(i, "parent_id")).collect(Collectors.toList());
		}
	}

	private static Results run(final SceneRod rod, final String name) throws Exception {
		final Scene scene = Scene.defaults().withSeed(9).withField(200, 84).withRods(rod).withTiming(Timing.defaults().withRate(2, 2,
			52)).withCell(Cell.defaults().withStartX(0.6).withSteps(-1, CellStep.of(-5, 80, 0)));
		final SyntheticMovie movie = SyntheticMovie.of(name, scene);
		final Path file = folder.resolve(name + ".tif");
		TiffStackWriter.write(movie, file, TiffStackInfo.defaults(), Progress.NONE);
		final double half = 0.5 * rod.geometry().length_um();
		final double[] a = scene.axisPixel(-half, Drift.Pose.rest());
		final double[] b = scene.axisPixel(half, Drift.Pose.rest());
		final Results results = new Results();
		results.folder = folder.resolve(name);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		assertEquals(Main.DONE, Main.run(new String[] { "run", "Fragments", "image=" + file, "line=" + a[0] + "," + a[1] + "," + b[
			0] + "," + b[1], "fronts=false", "output=" + results.folder }, stream, stream), () -> out.toString(
				StandardCharsets.UTF_8));
		results.printed = out.toString(StandardCharsets.UTF_8);
		results.table = CsvTable.read(results.folder.resolve("fragments.csv"), "give another", "fragment_id");
		results.firstSeconds = movie.times().seconds(0);
		return results;
	}
}
