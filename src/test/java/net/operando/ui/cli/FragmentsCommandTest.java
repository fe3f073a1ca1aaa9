package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.fragment.FragmentScenes;
import net.operando.base.Progress;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.io.trackmate.TrackMateFile;
import net.operando.data.track.TrackBranch;

/** Fragments from the command line: a rod of 12 um with two cracks, the last piece disconnected. */
class FragmentsCommandTest {

	@TempDir
	static Path folder;
	private static Path movie;
	private static Path cracks;
	private static Path timeline;
	private static String line;

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeAll
	static void writeMovie() throws Exception {
		final FragmentScenes.Written scene = FragmentScenes.twoCracks();
		movie = folder.resolve("rod.tif");
		TiffStackWriter.write(scene.movie(), movie, TiffStackInfo.defaults(), Progress.NONE);
		cracks = Files.writeString(folder.resolve("cracks.csv"), scene.cracksCsv());
		timeline = Files.writeString(folder.resolve("timeline.csv"), scene.timelineCsv());
		line = scene.line();
	}

	private int run(final String... more) {
		final String[] words = new String[4 + more.length];
		System.arraycopy(new String[] { "run", "Fragments", "image=" + movie, "line=" + line }, 0, words, 0, 4);
		System.arraycopy(more, 0, words, 4, more.length);
		return Main.run(words, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), new PrintStream(err, true,
			StandardCharsets.UTF_8));
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void fromMovieToTracks() throws Exception {
		final Path results = folder.resolve("results");
		assertEquals(Main.DONE, run("cracks=" + cracks, "timeline=" + timeline, "output=" + results), err());
		final List<String> rows = Files.readAllLines(results.resolve("fragments.csv"));
		assertTrue(rows.get(0).startsWith("fragment_id,parent_id,first_frame,last_frame,length_um,area_um2,mean,ratio,ratio_low," +
			"ratio_high,response,response_se,disconnected,"), rows.get(0));
		assertEquals(List.of("P1,,1,6", "P1.1,P1,7,36", "P1.2,P1,7,11", "P1.2.1,P1.2,12,36", "P1.2.2,P1.2,12,36"), rows.subList(1,
			rows.size()).stream().map(r -> String.join(",", List.of(r.split(",")).subList(0, 4))).collect(Collectors.toList()));
		assertEquals("true", rows.get(5).split(",")[12], rows.get(5));
		assertEquals("false", rows.get(4).split(",")[12], rows.get(4));
		final TrackMateFile tracks = TrackMateFile.read(results.resolve("fragments.xml"));
		assertEquals("rod.tif", tracks.image().fileName());
		assertEquals(List.of("P1", "P1.1", "P1.2", "P1.2.1", "P1.2.2"), tracks.graph().branches().stream().map(TrackBranch::id)
			.filter(id -> !id.contains("F")).collect(Collectors.toList()));
		for (final String file : new String[] { "fragment_frames.csv", "fragment_fronts.csv", "fragment_labels.tif",
			"fragments.json", "fragments.svg", "fragments.png" })
			assertTrue(Files.size(results.resolve(file)) > 0, file);
	}

	@Test
	void tracksComeBackAsVelocitiesAndLineage() throws Exception {
		final Path results = folder.resolve("tracks");
		assertEquals(Main.DONE, run("cracks=" + cracks, "fronts=false", "output=" + results), err());
		final PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
		assertEquals(Main.DONE, Main.run(new String[] { "run", "TrackMate Velocities", "file=" + results.resolve("fragments.xml"),
			"output=" + results }, nowhere, new PrintStream(err, true, StandardCharsets.UTF_8)), err());
		final List<String> rows = Files.readAllLines(results.resolve("tracks.csv"));
		assertEquals(List.of("branch_id,parent_ids", "P1,", "P1.1,P1", "P1.2,P1", "P1.2.1,P1.2", "P1.2.2,P1.2"), rows.stream().map(
			r -> String.join(",", List.of(r.split(",", -1)).subList(0, 2))).collect(Collectors.toList()));
		err.reset();
		assertEquals(Main.FAILED, Main.run(new String[] { "run", "TrackMate Velocities", "file=" + cracks }, nowhere, new PrintStream(
			err, true, StandardCharsets.UTF_8)));
		assertTrue(err().contains("is not whole XML"), err());
	}

	@Test
	void everyBadInputIsNamedAndWritesNothing() throws Exception {
		refused("There is no file or folder", "cracks=" + folder.resolve("none.csv"));
		refused("names no crack", "cracks=" + text("crack_id,onset_frame,onset_s,position_um\n"));
		refused("is empty", "cracks=" + text(""));
		refused("has no column position_um", "cracks=" + text("crack_id,onset_frame\n1,4\n"));
		refused("crack 1 in frame 99, but the movie has 36", "cracks=" + text("crack_id,onset_frame,position_um\n1,99,4\n"));
		refused("give the cracks of this movie", "cracks=" + text("crack_id,onset_frame,onset_s,position_um\n1,7,900,4\n"));
		refused("Crack 1 lies at 44.00 um of a line of 12.00 um", "cracks=" + text("crack_id,onset_frame,position_um\n1,7,44\n"));
		refused("names crack 1 twice", "cracks=" + text("crack_id,onset_frame,position_um\n1,7,4\n1,9,8\n"));
		refused("instead of a number", "cracks=" + text("crack_id,onset_frame,position_um\n1,7,far\n"));
		refused("cells in line 2", "cracks=" + text("crack_id,onset_frame,position_um\n1,7\n"));
		refused("ratio threshold of 0.5", "cracks=" + cracks, "ratiothreshold=0.5");
		refused("2.0 pixels wide cannot be meant", "cracks=" + cracks, "widthpx=2");
		refused("but in the movie it is at", "cracks=" + cracks, "timeline=" + text(
			"frame,time_s,voltage_V,current_A,charge_mAh_per_g,x,c_rate,step\n1,55,1,0,0,0.5,0,rest\n"));
	}

	private static Path text(final String content) throws Exception {
		return Files.writeString(folder.resolve("given.csv"), content);
	}

	private void refused(final String part, final String... words) {
		err.reset();
		final Path results = folder.resolve("refused");
		final String[] all = java.util.Arrays.copyOf(words, words.length + 1);
		all[words.length] = "output=" + results;
		assertEquals(Main.FAILED, run(all), part);
		assertTrue(err().contains(part), err());
		assertFalse(Files.exists(results), "nothing may look like a result");
	}
}
