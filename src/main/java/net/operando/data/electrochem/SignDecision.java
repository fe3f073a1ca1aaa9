package net.operando.data.electrochem;

import java.util.List;
import java.util.Locale;

/**
 * Which sign of current lithiates, and why. In a half cell, reduction puts lithium into the working electrode and lowers
 * its voltage; so where a positive current raises the voltage, lithiation is negative. Immutable.
 */
public final class SignDecision {

	private final CurrentSign sign;
	private final double agreement;
	private final boolean sure;
	private final String evidence;

	private SignDecision(final CurrentSign sign, final double agreement, final boolean sure, final String evidence) {
		this.sign = sign;
		this.agreement = agreement;
		this.sure = sure;
		this.evidence = evidence;
	}

	/**
	 * Takes what was asked for, or decides from the voltage over every step of constant current and across every jump of
	 * the current.
	 */
	public static SignDecision of(final CyclerRecording r, final Steps steps, final CurrentSign asked) {
		if (asked != CurrentSign.AUTO) return new SignDecision(asked, Double.NaN, true, "The sign was given: " +
			words(asked) + ".");
		double sum = 0;
		double total = 0;
		int n = 0;
		final List<Step> list = steps.list();
		for (int k = 0; k < list.size(); k++) {
			final Step s = list.get(k);
			if (s.kind() == StepKind.CONSTANT_CURRENT) {
				final double dv = r.voltageVolts(s.endSample() - 1) - r.voltageVolts(s.firstSample());
				sum += dv * Math.signum(s.meanCurrentAmperes());
				total += Math.abs(dv);
				n++;
			}
			if (k > 0 && list.get(k - 1).segment() == s.segment()) {
				final double dv = r.voltageVolts(s.firstSample()) - r.voltageVolts(s.firstSample() - 1);
				final double di = r.currentAmperes(s.firstSample()) - r.currentAmperes(s.firstSample() - 1);
				sum += dv * Math.signum(di);
				total += Math.abs(dv);
			}
		}
		final double agreement = total > 0 ? sum / total : 0;
		final CurrentSign sign = agreement >= 0 ? CurrentSign.LITHIATION_NEGATIVE : CurrentSign.LITHIATION_POSITIVE;
		// half: three quarters of all voltage change on one side
		final boolean sure = Math.abs(agreement) >= 0.5;
		return new SignDecision(sure ? sign : CurrentSign.LITHIATION_NEGATIVE, agreement, sure, sure ? String.format(
			Locale.ROOT, "The voltage %s with positive current in %.0f %% of its change over %d constant-current steps, so %s.",
			agreement > 0 ? "rises" : "falls", 50 * (1 + Math.abs(agreement)), n, words(sign)) : n == 0
				? "There is no step of constant current to tell the sign from; " + words(CurrentSign.LITHIATION_NEGATIVE) +
					" was assumed: set the current sign."
				: "The voltage does not follow the current clearly enough to tell its sign; " + words(
					CurrentSign.LITHIATION_NEGATIVE) + " was assumed: set the current sign.");
	}

	private static String words(final CurrentSign sign) {
		return sign == CurrentSign.LITHIATION_NEGATIVE ? "negative current lithiates" : "positive current lithiates";
	}

	/** The sign; never AUTO. */
	public CurrentSign sign() {
		return sign;
	}

	/** 1 if positive current lithiates, -1 if negative current does. */
	public int factor() {
		return sign == CurrentSign.LITHIATION_POSITIVE ? 1 : -1;
	}

	/**
	 * Share of the voltage change that went with the current, minus the share that went against it: 1 if the voltage
	 * always rose with positive current, -1 if it always fell, NaN if the sign was given.
	 */
	public double agreement() {
		return agreement;
	}

	/** Whether the sign was given or clear from the data; if not, {@link #evidence()} is a warning. */
	public boolean isSure() {
		return sure;
	}

	/** One sentence: what was decided, and from what. */
	public String evidence() {
		return evidence;
	}
}
