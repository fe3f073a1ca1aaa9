package net.operando.analysis.rod;

import java.util.Arrays;

/**
 * Where an image is brighter than its carbon: the image is smoothed over the speckle, the lit disc is told from the dark around
 * it, the slow course of the light is taken out by a paraboloid through the carbon, and a threshold set between the two classes
 * that Otsu's criterion separates. Immutable.
 */
final class BrightMask {

	private static final double SPECKLE_UM = 0.22;
	/** Radius of what is solid: half the width of the narrowest rod, nearly. */
	private static final double SOLID_UM = 0.35;
	private static final double DISC_UM = 1;
	/** Of the brightest parts; carbon has a quarter or more of a rod's light. */
	private static final double DARK = 0.15;
	/** Threshold between carbon (0) and rods (1): fringes darken a rod by 30 %, speckle brightens carbon as much. */
	private static final double BETWEEN = 0.33;
	/** The same of logarithms, for rods 2.5 times as bright. */
	private static final double BETWEEN_LOG = 0.5;
	/** Of the brightness within a shape: its rods, when less than half of it is carbon. */
	private static final double OWN_QUANTILE = 0.75;
	/** Rods are at least this much brighter than carbon. */
	private static final double LEAST_RATIO = 1.4;
	/** Rods cover less than half of the disc, so this quantile is carbon. */
	private static final double CARBON_QUANTILE = 0.33;

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
		final boolean[] bright = new boolean[level.length];
		double rods = Double.NaN;
		for (int round = 0; round < 3; round++) {
			final double carbon = quantile(level, CARBON_QUANTILE);
			final double least = carbon + Math.log(LEAST_RATIO);
			final boolean[] first = new boolean[level.length];
			for (int i = 0; i < level.length; i++)
				first[i] = level[i] > least;
			final boolean[] solid = ShapeDistance.opened(first, width, height, SOLID_UM / pixel_um);
			final double middle = medianOf(level, solid);
			if (Double.isNaN(middle)) break;
			// clumps of carbon that are as solid as a rod are not as bright as one
			final double half = 0.5 * (carbon + Math.max(middle, quantile(level, 0.995)));
			for (int i = 0; i < level.length; i++)
				solid[i] &= level[i] > half;
			final double high = medianOf(level, solid);
			if (Double.isNaN(high)) break;
			rods = Math.exp(high - carbon);
			final double cut = carbon + Math.log(Math.max(LEAST_RATIO, 1 + BETWEEN * (rods - 1)));
			for (int i = 0; i < level.length; i++)
				bright[i] = level[i] > cut;
			final boolean[] near = ShapeDistance.dilated(solid, width, height, 3 * SPECKLE_UM / pixel_um);
			level = Paraboloid.removed(level, near, width, height);
		}
		final double[] ratio = new double[level.length];
		for (int i = 0; i < ratio.length; i++)
			ratio[i] = Math.exp(level[i]);
		return new BrightMask(width, height, ratio, bright, rods);
	}

	/**
	 * Of each pixel: 1 as bright as the rods of a shape, -1 as dark as carbon or outside the disc, 0 between. By the shape's own
	 * brightness, for where carbon shines it is part of the shape.
	 *
	 * @param pixels of the shape
	 */
	double[] gain(final int[] pixels) {
		final double[] of = new double[pixels.length];
		for (int i = 0; i < of.length; i++)
			of[i] = level[pixels[i]];
		Arrays.sort(of);
		final double rods = Math.max(rodLevel, of[(int) (OWN_QUANTILE * (of.length - 1))]);
		final double cut = Math.max(BETWEEN_LOG * Math.log(rods), Math.log(LEAST_RATIO));
		final double scale = Math.max(0.1, Math.log(rods) - cut);
		final double[] gain = new double[level.length];
		for (int i = 0; i < gain.length; i++)
			gain[i] = Double.isNaN(level[i]) ? -1 : Math.max(-1, Math.min(1, (Math.log(level[i]) - cut) / scale));
		return gain;
	}

	private static double medianOf(final double[] v, final boolean[] where) {
		final double[] part = new double[v.length];
		int n = 0;
		for (int i = 0; i < v.length; i++)
			if (where[i]) part[n++] = v[i];
		return n == 0 ? Double.NaN : AxisFit.median(Arrays.copyOf(part, n));
	}

	private static double quantile(final double[] v, final double share) {
		final double[] known = Arrays.stream(v).filter(d -> !Double.isNaN(d)).sorted().toArray();
		return known.length == 0 ? Double.NaN : known[(int) (share * (known.length - 1))];
	}
}
