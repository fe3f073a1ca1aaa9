package net.operando.model.phasefield;

import net.operando.data.kymograph.Kymograph;

/** The front definitions of the targets table, evaluated on their own, so that solver and tracer are checked apart. */
final class FrontNumbers {

	private FrontNumbers() {}

	/**
	 * Speed in nm/s of the outermost point at half the greatest rate: least squares over the first contiguous stretch of
	 * columns in which it lies within 12 to 88 % of the half length.
	 */
	static double halfMax(final Kymograph rate, final double halfLength) {
		double n = 0;
		double st = 0;
		double sz = 0;
		double stt = 0;
		double stz = 0;
		boolean inside = false;
		for (int c = 0; c < rate.columns(); c++) {
			final double z = halfMaxPosition(rate, c, halfLength);
			final boolean in = z >= 0.12 * halfLength && z <= 0.88 * halfLength;
			if (inside && !in) break;
			inside = in;
			if (!in) continue;
			final double t = rate.times().seconds(c);
			n++;
			st += t;
			sz += z;
			stt += t * t;
			stz += t * z;
		}
		return 1e9 * (n * stz - st * sz) / (n * stt - st * st);
	}

	private static double halfMaxPosition(final Kymograph rate, final int c, final double halfLength) {
		final double dz = rate.positionStepMetres();
		final int last = (int) Math.floor(halfLength / dz + 1e-9);
		int top = 0;
		for (int r = 0; r <= last; r++)
			if (Math.abs(rate.value(c, r)) > Math.abs(rate.value(c, top))) top = r;
		final double level = 0.5 * Math.abs(rate.value(c, top));
		for (int r = top; r < last; r++) {
			final double a = Math.abs(rate.value(c, r));
			final double b = Math.abs(rate.value(c, r + 1));
			if (a >= level && b < level) return dz * (r + (a - level) / (a - b));
		}
		return Double.NaN;
	}

	/** Half length over the time, from {@code t = 0}, at which the rate in the middle is half the mean rate; nm/s. */
	static double arrival(final Kymograph rate, final double halfLength) {
		final int middle = (int) Math.round(halfLength / rate.positionStepMetres());
		double before = Double.NaN;
		for (int c = 0; c < rate.columns(); c++) {
			double mean = 0;
			for (int r = 0; r < rate.rows(); r++)
				mean += rate.value(c, r) * (r == 0 || r == rate.rows() - 1 ? 0.5 : 1) / (rate.rows() - 1);
			final double ratio = rate.value(c, middle) / mean - 0.5;
			if (ratio >= 0) {
				final double t = rate.times().seconds(c);
				if (c == 0) return 1e9 * halfLength / t;
				final double t0 = rate.times().seconds(c - 1);
				return 1e9 * halfLength / (t0 + (t - t0) * -before / (ratio - before));
			}
			before = ratio;
		}
		return Double.NaN;
	}

	/** Speed of the fitted position of the greatest rate between two fractions of the half length, nm/s. */
	static double extremum(final Kymograph rate, final double halfLength, final double from, final double to) {
		final double dz = rate.positionStepMetres();
		final int last = (int) Math.floor(halfLength / dz + 1e-9);
		double n = 0;
		double st = 0;
		double sz = 0;
		double stt = 0;
		double stz = 0;
		for (int c = 0; c < rate.columns(); c++) {
			int top = 1;
			for (int r = 1; r < last; r++)
				if (Math.abs(rate.value(c, r)) > Math.abs(rate.value(c, top))) top = r;
			final double a = Math.abs(rate.value(c, top - 1));
			final double b = Math.abs(rate.value(c, top));
			final double d = Math.abs(rate.value(c, top + 1));
			if (b < a || b < d) continue;
			final double z = dz * (top + 0.5 * (a - d) / (a - 2 * b + d));
			if (z < from * halfLength || z > to * halfLength) continue;
			final double t = rate.times().seconds(c);
			n++;
			st += t;
			sz += z;
			stt += t * t;
			stz += t * z;
		}
		return 1e9 * (n * stz - st * sz) / (n * stt - st * st);
	}
}
