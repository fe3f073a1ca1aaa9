package net.operando.model.phasefield;

import net.operando.base.InvalidInputException;

/** A rod of square cross-section: size, start content, and which ends lithium can pass. Immutable; JSON both ways. */
public final class Rod {

	private double lengthMicrometres = 20.4;
	private double widthMicrometres = 3.5;
	private double startX = 0.08;
	private boolean firstEndActive = true;
	private boolean lastEndActive = true;

	private Rod() {}

	/** 20.4 um long, 3.5 um wide, x = 0.08, both ends active. */
	public static Rod standard() {
		return new Rod();
	}

	private Rod copy() {
		final Rod r = new Rod();
		r.lengthMicrometres = lengthMicrometres;
		r.widthMicrometres = widthMicrometres;
		r.startX = startX;
		r.firstEndActive = firstEndActive;
		r.lastEndActive = lastEndActive;
		return r;
	}

	public Rod withLengthMicrometres(final double um) {
		final Rod r = copy();
		r.lengthMicrometres = um;
		return r;
	}

	public Rod withWidthMicrometres(final double um) {
		final Rod r = copy();
		r.widthMicrometres = um;
		return r;
	}

	public Rod withStartX(final double x) {
		final Rod r = copy();
		r.startX = x;
		return r;
	}

	public Rod withActiveEnds(final boolean first, final boolean last) {
		final Rod r = copy();
		r.firstEndActive = first;
		r.lastEndActive = last;
		return r;
	}

	/** Length in m. */
	public double lengthMetres() {
		return lengthMicrometres * 1e-6;
	}

	/** Width in m; the cross-section is its square. */
	public double widthMetres() {
		return widthMicrometres * 1e-6;
	}

	public double startX() {
		return startX;
	}

	public boolean firstEndActive() {
		return firstEndActive;
	}

	public boolean lastEndActive() {
		return lastEndActive;
	}

	/** From a face to the symmetry plane, or to the closed end, in m. */
	public double halfLengthMetres() {
		return firstEndActive && lastEndActive ? 0.5 * lengthMetres() : lengthMetres();
	}

	/** @throws InvalidInputException if a number cannot be meant */
	void validate() {
		if (!(lengthMicrometres >= 0.05 && lengthMicrometres <= 5000)) throw new InvalidInputException("A rod " +
			lengthMicrometres + " um long cannot be meant: give lengthum in micrometres, 0.05 to 5000, for example 20.4.");
		if (!(widthMicrometres >= 0.01 && widthMicrometres <= 5000)) throw new InvalidInputException("A rod " +
			widthMicrometres + " um wide cannot be meant: give widthum in micrometres, 0.01 to 5000, for example 3.5.");
		if (!(startX >= 0 && startX <= 1)) throw new InvalidInputException("A start x of " + startX +
			" lies outside 0 to 1: give startx as a part of the full lithium content.");
	}
}
