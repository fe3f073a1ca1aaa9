package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/** A quantity along the rod whose rate of change shows fronts. Thread-safe. */
interface FrontSignal {

	/** Values at the material points of a snapshot. */
	double[] of(RodSnapshot snapshot);

	/** The logarithm of the material's own brightness, without the onset brightening. */
	static FrontSignal brightness() {
		return snapshot -> {
			final double[] v = new double[snapshot.points()];
			for (int i = 0; i < v.length; i++)
				v[i] = FastMath.log(snapshot.brightnessOf(i));
			return v;
		};
	}

	/** Lithium content. */
	static FrontSignal composition() {
		return snapshot -> {
			final double[] v = new double[snapshot.points()];
			for (int i = 0; i < v.length; i++)
				v[i] = snapshot.xOf(i);
			return v;
		};
	}

	/**
	 * The logarithm of the intensity with the rod's fringes, as a line cut sees it: mean across the axis. Without the onset
	 * brightening, and without blur, which is narrow against a front.
	 *
	 * @param points number of material points of the snapshots
	 * @param width_um over which the mean is taken
	 */
	static FrontSignal image(final Scene scene, final int points, final double width_um) {
		final int across = 11;
		final double[][] cosine = new double[points][across];
		final SmoothNoise.Reader rough = scene.contrast().roughness(scene.seed(), 0).reader();
		for (int i = 0; i < points; i++)
			for (int j = 0; j < across; j++)
				cosine[i][j] = scene.contrast().cosine(scene.rod(), rough, i * scene.rod().length_um() / (points - 1), width_um *
					((j + 0.5) / across - 0.5));
		return snapshot -> {
			final double[] v = new double[points];
			for (int i = 0; i < points; i++) {
				double sum = 0;
				for (int j = 0; j < across; j++)
					sum += scene.contrast().intensity(snapshot.brightnessOf(i), cosine[i][j]);
				v[i] = FastMath.log(sum / across);
			}
			return v;
		};
	}
}
