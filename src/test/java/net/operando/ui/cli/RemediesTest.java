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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import net.operando.base.Progress;
import net.operando.model.synthetic.SampleExperiment;

/**
 * Messages with their remedies (docs/troubleshooting.md): each is provoked, what it advises is done, and then it works. In the
 * rows, {name} is a file made here, and "->" stands between what is wrong and what the message says to do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemediesTest {

	@TempDir
	static Path folder;

	/** Line along the sample's rod. */
	private static final String ROD = " line=17.5,33.3,298.2,120.8";
	private static final String CELL = "Align Electrochemistry image={s}/movie.tdms ";
	private static final String ANALYSE = "Analyse Experiment movie={s}/movie.tdms echem={s}/echem ";
	private static final String FRONTS = "Front Velocities image={plain kymograph} values=Intensity_Rate ";

	@BeforeAll
	static void files() throws IOException {
		SampleExperiment.write(folder.resolve("s"), Progress.NONE);
		final Random random = new Random(3);
		final ImageStack bare = new ImageStack(80, 20);
		for (int t = 0; t < 40; t++) {
			final ShortProcessor frame = new ShortProcessor(80, 20);
			for (int i = 0; i < 1600; i++)
				frame.set(i, (int) Math.round(20000 * (1 - 0.05 / (1 + Math.exp((i % 80 - 2 * t) / 3.0))) + 20 * random.nextGaussian()));
			bare.addSlice(frame);
		}
		save(new ImagePlus("bare", bare), "bare.tif");
		save(new ImagePlus("flat", new ShortProcessor(80, 20, filled(1600, (short) 1000), null)), "flat.tif");
		save(new ImagePlus("colour", new ColorProcessor(40, 60)), "colour.tif");
		save(new ImagePlus("plain", new FloatProcessor(60, 90, random.doubles(5400, -1e-3, 1e-3).toArray())), "plain.tif");
		final StringBuilder times = new StringBuilder("frame,time_s\n");
		for (int t = 1; t <= 40; t++)
			times.append(t).append(',').append(0.5 * t).append('\n');
		text("times.csv", times.toString());
		text("times39.csv", times.substring(0, times.lastIndexOf("\n", times.length() - 2) + 1));
		text("cell.csv", "time_s,voltage_V,current_A\n0,2.8,0\n10,2.7,-0.001\n20,2.6,-0.001\n90,2.5,-0.001\n");
		text("notes.csv", "hello\nworld\n");
		text("ocv.json", "{\"massMilligram\": 1.15}");
		// no more work than it takes to see that it is done
		final String little = "\"videos\": false, \"timeZone\": \"UTC\", \"criteria\": [\"half_max\"], \"preparation\": {\"drift\": \"Off\", \"illumination\": \"Off\"}, " +
			"\"particle\": {\"lengths\": false, \"cracks\": false, \"fragments\": false}, \"rods\": [{\"id\": \"%s\", \"line\": \"17.5,33.3,298.2,120.8\"}]}";
		text("mass.json", "{\"massMilligrams\": 1.15, " + String.format(little, "P1"));
		text("rod.json", "{" + String.format(little, "P/1"));
		text("rod2.json", "{" + String.format(little, "P-1"));
		text("cracks.csv", "crack_id,onset_frame,onset_s,position_um\n1,900,3,10\n");
		text("cracks2.csv", "crack_id,onset_frame,onset_s,position_um\n");
	}

	private static short[] filled(final int n, final short value) {
		final short[] values = new short[n];
		Arrays.fill(values, value);
		return values;
	}

	private static void save(final ImagePlus image, final String name) throws IOException {
		Files.write(folder.resolve(name), new FileSaver(image).serialize());
	}

	private static void text(final String name, final String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
	}

	static Stream<Arguments> remedies() {
		final List<String[]> rows = List.of(
			// opening
			row("holds no frame times: give frameintervalseconds", "Bin Operando Movie image={bare}", "frameintervalseconds=0.5"),
			row("holds no frame times", "Bin Operando Movie image={bare}", "times={times}.csv"),
			row("times39.csv", "Bin Operando Movie image={bare} times={times39}.csv", "times={times}.csv"),
			row("frame range 5-900", "Bin Operando Movie image={s}/movie.tdms framerange=5-900", "framerange=5-30"),
			row("is no range of frames: give framerange as first-last", "Bin Operando Movie image={s}/movie.tdms framerange=5+9", "framerange=5-9"),
			row("is not a time with its zone: give starttime as", "Bin Operando Movie image={s}/movie.tdms starttime=10:00",
				"starttime=2026-03-01T10:00:00Z"),
			row("is a folder that holds no movie set", "Bin Operando Movie image={s}", "image={s}/movie.tdms"),
			row("There is no file or folder", "Bin Operando Movie image={gone}", "image={s}/movie.tdms"),
			// movies
			row("give a smaller Spatial bin (spatialbin)", "Bin Operando Movie image={s}/movie.tdms temporalbin=1 spatialbin=160", "spatialbin=4"),
			row("give Gap factor (gapfactor) above 1", "Bin Operando Movie image={s}/movie.tdms gapfactor=0.5", "gapfactor=1.5"),
			row("give Largest shift (maxshiftpx) above 0", "Correct Drift image={s}/movie.tdms apply=false maxshiftpx=0", "maxshiftpx=20"),
			row("give one recorded with the same camera settings", "Normalise Illumination image={s}/movie.tdms flatfield={flat}",
				"flatfield={s}/movie.tdms"),
			row("is too short for frames", "Differential Movie image={s}/movie.tdms lagseconds=0.001", "lagseconds=1.002"),
			row("give a shorter Lag (lagseconds)", "Differential Movie image={s}/movie.tdms lagseconds=900", "lagseconds=2"),
			row("give floor of 0 or more", "Differential Movie image={s}/movie.tdms floor=-5", "floor=0"),
			// line-cuts and fronts
			row("has no line on it", "Line-Cut Kymograph image={s}/movie.tdms", "line=20,40,260,110"),
			row("give line=x0,y0,x1,y1 in pixels", "Line-Cut Kymograph image={s}/movie.tdms line=20,40,260", "line=20,40,260,110"),
			row("lies outside the image", "Line-Cut Kymograph image={s}/movie.tdms line=-600,40,260,110", "line=20,40,260,110"),
			row("draw it inside, or narrower", "Line-Cut Kymograph image={s}/movie.tdms line=20,40,260,110 widthpx=9999", "widthpx=10"),
			row("give Width (widthpx) of 1 or more", "Line-Cut Kymograph image={s}/movie.tdms widthpx=0 line=20,40,260,110", "widthpx=1"),
			row("give lengths=length.csv", "Line-Cut Kymograph image={s}/movie.tdms comoving=true" + ROD, "comoving=false"),
			row("give Frame interval (frameintervalseconds)", FRONTS + "pixelsizeum=0.07", "frameintervalseconds=1"),
			row("set the pixel size", FRONTS + "frameintervalseconds=1", "pixelsizeum=0.07"),
			row("is empty", FRONTS + "frameintervalseconds=1 pixelsizeum=0.07 fromseconds=20 toseconds=10", "toseconds=40"),
			row("give 1 or more", FRONTS + "frameintervalseconds=1 pixelsizeum=0.07 maxfronts=0", "maxfronts=1"),
			row("or a grey image", "Front Velocities image={colour}.tif frameintervalseconds=1 pixelsizeum=0.07", "image={plain kymograph}"),
			// rods
			row("for example 111", "Rod Length image={s}/movie.tdms psfnm=0" + ROD, "psfnm=111"),
			row("draw it along a rod, from end to end", "Rod Length image={s}/movie.tdms line=10,10,40,10", ROD.trim()),
			row("choose an earlier one", "Rod Length image={s}/movie.tdms referenceframe=99" + ROD, "referenceframe=3"),
			row("give x at start (startx) between 0 and 1", "Rod Length image={s}/movie.tdms startx=8" + ROD, "startx=0.08"),
			row("has no columns x and elongation_percent", "Rod Length image={s}/movie.tdms expansion={notes}.csv" + ROD, "expansion="),
			row("give Width (widthpx) of 8 or more", "Cracks image={s}/movie.tdms widthpx=3" + ROD, "widthpx=40"),
			row("give a number between 0.1 and 10", "Cracks image={s}/movie.tdms sensitivity=0" + ROD, "sensitivity=1"),
			row("try a smaller Shortest rod (minlengthum)", "Find Rods image={s}/movie.tdms minlengthum=60", "minlengthum=5"),
			row("give the cracks of this movie", "Fragments image={s}/movie.tdms cracks={cracks}.csv fronts=false" + ROD, "cracks=auto"),
			row("give Ratio threshold (ratiothreshold) above 1", "Fragments image={s}/movie.tdms fronts=false ratiothreshold=1" + ROD,
				"ratiothreshold=1.2"),
			// electrochemistry
			row("export it as one of them", CELL + "echem={notes}.csv", "echem={s}/echem"),
			row("align by intensity steps or an offset", CELL + "echem={cell}.csv", "method=Offset"),
			row("Check the date order, the time zone", CELL + "echem={s}/echem timezone=America/New_York", "timezone=UTC"),
			row("is no time zone: give", CELL + "echem={s}/echem timezone=Mars", "timezone=UTC"),
			row("give Active mass (massmg) above 0", CELL + "echem={s}/echem timezone=UTC massmg=-1", "massmg=1.15"),
			row("give Capacity (capacitymahg) above 0", CELL + "echem={s}/echem timezone=UTC capacitymahg=0", "capacitymahg=178.25"),
			row("give C-rate base (cratebasemahg) above 0", CELL + "echem={s}/echem timezone=UTC cratebasemahg=0", "cratebasemahg=178"),
			// whole experiments
			row("give output=FOLDER", "Analyse Experiment movie={s}/movie.tdms echem={s}/echem output= parameters={mass}.json", "output={out}"),
			row("'massMilligram' is no key of", ANALYSE + "parameters={ocv}.json", "parameters={mass}.json"),
			row("cannot be the id of a rod", ANALYSE + "parameters={rod}.json", "parameters={rod2}.json"),
			row("check the alignment", "Analyse Experiment movie={s}/movie.tdms parameters={mass}.json echem={s}/echem/01_CORPOT.DTA",
				"echem={s}/echem"),
			// simulation
			row("for example 5", "Simulate Rod seconds=8 cells=60 crate=0", "crate=5"),
			row("give Crack at (crackseconds) and Crack at (crackum)", "Simulate Rod seconds=8 cells=60 crackum=9", "crackseconds=4"),
			row("give Lag (lagseconds) of", "Simulate Rod seconds=8 cells=60 lagseconds=0.001", "lagseconds=0.5"),
			row("give a shorter Lag (lagseconds) or more seconds", "Simulate Rod seconds=8 cells=60 lagseconds=20", "seconds=21"),
			row("give 8 to 200000", "Simulate Rod seconds=8 cells=2", "cells=8"),
			row("reduce the C-rate or the time", "Simulate Rod seconds=900 cells=60 crate=20", "seconds=20"),
			row("or set a voltage limit", "Simulate Rod seconds=900 cells=60 crate=20", "lowervolts=1.2"),
			row("no material 'NWX'", "Simulate Rod seconds=8 cells=60 material=NWX", "material=NWO"),
			row("choose a preset that is simulated", "Synthetic Experiment drift=false pixelsizeum=0.3 seconds=5", "preset=5C_no_hold"),
			row("give a larger Pixel size (pixelsizeum)", "Synthetic Experiment drift=false pixelsizeum=0.006", "pixelsizeum=0.3"));
		return rows.stream().map(r -> Arguments.of(r[0], r[1], r[2]));
	}

	private static String[] row(final String message, final String wrong, final String remedy) {
		return new String[] { message, wrong, remedy };
	}

	private static String filled(final String word, final Path out) {
		return word.replace("{plain kymograph}", folder.resolve("plain.tif").toString()).replace("{bare}", folder.resolve("bare.tif")
			.toString()).replace("{flat}", folder.resolve("flat.tif").toString()).replace("{out}", out.toString()).replaceAll(
				"\\{(\\w+)\\}", folder + "/$1").replace("Intensity_Rate", "Intensity Rate").replace("5C_no_hold", "5C no hold");
	}

	/** The command's label, then key=value with blanks between; of a key given twice the last counts. */
	private static String[] words(final String line, final Path out) {
		final java.util.Map<String, String> keys = new java.util.LinkedHashMap<>();
		keys.put("output", "output=" + out);
		final StringBuilder label = new StringBuilder();
		for (final String word : line.replace("{plain kymograph}", "{plain}.tif").split(" ")) {
			if (word.indexOf('=') < 0) label.append(label.length() == 0 ? "" : " ").append(word);
			else keys.put(word.substring(0, word.indexOf('=')), filled(word, out));
		}
		return Stream.concat(Stream.of("run", label.toString()), keys.values().stream()).toArray(String[]::new);
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource("remedies")
	void theRemedyHelps(final String message, final String wrong, final String remedy) throws IOException {
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
		final Path out = Files.createTempDirectory(folder, "out").resolve("results");
		assertNotEquals(Main.DONE, Main.run(words(wrong, out), stream, stream), "it works without the remedy");
		final String sentence = said.toString(StandardCharsets.UTF_8);
		assertTrue(sentence.contains(message), sentence);
		assertFalse(sentence.contains("\tat ") || sentence.contains("unexpectedly"), sentence);
		assertFalse(Files.exists(out), "a refusal leaves nothing");
		said.reset();
		assertEquals(Main.DONE, Main.run(words(wrong + " " + remedy, out), stream, stream), () -> said.toString(StandardCharsets.UTF_8));
		assertTrue(Files.isDirectory(out), said.toString(StandardCharsets.UTF_8));
	}
}
