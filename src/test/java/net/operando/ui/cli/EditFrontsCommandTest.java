package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.analysis.front.edit.FrontEdit;
import net.operando.analysis.front.edit.TwoFronts;
import net.operando.base.Progress;
import net.operando.data.io.KymographTiff;
import net.operando.data.kymograph.Kymograph;

/** EditFrontsCommand (and what it shares with Front Velocities: FrontSearchCommand, FrontsReport) from the command line. */
class EditFrontsCommandTest {

	@TempDir
	static Path folder;
	private static Path image;
	private static Path edits;
	private static String printed;

	@BeforeAll
	static void write() throws IOException {
		final Kymograph kymograph = TwoFronts.kymograph(5);
		image = folder.resolve("kymograph.tif");
		KymographTiff.write(kymograph, image, null);
		final EditedFronts found = EditedFronts.found(kymograph, new FrontParameters().withMaxFronts(4), Progress.NONE);
		final EditedFronts one = found.with(FrontEdit.delete(found.analysis().fronts().get(0).velocity().value() > 0 ? 1 : 2),
			Progress.NONE);
		edits = folder.resolve("edits.json");
		Files.writeString(edits, one.with(FrontEdit.add(3, TwoFronts.nearFirst()), Progress.NONE).written().toJson());
	}

	private static int run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		final int status = Main.run(words, stream, stream);
		printed = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	private static List<String> table(final Path results, final String name) throws IOException {
		return Files.readAllLines(results.resolve(name));
	}

	@Test
	void withoutEditsItGivesWhatFrontVelocitiesGives() throws IOException {
		final Path edited = folder.resolve("none");
		final Path found = folder.resolve("found");
		assertEquals(Main.DONE, run("run", "Edit Fronts", "image=" + image, "output=" + edited), () -> printed);
		assertEquals(Main.DONE, run("run", "Front Velocities", "image=" + image, "output=" + found), () -> printed);
		for (final String name : new String[] { "fronts.csv", "front_points.csv", "meeting.csv" })
			assertEquals(table(found, name), table(edited, name), name);
		assertTrue(Files.readString(edited.resolve("edits.json")).contains("\"edits\": []"));
		assertFalse(Files.exists(found.resolve("edits.json")));
	}

	@Test
	void editsAreReplayedAndCanBeReplayedAgain() throws IOException {
		final Path once = folder.resolve("once");
		final Path twice = folder.resolve("twice");
		assertEquals(Main.DONE, run("run", "Edit Fronts", "image=" + image, "edits=" + edits, "output=" + once), () -> printed);
		assertEquals(Main.DONE, run("run", "Edit Fronts", "image=" + image, "edits=" + once.resolve("edits.json"), "output=" + twice),
			() -> printed);
		for (final String name : new String[] { "fronts.csv", "front_points.csv", "meeting.csv", "edits.json", "fronts.svg" })
			assertEquals(table(once, name), table(twice, name), name);
		final List<String> fronts = table(once, "fronts.csv");
		assertEquals(3, fronts.size());
		assertTrue(fronts.get(2).startsWith("3,half_max,dark,start,") && fronts.get(2).endsWith(",manual"), fronts.get(2));
		assertTrue(fronts.get(1).endsWith(",ok"), "the other was found: " + fronts.get(1));
		assertEquals(2, table(once, "meeting.csv").size());
		final String provenance = Files.readString(once.resolve("fronts.json"));
		assertTrue(provenance.contains("\"command\": \"Edit Fronts\"") && provenance.contains("\"add\"") && provenance.contains(
			"kymograph.tif"), provenance);
		assertNotEquals(List.of(), table(once, "fronts.svg"));
	}

	@Test
	void refusesWhatDoesNotFit() {
		final Path results = folder.resolve("refused");
		assertEquals(Main.FAILED, run("run", "Edit Fronts", "image=" + image, "edits=" + edits, "criterion=extremum", "output=" +
			results));
		assertTrue(printed.contains("other parameters"), printed);
		assertEquals(Main.FAILED, run("run", "Edit Fronts", "image=" + image, "edits=" + folder.resolve("gone.json"), "output=" +
			results));
		assertTrue(printed.contains("gone.json"), printed);
		assertEquals(Main.FAILED, run("run", "Edit Fronts", "image=" + image, "edits=" + image, "output=" + results));
		assertEquals(Main.FAILED, run("run", "Edit Fronts", "image=" + image, "timeline=" + edits, "output=" + results));
		assertFalse(Files.exists(results), "a refused run leaves nothing");
	}
}
