package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.List;

/**
 * What the slices of an edge say of where it is: of each, the logarithmic likelihood of evenly spaced places, bounded, so that dust on
 * one does not outvote the others; read between the places by a cubic. Not thread-safe.
 */
final class EdgeCurves {

	/** A slice that speaks against a place says at most this. */
	private static final double MOST = 8;

	final double first;
	private final double step;
	private final List<double[]> curves = new ArrayList<>();
	private final List<Double> lever = new ArrayList<>();

	/** @param first place, and the step to the next, in pixels */
	EdgeCurves(final double first, final double step) {
		this.first = first;
		this.step = step;
	}

	boolean isEmpty() {
		return curves.isEmpty();
	}

	/**
	 * @param at place of the slice along the edge, from -1 to 1
	 * @param trust how much what it says counts
	 */
	void add(final double[] likelihoods, final double at, final double trust) {
		double most = Double.NEGATIVE_INFINITY;
		for (final double v : likelihoods)
			most = Math.max(most, v);
		final double[] bounded = new double[likelihoods.length];
		for (int i = 0; i < bounded.length; i++)
			bounded[i] = Math.log(Math.exp(trust * (likelihoods[i] - most)) + Math.exp(-MOST));
		curves.add(bounded);
		lever.add(at);
	}

	/** Sum over the slices along a tilted line; the tilt is what it gains from the middle to the end. */
	double at(final double place, final double tilt) {
		double sum = 0;
		for (int i = 0; i < curves.size(); i++)
			sum += cubic(curves.get(i), (place + tilt * lever.get(i) - first) / step);
		return sum;
	}

	private static double cubic(final double[] v, final double at) {
		final double t = Math.max(0, Math.min(v.length - 1, at));
		final int k = (int) Math.min(v.length - 2, Math.floor(t));
		final double f = t - k;
		final double a = v[Math.max(0, k - 1)];
		final double d = v[Math.min(v.length - 1, k + 2)];
		final double b = v[k];
		final double c = v[k + 1];
		return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
	}

	/** The best place within some of another, and the sum there. */
	double[] best(final double near, final double within, final double tilt, final double by) {
		if (isEmpty()) return new double[] { near, 0 };
		double most = Double.NEGATIVE_INFINITY;
		double place = near;
		final int steps = (int) Math.rint(within / by);
		for (int k = -steps; k <= steps; k++) {
			final double v = at(near + k * by, tilt);
			if (v <= most) continue;
			most = v;
			place = near + k * by;
		}
		return new double[] { place, most };
	}

	/** How likely the places in a range are together, their mean and standard deviation. */
	double[] moments(final double from, final double to, final double share, final double step) {
		double most = Double.NEGATIVE_INFINITY;
		final int n = (int) Math.max(1, (to - from) / step);
		final double[] v = new double[n + 1];
		for (int i = 0; i <= n; i++) {
			v[i] = at(from + i * step, 0);
			most = Math.max(most, v[i]);
		}
		double sum = 0;
		double one = 0;
		double two = 0;
		for (int i = 0; i <= n; i++) {
			final double w = Math.exp(share * (v[i] - most));
			sum += w;
			one += w * i * step;
			two += w * i * step * i * step;
		}
		final double mean = one / sum;
		return new double[] { sum, from + mean, Math.sqrt(Math.max(0, two / sum - mean * mean)) };
	}
}
