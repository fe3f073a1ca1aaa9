package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.gui.RotatedRectRoi;
import ij.io.RoiDecoder;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.MemoryMovie;

import org.apache.commons.math3.special.Erf;

/** FindRodsCommand and RodLengthCommand from the command line: RodDrawing, RodFigure, LengthFigure and LengthRecord end to end. */
class RodCommandsTest {

	private static final int WIDTH = 200;
	private static final int HEIGHT = 110;
	private static final double PIXEL_UM = 0.0694;
	/** Ends in px, and how far the right one moves per frame. */
	private static final double FROM = 50.3;
	private static final double TO = 150.6;
	private static final double GROWTH = 0.5;

	@TempDir
	static Path folder;
	private static Path movie;
	private static String printed;

	/** A rod along x between soft edges, which grows at its right end and brightens. */
	@BeforeAll
	static void write() throws IOException {
		final short[][] frames = new short[12][WIDTH * HEIGHT];
		final double[] seconds = new double[12];
		for (int t = 0; t < 12; t++) {
			seconds[t] = 0.5 * t;
			for (int i = 0; i < WIDTH * HEIGHT; i++) {
				final double inside = step(i % WIDTH - FROM) * step(TO + GROWTH * t - i % WIDTH) * step(i / WIDTH - 40.2) * step(70.4 - i /
					WIDTH);
				frames[t][i] = (short) Math.round(8000 + 12000 * (1 + 0.05 * t) * inside);
			}
		}
		movie = folder.resolve("rod.tif");
		TiffStackWriter.write(MemoryMovie.ofCounts("rod", WIDTH, HEIGHT, frames, TimeAxis.of(seconds), Calibration.ofMicrometres(
			PIXEL_UM)), movie, TiffStackInfo.defaults(), Progress.NONE);
	}

	private static double step(final double px) {
		return 0.5 * Erf.erfc(-px * PIXEL_UM / 0.111 / Math.sqrt(2));
	}

	private static int run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		final int status = Main.run(words, stream, stream);
		printed = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	@Test
	void findsTheRodAndWritesItsSelection() throws Exception {
		final Path results = folder.resolve("found");
		assertEquals(Main.DONE, run("run", "Find Rods", "image=" + movie, "output=" + results), () -> printed);
		final String[] lines = Files.readString(results.resolve("rods.csv")).split("\n");
		assertEquals(2, lines.length, printed);
		final String[] cells = lines[1].split(",");
		assertEquals("P1", cells[0]);
		// the mean of the first eight frames: the right end between 150.6 and 154.1; half a pixel is the requirement
		assertEquals(FROM, Double.parseDouble(cells[1]), 0.5);
		assertEquals(TO + 3.5 * GROWTH, Double.parseDouble(cells[3]), 0.5);
		try (ZipFile zip = new ZipFile(results.resolve("rods.zip").toFile())) {
			final RotatedRectRoi roi = (RotatedRectRoi) RoiDecoder.openFromByteArray(zip.getInputStream(zip.getEntry("P1.roi"))
				.readAllBytes());
			// an area counts from the corner of the top left pixel; the file keeps single precision
			assertEquals(Double.parseDouble(cells[1]) + 0.5, roi.getParams()[0], 0.01);
		}
		assertTrue(Files.size(results.resolve("rods.png")) > 0);
		assertEquals(Main.FAILED, run("run", "Find Rods", "image=" + movie, "minlengthum=50", "output=" + folder.resolve("none")));
		assertTrue(printed.contains("No rod was found"), printed);
		assertFalse(Files.exists(folder.resolve("none")));
	}

	@Test
	void measuresItsLengthAndCalibrates() throws Exception {
		final Path timeline = folder.resolve("timeline.csv");
		final StringBuilder text = new StringBuilder("frame,time_s,x\n");
		for (int t = 0; t < 12; t++)
			text.append(t + 1).append(',').append(0.5 * t).append(',').append(0.2 + 0.02 * t).append('\n');
		Files.writeString(timeline, text);
		final Path results = folder.resolve("length");
		assertEquals(Main.DONE, run("run", "Rod Length", "image=" + movie, "line=51,55,150,56", "startx=0.2", "averagedframes=1",
			"timeline=" + timeline, "output=" + results), () -> printed);
		final String[] lines = Files.readString(results.resolve("length.csv")).split("\n");
		assertEquals("frame,time_s,length_um,length_se_um,strain,strain_se,x,x_se,intensity,intensity_ratio,flag", lines[0]);
		final String[] first = lines[1].split(",");
		final String[] last = lines[12].split(",");
		// 5 nm: the requirement for the change without fringes; of a length, the softness of the drawn edges adds none
		assertEquals((TO - FROM) * PIXEL_UM, Double.parseDouble(first[2]), 0.005);
		assertEquals((TO + 11 * GROWTH - FROM) * PIXEL_UM, Double.parseDouble(last[2]), 0.005);
		assertEquals(11 * GROWTH / (TO - FROM), Double.parseDouble(last[4]), 0.001);
		// 8000 + 12000 (1 + .55) over 20000
		assertEquals(26600 / 20000.0, Double.parseDouble(last[9]), 0.002);
		final String[] rows = Files.readString(results.resolve("calibration.csv")).split("\n");
		assertEquals("x,elongation_percent,strain,intensity_ratio,n,x_source", rows[0]);
		assertTrue(rows[1].endsWith("coulometric"), rows[1]);
		assertTrue(Files.readString(results.resolve("length.json")).contains("fringeStandardErrorMicrometres"));
		assertTrue(Files.size(results.resolve("length.svg")) > 0);
		// the calibration is itself an expansion table
		assertEquals(Main.DONE, run("run", "Rod Length", "image=" + movie, "line=51,55,150,56", "startx=0.2", "averagedframes=1",
			"expansion=" + results.resolve("calibration.csv"), "output=" + folder.resolve("again")), () -> printed);
		assertEquals(Main.FAILED, run("run", "Rod Length", "image=" + movie));
		assertTrue(printed.contains("has no line on it"), printed);
		assertEquals(Main.FAILED, run("run", "Rod Length", "image=" + movie, "line=51,55,150,156"));
		assertTrue(printed.contains("reaches out of the image"), printed);
	}
}
