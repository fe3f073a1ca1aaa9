package net.operando.model.synthetic;

import java.util.List;

import net.operando.model.phasefield.Material;

/**
 * One rod at one moment as a drawing: how much of a point belongs to it, which material lies there, and how bright that
 * is. Coordinates are along and across its axis from its centre, in um. Thread-safe.
 */
final class RodPainter {

	private final SceneRod rod;
	private final RodSnapshot snapshot;
	private final Material material;
	private final double seconds;
	private final double length;
	private final double start;
	private final double meanChange;
	/** Ends of the gap of each crack, along the axis. */
	private final double[][] gaps;
	private final List<SidePatch> patches;
	private final List<Crack> cracks;

	RodPainter(final SceneRod rod, final RodSnapshot snapshot, final Material material, final double startX,
		final double seconds)
	{
		this.rod = rod;
		this.snapshot = snapshot;
		this.material = material;
		this.seconds = seconds;
		length = snapshot.length_um();
		start = rod.geometry().start_um(length);
		meanChange = snapshot.meanX() - startX;
		gaps = gaps(rod, snapshot, seconds);
		patches = rod.sidePatches();
		cracks = rod.cracks();
	}

	/** Ends of the gap of each crack along the rod's axis, from its centre at rest, in um; the same place while it is closed. */
	static double[][] gaps(final SceneRod rod, final RodSnapshot snapshot, final double seconds) {
		final double[][] gaps = new double[rod.cracks().size()][];
		final double start = rod.geometry().start_um(snapshot.length_um());
		final double step = rod.geometry().length_um() / (snapshot.points() - 1);
		for (int i = 0; i < gaps.length; i++) {
			final Crack crack = rod.cracks().get(i);
			final double gap = crack.gap_um(seconds, rod.geometry().width_um());
			// the gap lies between the material points on either side of the crack
			final double after = snapshot.position_um(Math.ceil(crack.position_um() / step) * step);
			final double end = start + after - (Math.ceil(crack.position_um() / step) * step - crack.position_um());
			gaps[i] = new double[] { end - gap, end };
		}
		return gaps;
	}

	/** Share of a point that belongs to the rod. */
	double cover(final double along, final double across) {
		double cover = rod.geometry().cover(along, across, length);
		if (cover == 0) return 0;
		for (final double[] gap : gaps)
			if (gap[1] > gap[0]) cover *= Math.max(0, 2 - rod.geometry().inside(along - gap[0]) - rod.geometry().inside(gap[1] -
				along));
		return cover;
	}

	/** Reference position of the material at a place along the axis. */
	double material_um(final double along) {
		return snapshot.material_um(along - start);
	}

	/** Brightness of the material, without the onset brightening. */
	double brightness(final double z_um, final double across) {
		double b = snapshot.brightness(z_um);
		for (final SidePatch patch : patches)
			b *= patch.factor(material, snapshot.x(z_um), meanChange, z_um, across + 0.5 * rod.geometry().width_um());
		return b;
	}

	/** Share of light that dark crack lines leave. */
	double light(final double along, final double across) {
		double light = 1;
		for (int i = 0; i < gaps.length; i++)
			light *= cracks.get(i).light(along - 0.5 * (gaps[i][0] + gaps[i][1]), across, seconds, rod.geometry()
				.width_um());
		return light;
	}
}
