package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import net.operando.data.io.FileBytes;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;
import net.operando.data.io.SampleType;
import net.operando.data.io.StoredMovie;

/**
 * The structure of one TIFF 6.0 or BigTIFF file: the chain of its directories and the planes they describe. Used while
 * a movie is opened; frames are read later by {@link TiffPixels}. Not thread-safe.
 */
final class TiffFile {

	private static final long MOST_SAMPLES = StoredMovie.MOST_SAMPLES;

	private final FileBytes bytes;
	private final int file;
	private final boolean big;
	private final long first;
	private TiffLayout shared;
	private boolean whiteIsZero;
	private String chainProblem = "";
	private boolean chainBroken;
	private long lastLink;
	private TiffLayout pieces;

	/** Reads the header of a file of the set. */
	TiffFile(final FileSet files, final int file) throws IOException {
		this.file = file;
		bytes = new FileBytes(files, file);
		if (bytes.size() < 8) throw bytes.refuse("is too short to be a TIFF file: copy it again.");
		final int mark = bytes.u16(0);
		if (mark != 0x4949 && mark != 0x4d4d) throw bytes.refuse("is no TIFF file: it starts with neither II nor MM.");
		bytes.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final int version = bytes.u16(2);
		if (version != 42 && version != 43) throw bytes.refuse("is no TIFF file: its version is " + version +
			" where 42 or 43 is meant.");
		big = version == 43;
		if (big && (bytes.u16(4) != 8 || bytes.u16(6) != 0)) throw bytes.refuse(
			"is a BigTIFF with offsets of an unknown size: it is damaged; copy it again.");
		first = big ? bytes.i64(8) : bytes.u32(4);
	}

	/** Whether some first bytes are those of a TIFF file. */
	static boolean isTiff(final byte[] head) {
		if (head.length < 8) return false;
		final boolean little = head[0] == 'I' && head[1] == 'I' && head[3] == 0 && (head[2] == 42 || head[2] == 43);
		final boolean bigEndian = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
		return little || bigEndian;
	}

	FileBytes bytes() {
		return bytes;
	}

	int file() {
		return file;
	}

	/** Whether a plane seen so far shows its smallest count as white. */
	boolean whiteIsZero() {
		return whiteIsZero;
	}

	/** What stopped the last walk early, as the rest of a sentence; empty if it reached the end. */
	String chainProblem() {
		return chainProblem;
	}

	/** The first directory. */
	TiffDirectory firstDirectory() {
		return new TiffDirectory(bytes, first, big);
	}

	/** The directory at an offset of this file. */
	TiffDirectory directory(final long offset) {
		return new TiffDirectory(bytes, offset, big);
	}

	/** Whether the last walk met damage inside the file, and not merely the end of a file cut short. */
	boolean isChainBroken() {
		return chainBroken;
	}

	/** Where the last walk ended or failed to go on. */
	long lastLink() {
		return lastLink;
	}

	/**
	 * Walks the chain from the first directory. A chain that leaves the file or comes back to where it was ends there;
	 * {@link #chainProblem()} then says so.
	 *
	 * @param each is given every directory; false stops
	 */
	void walk(final Predicate<TiffDirectory> each) {
		chainProblem = "";
		chainBroken = false;
		final Set<Long> seen = new HashSet<>();
		long at = first;
		while (at != 0) {
			lastLink = at;
			if (!seen.add(at)) {
				chainProblem = "its chain of directories comes back to byte " + at;
				return;
			}
			final TiffDirectory directory;
			try {
				directory = directory(at);
			}
			catch (final FormatException e) {
				if (seen.size() == 1) throw e;
				chainProblem = "the directory after image " + (seen.size() - 1) + " cannot be read";
				chainBroken = bytes.has(at, big ? 8 : 2);
				return;
			}
			if (!each.test(directory)) return;
			at = directory.next();
		}
	}

	/**
	 * The plane that a directory describes.
	 *
	 * @throws FormatException if it is of a kind that is not read, or contradicts itself
	 */
	TiffPlane plane(final TiffDirectory d) {
		final TiffLayout layout = layout(d);
		final boolean tiled = d.has(TiffDirectory.TILE_OFFSETS);
		final int blocks = layout.blocksAcross() * layout.blocksDown();
		final long[] offsets = d.numbers(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS, blocks);
		final long[] counts = d.numbers(tiled ? TiffDirectory.TILE_COUNTS : TiffDirectory.STRIP_COUNTS, blocks);
		if (offsets.length != blocks) throw bytes.refuse("names " + offsets.length + " pieces of an image that has " +
			blocks + ": it is damaged; copy it again.");
		final int[] lengths = new int[blocks];
		boolean onePiece = layout.compression == TiffCompression.NONE && !layout.isTiled();
		for (int i = 0; i < blocks; i++) {
			final long needed = layout.blockBytes(i);
			final long stated = i < counts.length ? counts[i] : needed;
			if (!isSane(layout, i, stated, needed)) throw bytes.refuse("states " + stated +
				" bytes for a piece of an image that needs " + needed + ": it is damaged; copy it again.");
			lengths[i] = (int) (layout.compression == TiffCompression.NONE ? needed : stated);
			if (i > 0 && offsets[i] != offsets[i - 1] + lengths[i - 1]) onePiece = false;
		}
		if (onePiece) return TiffPlane.raw(file, layout.blockHeight == layout.height ? layout : onePiece(layout), offsets[0]);
		return new TiffPlane(file, layout, offsets, lengths);
	}

	/** Some writers pad a piece to a word or state the last strip as long as the others. */
	private boolean isSane(final TiffLayout layout, final int block, final long stated, final long needed) {
		if (layout.compression != TiffCompression.NONE) return stated > 0 && stated <= bytes.size() && needed <= stated *
			TiffCompression.MOST_PER_BYTE;
		return stated >= needed && stated < needed + 4 || stated == (long) layout.blockWidth * layout.blockHeight *
			layout.kind.bytes();
	}

	/** Whether all bytes of a plane are in the file. */
	boolean isWhole(final TiffPlane plane) {
		for (int i = 0; i < plane.blockCount(); i++)
			if (!bytes.has(plane.offset(i), plane.length(i))) return false;
		return true;
	}

	private TiffLayout onePiece(final TiffLayout layout) {
		if (pieces == null || !pieces.showsLike(layout) || pieces.order != layout.order) pieces = layout.inOnePiece();
		return pieces;
	}

	private TiffLayout layout(final TiffDirectory d) {
		final long width = d.number(TiffDirectory.WIDTH, 0);
		final long height = d.number(TiffDirectory.HEIGHT, 0);
		if (width <= 0 || height <= 0 || width > MOST_SAMPLES || height > MOST_SAMPLES || width * height > MOST_SAMPLES)
			throw bytes.refuse("states an image of " + width + " x " + height + " pixels: it is damaged; copy it again.");
		final TiffCompression compression = compression(d);
		final SampleType kind = kind(d);
		long blockWidth = width;
		long blockHeight = Math.min(height, d.number(TiffDirectory.ROWS_PER_STRIP, height));
		if (d.has(TiffDirectory.TILE_OFFSETS)) {
			blockWidth = d.number(TiffDirectory.TILE_WIDTH, 0);
			blockHeight = d.number(TiffDirectory.TILE_HEIGHT, 0);
		}
		if (blockWidth <= 0 || blockHeight <= 0 || blockWidth > MOST_SAMPLES || blockHeight > MOST_SAMPLES || blockWidth *
			blockHeight > MOST_SAMPLES) throw bytes.refuse("states image pieces of " + blockWidth + " x " + blockHeight +
				" pixels: it is damaged; copy it again.");
		final int predictor = compression == TiffCompression.NONE ? 1 : (int) d.number(TiffDirectory.PREDICTOR, 1);
		if (predictor < 1 || predictor > 3 || predictor == 3 && kind != SampleType.FLOAT32 || predictor == 2 &&
			kind == SampleType.FLOAT32) throw bytes.refuse("uses predictor " + predictor +
				", which is not read: open it in ImageJ and save it as an uncompressed TIFF.");
		final TiffLayout layout = new TiffLayout((int) width, (int) height, kind, bytes.order(), compression, predictor,
			(int) blockWidth, (int) blockHeight);
		if (shared == null || !shared.isSameAs(layout)) shared = layout;
		return shared;
	}

	private TiffCompression compression(final TiffDirectory d) {
		final long tag = d.number(TiffDirectory.COMPRESSION, 1);
		final TiffCompression compression = TiffCompression.of(tag);
		if (compression == null) throw bytes.refuse("uses " + TiffCompression.describe(tag) +
			", which is not read: open it in ImageJ (Bio-Formats) and save it as an uncompressed TIFF.");
		return compression;
	}

	private SampleType kind(final TiffDirectory d) {
		final long samples = d.number(TiffDirectory.SAMPLES_PER_PIXEL, 1);
		final long photometric = d.number(TiffDirectory.PHOTOMETRIC, 1);
		if (samples != 1 || photometric == 2) throw bytes.refuse("holds colour images (" + samples +
			" samples per pixel): convert it to 16-bit grey in ImageJ and save it again.");
		whiteIsZero |= photometric == 0;
		final long[] bits = d.numbers(TiffDirectory.BITS, 16);
		final long[] formats = d.numbers(TiffDirectory.SAMPLE_FORMAT, 16);
		final long width = bits.length == 0 ? 1 : bits[0];
		final long format = formats.length == 0 ? 1 : formats[0];
		if (format == 1 || format == 4) {
			if (width == 8) return SampleType.UINT8;
			if (width == 16) return SampleType.UINT16;
			if (width == 32) return SampleType.UINT32;
		}
		if (format == 3 && width == 32) return SampleType.FLOAT32;
		final String[] names = { "", "unsigned", "signed", "floating point", "untyped" };
		throw bytes.refuse("has " + width + "-bit " + (format > 0 && format < names.length ? names[(int) format]
			: "unknown") + " samples, which are not read: convert it to 16-bit or 32-bit in ImageJ and save it again.");
	}
}
