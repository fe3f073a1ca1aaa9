package net.operando.data.movie;

/** How a movie stores a sample. */
public enum PixelType {

	UINT8(1), UINT16(2), FLOAT32(4);

	private final int bytes;

	PixelType(final int bytes) {
		this.bytes = bytes;
	}

	/** Bytes per sample. */
	public int bytes() {
		return bytes;
	}

	/** The largest value the type can hold; infinite for floating point. */
	public double maximum() {
		return this == UINT8 ? 255 : this == UINT16 ? 65535 : Double.POSITIVE_INFINITY;
	}
}
