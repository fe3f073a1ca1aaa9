package net.operando.experiment;

import net.operando.figure.PlotPanel;

/** A logarithmic axis of D that ends at 1, 2 or 5 times a power of ten, so that it can be read near its ends too. */
final class DiffusionAxis {

	private static final double[] ENDS = { 1, 2, 5, 10 };
	/** Room kept beyond the values, as a factor. */
	private static final double ROOM = 1.08;

	private DiffusionAxis() {}

	/** @param low smallest value shown, above 0; @param high largest */
	static PlotPanel on(final PlotPanel panel, final double low, final double high) {
		final double l = low / ROOM;
		final double h = high * ROOM;
		final double below = Math.pow(10, Math.floor(Math.log10(l)));
		final double above = Math.pow(10, Math.floor(Math.log10(h)));
		double from = below;
		double to = 10 * above;
		for (int i = 0; i < ENDS.length; i++) {
			if (ENDS[i] * below <= l) from = ENDS[i] * below;
			if (ENDS[ENDS.length - 1 - i] * above >= h) to = ENDS[ENDS.length - 1 - i] * above;
		}
		return panel.withLogY().withYLimits(from, to);
	}
}
