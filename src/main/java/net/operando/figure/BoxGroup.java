package net.operando.figure;

import java.util.Optional;

import net.operando.base.numeric.BoxSummary;

/** One box of a {@link BoxFigure}: measured values and simulated ones beside them; either may be none. Immutable. */
public final class BoxGroup {

	private final String label;
	private final BoxSummary measured;
	private final double[] simulated;

	private BoxGroup(final String label, final BoxSummary measured, final double[] simulated) {
		this.label = label;
		this.measured = measured;
		this.simulated = simulated;
	}

	/**
	 * @param label what stands below it, such as "5C"
	 * @param measured values in the figure's unit; copied
	 * @param simulated values in the figure's unit; copied
	 * @throws net.operando.base.InvalidInputException if a measured value is no number
	 */
	public static BoxGroup of(final String label, final double[] measured, final double[] simulated) {
		return new BoxGroup(label, measured.length == 0 ? null : BoxSummary.of(measured), simulated.clone());
	}

	public String label() {
		return label;
	}

	/** The measured values; empty if there are none. */
	public Optional<BoxSummary> measured() {
		return Optional.ofNullable(measured);
	}

	public double[] simulated() {
		return simulated.clone();
	}
}
