package net.operando.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The structure of a file, read number by number through one small window, so that neighbouring records cost one read.
 * Every place is checked against the file's length. Not thread-safe.
 */
public final class FileBytes {

	/** Holds a directory of a TIFF file, or some twenty of them where they follow each other. */
	private static final int WINDOW = 4096;

	private final FileSet files;
	private final int file;
	private final long size;
	private ByteBuffer window = ByteBuffer.allocate(WINDOW);
	private long start;
	private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

	public FileBytes(final FileSet files, final int file) throws IOException {
		this.files = files;
		this.file = file;
		size = files.size(file);
		window.limit(0);
	}

	/** The first bytes of a file for telling formats apart, zeros after its end; empty if it is no readable file. */
	public static byte[] head(final Path path, final int length) {
		if (!Files.isRegularFile(path)) return new byte[0];
		try (InputStream in = Files.newInputStream(path)) {
			return Arrays.copyOf(in.readNBytes(length), length);
		}
		catch (final IOException e) {
			return new byte[0];
		}
	}

	public void order(final ByteOrder byteOrder) {
		order = byteOrder;
	}

	public ByteOrder order() {
		return order;
	}

	/** Length of the file. */
	public long size() {
		return size;
	}

	/** Whether bytes lie wholly inside the file. */
	public boolean has(final long offset, final long length) {
		return offset >= 0 && length >= 0 && length <= size && offset <= size - length;
	}

	public int u8(final long offset) {
		return at(offset, 1).get(index(offset)) & 0xff;
	}

	public int u16(final long offset) {
		return at(offset, 2).getShort(index(offset)) & 0xffff;
	}

	public long u32(final long offset) {
		return at(offset, 4).getInt(index(offset)) & 0xffffffffL;
	}

	/** Eight bytes as a signed number; a negative one is out of any file. */
	public long i64(final long offset) {
		return at(offset, 8).getLong(index(offset));
	}

	public double f32(final long offset) {
		return at(offset, 4).getFloat(index(offset));
	}

	public double f64(final long offset) {
		return at(offset, 8).getDouble(index(offset));
	}

	/**
	 * A copy of some bytes.
	 *
	 * @param length at most what the caller knows to be sane
	 */
	public byte[] bytes(final long offset, final int length) {
		check(offset, length);
		final byte[] copy = new byte[length];
		if (length <= WINDOW) {
			final ByteBuffer from = at(offset, length).duplicate();
			from.position(index(offset));
			from.get(copy);
		}
		else files.read(file, offset, ByteBuffer.wrap(copy));
		return copy;
	}

	/** Makes the bytes of a record available at once; at most 1 MB. */
	public void load(final long offset, final int length) {
		if (length > window.capacity()) {
			window = ByteBuffer.allocate(length);
			window.limit(0);
		}
		at(offset, length);
	}

	/** A refusal that names this file. */
	public FormatException refuse(final String problem) {
		return new FormatException(files.path(file), problem);
	}

	private int index(final long offset) {
		return (int) (offset - start);
	}

	private void check(final long offset, final int length) {
		if (!has(offset, length)) throw refuse("points to byte " + offset + " but has " + size +
			" bytes: it was cut short or is damaged; copy it again.");
	}

	private ByteBuffer at(final long offset, final int length) {
		if (offset < start || offset - start > window.limit() - length) {
			check(offset, length);
			window.clear();
			window.limit((int) Math.min(Math.max(WINDOW, length), size - offset));
			start = offset;
			files.read(file, offset, window);
			window.flip();
		}
		return window.order(order);
	}
}
