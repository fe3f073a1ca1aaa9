package net.operando.model.synthetic;

/**
 * The camera: shot noise, read noise, full well, hot pixels, 16 bit counts (FLIR GS3-U3-23S6M-C with a Sony IMX174).
 * Immutable parameters, JSON by field.
 */
public final class Sensor extends StageSettings {

	private double fullWellElectrons = 32700;
	private double readNoiseElectrons = 6.8;
	private double electronsPerCount = 0.51;
	private double blackLevelCounts;
	private double hotPixelShare = 4e-5;
	private double hotPixelElectrons = 2500;
	private boolean noise = true;

	private Sensor() {}

	/** The paper's camera. */
	public static Sensor defaults() {
		return new Sensor();
	}

	/** A sensor without noise and hot pixels, to render truth with. */
	public Sensor withoutNoise() {
		final Sensor s = copy();
		s.noise = false;
		return s;
	}

	public boolean hasNoise() {
		return noise;
	}

	/** By how many electrons per exposure a hot pixel is brighter. */
	double hotPixelElectrons() {
		return hotPixelElectrons;
	}

	/** Unbinned pixels that are hot, as indices. */
	int[] hotPixels(final long seed, final int pixels) {
		if (!noise) return new int[0];
		final SeedStream stream = SeedStream.of(seed, "hot");
		final int[] hot = new int[(int) Math.round(hotPixelShare * pixels)];
		for (int i = 0; i < hot.length; i++)
			hot[i] = (int) (stream.uniform() * pixels);
		return hot;
	}

	/**
	 * The mean of a few exposures of the same light.
	 *
	 * @param electrons expected electrons per pixel and exposure, replaced by mean counts
	 * @param exposures how many; the counts of each are whole numbers where there is noise
	 */
	void expose(final double[] electrons, final int exposures, final int[] hot, final SeedStream stream) {
		for (final int pixel : hot)
			electrons[pixel] += hotPixelElectrons;
		for (int i = 0; i < electrons.length; i++) {
			// above some hundred electrons Poisson and normal noise of the same variance cannot be told apart
			double e = electrons[i];
			if (noise) e += Math.sqrt((e + readNoiseElectrons * readNoiseElectrons) / exposures) * stream.normal();
			final double counts = blackLevelCounts + Math.min(e, fullWellElectrons) / electronsPerCount;
			electrons[i] = Math.max(0, Math.min(65535, noise ? Math.rint(counts * exposures) / exposures : counts));
		}
	}

	/**
	 * Whole counts of one exposure of some pixels, with normal deviates by {@link NormalDeviates}.
	 *
	 * @param electrons expected per pixel
	 * @param hot which of them are hot
	 * @param counts filled from {@code first} on
	 */
	void expose(final double[] electrons, final int[] hot, final SeedStream stream, final short[] counts, final int first) {
		for (final int pixel : hot)
			electrons[pixel] += hotPixelElectrons;
		final double countsPerElectron = 1 / electronsPerCount;
		final double readVariance = readNoiseElectrons * readNoiseElectrons;
		for (int i = 0; i < electrons.length; i++) {
			double e = electrons[i];
			if (noise) e += Math.sqrt(e + readVariance) * NormalDeviates.next(stream);
			if (e > fullWellElectrons) e = fullWellElectrons;
			// rounded by cutting off, which is quicker, and right as nothing below 0 is left
			final int c = (int) (blackLevelCounts + e * countsPerElectron + 0.5);
			counts[first + i] = (short) (c < 0 ? 0 : c > 65535 ? 65535 : c);
		}
	}
}
