package net.operando.model.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.operando.data.io.Json;
import net.operando.data.io.TidyTable;

/**
 * What is true of a synthetic experiment, for every quantity that is measured on it: {@code truth.json} with single numbers and
 * all parameters, and {@code truth/*.csv} with what changes over time. Times are on the movie's clock, in s after its second 0;
 * units stand in the names.
 */
final class SceneTruth {

	/** Lags of front truth; the first stands for an instantaneous rate. */
	private static final double[] LAGS = { 0.1, 1 };
	/** Widths in pixels of the line cuts that fronts in the image are stated for. */
	private static final int[] CUTS_PX = { 10, 40 };

	private final SyntheticMovie movie;
	private final Scene scene;
	private final RodState state;
	private final double onset;
	private final double off;

	private SceneTruth(final SyntheticMovie movie) {
		this.movie = movie;
		scene = movie.scene();
		state = scene.rodState();
		final int step = scene.cell().firstCurrentStep();
		onset = step < 0 ? Double.NaN : scene.cell().stepStartSeconds(step);
		off = step < 0 ? Double.NaN : Math.min(scene.timing().seconds(), scene.cell().stepEndSeconds(step));
	}

	static SceneTruth of(final SyntheticMovie movie) {
		return new SceneTruth(movie);
	}

	/** Writes truth.json and the folder truth; returns the files. */
	List<Path> write(final Path folder) throws IOException {
		final Path tables = Files.createDirectories(folder.resolve("truth"));
		final List<Path> files = new ArrayList<>();
		final Map<String, Object> json = numbers();
		if (onset < off) {
			final TidyTable points = TidyTable.withColumns("signal", "origin", "criterion", "lag_s", "time_s", "since_onset_s",
				"position_um");
			final TidyTable speeds = TidyTable.withColumns("signal", "origin", "criterion", "lag_s", "velocity_nm_per_s", "z0_um", "z1_um",
				"t0_s", "t1_s", "n");
			final List<Map<String, Object>> meetings = new ArrayList<>();
			for (final double lag : LAGS) {
				meetings.addAll(fronts("brightness", FrontSignal.brightness(state), lag, points, speeds));
				// fringes carried along by the stretching rod hide the first tenth of a second
				if (lag >= 1) for (final int cut : CUTS_PX)
					meetings.addAll(fronts("image_" + cut + "px", FrontSignal.image(scene, state, cut * scene.pixel_um()), lag,
						points, speeds));
			}
			json.put("meetings", meetings);
			files.add(write(points, tables.resolve("front_points.csv")));
			files.add(write(speeds, tables.resolve("fronts.csv")));
		}
		files.add(write(frames(), tables.resolve("frames.csv")));
		files.add(write(rod(), tables.resolve("rod.csv")));
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
		final double[] p = scene.axisPixel(-0.5 * scene.rod().length_um(), Drift.Pose.rest());
		final double[] q = scene.axisPixel(0.5 * scene.rod().length_um(), Drift.Pose.rest());
		final Map<String, Object> rod = new LinkedHashMap<>();
		rod.put("x0_px", p[0]);
		rod.put("y0_px", p[1]);
		rod.put("x1_px", q[0]);
		rod.put("y1_px", q[1]);
		rod.put("length_um", scene.rod().length_um());
		rod.put("width_um", scene.rod().width_um());
		rod.put("angle_deg", scene.rod().angleDegrees());
		json.put("rod_at_start", rod);
		json.put("start_x", scene.cell().startX());
		json.put("mass_mg", scene.cell().massMg());
		json.put("clock", clock());
		json.put("current_on_s", onset);
		json.put("current_off_s", off);
		final PrescribedFronts fronts = scene.fronts();
		final Map<String, Object> prescribed = new LinkedHashMap<>();
		prescribed.put("start_nm_per_s", 1000 * fronts.startSpeed_umPerSecond());
		prescribed.put("end_nm_per_s", 1000 * fronts.endSpeed_umPerSecond());
		prescribed.put("meeting_s", onset + fronts.meetingSeconds(scene.rod().length_um()));
		prescribed.put("meeting_since_onset_s", fronts.meetingSeconds(scene.rod().length_um()));
		prescribed.put("meeting_um", fronts.meetingPosition_um(scene.rod().length_um()));
		json.put("prescribed_extrema", prescribed);
		final List<Map<String, Object>> dust = new ArrayList<>();
		for (final double[] spot : movie.dust()) {
			final Map<String, Object> d = new LinkedHashMap<>();
			d.put("x_px", spot[0] / scene.pixel_um() + 0.5 * (scene.widthPixels() - 1));
			d.put("y_px", spot[1] / scene.pixel_um() + 0.5 * (scene.heightPixels() - 1));
			d.put("sigma_px", spot[2] / scene.pixel_um());
			d.put("depth", spot[3]);
			dust.add(d);
		}
		json.put("dust", dust);
		json.put("scene", Json.tree(scene));
		return json;
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
			step.put("c_rate", cell.steps().get(i).cRate());
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

	private List<Map<String, Object>> fronts(final String name, final FrontSignal signal, final double lag,
		final TidyTable points, final TidyTable speeds) {
		final FrontTruth truth = FrontTruth.of(state, signal, scene.rod().anchorFraction(), onset, off, lag);
		final List<FrontTruth.Line> lines = truth.lines();
		for (final FrontTruth.Line line : lines) {
			double next = 0;
			for (final double[] point : line.points()) {
				// a point per half second (arrival: per .2 um) is enough to draw and to interpolate
				final double along = "arrival".equals(line.criterion()) ? Math.abs(point[1] - line.points().get(0)[1]) / 0.4
					: point[0] - onset;
				if (along < next - 1e-9) continue;
				next = along + 0.5;
				points.row(name, line.origin(), line.criterion(), lag, rounded(point[0]), rounded(point[0] - onset), rounded(point[1]));
			}
			final double[] fit = line.fit();
			speeds.row(name, line.origin(), line.criterion(), lag, rounded(fit[0]), rounded(line.window_um()[0]), rounded(line
				.window_um()[1]), rounded(fit[2]), rounded(fit[3]), (int) fit[4]);
		}
		final List<Map<String, Object>> meetings = new ArrayList<>();
		for (int c = 0; c < 3; c++) {
			final double[] a = lines.get(c).fit();
			final double[] b = lines.get(c + 3).fit();
			final double t = (state.referenceLength_um() + 1e-3 * (a[0] * a[1] + b[0] * b[1])) / (1e-3 * (a[0] + b[0]));
			final Map<String, Object> m = new LinkedHashMap<>();
			m.put("signal", name);
			m.put("criterion", lines.get(c).criterion());
			m.put("lag_s", lag);
			m.put("time_s", t);
			m.put("since_onset_s", t - onset);
			m.put("position_um", 1e-3 * a[0] * (t - a[1]));
			m.put("homogeneous_s", truth.homogeneousSeconds());
			m.put("homogeneous_since_onset_s", truth.homogeneousSeconds() - onset);
			meetings.add(m);
		}
		return meetings;
	}

	private TidyTable frames() {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "first_raw_frame", "dx_um", "dy_um", "rotation_deg",
			"focus_nm", "lamp", "voltage_V", "current_A", "x", "length_um");
		final MaterialCurve openCircuit = MaterialCurve.voltage();
		for (int f = 0; f < movie.frameCount(); f++) {
			final Timing.FrameTime time = movie.schedule().get(f);
			double x = 0;
			double y = 0;
			double turn = 0;
			double focus = 0;
			double lamp = 0;
			for (int b = 0; b < time.rawCount(); b++) {
				final Drift.Pose pose = scene.drift().pose(scene.seed(), time.firstRaw() + b, time.rawSeconds(b));
				x += pose.x_um() / time.rawCount();
				y += pose.y_um() / time.rawCount();
				turn += pose.rotationDegrees() / time.rawCount();
				focus += pose.focusNm() / time.rawCount();
				lamp += scene.illumination().lamp(scene.seed(), time.rawSeconds(b)) / time.rawCount();
			}
			final double t = time.seconds();
			table.row(f + 1, t, time.firstRaw(), rounded(x), rounded(y), rounded(turn), rounded(focus), rounded(lamp), rounded(
				scene.cell().voltage(t, openCircuit)), scene.cell().amperes(scene.cell().cRate(t)), rounded(scene.cell().x(t)),
				rounded(state.length_um(t)));
		}
		return table;
	}

	/** The rod at eleven stations of its length. */
	private TidyTable rod() {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "station", "z_um", "position_um", "x", "brightness");
		for (int f = 0; f < movie.frameCount(); f++) {
			final double t = movie.times().seconds(f);
			for (int s = 0; s <= 10; s++) {
				final double z = 0.1 * s * state.referenceLength_um();
				table.row(f + 1, t, 0.1 * s, rounded(z), rounded(state.position_um(z, t)), rounded(state.x(z, t)), rounded(scene
					.onset().factor(scene.cell(), t) * state.brightness(z, t)));
			}
		}
		return table;
	}

	/** Seven decimals: below a nanometre and a microsecond, and short to read. */
	private static double rounded(final double value) {
		return Double.isNaN(value) ? value : Math.rint(value * 1e7) / 1e7;
	}
}
