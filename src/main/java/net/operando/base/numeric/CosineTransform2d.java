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
	private final double[] first;
	private final double[] second;

	CosineTransform2d(final int rows, final int columns) {
		super(rows, columns);
		if (rows < 2 || columns < 2 || Integer.bitCount(rows) != 1 || Integer.bitCount(columns) != 1)
			throw new IllegalArgumentException(rows + " x " + columns + " are no powers of 2");
		alongRows = new ColumnCosine(rows, columns);
		alongColumns = new ColumnCosine(columns, rows);
		first = new double[rows * columns];
		second = new double[rows * columns];
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
		alongRows.forward(field, first);
		transpose(first, rows(), columns(), second);
		alongColumns.forward(second, re);
	}

	@Override
	public void inverse(final double[] re, final double[] im, final double[] field) {
		alongColumns.inverse(re, first);
		transpose(first, columns(), rows(), second);
		alongRows.inverse(second, field);
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

	/** Cosine transforms of the columns of a matrix, two in one complex transform. */
	private static final class ColumnCosine {

		private final int n;
		private final int width;
		private final int half;
		private final ColumnFft fft;
		private final double[] re;
		private final double[] im;

		ColumnCosine(final int n, final int width) {
			this.n = n;
			this.width = width;
			half = width / 2;
			fft = new ColumnFft(n, half);
			re = new double[n * half];
			im = new double[n * half];
		}

		/** Even rows upwards, then odd rows downwards. */
		private int reordered(final int i) {
			return i % 2 == 0 ? i / 2 : n - 1 - i / 2;
		}

		void forward(final double[] from, final double[] to) {
			for (int i = 0; i < n; i++) {
				System.arraycopy(from, i * width, re, reordered(i) * half, half);
				System.arraycopy(from, i * width + half, im, reordered(i) * half, half);
			}
			fft.transform(re, im);
			for (int r = 0; r < n; r++) {
				final double c = 0.5 * Math.cos(Math.PI * r / (2 * n));
				final double s = 0.5 * Math.sin(Math.PI * r / (2 * n));
				final int here = r * half;
				final int mirror = (n - r) % n * half;
				for (int j = 0; j < half; j++) {
					to[r * width + j] = c * (re[here + j] + re[mirror + j]) + s * (im[here + j] - im[mirror + j]);
					to[r * width + half + j] = c * (im[here + j] + im[mirror + j]) + s * (re[mirror + j] - re[here + j]);
				}
			}
		}

		void inverse(final double[] from, final double[] to) {
			for (int r = 0; r < n; r++) {
				final double c = Math.cos(Math.PI * r / (2 * n));
				final double s = Math.sin(Math.PI * r / (2 * n));
				final int here = r * width;
				final int mirror = (n - r) % n * width;
				final boolean first = r == 0;
				for (int j = 0; j < half; j++) {
					// V = exp(i pi r / 2n) (X_r - i X_(n-r)), X_n = 0, of both columns; their sum a + i b
					final double a = from[here + j];
					final double aMirror = first ? 0 : from[mirror + j];
					final double b = from[here + half + j];
					final double bMirror = first ? 0 : from[mirror + half + j];
					final double ar = c * a + s * aMirror;
					final double ai = s * a - c * aMirror;
					final double br = c * b + s * bMirror;
					final double bi = s * b - c * bMirror;
					re[r * half + j] = ar - bi;
					im[r * half + j] = ai + br;
				}
			}
			fft.transform(im, re);
			final double scale = 1.0 / n;
			for (int i = 0; i < n; i++) {
				final int at = reordered(i) * half;
				for (int j = 0; j < half; j++) {
					to[i * width + j] = scale * re[at + j];
					to[i * width + half + j] = scale * im[at + j];
				}
			}
		}
	}
}
