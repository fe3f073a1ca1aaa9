package net.operando.acquire.plan;

/** What turns the potentiostat's charge into x while a recording runs. Immutable, JSON by field. */
public final class CellSettings extends PlanPart {

	private double massMg = Double.NaN;
	private double capacity_mAh_per_g = 178.25;
	private double startX = Double.NaN;
	private boolean lithiationIsNegative = true;

	private CellSettings() {}

	/** Nothing known: x is not followed. */
	public static CellSettings unknown() {
		return new CellSettings();
	}

	/** @param massMg active mass in mg; @param startX lithium content when the recording begins */
	public static CellSettings of(final double massMg, final double startX) {
		final CellSettings c = new CellSettings();
		c.massMg = massMg;
		c.startX = startX;
		return c;
	}

	/** Whether x can be followed. */
	public boolean isKnown() {
		return massMg > 0 && startX >= 0 && startX <= 1 && capacity_mAh_per_g > 0;
	}

	/** x after a charge, in C with the sign of the file. */
	public double x(final double coulombs) {
		final double milliampereHours = coulombs / 3.6;
		return startX + (lithiationIsNegative ? -1 : 1) * milliampereHours / (1e-3 * massMg * capacity_mAh_per_g);
	}
}
