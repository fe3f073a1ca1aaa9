package net.operando.data.io.tdms;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import net.operando.data.io.SampleType;

/** Reads TDMS metadata through a small window, never beyond a limit, whatever lengths the file claims. */
final class TdmsCursor {

	/** Longest text kept; paths and movie properties are far shorter, and a damaged length must not fill the memory. */
	private static final int LONGEST_TEXT = 1 << 16;
	/** Seconds from TDMS's epoch, 1904-01-01T00:00Z, to that of Instant. */
	private static final long EPOCH_1904_SECONDS = 2_082_844_800L;

	private final FileChannel channel;
	private final ByteBuffer window = ByteBuffer.allocateDirect(1024);
	private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
	private long windowStart;
	private long limit;

	TdmsCursor(final FileChannel channel) {
		this.channel = channel;
		window.limit(0);
	}

	/** Goes to a position; nothing at or after {@code newLimit} will be read. */
	void seek(final long position, final long newLimit) {
		limit = newLimit;
		if (position >= windowStart && position - windowStart <= window.limit()) {
			// lead-in and metadata of a segment mostly lie in one window
			window.position((int) (position - windowStart));
			return;
		}
		windowStart = position;
		window.position(0).limit(0);
	}

	void order(final ByteOrder newOrder) {
		order = newOrder;
	}

	long position() {
		return windowStart + window.position();
	}

	long remaining() {
		return limit - position();
	}

	int int8() throws IOException {
		return need(1).get();
	}

	int int32() throws IOException {
		return need(4).getInt();
	}

	/** An unsigned 32 bit number that counts something of which each needs some bytes; bounded by what is left. */
	int count(final int bytesEach, final String what) throws IOException {
		final long n = int32() & 0xffffffffL;
		if (n > Integer.MAX_VALUE || n * bytesEach > remaining()) throw new TdmsDamage("it claims " + n + " " + what);
		return (int) n;
	}

	long int64() throws IOException {
		return need(8).getLong();
	}

	String text() throws IOException {
		final int length = count(1, "bytes of text");
		final byte[] bytes = new byte[Math.min(length, LONGEST_TEXT)];
		for (int done = 0; done < bytes.length;) {
			final int n = Math.min(window.capacity(), bytes.length - done);
			need(n).get(bytes, done, n);
			done += n;
		}
		if (length > bytes.length) seek(position() + length - bytes.length, limit);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/** A property's value: String, Long, Double, Boolean or Instant; null for a type nothing here uses. */
	Object value(final TdmsType type) throws IOException {
		switch (type) {
			case VOID:
				return null;
			case TEXT:
				return text();
			case BOOLEAN:
				return int8() != 0;
			case TIMESTAMP:
				return timestamp();
			default:
				final ByteBuffer bytes = need(type.bytes());
				if (!type.sample().isPresent()) {
					bytes.position(bytes.position() + type.bytes());
					return null;
				}
				final SampleType sample = type.sample().get();
				return sample.isInteger() ? (Object) sample.nextLong(bytes) : (Object) sample.next(bytes);
		}
	}

	/** Little endian files store the fraction first, big endian ones the seconds. */
	private Instant timestamp() throws IOException {
		final long first = int64();
		final long second = int64();
		final long seconds = order == ByteOrder.LITTLE_ENDIAN ? second : first;
		final long fraction = order == ByteOrder.LITTLE_ENDIAN ? first : second;
		if (Math.abs(seconds / 2) > 1L << 40) return null;
		return Instant.ofEpochSecond(seconds - EPOCH_1904_SECONDS, Math.round((fraction >>> 1) * 0x1p-63 * 1e9));
	}

	/** The window with at least {@code bytes} bytes ahead of its position. */
	private ByteBuffer need(final int bytes) throws IOException {
		if (remaining() < bytes) throw new TdmsDamage("its metadata are longer than it says");
		if (window.remaining() < bytes) {
			windowStart = position();
			window.clear();
			if (limit - windowStart < window.capacity()) window.limit((int) (limit - windowStart));
			while (window.position() < bytes)
				if (channel.read(window, windowStart + window.position()) < 0) throw new EOFException("the file ends too early");
			window.flip();
		}
		return window.order(order);
	}
}
