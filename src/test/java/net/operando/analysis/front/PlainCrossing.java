package net.operando.analysis.front;

import net.operando.data.kymograph.Kymograph;

/** Definitions of a front taken literally, in columns without noise: what studies compare the tracer with. */
public final class PlainCrossing {

	private PlainCrossing() {}

	/**
	 * Outermost place, within its half of the rod, where the darkening, averaged over so many positions to either side, is half
	 * of that half's largest; in um.
	 */
	public static double halfMaximum(final Kymograph k, final int column, final boolean end, final int box) {
		final int n = k.rows();
		final int half = n / 2;
		final double[] v = new double[half + 1];
		int top = 0;
		for (int z = 0; z <= half; z++) {
			final int a = Math.max(0, z - box);
			final int b = Math.min(n - 1, z + box);
			for (int y = a; y <= b; y++)
				v[z] -= k.value(column, end ? n - 1 - y : y) / (b - a + 1);
			if (v[z] > v[top]) top = z;
		}
		int i = half;
		while (i > top && v[i] < v[top] / 2)
			i--;
		if (i == half) return Double.NaN;
		final double at = i + (v[i] - v[top] / 2) / (v[i] - v[i + 1]);
		return (end ? n - 1 - at : at) * k.positionStepMetres() * 1e6;
	}

	/** Place of the largest darkening in its half of the rod, by the parabola through it and its neighbours; in um. */
	public static double extremum(final Kymograph k, final int column, final boolean end) {
		final int n = k.rows();
		final double[] v = new double[n / 2 + 2];
		int top = 0;
		for (int z = 0; z < v.length; z++) {
			v[z] = -k.value(column, end ? n - 1 - z : z);
			if (v[z] > v[top]) top = z;
		}
		double at = top;
		if (top > 0 && top < v.length - 1) at += 0.5 * (v[top - 1] - v[top + 1]) / (v[top - 1] - 2 * v[top] + v[top + 1]);
		return (end ? n - 1 - at : at) * k.positionStepMetres() * 1e6;
	}
}
