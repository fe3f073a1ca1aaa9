package net.operando.data.movie;

/**
 * Where the sample lies in one frame relative to the first: turned about the middle of the frame, then moved. Immutable.
 * NaN where it is not known.
 */
public final class FrameShift {

	private final double dxPixels;
	private final double dyPixels;
	private final double rotationDegrees;
	private final double standardErrorPixels;
	private final double quality;
	private final double sharpness;
	private final boolean focusChanged;

	private FrameShift(final double dxPixels, final double dyPixels, final double rotationDegrees,
		final double standardErrorPixels, final double quality, final double sharpness, final boolean focusChanged)
	{
		this.dxPixels = dxPixels;
		this.dyPixels = dyPixels;
		this.rotationDegrees = rotationDegrees;
		this.standardErrorPixels = standardErrorPixels;
		this.quality = quality;
		this.sharpness = sharpness;
		this.focusChanged = focusChanged;
	}

	/**
	 * @param dxPixels movement to the right in px
	 * @param dyPixels movement downwards in px
	 * @param rotationDegrees from the x towards the y axis (clockwise on the screen)
	 */
	public static FrameShift of(final double dxPixels, final double dyPixels, final double rotationDegrees) {
		return new FrameShift(dxPixels, dyPixels, rotationDegrees, Double.NaN, Double.NaN, Double.NaN, false);
	}

	/** A frame of which it could not be told: its quality is 0. */
	public static FrameShift unknown() {
		return new FrameShift(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, false);
	}

	/**
	 * @param errorPixels standard error of each component in px
	 * @param agreement correlation of the background with that it was compared with, 0 to 1
	 */
	public FrameShift withQuality(final double errorPixels, final double agreement) {
		return new FrameShift(dxPixels, dyPixels, rotationDegrees, errorPixels, agreement, sharpness, focusChanged);
	}

	/** @param relative gradient energy of the background, 1 as in most frames; @param changed whether it stands out */
	public FrameShift withFocus(final double relative, final boolean changed) {
		return new FrameShift(dxPixels, dyPixels, rotationDegrees, standardErrorPixels, quality, relative, changed);
	}

	public boolean isKnown() {
		return !Double.isNaN(dxPixels + dyPixels + rotationDegrees);
	}

	public double dxPixels() {
		return dxPixels;
	}

	public double dyPixels() {
		return dyPixels;
	}

	public double rotationDegrees() {
		return rotationDegrees;
	}

	/** Standard error of each component in px; NaN if not estimated. */
	public double standardErrorPixels() {
		return standardErrorPixels;
	}

	/** Correlation of the background with that it was compared with, 0 (nothing found) to 1; NaN if not estimated. */
	public double quality() {
		return quality;
	}

	/** Gradient energy of the background relative to the movie's median; NaN if not estimated. */
	public double sharpness() {
		return sharpness;
	}

	/** Whether the sharpness stands out from the movie's. */
	public boolean focusChanged() {
		return focusChanged;
	}
}
