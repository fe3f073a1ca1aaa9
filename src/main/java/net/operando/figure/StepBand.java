package net.operando.figure;

import java.awt.Color;

/** A stretch of time in which the cell did one thing, shaded behind the traces. Immutable. */
public final class StepBand {

	/** What the cell does. */
	public enum Kind {

		REST("Rest", 0xefefef), LITHIATION("Lithiation", 0xdcebf7), DELITHIATION("Delithiation", 0xfbe6d3), HOLD("Hold",
			0xf6f0cf);

		private final String label;
		private final int rgb;

		Kind(final String label, final int rgb) {
			this.label = label;
			this.rgb = rgb;
		}

		public String label() {
			return label;
		}

		/** The pale colour behind the traces. */
		public Color colour() {
			return new Color(rgb);
		}
	}

	private final double start_s;
	private final double end_s;
	private final Kind kind;
	private final String label;

	private StepBand(final double start_s, final double end_s, final Kind kind, final String label) {
		this.start_s = start_s;
		this.end_s = end_s;
		this.kind = kind;
		this.label = label;
	}

	/** A band named by what the cell does. */
	public static StepBand of(final double start_s, final double end_s, final Kind kind) {
		return new StepBand(start_s, end_s, kind, kind.label());
	}

	/** This band with its own label ("Lithiation, 5C"). */
	public StepBand labelled(final String text) {
		return new StepBand(start_s, end_s, kind, text);
	}

	public double start_s() {
		return start_s;
	}

	public double end_s() {
		return end_s;
	}

	public Kind kind() {
		return kind;
	}

	public String label() {
		return label;
	}
}
