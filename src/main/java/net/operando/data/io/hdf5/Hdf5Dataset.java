package net.operando.data.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.jhdf.ObjectHeader;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;

import net.operando.data.io.FormatException;
import net.operando.data.io.SampleSource;
import net.operando.data.io.SampleType;

/**
 * A dataset of numbers: its shape and where its samples lie. What lies beyond the end of the file, or where it cannot
 * lie, is found when the dataset is opened, and shortens its first dimension. Immutable, thread-safe.
 */
final class Hdf5Dataset {

	private static final long UNDEFINED = -1;

	private final Path file;
	private final String path;
	private final int[] dimensions;
	private final SampleType type;
	private final SampleSource source;
	private final int readable;
	private final List<String> warnings;
	private final Hdf5ChunkMap chunks;

	private Hdf5Dataset(final Path file, final String path, final int[] dimensions, final SampleType type,
		final SampleSource source, final int readable, final Hdf5ChunkMap chunks)
	{
		this.file = file;
		this.path = path;
		this.dimensions = dimensions;
		this.type = type;
		this.source = source;
		this.readable = readable;
		this.chunks = chunks;
		warnings = chunks == null ? List.of() : chunks.warnings();
	}

	static Hdf5Dataset of(final Path file, final Hdf5Storage storage, final String path, final ObjectHeader header) {
		final int[] dimensions = header.getMessageOfType(DataSpaceMessage.class).getDataSpace().getDimensions();
		if (dimensions.length == 0) throw new FormatException(file, "holds a single value in " + path +
			", where an array is needed.");
		final DataType dataType = header.getMessageOfType(DataTypeMessage.class).getDataType();
		final SampleType type = sampleType(dataType);
		if (type == null) throw new FormatException(file, "holds something else than plain numbers in " + path +
			": choose another one with dataset.");
		final ByteOrder order = dataType instanceof FixedPoint ? ((FixedPoint) dataType).getByteOrder()
			: ((FloatingPoint) dataType).getByteOrder();
		long samples = 1;
		for (final int side : dimensions)
			samples = Math.multiplyExact(samples, side);
		final long bytes = Math.multiplyExact(samples, type.bytes());
		final long rowBytes = dimensions[0] == 0 ? 0 : bytes / dimensions[0];

		final DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
		if (layout instanceof CompactDataLayoutMessage) {
			final ByteBuffer data = ((CompactDataLayoutMessage) layout).getDataBuffer();
			if (data.remaining() < bytes) throw new FormatException(file, "is damaged: " + path + " claims more than it holds.");
			return new Hdf5Dataset(file, path, dimensions, type, new Compact(data, type.bytes(), order, storage), dimensions[0],
				null);
		}
		if (layout instanceof ContiguousDataLayoutMessage) {
			final ContiguousDataLayoutMessage contiguous = (ContiguousDataLayoutMessage) layout;
			final long address = contiguous.getAddress();
			if (address == UNDEFINED) throw new FormatException(file, "holds no samples in " + path + ": they were never written.");
			if (contiguous.getSize() >= 0 && contiguous.getSize() != bytes) throw new FormatException(file, "is damaged: " +
				path + " has " + contiguous.getSize() + " bytes where its shape needs " + bytes + ".");
			if (storage.isStructure(address, Math.addExact(address, bytes))) throw new FormatException(file, "is damaged: " +
				path + " lies where the file's structure is.");
			if (Math.addExact(address, bytes) > Math.max(storage.endAddress(), storage.getSuperblock().getEndOfFileAddress()))
				throw new FormatException(file, "is damaged: " + path + " reaches beyond the end that the file states.");
			final long there = Math.max(0, Math.min(bytes, storage.endAddress() - address));
			final int readable = there == bytes ? dimensions[0] : (int) (there / rowBytes);
			return new Hdf5Dataset(file, path, dimensions, type, new Contiguous(storage, address, type.bytes(), order),
				readable, null);
		}
		final Hdf5ChunkMap chunks = Hdf5ChunkMap.of(file, storage, path, header, dimensions, type.bytes());
		return new Hdf5Dataset(file, path, dimensions, type, new Hdf5Chunks(storage, chunks, type.bytes(), order), chunks
			.readableRows(), chunks);
	}

	/** Null for anything but plain integers of 1, 2, 4, 8 bytes and IEEE floating point of 4 and 8. */
	private static SampleType sampleType(final DataType type) {
		if (type instanceof FixedPoint) {
			final FixedPoint fixed = (FixedPoint) type;
			if (fixed.getBitPrecision() != 8 * type.getSize() || fixed.getBitOffset() != 0) return null;
			switch (type.getSize()) {
				case 1:
					return fixed.isSigned() ? SampleType.INT8 : SampleType.UINT8;
				case 2:
					return fixed.isSigned() ? SampleType.INT16 : SampleType.UINT16;
				case 4:
					return fixed.isSigned() ? SampleType.INT32 : SampleType.UINT32;
				case 8:
					return fixed.isSigned() ? SampleType.INT64 : SampleType.UINT64;
				default:
					return null;
			}
		}
		if (!(type instanceof FloatingPoint)) return null;
		final FloatingPoint real = (FloatingPoint) type;
		if (type.getSize() == 4 && real.getExponentSize() == 8 && real.getMantissaSize() == 23 && real
			.getExponentBias() == 127) return SampleType.FLOAT32;
		if (type.getSize() == 8 && real.getExponentSize() == 11 && real.getMantissaSize() == 52 && real
			.getExponentBias() == 1023) return SampleType.FLOAT64;
		return null;
	}

	String path() {
		return path;
	}

	int[] dimensions() {
		return dimensions.clone();
	}

	SampleType type() {
		return type;
	}

	/** Samples, row-major. */
	SampleSource source() {
		return source;
	}

	/** How many rows of the first dimension are whole in the file. */
	int readable() {
		return readable;
	}

	List<String> warnings() {
		return warnings;
	}

	/** A warning if the chunks of one row of the first dimension (a frame) are more than can be kept unpacked. */
	Optional<String> slowness() {
		if (chunks == null || chunks.chunkDimensions()[0] == 1 || chunks.isPlain()) return Optional.empty();
		long perRow = 1;
		for (int i = 1; i < dimensions.length; i++)
			perRow *= chunks.grid()[i];
		return perRow <= Hdf5Chunks.cachedChunks(chunks.chunkBytes()) ? Optional.empty() : Optional.of(
			"The movie is packed in chunks of " + chunks.chunkDimensions()[0] +
				" frames that cannot all be kept in memory, so reading it will be slow: rewrite it with chunks of one frame.");
	}

	String shape() {
		return Arrays.stream(dimensions).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
	}

	/**
	 * The first values as they are stored, for small datasets such as times.
	 *
	 * @param most largest number of values to read
	 */
	ByteBuffer values(final int most) throws IOException {
		long samples = readable;
		for (int i = 1; i < dimensions.length; i++)
			samples *= dimensions[i];
		final int n = (int) Math.min(most, samples);
		if ((long) n * type.bytes() > 1 << 28) throw new FormatException(file, "claims " + n + " values in " + path +
			", which cannot be meant.");
		final ByteBuffer bytes = ByteBuffer.allocate(n * type.bytes());
		source.read(0, bytes);
		bytes.flip();
		return bytes;
	}

	/** Samples that stand one after the other in the file. */
	private static final class Contiguous implements SampleSource {

		private final Hdf5Storage storage;
		private final long address;
		private final int bytes;
		private final ByteOrder order;

		Contiguous(final Hdf5Storage storage, final long address, final int bytes, final ByteOrder order) {
			this.storage = storage;
			this.address = address;
			this.bytes = bytes;
			this.order = order;
		}

		@Override
		public void read(final long firstSample, final ByteBuffer to) throws IOException {
			to.order(order);
			storage.readSamples(to, address + firstSample * bytes);
		}

		@Override
		public void close() {
			storage.close();
		}
	}

	/** Samples inside the object header, up to 64 KB. */
	private static final class Compact implements SampleSource {

		private final ByteBuffer data;
		private final int bytes;
		private final ByteOrder order;
		private final Hdf5Storage storage;

		Compact(final ByteBuffer data, final int bytes, final ByteOrder order, final Hdf5Storage storage) {
			this.data = data;
			this.bytes = bytes;
			this.order = order;
			this.storage = storage;
		}

		@Override
		public void read(final long firstSample, final ByteBuffer to) {
			final ByteBuffer from = data.duplicate();
			from.position(Math.toIntExact(firstSample * bytes));
			from.limit(from.position() + to.remaining());
			to.order(order).put(from);
		}

		@Override
		public void close() {
			storage.close();
		}
	}
}
