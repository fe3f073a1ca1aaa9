package net.operando.data.io.tiff;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import net.operando.data.io.FileBytes;

/**
 * One image file directory (IFD) of TIFF 6.0 or BigTIFF: its tags and where the next one lies. Values are fetched when
 * asked for and checked against the file's length.
 */
final class TiffDirectory {

	static final int NEW_SUBFILE_TYPE = 254;
	static final int WIDTH = 256;
	static final int HEIGHT = 257;
	static final int BITS = 258;
	static final int COMPRESSION = 259;
	static final int PHOTOMETRIC = 262;
	static final int DESCRIPTION = 270;
	static final int STRIP_OFFSETS = 273;
	static final int SAMPLES_PER_PIXEL = 277;
	static final int ROWS_PER_STRIP = 278;
	static final int STRIP_COUNTS = 279;
	static final int X_RESOLUTION = 282;
	static final int Y_RESOLUTION = 283;
	static final int RESOLUTION_UNIT = 296;
	static final int PREDICTOR = 317;
	static final int TILE_WIDTH = 322;
	static final int TILE_HEIGHT = 323;
	static final int TILE_OFFSETS = 324;
	static final int TILE_COUNTS = 325;
	static final int SAMPLE_FORMAT = 339;
	static final int IMAGEJ_COUNTS = 50838;
	static final int IMAGEJ_METADATA = 50839;
	static final int MICRO_MANAGER = 51123;

	/** More tags than any writer makes; a larger number is damage. */
	private static final int MOST_TAGS = 4096;

	/** Bytes per value of the types 1 to 18; 0 for numbers that are no type. */
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };

	/** The tags that say how samples lie in the file; one writer gives all images of a movie the same of them. */
	private static final int[] STRUCTURE = { WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, STRIP_OFFSETS, SAMPLES_PER_PIXEL,
		ROWS_PER_STRIP, STRIP_COUNTS, PREDICTOR, TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_COUNTS, SAMPLE_FORMAT };

	private static final class Entry {

		private final int type;
		private final long count;
		private final long at;

		private Entry(final int type, final long count, final long at) {
			this.type = type;
			this.count = count;
			this.at = at;
		}
	}

	private final FileBytes bytes;
	private final Map<Integer, Entry> entries = new HashMap<>();
	private final long offset;
	private final long next;
	private final int length;

	/** Reads the directory at an offset. */
	TiffDirectory(final FileBytes bytes, final long offset, final boolean big) {
		this.bytes = bytes;
		this.offset = offset;
		final long count = big ? bytes.i64(offset) : bytes.u16(offset);
		if (count <= 0 || count > MOST_TAGS) throw bytes.refuse("has a directory of " + count + " tags at byte " + offset +
			": it is damaged; copy it again.");
		final int head = big ? 8 : 2;
		final int each = big ? 20 : 12;
		length = head + (int) count * each + (big ? 8 : 4);
		bytes.load(offset, length);
		for (int i = 0; i < count; i++) {
			final long at = offset + head + (long) i * each;
			final int type = bytes.u16(at + 2);
			final long values = big ? bytes.i64(at + 4) : bytes.u32(at + 4);
			final int size = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
			if (size == 0 || values <= 0 || values > bytes.size()) continue;
			final long field = at + (big ? 12 : 8);
			final boolean inline = values * size <= (big ? 8 : 4);
			final long value = inline ? field : big ? bytes.i64(field) : bytes.u32(field);
			// Micro-Manager writes two descriptions, OME first and ImageJ second: the first of equal tags counts
			entries.putIfAbsent(bytes.u16(at), new Entry(type, values, value));
		}
		final long link = offset + length - (big ? 8 : 4);
		next = big ? bytes.i64(link) : bytes.u32(link);
	}

	long offset() {
		return offset;
	}

	/** Bytes that the directory itself takes. */
	int length() {
		return length;
	}

	/** Offset of the next directory; 0 if this is the last. */
	long next() {
		return next;
	}

	/**
	 * Which of the tags that say how samples lie are there, with their types and how many values each has. Places and
	 * lengths count without their type: libtiff writes them as short as their values allow.
	 */
	String structure() {
		final StringBuilder s = new StringBuilder();
		for (final int tag : STRUCTURE) {
			final Entry e = entries.get(tag);
			if (e == null) continue;
			final boolean place = tag == STRIP_OFFSETS || tag == STRIP_COUNTS || tag == TILE_OFFSETS || tag == TILE_COUNTS;
			s.append(tag).append(':').append(place ? 0 : e.type).append('x').append(e.count).append(' ');
		}
		return s.toString();
	}

	/** Tells where the values in the file lie that do not fit into the directory itself: first byte, byte behind the last. */
	void values(final java.util.function.BiConsumer<Long, Long> each) {
		for (final Entry e : entries.values())
			if ((e.at < offset || e.at >= offset + length) && bytes.has(e.at, e.count * TYPE_BYTES[e.type])) each.accept(e.at, e.at + e.count * TYPE_BYTES[e.type]);
	}

	boolean has(final int tag) {
		return entries.containsKey(tag);
	}

	/** How many values a tag has; 0 if it is absent. */
	long count(final int tag) {
		final Entry e = entries.get(tag);
		return e == null ? 0 : e.count;
	}

	/** The first value of a whole-number tag. */
	long number(final int tag, final long ifAbsent) {
		final Entry e = entries.get(tag);
		return e == null ? ifAbsent : number(e, 0, tag);
	}

	/** All values of a whole-number tag. */
	long[] numbers(final int tag, final int most) {
		final Entry e = entries.get(tag);
		if (e == null) return new long[0];
		if (e.count > most || !bytes.has(e.at, e.count * TYPE_BYTES[e.type])) throw bytes.refuse("has " + e.count + " values in tag " + tag +
			", more than can be meant: it is damaged; copy it again.");
		final long[] values = new long[(int) e.count];
		for (int i = 0; i < values.length; i++)
			values[i] = number(e, i, tag);
		return values;
	}

	private long number(final Entry e, final int i, final int tag) {
		final int size = TYPE_BYTES[e.type];
		final long at = e.at + (long) i * size;
		if (e.type == 1 || e.type == 7) return bytes.u8(at);
		if (e.type == 3) return bytes.u16(at);
		if (e.type == 4 || e.type == 13) return bytes.u32(at);
		if (e.type == 16 || e.type == 18) return bytes.i64(at);
		throw bytes.refuse("has no whole number in tag " + tag + ": it is damaged; copy it again.");
	}

	/** One over the value of a fraction, NaN if the tag is absent or no fraction; so a pixel size comes back exactly. */
	double inverseFraction(final int tag) {
		final Entry e = entries.get(tag);
		if (e == null) return Double.NaN;
		if (e.type == 5) return (double) bytes.u32(e.at + 4) / bytes.u32(e.at);
		if (e.type == 11) return 1 / bytes.f32(e.at);
		if (e.type == 12) return 1 / bytes.f64(e.at);
		return Double.NaN;
	}

	/** Where the values of a tag lie; -1 if it is absent. */
	long place(final int tag) {
		final Entry e = entries.get(tag);
		return e == null ? -1 : e.at;
	}

	/** Text in UTF-8 up to the first NUL, empty if the tag is absent or reaches past the end of the file. */
	String text(final int tag) {
		final byte[] all = raw(tag);
		int end = 0;
		while (end < all.length && all[end] != 0)
			end++;
		return new String(all, 0, end, StandardCharsets.UTF_8);
	}

	/** The bytes of a tag; none if it is absent or reaches past the end of the file. */
	byte[] raw(final int tag) {
		final Entry e = entries.get(tag);
		if (e == null || TYPE_BYTES[e.type] != 1 || e.count > Integer.MAX_VALUE - 8 || !bytes.has(e.at, e.count))
			return new byte[0];
		return bytes.bytes(e.at, (int) e.count);
	}
}
