package net.operando.analysis.front;

import java.util.List;

import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/**
 * A rod filling from both ends at constant rate with table F1 of the domain: finite volumes with the Kirchhoff face
 * flux and backward Euler. Written for the tests of the tracer alone, so that tracer and product solver do not vouch
 * for each other.
 */
final class ReferenceRod {

	private static final double[] X = { 0, .05, .08, .085, .09, .10, .12, .14, .22, .42, .68, 1.0 };
	private static final double[] LOG_D = { -17, -15, -12.43, -11.80, -11.74, -11.30, -11.06, -11.001, -11.0, -11.745, -12.6,
		-13 };
	private static final double LENGTH = 20.4e-6;
	private static final int TABLE = 200_000;
	private final double[] d = new double[TABLE + 1];
	private final double[] k = new double[TABLE + 1];

	ReferenceRod() {
		final double[] slope = slopes();
		for (int i = 0; i <= TABLE; i++) {
			d[i] = Math.pow(10, interpolate(i / (double) TABLE, slope));
			if (i > 0) k[i] = k[i - 1] + 0.5 * (d[i] + d[i - 1]) / TABLE;
		}
	}

	/** Fritsch and Carlson's monotone slopes with the harmonic mean, one-sided at the ends. */
	private static double[] slopes() {
		final int n = X.length;
		final double[] s = new double[n];
		for (int i = 1; i < n - 1; i++) {
			final double h0 = X[i] - X[i - 1];
			final double h1 = X[i + 1] - X[i];
			final double a = (LOG_D[i] - LOG_D[i - 1]) / h0;
			final double b = (LOG_D[i + 1] - LOG_D[i]) / h1;
			s[i] = a * b <= 0 ? 0 : 3 * (h0 + h1) / ((2 * h1 + h0) / a + (h1 + 2 * h0) / b);
		}
		s[0] = (LOG_D[1] - LOG_D[0]) / (X[1] - X[0]);
		s[n - 1] = (LOG_D[n - 1] - LOG_D[n - 2]) / (X[n - 1] - X[n - 2]);
		return s;
	}

	private static double interpolate(final double x, final double[] slope) {
		int i = 0;
		while (i < X.length - 2 && x > X[i + 1])
			i++;
		final double h = X[i + 1] - X[i];
		final double t = (x - X[i]) / h;
		return LOG_D[i] * (1 + 2 * t) * (1 - t) * (1 - t) + slope[i] * h * t * (1 - t) * (1 - t) + LOG_D[i + 1] * t * t * (3 -
			2 * t) + slope[i + 1] * h * t * t * (t - 1);
	}

	private static double at(final double[] table, final double x) {
		final double p = Math.max(0, Math.min(1, x)) * TABLE;
		final int i = (int) Math.min(TABLE - 1, p);
		return table[i] + (p - i) * (table[i + 1] - table[i]);
	}

	/** The rate over a lag, stamped at mid-interval, every half lag. */
	Kymograph rates(final double cRate, final double start, final double seconds, final int cells, final double lag) {
		final double step = lag / 40;
		final double h = LENGTH / 2 / cells;
		final double flux = cRate / 3600 * LENGTH / 2;
		final int steps = (int) Math.round(seconds / step);
		final int every = 20;
		final double[][] kept = new double[steps / every + 1][];
		double[] x = new double[cells];
		java.util.Arrays.fill(x, start);
		kept[0] = x;
		for (int n = 1; n <= steps; n++) {
			x = next(x, step, h, flux);
			if (n % every == 0) kept[n / every] = x;
		}
		final int columns = kept.length - 2;
		final float[][] values = new float[columns][2 * cells];
		final double[] times = new double[columns];
		for (int c = 0; c < columns; c++) {
			times[c] = c * every * step + lag / 2;
			for (int i = 0; i < cells; i++) {
				final float rate = (float) ((kept[c + 2][i] - kept[c][i]) / lag);
				values[c][i] = rate;
				values[c][2 * cells - 1 - i] = rate;
			}
		}
		return Kymograph.of(values, null, TimeAxis.of(times), h, KymographQuantity.COMPOSITION_RATE, lag, List.of());
	}

	private double[] next(final double[] old, final double dt, final double h, final double flux) {
		final int n = old.length;
		final double[] x = old.clone();
		final double r = dt / (h * h);
		for (int newton = 0; newton < 40; newton++) {
			final double[] diagonal = new double[n];
			final double[] lower = new double[n];
			final double[] upper = new double[n];
			final double[] f = new double[n];
			for (int i = 0; i < n; i++) {
				diagonal[i] = 1;
				f[i] = old[i] - x[i] + (i == 0 ? dt * flux / h : 0);
				if (i > 0) {
					f[i] += r * (at(k, x[i - 1]) - at(k, x[i]));
					diagonal[i] += r * at(d, x[i]);
					lower[i] = -r * at(d, x[i - 1]);
				}
				if (i < n - 1) {
					f[i] += r * (at(k, x[i + 1]) - at(k, x[i]));
					diagonal[i] += r * at(d, x[i]);
					upper[i] = -r * at(d, x[i + 1]);
				}
			}
			for (int i = 1; i < n; i++) {
				final double m = lower[i] / diagonal[i - 1];
				diagonal[i] -= m * upper[i - 1];
				f[i] -= m * f[i - 1];
			}
			double worst = 0;
			for (int i = n - 1; i >= 0; i--) {
				f[i] = (f[i] - (i < n - 1 ? upper[i] * f[i + 1] : 0)) / diagonal[i];
				worst = Math.max(worst, Math.abs(f[i]));
			}
			for (int i = 0; i < n; i++)
				x[i] += Math.max(-0.02, Math.min(0.02, f[i]));
			if (worst < 1e-10) return x;
		}
		throw new IllegalStateException("Newton did not converge");
	}
}
