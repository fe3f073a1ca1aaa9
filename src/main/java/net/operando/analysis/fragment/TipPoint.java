package net.operando.analysis.fragment;

/** Where the tip of a crack is in a frame. Immutable. */
public final class TipPoint {

	private final int crackId;
	private final int frame;
	private final double xPixels;
	private final double yPixels;

	private TipPoint(final int crackId, final int frame, final double xPixels, final double yPixels) {
		this.crackId = crackId;
		this.frame = frame;
		this.xPixels = xPixels;
		this.yPixels = yPixels;
	}

	/** @param frame counted from 0; @param xPixels on the image, (0, 0) the centre of the top left pixel */
	public static TipPoint of(final int crackId, final int frame, final double xPixels, final double yPixels) {
		return new TipPoint(crackId, frame, xPixels, yPixels);
	}

	public int crackId() {
		return crackId;
	}

	/** Counted from 0. */
	public int frame() {
		return frame;
	}

	public double xPixels() {
		return xPixels;
	}

	public double yPixels() {
		return yPixels;
	}
}
