package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a rod from the crack that made it to the crack that breaks it. Pieces are numbered along the line within what
 * broke: P1 breaks into P1.1 and P1.2, P1.2 into P1.2.1 and P1.2.2; cracks that are through in the same frame break it into
 * as many pieces at once. Immutable.
 */
final class FragmentSpan {

	/** Stands for an end of the rod where the number of a cut could be. */
	static final int ROD_END = -1;

	final String id;
	/** Empty for the whole rod. */
	final String parentId;
	/** Counted from 0, both included; none are lived if last is before first. */
	final int firstFrame;
	final int lastFrame;
	/** Index of the cut that is its first face, or {@link #ROD_END}; likewise its last. */
	final int startCut;
	final int endCut;

	private FragmentSpan(final String id, final String parentId, final int firstFrame, final int lastFrame,
		final int startCut, final int endCut)
	{
		this.id = id;
		this.parentId = parentId;
		this.firstFrame = firstFrame;
		this.lastFrame = lastFrame;
		this.startCut = startCut;
		this.endCut = endCut;
	}

	boolean livesIn(final int frame) {
		return firstFrame <= frame && frame <= lastFrame;
	}

	/**
	 * All pieces that live in any frame, parents before children.
	 *
	 * @param cuts within the rod, in any order
	 */
	static List<FragmentSpan> of(final String rodId, final List<Cut> cuts, final int frames) {
		final List<FragmentSpan> spans = new ArrayList<>();
		grow(rodId, "", 0, ROD_END, ROD_END, cuts, frames, spans);
		return spans;
	}

	private static void grow(final String id, final String parentId, final int first, final int startCut, final int endCut,
		final List<Cut> cuts, final int frames, final List<FragmentSpan> spans)
	{
		int breaks = frames;
		final List<Integer> through = new ArrayList<>();
		for (int c = 0; c < cuts.size(); c++) {
			if (!isBetween(c, startCut, endCut, cuts)) continue;
			final int frame = Math.max(first, cuts.get(c).frame());
			if (frame < breaks) through.clear();
			if (frame <= breaks && frame < frames) through.add(c);
			breaks = Math.min(breaks, frame);
		}
		if (breaks > first) spans.add(new FragmentSpan(id, parentId, first, breaks - 1, startCut, endCut));
		if (through.isEmpty()) return;
		through.sort(Comparator.comparingDouble(c -> cuts.get(c).positionMetres()));
		for (int p = 0; p <= through.size(); p++)
			grow(id + "." + (p + 1), id, breaks, p == 0 ? startCut : through.get(p - 1), p == through.size() ? endCut : through.get(
				p), cuts, frames, spans);
	}

	private static boolean isBetween(final int cut, final int startCut, final int endCut, final List<Cut> cuts) {
		final double z = cuts.get(cut).positionMetres();
		return cut != startCut && cut != endCut && (startCut == ROD_END || z > cuts.get(startCut).positionMetres()) &&
			(endCut == ROD_END || z < cuts.get(endCut).positionMetres());
	}
}
