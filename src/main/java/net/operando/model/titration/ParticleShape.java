package net.operando.model.titration;

import java.util.Arrays;

import org.apache.commons.math3.special.Erf;

/**
 * How lithium enters a particle, and the response of its surface to a constant flux that begins at time 0: the surface
 * content is {@code x0 + r (l^2 / D) F(D t / l^2)} with the mean rate r. Stateless.
 * <p>
 * Source: J. Crank, The Mathematics of Diffusion (1975), equations 4.55 and 6.45, and their short-time forms.
 */
public enum ParticleShape {

	/** Lithium moves along one axis; l is from the face to the closed end or the symmetry plane. */
	SLAB(1, 1 / 3.0, 0.4, 0.6),
	/** Lithium moves radially; l is the radius. */
	SPHERE(1 / 3.0, 1 / 15.0, 2 / 7.0, 0.3);

	/** Above this the eigenfunction series is used, below it the short-time form: both are exact to 1e-14 there. */
	private static final double SWITCH = 0.03;
	private static final int TERMS = 12;
	private static final double[] SPHERE_ROOTS = sphereRoots();

	private final double volumePerSurface;
	private final double steadyFactor;
	private final double steadyPlace;
	private final double steadyTau;

	ParticleShape(final double volumePerSurface, final double steadyFactor, final double steadyPlace,
		final double steadyTau)
	{
		this.volumePerSurface = volumePerSurface;
		this.steadyFactor = steadyFactor;
		this.steadyPlace = steadyPlace;
		this.steadyTau = steadyTau;
	}

	/** Volume over active surface in units of the length: 1 for a slab, 1/3 for a sphere. */
	public double volumePerSurface() {
		return volumePerSurface;
	}

	/** At long times the surface is ahead of the mean by this times r l^2 / D: 1/3 for a slab, 1/15 for a sphere. */
	public double steadyFactor() {
		return steadyFactor;
	}

	/**
	 * Where, from the mean (0) to the surface (1) content of the steady profile, the D lies that a D(x) of constant slope
	 * shows: to first order 2/5 for a slab and 2/7 for a sphere.
	 */
	double steadyPlace() {
		return steadyPlace;
	}

	/** The part of l^2/D after which the surface moves at the mean rate to 0.5 %: 2 exp(-pi^2 tau), 2 exp(-20.2 tau). */
	double steadyTau() {
		return steadyTau;
	}

	/** F, exact to 1e-13. */
	public double response(final double tau) {
		if (tau < SWITCH) return shortTime(tau);
		double sum = 0;
		if (this == SLAB) {
			for (int n = 1; n <= TERMS; n++)
				sum += Math.exp(-n * n * Math.PI * Math.PI * tau) / (n * n);
			return tau + 1 / 3.0 - 2 / (Math.PI * Math.PI) * sum;
		}
		for (final double root : SPHERE_ROOTS)
			sum += Math.exp(-root * root * tau) / (root * root);
		return tau + 1 / 15.0 - 2 / 3.0 * sum;
	}

	/** F while the far side is not yet felt: exact but for terms of the order exp(-1/tau). */
	public double shortTime(final double tau) {
		if (this == SLAB) return 2 * Math.sqrt(tau / Math.PI);
		if (tau < 1e-6) return (2 * Math.sqrt(tau / Math.PI) + tau + 4 / 3.0 * tau * Math.sqrt(tau / Math.PI)) / 3;
		return (Math.exp(tau) * (1 + Erf.erf(Math.sqrt(tau))) - 1) / 3;
	}

	/** The short-time response as a time whose square root it is: sqrt(t) for a slab, a little more for a sphere. */
	double rootTime(final double seconds, final double perSecond) {
		if (this == SLAB || !(perSecond > 0)) return Math.sqrt(seconds);
		return shortTime(seconds * perSecond) * Math.sqrt(Math.PI) / (2 * volumePerSurface * Math.sqrt(perSecond));
	}

	/** Positive roots of tan b = b, by bisection between the poles of the tangent. */
	private static double[] sphereRoots() {
		final double[] roots = new double[TERMS];
		Arrays.setAll(roots, i -> {
			double low = (i + 1) * Math.PI;
			double high = (i + 1.5) * Math.PI;
			for (int k = 0; k < 100; k++) {
				final double b = 0.5 * (low + high);
				// sin b - b cos b changes its sign once between the two
				if ((Math.sin(b) - b * Math.cos(b)) * (i % 2 == 0 ? 1 : -1) > 0) low = b;
				else high = b;
			}
			return 0.5 * (low + high);
		});
		return roots;
	}
}
