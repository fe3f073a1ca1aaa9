package net.operando.analysis.fragment;

import java.util.Arrays;

import net.operando.data.movie.LinePath;

/** The pixels near a line with their place along and across it, in px. Immutable, thread-safe. */
final class RodStrip {

	/** Pixel number in the image. */
	final int[] pixel;
	/** Distance along the line from its first end; beyond the ends the line goes on straight. */
	final float[] along;
	/** Distance from the line, to the right of someone walking along it as the image is seen (y downward). */
	final float[] across;
	final double length;

	private RodStrip(final int[] pixel, final float[] along, final float[] across, final double length) {
		this.pixel = pixel;
		this.along = along;
		this.across = across;
		this.length = length;
	}

	/** @param margin how far beside and beyond the line pixels are taken, in px */
	static RodStrip of(final LinePath line, final int width, final int height, final double margin) {
		double left = Double.POSITIVE_INFINITY;
		double right = Double.NEGATIVE_INFINITY;
		double top = Double.POSITIVE_INFINITY;
		double bottom = Double.NEGATIVE_INFINITY;
		for (int v = 0; v < line.vertexCount(); v++) {
			left = Math.min(left, line.x(v));
			right = Math.max(right, line.x(v));
			top = Math.min(top, line.y(v));
			bottom = Math.max(bottom, line.y(v));
		}
		final int x0 = Math.max(0, (int) Math.floor(left - 1.5 * margin));
		final int x1 = Math.min(width - 1, (int) Math.ceil(right + 1.5 * margin));
		final int y0 = Math.max(0, (int) Math.floor(top - 1.5 * margin));
		final int y1 = Math.min(height - 1, (int) Math.ceil(bottom + 1.5 * margin));
		final int most = Math.max(0, x1 - x0 + 1) * Math.max(0, y1 - y0 + 1);
		final int[] pixel = new int[most];
		final float[] along = new float[most];
		final float[] across = new float[most];
		final double[] place = new double[2];
		int n = 0;
		for (int y = y0; y <= y1; y++)
			for (int x = x0; x <= x1; x++) {
				place(line, x, y, place);
				if (Math.abs(place[1]) > margin || place[0] < -margin || place[0] > line.length() + margin) continue;
				pixel[n] = y * width + x;
				along[n] = (float) place[0];
				across[n++] = (float) place[1];
			}
		return new RodStrip(Arrays.copyOf(pixel, n), Arrays.copyOf(along, n), Arrays.copyOf(across, n), line.length());
	}

	/** Place along and across the segment that is nearest. */
	private static void place(final LinePath line, final double x, final double y, final double[] place) {
		double nearest = Double.POSITIVE_INFINITY;
		double start = 0;
		final int last = line.vertexCount() - 2;
		for (int v = 0; v <= last; v++) {
			final double dx = line.x(v + 1) - line.x(v);
			final double dy = line.y(v + 1) - line.y(v);
			final double length = Math.hypot(dx, dy);
			final double s = ((x - line.x(v)) * dx + (y - line.y(v)) * dy) / length;
			final double u = ((y - line.y(v)) * dx - (x - line.x(v)) * dy) / length;
			final double beyond = s < 0 && v > 0 ? -s : s > length && v < last ? s - length : 0;
			final double distance = Math.hypot(beyond, u);
			if (distance < nearest) {
				nearest = distance;
				place[0] = start + Math.max(v > 0 ? 0 : s, Math.min(v < last ? length : s, s));
				place[1] = u;
			}
			start += length;
		}
	}

	/** The point of a line at a distance along it, with the unit vector along it there: x, y, dx, dy. */
	static double[] point(final LinePath line, final double distance) {
		double start = 0;
		final int last = line.vertexCount() - 2;
		for (int v = 0;; v++) {
			final double dx = line.x(v + 1) - line.x(v);
			final double dy = line.y(v + 1) - line.y(v);
			final double length = Math.hypot(dx, dy);
			if (v == last || distance < start + length) {
				final double f = (distance - start) / length;
				return new double[] { line.x(v) + f * dx, line.y(v) + f * dy, dx / length, dy / length };
			}
			start += length;
		}
	}

	/** The line between two distances along it, with the vertices between. */
	static LinePath part(final LinePath line, final double from, final double to) {
		final double[] x = new double[line.vertexCount() + 2];
		final double[] y = new double[line.vertexCount() + 2];
		int n = 0;
		final double[] a = point(line, from);
		x[n] = a[0];
		y[n++] = a[1];
		double at = 0;
		for (int v = 1; v < line.vertexCount() - 1; v++) {
			at += Math.hypot(line.x(v) - line.x(v - 1), line.y(v) - line.y(v - 1));
			if (at > from + 1e-6 && at < to - 1e-6) {
				x[n] = line.x(v);
				y[n++] = line.y(v);
			}
		}
		final double[] b = point(line, to);
		x[n] = b[0];
		y[n++] = b[1];
		return LinePath.polyline(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
	}
}
