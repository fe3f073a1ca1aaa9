package net.operando.data.io.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.jhdf.filter.LzfFilter;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

import net.operando.data.io.FormatException;

/**
 * How chunks of a dataset are packed: deflate, shuffle, LZF and the Fletcher checksum, in the order in which they were
 * applied. The result has exactly the size of a chunk, whatever the packed bytes claim. Immutable, thread-safe.
 */
final class Hdf5Filters {

	private static final int DEFLATE = 1;
	private static final int SHUFFLE = 2;
	private static final int FLETCHER32 = 3;
	private static final int LZF = 32000;
	private static final int CHECKSUM_BYTES = 4;

	private final List<FilterInfo> filters;
	private final int elementBytes;

	private Hdf5Filters(final List<FilterInfo> filters, final int elementBytes) {
		this.filters = filters;
		this.elementBytes = elementBytes;
	}

	static Hdf5Filters none() {
		return new Hdf5Filters(List.of(), 1);
	}

	/** @throws FormatException if another filter was used */
	static Hdf5Filters of(final Path file, final String path, final FilterPipelineMessage message,
		final int elementBytes)
	{
		for (final FilterInfo filter : message.getFilters())
			if (!List.of(DEFLATE, SHUFFLE, FLETCHER32, LZF).contains(filter.getId())) throw new FormatException(file,
				"packs " + path + " with the HDF5 filter " + filter.getId() +
					", which is not read here: rewrite it with gzip (deflate).");
		return new Hdf5Filters(new ArrayList<>(message.getFilters()), elementBytes);
	}

	/** Whether nothing was applied to a chunk. */
	boolean isPlain(final BitSet skipped) {
		for (int i = 0; i < filters.size(); i++)
			if (!skipped.get(i)) return false;
		return true;
	}

	/** Whether a chunk can be of this size: packing alone may be skipped, where it gains nothing, and only it changes sizes. */
	boolean accepts(final BitSet skipped, final int storedBytes, final int chunkBytes) {
		if (skipped.length() > filters.size()) return false;
		boolean packed = false;
		int bytes = chunkBytes;
		for (int i = 0; i < filters.size(); i++) {
			final int id = filters.get(i).getId();
			final boolean packs = id == DEFLATE || id == LZF;
			if (skipped.get(i)) {
				if (!packs) return false;
				continue;
			}
			packed |= packs;
			if (id == FLETCHER32) bytes += CHECKSUM_BYTES;
		}
		// where packing would add more than this, HDF5 stores the chunk as it is
		return packed ? storedBytes <= bytes + bytes / 64 + 1024L : storedBytes == bytes;
	}

	/**
	 * The samples of a chunk.
	 *
	 * @throws IOException if the packed bytes do not unpack to a chunk
	 */
	byte[] unpack(final BitSet skipped, final byte[] stored, final int chunkBytes) throws IOException {
		byte[] bytes = stored;
		for (int i = filters.size() - 1; i >= 0; i--) {
			if (skipped.get(i)) continue;
			int expected = chunkBytes;
			for (int before = 0; before < i; before++)
				if (filters.get(before).getId() == FLETCHER32) expected += CHECKSUM_BYTES;
			bytes = undo(filters.get(i), bytes, expected);
		}
		if (bytes.length != chunkBytes) throw new IOException("a chunk has " + bytes.length + " bytes instead of " +
			chunkBytes);
		return bytes;
	}

	private byte[] undo(final FilterInfo filter, final byte[] bytes, final int expected) throws IOException {
		switch (filter.getId()) {
			case DEFLATE:
				return inflate(bytes, expected);
			case SHUFFLE:
				return unshuffle(bytes, elementBytes);
			case FLETCHER32:
				return checked(bytes);
			default:
				return unLzf(bytes, expected);
		}
	}

	private static byte[] inflate(final byte[] packed, final int expected) throws IOException {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(packed);
			final byte[] bytes = new byte[expected];
			int done = 0;
			while (done < expected) {
				final int n = inflater.inflate(bytes, done, expected - done);
				if (n == 0 && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) break;
				done += n;
			}
			if (done == expected && !inflater.finished()) inflater.inflate(new byte[1]);
			if (done != expected || !inflater.finished()) throw new IOException("a packed chunk is damaged");
			return bytes;
		}
		catch (final DataFormatException e) {
			throw new IOException("a packed chunk is damaged", e);
		}
		finally {
			inflater.end();
		}
	}

	private static byte[] unLzf(final byte[] packed, final int expected) throws IOException {
		if (packed.length == expected) return packed;
		try {
			return new LzfFilter().decode(packed, new int[] { 0, 0, expected });
		}
		catch (final RuntimeException e) {
			throw new IOException("a packed chunk is damaged", e);
		}
	}

	/** First all first bytes of the elements, then all second ones, and so on; bytes left over stay at the end. */
	static byte[] unshuffle(final byte[] shuffled, final int elementBytes) {
		if (elementBytes <= 1) return shuffled;
		final int n = shuffled.length / elementBytes;
		final byte[] bytes = new byte[shuffled.length];
		for (int b = 0, from = 0; b < elementBytes; b++)
			for (int i = 0, to = b; i < n; i++, to += elementBytes)
				bytes[to] = shuffled[from++];
		System.arraycopy(shuffled, n * elementBytes, bytes, n * elementBytes, shuffled.length - n * elementBytes);
		return bytes;
	}

	/** Takes the Fletcher-32 sum off the end: sums over big endian 16 bit words, stored little endian. */
	private static byte[] checked(final byte[] bytes) throws IOException {
		final int length = bytes.length - CHECKSUM_BYTES;
		if (length < 0) throw new IOException("a packed chunk is damaged");
		long a = 0;
		long b = 0;
		for (int i = 0; i < length; i += 2) {
			a = (a + ((bytes[i] & 0xff) << 8 | (i + 1 < length ? bytes[i + 1] & 0xff : 0))) % 65535;
			b = (b + a) % 65535;
		}
		int stored = 0;
		for (int i = 0; i < CHECKSUM_BYTES; i++)
			stored |= (bytes[length + i] & 0xff) << 8 * i;
		final long storedA = (stored & 0xffff) % 65535;
		final long storedB = (stored >>> 16) % 65535;
		if (a != storedA || b != storedB) throw new IOException("the checksum of a chunk is wrong");
		return Arrays.copyOf(bytes, length);
	}
}
