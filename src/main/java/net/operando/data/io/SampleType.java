package net.operando.data.io;

import java.nio.ByteBuffer;

import net.operando.data.movie.PixelType;

/** How a file stores one number. What no {@link PixelType} holds exactly becomes 32 bit floating point. */
public enum SampleType {

	INT8(1, PixelType.FLOAT32), UINT8(1, PixelType.UINT8), INT16(2, PixelType.FLOAT32), UINT16(2, PixelType.UINT16),
	INT32(4, PixelType.FLOAT32), UINT32(4, PixelType.FLOAT32), INT64(8, PixelType.FLOAT32), UINT64(8, PixelType.FLOAT32),
	FLOAT32(4, PixelType.FLOAT32), FLOAT64(8, PixelType.FLOAT32);

	private final int bytes;
	private final PixelType pixelType;

	SampleType(final int bytes, final PixelType pixelType) {
		this.bytes = bytes;
		this.pixelType = pixelType;
	}

	public int bytes() {
		return bytes;
	}

	/** The type of a movie made of such samples. */
	public PixelType pixelType() {
		return pixelType;
	}

	public boolean isInteger() {
		return this != FLOAT32 && this != FLOAT64;
	}

	/**
	 * Converts samples to floating point; counts above 2^24 lose their last digits.
	 *
	 * @param from holds them from its position on, in its byte order; its position is not changed
	 */
	public void toFloats(final ByteBuffer from, final float[] to, final int offset, final int count) {
		final int p = from.position();
		switch (this) {
			case UINT16:
				for (int i = 0; i < count; i++)
					to[offset + i] = from.getShort(p + 2 * i) & 0xffff;
				break;
			case UINT8:
				for (int i = 0; i < count; i++)
					to[offset + i] = from.get(p + i) & 0xff;
				break;
			case FLOAT32:
				from.duplicate().order(from.order()).asFloatBuffer().get(to, offset, count);
				break;
			default:
				final ByteBuffer rest = from.duplicate().order(from.order());
				for (int i = 0; i < count; i++)
					to[offset + i] = (float) next(rest);
		}
	}

	/** The next sample as a double; 64 bit integers lose what lies beyond 2^53. */
	public double next(final ByteBuffer from) {
		if (this == FLOAT32) return from.getFloat();
		if (this == FLOAT64) return from.getDouble();
		if (this == UINT64) {
			final long v = from.getLong();
			return v >= 0 ? v : v + 0x1p64;
		}
		return nextLong(from);
	}

	/** The next sample of an integer type; {@link #UINT64} beyond 2^63 comes out negative. */
	public long nextLong(final ByteBuffer from) {
		switch (this) {
			case INT8:
				return from.get();
			case UINT8:
				return from.get() & 0xff;
			case INT16:
				return from.getShort();
			case UINT16:
				return from.getShort() & 0xffff;
			case INT32:
				return from.getInt();
			case UINT32:
				return from.getInt() & 0xffffffffL;
			case INT64:
			case UINT64:
				return from.getLong();
			default:
				throw new IllegalStateException(this + " is no integer type");
		}
	}
}
