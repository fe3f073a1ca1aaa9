package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.base.CancelledException;
import net.operando.base.Progress;
import net.operando.data.io.CsvTable;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.experiment.SyntheticReport;
import net.operando.experiment.SyntheticSettings;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.model.synthetic.ScenePreset;
import net.operando.ui.command.CommandCatalog;

/** SyntheticExperimentCommand from the command line: SyntheticSettings and SyntheticReport end to end. */
class SyntheticExperimentCommandTest {

	@TempDir
	Path folder;
	private String printed;

	private int run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		final int status = Main.run(words, stream, stream);
		printed = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	private int generate(final Path output, final String... keys) {
		return run(Stream.concat(Stream.of("run", "Synthetic Experiment", "output=" + output), Arrays.stream(keys)).toArray(
			String[]::new));
	}

	private static JsonObject json(final Path file) throws Exception {
		return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
	}

	/** Coarse pixels and few frames, so that it is made quickly. */
	@Test
	void whatIsWrittenIsAnalysedAsItIs() throws Exception {
		final Path out = folder.resolve("two");
		assertEquals(Main.DONE, generate(out, "pixelsizeum=0.14", "format=tdms", "drift=false"), () -> printed);
		for (final String name : new String[] { "movie.tdms", "truth.json", "truth/fronts.csv", "truth/frames.csv",
			"analysis.json", "experiment.json", "scene.json" })
			assertTrue(Files.size(out.resolve(name)) > 0, name);
		assertEquals("Synthetic Experiment", json(out.resolve("experiment.json")).get("command").getAsString());
		final Path report = folder.resolve("report");
		final String parameters = Files.readString(out.resolve("analysis.json")).replace("\"videos\": true",
			"\"videos\": false");
		Files.writeString(folder.resolve("analysis.json"), parameters);
		assertEquals(Main.DONE, run("run", "Analyse Experiment", "movie=" + out.resolve("movie.tdms"), "echem=" + out.resolve(
			"echem"), "parameters=" + folder.resolve("analysis.json"), "output=" + report), () -> printed);
		assertTrue(Files.exists(report.resolve("report.html")));
	}

	@Test
	void aSimulatedPresetWithOtherPhysics() throws Exception {
		final Path out = folder.resolve("hold");
		assertEquals(Main.DONE, generate(out, "preset=5c from 2.8 v hold", "pixelsizeum=0.2", "framerate=0.5", "noise=false",
			"drift=false", "angle=-40", "lengthum=24", "crate=10", "seconds=20", "startx=0.2"), () -> printed);
		final JsonObject truth = json(out.resolve("truth.json"));
		assertEquals(0.2, truth.get("start_x").getAsDouble());
		final JsonObject rod = truth.getAsJsonObject("rod_at_start");
		assertEquals(-40, rod.get("angle_deg").getAsDouble(), 1e-9);
		assertEquals(24, rod.get("length_um").getAsDouble());
		// 24 um of 0.2 um at 40 degrees
		assertEquals(120, Math.hypot(rod.get("x1_px").getAsDouble() - rod.get("x0_px").getAsDouble(), rod.get("y1_px")
			.getAsDouble() - rod.get("y0_px").getAsDouble()), 1e-6);
		// 20 s on the potentiostat's clock, which gains 25 ppm
		assertEquals(20, truth.get("current_off_s").getAsDouble() - truth.get("current_on_s").getAsDouble(), 1e-3);
		try (Movie movie = MovieFiles.open(out.resolve("movie.tif"), MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(PixelType.FLOAT32, movie.pixelType(), "without noise counts are not rounded");
			// 80 s less the 40 s that the current is shorter, one frame in 2 s; at most two are lost of so few
			assertTrue(movie.frameCount() <= 20 && movie.frameCount() >= 18, "" + movie.frameCount());
			for (final String end : new String[] { "0", "1" }) {
				assertTrue(rod.get("x" + end + "_px").getAsDouble() > 5 && rod.get("x" + end + "_px").getAsDouble() < movie.width() -
					5);
				assertTrue(rod.get("y" + end + "_px").getAsDouble() > 5 && rod.get("y" + end + "_px").getAsDouble() < movie
					.height() - 5);
			}
		}
	}

	/** The truth is that of the rod as it was changed, whatever table one looks at. */
	@Test
	void truthFollowsTheChangedRod() throws Exception {
		final Path out = folder.resolve("changed");
		assertEquals(Main.DONE, generate(out, "preset=5C no hold", "pixelsizeum=0.3", "framerate=0.5", "noise=false",
			"drift=false", "widthum=2", "lengthum=12", "activeends=first", "share=0.4", "seconds=30", "crackseconds=15",
			"crackum=6", "lagseconds=2", "cells=240", "temperaturek=310", "kappa=0", "material=NWO"), () -> printed);
		final CsvTable rods = table(out, "rods.csv");
		assertEquals(2, rods.number(0, "width_um"));
		assertEquals(0.4, rods.number(0, "current_share"));
		final JsonObject truth = json(out.resolve("truth.json"));
		final double on = truth.get("current_on_s").getAsDouble();
		final CsvTable cracks = table(out, "cracks.csv");
		assertEquals(6, cracks.number(0, "position_um"));
		// the tip is half way when lithium stops: 15 s after the current's start
		assertEquals(on + 15, 0.5 * (cracks.number(0, "onset_s") + cracks.number(0, "crossed_s")), 1e-6);
		assertEquals(2 / 0.187, cracks.number(0, "crossed_s") - cracks.number(0, "onset_s"), 1e-6);
		final CsvTable composition = table(out, "composition.csv");
		double start = Double.NaN;
		double closed = Double.NaN;
		for (int r = 0; r < composition.rowCount(); r++) {
			final double t = composition.number(r, "time_s");
			final double z = composition.number(r, "z_um");
			final double x = composition.number(r, "x");
			// two frames apart, so one of them is in it
			if (t > on + 5 && t < on + 9 && z == 0) start = x;
			if (t > on + 5 && t < on + 9 && z == 12) closed = x;
		}
		// 2C through one end: after 5 s the mean is .0028 above .14, the surface higher than the mean; from both ends it would be
		// the same at either
		assertTrue(start > 0.1428 && start > closed + 0.002, start + " at the active end, " + closed + " at the other");
		final CsvTable fragments = table(out, "fragment_frames.csv");
		final double[] far = IntStream.range(0, fragments.rowCount()).filter(r -> fragments.text(r, "fragment_id").equals("P1.2"))
			.mapToDouble(r -> fragments.number(r, "x")).toArray();
		// 13 s and more of 2C through one of three faces into half of the rod: .0048; closed at both ends it would stay
		assertTrue(far[far.length - 1] - far[0] > 0.0045, far[0] + " to " + far[far.length - 1]);
		final CsvTable fronts = table(out, "fronts.csv");
		assertTrue(IntStream.range(0, fronts.rowCount()).anyMatch(r -> fronts.number(r, "lag_s") == 2), "the lag asked for");
		assertEquals(240, truth.getAsJsonObject("scene").getAsJsonArray("rods").get(0).getAsJsonObject().get("cells").getAsInt());
		assertEquals(310, truth.getAsJsonObject("scene").getAsJsonObject("cell").get("temperatureKelvin").getAsDouble());
	}

	private static CsvTable table(final Path out, final String name) throws Exception {
		return CsvTable.read(out.resolve("truth").resolve(name), "it is written with the experiment");
	}

	@Test
	void theSameSeedGivesTheSameFilesAndAnotherSeedOthers() throws Exception {
		for (final String seed : new String[] { "1", "1b", "2" })
			assertEquals(Main.DONE, generate(folder.resolve(seed), "pixelsizeum=0.3", "framerate=0.2", "seed=" + seed.charAt(0)),
				() -> printed);
		assertArrayEquals(Files.readAllBytes(folder.resolve("1/movie.tif")), Files.readAllBytes(folder.resolve(
			"1b/movie.tif")));
		assertNotEquals(Files.readString(folder.resolve("1/truth/frames.csv")), Files.readString(folder.resolve(
			"2/truth/frames.csv")));
		assertEquals(Main.DONE, generate(folder.resolve("h5"), "pixelsizeum=0.3", "framerate=0.2", "format=hdf5"), () -> printed);
		assertTrue(Files.exists(folder.resolve("h5/movie.h5")));
		// TDMS holds whole counts, whatever is asked for
		assertEquals(Main.DONE, generate(folder.resolve("tdms"), "pixelsizeum=0.3", "framerate=0.2", "format=tdms",
			"noise=false"), () -> printed);
	}

	@Test
	void choicesAreThePresets() {
		final List<String> labels = new ArrayList<>(List.of(SyntheticSettings.TWO_FRONTS));
		for (final ScenePreset preset : ScenePreset.values())
			labels.add(preset.label());
		final Context context = CommandCatalog.newContext();
		try {
			assertEquals(labels, CommandCatalog.inputs(new CommandCatalog(context).byLabel("Synthetic Experiment").get()).stream()
				.filter(i -> i.getName().equals("preset")).findFirst().get().getChoices().stream().map(Object::toString).collect(
					Collectors.toList()));
		}
		finally {
			context.dispose();
		}
		for (final ScenePreset preset : ScenePreset.values())
			assertTrue(new SyntheticSettings().withPreset(preset.label(), 3).scene().seed() == 3);
	}

	@Test
	void filesOfAnotherExperimentAreNotMixedIn() throws Exception {
		final Path out = folder.resolve("used");
		Files.createDirectories(out.resolve("echem"));
		Files.writeString(out.resolve("echem/other.DTA"), "EXPLAIN");
		assertEquals(Main.FAILED, generate(out, "pixelsizeum=0.3", "framerate=0.2"));
		assertTrue(printed.contains("other.DTA"), printed);
		assertFalse(Files.exists(out.resolve("movie.tif")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "pixelsizeum=0 | pixelsizeum", "framerate=-1 | framerate", "angle=900 | angle",
		"crate=5 | prescribed", "preset=5C_no_holding | no choice", "preset=5C no hold,crate=0 | crate",
		"preset=5C no hold,startx=2 | startx", "preset=5C no hold,seconds=0 | seconds", "lengthum=0.1 | lengthum",
		"preset=20C cracked rod,lengthum=8 | no place for the crack", "pixelsizeum=0.006 | larger Pixel size (pixelsizeum)",
		"framerate=900 | lower Frame rate (framerate)", "framerate=fast | not a number",
		"preset=5C no hold,crate=500,pixelsizeum=0.3 | driven above 1", "share=0.5,kappa=0 | leave out share, kappa",
		"preset=5C no hold,material=gold | no material 'gold'", "preset=5C no hold,widthum=900 | widthum",
		"preset=5C no hold,activeends=middle | activeends", "preset=5C no hold,share=0 | share",
		"preset=5C no hold,lowervolts=3 | give a lower voltage", "preset=5C no hold,uppervolts=1,lowervolts=2 | exchange them",
		"preset=5C no hold,temperaturek=25 | temperaturek", "preset=5C no hold,protocol=none.json | no file or folder",
		"preset=5C no hold,lagseconds=58 | lagseconds", "preset=5C no hold,lagseconds=0 | lagseconds",
		"preset=5C no hold,cells=3 | cells", "preset=5C no hold,crackseconds=9 | crackum",
		"preset=5C no hold,crackseconds=9,crackum=20 | crackum", "preset=5C no hold,crackseconds=99,crackum=9 | after the end",
		"preset=5C no hold,kappa=-1 | kappa" })
	void whatCannotBeMeantIsOneSentenceAndLeavesNothing(final String keys, final String part) {
		final Path out = folder.resolve("bad");
		assertNotEquals(Main.DONE, generate(out, keys.split(",")));
		assertTrue(printed.contains(part), printed);
		assertFalse(printed.contains("\tat "), printed);
		assertEquals(1, printed.trim().split("\n").length, printed);
		assertFalse(Files.exists(out), "nothing that looks like a result");
	}

	@Test
	void cancelledItLeavesNothing() throws Exception {
		final Path out = folder.resolve("cancelled");
		final SyntheticSettings settings = new SyntheticSettings().withCamera(0.3, 1, ExperimentFormat.TIFF);
		final int[] updates = { 0 };
		final Progress progress = new Progress() {

			@Override
			public synchronized void update(final double fraction, final String what) {
				updates[0]++;
			}

			@Override
			public synchronized boolean isCancelled() {
				return updates[0] > 10;
			}
		};
		try (ResultFolder results = ResultFolder.open(out)) {
			assertThrows(CancelledException.class, () -> SyntheticReport.write(settings.scene(), settings, Provenance.of(
				"Synthetic Experiment", settings, List.of(), List.of()), results, progress));
			// the movie has 50 frames and more; those of one batch may still be drawn
			assertTrue(updates[0] < 25, updates[0] + " frames were drawn");
		}
		assertFalse(Files.exists(out), "nothing that looks like a result");
	}

	@Test
	void aFolderIsNeeded() {
		assertEquals(Main.FAILED, run("run", "Synthetic Experiment"));
		assertTrue(printed.contains("output=FOLDER"), printed);
	}
}
