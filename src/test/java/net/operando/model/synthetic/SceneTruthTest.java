package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.operando.base.Progress;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of truth ({@link RodTables}, {@link CrackTables}, {@link FragmentTables}) against the frames: what they say is
 * where the image has it.
 */
class SceneTruthTest {

	/** Two rods at odd angles that fill up or crack, on a sample that creeps, jumps and turns; no fringes, so edges are plain. */
	private static final Scene SCENE = Scene.defaults().withSeed(11).withField(150, 150).withContrast(OpticalContrast
		.defaults().withReferenceAmplitude(0)).withOnset(OnsetBrightening.defaults().withRate(0, 6)).withIllumination(
			Illumination.defaults().withRodElectrons(4000)).withRods(SceneRod.of(RodGeometry.defaults().withSize(5.2, 1.6)
				.withAngleDegrees(133).withCentre(-1.6, 0.9), SceneRod.Drive.SIMULATED).withContent(0.5, 1).withCracks(Crack.at(4,
					2.1).withTipSpeed(400).withGap(40, 300), Crack.at(16, 3.6).withTipSpeed(800).withGap(40, 200)).withContactLosses(
						ContactLoss.at(12, 4)), SceneRod.of(RodGeometry.defaults().withSize(3.8, 1.5).withAngleDegrees(-71).withCentre(
							2.9, -0.6), SceneRod.Drive.EVEN).withContent(0.4, 1).withReflectivity(0.9)).withTiming(Timing.defaults()
								.withRate(2, 2, 24)).withCell(Cell.defaults().withStartX(0.5).withSteps(-4, CellStep.of(20, 60, 0)))
		.withDrift(Drift.none().withCreep(1.5, -0.9).withSteps(6, 0.1).withRotation(0.8, 60).withFocusJitterNm(4));

	@TempDir
	static Path folder;

	private static SyntheticMovie movie;

	@BeforeAll
	static void write() throws IOException {
		SyntheticExperiment.write(SCENE, folder, Progress.NONE);
		movie = SyntheticMovie.of("plain", SCENE.withSensor(SCENE.sensor().withoutNoise()).withDust(Dust.defaults().withSpots(
			0)));
	}

	private static List<Map<String, String>> table(final String name) throws IOException {
		final List<String> lines = Files.readAllLines(folder.resolve("truth").resolve(name));
		final String[] columns = lines.get(0).split(",");
		final List<Map<String, String>> rows = new ArrayList<>();
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",", -1);
			final Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < columns.length; i++)
				row.put(columns[i], cells[i]);
			rows.add(row);
		}
		return rows;
	}

	private static double number(final Map<String, String> row, final String column) {
		return Double.parseDouble(row.get(column));
	}

	/** Bilinear value of a frame. */
	private static double value(final float[] frame, final double x, final double y) {
		final int i = (int) Math.floor(x);
		final int j = (int) Math.floor(y);
		final double u = x - i;
		final double v = y - j;
		final int w = SCENE.widthPixels();
		return (1 - v) * ((1 - u) * frame[j * w + i] + u * frame[j * w + i + 1]) + v * ((1 - u) * frame[(j + 1) * w + i] + u *
			frame[(j + 1) * w + i + 1]);
	}

	/** Where, outwards from a point inside along a direction, the mean over a pixel-wide strip falls to half way. */
	private static double edge(final float[] frame, final double x, final double y, final double dx, final double dy) {
		final double[] profile = new double[241];
		for (int i = 0; i < profile.length; i++)
			for (int a = -4; a <= 4; a++)
				profile[i] += value(frame, x + (i - 120) * 0.1 * dx - a * dy, y + (i - 120) * 0.1 * dy + a * dx) / 9;
		double inside = 0;
		double outside = 0;
		for (int i = 0; i < 40; i++) {
			inside += profile[30 + i] / 40;
			outside += profile[240 - i] / 40;
		}
		for (int i = 60; i < profile.length; i++)
			if (profile[i] < 0.5 * (inside + outside)) return (i - 120 - (0.5 * (inside + outside) - profile[i]) / (profile[i - 1] -
				profile[i])) * 0.1;
		return Double.NaN;
	}

	@Test
	void everyRodEndsWhereTheImageHasItsEnds() throws IOException {
		double worst = 0;
		double moved = 0;
		int checked = 0;
		for (final Map<String, String> row : table("rod_frames.csv")) {
			final int frame = (int) number(row, "frame") - 1;
			if (frame % 5 != 0) continue;
			final float[] image = movie.frame(frame, null);
			final double dx = number(row, "x1_px") - number(row, "x0_px");
			final double dy = number(row, "y1_px") - number(row, "y0_px");
			final double l = Math.hypot(dx, dy);
			worst = Math.max(worst, Math.abs(edge(image, number(row, "x1_px"), number(row, "y1_px"), dx / l, dy / l)));
			worst = Math.max(worst, Math.abs(edge(image, number(row, "x0_px"), number(row, "y0_px"), -dx / l, -dy / l)));
			// a turn and a shift leave the length
			assertEquals(number(row, "length_um") / SCENE.pixel_um(), l, 1e-5);
			moved = Math.max(moved, Math.hypot(number(row, "x0_px") - number(row, "still_x0_px"), number(row, "y0_px") - number(
				row, "still_y0_px")));
			checked++;
		}
		assertTrue(checked >= 8, checked + " ends");
		// carbon speckle of .2 and the gradient of x tilt the levels on either side: some tenths of a pixel of a blur of 1.6
		assertTrue(worst < 0.5, "off by " + worst + " px");
		assertTrue(moved > 4, "the sample has hardly moved: " + moved + " px");
	}

	@Test
	void driftIsThatBetweenStillAndMovedEnds() throws IOException {
		final List<Map<String, String>> frames = table("frames.csv");
		for (final Map<String, String> row : table("rod_frames.csv")) {
			final Map<String, String> frame = frames.get((int) number(row, "frame") - 1);
			final double turn = Math.toRadians(number(frame, "rotation_deg"));
			final double x = number(row, "still_x1_px") - 0.5 * (SCENE.widthPixels() - 1);
			final double y = number(row, "still_y1_px") - 0.5 * (SCENE.heightPixels() - 1);
			// first turned about the middle of the field, then shifted
			assertEquals(x * Math.cos(turn) - y * Math.sin(turn) + number(frame, "dx_um") / SCENE.pixel_um() + 0.5 * (SCENE
				.widthPixels() - 1), number(row, "x1_px"), 1e-4);
			assertEquals(x * Math.sin(turn) + y * Math.cos(turn) + number(frame, "dy_um") / SCENE.pixel_um() + 0.5 * (SCENE
				.heightPixels() - 1), number(row, "y1_px"), 1e-4);
			assertTrue(number(frame, "n_raw_frames") >= 1 && number(frame, "lamp") > 0.9);
		}
	}

	@Test
	void fragmentsHaveALineage() throws IOException {
		final List<Map<String, String>> rows = table("fragments.csv");
		assertEquals(List.of("P1<", "P1.2<P1", "P1.1<P1", "P1.2.1<P1.2", "P1.2.2<P1.2"), rows.stream().map(r -> r.get(
			"fragment_id") + "<" + r.get("parent_id")).collect(Collectors.toList()));
		// the loss at 12 s is of P1.2, which cracks later
		assertEquals(List.of("false", "true", "false", "true", "true"), rows.stream().map(r -> r.get("disconnected")).collect(
			Collectors.toList()));
		for (final Map<String, String> row : rows) {
			assertEquals(number(row, "length_um") * 1.6, number(row, "area_um2"), 1e-5, "times its width");
			assertTrue(number(row, "ratio") >= 1);
		}
		final List<Map<String, String>> frames = table("fragment_frames.csv");
		for (final Map<String, String> rod : table("rod_frames.csv"))
			if (rod.get("rod_id").equals("P1")) {
				double length = number(rod, "gap_um");
				double x = 0;
				double whole = 0;
				for (final Map<String, String> piece : frames)
					if (piece.get("frame").equals(rod.get("frame"))) {
						length += number(piece, "length_um");
						x += number(piece, "x") * number(piece, "length_um");
						whole += number(piece, "length_um");
					}
				// pieces and gaps make the rod; means over 200 parts each, weighted by stretched lengths: good to 1e-2
				assertEquals(number(rod, "length_um"), length, 1e-5);
				assertEquals(number(rod, "x"), x / whole, 1e-2);
			}
	}

	@Test
	void whatHasLostContactKeepsItsLithium() throws IOException {
		final List<Double> lost = new ArrayList<>();
		final List<Double> others = new ArrayList<>();
		for (final Map<String, String> row : table("fragment_frames.csv"))
			if (number(row, "time_s") > 17 && row.get("fragment_id").equals("P1.2.2")) lost.add(number(row, "x"));
			else if (number(row, "time_s") > 17 && row.get("fragment_id").equals("P1.1")) others.add(number(row, "x"));
		assertEquals(lost.get(0), lost.get(lost.size() - 1), 1e-6);
		assertTrue(others.get(others.size() - 1) > others.get(0) + 0.01, others.toString());
	}

	@Test
	void aCrackIsDarkWhereItsTipHasBeen() throws IOException {
		final List<Map<String, String>> cracks = table("cracks.csv");
		assertEquals(List.of("P1", "P1"), cracks.stream().map(r -> r.get("rod_id")).collect(Collectors.toList()));
		for (final Map<String, String> crack : cracks) {
			final int frame = (int) number(crack, "onset_frame") - 1;
			assertTrue(movie.times().seconds(frame) >= number(crack, "onset_s") && movie.times().seconds(frame - 1) < number(crack,
				"onset_s"));
		}
		final List<Map<String, String>> tips = table("crack_tips.csv").stream().filter(r -> r.get("crack_id").equals("1"))
			.collect(Collectors.toList());
		assertTrue(tips.size() >= 3, tips.toString());
		final Map<String, String> last = tips.get(tips.size() - 1);
		// across the rod, from its left edge towards its right one, at 133 degrees and the turn of the sample
		final double a = Math.toRadians(133);
		for (final Map<String, String> tip : tips) {
			final float[] image = movie.frame((int) number(tip, "frame") - 1, null);
			final double back = 0.5 * Math.min(number(tip, "tip_um"), 1) / SCENE.pixel_um();
			final double x = number(tip, "x_px") + back * Math.sin(a);
			final double y = number(tip, "y_px") - back * Math.cos(a);
			final double beside = 0.5 * (value(image, x + 8 * Math.cos(a), y + 8 * Math.sin(a)) + value(image, x - 8 * Math.cos(a), y -
				8 * Math.sin(a)));
			// a line 80 nm wide and .9 deep behind a blur of 111 nm leaves half of its depth
			if (number(tip, "tip_um") > 0.5) assertTrue(value(image, x, y) < 0.8 * beside, tip + " " + value(image, x, y) + " of " +
				beside);
		}
		assertTrue(number(last, "tip_um") > 1, last.toString());
	}

	@Test
	void hotPixelsAreBrighterThanTheSameFrameWithoutThem() throws IOException {
		final SyntheticMovie noisy = SyntheticMovie.of("noisy", SCENE);
		final SyntheticMovie clean = SyntheticMovie.of("clean", SCENE.withSensor(SCENE.sensor().withoutNoise()));
		final float[] with = noisy.frame(0, null);
		final float[] without = clean.frame(0, null);
		final List<Map<String, String>> hot = table("hot_pixels.csv");
		assertEquals(Math.round(4e-5 * 300 * 300), hot.size());
		for (final Map<String, String> pixel : hot) {
			final int i = (int) (number(pixel, "y_px") * SCENE.widthPixels() + number(pixel, "x_px"));
			// 2500 electrons of .51 per count in one of four pixels; noise of 4000 electrons over four pixels and two frames: 44
			assertEquals(2500 / 0.51 / 4, with[i] - without[i], 5 * 44);
		}
		assertEquals(6, table("dust.csv").size());
	}

	@Test
	void aSceneWithoutCracksHasNoTablesOfThem() throws IOException {
		final Path other = Files.createDirectories(folder.resolve("whole"));
		SyntheticExperiment.write(Scene.defaults().withField(60, 40).withRod(RodGeometry.defaults().withSize(2.5, 1))
			.withTiming(Timing.defaults().withRate(2, 2, 6)), other, Progress.NONE);
		assertFalse(Files.exists(other.resolve("truth/fragments.csv")));
		assertTrue(Files.exists(other.resolve("truth/rods.csv")));
	}
}
