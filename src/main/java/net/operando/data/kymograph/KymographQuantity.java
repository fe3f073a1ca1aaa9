package net.operando.data.kymograph;

/** What the values of a kymograph are. */
public enum KymographQuantity {

	/** Recorded intensity. */
	INTENSITY("intensity", "counts"),
	/** Fractional rate of change of intensity, (dI/dt)/I. */
	INTENSITY_RATE("(dI/dt)/I", "1/s"),
	/** Lithium content x. */
	COMPOSITION("x", ""),
	/** Rate of change of lithium content, dx/dt. */
	COMPOSITION_RATE("dx/dt", "1/s");

	private final String label;
	private final String unit;

	KymographQuantity(final String label, final String unit) {
		this.label = label;
		this.unit = unit;
	}

	public String label() {
		return label;
	}

	/** Unit of the values; empty if they have none. */
	public String unit() {
		return unit;
	}

	/** Whether values are rates, signed and centred on zero. */
	public boolean isRate() {
		return this == INTENSITY_RATE || this == COMPOSITION_RATE;
	}
}
