package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/**
 * The inert carbon around the rods: a log-normal speckle of fine grains and coarse clumps, fixed to the sample. Level
 * (domain: .3 to .5 of the rod) and contrast (standard deviation over mean, after the microscope's blur; .2 or more) are
 * set, grain sizes are assumed. Immutable parameters, JSON by field.
 */
public final class CarbonBackground extends StageSettings {

	private double level = 0.4;
	private double contrast = 0.26;
	private double grain_um = 0.17;
	private double clump_um = 0.75;
	private double clumpShare = 0.35;

	private CarbonBackground() {}

	/** .4 of the rod, contrast .26. */
	public static CarbonBackground defaults() {
		return new CarbonBackground();
	}

	/** @param level mean intensity relative to the rod; @param contrast standard deviation over mean after blurring */
	public CarbonBackground withLevel(final double level, final double contrast) {
		final CarbonBackground c = copy();
		c.level = level;
		c.contrast = contrast;
		return c;
	}

	/** The field of one seed. */
	Field field(final long seed, final double psfSigma_um) {
		return new Field(seed, psfSigma_um);
	}

	/** Carbon of one seed; thread-safe. */
	final class Field {

		private final SmoothNoise grains;
		private final SmoothNoise clumps;
		private final double strength;

		private Field(final long seed, final double psfSigma_um) {
			final SeedStream stream = SeedStream.of(seed, "carbon");
			grains = new SmoothNoise(stream.bits(), grain_um);
			clumps = new SmoothNoise(stream.bits(), clump_um);
			strength = strengthFor(psfSigma_um);
		}

		/** The strength of the normal field under the exponential that gives the contrast after blurring, by bisection. */
		private double strengthFor(final double psfSigma_um) {
			double low = 0;
			double high = 3;
			for (int i = 0; i < 50; i++) {
				final double middle = 0.5 * (low + high);
				if (blurredVariance(middle, psfSigma_um) < contrast * contrast) low = middle;
				else high = middle;
			}
			return 0.5 * (low + high);
		}

		/** The covariance exp(q^2 rho(r)) - 1 of the log-normal field, averaged over distances between two blurred points. */
		private double blurredVariance(final double q, final double psf) {
			final int steps = 400;
			final double step = 12 * psf / steps;
			double sum = 0;
			for (int i = 0; i < steps; i++) {
				final double r = (i + 0.5) * step;
				final double rho = (1 - clumpShare) * FastMath.exp(-r * r / (4 * grain_um * grain_um)) + clumpShare * FastMath.exp(-r *
					r / (4 * clump_um * clump_um));
				sum += FastMath.expm1(q * q * rho) * r / (2 * psf * psf) * FastMath.exp(-r * r / (4 * psf * psf)) * step;
			}
			return sum;
		}

		/**
		 * Intensity relative to the rod on a grid of the sample, row-major.
		 *
		 * @param x_um of the columns from the middle of the field, ascending; @param y_um of the rows, likewise
		 */
		double[] grid(final double[] x_um, final double[] y_um, final Rows rows) {
			final double[] field = grains.grid(x_um, y_um, rows);
			final double[] clump = clumps.grid(x_um, y_um, rows);
			final double fine = Math.sqrt(1 - clumpShare);
			final double coarse = Math.sqrt(clumpShare);
			rows.each(y_um.length, r -> {
				for (int i = r * x_um.length; i < (r + 1) * x_um.length; i++)
					field[i] = level * FastMath.exp(strength * (fine * field[i] + coarse * clump[i]) - 0.5 * strength * strength);
			});
			return field;
		}
	}
}
