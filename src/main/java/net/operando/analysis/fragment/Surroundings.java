package net.operando.analysis.fragment;

import java.util.Arrays;

/** What the inert matter around a rod tells of the light: its level in each frame, and how dark the image is where none falls. */
final class Surroundings {

	/** Pixels are unlit if they are darker than this share of the surroundings, and there are enough of them. */
	private static final double UNLIT = 0.25;
	private static final double LEAST_SHARE = 0.01;
	private static final double NEAR_MICROMETRES = 0.6;
	private static final double FAR_MICROMETRES = 2;
	private static final int LEAST_PIXELS = 50;

	private Surroundings() {}

	/** Median over the rod's surroundings of a frame over the mean frame: what the lamp does; 1 where there are too few. */
	static double gain(final float[] frame, final float[] reference, final RodStrip strip, final RodOutline outline,
		final double micrometre)
	{
		final double[] ratios = new double[strip.pixel.length];
		int n = 0;
		for (int i = 0; i < ratios.length; i++) {
			final double beside = Math.max(outline.low - strip.across[i], strip.across[i] - outline.high);
			if (beside < NEAR_MICROMETRES * micrometre || beside > FAR_MICROMETRES * micrometre) continue;
			final float r = reference[strip.pixel[i]];
			final float v = frame[strip.pixel[i]];
			if (r > 0.3 * outline.surroundings && v > 0) ratios[n++] = v / r;
		}
		if (n < LEAST_PIXELS) return 1;
		Arrays.sort(ratios, 0, n);
		return 0.5 * (ratios[(n - 1) / 2] + ratios[n / 2]);
	}

	/** The level of the unlit part of an image; 0 if all of it is lit. */
	static double dark(final float[] reference, final RodOutline outline) {
		final float[] sorted = reference.clone();
		int n = 0;
		for (final float v : reference)
			if (!Float.isNaN(v)) sorted[n++] = v;
		Arrays.sort(sorted, 0, n);
		int unlit = 0;
		while (unlit < n && sorted[unlit] < UNLIT * outline.surroundings)
			unlit++;
		return unlit < LEAST_SHARE * n ? 0 : sorted[unlit / 4];
	}
}
