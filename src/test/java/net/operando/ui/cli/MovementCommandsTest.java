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

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.drift.DriftScene;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.Movie;

/** Normalise Illumination and Correct Drift from the command line. */
class MovementCommandsTest {

	@TempDir
	static Path folder;
	private static Path movie;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	/** A sample that jumps by (4, -3) px at frame 5 of 8 under a lamp that is 5 % brighter in the last frame. */
	@BeforeAll
	static void writeMovie() throws Exception {
		final DriftScene scene = new DriftScene(128, 96, 8, 21).jumping(4, 4, -3);
		scene.lamp[7] = 1.05;
		movie = folder.resolve("moving.tif");
		TiffStackWriter.write(scene.movie(), movie, TiffStackInfo.defaults(), Progress.NONE);
	}

	private int run(final String... words) {
		return Main.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true,
			StandardCharsets.UTF_8));
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void lightIsMeasuredAndDividedOut() throws Exception {
		final Path results = folder.resolve("light");
		assertEquals(Main.DONE, run("run", "Normalise Illumination", "image=" + movie, "output=" + results), err());
		final List<String> gains = Files.readAllLines(results.resolve("gain.csv"));
		assertEquals("frame,time_s,gain", gains.get(0));
		// carbon that jumped over the border of so small an image: about .5 %
		assertEquals(1.05, Double.parseDouble(gains.get(8).split(",")[2]), 0.01);
		assertTrue(Files.size(results.resolve("normalised.tif")) > 8 * 128 * 96 * 4);
		assertTrue(Files.readString(results.resolve("gain.json")).contains("backgroundPixels"));
	}

	@Test
	void driftIsFoundTakenOutAndAppliedAgain() throws Exception {
		final Path results = folder.resolve("drift");
		assertEquals(Main.DONE, run("run", "Correct Drift...", "image=" + movie, "output=" + results), err());
		final List<String> shifts = Files.readAllLines(results.resolve("shifts.csv"));
		assertTrue(shifts.get(0).startsWith("frame,time_s,dx_um,dy_um,rotation_deg,quality,dx_px,dy_px,"), shifts.get(0));
		final String[] last = shifts.get(8).split(",");
		// 69.4 nm per pixel; 0.01 px
		assertEquals(4 * 0.0694, Double.parseDouble(last[2]), 7e-4);
		assertEquals(-3 * 0.0694, Double.parseDouble(last[3]), 7e-4);
		assertTrue(Files.size(results.resolve("shifts.svg")) > 0);
		final Path again = folder.resolve("again");
		assertEquals(Main.DONE, run("run", "Correct Drift", "image=" + movie, "shifts=" + results.resolve("shifts.csv"),
			"output=" + again), err());
		try (Movie one = MovieFiles.open(results.resolve("corrected.tif"), MovieOpenOptions.defaults(), Progress.NONE);
			Movie other = MovieFiles.open(again.resolve("corrected.tif"), MovieOpenOptions.defaults(), Progress.NONE))
		{
			assertEquals(8, one.frameCount());
			final float[] a = one.frame(6, null).clone();
			final float[] b = other.frame(6, null);
			for (int i = 0; i < a.length; i++)
				// through micrometres and back in 16 digits, times counts of 10 000
				assertTrue(Float.isNaN(a[i]) && Float.isNaN(b[i]) || Math.abs(a[i] - b[i]) < 0.01, "pixel " + i);
		}
	}

	@Test
	void onlyTheShiftsIfNothingIsToBeApplied() throws Exception {
		final Path results = folder.resolve("shifts");
		assertEquals(Main.DONE, run("run", "Correct Drift", "image=" + movie, "apply=false", "rotation=true", "output=" +
			results), err());
		assertTrue(Files.exists(results.resolve("shifts.csv")));
		assertFalse(Files.exists(results.resolve("corrected.tif")));
	}

	@Test
	void refusesWhatIsNotThere() {
		assertEquals(Main.FAILED, run("run", "Correct Drift", "image=" + movie, "mask=nowhere.roi"));
		assertTrue(err().contains("nowhere.roi (mask)"), err());
		assertEquals(Main.FAILED, run("run", "Correct Drift", "image=" + movie, "maxshiftpx=-3"));
		assertTrue(err().contains("(maxshiftpx) above 0"), err());
		assertEquals(Main.FAILED, run("run", "Normalise Illumination", "image=" + movie, "flatfield=nowhere.tif"));
		assertTrue(err().contains("nowhere.tif (flatfield)"), err());
	}
}
