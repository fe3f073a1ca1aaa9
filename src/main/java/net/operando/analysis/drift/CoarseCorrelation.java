package net.operando.analysis.drift;

import java.util.Arrays;

import net.operando.base.numeric.PlaneTransform;
import net.operando.data.movie.BoxMean;
import net.operando.data.movie.PixelMask;

/**
 * Shifts of any size to a fraction of a bin: cross-correlation, by Fourier transform, of frames that are binned, divided
 * by their local mean (which takes light and its changes out) and clipped (so that particles weigh no more than carbon). Where parts
 * of a frame are missing or large shifts are expected, it is divided by the energies of the parts that overlap (Padfield 2012,
 * with local means taken off beforehand). Not thread-safe: one per thread.
 */
final class CoarseCorrelation {

	/** Half edge in bins of the squares whose mean is taken off. */
	private static final int REACH = 5;

	/** Values beyond so many times their mean size are clipped. */
	private static final double CLIP = 3;

	/** A peak beyond the largest shift expected has to be higher by this factor. */
	private static final double BEYOND = 1.25;

	/** Frames that overlap less cannot be compared. */
	private static final double LEAST_OVERLAP = 0.2;

	private final int width;
	private final int height;
	private final int bin;
	private final int columns;
	private final int rows;
	private final boolean padded;
	private final PlaneTransform transform;
	private final double maxShift;
	private final double[] field;
	private final double[] re;
	private final double[] im;

	CoarseCorrelation(final int width, final int height, final double maxShiftPixels) {
		this.width = width;
		this.height = height;
		maxShift = maxShiftPixels;
		final int side = Math.min(width, height);
		bin = side >= 400 ? 4 : side >= 160 ? 2 : 1;
		columns = width / bin;
		rows = height / bin;
		padded = 4 * maxShiftPixels > side;
		final int room = padded ? (int) Math.ceil(Math.min(maxShiftPixels, side) / bin) + 2 : 0;
		transform = PlaneTransform.periodic(powerOfTwo(rows + room), powerOfTwo(columns + room));
		field = new double[transform.rows() * transform.columns()];
		re = new double[transform.spectrumSize()];
		im = new double[transform.spectrumSize()];
	}

	private static int powerOfTwo(final int least) {
		return Math.max(2, Integer.highestOneBit(Math.max(1, least - 1)) * 2);
	}

	/** The spectra of one frame; immutable. */
	static final class Spectrum {

		private final double[][] values;
		private final double[][] present;
		private final double[][] squares;

		private Spectrum(final double[][] values, final double[][] present, final double[][] squares) {
			this.values = values;
			this.present = present;
			this.squares = squares;
		}
	}

	/** @param excluded what is not to be looked at besides what is bad, or null */
	Spectrum spectrum(final PreparedFrame frame, final PixelMask excluded) {
		final float[] binned = binned(frame, excluded);
		final float[] mean = BoxMean.of(binned, columns, rows, REACH);
		double size = 0;
		int n = 0;
		for (int i = 0; i < binned.length; i++) {
			binned[i] = binned[i] / mean[i] - 1;
			if (!(binned[i] - binned[i] == 0)) binned[i] = Float.NaN;
			else {
				size += Math.abs(binned[i]);
				n++;
			}
		}
		final float most = (float) (CLIP * size / Math.max(1, n));
		final boolean normalised = padded || frame.hasBad();
		for (int i = 0; i < binned.length; i++)
			if (!Float.isNaN(binned[i])) binned[i] = Math.max(-most, Math.min(most, binned[i]));
		return new Spectrum(transformed(binned, 0), normalised ? transformed(binned, 1) : null, normalised ? transformed(binned,
			2) : null);
	}

	/** Means over bins; NaN where a quarter of the bin or more is missing. */
	private float[] binned(final PreparedFrame frame, final PixelMask excluded) {
		final float[] binned = new float[columns * rows];
		final boolean clean = excluded == null && !frame.hasBad();
		for (int r = 0; r < rows; r++) {
			for (int y = r * bin; y < (r + 1) * bin; y++)
				for (int c = 0, i = y * width; c < columns; c++) {
					float sum = 0;
					for (final int end = i + bin; i < end; i++)
						sum += frame.samples[i];
					binned[r * columns + c] += sum;
				}
			for (int c = 0; c < columns; c++) {
				final int i = r * columns + c;
				if (!clean && missing(frame, excluded, c * bin, r * bin) * 4 >= bin * bin) binned[i] = Float.NaN;
			}
		}
		return binned;
	}

	private int missing(final PreparedFrame frame, final PixelMask excluded, final int x0, final int y0) {
		int n = frame.bad(x0, y0, x0 + bin, y0 + bin);
		if (excluded != null) for (int y = y0; y < y0 + bin; y++)
			for (int x = x0; x < x0 + bin; x++)
				if (excluded.contains(y * width + x)) n++;
		return n;
	}

	/** Spectrum of the values (power 1), of 1 where there is one (power 0) or of their squares (power 2). */
	private double[][] transformed(final float[] binned, final int kind) {
		Arrays.fill(field, 0);
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++) {
				final float v = binned[r * columns + c];
				if (!Float.isNaN(v)) field[r * transform.columns() + c] = kind == 0 ? v : kind == 1 ? 1 : v * v;
			}
		final double[][] spectrum = new double[2][transform.spectrumSize()];
		transform.forward(field, spectrum[0], spectrum[1]);
		return spectrum;
	}

	/**
	 * The shift of a frame against another, in px.
	 *
	 * @return x and y of the highest peak
	 */
	double[] shift(final Spectrum frame, final Spectrum key) {
		final double[] product = correlate(key.values, frame.values);
		if (frame.present != null && key.present != null) {
			final double[] keyEnergy = correlate(key.squares, frame.present);
			final double[] frameEnergy = correlate(key.present, frame.squares);
			final double[] overlap = correlate(key.present, frame.present);
			double most = 0;
			for (final double o : overlap)
				most = Math.max(most, o);
			for (int i = 0; i < product.length; i++)
				product[i] = overlap[i] < LEAST_OVERLAP * most || !(keyEnergy[i] * frameEnergy[i] > 0) ? 0 : product[i] / Math
					.sqrt(keyEnergy[i] * frameEnergy[i]);
		}
		return peak(product);
	}

	/** The sum over x of a(x) b(x + d) at every shift d, periodically. */
	private double[] correlate(final double[][] a, final double[][] b) {
		for (int i = 0; i < re.length; i++) {
			re[i] = a[0][i] * b[0][i] + a[1][i] * b[1][i];
			im[i] = a[0][i] * b[1][i] - a[1][i] * b[0][i];
		}
		final double[] c = new double[field.length];
		transform.inverse(re, im, c);
		return c;
	}

	private double[] peak(final double[] c) {
		final int w = transform.columns();
		final int h = transform.rows();
		final int reachX = (int) Math.min(w / 2 - 1, (1 - LEAST_OVERLAP) * columns);
		final int reachY = (int) Math.min(h / 2 - 1, (1 - LEAST_OVERLAP) * rows);
		final double near = maxShift / bin + 1;
		double inside = Double.NEGATIVE_INFINITY;
		double outside = Double.NEGATIVE_INFINITY;
		int[] insideAt = { 0, 0 };
		int[] outsideAt = { 0, 0 };
		for (int dy = -reachY; dy <= reachY; dy++)
			for (int dx = -reachX; dx <= reachX; dx++) {
				final double v = c[(dy + h) % h * w + (dx + w) % w];
				if (Math.abs(dx) <= near && Math.abs(dy) <= near) {
					if (v > inside) {
						inside = v;
						insideAt = new int[] { dx, dy };
					}
				}
				else if (v > outside) {
					outside = v;
					outsideAt = new int[] { dx, dy };
				}
			}
		final int[] at = outside > BEYOND * Math.max(0, inside) ? outsideAt : insideAt;
		final int row = (at[1] + h) % h;
		final int column = (at[0] + w) % w;
		final double here = c[row * w + column];
		final double x = at[0] + vertex(c[row * w + (column + w - 1) % w], here, c[row * w + (column + 1) % w]);
		final double y = at[1] + vertex(c[(row + h - 1) % h * w + column], here, c[(row + 1) % h * w + column]);
		return new double[] { x * bin, y * bin };
	}

	/** Where a parabola through three equally spaced values has its top, relative to the middle one. */
	private static double vertex(final double before, final double here, final double after) {
		final double curvature = before - 2 * here + after;
		return curvature < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (before - after) / curvature)) : 0;
	}
}
