package net.operando.analysis.rod;

import net.operando.base.InvalidInputException;

/** How a rod's length is measured. Immutable; JSON by field. */
public final class RodLengthParameters {

	private double widthPixels;
	private double psfSigmaNm = 111;
	private int referenceFrame = 1;
	private int referenceFrames = 5;
	private double startX = Double.NaN;

	public RodLengthParameters() {}

	private RodLengthParameters(final RodLengthParameters p) {
		widthPixels = p.widthPixels;
		psfSigmaNm = p.psfSigmaNm;
		referenceFrame = p.referenceFrame;
		referenceFrames = p.referenceFrames;
		startX = p.startX;
	}

	/** @param pixels width of the rod; 0 measures it */
	public RodLengthParameters withWidthPixels(final double pixels) {
		if (!(pixels == 0 || pixels >= 4)) throw new InvalidInputException("A width of " + pixels +
			" px is too small to measure a rod with: give the rod's width in pixels, at least 4, or 0 to have it measured.");
		final RodLengthParameters p = new RodLengthParameters(this);
		p.widthPixels = pixels;
		return p;
	}

	/** @param nm standard deviation of the microscope's point spread function */
	public RodLengthParameters withPsfSigmaNm(final double nm) {
		if (!(nm > 0 && nm < 1000)) throw new InvalidInputException("A point spread of " + nm +
			" nm cannot be meant: give its standard deviation in nm, for example 111.");
		final RodLengthParameters p = new RodLengthParameters(this);
		p.psfSigmaNm = nm;
		return p;
	}

	/**
	 * @param first frame, counted from 1, of those that strain and intensity are relative to
	 * @param count how many; their mean is the reference
	 */
	public RodLengthParameters withReference(final int first, final int count) {
		if (first < 1 || count < 1) throw new InvalidInputException("Reference frames " + count + " from " + first +
			" on cannot be meant: give 1 or more frames from 1 on.");
		final RodLengthParameters p = new RodLengthParameters(this);
		p.referenceFrame = first;
		p.referenceFrames = count;
		return p;
	}

	/** @param x lithium content in the reference frames, 0 to 1; NaN if not known (no x is then given) */
	public RodLengthParameters withStartX(final double x) {
		if (x < 0 || x > 1) throw new InvalidInputException("A lithium content of " + x +
			" cannot be meant: give startx between 0 and 1.");
		final RodLengthParameters p = new RodLengthParameters(this);
		p.startX = x;
		return p;
	}

	/** Width of the rod in pixels; 0 if it is to be measured. */
	public double widthPixels() {
		return widthPixels;
	}

	public double psfSigmaNm() {
		return psfSigmaNm;
	}

	/** First reference frame, from 1. */
	public int referenceFrame() {
		return referenceFrame;
	}

	public int referenceFrames() {
		return referenceFrames;
	}

	/** Lithium content in the reference frames; NaN if not known. */
	public double startX() {
		return startX;
	}
}
