package net.operando.data.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;

/**
 * What jhdf reads an HDF5 file's structure through. It refuses, before anything is allocated, what a damaged file may ask
 * for: bytes that are not in the file, and the same node over and over (a cycle). It remembers which bytes are structure,
 * so that samples that would lie there are recognised as wrong. Not thread-safe: structure is read by one thread.
 */
final class Hdf5Storage implements HdfBackingStorage {

	/** A sound file's nodes are read a few times each: peeked at, read, checked, and read again for another object. */
	private static final int MOST_READS_OF_A_PLACE = 64;
	/** No single piece of structure is larger; samples are not read through here. */
	private static final int LARGEST_PIECE = 1 << 26;

	private final FileChannel channel;
	private final Superblock superblock;
	private final long size;
	private final Map<Long, Integer> reads = new HashMap<>();
	private final TreeMap<Long, Long> structure = new TreeMap<>();
	private final TreeMap<Long, Long> claimed = new TreeMap<>();
	private boolean recording = true;

	Hdf5Storage(final FileChannel channel, final Superblock superblock) throws IOException {
		this.channel = channel;
		this.superblock = superblock;
		size = channel.size();
	}

	/** Whether what is read counts as structure: not where jhdf is known to read beyond it. */
	void record(final boolean on) {
		recording = on;
	}

	/** Whether a range of addresses (end exclusive) overlaps structure read so far. */
	boolean isStructure(final long start, final long end) {
		return overlaps(structure, start, end);
	}

	/** Remembers where the samples of a contiguous dataset lie. */
	void claim(final long start, final long end) {
		add(claimed, start, end);
	}

	/** Whether a range of addresses overlaps the samples of a contiguous dataset. */
	boolean isClaimed(final long start, final long end) {
		return overlaps(claimed, start, end);
	}

	private static boolean overlaps(final TreeMap<Long, Long> ranges, final long start, final long end) {
		final Map.Entry<Long, Long> before = ranges.lowerEntry(end);
		return before != null && before.getValue() > start;
	}

	@Override
	public ByteBuffer readBufferFromAddress(final long address, final int length) {
		return read(address, length);
	}

	@Override
	public ByteBuffer map(final long address, final long length) {
		return read(address, length);
	}

	@Override
	public ByteBuffer mapNoOffset(final long address, final long length) {
		return read(address - superblock.getBaseAddressByte(), length);
	}

	private ByteBuffer read(final long address, final long length) {
		final long start = address + superblock.getBaseAddressByte();
		if (address < 0 || start < 0 || length < 0 || length > LARGEST_PIECE || start > size - length) throw new HdfException(
			"the file has no " + length + " bytes of structure at " + address);
		if (reads.merge(address, 1, Integer::sum) > MOST_READS_OF_A_PLACE) throw new HdfException(
			"the structure refers to itself at " + address);
		final ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
		try {
			while (bytes.hasRemaining())
				if (channel.read(bytes, start + bytes.position()) < 0) throw new HdfException("the file ends at " + start);
		}
		catch (final IOException e) {
			throw new HdfException("the file cannot be read at " + start, e);
		}
		bytes.flip();
		if (recording) add(structure, address, address + length);
		return bytes;
	}

	/** Adds a range and joins it with those it touches. */
	private static void add(final TreeMap<Long, Long> ranges, final long start, final long end) {
		long from = start;
		long to = end;
		for (Map.Entry<Long, Long> e = ranges.floorEntry(to); e != null && e.getValue() >= from; e = ranges.floorEntry(to)) {
			from = Math.min(from, e.getKey());
			to = Math.max(to, e.getValue());
			ranges.remove(e.getKey());
		}
		ranges.put(from, to);
	}

	/** Reads samples; unlike structure, from any thread. Bytes beyond the end of the file are an error. */
	void readSamples(final ByteBuffer to, final long address) throws IOException {
		final int start = to.position();
		final long place = address + superblock.getBaseAddressByte();
		while (to.hasRemaining())
			if (channel.read(to, place + to.position() - start) < 0) throw new IOException("the file ends too early");
	}

	/** First address beyond the end of the file. */
	long endAddress() {
		return size - superblock.getBaseAddressByte();
	}

	@Override
	public long getUserBlockSize() {
		return superblock.getBaseAddressByte();
	}

	@Override
	public Superblock getSuperblock() {
		return superblock;
	}

	@Override
	public FileChannel getFileChannel() {
		return channel;
	}

	@Override
	public int getSizeOfOffsets() {
		return superblock.getSizeOfOffsets();
	}

	@Override
	public int getSizeOfLengths() {
		return superblock.getSizeOfLengths();
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			// a file that was only read loses nothing when closing it fails
		}
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public boolean inMemory() {
		return false;
	}
}
