package net.operando.figure.video;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Little-endian bytes of RIFF structures, appended one after another. Grows as needed; not thread-safe. */
final class RiffBytes {

	private ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

	/** A length as RIFF's unsigned 32 bit number. */
	static int toInt(final long length) {
		if (length < 0 || length > 0xffffffffL) throw new IllegalStateException("RIFF length " + length);
		return (int) length;
	}

	private RiffBytes room(final int n) {
		if (bytes.remaining() < n) {
			final ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + n)).order(
				ByteOrder.LITTLE_ENDIAN);
			bytes.flip();
			larger.put(bytes);
			bytes = larger;
		}
		return this;
	}

	RiffBytes fourcc(final String code) {
		return bytes(code.getBytes(StandardCharsets.US_ASCII));
	}

	RiffBytes bytes(final byte[] data) {
		room(data.length).bytes.put(data);
		return this;
	}

	RiffBytes int8(final int value) {
		room(1).bytes.put((byte) value);
		return this;
	}

	RiffBytes int16(final int value) {
		room(2).bytes.putShort((short) value);
		return this;
	}

	RiffBytes int32(final int value) {
		room(4).bytes.putInt(value);
		return this;
	}

	RiffBytes int64(final long value) {
		room(8).bytes.putLong(value);
		return this;
	}

	/** Appends another structure as a chunk, with its length and padding. */
	RiffBytes chunk(final String code, final RiffBytes content) {
		fourcc(code).int32(content.size());
		final byte[] data = new byte[content.size()];
		content.buffer().get(data);
		return bytes(data).pad();
	}

	/** One zero if the length is odd: chunks begin at even places. */
	RiffBytes pad() {
		return (bytes.position() & 1) == 0 ? this : int8(0);
	}

	int size() {
		return bytes.position();
	}

	/** What was appended, to be read. */
	ByteBuffer buffer() {
		final ByteBuffer read = bytes.duplicate();
		read.flip();
		return read;
	}
}
