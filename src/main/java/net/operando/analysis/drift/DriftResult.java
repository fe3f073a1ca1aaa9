package net.operando.analysis.drift;

import java.util.ArrayList;
import java.util.List;

import net.operando.data.movie.FrameShifts;
import net.operando.data.movie.PixelMask;

/** The movement of the sample and what it was found on. Immutable. */
public final class DriftResult {

	private final FrameShifts shifts;
	private final PixelMask excluded;
	private final List<String> warnings;

	DriftResult(final FrameShifts shifts, final PixelMask excluded, final List<String> warnings) {
		this.shifts = shifts;
		this.excluded = excluded;
		this.warnings = List.copyOf(warnings);
	}

	/** One per frame, relative to the first. */
	public FrameShifts shifts() {
		return shifts;
	}

	/** What was not taken for background, in the first frame. */
	public PixelMask excluded() {
		return excluded;
	}

	/** Sentences that belong to the result: large shifts, frames not found, frames out of focus. */
	public List<String> warnings() {
		final List<String> all = new ArrayList<>(warnings);
		all.addAll(shifts.warnings());
		return all;
	}
}
