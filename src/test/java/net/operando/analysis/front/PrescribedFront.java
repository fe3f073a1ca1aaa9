package net.operando.analysis.front;

import java.util.Random;

import org.apache.commons.math3.special.Erf;

import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/**
 * A dark front of known course: the leading half maximum moves at a constant speed from the start of the rod, height and
 * width change with the distance travelled as domain section 7 gives them for 702 nm/s between 3 and 12 s (-.36 to -.19 %/s,
 * 2.7 to 5.9 um), over a homogeneous brightening a exp(-t / tau). Frames are log intensities integrated in steps of 20
 * ms; noise is added to frames, and rates are differences of frames. Nothing here is shared with the tracer.
 */
final class PrescribedFront {

	static final double STEP_UM = 0.0694;
	static final double ROD_UM = 20.4;
	/** 0.28 % per binned pixel averaged over a cut 10 px wide. */
	static final double FRAME_NOISE = 0.0028 / Math.sqrt(10);

	/** Rise and tail of a profile as a function of the distance ahead, with two lengths. */
	enum Shape {
		/** Error function rise, exponential tail. */
		ERF_EXP {

			@Override
			double raw(final double x, final double rise, final double tail) {
				return 0.5 * Erf.erfc(x / (Math.sqrt(2) * rise)) * Math.exp(Math.min(x, 0) / tail);
			}
		},
		/** Exponential convolved with a Gaussian. */
		EMG {

			@Override
			double raw(final double x, final double rise, final double tail) {
				final double a = (rise / tail + x / rise) / Math.sqrt(2);
				if (a > 25) return 0;
				return Math.exp(rise * rise / (2 * tail * tail) + x / tail) * Erf.erfc(a);
			}
		},
		/** Gamma density of shape 3 smoothed a little by the lag alone: no exponential rise at all. */
		GAMMA {

			@Override
			double raw(final double x, final double rise, final double tail) {
				final double y = Math.max(0, -x) / tail;
				return y * y * Math.exp(-y);
			}
		},
		/** Hyperbolic secant with two decay lengths. */
		SECH {

			@Override
			double raw(final double x, final double rise, final double tail) {
				return 2 / (Math.exp(Math.min(x / rise, 300)) + Math.exp(Math.min(-x / tail, 300)));
			}
		};

		abstract double raw(double x, double rise, double tail);
	}

	/** What widens. */
	enum Growth {
		/** Rise and tail alike. */
		WHOLE,
		/** The tail alone; the rise keeps its length. */
		TAIL
	}

	private static final double GRID = 0.01;
	private static final double LOW = -70;
	private static final double HIGH = 14;
	private static final double W0 = 1.0;
	private static final double W1 = 7.2;
	private static final int WIDTHS = 63;
	private final double[][] tables = new double[WIDTHS][];

	PrescribedFront(final Shape shape, final Growth growth) {
		for (int i = 0; i < WIDTHS; i++) {
			final double width = W0 + i * (W1 - W0) / (WIDTHS - 1);
			double low = 0.02 * width;
			double high = 3 * width;
			double[] best = null;
			for (int k = 0; k < 50; k++) {
				final double tail = (low + high) / 2;
				final double rise = growth == Growth.TAIL ? 0.3 : 0.3 * tail;
				final double[] y = new double[(int) ((HIGH - LOW) / GRID) + 1];
				double top = 0;
				for (int j = 0; j < y.length; j++)
					top = Math.max(top, y[j] = shape.raw(LOW + j * GRID, rise, tail));
				int a = 0;
				while (y[a] < top / 2)
					a++;
				int b = y.length - 1;
				while (y[b] < top / 2)
					b--;
				final double back = a - (y[a] - top / 2) / (y[a] - y[a - 1]);
				final double lead = b + (y[b] - top / 2) / (y[b] - y[b + 1]);
				if ((lead - back) * GRID > width) high = tail;
				else low = tail;
				best = new double[y.length];
				for (int j = 0; j < y.length; j++) {
					final double at = Math.max(0, Math.min(y.length - 1.001, j + lead + LOW / GRID));
					final int n = (int) at;
					best[j] = (y[n] + (at - n) * (y[n + 1] - y[n])) / top;
				}
			}
			tables[i] = best;
		}
	}

	/** The profile, at most 1, with its leading half maximum at 0 and the given full width at half maximum. */
	double profile(final double ahead, final double width) {
		final double w = Math.max(0, Math.min(WIDTHS - 1.001, (width - W0) / (W1 - W0) * (WIDTHS - 1)));
		final int i = (int) w;
		final double x = (ahead - LOW) / GRID;
		if (x < 0 || x >= tables[0].length - 1) return 0;
		final int j = (int) x;
		final double f = x - j;
		final double a = tables[i][j] + f * (tables[i][j + 1] - tables[i][j]);
		final double b = tables[i + 1][j] + f * (tables[i + 1][j + 1] - tables[i + 1][j]);
		return a + (w - i) * (b - a);
	}

	/** Log intensities: frame by position. Onset at 0 s. */
	double[][] logFrames(final double[] seconds, final double fromStart, final double fromEnd, final double brightening,
		final double tau, final double stopUm)
	{
		final int rows = (int) (ROD_UM / STEP_UM) + 1;
		final double[][] frames = new double[seconds.length][rows];
		final double[] sum = new double[rows];
		double t = seconds[0];
		for (int k = 1; k < seconds.length; k++) {
			final int steps = Math.max(1, (int) Math.ceil((seconds[k] - seconds[k - 1]) / 0.02));
			final double h = (seconds[k] - seconds[k - 1]) / steps;
			for (int s = 0; s < steps; s++, t += h) {
				final double middle = t + h / 2;
				if (middle < 0) continue;
				add(sum, fromStart * middle, h, false, stopUm);
				if (fromEnd > 0) add(sum, fromEnd * middle, h, true, stopUm);
				for (int z = 0; z < rows; z++)
					sum[z] += h * brightening * Math.exp(-middle / tau);
			}
			t = seconds[k];
			System.arraycopy(sum, 0, frames[k], 0, rows);
		}
		return frames;
	}

	private void add(final double[] sum, final double free, final double h, final boolean mirrored, final double stopUm) {
		if (free <= 0) return;
		final double travelled = Math.min(free, stopUm);
		final double q = (travelled - 2.1) / 6.3;
		final double height = 0.0036 * Math.pow(0.19 / 0.36, q);
		final double width = 2.7 + 3.2 * q;
		for (int z = 0; z < sum.length; z++) {
			final double at = (mirrored ? sum.length - 1 - z : z) * STEP_UM;
			sum[z] -= h * height * profile(at - travelled, width);
		}
	}

	/**
	 * Rates from frames: each kept frame with the next kept one, if no more than three lags away, over the true time
	 * between them.
	 *
	 * @param kept which frames there are, or null for all
	 * @param random noise, or null for none
	 * @param noise its standard deviation per position and frame, as a share of the intensity
	 */
	static Kymograph rates(final double[][] logFrames, final double[] seconds, final boolean[] kept, final Random random,
		final double noise)
	{
		final int n = seconds.length;
		final double[][] frames = new double[n][];
		for (int i = 0; i < n; i++) {
			frames[i] = new double[logFrames[i].length];
			for (int z = 0; z < frames[i].length; z++)
				frames[i][z] = Math.exp(logFrames[i][z]) * (random == null ? 1 : 1 + noise * random.nextGaussian());
		}
		final float[][] values = new float[n][];
		final float[][] errors = new float[n][];
		final double[] times = new double[n];
		int count = 0;
		int last = -1;
		for (int i = 0; i < n; i++) {
			if (kept != null && !kept[i]) continue;
			if (last >= 0 && seconds[i] - seconds[last] < 3.25) {
				final double dt = seconds[i] - seconds[last];
				values[count] = new float[frames[i].length];
				errors[count] = new float[frames[i].length];
				for (int z = 0; z < frames[i].length; z++) {
					values[count][z] = (float) ((frames[i][z] - frames[last][z]) / (frames[last][z] * dt));
					errors[count][z] = random == null ? 0 : (float) (noise * Math.sqrt(2) / dt);
				}
				times[count++] = (seconds[i] + seconds[last]) / 2;
			}
			last = i;
		}
		return Kymograph.of(java.util.Arrays.copyOf(values, count), java.util.Arrays.copyOf(errors, count), TimeAxis.of(
			java.util.Arrays.copyOf(times, count)), STEP_UM * 1e-6, KymographQuantity.INTENSITY_RATE, 1, java.util.List.of());
	}
}
