package net.operando.data.io.tiff;

/** Where the samples of one frame lie: a file of the set, a layout and the place of each block. Immutable. */
final class TiffPlane {

	final int file;
	final TiffLayout layout;
	private final long[] offsets;
	private final int[] lengths;

	TiffPlane(final int file, final TiffLayout layout, final long[] offsets, final int[] lengths) {
		this.file = file;
		this.layout = layout;
		this.offsets = offsets;
		this.lengths = lengths;
	}

	/** A frame in one uncompressed piece. */
	static TiffPlane raw(final int file, final TiffLayout layout, final long offset) {
		return new TiffPlane(file, layout, new long[] { offset }, null);
	}

	int blockCount() {
		return offsets.length;
	}

	long offset(final int block) {
		return offsets[block];
	}

	/** Bytes of a block in the file. */
	long length(final int block) {
		return lengths == null ? layout.frameBytes() : lengths[block];
	}

	/** Whether the frame is one uncompressed piece, row after row. */
	boolean isRaw() {
		return lengths == null;
	}
}
