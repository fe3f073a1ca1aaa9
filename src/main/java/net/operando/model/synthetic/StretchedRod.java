package net.operando.model.synthetic;

import net.operando.model.phasefield.Material;

/** Brightness and stretch of a rod from its lithium content: the material's tables, and the gaps of cracks. */
final class StretchedRod {

	private StretchedRod() {}

	/**
	 * @param startX content at which the rod has its reference length
	 * @param x content per even material point; kept
	 */
	static RodSnapshot of(final SceneRod rod, final Material material, final double startX, final double[] x,
		final double seconds)
	{
		final int n = x.length;
		final double length = rod.geometry().length_um();
		final double step = length / (n - 1);
		final double[] brightness = new double[n];
		final double[] position = new double[n];
		double before = 0;
		for (int i = 0; i < n; i++) {
			brightness[i] = material.intensityRatio(x[i]);
			final double stretch = (1 + material.elongation(x[i])) / (1 + material.elongation(startX));
			if (i > 0) position[i] = position[i - 1] + 0.5 * (before + stretch) * step;
			before = stretch;
		}
		for (final Crack crack : rod.cracks()) {
			final double gap = crack.gap_um(seconds, rod.geometry().width_um());
			for (int i = (int) Math.ceil(crack.position_um() / step); i < n; i++)
				position[i] += gap;
		}
		return new RodSnapshot(length, x, brightness, position);
	}
}
