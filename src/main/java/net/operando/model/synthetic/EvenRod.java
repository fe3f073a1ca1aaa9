package net.operando.model.synthetic;

import java.util.Arrays;

import net.operando.model.phasefield.Material;

/** A rod with the same lithium content everywhere: its share of the charge. Immutable and thread-safe. */
final class EvenRod implements RodState {

	private static final int POINTS = 65;

	private final SceneRod rod;
	private final Cell cell;
	private final Material material;

	EvenRod(final SceneRod rod, final Cell cell, final Material material) {
		this.rod = rod;
		this.cell = cell;
		this.material = material;
	}

	@Override
	public double referenceLength_um() {
		return rod.geometry().length_um();
	}

	@Override
	public RodSnapshot at(final double seconds) {
		final double start = rod.startX(cell);
		final double content = Math.max(0, Math.min(1, start + rod.currentShare() * (cell.x(seconds) - cell.startX())));
		final double[] x = new double[POINTS];
		Arrays.fill(x, content);
		return StretchedRod.of(rod, material, start, x, seconds);
	}
}
