package net.operando.analysis.front;

import java.util.Arrays;

import net.operando.base.numeric.LineFit;
import net.operando.data.kymograph.Kymograph;

/** Simpler estimators of the speed of a dark front from the start, to compare with. Speeds in um/s. */
final class Rivals {

	private static final double STEP = PrescribedFront.STEP_UM;

	private Rivals() {}

	/** Extremum of each column and Theil-Sen through all columns after the onset. */
	static double extremumTheilSen(final Kymograph k) {
		return line(k, 0, 1, false);
	}

	/** Extremum of each column smoothed over 1 um, and Theil-Sen. */
	static double smoothedExtremumTheilSen(final Kymograph k) {
		return line(k, 7, 1, false);
	}

	/** Outermost half maximum of each column smoothed over 1 um; least squares over 12 to 88 % of the half length. */
	static double halfMaximumByColumn(final Kymograph k) {
		return line(k, 7, 0.5, true);
	}

	private static double line(final Kymograph k, final int half, final double level, final boolean clipped) {
		final double[] t = new double[k.columns()];
		final double[] z = new double[k.columns()];
		int n = 0;
		for (int c = 0; c < k.columns(); c++) {
			if (k.times().seconds(c) < 0.5) continue;
			final double at = outermost(column(k, c, half), level) * STEP;
			if (clipped && !(at >= 0.12 * VelocityTrial.HALF_UM && at <= 0.88 * VelocityTrial.HALF_UM)) continue;
			t[n] = k.times().seconds(c);
			z[n++] = at;
		}
		if (n < 5) return Double.NaN;
		final double[] x = Arrays.copyOf(t, n);
		final double[] y = Arrays.copyOf(z, n);
		return (clipped ? LineFit.leastSquares(x, y) : LineFit.theilSen(x, y)).slope();
	}

	/** The column, darker counted up from its median, averaged over 2 half + 1 positions. */
	private static double[] column(final Kymograph k, final int c, final int half) {
		final int n = k.rows();
		final double[] raw = new double[n];
		for (int i = 0; i < n; i++)
			raw[i] = k.value(c, i);
		final double[] sorted = raw.clone();
		Arrays.sort(sorted);
		final double[] v = new double[n];
		for (int i = 0; i < n; i++) {
			double s = 0;
			int m = 0;
			for (int j = Math.max(0, i - half); j <= Math.min(n - 1, i + half); j++, m++)
				s += raw[j];
			v[i] = sorted[n / 2] - s / m;
		}
		return v;
	}

	private static double outermost(final double[] v, final double level) {
		int top = 0;
		for (int i = 0; i < v.length; i++)
			if (v[i] > v[top]) top = i;
		if (level == 1) return top;
		for (int i = v.length - 1; i > top; i--)
			if (v[i] < level * v[top] && v[i - 1] >= level * v[top]) return i - 1 + (v[i - 1] - level * v[top]) / (v[i - 1] -
				v[i]);
		return Double.NaN;
	}

	/**
	 * Co-moving template: columns shifted onto each other along a line, averaged, each column matched to the average, a
	 * line through the shifts, five times over.
	 */
	static double template(final Kymograph k) {
		double speed = halfMaximumByColumn(k);
		if (Double.isNaN(speed)) return Double.NaN;
		final int n = k.rows();
		int first = 0;
		while (k.times().seconds(first) < 1)
			first++;
		final int m = k.columns() - first;
		if (m < 5) return Double.NaN;
		final double[] t = new double[m];
		final double[] shift = new double[m];
		for (int c = 0; c < m; c++) {
			t[c] = k.times().seconds(first + c);
			shift[c] = speed * t[c];
		}
		for (int pass = 0; pass < 5; pass++) {
			final double[] mean = new double[2 * n];
			final int[] count = new int[2 * n];
			for (int c = 0; c < m; c++) {
				final double[] v = column(k, first + c, 0);
				for (int i = 0; i < n; i++) {
					final int u = (int) Math.round(i - shift[c] / STEP) + n;
					if (u < 0 || u >= 2 * n) continue;
					mean[u] += v[i];
					count[u]++;
				}
			}
			for (int u = 0; u < 2 * n; u++)
				mean[u] = count[u] > 0 ? mean[u] / count[u] : 0;
			for (int c = 0; c < m; c++)
				shift[c] = match(column(k, first + c, 0), mean, shift[c] / STEP) * STEP;
			final LineFit line = LineFit.leastSquares(t, shift);
			speed = line.slope();
			for (int c = 0; c < m; c++)
				shift[c] = line.at(t[c]);
		}
		return speed;
	}

	private static double match(final double[] v, final double[] template, final double near) {
		double best = Double.NEGATIVE_INFINITY;
		double at = near;
		for (int d = -30; d <= 30; d++) {
			double s = 0;
			for (int i = 0; i < v.length; i++) {
				final int u = (int) Math.round(i - near - d) + v.length;
				if (u >= 0 && u < template.length) s += v[i] * template[u] - 0.5 * template[u] * template[u];
			}
			if (s > best) {
				best = s;
				at = near + d;
			}
		}
		return at;
	}
}
