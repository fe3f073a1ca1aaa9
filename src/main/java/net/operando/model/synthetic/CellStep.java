package net.operando.model.synthetic;

import net.operando.base.InvalidInputException;

/** One step of the cell's protocol: a rest at open circuit or a constant current. Immutable, JSON by field. */
public final class CellStep extends StageSettings {

	private double cRate;
	private double seconds;
	private double pauseAfterSeconds;

	private CellStep() {}

	/**
	 * @param cRate current as C-rate, positive when lithium goes into the rods; 0 is a rest
	 * @param seconds duration on the potentiostat's clock, above 0
	 * @param pauseAfterSeconds time on the potentiostat's clock between the end of this step's file and the start of the
	 *          next, in which no current flows and nothing is recorded
	 */
	public static CellStep of(final double cRate, final double seconds, final double pauseAfterSeconds) {
		if (!(seconds > 0) || !(pauseAfterSeconds >= 0)) throw new InvalidInputException("A step of " + seconds +
			" s with a pause of " + pauseAfterSeconds + " s cannot be meant: give a duration above 0 and a pause of 0 or more.");
		final CellStep step = new CellStep();
		step.cRate = cRate;
		step.seconds = seconds;
		step.pauseAfterSeconds = pauseAfterSeconds;
		return step;
	}

	/** Positive for lithiation, negative for delithiation, 0 at rest. */
	public double cRate() {
		return cRate;
	}

	/** On the potentiostat's clock. */
	public double seconds() {
		return seconds;
	}

	/** On the potentiostat's clock. */
	public double pauseAfterSeconds() {
		return pauseAfterSeconds;
	}

	public boolean isRest() {
		return cRate == 0;
	}
}
