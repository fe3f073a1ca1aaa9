package net.operando.model.cahnhilliard;

import java.util.function.DoubleUnaryOperator;

/** The homogeneous free energy density f(c) and its derivative. Immutable and thread-safe. */
public abstract class BulkEnergy {

	/** f(c). */
	public abstract double density(double c);

	/** f'(c) of many values. */
	public abstract void potential(double[] c, double[] to);

	/** {@code rho (c - low)^2 (high - c)^2}; PFHub benchmark 1 has rho 5, low .3, high .7. */
	public static BulkEnergy doubleWell(final double rho, final double low, final double high) {
		return new BulkEnergy() {

			@Override
			public double density(final double c) {
				final double p = (c - low) * (high - c);
				return rho * p * p;
			}

			@Override
			public void potential(final double[] c, final double[] to) {
				final double sum = low + high;
				for (int i = 0; i < c.length; i++)
					to[i] = 2 * rho * (c[i] - low) * (high - c[i]) * (sum - 2 * c[i]);
			}
		};
	}

	/** Any f with its derivative. */
	public static BulkEnergy of(final DoubleUnaryOperator density, final DoubleUnaryOperator potential) {
		return new BulkEnergy() {

			@Override
			public double density(final double c) {
				return density.applyAsDouble(c);
			}

			@Override
			public void potential(final double[] c, final double[] to) {
				for (int i = 0; i < c.length; i++)
					to[i] = potential.applyAsDouble(c[i]);
			}
		};
	}
}
