package net.operando.analysis.front;

import java.util.List;

/**
 * What is held likely of fronts before the data speak: that they move, stretch and weaken evenly, that they stretch as a
 * whole, and that second differences of a profile's spline coefficients are of the size that the fit before found (an
 * empirical prior, so the profile is as rough as the data show it to be and no rougher). All but the last are weak:
 * felt only where the data say next to nothing. Lengths in profile widths.
 */
final class ProfilePrior {

	/** Standard deviations of d1, d2 (in widths), b ahead, b behind, a1, a2 of {@link MovingProfile}. */
	private static final double[] SLOW = { 5, 0.3, 1, 1, 3, 0.5 };
	/** Standard deviation of the difference of the stretch ahead and behind. */
	private static final double ALIKE = 0.4;

	private ProfilePrior() {}

	/**
	 * @param profiles the fronts
	 * @param from first parameter of each
	 * @param size number of parameters
	 * @param variance of the data in the units of the misfit
	 * @return the inverse of the prior covariance times the variance, to be added to the normal equations
	 */
	static double[][] precision(final List<MovingProfile> profiles, final int[] from, final int size,
		final double variance)
	{
		final double[][] p = new double[size][size];
		for (int k = 0; k < from.length; k++) {
			final MovingProfile profile = profiles.get(k);
			for (int i = 0; i < MovingProfile.SLOW; i++) {
				final double sd = SLOW[i] * (i < 2 ? profile.width() : 1);
				p[from[k] + i][from[k] + i] += variance / (sd * sd);
			}
			addSquare(p, from[k] + 2, variance / (ALIKE * ALIKE), 1, -1);
			final double rough = variance / (profile.roughness() * profile.roughness());
			for (int i = 0; i + 2 < profile.splines(); i++)
				addSquare(p, from[k] + MovingProfile.SLOW + i, rough, 1, -2, 1);
		}
		return p;
	}

	private static void addSquare(final double[][] p, final int at, final double precision, final double... weights) {
		for (int a = 0; a < weights.length; a++)
			for (int b = 0; b < weights.length; b++)
				p[at + a][at + b] += precision * weights[a] * weights[b];
	}
}
