package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/** A quantity along the rod whose rate of change shows fronts. Thread-safe where its rod is. */
interface FrontSignal {

	/** Value at a material point, whose rate of change is looked at. */
	double at(double z_um, double seconds);

	/** The logarithm of the material's own brightness, without the onset brightening. */
	static FrontSignal brightness(final RodState state) {
		return (z, t) -> FastMath.log(state.brightness(z, t));
	}

	/** Lithium content. */
	static FrontSignal composition(final RodState state) {
		return state::x;
	}

	/**
	 * The logarithm of the intensity with the rod's fringes, as a line cut sees it: mean across the axis. Without the onset
	 * brightening, and without blur, which is narrow against a front.
	 *
	 * @param width_um over which the mean is taken
	 */
	static FrontSignal image(final Scene scene, final RodState state, final double width_um) {
		final int across = 11;
		final int along = (int) Math.ceil(state.referenceLength_um() / 0.02);
		final double[][] cosine = new double[along + 1][across];
		final SmoothNoise.Reader rough = scene.contrast().roughness(scene.seed(), 0).reader();
		for (int i = 0; i <= along; i++)
			for (int j = 0; j < across; j++)
				cosine[i][j] = scene.contrast().cosine(scene.rod(), rough, i * state.referenceLength_um() / along, width_um * ((j +
					0.5) / across - 0.5));
		return (z, t) -> {
			final double b = state.brightness(z, t);
			final double p = z / state.referenceLength_um() * along;
			final int k = Math.max(0, Math.min(along - 1, (int) p));
			double sum = 0;
			for (int j = 0; j < across; j++)
				sum += scene.contrast().intensity(b, cosine[k][j] + (p - k) * (cosine[k + 1][j] - cosine[k][j]));
			return FastMath.log(sum / across);
		};
	}
}
