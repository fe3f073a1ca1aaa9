package net.operando.model.synthetic;

import java.util.Arrays;

/**
 * A rod at one moment, on even material points from its start to its end: lithium content, brightness, and where each
 * point lies in the stretched rod. Linear between the points. Immutable and thread-safe; arrays given to it are kept.
 */
public final class RodSnapshot {

	private final double reference_um;
	private final double[] x;
	private final double[] brightness;
	private final double[] position;

	/**
	 * @param reference_um length of the unstretched rod
	 * @param x lithium content per material point
	 * @param brightness scattered intensity per material point, relative
	 * @param position distance from the rod's start in um per material point, the first 0, strictly increasing
	 */
	RodSnapshot(final double reference_um, final double[] x, final double[] brightness, final double[] position) {
		this.reference_um = reference_um;
		this.x = x;
		this.brightness = brightness;
		this.position = position;
	}

	/** Number of material points. */
	public int points() {
		return x.length;
	}

	/** Reference position of a material point in um. */
	public double reference_um(final int point) {
		return reference_um * point / (x.length - 1);
	}

	/** Length of the stretched rod, gaps of cracks included, in um. */
	public double length_um() {
		return position[position.length - 1];
	}

	/** Lithium content at a reference position. */
	public double x(final double z_um) {
		return at(x, z_um);
	}

	/** Mean lithium content. */
	public double meanX() {
		double sum = 0.5 * (x[0] + x[x.length - 1]);
		for (int i = 1; i < x.length - 1; i++)
			sum += x[i];
		return sum / (x.length - 1);
	}

	/** Scattered intensity at a reference position, relative, without the onset brightening. */
	public double brightness(final double z_um) {
		return at(brightness, z_um);
	}

	/** Distance in um of a reference position from the rod's start in the stretched rod. */
	public double position_um(final double z_um) {
		return at(position, z_um);
	}

	/** Reference position of what lies at a distance from the start of the stretched rod; the ends beyond them. */
	public double material_um(final double position_um) {
		int k = Arrays.binarySearch(position, position_um);
		if (k >= 0) return reference_um(k);
		k = -k - 2;
		if (k < 0) return 0;
		if (k >= position.length - 1) return reference_um;
		return reference_um * (k + (position_um - position[k]) / (position[k + 1] - position[k])) / (x.length - 1);
	}

	/** A quantity given per material point, at a reference position. */
	double at(final double[] quantity, final double z_um) {
		final double p = Math.max(0, Math.min(1, z_um / reference_um)) * (quantity.length - 1);
		final int k = Math.min(quantity.length - 2, (int) p);
		return quantity[k] + (p - k) * (quantity[k + 1] - quantity[k]);
	}

	double brightnessOf(final int point) {
		return brightness[point];
	}

	double xOf(final int point) {
		return x[point];
	}
}
