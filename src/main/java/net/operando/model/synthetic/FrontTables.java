package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import net.operando.data.io.TidyTable;

/**
 * The true fronts of a scene's first rod as tables: for every current step the movie shows, every piece of the rod there
 * is (whole, then the fragments between cracks), every signal and definition.
 */
final class FrontTables {

	/** Stands for an instantaneous rate. */
	private static final double SHORT_LAG = 0.1;
	/** A current that the movie shows for less is too short for a front. */
	private static final double SHORTEST_SECONDS = 5;
	/** From this long on, fronts are slow and a longer lag is stated too. */
	private static final double LONG_SECONDS = 100;
	/** Widths in pixels of the line cuts that fronts in the image are stated for. */
	private static final int[] CUTS_PX = { 10, 40 };

	private final Scene scene;
	private final RodState state;
	private final TidyTable points = TidyTable.withColumns("step", "piece", "signal", "origin", "criterion", "lag_s",
		"time_s", "since_onset_s", "position_um");
	private final TidyTable speeds = TidyTable.withColumns("step", "piece", "signal", "origin", "criterion", "lag_s",
		"velocity_nm_per_s", "z0_um", "z1_um", "t0_s", "t1_s", "n");
	private final List<Map<String, Object>> meetings = new ArrayList<>();

	private FrontTables(final SyntheticMovie movie) {
		scene = movie.scene();
		state = movie.rod();
		final Cell cell = scene.cell();
		for (int i = 0; i < cell.steps().size(); i++) {
			final double on = Math.max(0, cell.stepStartSeconds(i));
			final double off = Math.min(scene.timing().seconds(), cell.stepEndSeconds(i));
			if (cell.steps().get(i).isCurrent() && off - on > SHORTEST_SECONDS) step(i, on, off);
		}
	}

	static FrontTables of(final SyntheticMovie movie) {
		return new FrontTables(movie);
	}

	/** step,piece,signal,origin,criterion,lag_s,time_s,since_onset_s,position_um. */
	TidyTable points() {
		return points;
	}

	/** step,piece,signal,origin,criterion,lag_s,velocity_nm_per_s,z0_um,z1_um,t0_s,t1_s,n. */
	TidyTable speeds() {
		return speeds;
	}

	/** Where and when the fitted lines of two fronts meet, and when the rod is homogeneous. */
	List<Map<String, Object>> meetings() {
		return meetings;
	}

	/** Splits the step where a crack stops lithium, and the rod where it did. */
	private void step(final int number, final double on, final double off) {
		final SceneRod rod = scene.rods().get(0);
		final TreeSet<Double> cuts = new TreeSet<>();
		cuts.add(on);
		for (final Crack crack : rod.cracks()) {
			final double cut = crack.tipSeconds(0.5 * rod.geometry().width_um());
			if (cut > on && cut < off) cuts.add(cut);
		}
		for (final double from : cuts) {
			final double until = cuts.higher(from) == null ? off : cuts.higher(from);
			if (until - from < SHORTEST_SECONDS) continue;
			final TreeSet<Double> ends = new TreeSet<>(List.of(0.0, rod.geometry().length_um()));
			for (final Crack crack : rod.cracks())
				if (crack.tipSeconds(0.5 * rod.geometry().width_um()) <= from) ends.add(crack.position_um());
			int piece = 0;
			for (final double start : ends.headSet(rod.geometry().length_um()))
				signals(number + 1, ends.size() == 2 ? 0 : ++piece, start, ends.higher(start), from, until);
		}
	}

	private void signals(final int step, final int piece, final double start, final double end, final double from,
		final double until)
	{
		final boolean prescribed = scene.rods().get(0).drive() == SceneRod.Drive.PRESCRIBED;
		final TreeSet<Double> lags = new TreeSet<>(until - from > LONG_SECONDS ? List.of(1.0, 10.0) : List.of(SHORT_LAG, 1.0));
		// a piece that hardly outlasts the lag has no fronts by it
		if (until - from > scene.truthLagSeconds() + SHORTEST_SECONDS) lags.add(scene.truthLagSeconds());
		for (final double lag : lags) {
			final Key key = new Key(step, piece, lag);
			if (!prescribed) add(key, "composition", FrontSignal.composition(), start, end, from, until);
			add(key, "brightness", FrontSignal.brightness(), start, end, from, until);
			// fringes carried along by the stretching rod hide the first tenth of a second
			if (lag > SHORT_LAG) for (final int cut : CUTS_PX)
				add(key, "image_" + cut + "px", FrontSignal.image(scene, state.at(from).points(), cut * scene.pixel_um()), start,
					end, from, until);
		}
	}

	private void add(final Key key, final String signal, final FrontSignal values, final double start, final double end,
		final double from, final double until)
	{
		final FrontTruth truth = FrontTruth.of(state, values, scene.rod().anchorFraction(), start, end, from, until, key.lag);
		final List<FrontTruth.Line> lines = truth.lines();
		for (final FrontTruth.Line line : lines) {
			double next = 0;
			for (final double[] point : line.points()) {
				// a point per half second (arrival: per .2 um) is enough to draw and to interpolate
				final double along = "arrival".equals(line.criterion()) ? Math.abs(point[1] - line.points().get(0)[1]) / 0.4
					: point[0] - from;
				if (along < next - 1e-9) continue;
				next = along + Math.max(0.5, (until - from) / 200);
				points.row(key.step, key.piece, signal, line.origin(), line.criterion(), key.lag, SceneTruth.rounded(point[0]),
					SceneTruth.rounded(point[0] - from), SceneTruth.rounded(point[1]));
			}
			final double[] fit = line.fit();
			speeds.row(key.step, key.piece, signal, line.origin(), line.criterion(), key.lag, SceneTruth.rounded(fit[0]),
				SceneTruth.rounded(line.window_um()[0]), SceneTruth.rounded(line.window_um()[1]), SceneTruth.rounded(fit[2]),
				SceneTruth.rounded(fit[3]), (int) fit[4]);
		}
		for (int c = 0; c < 3; c++) {
			final double[] a = lines.get(c).fit();
			final double[] b = lines.get(c + 3).fit();
			final double t = (end - start + 1e-3 * (a[0] * a[1] + b[0] * b[1])) / (1e-3 * (a[0] + b[0]));
			final Map<String, Object> m = new LinkedHashMap<>();
			m.put("step", key.step);
			m.put("piece", key.piece);
			m.put("signal", signal);
			m.put("criterion", lines.get(c).criterion());
			m.put("lag_s", key.lag);
			m.put("time_s", t);
			m.put("since_onset_s", t - from);
			m.put("position_um", start + 1e-3 * a[0] * (t - a[1]));
			m.put("homogeneous_s", truth.homogeneousSeconds());
			m.put("homogeneous_since_onset_s", truth.homogeneousSeconds() - from);
			meetings.add(m);
		}
	}

	/** What the rows of one evaluation share. */
	private static final class Key {

		final int step;
		final int piece;
		final double lag;

		Key(final int step, final int piece, final double lag) {
			this.step = step;
			this.piece = piece;
			this.lag = lag;
		}
	}
}
