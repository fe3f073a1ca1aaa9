package net.operando.analysis.crack;

import net.operando.base.InvalidInputException;

/** What counts as a crack. Immutable; {@code new CrackParameters()} has the defaults; JSON by field names. */
public final class CrackParameters {

	private final int widthPixels;
	private final double sensitivity;
	private final int maxCracks;

	/** A rod 50 px wide, sensitivity 1, at most eight cracks. */
	public CrackParameters() {
		this(50, 1, 8);
	}

	private CrackParameters(final int widthPixels, final double sensitivity, final int maxCracks) {
		this.widthPixels = widthPixels;
		this.sensitivity = sensitivity;
		this.maxCracks = maxCracks;
	}

	/** Width of the rod in px, which a crack has to cross; some pixels beyond are read to find its edges. */
	public int widthPixels() {
		return widthPixels;
	}

	/** How faint a line may be: at 1 its response is {@link #threshold()}, at 2 half of that. */
	public double sensitivity() {
		return sensitivity;
	}

	/** Largest number of cracks reported, the clearest first. */
	public int maxCracks() {
		return maxCracks;
	}

	public CrackParameters withWidthPixels(final int pixels) {
		return new CrackParameters(pixels, sensitivity, maxCracks);
	}

	public CrackParameters withSensitivity(final double factor) {
		return new CrackParameters(widthPixels, factor, maxCracks);
	}

	public CrackParameters withMaxCracks(final int n) {
		return new CrackParameters(widthPixels, sensitivity, n);
	}

	/** The step of the line response that most of the rod's width must show; about a third of the line's relative depth. */
	public double threshold() {
		return 0.025 / sensitivity;
	}

	/** @throws InvalidInputException naming the parameter that cannot be meant */
	public void validate() {
		if (widthPixels < 8) throw new InvalidInputException("A rod " + widthPixels +
			" pixels wide is too narrow to follow a crack across it: give widthpx of 8 or more.");
		if (!(sensitivity >= 0.1 && sensitivity <= 10)) throw new InvalidInputException("A sensitivity of " + sensitivity +
			" cannot be meant: give a number between 0.1 and 10, 1 for the usual.");
		if (maxCracks < 1) throw new InvalidInputException("maxCracks is " + maxCracks + ": give 1 or more.");
	}
}
