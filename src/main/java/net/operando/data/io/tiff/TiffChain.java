package net.operando.data.io.tiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import net.operando.base.Progress;
import net.operando.data.io.FormatException;

/**
 * All planes of a TIFF file in the order of its directories. A plane that is cut short or damaged is null, one
 * that is unlike most others too. Planes that reach into each other, which no writer makes, are refused.
 */
final class TiffChain {

	private static final String DIFFERENT = "holds images of different sizes or sample types: save the movie alone.";

	private final List<TiffPlane> planes = new ArrayList<>();
	private final List<String> structures = new ArrayList<>();
	/** Images marked as small versions of others. */
	private final BitSet reduced = new BitSet();
	private long[] offsets = new long[16];
	private int directories;
	private FormatException firstProblem;
	private int bad;
	private String ended = "";
	/** Whether the chain leads out of the file, which is no longer than what was read. */
	private boolean cutOff;
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
		final OccupiedBytes occupied = new OccupiedBytes();
		file.walk(d -> {
			if (chain.directories % 1000 == 0) progress.checkCancelled();
			chain.add(file, d);
			occupied.add(d);
			return true;
		});
		chain.ended = file.chainProblem();
		chain.endAtGarbage();
		chain.judge(file);
		for (final TiffPlane plane : chain.planes)
			if (plane != null) occupied.add(plane);
		chain.end = occupied.end();
		// where a piece of the file is lost, the image before the broken link may have moved too
		final boolean broken = file.isChainBroken() || chain.isLinkAstray(file, together);
		chain.cutOff = !chain.ended.isEmpty() && !broken && !file.bytes().has(file.lastLink(), 2);
		if (broken) chain.dropLast(file);
		if (chain.good() == null) throw chain.firstProblem != null ? chain.firstProblem : file.bytes().refuse(
			"holds no image: it was cut short or is damaged; copy it again.");
		occupied.refuseOverlaps(file);
		return chain;
	}

	private void add(final TiffFile file, final TiffDirectory d) {
		TiffPlane plane = null;
		final boolean isReduced = (d.number(TiffDirectory.NEW_SUBFILE_TYPE, 0) & 1) != 0;
		try {
			plane = file.plane(d);
			if (!file.isWhole(plane)) throw file.bytes().refuse("ends before the last byte of its " + (directories == 0 ? "first image"
				: "image " + (directories + 1)) + ": it was cut short; copy it again.");
		}
		catch (final FormatException e) {
			if (firstProblem == null && !isReduced) firstProblem = e;
			plane = null;
		}
		planes.add(plane);
		final String structure = d.structure();
		final String before = structures.isEmpty() ? "" : structures.get(directories - 1);
		structures.add(structure.equals(before) ? before : structure);
		if (isReduced) reduced.set(directories);
		if (directories == offsets.length) offsets = Arrays.copyOf(offsets, 2 * directories);
		offsets[directories++] = d.offset();
	}

	/**
	 * Takes the images that most agree on and leaves out the others: all images of a movie are alike, down to the tags that
	 * describe them, so that one that differs was damaged.
	 */
	private void judge(final TiffFile file) {
		final List<String> layouts = new ArrayList<>();
		for (int i = 0; i < directories; i++)
			layouts.add(planes.get(i) == null || reduced.get(i) ? null : planes.get(i).layout.key());
		final String layout = Majority.of(layouts);
		if (layout == null && good() != null && reduced.cardinality() < directories) throw file.bytes().refuse(DIFFERENT);
		dropThumbnails(layout);
		final List<String> alike = new ArrayList<>();
		for (int i = 0; i < directories; i++) {
			final boolean fits = planes.get(i) != null && planes.get(i).layout.key().equals(layout);
			if (planes.get(i) != null && !fits) leaveOut(i, file.bytes().refuse(DIFFERENT));
			alike.add(fits && !reduced.get(i) ? structures.get(i) : null);
		}
		final String structure = Majority.of(alike);
		for (int i = 0; i < directories; i++)
			if (planes.get(i) != null && structure != null && !structures.get(i).equals(structure)) leaveOut(i, file.bytes()
				.refuse("describes an image at byte " + offsets[i] + " otherwise than the others: it is damaged; copy it again."));
		if (planes.contains(null)) leaveOutMoved(file);
		for (final TiffPlane plane : planes)
			if (plane == null) bad++;
	}

	/**
	 * Where most images follow each other at one distance, one elsewhere has a damaged place. Only asked where a directory is
	 * damaged already: else it would share bytes with its neighbours. The first image may stand apart, behind longer tags.
	 */
	private void leaveOutMoved(final TiffFile file) {
		final List<String> steps = new ArrayList<>();
		for (int i = 1; i < directories; i++)
			if (planes.get(i) != null && planes.get(i - 1) != null) steps.add("" + (planes.get(i).offset(0) - planes.get(i - 1)
				.offset(0)));
		final String step = Majority.of(steps);
		if (step == null) return;
		final List<String> starts = new ArrayList<>();
		for (int i = 0; i < directories; i++)
			starts.add(planes.get(i) == null ? null : "" + (planes.get(i).offset(0) - i * Long.parseLong(step)));
		final String start = Majority.of(starts);
		for (int i = 1; i < directories; i++)
			if (start != null && planes.get(i) != null && !starts.get(i).equals(start)) leaveOut(i, file.bytes().refuse(
				"places an image at byte " + planes.get(i).offset(0) + ", off the row of the others: it is damaged; copy it again."));
	}

	/**
	 * Ends the chain before the first directory that says nothing of an image: there the links went astray, and which image
	 * of the recording comes after is not known.
	 */
	private void endAtGarbage() {
		for (int i = 1; i < directories; i++)
			if (!structures.get(i).contains(TiffDirectory.WIDTH + ":") && !structures.get(i).contains(TiffDirectory.HEIGHT + ":")) {
				reduced.clear(i, directories);
				planes.subList(i, directories).clear();
				structures.subList(i, directories).clear();
				directories = i;
				if (ended.isEmpty()) ended = "the directory after image " + i + " describes no image";
			}
	}

	private void leaveOut(final int index, final FormatException problem) {
		planes.set(index, null);
		if (firstProblem == null) firstProblem = problem;
	}

	/** Forgets the small versions of an image that some writers add; one of full size was only marked so by damage. */
	private void dropThumbnails(final String layout) {
		int kept = 0;
		for (int i = 0; i < directories; i++) {
			final TiffPlane plane = planes.get(i);
			if (reduced.get(i) && (plane == null || !plane.layout.key().equals(layout))) continue;
			planes.set(kept, plane);
			structures.set(kept, structures.get(i));
			reduced.set(kept, reduced.get(i));
			offsets[kept++] = offsets[i];
		}
		planes.subList(kept, directories).clear();
		structures.subList(kept, directories).clear();
		directories = kept;
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

	/** Images before the place where a file was cut, if that is all that is wrong with it; else 0. */
	private int cutTail() {
		final int whole = directories - bad;
		if (!cutOff || bad > 1 || bad == 1 && planes.get(directories - 1) != null) return 0;
		return whole;
	}

	/** Tells what could not be read. */
	void report(final MovieParts parts) {
		final int tail = cutTail();
		if (tail > 0) {
			parts.warn(parts.path().getFileName() + " was cut short: its first " + tail +
				(tail == 1 ? " image is" : " images are") + " whole and read, the rest is missing. Copy it again.");
			return;
		}
		if (bad > 0) parts.warn(bad + " of " + directories + " images of " + parts.path().getFileName() +
			" cannot be read and are left out: " + firstProblem.getMessage());
		if (!ended.isEmpty()) parts.warn(parts.path().getFileName() + " is cut short or damaged, " + ended +
			": only the images before are read.");
	}
}
