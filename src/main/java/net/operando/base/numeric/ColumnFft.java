package net.operando.base.numeric;

/**
 * Complex Fourier transforms of many columns at once: every step of the transform is the same for a whole row of
 * columns, so that the inner loop runs over neighbouring numbers and is done several at a time by the processor.
 * Rows are arrays of their own, since the compiler cannot tell apart places within one. Unscaled, sign -i. Self-sorting (Stockham), radix 4 and 2. Not thread-safe.
 * <p>
 * Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform (1992), section 1.7.
 */
final class ColumnFft {

	private final int n;
	private final int width;
	private final double[] cos;
	private final double[] sin;
	private final double[][] otherRe;
	private final double[][] otherIm;

	/**
	 * @param n length of a column, a power of 2
	 * @param width number of columns
	 */
	ColumnFft(final int n, final int width) {
		if (n < 1 || Integer.bitCount(n) != 1) throw new IllegalArgumentException("length " + n + " is no power of 2");
		this.n = n;
		this.width = width;
		cos = new double[n];
		sin = new double[n];
		for (int i = 0; i < n; i++) {
			cos[i] = Math.cos(2 * Math.PI * i / n);
			sin[i] = -Math.sin(2 * Math.PI * i / n);
		}
		otherRe = new double[n][width];
		otherIm = new double[n][width];
	}

	/**
	 * Transforms in place; the row arrays may be exchanged for others. Exchanging the two arguments gives the inverse,
	 * times n.
	 *
	 * @param re real parts, {@code [row][column]}
	 * @param im imaginary parts, likewise
	 */
	void transform(final double[][] re, final double[][] im) {
		double[][] xr = re;
		double[][] xi = im;
		double[][] yr = otherRe;
		double[][] yi = otherIm;
		int length = n;
		int stride = 1;
		while (length > 1) {
			final int radix = length % 4 == 0 ? 4 : 2;
			final int m = length / radix;
			final int turn = n / length;
			for (int p = 0; p < m; p++)
				for (int q = 0; q < stride; q++) {
					final int from = q + stride * p;
					final int to = q + stride * radix * p;
					if (radix == 4) butterfly4(xr, xi, yr, yi, from, stride * m, to, stride, p * turn);
					else butterfly2(xr[from], xi[from], xr[from + stride * m], xi[from + stride * m], yr[to], yi[to], yr[to + stride],
						yi[to + stride], cos[p * turn], sin[p * turn], width);
				}
			length /= radix;
			stride *= radix;
			final double[][] r = xr;
			final double[][] i = xi;
			xr = yr;
			xi = yi;
			yr = r;
			yi = i;
		}
		if (xr != re) for (int i = 0; i < n; i++) {
			final double[] r = re[i];
			re[i] = otherRe[i];
			otherRe[i] = r;
			final double[] k = im[i];
			im[i] = otherIm[i];
			otherIm[i] = k;
		}
	}

	private static void butterfly2(final double[] ar, final double[] ai, final double[] br, final double[] bi,
		final double[] sumR, final double[] sumI, final double[] turnedR, final double[] turnedI, final double wr,
		final double wi, final int count)
	{
		for (int q = 0; q < count; q++) {
			sumR[q] = ar[q] + br[q];
			sumI[q] = ai[q] + bi[q];
		}
		for (int q = 0; q < count; q++) {
			turnedR[q] = (ar[q] - br[q]) * wr - (ai[q] - bi[q]) * wi;
			turnedI[q] = (ar[q] - br[q]) * wi + (ai[q] - bi[q]) * wr;
		}
	}

	private void butterfly4(final double[][] xr, final double[][] xi, final double[][] yr, final double[][] yi,
		final int from, final int apart, final int to, final int stride, final int angle)
	{
		final double w1r = cos[angle];
		final double w1i = sin[angle];
		final double w2r = cos[2 * angle];
		final double w2i = sin[2 * angle];
		final double w3r = cos[3 * angle];
		final double w3i = sin[3 * angle];
		final double[] ar = xr[from];
		final double[] ai = xi[from];
		final double[] br = xr[from + apart];
		final double[] bi = xi[from + apart];
		final double[] cr = xr[from + 2 * apart];
		final double[] ci = xi[from + 2 * apart];
		final double[] dr = xr[from + 3 * apart];
		final double[] di = xi[from + 3 * apart];
		even(ar, br, cr, dr, ai, bi, ci, di, yr[to], yi[to], yr[to + 2 * stride], yi[to + 2 * stride], w2r, w2i, width);
		odd(ar, br, cr, dr, ai, bi, ci, di, yr[to + stride], yi[to + stride], yr[to + 3 * stride], yi[to + 3 * stride], w1r, w1i,
			w3r, w3i, width);
	}

	private static void even(final double[] ar, final double[] br, final double[] cr, final double[] dr, final double[] ai,
		final double[] bi, final double[] ci, final double[] di, final double[] y0r, final double[] y0i,
		final double[] y2r, final double[] y2i, final double wr, final double wi, final int count)
	{
		for (int q = 0; q < count; q++) {
			final double acr = ar[q] + cr[q];
			final double aci = ai[q] + ci[q];
			final double bdr = br[q] + dr[q];
			final double bdi = bi[q] + di[q];
			y0r[q] = acr + bdr;
			y0i[q] = aci + bdi;
			y2r[q] = (acr - bdr) * wr - (aci - bdi) * wi;
			y2i[q] = (acr - bdr) * wi + (aci - bdi) * wr;
		}
	}

	private static void odd(final double[] ar, final double[] br, final double[] cr, final double[] dr, final double[] ai,
		final double[] bi, final double[] ci, final double[] di, final double[] y1r, final double[] y1i,
		final double[] y3r, final double[] y3i, final double w1r, final double w1i, final double w3r, final double w3i,
		final int count)
	{
		for (int q = 0; q < count; q++) {
			final double acr = ar[q] - cr[q];
			final double aci = ai[q] - ci[q];
			// i (b - d)
			final double jr = di[q] - bi[q];
			final double ji = br[q] - dr[q];
			y1r[q] = (acr - jr) * w1r - (aci - ji) * w1i;
			y1i[q] = (acr - jr) * w1i + (aci - ji) * w1r;
			y3r[q] = (acr + jr) * w3r - (aci + ji) * w3i;
			y3i[q] = (acr + jr) * w3i + (aci + ji) * w3r;
		}
	}
}
