package net.operando.model.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import net.operando.data.io.Json;
import net.operando.data.io.TidyTable;
import net.operando.model.phasefield.Material;

/**
 * What is true of a synthetic experiment, for every quantity that is measured on it: {@code truth.json} with single numbers and
 * all parameters, and {@code truth/*.csv} with what changes over time. Times are on the movie's clock, in s after its second 0;
 * units stand in the names.
 */
final class SceneTruth {

	/** Of the rod's points, 20 nm apart, each fifth is written. */
	private static final int COMPOSITION_EVERY = 5;

	private final SyntheticMovie movie;
	private final Scene scene;
	private final RodState state;
	private final Material material;

	private SceneTruth(final SyntheticMovie movie) {
		this.movie = movie;
		scene = movie.scene();
		state = movie.rod();
		material = scene.material();
	}

	static SceneTruth of(final SyntheticMovie movie) {
		return new SceneTruth(movie);
	}

	/** Writes truth.json and the folder truth; returns the files. */
	List<Path> write(final Path folder) throws IOException {
		final Path tables = Files.createDirectories(folder.resolve("truth"));
		final List<Path> files = new ArrayList<>();
		final Map<String, Object> json = numbers();
		final FrontTables fronts = FrontTables.of(movie);
		json.put("meetings", fronts.meetings());
		files.add(write(fronts.points(), tables.resolve("front_points.csv")));
		files.add(write(fronts.speeds(), tables.resolve("fronts.csv")));
		files.add(write(frames(), tables.resolve("frames.csv")));
		files.add(write(rod(), tables.resolve("rod.csv")));
		if (state instanceof SimulatedRod) files.add(write(composition(), tables.resolve("composition.csv")));
		final RodTables rods = RodTables.of(movie);
		files.add(write(rods.rods(), tables.resolve("rods.csv")));
		files.add(write(rods.frames(), tables.resolve("rod_frames.csv")));
		files.add(write(dustTable(), tables.resolve("dust.csv")));
		files.add(write(hotPixels(), tables.resolve("hot_pixels.csv")));
		if (scene.rods().stream().anyMatch(FragmentTables::isBroken)) {
			final CrackTables cracks = CrackTables.of(movie);
			files.add(write(cracks.cracks(), tables.resolve("cracks.csv")));
			files.add(write(cracks.tips(), tables.resolve("crack_tips.csv")));
			final FragmentTables fragments = FragmentTables.of(movie);
			files.add(write(fragments.fragments(), tables.resolve("fragments.csv")));
			files.add(write(fragments.frames(), tables.resolve("fragment_frames.csv")));
		}
		final Path file = folder.resolve("truth.json");
		Files.write(file, Json.write(json).getBytes(StandardCharsets.UTF_8));
		files.add(file);
		return files;
	}

	private static Path write(final TidyTable table, final Path file) {
		table.write(file);
		return file;
	}

	private Map<String, Object> numbers() {
		final Map<String, Object> json = new LinkedHashMap<>();
		json.put("about", "Times are on the movie's clock in s after its second 0. Pixels: (0, 0) is the centre of the top left one.");
		json.put("movie_start_utc", scene.startTime().toString());
		json.put("pixel_um", scene.pixel_um());
		json.put("frames", movie.frameCount());
		json.put("rod_at_start", geometry());
		json.put("start_x", scene.rods().get(0).startX(scene.cell()));
		json.put("mass_mg", scene.cell().massMg());
		json.put("clock", clock());
		final int step = scene.cell().firstCurrentStep();
		json.put("current_on_s", step < 0 ? Double.NaN : scene.cell().stepStartSeconds(step));
		json.put("current_off_s", step < 0 ? Double.NaN : Math.min(scene.timing().seconds(), scene.cell().stepEndSeconds(
			step)));
		if (scene.rods().get(0).drive() == SceneRod.Drive.PRESCRIBED) json.put("prescribed_extrema", prescribed(scene.cell()
			.stepStartSeconds(step)));
		if (state instanceof SimulatedRod) json.put("solver", ((SimulatedRod) state).run().summary(1));
		json.put("dust", dust());
		json.put("scene", Json.tree(scene));
		return json;
	}

	private Map<String, Object> geometry() {
		final double[] p = scene.pixel(-0.5 * scene.rod().length_um(), 0, Drift.Pose.rest());
		final double[] q = scene.pixel(0.5 * scene.rod().length_um(), 0, Drift.Pose.rest());
		final Map<String, Object> rod = new LinkedHashMap<>();
		rod.put("x0_px", p[0]);
		rod.put("y0_px", p[1]);
		rod.put("x1_px", q[0]);
		rod.put("y1_px", q[1]);
		rod.put("length_um", scene.rod().length_um());
		rod.put("width_um", scene.rod().width_um());
		rod.put("angle_deg", scene.rod().angleDegrees());
		return rod;
	}

	private Map<String, Object> prescribed(final double onset) {
		final PrescribedFronts fronts = scene.fronts();
		final Map<String, Object> prescribed = new LinkedHashMap<>();
		prescribed.put("start_nm_per_s", 1000 * fronts.startSpeed_umPerSecond());
		prescribed.put("end_nm_per_s", 1000 * fronts.endSpeed_umPerSecond());
		prescribed.put("meeting_s", onset + fronts.meetingSeconds(scene.rod().length_um()));
		prescribed.put("meeting_since_onset_s", fronts.meetingSeconds(scene.rod().length_um()));
		prescribed.put("meeting_um", fronts.meetingPosition_um(scene.rod().length_um()));
		return prescribed;
	}

	private List<Map<String, Object>> dust() {
		final List<Map<String, Object>> dust = new ArrayList<>();
		for (final double[] spot : movie.dust()) {
			final Map<String, Object> d = new LinkedHashMap<>();
			d.put("x_px", spot[0] / scene.pixel_um() + 0.5 * (scene.widthPixels() - 1));
			d.put("y_px", spot[1] / scene.pixel_um() + 0.5 * (scene.heightPixels() - 1));
			d.put("sigma_px", spot[2] / scene.pixel_um());
			d.put("depth", spot[3]);
			dust.add(d);
		}
		return dust;
	}

	/** Dust stays on the sensor: it does not drift with the sample. */
	private TidyTable dustTable() {
		final TidyTable table = TidyTable.withColumns("x_px", "y_px", "sigma_px", "depth");
		for (final Map<String, Object> d : dust())
			table.row(d.get("x_px"), d.get("y_px"), d.get("sigma_px"), d.get("depth"));
		return table;
	}

	/** Stored pixels that hold a hot sensor pixel, and that one on the sensor, both from 0. */
	private TidyTable hotPixels() {
		final TidyTable table = TidyTable.withColumns("x_px", "y_px", "sensor_column", "sensor_row", "electrons");
		for (final int[] h : movie.hotPixels())
			table.row(h[0] / scene.spatialBin(), h[1] / scene.spatialBin(), h[0], h[1], scene.sensor().hotPixelElectrons());
		return table;
	}

	private Map<String, Object> clock() {
		final Cell cell = scene.cell();
		final Map<String, Object> clock = new LinkedHashMap<>();
		clock.put("about",
			"The potentiostat's clock reads offset_s + t (1 + drift_ppm 1e-6) seconds after movie_start_utc at movie time t. " +
				"Its files cut their start to whole seconds, so by its DATE and TIME a file starts cut_s too early: read at the " +
				"file's stated times, the offset is offset_s - cut_s.");
		clock.put("offset_s", cell.clockOffsetSeconds());
		clock.put("drift_ppm", cell.clockDriftPpm());
		final List<Map<String, Object>> steps = new ArrayList<>();
		for (int i = 0; i < cell.steps().size(); i++) {
			final Map<String, Object> step = new LinkedHashMap<>();
			step.put("file", EchemFolder.fileName(cell, i));
			step.put("kind", cell.steps().get(i).isHold() ? "hold" : cell.steps().get(i).isRest() ? "rest" : "current");
			step.put("c_rate", cell.steps().get(i).cRate());
			step.put("hold_V", cell.steps().get(i).holdVolts());
			step.put("start_s", cell.stepStartSeconds(i));
			step.put("end_s", cell.stepEndSeconds(i));
			step.put("start_x", cell.x(cell.stepStartSeconds(i)));
			step.put("end_x", cell.x(cell.stepEndSeconds(i)));
			step.put("stated_start", EchemFolder.statedStart(scene, i).toString());
			step.put("cut_s", EchemFolder.cutSeconds(scene, i));
			steps.add(step);
		}
		clock.put("steps", steps);
		return clock;
	}

	private TidyTable frames() {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "first_raw_frame", "dx_um", "dy_um", "rotation_deg",
			"focus_nm", "lamp", "voltage_V", "current_A", "x", "rod_x", "length_um", "n_raw_frames", "onset_brightening");
		final double startX = scene.rods().get(0).startX(scene.cell());
		for (int f = 0; f < movie.frameCount(); f++) {
			final Timing.FrameTime time = movie.schedule().get(f);
			double lamp = 0;
			for (int b = 0; b < time.rawCount(); b++)
				lamp += scene.illumination().lamp(scene.seed(), time.rawSeconds(b)) / time.rawCount();
			final Drift.Pose pose = movie.pose(f);
			final double t = time.seconds();
			final RodSnapshot snapshot = state.at(t);
			table.row(f + 1, t, time.firstRaw(), rounded(pose.x_um()), rounded(pose.y_um()), rounded(pose.rotationDegrees()),
				rounded(pose.focusNm()), rounded(lamp), rounded(scene.cell().voltage(t, material)), scene.cell().amperes(scene.cell()
					.cRate(t)), rounded(scene.cell().x(t)), rounded(snapshot.meanX()), rounded(snapshot.length_um()), time.rawCount(),
				rounded(scene.onset().factor(scene.cell(), startX, t)));
		}
		return table;
	}

	/** Lithium content along a simulated rod at every frame, and a second before and after; both sides of each crack. */
	private TidyTable composition() {
		final TidyTable table = TidyTable.withColumns("time_s", "z_um", "x");
		final int last = movie.frameCount() - 1;
		final int points = state.at(0).points();
		final TreeSet<Integer> kept = new TreeSet<>(List.of(points - 1));
		for (int i = 0; i < points; i += COMPOSITION_EVERY)
			kept.add(i);
		for (final Crack crack : scene.rods().get(0).cracks()) {
			final int after = (int) Math.ceil(crack.position_um() / state.referenceLength_um() * (points - 1));
			kept.addAll(List.of(after - 1, after));
		}
		for (int f = -1; f <= last + 1; f++) {
			final double t = f < 0 ? movie.times().seconds(0) - 1 : f > last ? movie.times().seconds(last) + 1 : movie.times()
				.seconds(f);
			final RodSnapshot snapshot = state.at(t);
			for (final int i : kept)
				table.row(rounded(t), rounded(snapshot.reference_um(i)), rounded(snapshot.xOf(i)));
		}
		return table;
	}

	/** The rod at eleven stations of its length. */
	private TidyTable rod() {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "z_um", "position_um", "x", "brightness");
		final double startX = scene.rods().get(0).startX(scene.cell());
		for (int f = 0; f < movie.frameCount(); f++) {
			final double t = movie.times().seconds(f);
			final RodSnapshot snapshot = state.at(t);
			final double onset = scene.onset().factor(scene.cell(), startX, t);
			for (int s = 0; s <= 10; s++) {
				final double z = 0.1 * s * state.referenceLength_um();
				table.row(f + 1, t, rounded(z), rounded(snapshot.position_um(z)), rounded(snapshot.x(z)), rounded(onset * snapshot
					.brightness(z)));
			}
		}
		return table;
	}

	/** Seven decimals: below a nanometre and a microsecond, and short to read. */
	static double rounded(final double value) {
		return Double.isNaN(value) ? value : Math.rint(value * 1e7) / 1e7;
	}
}
