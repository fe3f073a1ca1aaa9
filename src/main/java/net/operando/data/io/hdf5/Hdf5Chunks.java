package net.operando.data.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

import io.jhdf.dataset.chunked.Chunk;

import net.operando.data.io.SampleSource;

/**
 * The samples of a chunked dataset. Plain chunks are read from the file row by row; packed ones are unpacked once and the
 * last few kept. Thread-safe.
 */
final class Hdf5Chunks implements SampleSource {

	/** Unpacked chunks kept: at most this many bytes and an eighth of the heap, but always two chunks. */
	private static final long MOST_CACHED_BYTES = 1L << 28;

	private final Hdf5Storage storage;
	private final Hdf5ChunkMap map;
	private final int bytes;
	private final ByteOrder order;
	private final long[] strides;
	private final int[] chunkStrides;
	private final Map<Integer, Unpacked> cache;

	Hdf5Chunks(final Hdf5Storage storage, final Hdf5ChunkMap map, final int bytes, final ByteOrder order) {
		this.storage = storage;
		this.map = map;
		this.bytes = bytes;
		this.order = order;
		final int rank = map.dimensions().length;
		strides = new long[rank];
		chunkStrides = new int[rank];
		strides[rank - 1] = 1;
		chunkStrides[rank - 1] = 1;
		for (int i = rank - 2; i >= 0; i--) {
			strides[i] = strides[i + 1] * map.dimensions()[i + 1];
			chunkStrides[i] = chunkStrides[i + 1] * map.chunkDimensions()[i + 1];
		}
		final int most = cachedChunks(map.chunkBytes());
		cache = new LinkedHashMap<Integer, Unpacked>(16, 0.75f, true) {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(final Map.Entry<Integer, Unpacked> eldest) {
				return size() > most;
			}
		};
	}

	/** How many unpacked chunks of a size are kept. */
	static int cachedChunks(final int chunkBytes) {
		return (int) Math.max(2, Math.min(MOST_CACHED_BYTES, Runtime.getRuntime().maxMemory() / 8) / chunkBytes);
	}

	@Override
	public void read(final long firstSample, final ByteBuffer to) throws IOException {
		to.order(order);
		final int end = to.limit();
		final int last = strides.length - 1;
		for (long sample = firstSample; to.position() < end;) {
			long rest = sample;
			int index = 0;
			int inChunk = 0;
			int column = 0;
			for (int i = 0; i <= last; i++) {
				final int at = (int) (rest / strides[i]);
				rest -= at * strides[i];
				index = index * map.grid()[i] + at / map.chunkDimensions()[i];
				inChunk += at % map.chunkDimensions()[i] * chunkStrides[i];
				column = at;
			}
			final int width = map.chunkDimensions()[last];
			final int inRow = Math.min(width - column % width, map.dimensions()[last] - column);
			final int n = Math.min(inRow, (end - to.position()) / bytes);
			to.limit(to.position() + n * bytes);
			copy(index, inChunk, to);
			to.limit(end);
			sample += n;
		}
	}

	private void copy(final int index, final int firstInChunk, final ByteBuffer to) throws IOException {
		final Chunk chunk = map.chunk(index);
		if (chunk == null) {
			while (to.hasRemaining())
				to.put(map.fill());
			return;
		}
		if (map.isPlain(chunk)) {
			storage.readSamples(to, chunk.getAddress() + (long) firstInChunk * bytes);
			return;
		}
		final Unpacked unpacked;
		synchronized (cache) {
			unpacked = cache.computeIfAbsent(index, i -> new Unpacked());
		}
		to.put(unpacked.bytes(chunk), firstInChunk * bytes, to.remaining());
	}

	/** One chunk's samples, unpacked by the first thread that asks. */
	private final class Unpacked {

		private byte[] samples;

		synchronized byte[] bytes(final Chunk chunk) throws IOException {
			if (samples == null) {
				final ByteBuffer stored = ByteBuffer.allocate(chunk.getSize());
				storage.readSamples(stored, chunk.getAddress());
				samples = map.unpack(chunk, stored.array());
			}
			return samples;
		}
	}

	@Override
	public void close() {
		storage.close();
	}
}
