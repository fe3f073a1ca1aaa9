package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.operando.data.io.TidyTable;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.RodPiece;

/**
 * The true fragments of a scene's rods as tables. A fragment is one from when lithium stops passing the cracks that bound
 * it, which is when their tips are half way; ids follow the lineage (P1, P1.1, P1.2.1).
 */
final class FragmentTables {

	private final SyntheticMovie movie;
	private final Scene scene;
	private final RodTables rods;
	private final TidyTable fragments = TidyTable.withColumns("fragment_id", "parent_id", "rod_id", "first_frame",
		"last_frame", "from_um", "to_um", "length_um", "area_um2", "x", "intensity", "ratio", "disconnected",
		"contact_lost_s");
	private final TidyTable frames = TidyTable.withColumns("fragment_id", "frame", "time_s", "x0_px", "y0_px", "x1_px",
		"y1_px", "length_um", "area_um2", "x", "intensity", "ratio", "disconnected");

	private FragmentTables(final SyntheticMovie movie) {
		this.movie = movie;
		scene = movie.scene();
		rods = RodTables.of(movie);
		for (int r = 0; r < scene.rods().size(); r++)
			if (isBroken(scene.rods().get(r))) add(r);
	}

	static FragmentTables of(final SyntheticMovie movie) {
		return new FragmentTables(movie);
	}

	/** Whether a rod is ever in pieces, or has one without contact. */
	static boolean isBroken(final SceneRod rod) {
		return !rod.cracks().isEmpty() || !rod.contactLosses().isEmpty();
	}

	/** One row per fragment that a frame shows, of rods that break; what changes is that of its last frame. */
	TidyTable fragments() {
		return fragments;
	}

	/** One row per fragment and frame. */
	TidyTable frames() {
		return frames;
	}

	private void add(final int number) {
		final SceneRod rod = scene.rods().get(number);
		Protocol events = Protocol.of();
		for (final Crack crack : rod.cracks())
			events = events.withCrack(crack.tipSeconds(0.5 * rod.geometry().width_um()), crack.position_um());
		// only the solver knows of contact
		if (rod.drive() == SceneRod.Drive.SIMULATED) for (final ContactLoss loss : rod.contactLosses())
			events = events.withContactLoss(loss.seconds(), loss.position_um());
		final int last = movie.frameCount() - 1;
		final List<RodPiece> pieces = RodPiece.lineage(events, 1e-6 * rod.geometry().length_um(), movie.times().seconds(0), movie
			.times().seconds(last));
		final Map<String, Object[]> latest = new HashMap<>();
		final Map<String, Integer> first = new HashMap<>();
		for (int f = 0; f <= last; f++)
			for (final Object[] row : rows(number, pieces, f)) {
				frames.row(row);
				latest.put((String) row[0], row);
				first.putIfAbsent((String) row[0], f + 1);
			}
		for (final RodPiece p : pieces) {
			final Object[] row = latest.get(p.id());
			if (row != null) fragments.row(p.id(), parent(p, first), RodTables.id(number), first.get(p.id()), row[1], um(p
				.fromMetres()), um(p.toMetres()), row[7], row[8], row[9], row[10], row[11], row[12], p.contactLostSeconds());
		}
	}

	/** A rod that was broken before the first frame is no parent that anyone sees. */
	private static String parent(final RodPiece piece, final Map<String, Integer> seen) {
		return seen.containsKey(piece.parentId()) ? piece.parentId() : "";
	}

	private List<Object[]> rows(final int number, final List<RodPiece> pieces, final int frame) {
		final SceneRod rod = scene.rods().get(number);
		final double t = movie.times().seconds(frame);
		final RodSnapshot snapshot = movie.rods().get(number).at(t);
		final double[][] gaps = RodPainter.gaps(rod, snapshot, t);
		final Drift.Pose pose = movie.pose(frame);
		final List<Object[]> rows = new ArrayList<>();
		double darkest = Double.POSITIVE_INFINITY;
		for (final RodPiece p : pieces) {
			final boolean there = p.fromSeconds() <= t && (t < p.toSeconds() || p.toSeconds() == movie.times().seconds(movie
				.frameCount() - 1));
			if (!there) continue;
			final double begin = rod.geometry().start_um(snapshot.length_um());
			final double from = p.isAtFirstEnd() ? begin : gap(rod, gaps, p.fromMetres())[1];
			final double to = p.isAtLastEnd() ? begin + snapshot.length_um() : gap(rod, gaps, p.toMetres())[0];
			final double[] start = scene.pixel(rod.geometry(), from, 0, pose);
			final double[] end = scene.pixel(rod.geometry(), to, 0, pose);
			// between the material points on either side of a crack a snapshot runs from the one to the other
			final double step = rod.geometry().length_um() / (snapshot.points() - 1);
			final double low = um(p.fromMetres()) + (p.isAtFirstEnd() ? 0 : step);
			final double high = um(p.toMetres()) - (p.isAtLastEnd() ? 0 : step);
			final double intensity = rods.intensity(number, snapshot, low, high, t);
			darkest = Math.min(darkest, intensity);
			final double x = RodTables.mean(low, high, snapshot::x);
			rows.add(new Object[] { number == 0 ? p.id() : p.id().replaceFirst("^P1", RodTables.id(number)), frame + 1, t, rounded(
				start[0]), rounded(start[1]), rounded(end[0]), rounded(end[1]), rounded(to - from), rounded((to - from) * rod
					.geometry().width_um()), rounded(x), rounded(intensity), null, p.contactLostSeconds() <= t });
		}
		for (final Object[] row : rows)
			row[11] = rounded((double) row[10] / darkest);
		return rows;
	}

	private static double[] gap(final SceneRod rod, final double[][] gaps, final double metres) {
		int nearest = 0;
		for (int i = 1; i < gaps.length; i++)
			if (Math.abs(rod.cracks().get(i).position_um() - um(metres)) < Math.abs(rod.cracks().get(nearest).position_um() - um(
				metres))) nearest = i;
		return gaps[nearest];
	}

	/** Positions come from um: rid of what the way there and back adds. */
	private static double um(final double metres) {
		return rounded(1e6 * metres);
	}

	private static double rounded(final double value) {
		return SceneTruth.rounded(value);
	}
}
