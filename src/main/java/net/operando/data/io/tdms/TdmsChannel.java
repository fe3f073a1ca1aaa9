package net.operando.data.io.tdms;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;

import net.operando.data.io.SampleSource;

/** The values of one TDMS channel over all segments, as little endian bytes. Thread-safe. */
final class TdmsChannel implements SampleSource {

	private final FileChannel file;
	private final TdmsType type;
	private final TdmsSegment.Run[] runs;
	private final long[] firstValues;
	private final long values;

	/** @param type null if the channel has no values */
	TdmsChannel(final FileChannel file, final TdmsType type, final List<TdmsSegment.Run> runs, final long values) {
		this.file = file;
		this.type = type;
		this.runs = runs.toArray(new TdmsSegment.Run[0]);
		this.values = values;
		firstValues = new long[this.runs.length];
		for (int i = 0; i < firstValues.length; i++)
			firstValues[i] = this.runs[i].firstValue();
	}

	long values() {
		return values;
	}

	/** Type of the values; null if there are none. */
	TdmsType type() {
		return type;
	}

	@Override
	public void read(final long firstSample, final ByteBuffer to) throws IOException {
		to.order(ByteOrder.LITTLE_ENDIAN);
		final int bytes = type.bytes();
		final int end = to.limit();
		long value = firstSample;
		while (to.position() < end) {
			int at = Arrays.binarySearch(firstValues, value);
			if (at < 0) at = -at - 2;
			if (value < 0 || value >= values) throw new EOFException("value " + value + " of " + values);
			final TdmsSegment.Run run = runs[at];
			final long inRun = value - run.firstValue();
			final int n = (int) Math.min(run.following(inRun), (end - to.position()) / bytes);
			final int start = to.position();
			if (run.stride() == bytes) {
				to.limit(start + n * bytes);
				readFully(to, run.position(inRun));
				to.limit(end);
			}
			else pick(run, inRun, n, to);
			if (run.order() == ByteOrder.BIG_ENDIAN) swap(to, start, n, bytes);
			value += n;
		}
	}

	/** Takes every value of this channel out of the interleaved ones. */
	private void pick(final TdmsSegment.Run run, final long first, final int count, final ByteBuffer to)
		throws IOException
	{
		final int bytes = type.bytes();
		final int perBlock = Math.max(1, (1 << 16) / run.stride());
		final ByteBuffer block = ByteBuffer.allocate(Math.min(perBlock, count) * run.stride());
		for (int done = 0; done < count; done += perBlock) {
			final int n = Math.min(perBlock, count - done);
			block.clear().limit((n - 1) * run.stride() + bytes);
			readFully(block, run.position(first + done));
			for (int i = 0; i < n; i++)
				to.put(block.array(), i * run.stride(), bytes);
		}
	}

	private void readFully(final ByteBuffer to, final long position) throws IOException {
		final int start = to.position();
		while (to.hasRemaining())
			if (file.read(to, position + to.position() - start) < 0) throw new EOFException("the file ends too early");
	}

	private static void swap(final ByteBuffer buffer, final int start, final int count, final int bytes) {
		for (int i = 0, at = start; i < count; i++, at += bytes) {
			if (bytes == 2) buffer.putShort(at, Short.reverseBytes(buffer.getShort(at)));
			else if (bytes == 4) buffer.putInt(at, Integer.reverseBytes(buffer.getInt(at)));
			else if (bytes == 8) buffer.putLong(at, Long.reverseBytes(buffer.getLong(at)));
		}
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
