package net.operando.data.io;

import java.nio.ByteBuffer;

import net.operando.data.movie.PixelType;

/** How a file stores one sample, and its conversion to the counts of a movie. */
public enum SampleKind {

	UINT8(1, PixelType.UINT8), UINT16(2, PixelType.UINT16),
	/** Kept as 32 bit floating point: counts above 2^24 lose their last digits. */
	UINT32(4, PixelType.FLOAT32), FLOAT32(4, PixelType.FLOAT32);

	private final int bytes;
	private final PixelType pixelType;

	SampleKind(final int bytes, final PixelType pixelType) {
		this.bytes = bytes;
		this.pixelType = pixelType;
	}

	public int bytes() {
		return bytes;
	}

	public PixelType pixelType() {
		return pixelType;
	}

	/**
	 * Converts samples.
	 *
	 * @param from holds them from its position on, in its byte order; its position is not changed
	 */
	public void toFloats(final ByteBuffer from, final float[] to, final int at, final int count) {
		final int p = from.position();
		switch (this) {
			case UINT8:
				for (int i = 0; i < count; i++)
					to[at + i] = from.get(p + i) & 0xff;
				break;
			case UINT16:
				for (int i = 0; i < count; i++)
					to[at + i] = from.getShort(p + 2 * i) & 0xffff;
				break;
			case UINT32:
				for (int i = 0; i < count; i++)
					to[at + i] = from.getInt(p + 4 * i) & 0xffffffffL;
				break;
			default:
				from.duplicate().order(from.order()).asFloatBuffer().get(to, at, count);
		}
	}
}
