package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;
import net.operando.model.synthetic.SampleExperiment;

class MainTest {

	@TempDir
	static Path folder;
	private static Path movie;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	/** A dark front moving right at 2 px/s through 40 frames of 80 x 20 pixels, 1 frame per second. */
	@BeforeAll
	static void writeMovie() throws Exception {
		final short[][] frames = new short[40][80 * 20];
		final double[] times = new double[40];
		for (int t = 0; t < 40; t++) {
			times[t] = t + 0.01 * Math.sin(t);
			for (int y = 0; y < 20; y++)
				for (int x = 0; x < 80; x++)
					frames[t][y * 80 + x] = (short) Math.round(20000 * (1 - 0.05 / (1 + Math.exp((x - 2 * t) / 3.0))));
		}
		final Movie m = MemoryMovie.ofCounts("front", 80, 20, frames, TimeAxis.of(times), Calibration.ofMicrometres(0.0694));
		movie = folder.resolve("front.tif");
		TiffStackWriter.write(m, movie, TiffStackInfo.defaults(), Progress.NONE);
	}

	private int run(final String... words) {
		return Main.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true,
			StandardCharsets.UTF_8));
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void listsCommandsWithKeysAndDefaults() {
		assertEquals(Main.DONE, run("list"));
		final String text = out.toString(StandardCharsets.UTF_8);
		assertTrue(text.contains("Line-Cut Kymograph..."), text);
		assertTrue(text.matches("(?s).*widthpx +Width \\(px\\).*Default: 10\\..*"), text);
	}

	@Test
	void fromMovieToFrontsByTwoCommands() throws Exception {
		final Path results = folder.resolve("results");
		assertEquals(Main.DONE, run("run", "Line-Cut Kymograph", "image=" + movie, "line=0,10,79,10", "widthpx=5",
			"output=" + results), err());
		assertTrue(Files.size(results.resolve("kymograph.tif")) > 0);
		assertTrue(Files.readString(results.resolve("kymograph.csv")).startsWith("time_s,position_um,value,standard_error\n"));
		assertTrue(Files.readString(results.resolve("kymograph.json")).contains("\"widthPixels\": 5"));
		assertEquals(Main.DONE, run("run", "Front Velocities", "image=" + results.resolve("kymograph.tif"),
			"criterion=extremum", "polarity=Dark", "maxfronts=1", "output=" + results), err());
		final String[] lines = Files.readString(results.resolve("fronts.csv")).split("\n");
		assertTrue(lines[0].startsWith("front_id,criterion,polarity,origin,t0_s,t1_s,z0_um,z1_um,velocity_nm_per_s,"), lines[0]);
		final double speed = Double.parseDouble(lines[1].split(",")[8]);
		// 2 px/s of 69.4 nm; the profile is symmetric, so its extremum moves at exactly that; 1 % for the 16 bit counts
		assertEquals(138.8, speed, 1.4);
	}

	@Test
	void otherCommandsWriteTheirFiles() throws Exception {
		final Path results = folder.resolve("others");
		assertEquals(Main.DONE, run("run", "Bin Operando Movie...", "image=" + movie, "output=" + results), err());
		assertTrue(Files.readString(results.resolve("frames.csv")).startsWith("frame,time_s,first_frame,n_frames,gap\n1,"));
		assertTrue(Files.size(results.resolve("binned.tif")) > 20L * 40 * 10 * 4);
		assertEquals(Main.DONE, run("run", "Differential Movie", "image=" + movie, "form=log ratio", "output=" + results),
			err());
		assertTrue(Files.size(results.resolve("differential.tif")) > 39L * 80 * 20 * 4);
		assertEquals(Main.DONE, run("run", "Open Operando Movie", "file=" + movie, "framerange=2-5"), err());
	}

	@Test
	void alignsByEveryMethodAndSaysWhatToMind() throws Exception {
		final Path sample = folder.resolve("sample");
		SampleExperiment.write(sample, Progress.NONE);
		for (final String method : new String[] { "Timestamps", "Intensity Steps", "Offset" }) {
			final Path results = folder.resolve("aligned " + method);
			assertEquals(Main.DONE, run("run", "Align Electrochemistry", "image=" + sample.resolve("movie.tdms"), "echem=" + sample
				.resolve("echem"), "method=" + method, "offsetseconds=" + (method.equals("Offset") ? 20.4 : 0), "massmg=1.15",
				"startx=0.08", "timezone=UTC", "output=" + results), method + ": " + err());
			assertTrue(Files.readString(results.resolve("timeline.csv")).startsWith("frame,time_s,voltage_V,current_A,"));
			assertTrue(Files.readString(results.resolve("cycles.csv")).startsWith(
				"cycle,direction,c_rate,capacity_mAh_per_g,start_x,end_x\n"));
			assertTrue(Files.readString(results.resolve("alignment.json")).contains("offsetSeconds"));
			assertTrue(Files.readString(results.resolve("provenance.json")).contains("movie.tdms"), "inputs are hashed");
		}
		assertTrue(err().contains("warning: The offset rests on the clocks of two computers"), err());
	}

	@Test
	void refusesWhatCannotBeMeant() {
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "pixelsizeum=69.4", "line=0,5,70,5"));
		assertTrue(err().contains("69.4 um cannot be meant"), err());
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "line=0,5,2000,5"));
		assertTrue(err().contains("is far larger than the image"), err());
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "line=0,5,200,5"));
		assertTrue(err().contains("lies outside the image"), err());
		// before it is tried to hold such a line in memory
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "line=0,5,70,5", "widthpx=1000000"));
		assertTrue(err().contains("is far larger than the image"), err());
		assertEquals(Main.WRONG_USAGE, run("run", "Line-Cut Kymograph", "image=", "line=0,5,70,5"));
	}

	@Test
	void wrongUsageIsNamedAndEndsWith2() {
		assertEquals(Main.WRONG_USAGE, run("run", "Line-Cut Kymograph", "image=" + movie, "width=5"));
		assertTrue(err().contains("'width' is no key of Line-Cut Kymograph"), err());
		assertEquals(Main.WRONG_USAGE, run("run", "No Such Command"));
		assertEquals(Main.WRONG_USAGE, run("fly"));
		assertEquals(Main.WRONG_USAGE, run("run"));
		assertEquals(Main.WRONG_USAGE, run("run", "Line-Cut Kymograph", "image=" + movie, "widthpx=five"));
		assertTrue(err().contains("'five' is not a whole number for Width (widthpx)"), err());
		assertEquals(Main.WRONG_USAGE, run("run", "Line-Cut Kymograph", "image=" + movie, "widthpx=5", "widthpx=6"));
		assertEquals(Main.WRONG_USAGE, run("run", "Line-Cut Kymograph", "line=0,0,1,1"));
		assertEquals(Main.WRONG_USAGE, run("run", "Differential Movie", "image=" + movie, "form=quadratic"));
		assertEquals(Main.WRONG_USAGE, run("demo", "one", "two"));
	}

	@Test
	void failuresAreOneSentenceEndWith1AndLeaveNothing() throws Exception {
		final Path results = folder.resolve("failed");
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "output=" + results));
		assertTrue(err().contains("has no line on it"), err());
		assertFalse(err().contains("\tat "), "no stack trace without --debug");
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + folder.resolve("none.tif"), "line=0,0,5,5"));
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "line=0,0,5,5", "widthpx=0", "output=" +
			results));
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "line=0,0,50,5", "comoving=true",
			"output=" + results));
		assertTrue(err().contains("lengths=length.csv"), err());
		assertFalse(Files.exists(results), "nothing that looks like a result");
	}

	@Test
	void aMisspeltKeyOfOpeningIsNamedBeforeTheImageIsOpened() {
		assertEquals(Main.WRONG_USAGE, run("run", "Line-Cut Kymograph", "image=" + folder.resolve("none.tif"), "line=0,0,5,5",
			"frameintervalsecond=1"));
		assertTrue(err().contains("'frameintervalsecond' is no key"), err());
		assertEquals(Main.WRONG_USAGE, run("run", "Front Velocities", "image=" + folder.resolve("none.tif"), "dataset=auto"));
		assertTrue(err().contains("'dataset' is no key"), err());
	}

	@Test
	void anUnexpectedFailureNamesItsCauseInOneLine() {
		final Throwable cause = new NullPointerException("one\n  two");
		assertEquals("java.lang.NullPointerException: one two", Main.innermost(new IllegalStateException("it failed",
			new RuntimeException(cause))));
		assertEquals("java.lang.IllegalStateException: alone", Main.innermost(new IllegalStateException("alone")));
	}

	@Test
	void debugShowsWhere() {
		assertEquals(Main.FAILED, run("run", "Line-Cut Kymograph", "image=" + movie, "--debug"));
		assertTrue(err().contains("\tat net.operando"), err());
	}
}
