package net.operando.analysis.rod;

import java.util.Arrays;

/**
 * The exact Euclidean distance of every pixel to a shape, by lower envelopes of parabolas (P. F. Felzenszwalb, D. P.
 * Huttenlocher, Theory of Computing 8 (2012) 415), and what follows from it: a shape grown or shrunk by a radius.
 */
final class ShapeDistance {

	private static final double FAR = 1e12;

	private ShapeDistance() {}

	/** Squared distance to the nearest pixel that is set, or that is not; a huge number if there is none. */
	static double[] squared(final boolean[] shape, final boolean toSet, final int width, final int height) {
		final double[] d = new double[shape.length];
		for (int i = 0; i < d.length; i++)
			d[i] = shape[i] == toSet ? 0 : FAR;
		for (int x = 0; x < width; x++)
			transform(d, x, width, height);
		for (int y = 0; y < height; y++)
			transform(d, y * width, 1, width);
		return d;
	}

	private static void transform(final double[] d, final int from, final int step, final int n) {
		final double[] f = new double[n];
		for (int i = 0; i < n; i++)
			f[i] = d[from + i * step];
		final int[] v = new int[n];
		final double[] z = new double[n + 1];
		int k = 0;
		z[0] = Double.NEGATIVE_INFINITY;
		z[1] = Double.POSITIVE_INFINITY;
		for (int q = 1; q < n; q++) {
			double s = meet(f, q, v[k]);
			while (s <= z[k]) {
				k--;
				s = meet(f, q, v[k]);
			}
			k++;
			v[k] = q;
			z[k] = s;
			z[k + 1] = Double.POSITIVE_INFINITY;
		}
		k = 0;
		for (int q = 0; q < n; q++) {
			while (z[k + 1] < q)
				k++;
			d[from + q * step] = (q - v[k]) * (double) (q - v[k]) + f[v[k]];
		}
	}

	private static double meet(final double[] f, final int q, final int p) {
		return (f[q] + (double) q * q - f[p] - (double) p * p) / (2.0 * (q - p));
	}

	static boolean[] dilated(final boolean[] shape, final int width, final int height, final double radius) {
		return within(squared(shape, true, width, height), radius);
	}

	static boolean[] eroded(final boolean[] shape, final int width, final int height, final double radius) {
		final boolean[] rest = within(squared(shape, false, width, height), radius);
		for (int i = 0; i < rest.length; i++)
			rest[i] = !rest[i];
		return rest;
	}

	/** Without parts thinner than twice the radius. */
	static boolean[] opened(final boolean[] shape, final int width, final int height, final double radius) {
		return dilated(eroded(shape, width, height, radius), width, height, radius);
	}

	/** Without holes and gaps thinner than twice the radius. */
	static boolean[] closed(final boolean[] shape, final int width, final int height, final double radius) {
		return eroded(dilated(shape, width, height, radius), width, height, radius);
	}

	private static boolean[] within(final double[] squared, final double radius) {
		final boolean[] near = new boolean[squared.length];
		for (int i = 0; i < near.length; i++)
			near[i] = squared[i] <= radius * radius;
		return near;
	}

	/** Labels of the pixels connected side by side, from 1; 0 where nothing is set. Returns the number of labels in {@code count[0]}. */
	static int[] components(final boolean[] shape, final int width, final int[] count) {
		final int[] label = new int[shape.length];
		final int[] stack = new int[shape.length];
		int n = 0;
		for (int i = 0; i < shape.length; i++) {
			if (!shape[i] || label[i] != 0) continue;
			label[i] = ++n;
			int top = 0;
			stack[top++] = i;
			while (top > 0) {
				final int p = stack[--top];
				for (final int q : new int[] { p % width > 0 ? p - 1 : -1, p % width < width - 1 ? p + 1 : -1, p - width, p +
					width }) {
					if (q < 0 || q >= shape.length || !shape[q] || label[q] != 0) continue;
					label[q] = n;
					stack[top++] = q;
				}
			}
		}
		count[0] = n;
		return label;
	}

	/** The pixels of one label. */
	static int[] pixels(final int[] labels, final int label) {
		final int[] all = new int[labels.length];
		int n = 0;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == label) all[n++] = i;
		return Arrays.copyOf(all, n);
	}
}
