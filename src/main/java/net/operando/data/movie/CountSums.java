package net.operando.data.movie;

import java.util.Arrays;

/**
 * Sums of unsigned 16 bit samples over rows, then over neighbouring columns; exact. The low and the high bytes are
 * summed apart in 16 bit lanes, because loops over {@code short} alone are what the JVM turns into vector instructions
 * (widening unsigned 16 bit to 32 bit it does not, before Java 21). Not thread-safe: one per thread.
 */
final class CountSums {

	/** So many low bytes of at most 255 fit into 16 bits. */
	private static final int ROWS_PER_PASS = 256;

	private final short[] low;
	private final short[] high;
	private final short[] saturation;
	private final int[] sums;
	private final int bin;
	private int pending;

	/**
	 * @param columns number of sums per row
	 * @param bin number of neighbouring columns per sum
	 */
	CountSums(final int columns, final int bin) {
		this.bin = bin;
		low = new short[columns * bin];
		high = new short[columns * bin];
		saturation = new short[columns * bin];
		sums = new int[columns];
	}

	/** Starts a frame: forgets that samples were saturated. */
	void forgetSaturation() {
		Arrays.fill(saturation, (short) 0);
	}

	/** Whether a sample of 65535 was added since {@link #forgetSaturation()}. */
	boolean isSaturated() {
		for (final short s : saturation)
			if (s < 0) return true;
		return false;
	}

	/** Adds {@code rows} rows of a frame, the first starting at an index, the others each a width further. */
	void add(final short[] frame, final int start, final int width, final int rows) {
		int row = 0;
		for (; row + 1 < rows; row += 2) {
			if (pending + 2 > ROWS_PER_PASS) flush();
			addPair(frame, start + row * width, width, low, high, saturation);
			pending += 2;
		}
		if (row < rows) {
			if (pending + 1 > ROWS_PER_PASS) flush();
			addOne(frame, start + row * width, low, high, saturation);
			pending++;
		}
	}

	/** The sums since the last call, one per bin of columns; shared, and set to 0 by the next call of {@link #clear()}. */
	int[] sums() {
		flush();
		return sums;
	}

	void clear() {
		Arrays.fill(sums, 0);
	}

	// A sample x has all bits set exactly if (-2 - x) & x has its top bit set, in 16 bit arithmetic.

	private static void addPair(final short[] frame, final int start, final int width, final short[] low,
		final short[] high, final short[] saturation)
	{
		final int second = start + width;
		for (int i = 0; i < low.length; i++) {
			final short a = frame[start + i];
			final short b = frame[second + i];
			low[i] += (short) ((a & 0xff) + (b & 0xff));
			high[i] += (short) ((short) (a >> 8 & 0xff) + (short) (b >> 8 & 0xff));
			saturation[i] |= (short) (-2 - a & a | -2 - b & b);
		}
	}

	private static void addOne(final short[] frame, final int start, final short[] low, final short[] high,
		final short[] saturation)
	{
		for (int i = 0; i < low.length; i++) {
			final short a = frame[start + i];
			low[i] += (short) (a & 0xff);
			high[i] += (short) (a >> 8 & 0xff);
			saturation[i] |= (short) (-2 - a & a);
		}
	}

	private void flush() {
		if (pending == 0) return;
		pending = 0;
		if (bin == 2) for (int i = 0, j = 0; i < sums.length; i++, j += 2)
			sums[i] += (low[j] & 0xffff) + (low[j + 1] & 0xffff) + ((high[j] & 0xffff) + (high[j + 1] & 0xffff) << 8);
		else for (int i = 0, j = 0; i < sums.length; i++) {
			int sum = 0;
			for (final int end = j + bin; j < end; j++)
				sum += (low[j] & 0xffff) + ((high[j] & 0xffff) << 8);
			sums[i] += sum;
		}
		Arrays.fill(low, (short) 0);
		Arrays.fill(high, (short) 0);
	}
}
