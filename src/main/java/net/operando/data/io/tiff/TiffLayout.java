package net.operando.data.io.tiff;

import java.nio.ByteOrder;

import net.operando.data.io.SampleType;

/**
 * How the planes of a TIFF file hold their samples: size, kind, byte order, compression and the blocks (strips or
 * tiles) they are cut into. One object is shared by all planes that are alike. Immutable.
 */
final class TiffLayout {

	final int width;
	final int height;
	final SampleType kind;
	final ByteOrder order;
	final TiffCompression compression;
	/** 1 none, 2 differences along a row, 3 the floating point variant. */
	final int predictor;
	final int blockWidth;
	final int blockHeight;

	TiffLayout(final int width, final int height, final SampleType kind, final ByteOrder order,
		final TiffCompression compression, final int predictor, final int blockWidth, final int blockHeight)
	{
		this.width = width;
		this.height = height;
		this.kind = kind;
		this.order = order;
		this.compression = compression;
		this.predictor = predictor;
		this.blockWidth = blockWidth;
		this.blockHeight = blockHeight;
	}

	/** Whole frames in one piece. */
	static TiffLayout raw(final int width, final int height, final SampleType kind, final ByteOrder order) {
		return new TiffLayout(width, height, kind, order, TiffCompression.NONE, 1, width, height);
	}

	/** The same samples in one piece. */
	TiffLayout inOnePiece() {
		return raw(width, height, kind, order);
	}

	long frameBytes() {
		return (long) width * height * kind.bytes();
	}

	int blocksAcross() {
		return (width + blockWidth - 1) / blockWidth;
	}

	int blocksDown() {
		return (height + blockHeight - 1) / blockHeight;
	}

	/** Blocks reach over the right edge, so that their rows are not those of the image. */
	boolean isTiled() {
		return blockWidth != width;
	}

	/** Rows that a block holds; a tile is always whole, the last strip may be shorter. */
	int rowsOfBlock(final int block) {
		if (isTiled()) return blockHeight;
		return Math.min(blockHeight, height - block / blocksAcross() * blockHeight);
	}

	long blockBytes(final int block) {
		return (long) blockWidth * rowsOfBlock(block) * kind.bytes();
	}

	boolean isSameAs(final TiffLayout o) {
		return width == o.width && height == o.height && kind == o.kind && order == o.order &&
			compression == o.compression && predictor == o.predictor && blockWidth == o.blockWidth &&
			blockHeight == o.blockHeight;
	}

	/** The same text for layouts that are the same. */
	String key() {
		return width + "x" + height + " " + kind + " " + order + " " + compression + predictor + " " + blockWidth + "x" +
			blockHeight;
	}

	/** Whether frames of both may stand in one movie. */
	boolean showsLike(final TiffLayout o) {
		return width == o.width && height == o.height && kind == o.kind;
	}
}
