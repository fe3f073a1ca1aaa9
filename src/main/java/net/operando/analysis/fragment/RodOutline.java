package net.operando.analysis.fragment;

import java.util.Arrays;

import net.operando.base.InsufficientDataException;

/** Where the long sides of a rod lie beside its line, and what surrounds it; in px and counts. Immutable. */
final class RodOutline {

	/** Distances from the line, the first below the second. */
	final double low;
	final double high;
	/** Median of what surrounds the rod. */
	final double surroundings;
	/** Median of the rod near its line. */
	final double rod;

	private RodOutline(final double low, final double high, final double surroundings, final double rod) {
		this.low = low;
		this.high = high;
		this.surroundings = surroundings;
		this.rod = rod;
	}

	double width() {
		return high - low;
	}

	/**
	 * The sides are where the mean along the rod crosses half way between rod and surroundings, looked for from outside.
	 *
	 * @param image mean of some frames
	 * @param given width in px about the line; 0: measured
	 * @param micrometre in px
	 * @throws InsufficientDataException if no sides are seen
	 */
	static RodOutline of(final float[] image, final RodStrip strip, final double given, final double micrometre) {
		final double reach = Math.max(4 * micrometre, 0.5 * given + 2 * micrometre);
		final int bins = (int) Math.ceil(2 * reach) + 1;
		final double[] sum = new double[bins];
		final int[] count = new int[bins];
		for (int i = 0; i < strip.pixel.length; i++) {
			if (strip.along[i] < 0.1 * strip.length || strip.along[i] > 0.9 * strip.length) continue;
			final int b = (int) Math.rint(strip.across[i] + reach);
			final float v = image[strip.pixel[i]];
			if (b < 0 || b >= bins || Float.isNaN(v)) continue;
			sum[b] += v;
			count[b]++;
		}
		final double[] profile = new double[bins];
		for (int b = 0; b < bins; b++)
			profile[b] = count[b] == 0 ? Double.NaN : sum[b] / count[b];
		final double inner = median(profile, reach, 0, Math.min(0.6 * micrometre, given > 0 ? 0.3 * given : reach));
		double farthest = 0;
		for (int b = 0; b < bins; b++)
			if (count[b] > 0) farthest = Math.max(farthest, Math.abs(b - reach));
		// of a rod near the image's border less is seen
		final double outer = median(profile, reach, Math.max(0.65 * farthest, Math.min(0.5 * given + 0.6 * micrometre, farthest -
			1)), reach);
		if (given > 0) return new RodOutline(-0.5 * given, 0.5 * given, outer, inner);
		final double low = side(profile, reach, -1, 0.5 * (inner + outer), inner > outer);
		final double high = side(profile, reach, 1, 0.5 * (inner + outer), inner > outer);
		if (!(high - low > 0.4 * micrometre)) throw new InsufficientDataException(
			"The sides of the rod were not seen beside the line: give its width in pixels (widthpx), and check that the line lies on the rod.");
		return new RodOutline(low, high, outer, inner);
	}

	private static double side(final double[] profile, final double reach, final int direction, final double level,
		final boolean bright)
	{
		final int middle = (int) Math.rint(reach);
		for (int d = (int) Math.floor(reach) - 1; d >= 0; d--) {
			final double out = profile[Math.max(0, Math.min(profile.length - 1, middle + direction * (d + 1)))];
			final double in = profile[middle + direction * d];
			if (Double.isNaN(out) || Double.isNaN(in) || in > level != bright) continue;
			final double f = Math.abs(out - in) > 0 ? Math.max(0, Math.min(1, (level - in) / (out - in))) : 0.5;
			return direction * (d + f) + middle - reach;
		}
		return Double.NaN;
	}

	private static double median(final double[] profile, final double reach, final double from, final double to) {
		final double[] values = new double[profile.length];
		int n = 0;
		for (int b = 0; b < profile.length; b++) {
			final double d = Math.abs(b - reach);
			if (d >= from && d <= to && !Double.isNaN(profile[b])) values[n++] = profile[b];
		}
		if (n == 0) return Double.NaN;
		Arrays.sort(values, 0, n);
		return 0.5 * (values[(n - 1) / 2] + values[n / 2]);
	}
}
