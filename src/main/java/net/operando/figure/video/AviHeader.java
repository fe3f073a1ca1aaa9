package net.operando.figure.video;

import java.util.List;

/** Everything of an AVI file before its frames, always of the same length, so that it can be rewritten when all is known. */
final class AviHeader {

	/** Entries of the super index, used or not. */
	private static final int ENTRIES = 256;
	/** Flags: has an index, is interleaved. */
	private static final int FLAGS = 0x110;

	private final int width;
	private final int height;
	private final double framesPerSecond;
	private final AviCodec codec;
	private final int frames;
	private final int framesInFirstPart;
	private final int largestFrame;

	AviHeader(final int width, final int height, final double framesPerSecond, final AviCodec codec, final int frames,
		final int framesInFirstPart, final int largestFrame)
	{
		this.width = width;
		this.height = height;
		this.framesPerSecond = framesPerSecond;
		this.codec = codec;
		this.frames = frames;
		this.framesInFirstPart = framesInFirstPart;
		this.largestFrame = largestFrame;
	}

	/**
	 * @param superIndex place, length and frames of each part's index
	 * @param chunkId id of the frames' chunks
	 */
	RiffBytes bytes(final List<long[]> superIndex, final String chunkId) {
		final RiffBytes hdrl = new RiffBytes().fourcc("hdrl").chunk("avih", main()).chunk("LIST", new RiffBytes().fourcc("strl")
			.chunk("strh", stream()).chunk("strf", format()).chunk("indx", index(superIndex, chunkId))).chunk("LIST",
				new RiffBytes().fourcc("odml").chunk("dmlh", new RiffBytes().int32(frames).bytes(new byte[244])));
		return new RiffBytes().fourcc("RIFF").int32(0).fourcc("AVI ").chunk("LIST", hdrl);
	}

	private RiffBytes main() {
		return new RiffBytes().int32((int) Math.round(1e6 / framesPerSecond)).int32((int) Math.min(Integer.MAX_VALUE, Math
			.ceil(largestFrame * framesPerSecond))).int32(0).int32(FLAGS).int32(framesInFirstPart).int32(0).int32(1).int32(
				largestFrame).int32(width).int32(height).bytes(new byte[16]);
	}

	private RiffBytes stream() {
		// Rate over scale in thousandths holds any usual rate exactly.
		return new RiffBytes().fourcc("vids").fourcc(codec == AviCodec.MOTION_JPEG ? "MJPG" : "DIB ").int32(0).int32(0).int32(0)
			.int32(1000).int32((int) Math.round(1000 * framesPerSecond)).int32(0).int32(frames).int32(largestFrame).int32(-1)
			.int32(0).int16(0).int16(0).int16(width).int16(height);
	}

	/** BITMAPINFOHEADER. */
	private RiffBytes format() {
		final RiffBytes format = new RiffBytes().int32(40).int32(width).int32(height).int16(1).int16(24);
		if (codec == AviCodec.MOTION_JPEG) format.fourcc("MJPG");
		else format.int32(0);
		return format.int32((3 * width + 3) / 4 * 4 * height).bytes(new byte[16]);
	}

	private static RiffBytes index(final List<long[]> superIndex, final String chunkId) {
		final RiffBytes index = new RiffBytes().int16(4).int8(0).int8(0).int32(superIndex.size()).fourcc(chunkId).bytes(
			new byte[12]);
		for (int i = 0; i < ENTRIES; i++) {
			final long[] entry = i < superIndex.size() ? superIndex.get(i) : new long[3];
			index.int64(entry[0]).int32((int) entry[1]).int32((int) entry[2]);
		}
		return index;
	}
}
