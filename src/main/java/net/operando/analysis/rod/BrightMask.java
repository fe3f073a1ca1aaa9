package net.operando.analysis.rod;

import java.util.Arrays;

/**
 * Where an image is brighter than its carbon: the image is smoothed over the speckle, the lit disc is told from the dark around
 * it, the slow course of the light is taken out by a paraboloid through the carbon, and a threshold set between the two classes
 * that Otsu's criterion separates. Immutable.
 */
final class BrightMask {

	private static final double SPECKLE_UM = 0.22;
	private static final double DISC_UM = 1;
	/** Of the brightest parts; carbon has a quarter or more of a rod's light. */
	private static final double DARK = 0.15;
	/** Threshold between carbon (0) and rods (1): fringes darken a rod by 30 %, speckle brightens carbon as much. */
	private static final double BETWEEN = 0.42;
	private static final int BINS = 200;

	final int width;
	final int height;
	/** Smoothed intensity over that of the carbon at the same place; NaN outside the disc. */
	final double[] level;
	final boolean[] bright;
	/** Median level of what is bright. */
	final double rodLevel;

	private BrightMask(final int width, final int height, final double[] level, final boolean[] bright, final double rodLevel) {
		this.width = width;
		this.height = height;
		this.level = level;
		this.bright = bright;
		this.rodLevel = rodLevel;
	}

	/** @param pixel_um size of a pixel */
	static BrightMask of(final float[] image, final int width, final int height, final double pixel_um) {
		final double[] smooth = Smoothing.gaussian(image, width, height, SPECKLE_UM / pixel_um);
		final double[] wide = Smoothing.gaussian(image, width, height, DISC_UM / pixel_um);
		final double[] sorted = Arrays.stream(wide).filter(v -> !Double.isNaN(v)).sorted().toArray();
		final double top = sorted.length == 0 ? 0 : sorted[(int) (0.97 * (sorted.length - 1))];
		final boolean[] lit = new boolean[smooth.length];
		for (int i = 0; i < lit.length; i++)
			lit[i] = wide[i] > DARK * top && smooth[i] > 0;
		final boolean[] disc = ShapeDistance.eroded(lit, width, height, DISC_UM / pixel_um);
		double[] level = new double[smooth.length];
		for (int i = 0; i < level.length; i++)
			level[i] = disc[i] ? Math.log(smooth[i]) : Double.NaN;
		boolean[] bright = new boolean[level.length];
		double rods = Double.NaN;
		for (int round = 0; round < 3; round++) {
			final double threshold = otsu(level);
			final double low = medianOf(level, threshold, false);
			final double high = medianOf(level, threshold, true);
			if (Double.isNaN(low + high)) break;
			rods = Math.exp(high - low);
			final double cut = low + Math.log(1 + BETWEEN * (rods - 1));
			for (int i = 0; i < level.length; i++)
				bright[i] = level[i] > cut;
			final boolean[] near = ShapeDistance.dilated(bright, width, height, 3 * SPECKLE_UM / pixel_um);
			level = Paraboloid.removed(level, near, width, height);
		}
		final double[] ratio = new double[level.length];
		for (int i = 0; i < ratio.length; i++)
			ratio[i] = Math.exp(level[i]);
		return new BrightMask(width, height, ratio, bright, rods);
	}

	private static double medianOf(final double[] v, final double threshold, final boolean above) {
		final double[] part = Arrays.stream(v).filter(d -> !Double.isNaN(d) && d > threshold == above).toArray();
		return part.length == 0 ? Double.NaN : AxisFit.median(part);
	}

	/** The threshold with the largest variance between the classes on its sides. */
	private static double otsu(final double[] v) {
		final double[] known = Arrays.stream(v).filter(d -> !Double.isNaN(d)).sorted().toArray();
		if (known.length == 0) return Double.NaN;
		final double from = known[known.length / 500];
		final double to = known[known.length - 1 - known.length / 500];
		final double[] count = new double[BINS];
		double total = 0;
		for (final double d : known) {
			final int bin = (int) Math.max(0, Math.min(BINS - 1, (d - from) / (to - from + 1e-12) * BINS));
			count[bin]++;
			total += bin;
		}
		double n = 0;
		double sum = 0;
		double best = -1;
		int at = 0;
		for (int b = 0; b < BINS - 1; b++) {
			n += count[b];
			sum += b * count[b];
			if (n == 0 || n == known.length) continue;
			final double d = sum / n - (total - sum) / (known.length - n);
			final double between = n * (known.length - n) * d * d;
			if (between > best) {
				best = between;
				at = b;
			}
		}
		return from + (at + 1.0) / BINS * (to - from);
	}
}
