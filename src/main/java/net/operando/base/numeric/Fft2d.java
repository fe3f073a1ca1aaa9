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
	private final double[] packedRe;
	private final double[] packedIm;
	private final double[] splitRe;
	private final double[] splitIm;
	private final double[] copyRe;
	private final double[] copyIm;

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
		packedRe = new double[n * half];
		packedIm = new double[n * half];
		splitRe = new double[kept * m];
		splitIm = new double[kept * m];
		copyRe = new double[kept * m];
		copyIm = new double[kept * m];
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
			System.arraycopy(field, i * m, packedRe, i * half, half);
			System.arraycopy(field, i * m + half, packedIm, i * half, half);
		}
		alongRows.transform(packedRe, packedIm);
		for (int r = 0; r < kept; r++)
			split(r * half, (n - r) % n * half, r * m);
		transpose(splitRe, kept, m, re);
		transpose(splitIm, kept, m, im);
		alongColumns.transform(re, im);
	}

	/** The spectra a + i b of two real columns from that of their complex sum. */
	private void split(final int here, final int mirror, final int to) {
		final double[] pr = packedRe;
		final double[] pi = packedIm;
		for (int j = 0; j < half; j++) {
			splitRe[to + j] = 0.5 * (pr[here + j] + pr[mirror + j]);
			splitIm[to + j] = 0.5 * (pi[here + j] - pi[mirror + j]);
			splitRe[to + half + j] = 0.5 * (pi[here + j] + pi[mirror + j]);
			splitIm[to + half + j] = 0.5 * (pr[mirror + j] - pr[here + j]);
		}
	}

	@Override
	public void inverse(final double[] re, final double[] im, final double[] field) {
		System.arraycopy(re, 0, copyRe, 0, kept * m);
		System.arraycopy(im, 0, copyIm, 0, kept * m);
		alongColumns.transform(copyIm, copyRe);
		transpose(copyRe, m, kept, splitRe);
		transpose(copyIm, m, kept, splitIm);
		for (int r = 0; r < kept; r++)
			join(r * m, r * half, (n - r) % n * half);
		alongRows.transform(packedIm, packedRe);
		final double scale = 1.0 / ((double) n * m);
		for (int i = 0; i < n; i++) {
			final int from = i * half;
			final int to = i * m;
			for (int j = 0; j < half; j++)
				field[to + j] = scale * packedRe[from + j];
			for (int j = 0; j < half; j++)
				field[to + half + j] = scale * packedIm[from + j];
		}
	}

	private void join(final int from, final int here, final int mirror) {
		final double[] pr = packedRe;
		final double[] pi = packedIm;
		final double[] sr = splitRe;
		final double[] si = splitIm;
		// the mirror first: where the two are the same row, the sum as it is must win
		for (int j = 0; j < half; j++) {
			pr[mirror + j] = sr[from + j] + si[from + half + j];
			pi[mirror + j] = sr[from + half + j] - si[from + j];
		}
		for (int j = 0; j < half; j++) {
			pr[here + j] = sr[from + j] - si[from + half + j];
			pi[here + j] = si[from + j] + sr[from + half + j];
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
