package net.operando.analysis.fragment;

import java.util.Locale;

import net.operando.base.InvalidInputException;

/** A place where a rod is cut through, and since when: all that is needed of a crack to tell the pieces. Immutable. */
public final class Cut {

	private final int crackId;
	private final double positionMetres;
	private final int frame;

	private Cut(final int crackId, final double positionMetres, final int frame) {
		this.crackId = crackId;
		this.positionMetres = positionMetres;
		this.frame = frame;
	}

	/**
	 * @param crackId of the crack that made it
	 * @param positionMetres along the rod's line from its first end, when it was cut
	 * @param frame the first in which the rod is in two, counted from 0; 0 for a rod that comes cut
	 */
	public static Cut of(final int crackId, final double positionMetres, final int frame) {
		if (!Double.isFinite(positionMetres) || frame < 0) throw new InvalidInputException("Crack " + crackId +
			" has no position and frame, so the rod cannot be cut there: give both.");
		return new Cut(crackId, positionMetres, frame);
	}

	public int crackId() {
		return crackId;
	}

	/** Distance along the rod's line from its first end. */
	public double positionMetres() {
		return positionMetres;
	}

	/** The first frame in which the rod is in two, counted from 0. */
	public int frame() {
		return frame;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "crack %d at %.3f um from frame %d", crackId, positionMetres * 1e6, frame + 1);
	}
}
