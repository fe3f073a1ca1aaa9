package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/**
 * Dust on the optics: dark round spots that stay where they are on the sensor, whatever the sample does. Immutable
 * parameters, JSON by field.
 */
public final class Dust extends StageSettings {

	private int spots = 6;
	private double smallestSigma_um = 0.25;
	private double largestSigma_um = 0.6;
	private double smallestDepth = 0.15;
	private double largestDepth = 0.4;

	private Dust() {}

	/** Six spots, 15 to 40 % deep. */
	public static Dust defaults() {
		return new Dust();
	}

	/** @param count number of spots in the field */
	public Dust withSpots(final int count) {
		final Dust d = copy();
		d.spots = count;
		return d;
	}

	/** Spots of a seed over a field: rows of x, y, sigma in um from the middle of the field, and depth. */
	double[][] place(final long seed, final double fieldWidth_um, final double fieldHeight_um) {
		final SeedStream stream = SeedStream.of(seed, "dust");
		final double[][] placed = new double[spots][];
		for (int i = 0; i < spots; i++)
			placed[i] = new double[] { stream.between(-0.47, 0.47) * fieldWidth_um, stream.between(-0.47, 0.47) *
				fieldHeight_um, stream.between(smallestSigma_um, largestSigma_um), stream.between(smallestDepth, largestDepth) };
		return placed;
	}

	/** Share of light that passes at a point of the field. */
	static double transmission(final double[][] placed, final double x_um, final double y_um) {
		double t = 1;
		for (final double[] spot : placed) {
			final double r2 = ((x_um - spot[0]) * (x_um - spot[0]) + (y_um - spot[1]) * (y_um - spot[1])) / (spot[2] * spot[2]);
			if (r2 < 72) t *= 1 - spot[3] * FastMath.exp(-0.5 * r2);
		}
		return t;
	}
}
