package net.operando.data.io.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The lossless compressions of TIFF 6.0 that microscopes use, and their undoing. A block that is damaged gives
 * {@link DataFormatException}; nothing is read or written outside the arrays.
 */
enum TiffCompression {

	NONE, LZW, DEFLATE, PACKBITS;

	/** The most that one compressed byte can stand for, with a margin; more is a damaged size. */
	static final long MOST_PER_BYTE = 2000;

	/** The compression of a tag value, or null for one that is not read. */
	static TiffCompression of(final long tag) {
		if (tag == 1) return NONE;
		if (tag == 5) return LZW;
		if (tag == 8 || tag == 32946) return DEFLATE;
		if (tag == 32773) return PACKBITS;
		return null;
	}

	/** What a tag value means, for messages. */
	static String describe(final long tag) {
		if (tag >= 2 && tag <= 4) return "fax compression";
		if (tag == 6 || tag == 7) return "JPEG compression";
		if (tag == 34712 || tag == 33003 || tag == 33005) return "JPEG 2000 compression";
		if (tag == 34925) return "LZMA compression";
		if (tag == 50000) return "Zstandard compression";
		return "compression " + tag;
	}

	/** Fills {@code to} with the bytes that {@code from} stands for. */
	void undo(final byte[] from, final byte[] to) throws DataFormatException {
		switch (this) {
			case LZW:
				lzw(from, to);
				break;
			case DEFLATE:
				inflate(from, to);
				break;
			case PACKBITS:
				packBits(from, to);
				break;
			default:
				if (from.length < to.length) throw new DataFormatException("short block");
				System.arraycopy(from, 0, to, 0, to.length);
		}
	}

	private static void inflate(final byte[] from, final byte[] to) throws DataFormatException {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(from);
			int done = 0;
			while (done < to.length) {
				final int n = inflater.inflate(to, done, to.length - done);
				if (n == 0) throw new DataFormatException("short block");
				done += n;
			}
		}
		finally {
			inflater.end();
		}
	}

	private static void packBits(final byte[] from, final byte[] to) throws DataFormatException {
		int in = 0;
		int out = 0;
		while (out < to.length) {
			if (in >= from.length) throw new DataFormatException("short block");
			final int control = from[in++];
			if (control == -128) continue;
			final int n = control >= 0 ? control + 1 : 1 - control;
			if (n > to.length - out || in + (control >= 0 ? n : 1) > from.length) throw new DataFormatException("bad run");
			if (control >= 0) {
				System.arraycopy(from, in, to, out, n);
				in += n;
			}
			else java.util.Arrays.fill(to, out, out + n, from[in++]);
			out += n;
		}
	}

	/** LZW of TIFF 6.0 section 13: codes most significant bit first, widths 9 to 12, wider one code early. */
	private static void lzw(final byte[] from, final byte[] to) throws DataFormatException {
		final int[] prefix = new int[4096];
		final byte[] last = new byte[4096];
		final int[] length = new int[4096];
		for (int i = 0; i < 256; i++) {
			last[i] = (byte) i;
			length[i] = 1;
		}
		int next = 258;
		int width = 9;
		int previous = -1;
		long bits = 0;
		int have = 0;
		int in = 0;
		int out = 0;
		while (out < to.length) {
			while (have < width) {
				if (in >= from.length) throw new DataFormatException("short block");
				bits = bits << 8 | from[in++] & 0xff;
				have += 8;
			}
			final int code = (int) (bits >> have - width) & (1 << width) - 1;
			have -= width;
			bits &= (1L << have) - 1;
			if (code == 257) throw new DataFormatException("short block");
			if (code == 256) {
				next = 258;
				width = 9;
				previous = -1;
				continue;
			}
			if (previous < 0) {
				if (code > 255) throw new DataFormatException("bad code");
				to[out++] = (byte) code;
				previous = code;
				continue;
			}
			if (code > next || next > 4095) throw new DataFormatException("bad code");
			// the new entry is the previous string and the first byte of this one, which may be the new entry itself
			prefix[next] = previous;
			length[next] = length[previous] + 1;
			int first = code == next ? previous : code;
			while (length[first] > 1)
				first = prefix[first];
			last[next] = last[first];
			next++;
			final int n = length[code];
			int c = code;
			for (int i = out + n - 1; i >= out; i--) {
				if (i < to.length) to[i] = last[c];
				c = prefix[c];
			}
			out += n;
			previous = code;
			if (next >= (1 << width) - 1 && width < 12) width++;
		}
	}

	/** Undoes the predictor on the rows of a block, in place. */
	static void undoPredictor(final int predictor, final byte[] block, final TiffLayout layout) {
		final int size = layout.kind.bytes();
		final int rowBytes = layout.blockWidth * size;
		final ByteBuffer b = ByteBuffer.wrap(block).order(layout.order);
		for (int row = 0; row + rowBytes <= block.length; row += rowBytes) {
			if (predictor == 3) undoFloatPredictor(block, row, rowBytes, layout);
			else if (size == 1) for (int i = row + 1; i < row + rowBytes; i++)
				block[i] += block[i - 1];
			else if (size == 2) for (int i = row + 2; i < row + rowBytes; i += 2)
				b.putShort(i, (short) (b.getShort(i) + b.getShort(i - 2)));
			else for (int i = row + 4; i < row + rowBytes; i += 4)
				b.putInt(i, b.getInt(i) + b.getInt(i - 4));
		}
	}

	/** Adobe's floating point predictor: byte differences over the four byte planes of a row, highest byte first. */
	private static void undoFloatPredictor(final byte[] block, final int row, final int rowBytes,
		final TiffLayout layout)
	{
		for (int i = row + 1; i < row + rowBytes; i++)
			block[i] += block[i - 1];
		final byte[] planes = java.util.Arrays.copyOfRange(block, row, row + rowBytes);
		final int n = rowBytes / 4;
		for (int i = 0; i < n; i++)
			for (int k = 0; k < 4; k++)
				block[row + 4 * i + (layout.order == ByteOrder.BIG_ENDIAN ? k : 3 - k)] = planes[k * n + i];
	}
}
