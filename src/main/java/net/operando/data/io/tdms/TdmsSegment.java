package net.operando.data.io.tdms;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of one TDMS segment lie: chunks of equal layout after each other, in each the channels one after the
 * other or, interleaved, one value of each channel in turn. Immutable.
 */
final class TdmsSegment {

	private final long dataPosition;
	private final long dataBytes;
	private final boolean interleaved;
	private final ByteOrder order;
	private final List<TdmsObject> objects;
	private final List<TdmsObject> withData = new ArrayList<>();
	private final long chunkBytes;
	private final boolean several;

	/**
	 * @param dataBytes bytes of raw data that are there
	 * @param objects all objects of the segment in order, with and without data
	 * @throws TdmsDamage if no layout of chunks can be like this
	 */
	TdmsSegment(final long dataPosition, final long dataBytes, final boolean interleaved, final ByteOrder order,
		final List<TdmsObject> objects) throws TdmsDamage
	{
		this.dataPosition = dataPosition;
		this.dataBytes = dataBytes;
		this.interleaved = interleaved;
		this.order = order;
		this.objects = objects;
		long sum = 0;
		TdmsObject first = null;
		boolean more = false;
		for (final TdmsObject object : objects) {
			if (!object.hasData()) continue;
			more |= first != null;
			if (first == null) first = object;
			if (interleaved && (object.type().bytes() == 0 || object.values() != first.values())) throw new TdmsDamage(
				"its channels cannot be interleaved");
			if (object.bytes() == 0) continue;
			withData.add(object);
			sum += object.bytes();
			if (sum < 0) throw new TdmsDamage("it claims more data than a file can hold");
		}
		several = more;
		chunkBytes = sum;
		if (sum == 0 && dataBytes > 0) throw new TdmsDamage("it has data that no channel claims");
	}

	List<TdmsObject> objects() {
		return objects;
	}

	boolean isInterleaved() {
		return interleaved;
	}

	long dataPosition() {
		return dataPosition;
	}

	ByteOrder order() {
		return order;
	}

	/** Bytes per chunk; 0 without data. */
	long chunkBytes() {
		return chunkBytes;
	}

	/** Whole chunks. */
	long chunks() {
		return chunkBytes == 0 ? 0 : dataBytes / chunkBytes;
	}

	/** Bytes after the last whole chunk. */
	long remainder() {
		return chunkBytes == 0 ? 0 : dataBytes % chunkBytes;
	}

	/** Whether the size of the chunks decides where a value lies: not so for a single channel. */
	boolean dependsOnChunks() {
		return several;
	}

	/** The run of values of a channel in this segment; null if it has none here. */
	Run run(final String path, final long firstValue) {
		long offset = 0;
		for (final TdmsObject object : withData) {
			if (object.path().equals(path)) return new Run(object, offset, firstValue);
			offset += interleaved ? object.type().bytes() : object.bytes();
		}
		return null;
	}

	/** The values of one channel in one segment. */
	final class Run {

		private final long firstValue;
		private final long count;
		private final long perChunk;
		private final long offset;
		private final int stride;
		private final int bytes;

		private Run(final TdmsObject object, final long offset, final long firstValue) {
			this.firstValue = firstValue;
			this.offset = offset;
			bytes = object.type().bytes();
			if (withData.size() == 1) {
				perChunk = bytes == 0 ? 0 : dataBytes / bytes;
				count = perChunk;
				stride = bytes;
				return;
			}
			long width = bytes;
			if (interleaved) {
				width = 0;
				for (final TdmsObject each : withData)
					width += each.type().bytes();
			}
			stride = (int) width;
			perChunk = object.values();
			final long rest = bytes == 0 ? 0 : interleaved ? remainder() / width : Math.min(object.bytes(), Math.max(0,
				remainder() - offset)) / bytes;
			count = chunks() * perChunk + rest;
		}

		/** Index of the first value within the channel. */
		long firstValue() {
			return firstValue;
		}

		long count() {
			return count;
		}

		/** Bytes from value to value. */
		int stride() {
			return stride;
		}

		ByteOrder order() {
			return order;
		}

		/** Position in the file of a value, counted from the first of the run. */
		long position(final long value) {
			final long chunk = value / perChunk;
			return dataPosition + chunk * chunkBytes + offset + (value - chunk * perChunk) * stride;
		}

		/** Number of values from this one on at a constant stride. */
		long following(final long value) {
			return Math.min(perChunk - value % perChunk, count - value);
		}
	}
}
