package net.operando.figure.draw;

import net.operando.data.kymograph.KymographQuantity;

/** How the quantities of kymographs and differential movies are named on axes, and the unit they are shown in. */
public final class QuantityText {

	private QuantityText() {}

	/** The unit a quantity is shown in: fractional rates in % s⁻¹, others in their own. */
	public static DisplayUnit unit(final KymographQuantity quantity) {
		return quantity == KymographQuantity.INTENSITY_RATE ? DisplayUnit.of(100, "% s⁻¹") : DisplayUnit.choose(quantity
			.unit(), 1);
	}

	/** The title of a time axis; it says so where the times were made from a rate alone. */
	public static String time(final String unit, final boolean isNominal) {
		return (isNominal ? "Nominal time (" : "Time (") + unit + ")";
	}

	/** A quantity as an axis title names it, variables in italics. */
	public static String name(final KymographQuantity quantity) {
		switch (quantity) {
			case INTENSITY_RATE:
				return "(d*I*/d*t*)/*I*";
			case COMPOSITION_RATE:
				return "d*x*/d*t*";
			case COMPOSITION:
				return "*x*";
			default:
				return "Intensity";
		}
	}
}
