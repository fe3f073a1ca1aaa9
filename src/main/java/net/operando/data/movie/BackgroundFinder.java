package net.operando.data.movie;

/**
 * What of a frame is not inert background: particles, which are brighter than the carbon around them by a half or more
 * (rods of Nb14W3O44: two to three times), what the lamp does not light, and single pixels that are hot or saturated.
 * Judged on means over small squares, so that neither noise nor grains of carbon count. Immutable.
 */
public final class BackgroundFinder {

	/** Below this share of the carbon's level a place is not lit. */
	private static final double UNLIT = 0.35;

	/** Above this multiple of the carbon's level a place is a particle: grains reach it rarely, rods always. */
	private static final double BRIGHT = 1.5;

	/** Half edge of the squares in px: some grains of carbon, a fraction of a rod's width. */
	static final int REACH = 5;

	/** The point spread of a bright edge and what the squares cut off, in px. */
	private static final int HALO = 7;

	private final int width;
	private final int height;
	private final float[] frame;
	private final float[] smooth;
	private final double level;

	private BackgroundFinder(final float[] frame, final int width, final int height) {
		this.frame = frame;
		this.width = width;
		this.height = height;
		smooth = BoxMean.of(frame, width, height, REACH);
		level = level(smooth);
	}

	/** @param frame kept, not copied */
	public static BackgroundFinder of(final float[] frame, final int width, final int height) {
		return new BackgroundFinder(frame, width, height);
	}

	/** The median of what is lit: the carbon covers more of a field than particles do. */
	private static double level(final float[] smooth) {
		final float[] sorted = PixelQuantile.sorted(smooth);
		if (sorted.length == 0) return Double.NaN;
		final float high = sorted[(int) (0.9 * (sorted.length - 1))];
		int first = 0;
		while (first < sorted.length - 1 && sorted[first] < 0.25 * high)
			first++;
		return sorted[(first + sorted.length) / 2];
	}

	/** The level of the background in counts; NaN if no pixel is a number. */
	public double level() {
		return level;
	}

	/** Particles, with what their light spreads to. */
	public PixelMask particles() {
		final boolean[] bright = new boolean[smooth.length];
		for (int i = 0; i < bright.length; i++)
			bright[i] = smooth[i] > BRIGHT * level;
		return PixelMask.of(width, height, bright).grown(HALO);
	}

	/** What is not lit or not a number, and its soft edge: it belongs to the camera, not to the sample. */
	public PixelMask unlit() {
		final boolean[] dark = new boolean[smooth.length];
		for (int i = 0; i < dark.length; i++)
			dark[i] = !(smooth[i] > UNLIT * level);
		final boolean[] none = new boolean[smooth.length];
		for (int i = 0; i < none.length; i++)
			none[i] = Float.isNaN(frame[i]);
		return PixelMask.of(width, height, dark).grown(HALO).or(PixelMask.of(width, height, none));
	}

	/**
	 * Single pixels far above all their neighbours (hot ones).
	 *
	 * @param fullScale samples at or above it are saturated and count too
	 */
	public PixelMask defects(final double fullScale) {
		final boolean[] defect = new boolean[frame.length];
		final float[] excess = new float[frame.length];
		for (int y = 1; y < height - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				final int i = y * width + x;
				excess[i] = frame[i] - Math.max(Math.max(frame[i - 1], frame[i + 1]), Math.max(frame[i - width], frame[i +
					width]));
			}
		for (int i = 0; i < frame.length; i++)
			// sampled light rises less than its own level from pixel to pixel
			defect[i] = frame[i] >= fullScale || excess[i] > level;
		return PixelMask.of(width, height, defect);
	}
}
