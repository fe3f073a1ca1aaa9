package net.operando.analysis.fragment;

import net.operando.base.quantity.Estimate;

/**
 * By how much the ratio of a piece to another one rose since the first frames of the movie. Fringes stay on a surface, so
 * they cancel but for what little they change with brightness: this is known far better than the ratio itself. It is the ratio
 * where both pieces were still one, at the same lithium content, in the first frames; where both were there already and took
 * part, it is evidence. Immutable.
 */
final class RatioRise {

	/** So many frames are averaged. */
	static final int FIRST_FRAMES = 5;
	/** What a flat field leaves where the rod has moved a little (assumed), relative. */
	private static final double UNEVEN_LIGHT = 0.01;

	/** Not known; the pieces cannot be compared with what they were. */
	static final RatioRise UNKNOWN = new RatioRise(Estimate.none(0, "rise of the ratio"), false);

	private final Estimate rise;
	private final boolean fromWhole;

	private RatioRise(final Estimate rise, final boolean fromWhole) {
		this.rise = rise;
		this.fromWhole = fromWhole;
	}

	/**
	 * @param now ratio of the plain means of the pieces; @param first likewise in the first frames
	 * @param referenceFringes relative difference of the mean of the piece compared with from its level without fringes,
	 *          and what is not known of that
	 * @param fromWhole whether both were one piece in the first frames
	 * @param frames number of frames averaged
	 */
	static RatioRise of(final double now, final double first, final double referenceFringes, final boolean fromWhole,
		final int frames)
	{
		final double value = now / first;
		if (!(value > 0) || Double.isInfinite(value)) return UNKNOWN;
		// fringes weaken as the root of the brightness, which for the piece that darkened fell by about as much as the ratio rose
		final double error = value * Math.hypot(UNEVEN_LIGHT, referenceFringes * Math.abs(Math.sqrt(value) - 1));
		return new RatioRise(Estimate.normal(value, error, frames, fromWhole ? "ratio, 1 in the first " + frames +
			" frames, when the rod was whole" : "rise of the ratio since the first " + frames + " frames"), fromWhole);
	}

	boolean isKnown() {
		return rise.isKnown();
	}

	/** Whether it is the ratio itself. */
	boolean isRatio() {
		return fromWhole;
	}

	Estimate estimate() {
		return rise;
	}
}
