package net.operando.data.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.BTreeV1;
import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.dataset.chunked.indexing.BTreeIndex;
import io.jhdf.dataset.chunked.indexing.ExtensibleArrayIndex;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndex;
import io.jhdf.dataset.chunked.indexing.SingleChunkIndex;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FillValueMessage;

import net.operando.data.io.FormatException;

/**
 * Where every chunk of a dataset lies. HDF5's older chunk index has no checksum, so each entry is checked against what
 * must hold: its place in the dataset, its size, that it lies in the file and shares no byte with another chunk or with
 * the file's structure. Rows from the first doubtful chunk on are not read. Immutable.
 */
final class Hdf5ChunkMap {

	private static final long UNDEFINED = -1;
	/** A chunk is decoded as a whole; larger ones than this part of the heap are refused. */
	private static final int HEAP_PART = 8;

	private final Path file;
	private final String path;
	private final int[] dimensions;
	private final int[] chunkDimensions;
	private final int[] grid;
	private final int chunkBytes;
	private final Hdf5Filters filters;
	private final byte[] fill;
	private final Chunk[] chunks;
	private final List<String> warnings = new ArrayList<>();
	private int readableRows;

	private Hdf5ChunkMap(final Path file, final String path, final int[] dimensions, final int[] chunkDimensions,
		final int elementBytes, final ObjectHeader header, final long fileBytes)
	{
		this.file = file;
		this.path = path;
		this.dimensions = dimensions;
		this.chunkDimensions = chunkDimensions;
		if (chunkDimensions.length != dimensions.length) throw damaged("its chunks have another shape");
		long bytes = elementBytes;
		long count = 1;
		grid = new int[dimensions.length];
		for (int i = 0; i < grid.length; i++) {
			if (chunkDimensions[i] < 1) throw damaged("its chunks are empty");
			bytes = Math.multiplyExact(bytes, chunkDimensions[i]);
			grid[i] = (int) ((dimensions[i] + (long) chunkDimensions[i] - 1) / chunkDimensions[i]);
			count = Math.multiplyExact(count, grid[i]);
		}
		if (bytes > Math.min(1 << 30, Runtime.getRuntime().maxMemory() / HEAP_PART)) throw new FormatException(file,
			"stores " + path + " in chunks of " + (bytes >> 20) + " MB, too large to unpack in this memory: rewrite it with chunks of one frame.");
		// every chunk that exists has an entry of at least 8 bytes in the file
		if (count > Math.max(4096, fileBytes / 8)) throw damaged("it claims " + count + " chunks");
		chunkBytes = (int) bytes;
		chunks = new Chunk[(int) count];
		filters = header.hasMessageOfType(FilterPipelineMessage.class) ? Hdf5Filters.of(file, path, header.getMessageOfType(
			FilterPipelineMessage.class), elementBytes) : Hdf5Filters.none();
		fill = fill(header, elementBytes);
	}

	/** @throws FormatException if no row at all can be read */
	static Hdf5ChunkMap of(final Path file, final Hdf5Storage storage, final String path, final ObjectHeader header,
		final int[] dimensions, final int elementBytes)
	{
		final DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
		if (layout instanceof ChunkedDataLayoutMessage) {
			final ChunkedDataLayoutMessage old = (ChunkedDataLayoutMessage) layout;
			final Hdf5ChunkMap map = new Hdf5ChunkMap(file, path, dimensions, old.getChunkDimensions(), elementBytes, header,
				storage.size());
			if (old.getSize() != elementBytes) throw map.damaged("its chunks hold elements of another size");
			if (old.getBTreeAddress() != UNDEFINED) map.place(BTreeV1.createDataBTree(storage, old.getBTreeAddress(),
				dimensions.length).getChunks(), storage);
			else map.place(List.of(), storage);
			return map;
		}
		final ChunkedDataLayoutMessageV4 recent = (ChunkedDataLayoutMessageV4) layout;
		final int[] withElement = recent.getChunkDimensions();
		final Hdf5ChunkMap map = new Hdf5ChunkMap(file, path, dimensions, Arrays.copyOf(withElement, withElement.length - 1),
			elementBytes, header, storage.size());
		if (withElement[withElement.length - 1] != elementBytes) throw map.damaged("its chunks hold elements of another size");
		map.place(recent.getAddress() == UNDEFINED ? List.of() : map.indexed(recent, storage), storage);
		return map;
	}

	private Collection<Chunk> indexed(final ChunkedDataLayoutMessageV4 layout, final Hdf5Storage storage) {
		final DatasetInfo info = new DatasetInfo(chunkBytes, dimensions, chunkDimensions);
		final long address = layout.getAddress();
		switch (layout.getIndexingType()) {
			case 1:
				return new SingleChunkIndex(layout, info).getAllChunks();
			case 2:
				return implicit(address);
			case 3:
				checkEntries(storage, address, 8, 1);
				return new FixedArrayIndex(storage, address, info).getAllChunks();
			case 4:
				checkEntries(storage, address, 12 + 4 * storage.getSizeOfLengths(), 6);
				// jhdf reads some bytes beyond these blocks, which may be samples
				storage.record(false);
				final Collection<Chunk> all = new ExtensibleArrayIndex(storage, address, info).getAllChunks();
				storage.record(true);
				return all;
			case 5:
				return new BTreeIndex(storage, address, info).getAllChunks();
			default:
				throw damaged("its chunk index is of an unknown kind");
		}
	}

	/** jhdf makes room for as many entries as an array index claims; so its claim and checksum are looked at first. */
	private void checkEntries(final Hdf5Storage storage, final long address, final int at, final int lengths) {
		final int bytes = (lengths == 1 ? 12 : 16) + storage.getSizeOfOffsets() + lengths * storage.getSizeOfLengths();
		final ByteBuffer header = storage.readBufferFromAddress(address, bytes);
		ChecksumUtils.validateChecksum(header);
		header.rewind();
		final long entries = storage.getSizeOfLengths() == 8 ? header.getLong(at) : header.getInt(at) & 0xffffffffL;
		if (entries < 0 || entries > storage.size() / 8) throw damaged("its chunk index claims " + entries + " entries");
	}

	private Collection<Chunk> implicit(final long address) {
		final List<Chunk> all = new ArrayList<>();
		for (int i = 0; i < chunks.length; i++)
			all.add(new StoredChunk(address + (long) i * chunkBytes, chunkBytes, offset(i)));
		return all;
	}

	private int[] offset(final int index) {
		final int[] offset = new int[grid.length];
		for (int i = grid.length - 1, rest = index; i >= 0; rest /= grid[i], i--)
			offset[i] = rest % grid[i] * chunkDimensions[i];
		return offset;
	}

	private FormatException damaged(final String how) {
		return new FormatException(file, "is damaged at " + path + " (" + how + ").");
	}

	private byte[] fill(final ObjectHeader header, final int elementBytes) {
		if (!header.hasMessageOfType(FillValueMessage.class)) return new byte[elementBytes];
		final FillValueMessage message = header.getMessageOfType(FillValueMessage.class);
		if (!message.isFillValueDefined() || message.getFillValue() == null || message.getFillValue()
			.remaining() != elementBytes) return new byte[elementBytes];
		final byte[] value = new byte[elementBytes];
		message.getFillValue().get(value);
		return value;
	}

	private void place(final Collection<Chunk> all, final Hdf5Storage storage) {
		int first = Integer.MAX_VALUE;
		boolean doubtful = false;
		final List<Chunk> sound = new ArrayList<>();
		for (final Chunk chunk : all) {
			if (chunk.getAddress() == UNDEFINED) continue;
			final int index = index(chunk.getChunkOffset());
			if (index < 0) {
				doubtful = true;
				continue;
			}
			final long end = chunk.getAddress() + chunk.getSize();
			if (storage.isClaimed(chunk.getAddress(), end)) throw damaged("a chunk lies where another dataset is");
			final boolean fits = chunk.getAddress() >= 0 && chunk.getSize() > 0 && end <= storage.endAddress() && !storage
				.isStructure(chunk.getAddress(), end) && filters.accepts(mask(chunk), chunk.getSize(), chunkBytes);
			if (!fits || chunks[index] != null) {
				doubtful = true;
				first = Math.min(first, chunk.getChunkOffset()[0]);
				continue;
			}
			chunks[index] = chunk;
			sound.add(chunk);
		}
		sound.sort((a, b) -> Long.compare(a.getAddress(), b.getAddress()));
		for (int i = 1; i < sound.size(); i++) {
			final Chunk before = sound.get(i - 1);
			if (before.getAddress() + before.getSize() <= sound.get(i).getAddress()) continue;
			doubtful = true;
			first = Math.min(first, Math.min(before.getChunkOffset()[0], sound.get(i).getChunkOffset()[0]));
		}
		int missing = 0;
		for (int i = 0; i < chunks.length; i++) {
			if (chunks[i] != null) continue;
			missing++;
			if (doubtful) first = Math.min(first, offset(i)[0]);
		}
		readableRows = Math.min(dimensions[0], first);
		if (doubtful) warnings.add("The index of the chunks of " + path + " is damaged or cut short: only what comes before was read.");
		else if (missing == chunks.length) throw new FormatException(file, "holds no samples in " + path +
			": they were never written.");
		else if (missing > 0) warnings.add(missing + " of the " + chunks.length + " chunks of " + path +
			" were never written; their samples read as the fill value.");
	}

	/** Index of the chunk that starts at an offset; -1 if none can. */
	private int index(final int[] offset) {
		if (offset.length != grid.length) return -1;
		int index = 0;
		for (int i = 0; i < grid.length; i++) {
			if (offset[i] < 0 || offset[i] >= dimensions[i] || offset[i] % chunkDimensions[i] != 0) return -1;
			index = index * grid[i] + offset[i] / chunkDimensions[i];
		}
		return index;
	}

	private static BitSet mask(final Chunk chunk) {
		return chunk.getFilterMask() == null ? new BitSet() : chunk.getFilterMask();
	}

	/** Rows of the first dimension before the first doubtful chunk. */
	int readableRows() {
		return readableRows;
	}

	List<String> warnings() {
		return warnings;
	}

	int[] dimensions() {
		return dimensions;
	}

	int[] chunkDimensions() {
		return chunkDimensions;
	}

	/** Number of chunks along each dimension. */
	int[] grid() {
		return grid;
	}

	/** Bytes of an unpacked chunk. */
	int chunkBytes() {
		return chunkBytes;
	}

	/** The bytes of a sample that was never written. */
	byte[] fill() {
		return fill;
	}

	/** A chunk by its place in the grid, row-major; null if it was never written. */
	Chunk chunk(final int index) {
		return chunks[index];
	}

	/** Whether no filter is used at all. */
	boolean isPlain() {
		return filters.isPlain(new BitSet());
	}

	/** Whether a chunk's bytes are its samples. */
	boolean isPlain(final Chunk chunk) {
		return filters.isPlain(mask(chunk));
	}

	byte[] unpack(final Chunk chunk, final byte[] stored) throws IOException {
		return filters.unpack(mask(chunk), stored, chunkBytes);
	}

	/** A chunk whose place follows from its index alone. */
	private static final class StoredChunk implements Chunk {

		private final long address;
		private final int size;
		private final int[] offset;

		StoredChunk(final long address, final int size, final int[] offset) {
			this.address = address;
			this.size = size;
			this.offset = offset;
		}

		@Override
		public int getSize() {
			return size;
		}

		@Override
		public BitSet getFilterMask() {
			return new BitSet();
		}

		@Override
		public int[] getChunkOffset() {
			return offset;
		}

		@Override
		public long getAddress() {
			return address;
		}
	}
}
