package net.operando.analysis.front;

import java.util.Locale;

import net.operando.base.InvalidInputException;

/** What is meant by the position of a front; every velocity names the one it was measured by. */
public enum FrontCriterion {

	/** Outermost point where the rate is half its instantaneous maximum. */
	HALF_MAX("half_max", "half maximum"),
	/** Point of the largest rate; elsewhere called "peak". Fragile: the maximum is flat. */
	EXTREMUM("extremum", "extremum (peak)"),
	/** Outermost change of sign; of an intensity, the steepest point of its edge. */
	ZERO_CROSSING("zero_crossing", "zero crossing"),
	/** Half length over the time at which the centre reaches half the mean rate. */
	ARRIVAL("arrival", "arrival at the centre");

	private final String key;
	private final String label;

	FrontCriterion(final String key, final String label) {
		this.key = key;
		this.label = label;
	}

	/** The name used in files and macros. */
	public String key() {
		return key;
	}

	/** The name spelled out, for dialogs and figures. */
	public String label() {
		return label;
	}

	/**
	 * @param text any usual spelling, in any case: "half_max", "Half Max", "half maximum", "peak"
	 * @throws InvalidInputException if it is none of them
	 */
	public static FrontCriterion parse(final String text) {
		final String t = text == null ? "" : text.trim().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
		switch (t) {
			case "half_max":
			case "half_maximum":
			case "halfmax":
				return HALF_MAX;
			case "extremum":
			case "extremum_peak_":
			case "peak":
			case "max":
			case "maximum":
				return EXTREMUM;
			case "zero_crossing":
			case "zero":
			case "zerocrossing":
				return ZERO_CROSSING;
			case "arrival":
			case "arrival_at_the_centre":
				return ARRIVAL;
			default:
				throw new InvalidInputException("'" + text +
					"' is no front criterion: use half_max, extremum, zero_crossing or arrival.");
		}
	}
}
