package net.operando.analysis.rod;

import net.operando.base.InvalidInputException;

/** What counts as a rod. Immutable; JSON by field. */
public final class RodFinderParameters {

	private double minLengthMicrometres = 5;
	private double maxWidthMicrometres = 6;
	private double minContrast = 1.75;
	private double psfSigmaNm = 111;
	private int frames = 8;
	private int looks = 3;

	public RodFinderParameters() {}

	private RodFinderParameters(final RodFinderParameters p) {
		minLengthMicrometres = p.minLengthMicrometres;
		maxWidthMicrometres = p.maxWidthMicrometres;
		minContrast = p.minContrast;
		psfSigmaNm = p.psfSigmaNm;
		frames = p.frames;
		looks = p.looks;
	}

	/** @param minLength shortest rod in um; @param maxWidth widest in um */
	public RodFinderParameters withSizes(final double minLength, final double maxWidth) {
		if (!(minLength > 0.5 && minLength < 1000)) throw new InvalidInputException("A shortest rod of " + minLength +
			" um cannot be meant: give minlengthum above 0.5, for example 5.");
		if (!(maxWidth > 0.3 && maxWidth < 1000)) throw new InvalidInputException("A widest rod of " + maxWidth +
			" um cannot be meant: give maxwidthum above 0.3, for example 6.");
		final RodFinderParameters p = new RodFinderParameters(this);
		p.minLengthMicrometres = minLength;
		p.maxWidthMicrometres = maxWidth;
		return p;
	}

	/** @param ratio least intensity of a rod over that of its surroundings, above 1 */
	public RodFinderParameters withMinContrast(final double ratio) {
		if (!(ratio > 1)) throw new InvalidInputException("A contrast of " + ratio +
			" cannot be meant: rods are brighter than carbon, so give a ratio above 1.");
		final RodFinderParameters p = new RodFinderParameters(this);
		p.minContrast = ratio;
		return p;
	}

	/** @param count frames averaged for each look; @param times how many looks over the movie, so that rods keep their ids */
	public RodFinderParameters withFrames(final int count, final int times) {
		if (count < 1 || times < 1) throw new InvalidInputException("Give at least 1 frame and 1 look.");
		final RodFinderParameters p = new RodFinderParameters(this);
		p.frames = count;
		p.looks = times;
		return p;
	}

	public double minLengthMicrometres() {
		return minLengthMicrometres;
	}

	public double maxWidthMicrometres() {
		return maxWidthMicrometres;
	}

	public double minContrast() {
		return minContrast;
	}

	public double psfSigmaNm() {
		return psfSigmaNm;
	}

	/** Frames averaged for each look. */
	public int frames() {
		return frames;
	}

	/** Looks over the movie. */
	public int looks() {
		return looks;
	}
}
