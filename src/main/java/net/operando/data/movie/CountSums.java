package net.operando.data.movie;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * Sums of unsigned 16 bit samples over bins of some rows and frames; exact up to the 32 000 samples of a bin that
 * {@link BinningParameters} allows. Two neighbouring samples are taken as one
 * 32 bit word, whose halves are added: that is what the JVM turns into vector instructions, while widening 16 bit
 * samples to 32 bits one by one it does not (before Java 21). Words are made of samples by copying bytes, which costs
 * little for a strip of rows that stays in the innermost cache. Not thread-safe: one per thread.
 */
final class CountSums {

	/** Words per strip: three arrays of 2 KB each, the buffer between them and what is read next fit into an innermost cache. */
	private static final int WORDS = 512;

	/** In both halves x, (-2 - x) & x has its top bit set only where all bits of x are: then, and only then, it is 65535. */
	private static final int MINUS_TWO = 0xfffefffe;

	private static final int TOP_BITS = 0x80008000;

	private final int width;
	private final int bin;
	private final int columns;
	private final int stripRows;
	/** Words from one row to the next; if the width is odd, the last one's second half stays 0. */
	private final int pitch;
	private final ShortBuffer samples;
	private final IntBuffer sampleWords;
	private final int[] words;
	/** Sums of both halves; of the first halves alone if bins have an odd edge, so that a bin may end inside a word. */
	private final int[] sums;
	/** Sums of the second halves if bins have an odd edge. */
	private final int[] second;
	private final int[] saturation;

	/**
	 * @param width of a frame in samples
	 * @param bin edge of a bin in samples
	 */
	CountSums(final int width, final int bin) {
		this.width = width;
		this.bin = bin;
		columns = width / bin;
		pitch = (width + 1) / 2;
		stripRows = Math.max(1, WORDS / (pitch * bin));
		words = new int[stripRows * bin * pitch];
		final ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
		samples = bytes.asShortBuffer();
		sampleWords = bytes.asIntBuffer();
		sums = new int[words.length];
		second = new int[bin % 2 == 0 ? 0 : words.length];
		saturation = new int[words.length];
	}

	/** Number of rows of bins that are summed together. */
	int stripRows() {
		return stripRows;
	}

	/** Starts a frame: forgets that samples were saturated. */
	void forgetSaturation() {
		Arrays.fill(saturation, 0);
	}

	/** Whether a sample of 65535 was added since {@link #forgetSaturation()}; in columns that fill no bin, too. */
	boolean isSaturated() {
		int any = 0;
		for (final int s : saturation)
			any |= s;
		return (any & TOP_BITS) != 0;
	}

	/**
	 * Adds the same rows of some frames.
	 *
	 * @param movie the first {@code count} of these frames
	 * @param binRow the first row of bins
	 * @param binRows number of rows of bins, not above {@link #stripRows()}
	 */
	void add(final short[][] movie, final int count, final int binRow, final int binRows) {
		final int rows = binRows * bin;
		for (int i = 0; i < count; i++) {
			copy(movie[i], binRow * bin, rows);
			if (bin % 2 == 0) addBoth(words, sums, rows * pitch);
			else {
				addFirst(words, sums, rows * pitch);
				addSecond(words, second, rows * pitch);
			}
			addSaturation(words, saturation, rows * pitch);
		}
	}

	/** Writes what was added, times a scale, to an array from an index on, and starts new sums. */
	void means(final int binRows, final float scale, final float[] to, final int at) {
		if (bin == 2) for (int row = 0; row < binRows; row++)
			pairMeans(sums, 2 * row * pitch, (2 * row + 1) * pitch, scale, to, at + row * columns, columns);
		else for (int row = 0; row < binRows; row++)
			for (int i = 0; i < columns; i++)
				to[at + row * columns + i] = sum(row, i) * scale;
		clear();
	}

	/** Adds what was added to an array from an index on, and starts new sums. */
	void addTo(final int binRows, final int[] to, final int at) {
		for (int row = 0; row < binRows; row++)
			for (int i = 0; i < columns; i++)
				to[at + row * columns + i] += sum(row, i);
		clear();
	}

	private void copy(final short[] frame, final int row, final int rows) {
		if (width % 2 == 0) {
			samples.position(0);
			samples.put(frame, row * width, rows * width);
		}
		else for (int j = 0; j < rows; j++) {
			samples.position(2 * j * pitch);
			samples.put(frame, (row + j) * width, width);
		}
		sampleWords.position(0);
		sampleWords.get(words, 0, rows * pitch);
	}

	private int sum(final int binRow, final int column) {
		int sum = 0;
		for (int j = binRow * bin; j < (binRow + 1) * bin; j++)
			if (bin % 2 == 0) for (int i = column * bin / 2; i < (column + 1) * bin / 2; i++)
				sum += sums[j * pitch + i];
			else for (int i = column * bin; i < (column + 1) * bin; i++)
				sum += (i % 2 == 0 ? sums : second)[j * pitch + i / 2];
		return sum;
	}

	private void clear() {
		Arrays.fill(sums, 0);
		Arrays.fill(second, 0);
	}

	private static void addBoth(final int[] words, final int[] to, final int n) {
		for (int i = 0; i < n; i++)
			to[i] += (words[i] & 0xffff) + (words[i] >>> 16);
	}

	private static void addFirst(final int[] words, final int[] to, final int n) {
		for (int i = 0; i < n; i++)
			to[i] += words[i] & 0xffff;
	}

	private static void addSecond(final int[] words, final int[] to, final int n) {
		for (int i = 0; i < n; i++)
			to[i] += words[i] >>> 16;
	}

	/** A borrow from the upper half comes only from a lower half that is saturated itself, so none goes unseen. */
	private static void addSaturation(final int[] words, final int[] to, final int n) {
		for (int i = 0; i < n; i++)
			to[i] |= MINUS_TWO - words[i] & words[i];
	}

	private static void pairMeans(final int[] sums, final int upper, final int lower, final float scale, final float[] to,
		final int first, final int columns)
	{
		for (int i = 0; i < columns; i++)
			to[first + i] = (sums[upper + i] + sums[lower + i]) * scale;
	}
}
