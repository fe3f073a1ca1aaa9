package net.operando.model.titration;

import java.util.List;

/**
 * dE/dx from the relaxed voltages before and after a pulse, and how it changes from pulse to pulse, so that it can be
 * moved to where it is needed. Immutable.
 */
final class PulseSlope {

	/** Correction of dE/dx above which what is left of the OCV's curvature may pass 1 % in D. */
	static final double MOST_CORRECTION = 0.05;

	final double chord;
	final double chordError;
	/** Relaxed voltage and its error, before and after. */
	final double[] before;
	final double[] after;
	private final double gradient;
	private final double middle;

	/** @param index of a pulse with rests on both sides */
	PulseSlope(final TitrationRecord record, final int index) {
		final List<TitrationPulse> pulses = record.pulses();
		final TitrationPulse p = pulses.get(index);
		before = record.relaxed(p.restBefore(), p.firstSample());
		after = record.relaxed(p.endSample(), p.restEnd());
		chord = (after[0] - before[0]) / (p.endX() - p.startX());
		chordError = Math.hypot(after[1], before[1]) / Math.abs(p.endX() - p.startX());
		middle = middle(p);
		double x0 = middle;
		double s0 = chord;
		double x1 = middle;
		double s1 = chord;
		if (index > 0 && isAlike(p, pulses.get(index - 1))) {
			x0 = middle(pulses.get(index - 1));
			s0 = chord(record, pulses.get(index - 1));
		}
		if (index + 1 < pulses.size() && isAlike(p, pulses.get(index + 1))) {
			x1 = middle(pulses.get(index + 1));
			s1 = chord(record, pulses.get(index + 1));
		}
		gradient = x1 == x0 ? 0 : (s1 - s0) / (x1 - x0);
	}

	/** Whether the voltage changed by more than its noise. */
	boolean isKnown() {
		return Math.abs(chord) > 3 * chordError;
	}

	/** dE/dx at an x nearby; the chord where a straight continuation would turn its sign or double it. */
	double at(final double x) {
		final double slope = chord + gradient * (x - middle);
		return slope / chord > 0.5 && slope / chord < 2 ? slope : chord;
	}

	/** Whether a slope is so far from the chord that the curvature beyond the first order may matter. */
	boolean isCurved(final double slope) {
		return Math.abs(slope / chord - 1) > MOST_CORRECTION;
	}

	private static boolean isAlike(final TitrationPulse p, final TitrationPulse other) {
		return other.hasRestBefore() && other.hasRestAfter() && other.rate() * p.rate() > 0;
	}

	private static double middle(final TitrationPulse p) {
		return 0.5 * (p.startX() + p.endX());
	}

	private static double chord(final TitrationRecord record, final TitrationPulse p) {
		return (record.relaxed(p.endSample(), p.restEnd())[0] - record.relaxed(p.restBefore(), p.firstSample())[0]) / (p
			.endX() - p.startX());
	}
}
