package net.operando.model.synthetic;

import net.operando.data.io.TidyTable;

/** The true cracks of a scene's rods, as tables; ids count through all rods. */
final class CrackTables {

	private final SyntheticMovie movie;
	private final Scene scene;

	private CrackTables(final SyntheticMovie movie) {
		this.movie = movie;
		scene = movie.scene();
	}

	static CrackTables of(final SyntheticMovie movie) {
		return new CrackTables(movie);
	}

	/**
	 * One row per crack. Frames are the first at or after the times; empty if there is none, or if the crack was there before
	 * the movie. The place is that on the unstretched rod, and where its two ends lie in the image at rest at the onset.
	 */
	TidyTable cracks() {
		final TidyTable table = TidyTable.withColumns("crack_id", "onset_s", "crossed_s", "position_um",
			"tip_velocity_nm_per_s", "x_at_onset", "x_of_rod_at_onset", "rod_id", "onset_frame", "crossed_frame",
			"still_x0_px", "still_y0_px", "still_x1_px", "still_y1_px");
		int id = 0;
		for (int r = 0; r < scene.rods().size(); r++) {
			final SceneRod rod = scene.rods().get(r);
			for (int i = 0; i < rod.cracks().size(); i++) {
				final Crack crack = rod.cracks().get(i);
				final double width = rod.geometry().width_um();
				final double crossed = crack.tipSeconds(width);
				final RodSnapshot snapshot = movie.rods().get(r).at(crack.onsetSeconds());
				final double along = along(rod, i, snapshot, crack.onsetSeconds());
				final double[] left = scene.pixel(rod.geometry(), along, -0.5 * width, Drift.Pose.rest());
				final double[] right = scene.pixel(rod.geometry(), along, 0.5 * width, Drift.Pose.rest());
				table.row(++id, crack.onsetSeconds(), crossed, crack.position_um(), crack.tipNmPerSecond(), rounded(snapshot.x(
					crack.position_um())), rounded(snapshot.meanX()), RodTables.id(r), frame(crack.onsetSeconds()), frame(crossed),
					rounded(left[0]), rounded(left[1]), rounded(right[0]), rounded(right[1]));
			}
		}
		return table;
	}

	private Integer frame(final double seconds) {
		final int frame = movie.times().firstAtOrAfter(seconds);
		return seconds < movie.times().seconds(0) || frame == movie.frameCount() ? null : frame + 1;
	}

	/** Where each tip is in every frame it moves in: crack_id,frame,time_s,tip_um (from the left edge),x_px,y_px. */
	TidyTable tips() {
		final TidyTable table = TidyTable.withColumns("crack_id", "frame", "time_s", "tip_um", "x_px", "y_px");
		int id = 0;
		for (int r = 0; r < scene.rods().size(); r++) {
			final SceneRod rod = scene.rods().get(r);
			final double width = rod.geometry().width_um();
			for (int i = 0; i < rod.cracks().size(); i++) {
				final Crack crack = rod.cracks().get(i);
				id++;
				for (int f = 0; f < movie.frameCount(); f++) {
					final double t = movie.times().seconds(f);
					if (t < crack.onsetSeconds() || t > crack.tipSeconds(width)) continue;
					final double[] px = scene.pixel(rod.geometry(), along(rod, i, movie.rods().get(r).at(t), t), crack.tip_um(t,
						width) - 0.5 * width, movie.pose(f));
					table.row(id, f + 1, t, rounded(crack.tip_um(t, width)), rounded(px[0]), rounded(px[1]));
				}
			}
		}
		return table;
	}

	/** The middle of a crack along the rod's axis. */
	private static double along(final SceneRod rod, final int crack, final RodSnapshot snapshot, final double seconds) {
		final double[] gap = RodPainter.gaps(rod, snapshot, seconds)[crack];
		return 0.5 * (gap[0] + gap[1]);
	}

	private static double rounded(final double value) {
		return SceneTruth.rounded(value);
	}
}
