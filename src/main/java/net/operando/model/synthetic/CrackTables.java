package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import net.operando.data.io.TidyTable;

/** The true cracks of a scene's first rod and the fragments they leave, as tables. */
final class CrackTables {

	private final SyntheticMovie movie;
	private final Scene scene;
	private final SceneRod rod;

	private CrackTables(final SyntheticMovie movie) {
		this.movie = movie;
		scene = movie.scene();
		rod = scene.rods().get(0);
	}

	static CrackTables of(final SyntheticMovie movie) {
		return new CrackTables(movie);
	}

	/** crack_id,onset_s,crossed_s,position_um,tip_velocity_nm_per_s,x_at_onset,x_of_rod_at_onset. */
	TidyTable cracks() {
		final TidyTable table = TidyTable.withColumns("crack_id", "onset_s", "crossed_s", "position_um",
			"tip_velocity_nm_per_s", "x_at_onset", "x_of_rod_at_onset");
		for (int i = 0; i < rod.cracks().size(); i++) {
			final Crack crack = rod.cracks().get(i);
			final RodSnapshot snapshot = movie.rod().at(crack.onsetSeconds());
			table.row(i + 1, crack.onsetSeconds(), crack.tipSeconds(rod.geometry().width_um()), crack.position_um(), crack
				.tipNmPerSecond(), SceneTruth.rounded(snapshot.x(crack.position_um())), SceneTruth.rounded(snapshot.meanX()));
		}
		return table;
	}

	/** Where each tip is in every frame it moves in: crack_id,frame,time_s,tip_um (from the left edge),x_px,y_px. */
	TidyTable tips() {
		final TidyTable table = TidyTable.withColumns("crack_id", "frame", "time_s", "tip_um", "x_px", "y_px");
		final double width = rod.geometry().width_um();
		for (int i = 0; i < rod.cracks().size(); i++) {
			final Crack crack = rod.cracks().get(i);
			for (int f = 0; f < movie.frameCount(); f++) {
				final double t = movie.times().seconds(f);
				if (t < crack.onsetSeconds() || t > crack.tipSeconds(width)) continue;
				final RodSnapshot snapshot = movie.rod().at(t);
				final double along = rod.geometry().start_um(snapshot.length_um()) + snapshot.position_um(crack.position_um());
				final double[] px = scene.pixel(along, crack.tip_um(t, width) - 0.5 * width, scene.drift().pose(scene.seed(), movie
					.schedule().get(f).firstRaw(), t));
				table.row(i + 1, f + 1, t, SceneTruth.rounded(crack.tip_um(t, width)), SceneTruth.rounded(px[0]), SceneTruth
					.rounded(px[1]));
			}
		}
		return table;
	}

	/**
	 * The pieces between cracks at the end of each current step and in the last frame: time_s,fragment_id,from_um,to_um,
	 * disconnected,x,intensity (mean of the brightness),ratio (to the darkest piece).
	 */
	TidyTable fragments() {
		final TidyTable table = TidyTable.withColumns("time_s", "fragment_id", "from_um", "to_um", "disconnected", "x", "intensity",
			"ratio");
		final double last = movie.times().seconds(movie.frameCount() - 1);
		final TreeSet<Double> times = new TreeSet<>(List.of(last));
		for (int i = 0; i < scene.cell().steps().size(); i++)
			if (!scene.cell().steps().get(i).isRest() && scene.cell().stepEndSeconds(i) < last) times.add(scene.cell()
				.stepEndSeconds(i));
		for (final double time : times)
			fragmentsAt(time, table);
		return table;
	}

	private void fragmentsAt(final double time, final TidyTable table) {
		final RodSnapshot snapshot = movie.rod().at(time);
		final TreeSet<Double> ends = new TreeSet<>(List.of(0.0, rod.geometry().length_um()));
		for (final Crack crack : rod.cracks())
			ends.add(crack.position_um());
		final List<double[]> pieces = new ArrayList<>();
		double darkest = Double.POSITIVE_INFINITY;
		for (final double from : ends.headSet(rod.geometry().length_um())) {
			final double to = ends.higher(from);
			double x = 0;
			double intensity = 0;
			final int steps = 200;
			for (int i = 0; i < steps; i++) {
				final double z = from + (i + 0.5) / steps * (to - from);
				x += snapshot.x(z) / steps;
				intensity += scene.contrast().intensity(snapshot.brightness(z), 0) / steps;
			}
			pieces.add(new double[] { from, to, x, intensity });
			darkest = Math.min(darkest, intensity);
		}
		for (int i = 0; i < pieces.size(); i++) {
			final double[] p = pieces.get(i);
			final boolean lost = rod.contactLosses().stream().anyMatch(c -> c.seconds() <= time && c.position_um() >= p[0] && c
				.position_um() < p[1]);
			table.row(SceneTruth.rounded(time), "P1." + (i + 1), p[0], p[1], lost, SceneTruth.rounded(p[2]), SceneTruth.rounded(p[3]), SceneTruth.rounded(
				p[3] / darkest));
		}
	}
}
