package net.operando.analysis.fragment;

import java.util.Arrays;

/**
 * The pixels of a piece in one image, some distance away from all its edges, each with its place and weight: pixels that a
 * face cuts through count in part, so that a face that moves by a fraction of a pixel changes a mean by as much. Immutable.
 */
final class PiecePixels {

	final float[] value;
	final float[] weight;
	/** Distances along and across the line in px. */
	final float[] along;
	final float[] across;

	private PiecePixels(final float[] value, final float[] weight, final float[] along, final float[] across) {
		this.value = value;
		this.weight = weight;
		this.along = along;
		this.across = across;
	}

	/**
	 * @param start of the piece along the line; @param end likewise
	 * @param erode distance kept from faces and sides; all in px
	 * @param background taken off every value
	 */
	static PiecePixels of(final float[] image, final RodStrip strip, final RodOutline outline, final double start,
		final double end, final double erode, final double background)
	{
		final float[] value = new float[strip.pixel.length];
		final float[] weight = new float[value.length];
		final float[] along = new float[value.length];
		final float[] across = new float[value.length];
		int n = 0;
		for (int i = 0; i < value.length; i++) {
			final double inside = Math.min(strip.along[i] - start, end - strip.along[i]) - erode + 0.5;
			final double beside = Math.min(strip.across[i] - outline.low, outline.high - strip.across[i]) - erode + 0.5;
			if (inside <= 0 || beside <= 0) continue;
			final float v = image[strip.pixel[i]];
			if (Float.isNaN(v)) continue;
			value[n] = (float) (v - background);
			weight[n] = (float) (Math.min(1, inside) * Math.min(1, beside));
			along[n] = strip.along[i];
			across[n++] = strip.across[i];
		}
		return new PiecePixels(Arrays.copyOf(value, n), Arrays.copyOf(weight, n), Arrays.copyOf(along, n), Arrays.copyOf(across,
			n));
	}

	int count() {
		return value.length;
	}

	double mean() {
		double sum = 0;
		double weights = 0;
		for (int i = 0; i < value.length; i++) {
			sum += weight[i] * value[i];
			weights += weight[i];
		}
		return sum / weights;
	}
}
