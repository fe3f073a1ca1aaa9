package net.operando.base.numeric;

/**
 * Fourier transform of a real periodic field. Two real columns go through one complex transform; of the rows only the
 * first half and one are kept, the others being their mirror. Spectrum entry {@code j * (rows/2 + 1) + r} belongs to
 * the waves r along the rows' index and j (or j - columns) along the columns'.
 */
final class Fft2d extends PlaneTransform {

	private final int n;
	private final int m;
	private final int half;
	private final int kept;
	private final ColumnFft alongRows;
	private final ColumnFft alongColumns;
	private final double[][] packedRe;
	private final double[][] packedIm;
	/** By row, and by column. */
	private final double[][] splitRe;
	private final double[][] splitIm;
	private final double[][] turnedRe;
	private final double[][] turnedIm;

	Fft2d(final int rows, final int columns) {
		super(rows, columns);
		if (rows < 2 || columns < 2 || Integer.bitCount(rows) != 1 || Integer.bitCount(columns) != 1)
			throw new IllegalArgumentException(rows + " x " + columns + " are no powers of 2");
		n = rows;
		m = columns;
		half = m / 2;
		kept = n / 2 + 1;
		alongRows = new ColumnFft(n, half);
		alongColumns = new ColumnFft(m, kept);
		packedRe = new double[n][half];
		packedIm = new double[n][half];
		splitRe = new double[kept][m];
		splitIm = new double[kept][m];
		turnedRe = new double[m][kept];
		turnedIm = new double[m][kept];
	}

	@Override
	public int spectrumSize() {
		return kept * m;
	}

	@Override
	public boolean isComplex() {
		return true;
	}

	@Override
	public void forward(final double[] field, final double[] re, final double[] im) {
		for (int i = 0; i < n; i++) {
			System.arraycopy(field, i * m, packedRe[i], 0, half);
			System.arraycopy(field, i * m + half, packedIm[i], 0, half);
		}
		alongRows.transform(packedRe, packedIm);
		for (int r = 0; r < kept; r++) {
			final int mirror = (n - r) % n;
			split(packedRe[r], packedIm[r], packedRe[mirror], packedIm[mirror], splitRe[r], splitIm[r], half);
		}
		transpose(splitRe, turnedRe);
		transpose(splitIm, turnedIm);
		alongColumns.transform(turnedRe, turnedIm);
		for (int j = 0; j < m; j++) {
			System.arraycopy(turnedRe[j], 0, re, j * kept, kept);
			System.arraycopy(turnedIm[j], 0, im, j * kept, kept);
		}
	}

	/** The spectra of two real columns a and b from that of a + i b: a to the first half, b to the second. */
	private static void split(final double[] hereRe, final double[] hereIm, final double[] mirrorRe,
		final double[] mirrorIm, final double[] toRe, final double[] toIm, final int half)
	{
		for (int j = 0; j < half; j++) {
			toRe[j] = 0.5 * (hereRe[j] + mirrorRe[j]);
			toIm[j] = 0.5 * (hereIm[j] - mirrorIm[j]);
		}
		for (int j = 0; j < half; j++) {
			toRe[half + j] = 0.5 * (hereIm[j] + mirrorIm[j]);
			toIm[half + j] = 0.5 * (mirrorRe[j] - hereRe[j]);
		}
	}

	@Override
	public void inverse(final double[] re, final double[] im, final double[] field) {
		for (int j = 0; j < m; j++) {
			System.arraycopy(re, j * kept, turnedRe[j], 0, kept);
			System.arraycopy(im, j * kept, turnedIm[j], 0, kept);
		}
		alongColumns.transform(turnedIm, turnedRe);
		transpose(turnedRe, splitRe);
		transpose(turnedIm, splitIm);
		for (int r = 0; r < kept; r++) {
			final int mirror = (n - r) % n;
			join(splitRe[r], splitIm[r], packedRe[r], packedIm[r], packedRe[mirror], packedIm[mirror], half);
		}
		alongRows.transform(packedIm, packedRe);
		final double scale = 1.0 / ((double) n * m);
		for (int i = 0; i < n; i++) {
			scaled(packedRe[i], scale, field, i * m, half);
			scaled(packedIm[i], scale, field, i * m + half, half);
		}
	}

	private static void scaled(final double[] from, final double scale, final double[] to, final int at,
		final int count)
	{
		for (int j = 0; j < count; j++)
			to[at + j] = scale * from[j];
	}

	private static void join(final double[] fromRe, final double[] fromIm, final double[] hereRe, final double[] hereIm,
		final double[] mirrorRe, final double[] mirrorIm, final int half)
	{
		// the mirror first: where the two are the same row, the sum as it is must win
		for (int j = 0; j < half; j++) {
			mirrorRe[j] = fromRe[j] + fromIm[half + j];
			mirrorIm[j] = fromRe[half + j] - fromIm[j];
		}
		for (int j = 0; j < half; j++) {
			hereRe[j] = fromRe[j] - fromIm[half + j];
			hereIm[j] = fromIm[j] + fromRe[half + j];
		}
	}

	@Override
	public double[] squaredWaveNumbers(final double height, final double width) {
		final double[] k2 = new double[spectrumSize()];
		for (int j = 0; j < m; j++)
			for (int r = 0; r < kept; r++) {
				final double kr = 2 * Math.PI * r / height;
				final double kj = 2 * Math.PI * (j <= m / 2 ? j : j - m) / width;
				k2[j * kept + r] = kr * kr + kj * kj;
			}
		return k2;
	}

	@Override
	public double[] parsevalWeights() {
		final double[] w = new double[spectrumSize()];
		for (int j = 0; j < m; j++)
			for (int r = 0; r < kept; r++)
				w[j * kept + r] = (r == 0 || r == n / 2 ? 1.0 : 2.0) / ((double) n * m);
		return w;
	}
}
