package net.operando.acquire.plan;

/** A quantity above one value, below another, or between two. Immutable, JSON by field. */
public final class Condition extends PlanPart {

	private Quantity quantity = Quantity.SECONDS;
	/** Whether the sign of the quantity does not matter. */
	private boolean magnitude;
	private double above = Double.NaN;
	private double below = Double.NaN;
	private double holdSeconds;

	private Condition() {}

	/** Met while the quantity is above a value. */
	public static Condition above(final Quantity quantity, final double value) {
		final Condition c = new Condition();
		c.quantity = quantity;
		c.above = value;
		return c;
	}

	/** Met while the quantity is below a value. */
	public static Condition below(final Quantity quantity, final double value) {
		final Condition c = new Condition();
		c.quantity = quantity;
		c.below = value;
		return c;
	}

	/** The same of the quantity without its sign: a current of either direction. */
	public Condition ofMagnitude() {
		final Condition c = copy();
		c.magnitude = true;
		return c;
	}

	/** @param seconds for which it must be true without a break */
	public Condition withHoldSeconds(final double seconds) {
		final Condition c = copy();
		c.holdSeconds = seconds;
		return c;
	}

	public Quantity quantity() {
		return quantity;
	}

	public double holdSeconds() {
		return holdSeconds;
	}

	/** Whether a value meets it; never for NaN, which is a quantity not known yet. */
	public boolean isMet(final double value) {
		final double v = magnitude ? Math.abs(value) : value;
		if (Double.isNaN(v)) return false;
		return (Double.isNaN(above) || v > above) && (Double.isNaN(below) || v < below);
	}

	/** What is wrong with it; null if nothing is. */
	String problem() {
		if (quantity == null) return "a condition without a known quantity: use one of " + java.util.Arrays.toString(Quantity
			.values());
		if (Double.isNaN(above) && Double.isNaN(below)) return "a condition on " + quantity +
			" without a value: give above or below";
		if (!(holdSeconds >= 0)) return "a condition with holdSeconds below 0";
		return null;
	}

	@Override
	public String toString() {
		return (magnitude ? "|" + quantity + "|" : quantity) + (Double.isNaN(above) ? "" : " > " + above) + (Double.isNaN(below)
			? "" : " < " + below);
	}
}
