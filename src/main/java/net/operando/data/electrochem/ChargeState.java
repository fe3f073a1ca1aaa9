package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The charge passed since the start of a recording and what follows from it, at every sample. Charge is the trapezoid
 * integral of the current over true time within segments, from the moment control began; none is passed in gaps.
 * Lithiation counts positive, so x = start x + Q / capacity. Immutable.
 */
public final class ChargeState {

	private final CyclerRecording recording;
	private final ChargeParameters parameters;
	private final SignDecision sign;
	private final double[] coulombs;
	private final List<String> warnings;

	private ChargeState(final CyclerRecording recording, final ChargeParameters parameters, final SignDecision sign,
		final double[] coulombs, final List<String> warnings)
	{
		this.recording = recording;
		this.parameters = parameters;
		this.sign = sign;
		this.coulombs = coulombs;
		this.warnings = Collections.unmodifiableList(warnings);
	}

	/** Integrates the current. What cannot be computed for want of a mass or a start x is NaN, with a warning. */
	public static ChargeState of(final CyclerRecording r, final Steps steps, final ChargeParameters parameters) {
		final SignDecision sign = SignDecision.of(r, steps, parameters.currentSign());
		final double[] q = new double[r.size()];
		double sum = 0;
		for (int s = 0; s < r.segments().size(); s++) {
			final int first = r.firstSample(s);
			sum += sign.factor() * r.currentAmperes(first) * (r.timeSeconds(first) - r.segmentStartSeconds(s));
			q[first] = sum;
			for (int i = first + 1; i < r.endSample(s); i++) {
				sum += sign.factor() * 0.5 * (r.currentAmperes(i) + r.currentAmperes(i - 1)) * (r.timeSeconds(i) - r
					.timeSeconds(i - 1));
				q[i] = sum;
			}
		}
		final List<String> warnings = new ArrayList<>();
		if (!sign.isSure()) warnings.add(sign.evidence());
		if (Double.isNaN(parameters.massMg())) warnings.add(
			"The active mass is not known, so specific charge, x and C-rate are empty: set massmg.");
		else if (Double.isNaN(parameters.startX())) warnings.add(
			"x at the start is not known, so x is empty: set startx (0 for a fresh cell).");
		return new ChargeState(r, parameters, sign, q, warnings);
	}

	/** Net charge in C up to a sample, positive for lithiation. */
	public double coulombs(final int sample) {
		return coulombs[sample];
	}

	/** Net charge in C at a time; NaN in a gap or outside. */
	public double coulombsAt(final double seconds) {
		return at(seconds, coulombs);
	}

	/** A quantity of the samples at a time, linear between two samples of one segment; NaN in a gap or outside. */
	private double at(final double seconds, final double[] values) {
		final int segment = recording.segmentAt(seconds);
		if (segment < 0) return Double.NaN;
		final int i = recording.sampleAtOrBefore(segment, seconds);
		if (seconds <= recording.timeSeconds(i)) {
			final double begun = values[i] - sign.factor() * recording.currentAmperes(i) * (recording.timeSeconds(i) - seconds);
			return seconds < recording.timeSeconds(i) ? begun : values[i];
		}
		if (i + 1 == recording.endSample(segment)) return values[i];
		final double w = (seconds - recording.timeSeconds(i)) / (recording.timeSeconds(i + 1) - recording.timeSeconds(i));
		return values[i] + w * (values[i + 1] - values[i]);
	}

	/** Charge in C as specific charge in mAh/g; NaN if the mass is unknown. */
	public double mahPerG(final double charge) {
		return charge * 1e6 / 3600 / parameters.massMg();
	}

	/** x after a net charge in C; NaN if mass or start x is unknown. */
	public double x(final double charge) {
		return parameters.startX() + mahPerG(charge) / parameters.capacityMahPerG();
	}

	/** C-rate of a current in A as recorded, positive for lithiation; NaN if the mass is unknown. */
	public double cRate(final double amperes) {
		final double rate = sign.factor() * amperes * 1e6 / parameters.massMg() / parameters.cRateBaseMahPerG();
		return rate == 0 ? 0 : rate;
	}

	public CyclerRecording recording() {
		return recording;
	}

	public ChargeParameters parameters() {
		return parameters;
	}

	/** Which sign of current lithiates, and why. */
	public SignDecision sign() {
		return sign;
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		return warnings;
	}
}
