package net.operando.data.io.tiff;

import java.util.ArrayList;
import java.util.List;

/**
 * What the structure of a TIFF file says of the use of its bytes: directories, the values of their tags, samples. As no
 * writer uses a byte twice, samples that share bytes with anything else are not where they are said to be.
 */
final class OccupiedBytes {

	private static final int VALUE = 0;
	private static final int DIRECTORY = 1;
	private static final int SAMPLES = 2;
	/** Behind the mark of the file and the link to its first directory. */
	private static final int FIRST_FREE = 8;

	private static final class Range {

		private final long from;
		private long end;
		private final int use;

		private Range(final long from, final long end, final int use) {
			this.from = from;
			this.end = end;
			this.use = use;
		}
	}

	private final List<Range> ranges = new ArrayList<>();

	/** Adds a directory and the values of its tags. */
	void add(final TiffDirectory d) {
		ranges.add(new Range(d.offset(), d.offset() + d.length(), DIRECTORY));
		d.values((from, end) -> ranges.add(new Range(from, end, VALUE)));
	}

	/** Adds the samples of a plane; its pieces that follow each other count as one. */
	void add(final TiffPlane plane) {
		Range last = null;
		for (int i = 0; i < plane.blockCount(); i++) {
			final long from = plane.offset(i);
			if (last != null && last.end == from) last.end += plane.length(i);
			else {
				last = new Range(from, from + plane.length(i), SAMPLES);
				ranges.add(last);
			}
		}
	}

	/** The byte behind the last directory and the last samples. */
	long end() {
		return ranges.stream().filter(r -> r.use != VALUE).mapToLong(r -> r.end).max().orElse(0);
	}

	/** @throws net.operando.data.io.FormatException if samples or directories share bytes with anything else */
	void refuseOverlaps(final TiffFile file) {
		ranges.sort((a, b) -> a.from != b.from ? Long.compare(a.from, b.from) : Long.compare(a.end, b.end));
		final long[] end = new long[3];
		for (final Range range : ranges) {
			// texts and fractions may be shared, and misplaced ones are no samples
			final long taken = Math.max(end[SAMPLES], Math.max(range.use >= DIRECTORY ? end[DIRECTORY] : 0, range.use == SAMPLES
				? end[VALUE] : 0));
			if (range.from < taken || range.use != VALUE && range.from < FIRST_FREE) throw file.bytes().refuse(
				"has images that reach into each other at byte " + range.from + ": it is damaged; copy it again.");
			end[range.use] = Math.max(end[range.use], range.end);
		}
	}
}
