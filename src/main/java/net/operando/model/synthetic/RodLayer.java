package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.model.phasefield.Material;

import org.apache.commons.math3.util.FastMath;

/**
 * What the rods of a scene change in the image of the carbon: rods minus the carbon that they hide, painted and blurred only where
 * they can be seen. Blur is linear, so carbon and change may be blurred apart. Thread-safe
 * until it is released.
 */
final class RodLayer {

	/** Where rods are seen. */
	private final GridPart shown;
	/** What {@code change} holds, row-major. */
	private final GridPart part;
	private final double[] change;

	private RodLayer(final GridPart shown, final GridPart part, final double[] change) {
		this.shown = shown;
		this.part = part;
		this.change = change;
	}

	/** One rod at one moment where the sample's movement has brought it. */
	private static final class Placed {

		final SceneRod rod;
		final RodPainter painter;
		final double centreX;
		final double centreY;
		final double cos;
		final double sin;
		/** Half a length and half a width, with the soft edges, around the middle of the stretched rod. */
		final double halfLength;
		final double halfWidth;
		final double middle;

		Placed(final SceneRod rod, final RodPainter painter, final double length, final Drift.Pose pose) {
			this.rod = rod;
			this.painter = painter;
			final RodGeometry geometry = rod.geometry();
			final double turn = FastMath.toRadians(pose.rotationDegrees());
			final double angle = FastMath.toRadians(geometry.angleDegrees()) + turn;
			cos = FastMath.cos(angle);
			sin = FastMath.sin(angle);
			centreX = geometry.centreX_um() * FastMath.cos(turn) - geometry.centreY_um() * FastMath.sin(turn) + pose.x_um();
			centreY = geometry.centreX_um() * FastMath.sin(turn) + geometry.centreY_um() * FastMath.cos(turn) + pose.y_um();
			halfLength = 0.5 * length + RodGeometry.SOFT * geometry.edgeSigma_um();
			halfWidth = 0.5 * geometry.width_um() + RodGeometry.SOFT * geometry.edgeSigma_um();
			middle = geometry.start_um(length) + 0.5 * length;
		}

		double middleX() {
			return centreX + middle * cos;
		}

		double middleY() {
			return centreY + middle * sin;
		}

		GridPart part(final SensorGrid grid) {
			final double x = halfLength * Math.abs(cos) + halfWidth * Math.abs(sin);
			final double y = halfLength * Math.abs(sin) + halfWidth * Math.abs(cos);
			return grid.looksAt(middleX() - x, middleY() - y, middleX() + x, middleY() + y);
		}

		/** From where to where, in um to the right of its middle, a line at this height crosses it; the first may be beyond the second. */
		double[] crossing(final double dy) {
			final double[] along = between(cos, dy * sin, halfLength);
			final double[] across = between(-sin, dy * cos, halfWidth);
			return new double[] { Math.max(along[0], across[0]), Math.min(along[1], across[1]) };
		}

		/** Where |slope d + offset| is at most half. */
		private static double[] between(final double slope, final double offset, final double half) {
			if (Math.abs(slope) < 1e-12) return Math.abs(offset) <= half ? new double[] { Double.NEGATIVE_INFINITY,
				Double.POSITIVE_INFINITY } : new double[] { 1, 0 };
			final double one = (-half - offset) / slope;
			final double other = (half - offset) / slope;
			return new double[] { Math.min(one, other), Math.max(one, other) };
		}
	}

	/**
	 * @param states of the scene's rods, in their order; @param surfaces likewise
	 * @param grid of the sensor
	 * @param carbon where the movement has brought it
	 * @param scratch where memory is taken from, until {@link #release}
	 */
	static RodLayer of(final Scene scene, final Material material, final List<RodState> states,
		final List<SmoothNoise.Patch> surfaces, final double seconds, final Drift.Pose pose, final SensorGrid grid,
		final MovedCarbon carbon, final GaussianBlur blur, final Rows rows,
		final Scratch scratch)
	{
		final List<Placed> placed = new ArrayList<>();
		final List<Double> onsets = new ArrayList<>();
		GridPart seen = null;
		for (int i = 0; i < states.size(); i++) {
			final SceneRod rod = scene.rods().get(i);
			final RodSnapshot snapshot = states.get(i).at(seconds);
			final double startX = rod.startX(scene.cell());
			onsets.add(scene.onset().factor(scene.cell(), startX, seconds));
			final Placed p = new Placed(rod, new RodPainter(rod, snapshot, material, startX, seconds), snapshot.length_um(), pose);
			placed.add(p);
			final GridPart own = p.part(grid);
			seen = seen == null ? own : seen.with(own);
		}
		final GridPart shown = seen.grown(blur.reach()).within(grid.sensor());
		if (shown.isEmpty()) return new RodLayer(shown, shown, new double[0]);
		final GridPart painted = shown.grown(blur.reach());
		final double[] change = scratch.take(painted.size());
		rows.each(painted.height(), r -> {
			Arrays.fill(change, r * painted.width(), (r + 1) * painted.width(), 0);
			for (int i = 0; i < states.size(); i++)
				paint(scene.contrast(), placed.get(i), onsets.get(i), surfaces.get(i).reader(), grid, carbon, painted, r, change);
		});
		final double[] across = scratch.take(painted.size());
		final double[] blurred = scratch.take(painted.size());
		blur.blur(change, painted.width(), painted.height(), rows, across, blurred);
		scratch.give(change);
		scratch.give(across);
		return new RodLayer(shown, painted, blurred);
	}

	private static void paint(final OpticalContrast contrast, final Placed at, final double onset,
		final SmoothNoise.Reader rough, final SensorGrid grid, final MovedCarbon carbon, final GridPart part,
		final int row, final double[] change)
	{
		final SceneRod rod = at.rod;
		final double dy = grid.y_um(row + part.top) - at.centreY;
		final double[] crossing = at.crossing(grid.y_um(row + part.top) - at.middleY());
		if (!(crossing[0] <= crossing[1])) return;
		final int first = Math.max(part.left, grid.firstColumn(at.middleX() + crossing[0]));
		final int last = Math.min(part.right - 1, grid.lastColumn(at.middleX() + crossing[1]));
		for (int c = first; c <= last; c++) {
			final double dx = grid.x_um(c) - at.centreX;
			final double along = dx * at.cos + dy * at.sin;
			final double across = dy * at.cos - dx * at.sin;
			final double cover = at.painter.cover(along, across);
			if (cover == 0) continue;
			final double z = at.painter.material_um(along);
			final double intensity = contrast.intensity(onset * at.painter.brightness(z, across), contrast.cosine(rod
				.geometry(), rough, z, across));
			final int i = row * part.width() + c - part.left;
			change[i] += cover * (rod.reflectivity() * intensity * at.painter.light(along, across) - carbon.sharp(c,
				row + part.top) - change[i]);
		}
	}

	/** Adds the change in a row of the sensor. */
	void addTo(final int row, final double[] line) {
		if (row < shown.top || row >= shown.bottom) return;
		final int from = (row - part.top) * part.width() - part.left;
		for (int c = shown.left; c < shown.right; c++)
			line[c] += change[from + c];
	}

	/** Gives its memory back; it may not be used any more. */
	void release(final Scratch scratch) {
		if (change.length > 0) scratch.give(change);
	}
}
