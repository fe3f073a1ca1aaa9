package net.operando.data.io.tiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.Progress;
import net.operando.data.io.FormatException;

/**
 * All planes of a TIFF file in the order of its directories. A plane that is cut short or damaged is null; planes that
 * reach into each other, which no writer makes, are refused.
 */
final class TiffChain {

	private final List<TiffPlane> planes = new ArrayList<>();
	private long[] offsets = new long[16];
	private int directories;
	private FormatException firstProblem;
	private int bad;
	private String ended = "";
	private long end;

	private TiffChain() {}

	/** Reads all directories of a file whose images each have one. */
	static TiffChain read(final TiffFile file, final Progress progress) {
		return read(file, 1, progress);
	}

	/**
	 * Reads all directories.
	 *
	 * @param together images that may follow the first without a directory before the second
	 * @throws FormatException if there is no plane that can be read
	 */
	static TiffChain read(final TiffFile file, final int together, final Progress progress) {
		final TiffChain chain = new TiffChain();
		final List<long[]> ranges = new ArrayList<>();
		file.walk(d -> {
			if (chain.directories % 1000 == 0) progress.checkCancelled();
			if ((d.number(TiffDirectory.NEW_SUBFILE_TYPE, 0) & 1) != 0) return true;
			chain.add(file, d);
			ranges.add(new long[] { d.offset(), d.offset() + d.length() });
			return true;
		});
		chain.ended = file.chainProblem();
		chain.findEnd(ranges);
		// where a piece of the file is lost, the image before the broken link may have moved too
		if (file.isChainBroken() || chain.isLinkAstray(file, together)) chain.dropLast(file);
		if (chain.good() == null) throw chain.firstProblem != null ? chain.firstProblem : file.bytes().refuse(
			"holds no image: it was cut short or is damaged; copy it again.");
		refuseOverlaps(file, ranges);
		return chain;
	}

	private void add(final TiffFile file, final TiffDirectory d) {
		TiffPlane plane = null;
		try {
			plane = file.plane(d);
			final TiffPlane like = good();
			if (!file.isWhole(plane)) throw file.bytes().refuse(
				"ends before the last byte of an image: it was cut short; copy it again.");
			if (like != null && !like.layout.showsLike(plane.layout)) throw file.bytes().refuse(
				"holds images of different sizes or sample types: save the movie alone.");
		}
		catch (final FormatException e) {
			if (firstProblem == null) firstProblem = e;
			plane = null;
			bad++;
		}
		planes.add(plane);
		if (directories == offsets.length) offsets = Arrays.copyOf(offsets, 2 * directories);
		offsets[directories++] = d.offset();
	}

	/** Whether the link that leads out of the file was not merely cut off with the end: more images follow here. */
	private boolean isLinkAstray(final TiffFile file, final int together) {
		if (ended.isEmpty() || good() == null) return false;
		final long length = length(good());
		final boolean behindAll = directories == 1 && together > 1 && file.lastLink() >= good().offset(0) + together * length;
		return !behindAll && bytesBehind(file) >= length;
	}

	private void dropLast(final TiffFile file) {
		int last = directories - 1;
		while (last > 0 && planes.get(last) == null)
			last--;
		if (planes.set(last, null) != null) bad++;
		if (firstProblem == null) firstProblem = file.bytes().refuse("is damaged behind the image at byte " + offsets[last] +
			": copy it again.");
	}

	/** Bytes that a plane takes in the file. */
	static long length(final TiffPlane plane) {
		long length = 0;
		for (int i = 0; i < plane.blockCount(); i++)
			length += plane.length(i);
		return length;
	}

	/** Lists where all planes lie, and notes where the last of them and of the directories ends. */
	private void findEnd(final List<long[]> ranges) {
		for (final TiffPlane plane : planes)
			if (plane != null) for (int i = 0; i < plane.blockCount(); i++)
				ranges.add(new long[] { plane.offset(i), plane.offset(i) + plane.length(i) });
		for (final long[] range : ranges)
			end = Math.max(end, range[1]);
	}

	private TiffPlane good() {
		for (final TiffPlane plane : planes)
			if (plane != null) return plane;
		return null;
	}

	/** Number of directories that stand for an image of full size. */
	int size() {
		return directories;
	}

	/** A plane, or null if it cannot be read. */
	TiffPlane plane(final int index) {
		return planes.get(index);
	}

	/** Where the directory of a plane lies. */
	long directoryOffset(final int index) {
		return offsets[index];
	}

	/** A plane that can be read. */
	TiffPlane first() {
		return good();
	}

	/** Whether the chain ended as it should and no plane is missing. */
	boolean isComplete() {
		return ended.isEmpty() && bad == 0;
	}

	/** Bytes behind the last image and directory. */
	long bytesBehind(final TiffFile file) {
		return file.bytes().size() - end;
	}

	/** Tells what could not be read. */
	void report(final MovieParts parts) {
		if (bad > 0) parts.warn(bad + " of " + directories + " images of " + parts.path().getFileName() +
			" cannot be read and are left out: " + firstProblem.getMessage());
		if (!ended.isEmpty()) parts.warn(parts.path().getFileName() + " is cut short or damaged, " + ended +
			": only the images before are read.");
	}

	private static void refuseOverlaps(final TiffFile file, final List<long[]> ranges) {
		ranges.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
		for (int i = 1; i < ranges.size(); i++) {
			final long[] a = ranges.get(i - 1);
			final long[] b = ranges.get(i);
			final boolean same = a[0] == b[0] && a[1] == b[1];
			if (!same && b[0] < a[1] || a[0] < 8) throw file.bytes().refuse("has images that reach into each other at byte " +
				b[0] + ": it is damaged; copy it again.");
		}
	}
}
