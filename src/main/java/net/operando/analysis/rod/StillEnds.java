package net.operando.analysis.rod;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

/** Both ends of a bar in one image: of a rod along its axis, or its sides across it. */
final class StillEnds {

	private static final int[] ONLY = { 0 };
	private static final double AROUND = 26;

	private StillEnds() {}

	/**
	 * @param axis from end to end, nearly
	 * @param halfWidth of the strip that is averaged, in pixels
	 * @param sigma of the point spread in pixels
	 * @param search how far from the axis' ends the true ones may be, in pixels
	 * @param exact with the model of the edge; else half way between the levels
	 * @return the true ends along the axis, in pixels; null if one of them is not seen
	 */
	static double[] place(final float[] image, final int width, final int height, final RodAxis axis, final double halfWidth,
		final double sigma, final double search, final boolean exact)
	{
		try {
			final RodProfiles profiles = RodProfiles.ofImage(image, width, height, axis, halfWidth, search + AROUND);
			final EndTracks tracks = EndTracks.of(profiles, ONLY, search, search);
			if (!exact) return new double[] { -tracks.crossing(0, 0), tracks.length() + tracks.crossing(1, 0) };
			final EndFit start = tracks.fit(0, RodLength.blur(sigma), ONLY, Progress.NONE);
			final EndFit end = tracks.fit(1, RodLength.blur(sigma), ONLY, Progress.NONE);
			if (!start.isUsed(0) || !end.isUsed(0)) return null;
			return new double[] { -start.end(0), tracks.length() + end.end(0) };
		}
		catch (final InvalidInputException e) {
			// an end that is not seen is an answer here
			return null;
		}
	}
}
