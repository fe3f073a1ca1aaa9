package net.operando.model.synthetic;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

import net.operando.data.io.TidyTable;

/** Where every rod of a scene truly lies, at the start and in every frame, and how it has changed, as tables. */
final class RodTables {

	private final SyntheticMovie movie;
	private final Scene scene;

	private RodTables(final SyntheticMovie movie) {
		this.movie = movie;
		scene = movie.scene();
	}

	static RodTables of(final SyntheticMovie movie) {
		return new RodTables(movie);
	}

	/** Name of a rod: P1 is the first. */
	static String id(final int rod) {
		return "P" + (rod + 1);
	}

	/** One row per rod, as it lay before anything happened to it, and what drives it. */
	TidyTable rods() {
		final TidyTable table = TidyTable.withColumns("rod_id", "x0_px", "y0_px", "x1_px", "y1_px", "length_um", "width_um",
			"angle_deg", "active_start", "active_end", "start_x", "current_share", "reflectivity", "drive");
		for (int r = 0; r < scene.rods().size(); r++) {
			final SceneRod rod = scene.rods().get(r);
			final RodGeometry g = rod.geometry();
			final double[] start = scene.pixel(g, -0.5 * g.length_um(), 0, Drift.Pose.rest());
			final double[] end = scene.pixel(g, 0.5 * g.length_um(), 0, Drift.Pose.rest());
			table.row(id(r), rounded(start[0]), rounded(start[1]), rounded(end[0]), rounded(end[1]), g.length_um(), g.width_um(), g
				.angleDegrees(), rod.startActive(), rod.endActive(), rounded(rod.startX(scene.cell())), rod.currentShare(), rod
					.reflectivity(), rod.drive().name().toLowerCase(Locale.ROOT));
		}
		return table;
	}

	/**
	 * One row per rod and frame: ends of its axis as the frame shows them, and as they would lie had the sample not moved;
	 * length with gaps, gaps, strain without them; mean x; mean brightness as the image has it between its fringes.
	 */
	TidyTable frames() {
		final TidyTable table = TidyTable.withColumns("rod_id", "frame", "time_s", "x0_px", "y0_px", "x1_px", "y1_px",
			"still_x0_px", "still_y0_px", "still_x1_px", "still_y1_px", "length_um", "gap_um", "strain", "x", "intensity");
		for (int r = 0; r < scene.rods().size(); r++)
			for (int f = 0; f < movie.frameCount(); f++)
				frame(r, f, table);
		return table;
	}

	private void frame(final int number, final int frame, final TidyTable table) {
		final SceneRod rod = scene.rods().get(number);
		final double t = movie.times().seconds(frame);
		final RodSnapshot snapshot = movie.rods().get(number).at(t);
		final double from = rod.geometry().start_um(snapshot.length_um());
		final double to = from + snapshot.length_um();
		final Drift.Pose pose = movie.pose(frame);
		final double[] start = scene.pixel(rod.geometry(), from, 0, pose);
		final double[] end = scene.pixel(rod.geometry(), to, 0, pose);
		final double[] stillStart = scene.pixel(rod.geometry(), from, 0, Drift.Pose.rest());
		final double[] stillEnd = scene.pixel(rod.geometry(), to, 0, Drift.Pose.rest());
		double gap = 0;
		for (final double[] g : RodPainter.gaps(rod, snapshot, t))
			gap += g[1] - g[0];
		table.row(id(number), frame + 1, t, rounded(start[0]), rounded(start[1]), rounded(end[0]), rounded(end[1]), rounded(
			stillStart[0]), rounded(stillStart[1]), rounded(stillEnd[0]), rounded(stillEnd[1]), rounded(snapshot.length_um()),
			rounded(gap), rounded((snapshot.length_um() - gap) / rod.geometry().length_um() - 1), rounded(snapshot.meanX()),
			rounded(intensity(number, snapshot, 0, rod.geometry().length_um(), t)));
	}

	/**
	 * Mean intensity of a stretch of a rod at mean phase of its fringes, with the onset brightening: relative to a rod of
	 * brightness 1 and reflectivity 1 in the middle of the disc.
	 */
	double intensity(final int number, final RodSnapshot snapshot, final double from_um, final double to_um,
		final double seconds)
	{
		final SceneRod rod = scene.rods().get(number);
		final double onset = scene.onset().factor(scene.cell(), rod.startX(scene.cell()), seconds);
		return rod.reflectivity() * mean(from_um, to_um, z -> scene.contrast().intensity(onset * snapshot.brightness(z), 0));
	}

	/** Mean over a stretch of the rod, from the middles of 200 parts of it. */
	static double mean(final double from_um, final double to_um, final DoubleUnaryOperator of) {
		final int parts = 200;
		double sum = 0;
		for (int i = 0; i < parts; i++)
			sum += of.applyAsDouble(from_um + (i + 0.5) / parts * (to_um - from_um)) / parts;
		return sum;
	}

	private static double rounded(final double value) {
		return SceneTruth.rounded(value);
	}
}
