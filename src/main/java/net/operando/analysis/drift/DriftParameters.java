package net.operando.analysis.drift;

import net.operando.base.InvalidInputException;

/** How the movement of the sample is found. Immutable. */
public final class DriftParameters {

	private double maxShiftPixels = 20;
	private boolean rotation;
	private int tilePixels = 32;
	private int mostKeyFrames = 9;

	/** Shifts of 20 px expected, no rotation. */
	public DriftParameters() {}

	private DriftParameters(final DriftParameters other) {
		maxShiftPixels = other.maxShiftPixels;
		rotation = other.rotation;
		tilePixels = other.tilePixels;
		mostKeyFrames = other.mostKeyFrames;
	}

	/** Largest shift expected, in px: larger ones are believed only where they fit clearly better, and are reported. */
	public double maxShiftPixels() {
		return maxShiftPixels;
	}

	/** Whether the sample may also turn, by up to about half a degree. */
	public boolean rotation() {
		return rotation;
	}

	/** Edge in px of the squares whose shifts are weighed against each other; a sixth of the frame in small ones. */
	public int tilePixels() {
		return tilePixels;
	}

	/** Largest number of frames that others are compared with. */
	public int mostKeyFrames() {
		return mostKeyFrames;
	}

	public DriftParameters withMaxShiftPixels(final double pixels) {
		final DriftParameters p = new DriftParameters(this);
		p.maxShiftPixels = pixels;
		return p;
	}

	public DriftParameters withRotation(final boolean allowed) {
		final DriftParameters p = new DriftParameters(this);
		p.rotation = allowed;
		return p;
	}

	public DriftParameters withTilePixels(final int pixels) {
		final DriftParameters p = new DriftParameters(this);
		p.tilePixels = pixels;
		return p;
	}

	public DriftParameters withMostKeyFrames(final int frames) {
		final DriftParameters p = new DriftParameters(this);
		p.mostKeyFrames = frames;
		return p;
	}

	/** @throws InvalidInputException if a value cannot be meant */
	public void check() {
		if (!(maxShiftPixels > 0) || Double.isInfinite(maxShiftPixels)) throw new InvalidInputException(
			"A largest shift of " + maxShiftPixels + " pixels cannot be meant: give maxshiftpx above 0.");
		if (tilePixels < 8) throw new InvalidInputException("Tiles of " + tilePixels +
			" pixels are too small to find a shift in: give tilePixels of 8 or more.");
		if (mostKeyFrames < 2) throw new InvalidInputException("Frames cannot be compared with " + mostKeyFrames +
			" key frames: give mostKeyFrames of 2 or more.");
	}
}
