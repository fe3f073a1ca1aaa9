package net.operando.model.phasefield;

import net.operando.base.InvalidInputException;

/**
 * One step of a protocol. It ends at the first of what is given: its time, a voltage limit, or, for a hold, a small
 * enough current. NaN is "not given". Immutable; JSON both ways.
 */
public final class ProtocolStep {

	/** What the step does. */
	public enum Kind {
		/** No current. */
		REST,
		/** Constant current. */
		CURRENT,
		/** Constant voltage. */
		HOLD,
		/** The steps inside, several times. */
		REPEAT
	}

	private Kind kind = Kind.REST;
	/** Current as a C-rate, positive into the rod. */
	private double cRate = Double.NaN;
	private double seconds = Double.NaN;
	private double lowerVolts = Double.NaN;
	private double upperVolts = Double.NaN;
	private double holdVolts = Double.NaN;
	private double untilCRate = Double.NaN;
	private int count = 1;
	private ProtocolStep[] steps = new ProtocolStep[0];

	private ProtocolStep() {}

	public static ProtocolStep rest(final double seconds) {
		final ProtocolStep s = new ProtocolStep();
		s.seconds = seconds;
		return s;
	}

	/** @param cRate positive puts lithium in */
	public static ProtocolStep current(final double cRate, final double seconds) {
		final ProtocolStep s = new ProtocolStep();
		s.kind = Kind.CURRENT;
		s.cRate = cRate;
		s.seconds = seconds;
		return s;
	}

	public static ProtocolStep hold(final double volts, final double seconds) {
		final ProtocolStep s = new ProtocolStep();
		s.kind = Kind.HOLD;
		s.holdVolts = volts;
		s.seconds = seconds;
		return s;
	}

	public static ProtocolStep repeat(final int count, final ProtocolStep... steps) {
		final ProtocolStep s = new ProtocolStep();
		s.kind = Kind.REPEAT;
		s.count = count;
		s.steps = steps.clone();
		return s;
	}

	private ProtocolStep copy() {
		final ProtocolStep s = new ProtocolStep();
		s.kind = kind;
		s.cRate = cRate;
		s.seconds = seconds;
		s.lowerVolts = lowerVolts;
		s.upperVolts = upperVolts;
		s.holdVolts = holdVolts;
		s.untilCRate = untilCRate;
		s.count = count;
		s.steps = steps;
		return s;
	}

	/** This step, ended when the voltage leaves the range; NaN is no limit. */
	public ProtocolStep withVoltageLimits(final double lower, final double upper) {
		final ProtocolStep s = copy();
		s.lowerVolts = lower;
		s.upperVolts = upper;
		return s;
	}

	/** This hold, ended when the current falls below a C-rate (its size). */
	public ProtocolStep withEndCRate(final double cRateSize) {
		final ProtocolStep s = copy();
		s.untilCRate = cRateSize;
		return s;
	}

	public Kind kind() {
		return kind;
	}

	/** 0 for a rest, NaN for a hold. */
	public double cRate() {
		return kind == Kind.REST ? 0 : cRate;
	}

	public double seconds() {
		return seconds;
	}

	public double lowerVolts() {
		return lowerVolts;
	}

	public double upperVolts() {
		return upperVolts;
	}

	public double holdVolts() {
		return holdVolts;
	}

	public double untilCRate() {
		return untilCRate;
	}

	public int count() {
		return count;
	}

	/** The steps inside a repeat; a copy. */
	public ProtocolStep[] steps() {
		return steps == null ? new ProtocolStep[0] : steps.clone();
	}

	void validate(final String where) {
		if (kind == null) throw new InvalidInputException(where + " has no kind: write REST, CURRENT, HOLD or REPEAT.");
		if (!Double.isNaN(seconds) && !(seconds > 0 && seconds < 1e9)) throw new InvalidInputException(where + " lasts " +
			seconds + " s: give a time above 0.");
		if (!Double.isNaN(lowerVolts) && !Double.isNaN(upperVolts) && !(lowerVolts < upperVolts))
			throw new InvalidInputException(where + " has a lower voltage limit that is not below the upper one: exchange them.");
		for (final double v : new double[] { lowerVolts, upperVolts, holdVolts })
			if (!Double.isNaN(v) && !(v > -2 && v < 10)) throw new InvalidInputException(where + " names a voltage of " + v +
				": give volts against lithium, for example 2.8.");
		switch (kind) {
			case REST:
				if (Double.isNaN(seconds)) throw new InvalidInputException(where + " is a rest without an end: give seconds.");
				break;
			case CURRENT:
				if (!(Math.abs(cRate) > 0 && Math.abs(cRate) <= 1e4)) throw new InvalidInputException(where + " has a C-rate of " +
					cRate + ": give a number other than 0, positive for lithiation, for example 5.");
				if (Double.isNaN(seconds) && Double.isNaN(cRate > 0 ? lowerVolts : upperVolts)) throw new InvalidInputException(
					where + " has no end: give seconds or the voltage limit the current leads to.");
				break;
			case HOLD:
				if (Double.isNaN(holdVolts)) throw new InvalidInputException(where + " is a hold without a voltage: give holdVolts.");
				if (Double.isNaN(seconds)) throw new InvalidInputException(where +
					" is a hold without an end: give seconds (and untilCRate to end it earlier).");
				if (!Double.isNaN(untilCRate) && !(untilCRate > 0)) throw new InvalidInputException(where +
					" ends below a C-rate of " + untilCRate + ": give a number above 0.");
				break;
			default:
				if (count < 1 || count > 100000 || steps == null || steps.length == 0) throw new InvalidInputException(where +
					" repeats nothing: give count, 1 or more, and steps.");
				for (int i = 0; i < steps.length; i++) {
					if (steps[i] == null) throw new InvalidInputException(where + " holds an empty step: remove it.");
					steps[i].validate(where + ", step " + (i + 1) + " inside,");
				}
		}
	}
}
