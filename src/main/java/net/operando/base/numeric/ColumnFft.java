package net.operando.base.numeric;

/**
 * Complex Fourier transforms of many columns at once: every step of the transform is the same for a whole row of
 * columns, so that the inner loop runs over neighbouring numbers and is done several at a time by the processor.
 * Unscaled, sign -i. Self-sorting (Stockham), radix 4 and 2. Not thread-safe.
 * <p>
 * Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform (1992), section 1.7.
 */
final class ColumnFft {

	private final int n;
	private final int width;
	private final double[] cos;
	private final double[] sin;
	private double[] otherRe;
	private double[] otherIm;

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
		otherRe = new double[n * width];
		otherIm = new double[n * width];
	}

	/**
	 * Transforms in place. Exchanging the two arrays gives the inverse, times n.
	 *
	 * @param re real parts, row by row: entry {@code row * width + column}
	 * @param im imaginary parts, likewise
	 */
	void transform(final double[] re, final double[] im) {
		double[] xr = re;
		double[] xi = im;
		double[] yr = otherRe;
		double[] yi = otherIm;
		int length = n;
		int stride = width;
		while (length > 1) {
			if (length % 4 == 0) {
				radix4(xr, xi, yr, yi, length, stride);
				length /= 4;
				stride *= 4;
			}
			else {
				radix2(xr, xi, yr, yi, length, stride);
				length /= 2;
				stride *= 2;
			}
			final double[] r = xr;
			final double[] i = xi;
			xr = yr;
			xi = yi;
			yr = r;
			yi = i;
		}
		if (xr != re) {
			System.arraycopy(xr, 0, re, 0, n * width);
			System.arraycopy(xi, 0, im, 0, n * width);
		}
	}

	private void radix2(final double[] xr, final double[] xi, final double[] yr, final double[] yi, final int length,
		final int stride)
	{
		final int m = length / 2;
		final int turn = n / length;
		for (int p = 0; p < m; p++)
			butterfly2(xr, xi, yr, yi, stride * p, stride * (p + m), stride * 2 * p, stride, cos[p * turn], sin[p * turn]);
	}

	private static void butterfly2(final double[] xr, final double[] xi, final double[] yr, final double[] yi,
		final int a, final int b, final int to, final int count, final double wr, final double wi)
	{
		for (int q = 0; q < count; q++) {
			final double ar = xr[a + q];
			final double ai = xi[a + q];
			final double br = xr[b + q];
			final double bi = xi[b + q];
			yr[to + q] = ar + br;
			yi[to + q] = ai + bi;
			final double dr = ar - br;
			final double di = ai - bi;
			yr[to + count + q] = dr * wr - di * wi;
			yi[to + count + q] = dr * wi + di * wr;
		}
	}

	private void radix4(final double[] xr, final double[] xi, final double[] yr, final double[] yi, final int length,
		final int stride)
	{
		final int m = length / 4;
		final int turn = n / length;
		for (int p = 0; p < m; p++)
			butterfly4(xr, xi, yr, yi, stride * p, stride * m, stride * 4 * p, stride, cos[p * turn], sin[p * turn], cos[2 * p *
				turn], sin[2 * p * turn], cos[3 * p * turn], sin[3 * p * turn]);
	}

	private static void butterfly4(final double[] xr, final double[] xi, final double[] yr, final double[] yi,
		final int from, final int apart, final int to, final int count, final double w1r, final double w1i,
		final double w2r, final double w2i, final double w3r, final double w3i)
	{
		final int b = from + apart;
		final int c = b + apart;
		final int d = c + apart;
		final int to1 = to + count;
		final int to2 = to1 + count;
		final int to3 = to2 + count;
		for (int q = 0; q < count; q++) {
			final double acr = xr[from + q] + xr[c + q];
			final double aci = xi[from + q] + xi[c + q];
			final double amr = xr[from + q] - xr[c + q];
			final double ami = xi[from + q] - xi[c + q];
			final double bdr = xr[b + q] + xr[d + q];
			final double bdi = xi[b + q] + xi[d + q];
			// i (b - d)
			final double jr = xi[d + q] - xi[b + q];
			final double ji = xr[b + q] - xr[d + q];
			yr[to + q] = acr + bdr;
			yi[to + q] = aci + bdi;
			final double r1 = amr - jr;
			final double i1 = ami - ji;
			yr[to1 + q] = r1 * w1r - i1 * w1i;
			yi[to1 + q] = r1 * w1i + i1 * w1r;
			final double r2 = acr - bdr;
			final double i2 = aci - bdi;
			yr[to2 + q] = r2 * w2r - i2 * w2i;
			yi[to2 + q] = r2 * w2i + i2 * w2r;
			final double r3 = amr + jr;
			final double i3 = ami + ji;
			yr[to3 + q] = r3 * w3r - i3 * w3i;
			yi[to3 + q] = r3 * w3i + i3 * w3r;
		}
	}
}
