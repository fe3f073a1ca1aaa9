package net.operando.model.synthetic;

import net.operando.base.InvalidInputException;

import org.apache.commons.math3.util.FastMath;

/**
 * One step of the cell's protocol: a rest at open circuit, a constant current, or a constant voltage under which the current
 * decays exponentially (assumed). Immutable, JSON by field.
 */
public final class CellStep extends StageSettings {

	private double cRate;
	private double seconds;
	private double pauseAfterSeconds;
	/** NaN: no hold. */
	private double holdVolts = Double.NaN;
	/** Of a hold's current, which starts at the C-rate. */
	private double decaySeconds = Double.NaN;

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

	/**
	 * A constant voltage.
	 *
	 * @param volts held; @param firstCRate of the current at its start; @param decaySeconds in which that falls to 1/e, above 0
	 * @param seconds duration on the potentiostat's clock; @param pauseAfterSeconds as for other steps
	 */
	public static CellStep hold(final double volts, final double firstCRate, final double decaySeconds,
		final double seconds, final double pauseAfterSeconds)
	{
		if (!(volts > 0) || !(decaySeconds > 0)) throw new InvalidInputException("A hold at " + volts +
			" V with a current that decays within " + decaySeconds + " s cannot be meant: give both above 0.");
		final CellStep step = of(firstCRate, seconds, pauseAfterSeconds);
		step.holdVolts = volts;
		step.decaySeconds = decaySeconds;
		return step;
	}

	/** Positive for lithiation, negative for delithiation, 0 at rest; of a hold, that of its start. */
	public double cRate() {
		return cRate;
	}

	/** C-rate at a time since the step's start. */
	double cRate(final double since) {
		return isHold() ? cRate * FastMath.exp(-since / decaySeconds) : cRate;
	}

	/** C-rate integrated from the step's start over a time, in C s. */
	double passed(final double since) {
		return isHold() ? cRate * decaySeconds * (1 - FastMath.exp(-since / decaySeconds)) : cRate * since;
	}

	/** Voltage held; NaN if none is. */
	public double holdVolts() {
		return holdVolts;
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
		return cRate == 0 && !isHold();
	}

	public boolean isHold() {
		return !Double.isNaN(holdVolts);
	}

	/** Whether a constant current flows. */
	public boolean isCurrent() {
		return cRate != 0 && !isHold();
	}
}
