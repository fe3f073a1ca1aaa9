package net.operando.base.numeric;

/**
 * A field on a rectangle and its spectrum: the Fourier one where the field is periodic, the cosine one where nothing
 * flows through the edges. Values sit in the middle of cells, entry {@code row * columns + column}. Not thread-safe.
 */
public abstract class PlaneTransform {

	private final int rows;
	private final int columns;

	PlaneTransform(final int rows, final int columns) {
		this.rows = rows;
		this.columns = columns;
	}

	/**
	 * @param rows a power of 2, 2 or more
	 * @param columns a power of 2, 2 or more
	 */
	public static PlaneTransform periodic(final int rows, final int columns) {
		return new Fft2d(rows, columns);
	}

	/**
	 * @param rows a power of 2, 2 or more
	 * @param columns a power of 2, 2 or more
	 */
	public static PlaneTransform cosine(final int rows, final int columns) {
		return new CosineTransform2d(rows, columns);
	}

	public final int rows() {
		return rows;
	}

	public final int columns() {
		return columns;
	}

	/** Number of entries of a spectrum. */
	public abstract int spectrumSize();

	/** Whether spectra have imaginary parts; if not, arrays of length 0 do for them. */
	public abstract boolean isComplex();

	/** Spectrum of a field, which is not changed. The entry of the constant is 0, and equals the sum of the field. */
	public abstract void forward(double[] field, double[] re, double[] im);

	/** Field of a spectrum, which is not changed: the inverse of {@link #forward}. */
	public abstract void inverse(double[] re, double[] im, double[] field);

	/**
	 * Squared wave number of every entry.
	 *
	 * @param height extent of the rows together
	 * @param width extent of the columns together
	 */
	public abstract double[] squaredWaveNumbers(double height, double width);

	/** What the square of every entry is multiplied with so that their sum is the sum of the field's squares. */
	public abstract double[] parsevalWeights();

	/** Copies a matrix turned over its diagonal, in tiles that fit the fast memory. */
	static void transpose(final double[][] from, final double[][] to) {
		final int tile = 16;
		for (int i0 = 0; i0 < from.length; i0 += tile)
			for (int j0 = 0; j0 < to.length; j0 += tile) {
				final int iEnd = Math.min(from.length, i0 + tile);
				final int jEnd = Math.min(to.length, j0 + tile);
				for (int i = i0; i < iEnd; i++) {
					final double[] row = from[i];
					for (int j = j0; j < jEnd; j++)
						to[j][i] = row[j];
				}
			}
	}
}
