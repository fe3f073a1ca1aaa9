package net.operando.base.numeric;

/**
 * Cosine transform of a field whose normal derivative is 0 at the edges: entry {@code j * rows + r} is the sum of the
 * field times {@code cos(pi r (i + 1/2) / rows) cos(pi j (k + 1/2) / columns)}.
 * <p>
 * Source: J. Makhoul, IEEE Trans. ASSP 28 (1980) 27: one Fourier transform of the reordered values, of the same length.
 */
final class CosineTransform2d extends PlaneTransform {

	private final ColumnCosine alongRows;
	private final ColumnCosine alongColumns;
	private final double[][] byRow;
	private final double[][] byColumn;

	CosineTransform2d(final int rows, final int columns) {
		super(rows, columns);
		if (rows < 2 || columns < 2 || Integer.bitCount(rows) != 1 || Integer.bitCount(columns) != 1)
			throw new IllegalArgumentException(rows + " x " + columns + " are no powers of 2");
		alongRows = new ColumnCosine(rows, columns);
		alongColumns = new ColumnCosine(columns, rows);
		byRow = new double[rows][columns];
		byColumn = new double[columns][rows];
	}

	@Override
	public int spectrumSize() {
		return rows() * columns();
	}

	@Override
	public boolean isComplex() {
		return false;
	}

	@Override
	public void forward(final double[] field, final double[] re, final double[] im) {
		for (int i = 0; i < rows(); i++)
			System.arraycopy(field, i * columns(), byRow[i], 0, columns());
		alongRows.forward(byRow);
		transpose(byRow, byColumn);
		alongColumns.forward(byColumn);
		for (int j = 0; j < columns(); j++)
			System.arraycopy(byColumn[j], 0, re, j * rows(), rows());
	}

	@Override
	public void inverse(final double[] re, final double[] im, final double[] field) {
		for (int j = 0; j < columns(); j++)
			System.arraycopy(re, j * rows(), byColumn[j], 0, rows());
		alongColumns.inverse(byColumn);
		transpose(byColumn, byRow);
		alongRows.inverse(byRow);
		for (int i = 0; i < rows(); i++)
			System.arraycopy(byRow[i], 0, field, i * columns(), columns());
	}

	@Override
	public double[] squaredWaveNumbers(final double height, final double width) {
		final double[] k2 = new double[spectrumSize()];
		for (int j = 0; j < columns(); j++)
			for (int r = 0; r < rows(); r++) {
				final double kr = Math.PI * r / height;
				final double kj = Math.PI * j / width;
				k2[j * rows() + r] = kr * kr + kj * kj;
			}
		return k2;
	}

	@Override
	public double[] parsevalWeights() {
		final double[] w = new double[spectrumSize()];
		for (int j = 0; j < columns(); j++)
			for (int r = 0; r < rows(); r++)
				w[j * rows() + r] = (r == 0 ? 1.0 : 2.0) * (j == 0 ? 1.0 : 2.0) / ((double) rows() * columns());
		return w;
	}

	/** Cosine transforms of the columns of a matrix, in place, two in one complex transform. */
	private static final class ColumnCosine {

		private final int n;
		private final int half;
		private final ColumnFft fft;
		private final double[][] re;
		private final double[][] im;

		ColumnCosine(final int n, final int width) {
			this.n = n;
			half = width / 2;
			fft = new ColumnFft(n, half);
			re = new double[n][half];
			im = new double[n][half];
		}

		/** Even rows upwards, then odd rows downwards. */
		private int reordered(final int i) {
			return i % 2 == 0 ? i / 2 : n - 1 - i / 2;
		}

		void forward(final double[][] matrix) {
			for (int i = 0; i < n; i++) {
				System.arraycopy(matrix[i], 0, re[reordered(i)], 0, half);
				System.arraycopy(matrix[i], half, im[reordered(i)], 0, half);
			}
			fft.transform(re, im);
			for (int r = 0; r < n; r++) {
				final int mirror = (n - r) % n;
				turn(re[r], im[r], re[mirror], im[mirror], 0.5 * Math.cos(Math.PI * r / (2 * n)), 0.5 * Math.sin(Math.PI * r / (2 *
					n)), matrix[r]);
			}
		}

		private void turn(final double[] hr, final double[] hi, final double[] mr, final double[] mi, final double c,
			final double s, final double[] to)
		{
			for (int j = 0; j < half; j++)
				to[j] = c * (hr[j] + mr[j]) + s * (hi[j] - mi[j]);
			for (int j = 0; j < half; j++)
				to[half + j] = c * (hi[j] + mi[j]) + s * (mr[j] - hr[j]);
		}

		void inverse(final double[][] matrix) {
			for (int r = 0; r < n; r++)
				turnBack(matrix[r], matrix[(n - r) % n], Math.cos(Math.PI * r / (2 * n)), Math.sin(Math.PI * r / (2 * n)), r == 0 ? 0
					: 1, re[r], im[r]);
			fft.transform(im, re);
			final double scale = 1.0 / n;
			for (int i = 0; i < n; i++) {
				final double[] r = re[reordered(i)];
				final double[] k = im[reordered(i)];
				for (int j = 0; j < half; j++) {
					matrix[i][j] = scale * r[j];
					matrix[i][half + j] = scale * k[j];
				}
			}
		}

		/** exp(i pi r / 2n) (X_r - i X_(n-r)) of both columns, as a + i b; X_n, asked for by row 0, is 0. */
		private void turnBack(final double[] here, final double[] mirror, final double c, final double s,
			final double mirrorWeight, final double[] toRe, final double[] toIm)
		{
			for (int j = 0; j < half; j++) {
				final double a = here[j];
				final double aMirror = mirrorWeight * mirror[j];
				final double b = here[half + j];
				final double bMirror = mirrorWeight * mirror[half + j];
				toRe[j] = c * a + s * aMirror - (s * b - c * bMirror);
				toIm[j] = s * a - c * aMirror + (c * b + s * bMirror);
			}
		}
	}
}
