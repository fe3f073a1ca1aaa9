package net.operando.data.movie;

import java.util.Arrays;

/**
 * Sums of unsigned 16 bit samples over bins of some rows and frames; exact. Samples of several frames are summed in 16
 * bit lanes, once modulo 2^16 and once their high bytes alone, from which the sum follows: that is what the JVM turns
 * into vector instructions (widening unsigned 16 bit to 32 bit it does not, before Java 21). Lanes and sums alternate
 * between {@code char} and {@code short} because the JVM knows that no {@code short[]} is a {@code char[]}; were both of
 * one type, it would have to assume that a store may change what is still to be read, and would not use vectors. A few
 * rows of bins are done together, because long loops are worth more than short ones. Not thread-safe: one per thread.
 */
final class CountSums {

	/** So many low bytes of at most 255 stay below 2^16, and so many high bytes less 128 within 16 bits with a sign. */
	private static final int MOST_SUMMED = 256;

	/** Lanes per array: three arrays, and what is added to them, fit into an innermost cache of 32 KB. */
	private static final int LANES = 2048;

	private final int width;
	private final int bin;
	private final int columns;
	private final int stripRows;
	private final short[] nothing;
	private final char[] modulo;
	private final char[] high;
	private final char[] saturation;
	private final short[] rowLow;
	private final short[] rowHigh;
	private int added;

	/**
	 * @param width of a frame in samples
	 * @param bin edge of a bin in samples
	 */
	CountSums(final int width, final int bin) {
		this.width = width;
		this.bin = bin;
		columns = width / bin;
		stripRows = Math.max(1, LANES / (width * bin));
		nothing = new short[stripRows * bin * width];
		modulo = new char[nothing.length];
		high = new char[nothing.length];
		saturation = new char[nothing.length];
		rowLow = new short[width];
		rowHigh = new short[width];
	}

	/** Number of frames that may be added before {@link #means} or {@link #addTo} is called; 0 if bins are too large. */
	static int mostFrames(final int bin) {
		return MOST_SUMMED / bin & ~1;
	}

	/** Number of rows of bins that are summed together. */
	int stripRows() {
		return stripRows;
	}

	/** Starts a frame: forgets that samples were saturated. */
	void forgetSaturation() {
		Arrays.fill(saturation, (char) 0);
	}

	/** Whether a sample of 65535 was added since {@link #forgetSaturation()}; in columns that fill no bin, too. */
	boolean isSaturated() {
		for (final char s : saturation)
			if (s > 0x7fff) return true;
		return false;
	}

	/**
	 * Adds the same rows of some frames.
	 *
	 * @param frames the first {@code count} of them
	 * @param binRow the first row of bins
	 * @param binRows number of rows of bins, not above {@link #stripRows()}
	 */
	void add(final short[][] frames, final int count, final int binRow, final int binRows) {
		final int start = binRow * bin * width;
		final int samples = binRows * bin * width;
		for (int i = 0; i < count; i += 2) {
			final boolean two = i + 1 < count;
			final short[] next = two ? frames[i + 1] : nothing;
			final int nextStart = two ? start : 0;
			addSums(frames[i], start, next, nextStart, modulo, samples);
			addHighs(frames[i], start, next, nextStart, high, samples);
			addSaturation(frames[i], start, next, nextStart, saturation, samples);
			added += 2;
		}
	}

	/** Writes what was added, times a scale, to an array from an index on, and starts new sums. */
	void means(final int binRows, final float scale, final float[] to, final int at) {
		final int bias = bias();
		for (int row = 0; row < binRows; row++) {
			sumRow(row);
			final int first = at + row * columns;
			if (bin == 2) pairMeans(rowLow, rowHigh, bias, scale, to, first, columns);
			else for (int i = 0; i < columns; i++)
				to[first + i] = (sum(i) + bias) * scale;
		}
		clear();
	}

	private static void pairMeans(final short[] low, final short[] high, final int bias, final float scale,
		final float[] to, final int first, final int columns)
	{
		for (int i = 0; i < columns; i++)
			to[first + i] = ((low[2 * i] & 0xffff) + (low[2 * i + 1] & 0xffff) + (high[2 * i] + high[2 * i + 1] << 8) + bias) *
				scale;
	}

	/** Adds what was added to an array from an index on, and starts new sums. */
	void addTo(final int binRows, final int[] to, final int at) {
		final int bias = bias();
		for (int row = 0; row < binRows; row++) {
			sumRow(row);
			for (int i = 0; i < columns; i++)
				to[at + row * columns + i] += sum(i) + bias;
		}
		clear();
	}

	private int sum(final int column) {
		int sum = 0;
		for (int j = column * bin; j < (column + 1) * bin; j++)
			sum += (rowLow[j] & 0xffff) + (rowHigh[j] << 8);
		return sum;
	}

	/** What the 128 taken from each high byte make in a bin. */
	private int bias() {
		return added * bin * bin * 128 << 8;
	}

	/** Sums the rows of a row of bins: low and high bytes. */
	private void sumRow(final int row) {
		final int first = row * bin * width;
		if (bin == 2) {
			addTwo(high, first, first + width, rowHigh);
			lowOfTwo(modulo, high, first, first + width, rowLow);
			return;
		}
		Arrays.fill(rowLow, (short) 0);
		Arrays.fill(rowHigh, (short) 0);
		for (int j = 0; j < bin; j++) {
			addLanes(high, first + j * width, rowHigh);
			addLow(modulo, high, first + j * width, rowLow);
		}
	}

	private void clear() {
		// filling first and always adding: stores without the load of a lane are not made into vectors
		Arrays.fill(modulo, (char) 0);
		Arrays.fill(high, (char) 0);
		added = 0;
	}

	private static void addSums(final short[] f, final int a, final short[] g, final int b, final char[] to,
		final int samples)
	{
		for (int i = 0; i < samples; i++)
			to[i] = (char) (to[i] + f[a + i] + g[b + i]);
	}

	/** The shift keeps the sign, as vector instructions need it; turning over bit 7 and all above makes it h - 128. */
	private static void addHighs(final short[] f, final int a, final short[] g, final int b, final char[] to,
		final int samples)
	{
		for (int i = 0; i < samples; i++)
			to[i] = (char) (to[i] + (f[a + i] >> 8 ^ -128) + (g[b + i] >> 8 ^ -128));
	}

	/** In 16 bit arithmetic (-2 - x) & x has its top bit set only where all bits of x are. */
	private static void addSaturation(final short[] f, final int a, final short[] g, final int b, final char[] to,
		final int samples)
	{
		for (int i = 0; i < samples; i++)
			to[i] = (char) (to[i] | -2 - f[a + i] & f[a + i] | -2 - g[b + i] & g[b + i]);
	}

	private static void addLanes(final char[] lanes, final int start, final short[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = (short) (to[i] + lanes[start + i]);
	}

	private static void addTwo(final char[] lanes, final int a, final int b, final short[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = (short) (lanes[a + i] + lanes[b + i]);
	}

	// The sum of the low bytes is what is left without the high ones. Each high byte is short of 128, but 256 times that,
	// for an even number of them, is 0 modulo 2^16.

	private static void addLow(final char[] modulo, final char[] high, final int start, final short[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = (short) (to[i] + modulo[start + i] - (high[start + i] << 8));
	}

	private static void lowOfTwo(final char[] modulo, final char[] high, final int a, final int b, final short[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = (short) (modulo[a + i] + modulo[b + i] - (high[a + i] + high[b + i] << 8));
	}
}
