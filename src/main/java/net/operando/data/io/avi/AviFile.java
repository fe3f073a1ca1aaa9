package net.operando.data.io.avi;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.Progress;
import net.operando.data.io.FileBytes;
import net.operando.data.io.FileSet;

/**
 * The structure of an AVI file: the first video stream's format and rate and the place of every frame, found by walking
 * the chunks of the RIFF lists (also those that OpenDML appends beyond 1 GB). The indexes of the file say the same again
 * and are not needed, so that a file whose writer crashed before writing them is read too. Not thread-safe.
 */
final class AviFile {

	/** RIFF &gt; LIST movi &gt; LIST rec is the deepest that the format knows. */
	private static final int DEEPEST = 4;
	private static final int FORMAT_BYTES = 40;

	private final FileBytes bytes;
	private final Progress progress;
	private int streams;
	private int video = -1;
	private String frameId = "";
	private long scale;
	private long rate;
	private long announced;
	private long microsecondsPerFrame;
	private long width;
	private long height;
	private byte[] format = new byte[0];
	private long[] offsets = new long[64];
	private int[] lengths = new int[64];
	private int frames;
	private boolean inMovie;
	private boolean cut;
	/** Pieces whose name says nothing: the number of frames before each, and its length. */
	private final List<int[]> unknown = new ArrayList<>();
	private String problem = "";

	AviFile(final FileSet files, final int file, final Progress progress) throws IOException {
		bytes = new FileBytes(files, file);
		bytes.order(ByteOrder.LITTLE_ENDIAN);
		this.progress = progress;
		if (!isAvi(bytes.bytes(0, (int) Math.min(12, bytes.size())))) throw bytes.refuse("is no AVI file.");
		walk(0, bytes.size(), 0);
		judge();
		if (video < 0 || format.length < FORMAT_BYTES) throw bytes.refuse(
			"holds no video stream with a format: it is damaged; copy it again.");
	}

	static boolean isAvi(final byte[] head) {
		return head.length >= 12 && "RIFF".equals(new String(head, 0, 4, StandardCharsets.ISO_8859_1)) && "AVI ".equals(
			new String(head, 8, 4, StandardCharsets.ISO_8859_1));
	}

	FileBytes bytes() {
		return bytes;
	}

	int frameCount() {
		return frames;
	}

	/** Frames that the header of the stream announces; 0 if it says nothing. */
	long announcedFrames() {
		return announced;
	}

	long offset(final int frame) {
		return offsets[frame];
	}

	/** Bytes of a frame; 0 for one that the recorder dropped. */
	int length(final int frame) {
		return lengths[frame];
	}

	/** Whether the file's header, where it states a size, states this one. */
	boolean isOfSize(final int w, final int h) {
		return (width == 0 || width == w) && (height == 0 || height == h);
	}

	/** What stopped the walk early, as the rest of a sentence; empty if it reached the end. */
	String problem() {
		return problem;
	}

	/** Nominal time from frame to frame in s; NaN if the file does not say it. */
	double intervalSeconds() {
		if (scale > 0 && rate > 0) return (double) scale / rate;
		return microsecondsPerFrame > 0 ? microsecondsPerFrame * 1e-6 : Double.NaN;
	}

	/** Whether the file states two rates that differ. */
	boolean hasTwoRates() {
		return scale > 0 && rate > 0 && microsecondsPerFrame > 0 && Math.abs(1e6 * scale / rate - microsecondsPerFrame) > Math
			.max(1.5, 0.01 * microsecondsPerFrame);
	}

	/** A number of the bitmap header at the given byte. */
	int formatInt(final int at) {
		return java.nio.ByteBuffer.wrap(format).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
	}

	/** A 16 bit number of the bitmap header. */
	int formatShort(final int at) {
		return java.nio.ByteBuffer.wrap(format).order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xffff;
	}

	/** The palette behind the bitmap header: blue, green, red, 0 for each entry. */
	byte[] palette() {
		return Arrays.copyOfRange(format, Math.min(format.length, Math.max(FORMAT_BYTES, formatInt(0))), format.length);
	}

	private String id(final long at) {
		return new String(bytes.bytes(at, 4), StandardCharsets.ISO_8859_1);
	}

	private void walk(final long from, final long end, final int depth) {
		long at = from;
		// where a piece of the file cannot be told, the frames behind it have lost their numbers, and with them their times
		while (problem.isEmpty() && end - at >= 8) {
			final String id = id(at);
			long size = bytes.u32(at + 4);
			final long data = at + 8;
			final boolean isList = "RIFF".equals(id) || "LIST".equals(id);
			if (!id.matches("[ -~]{4}")) {
				problem = "there is no chunk where one should be at byte " + at;
				return;
			}
			// a list of length 0 was never finished by its writer and reaches to the end
			if (isList && (size < 4 || size > end - data)) {
				cut |= size > end - data;
				size = end - data;
			}
			if (isList && size >= 4) list(id(data), data + 4, data + size, depth);
			else if (size > end - data) {
				problem = "its last chunk is cut short";
				return;
			}
			else if (!isList) chunk(id, data, (int) Math.min(size, Integer.MAX_VALUE));
			at = data + size + (size & 1);
		}
	}

	private void list(final String type, final long from, final long end, final int depth) {
		if (depth >= DEEPEST) throw bytes.refuse("has lists within lists deeper than AVI knows: it is damaged; copy it again.");
		if ("strl".equals(type)) streams++;
		final boolean outside = inMovie;
		inMovie |= "movi".equals(type);
		walk(from, end, depth + 1);
		inMovie = outside;
	}

	private void chunk(final String id, final long data, final int size) {
		final boolean isFrame = !frameId.isEmpty() && id.startsWith(frameId) && (id.endsWith("db") || id.endsWith("dc"));
		if (isFrame && inMovie) add(data, size);
		else if (isFrame) problem = "a frame lies outside of the list of frames at byte " + data;
		else if ("avih".equals(id) && size >= 4) {
			microsecondsPerFrame = bytes.u32(data);
			if (size >= 40) {
				width = bytes.u32(data + 32);
				height = bytes.u32(data + 36);
			}
		}
		else if ("strh".equals(id) && size >= 28 && video < 0 && "vids".equals(id(data))) {
			video = streams - 1;
			frameId = String.format(java.util.Locale.ROOT, "%02d", Math.max(0, video));
			scale = bytes.u32(data + 20);
			rate = bytes.u32(data + 24);
			if (size >= 36) announced = bytes.u32(data + 32);
		}
		else if ("strf".equals(id) && video >= 0 && video == streams - 1 && size >= FORMAT_BYTES && size < 1 << 16)
			format = bytes.bytes(data, size);
		else if (video >= 0 && !isKnown(id)) unknown.add(new int[] { frames, size });
	}

	/** Chunks beside frames: sound, subtitles and palettes of a stream, indexes, filling. */
	private boolean isKnown(final String id) {
		final boolean ofStream = id.matches("\\d\\d(wb|tx|pc)") && Integer.parseInt(id.substring(0, 2)) < streams;
		return ofStream || id.matches("ix\\d\\d|idx1|JUNK|junk|JUNQ|vprp|indx|rec ");
	}

	/** Where frames are missing, a piece of unknown name may be one of them, and those behind it have lost their numbers. */
	private void judge() {
		final int shortest = Arrays.stream(lengths, 0, frames).min().orElse(0);
		for (final int[] piece : unknown)
			if (announced > frames && piece[0] < frames && piece[1] >= shortest / 2) {
				problem = "there is a piece of unknown kind after frame " + piece[0];
				frames = piece[0];
			}
		if (cut && problem.isEmpty()) problem = "it ends before its lists do";
	}

	private void add(final long data, final int size) {
		if (frames == offsets.length) {
			progress.checkCancelled();
			offsets = Arrays.copyOf(offsets, 2 * frames);
			lengths = Arrays.copyOf(lengths, 2 * frames);
		}
		offsets[frames] = data;
		lengths[frames++] = size;
	}
}
