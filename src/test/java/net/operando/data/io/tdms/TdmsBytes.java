package net.operando.data.io.tdms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds TDMS files byte by byte from the published structure, independently of {@link TdmsWriter}, and keeps apart which
 * bytes are structure, which are meaning (names, types, property values: a change there says something else) and which
 * are samples.
 */
public final class TdmsBytes {

	public static final int METADATA = 1 << 1;
	public static final int NEW_LIST = 1 << 2;
	public static final int RAW = 1 << 3;
	public static final int INTERLEAVED = 1 << 5;
	public static final int BIG_ENDIAN = 1 << 6;
	static final int DAQMX = 1 << 7;

	/** What a byte is for. */
	public enum Role {
		STRUCTURE, MEANING, SAMPLE, UNUSED
	}

	private final ByteArrayOutputStream file = new ByteArrayOutputStream();
	private final List<Role> roles = new ArrayList<>();

	/** Metadata of one segment. */
	public static final class Metadata {

		private final ByteOrder order;
		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		private final List<Role> roles = new ArrayList<>();

		public Metadata(final ByteOrder order, final int objects) {
			this.order = order;
			int32(objects, Role.STRUCTURE);
		}

		private Metadata put(final byte[] b, final Role role) {
			bytes.writeBytes(b);
			for (int i = 0; i < b.length; i++)
				roles.add(role);
			return this;
		}

		Metadata int32(final int value, final Role role) {
			return put(ByteBuffer.allocate(4).order(order).putInt(value).array(), role);
		}

		Metadata int64(final long value, final Role role) {
			return put(ByteBuffer.allocate(8).order(order).putLong(value).array(), role);
		}

		Metadata text(final String text) {
			final byte[] b = text.getBytes(StandardCharsets.UTF_8);
			return int32(b.length, Role.STRUCTURE).put(b, Role.MEANING);
		}

		/** An object with a layout of its own. */
		public Metadata object(final String path, final int type, final long values, final int properties) {
			return text(path).int32(20, Role.STRUCTURE).int32(type, Role.MEANING).int32(1, Role.STRUCTURE).int64(values,
				Role.STRUCTURE).int32(properties, Role.STRUCTURE);
		}

		public Metadata objectWithoutData(final String path, final int properties) {
			return text(path).int32(-1, Role.STRUCTURE).int32(properties, Role.STRUCTURE);
		}

		public Metadata objectAsBefore(final String path, final int properties) {
			return text(path).int32(0, Role.STRUCTURE).int32(properties, Role.STRUCTURE);
		}

		public Metadata property(final String name, final int value) {
			return text(name).int32(3, Role.MEANING).int32(value, Role.MEANING);
		}

		public Metadata property(final String name, final double value) {
			return text(name).int32(10, Role.MEANING).int64(Double.doubleToLongBits(value), Role.MEANING);
		}

		public Metadata property(final String name, final String value) {
			return text(name).int32(0x20, Role.MEANING).text(value);
		}

		/** Any other type, its value given as the bytes that stand in the file. */
		public Metadata property(final String name, final int type, final byte[] value) {
			return text(name).int32(type, Role.MEANING).put(value, Role.MEANING);
		}

		public Metadata timestamp(final String name, final long secondsSince1904, final long fraction) {
			text(name).int32(0x44, Role.MEANING);
			return order == ByteOrder.LITTLE_ENDIAN ? int64(fraction, Role.MEANING).int64(secondsSince1904, Role.MEANING)
				: int64(secondsSince1904, Role.MEANING).int64(fraction, Role.MEANING);
		}
	}

	/** A whole segment; the order of its numbers follows from the contents mask. */
	public TdmsBytes segment(final int contents, final Metadata metadata, final byte[] raw) {
		final long bytes = (metadata == null ? 0 : metadata.bytes.size()) + raw.length;
		return segment(contents, metadata, raw, bytes);
	}

	/** A segment that claims its next one after {@code next} bytes. */
	public TdmsBytes segment(final int contents, final Metadata metadata, final byte[] raw, final long next) {
		final ByteOrder order = (contents & BIG_ENDIAN) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		final ByteBuffer lead = ByteBuffer.allocate(28);
		lead.put("TDSm".getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).putInt(contents);
		lead.order(order).putInt(4713).putLong(next).putLong(metadata == null ? 0 : metadata.bytes.size());
		file.writeBytes(lead.array());
		for (int i = 0; i < 28; i++)
			roles.add(Role.STRUCTURE);
		if (metadata != null) {
			file.writeBytes(metadata.bytes.toByteArray());
			roles.addAll(metadata.roles);
		}
		file.writeBytes(raw);
		for (int i = 0; i < raw.length; i++)
			roles.add(Role.SAMPLE);
		return this;
	}

	public byte[] bytes() {
		return file.toByteArray();
	}

	public List<Role> roles() {
		return roles;
	}

	/** The sample of the test movies: differs from pixel to pixel and frame to frame, with both bytes used. */
	public static int sample(final int frame, final int index) {
		return (frame * 7919 + index * 131 + frame * index % 251) & 0xffff;
	}

	/** Samples {@code from} to {@code to} of the endless test movie of {@code pixels} per frame. */
	public static byte[] samples(final long from, final long to, final int pixels, final ByteOrder order) {
		final ByteBuffer b = ByteBuffer.allocate((int) (to - from) * 2).order(order);
		for (long i = from; i < to; i++)
			b.putShort((short) sample((int) (i / pixels), (int) (i % pixels)));
		return b.array();
	}

	public static byte[] concat(final byte[]... parts) {
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (final byte[] part : parts)
			all.writeBytes(part);
		return all.toByteArray();
	}

	public static byte[] doubles(final ByteOrder order, final double... values) {
		final ByteBuffer b = ByteBuffer.allocate(values.length * 8).order(order);
		for (final double v : values)
			b.putDouble(v);
		return b.array();
	}
}
