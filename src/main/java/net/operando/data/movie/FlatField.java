package net.operando.data.movie;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

/**
 * How the light and the camera's sensitivity differ from pixel to pixel, relative to their mean. Pixels that get less than a
 * twentieth of the mean cannot be corrected and are NaN. Immutable.
 */
public final class FlatField {

	private static final double DARKEST = 0.05;
	private static final int MOST_FRAMES = 200;

	private final int width;
	private final int height;
	private final float[] relative;

	private FlatField(final int width, final int height, final float[] relative) {
		this.width = width;
		this.height = height;
		this.relative = relative;
	}

	/**
	 * From an image of an even object, or the mean of a movie of one (up to 200 of its frames).
	 *
	 * @throws InvalidInputException if it is dark
	 */
	public static FlatField of(final Movie even, final Progress progress) {
		final double[] sum = new double[even.width() * even.height()];
		final int n = Math.min(MOST_FRAMES, even.frameCount());
		for (int k = 0; k < n; k++) {
			progress.checkCancelled();
			final float[] frame = even.frame((int) ((long) k * even.frameCount() / n), null);
			for (int i = 0; i < sum.length; i++)
				sum[i] += frame[i];
			progress.update((k + 1.0) / n, "reading the flat field");
		}
		double mean = 0;
		int finite = 0;
		for (final double v : sum)
			if (v - v == 0) {
				mean += v;
				finite++;
			}
		mean /= finite;
		if (!(mean > 0)) throw new InvalidInputException("The flat field " + even.name() +
			" is dark: give an image of an even, lit object (flatfield).");
		final float[] relative = new float[sum.length];
		for (int i = 0; i < relative.length; i++)
			relative[i] = sum[i] >= DARKEST * mean ? (float) (sum[i] / mean) : Float.NaN;
		return new FlatField(even.width(), even.height(), relative);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Light at a pixel relative to the mean; NaN where there is too little. */
	public float relative(final int index) {
		return relative[index];
	}
}
