package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;

/**
 * Fronts of both signs traced apart, put together: signals of both signs at the same time are two sides of one contrast (what
 * lies between two dark fronts is brighter than both), of which one counts.
 */
final class TwoSigns {

	private TwoSigns() {}

	/** The fronts of the sign that counts, and those of the other that are there at other times. */
	static List<TracedFront> joined(final List<TracedFront> dark, final List<TracedFront> bright) {
		// fronts come from faces; what lies between two of them seems to come from within
		final boolean darker = fromFace(dark) == fromFace(bright) ? clearness(dark) >= clearness(bright) : fromFace(dark);
		final List<TracedFront> joined = new ArrayList<>(darker ? dark : bright);
		for (final TracedFront other : darker ? bright : dark)
			if (isApart(other, darker ? dark : bright)) joined.add(other);
		return joined;
	}

	private static boolean fromFace(final List<TracedFront> fronts) {
		return fronts.stream().anyMatch(f -> f.origin != FrontOrigin.INTERIOR);
	}

	private static double clearness(final List<TracedFront> fronts) {
		final boolean faces = fromFace(fronts);
		double sum = 0;
		// those without a speed too: what lies between two such is no more of a front for that
		for (final TracedFront f : fronts)
			if (!faces || f.origin != FrontOrigin.INTERIOR) sum += f.pilot.score;
		return sum;
	}

	/**
	 * Whether a front with a speed is there at another time than all of these that have one or come from a face; from
	 * within it counts only if none of these comes from a face at any time, since what those leave between them lasts longer.
	 */
	private static boolean isApart(final TracedFront front, final List<TracedFront> others) {
		if (!FrontVelocity.OK.equals(front.flag) || front.origin == FrontOrigin.INTERIOR && fromFace(others)) return false;
		for (final TracedFront other : others)
			if ((other.metresPerSecond.isKnown() || other.origin != FrontOrigin.INTERIOR) && front.pilot.firstColumn <= other.pilot.lastColumn &&
				other.pilot.firstColumn <= front.pilot.lastColumn) return false;
		return true;
	}
}
