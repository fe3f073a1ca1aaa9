package net.operando.data.movie;

import java.util.Arrays;

/**
 * Sums of unsigned 16 bit samples over one row of bins; exact. Rows of samples are summed in 16 bit lanes, once modulo
 * 2^16 and once their high bytes alone, from which the sum follows: that is what the JVM turns into vector instructions
 * (widening unsigned 16 bit to 32 bit it does not, before Java 21). The lanes are {@code char} because the JVM knows that
 * no {@code short[]} is a {@code char[]}; were they {@code short} too, it would have to assume that a store may change
 * the samples still to be read, and would not use vectors. Not thread-safe: one per thread.
 */
final class CountSums {

	/** So many low bytes of at most 255 stay below 2^16, and so many high bytes less 128 within 16 bits with a sign. */
	private static final int MOST_ROWS = 256;

	private final int columns;
	private final int bin;
	private final short[] nothing;
	private final char[] modulo;
	private final char[] high;
	private final char[] saturation;
	private int added;

	/**
	 * @param columns number of sums per row
	 * @param bin edge of a bin in samples
	 */
	CountSums(final int columns, final int bin) {
		this.columns = columns;
		this.bin = bin;
		nothing = new short[columns * bin];
		modulo = new char[columns * bin];
		high = new char[columns * bin];
		saturation = new char[columns * bin];
	}

	/** Number of frames that may be added before {@link #means} or {@link #addTo} is called; 0 if bins are too large. */
	static int mostFrames(final int bin) {
		return MOST_ROWS / (bin + 1 & ~1);
	}

	/** Starts a frame: forgets that samples were saturated. */
	void forgetSaturation() {
		Arrays.fill(saturation, (char) 0);
	}

	/** Whether a sample of 65535 was added since {@link #forgetSaturation()}. */
	boolean isSaturated() {
		for (final char s : saturation)
			if (s > 0x7fff) return true;
		return false;
	}

	/**
	 * Adds a row of bins of a frame.
	 *
	 * @param start index of the first sample of its first row
	 * @param width of the frame
	 */
	void add(final short[] frame, final int start, final int width) {
		for (int row = 0, from = start; row < bin; row += 2, from += 2 * width) {
			final boolean two = row + 1 < bin;
			final short[] next = two ? frame : nothing;
			final int nextFrom = two ? from + width : 0;
			addSums(frame, from, next, nextFrom, modulo);
			addHighs(frame, from, next, nextFrom, high);
			addSaturation(frame, from, next, nextFrom, saturation);
			added += 2;
		}
	}

	/** Writes what was added, times a scale, to an array from an index on, and sets the sums to 0. */
	void means(final float scale, final float[] to, final int at) {
		final int bias = splitLow();
		if (bin == 2) for (int i = at, end = at + columns, j = 0; i < end; i++, j += 2)
			to[i] = (modulo[j] + modulo[j + 1] + ((short) high[j] + (short) high[j + 1] << 8) + bias) * scale;
		else for (int i = at, end = at + columns, j = 0; i < end; i++, j += bin)
			to[i] = (sum(j) + bias) * scale;
		clear();
	}

	/** Adds what was added to an array from an index on, and sets the sums to 0. */
	void addTo(final int[] to, final int at) {
		final int bias = splitLow();
		for (int i = at, end = at + columns, j = 0; i < end; i++, j += bin)
			to[i] += sum(j) + bias;
		clear();
	}

	private int sum(final int first) {
		int sum = 0;
		for (int j = first; j < first + bin; j++)
			sum += modulo[j] + ((short) high[j] << 8);
		return sum;
	}

	/** Leaves the low bytes' sums in {@code modulo}; returns what the 128 taken from each high byte make in a bin. */
	private int splitLow() {
		// 128 times 256 for an even number of rows is 0 modulo 2^16
		lowOnly(modulo, high);
		return added * bin * 128 << 8;
	}

	private void clear() {
		Arrays.fill(modulo, (char) 0);
		Arrays.fill(high, (char) 0);
		added = 0;
	}

	private static void addSums(final short[] f, final int a, final short[] g, final int b, final char[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = (char) (to[i] + f[a + i] + g[b + i]);
	}

	/** The shift keeps the sign, as vector instructions need it; turning over bit 7 and all above makes it h - 128. */
	private static void addHighs(final short[] f, final int a, final short[] g, final int b, final char[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = (char) (to[i] + (f[a + i] >> 8 ^ -128) + (g[b + i] >> 8 ^ -128));
	}

	/** In 16 bit arithmetic (-2 - x) & x has its top bit set only where all bits of x are. */
	private static void addSaturation(final short[] f, final int a, final short[] g, final int b, final char[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = (char) (to[i] | -2 - f[a + i] & f[a + i] | -2 - g[b + i] & g[b + i]);
	}

	private static void lowOnly(final char[] modulo, final char[] high) {
		for (int i = 0; i < modulo.length; i++)
			modulo[i] = (char) (modulo[i] - (high[i] << 8));
	}
}
