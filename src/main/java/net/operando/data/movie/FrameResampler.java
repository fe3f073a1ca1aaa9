package net.operando.data.movie;

import java.util.Arrays;

import net.operando.base.numeric.SixPointInterpolation;

/**
 * One frame as it would look had the sample not moved: every pixel is read where its place in the sample has gone, by
 * interpolation of degree 5 in both directions. Pixels whose neighbours needed are outside the frame or NaN are NaN. A shift by
 * whole pixels copies samples unchanged. Thread-safe.
 */
final class FrameResampler {

	private static final int TAPS = SixPointInterpolation.TAPS;

	private final int width;
	private final int height;

	FrameResampler(final int width, final int height) {
		this.width = width;
		this.height = height;
	}

	/** @param to as many samples as a frame; returned */
	float[] resample(final float[] frame, final FrameShift shift, final float[] to) {
		if (!shift.isKnown()) Arrays.fill(to, Float.NaN);
		else if (shift.rotationDegrees() == 0) translate(frame, shift.dxPixels(), shift.dyPixels(), to);
		else rotate(frame, shift, to);
		return to;
	}

	private void translate(final float[] frame, final double dx, final double dy, final float[] to) {
		final int sx = (int) Math.floor(dx);
		final int sy = (int) Math.floor(dy);
		final Kernel across = new Kernel(dx - sx);
		final Kernel down = new Kernel(dy - sy);
		final float[][] rows = new float[down.taps][width];
		// rows of the frame are filtered once, in order, and kept while they are needed
		for (int k = 0; k < down.taps - 1; k++)
			filterRow(frame, sy + down.first + k, sx, across, rows[k]);
		for (int y = 0; y < height; y++) {
			filterRow(frame, y + sy + down.first + down.taps - 1, sx, across, rows[(y + down.taps - 1) % down.taps]);
			final int at = y * width;
			Arrays.fill(to, at, at + width, 0);
			for (int k = 0; k < down.taps; k++) {
				final float weight = down.weights[k];
				final float[] row = rows[(y + k) % down.taps];
				for (int x = 0; x < width; x++)
					to[at + x] += weight * row[x];
			}
		}
	}

	/** A row interpolated along itself; NaN outside the frame. */
	private void filterRow(final float[] frame, final int row, final int sx, final Kernel across, final float[] filtered) {
		Arrays.fill(filtered, Float.NaN);
		if (row < 0 || row >= height) return;
		final int left = sx + across.first;
		final int from = Math.max(0, -left);
		final int end = Math.min(width, width - left - across.taps + 1);
		final int at = row * width + left;
		for (int x = from; x < end; x++) {
			float sum = 0;
			for (int k = 0; k < across.taps; k++)
				sum += across.weights[k] * frame[at + x + k];
			filtered[x] = sum;
		}
	}

	private void rotate(final float[] frame, final FrameShift shift, final float[] to) {
		final double cos = Math.cos(Math.toRadians(shift.rotationDegrees()));
		final double sin = Math.sin(Math.toRadians(shift.rotationDegrees()));
		final double cx = 0.5 * (width - 1);
		final double cy = 0.5 * (height - 1);
		final float[] wx = new float[TAPS];
		final float[] wy = new float[TAPS];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double u = cx + cos * (x - cx) - sin * (y - cy) + shift.dxPixels();
				final double v = cy + sin * (x - cx) + cos * (y - cy) + shift.dyPixels();
				final int i = (int) Math.floor(u);
				final int j = (int) Math.floor(v);
				float sum = Float.NaN;
				if (i >= 2 && j >= 2 && i < width - 3 && j < height - 3) {
					SixPointInterpolation.weights(u - i, wx);
					SixPointInterpolation.weights(v - j, wy);
					sum = 0;
					for (int k = 0, at = (j - 2) * width + i - 2; k < TAPS; k++, at += width)
						sum += wy[k] * (wx[0] * frame[at] + wx[1] * frame[at + 1] + wx[2] * frame[at + 2] + wx[3] * frame[at + 3] +
							wx[4] * frame[at + 4] + wx[5] * frame[at + 5]);
				}
				to[y * width + x] = sum;
			}
	}

	/** Six weights, or one where a point falls on a sample. */
	private static final class Kernel {

		private final int first;
		private final int taps;
		private final float[] weights;

		Kernel(final double fraction) {
			final boolean whole = fraction == 0;
			first = whole ? 0 : SixPointInterpolation.FIRST;
			taps = whole ? 1 : TAPS;
			weights = whole ? new float[] { 1 } : SixPointInterpolation.weights(fraction);
		}
	}
}
