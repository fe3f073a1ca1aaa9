package net.operando.analysis.crack;

/** Where a crack's tip is in one frame. Immutable. */
public final class CrackTip {

	private final int frame;
	private final double timeSeconds;
	private final double metres;
	private final double standardErrorMetres;
	private final double fittedMetres;
	private final double xPixels;
	private final double yPixels;

	CrackTip(final int frame, final double timeSeconds, final double metres, final double standardErrorMetres,
		final double fittedMetres, final double xPixels, final double yPixels)
	{
		this.frame = frame;
		this.timeSeconds = timeSeconds;
		this.metres = metres;
		this.standardErrorMetres = standardErrorMetres;
		this.fittedMetres = fittedMetres;
		this.xPixels = xPixels;
		this.yPixels = yPixels;
	}

	/** Index of the frame, from 0. */
	public int frame() {
		return frame;
	}

	public double timeSeconds() {
		return timeSeconds;
	}

	/** Distance from the edge the crack starts at, along the crack, in m; of this frame alone. */
	public double metres() {
		return metres;
	}

	/** Its standard error in m. */
	public double standardErrorMetres() {
		return standardErrorMetres;
	}

	/** The same distance by the path fitted to all frames, in m. */
	public double fittedMetres() {
		return fittedMetres;
	}

	/** Place on the image in px. */
	public double xPixels() {
		return xPixels;
	}

	/** Place on the image in px. */
	public double yPixels() {
		return yPixels;
	}
}
