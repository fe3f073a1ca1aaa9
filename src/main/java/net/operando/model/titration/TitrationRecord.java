package net.operando.model.titration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import net.operando.base.InsufficientDataException;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.electrochem.SignDecision;
import net.operando.data.electrochem.Step;
import net.operando.data.electrochem.StepKind;
import net.operando.data.electrochem.Steps;

/**
 * A recording as a titration: voltage and x at every sample, and the pulses found from the steps of the current.
 * Immutable.
 */
public final class TitrationRecord {

	/** Second differences the noise of a rest is taken from. */
	private static final int NOISE_SAMPLES = 100;

	private final CyclerRecording recording;
	private final double[] x;
	private final List<TitrationPulse> pulses;
	private final List<String> warnings;

	private TitrationRecord(final CyclerRecording recording, final double[] x, final List<TitrationPulse> pulses,
		final List<String> warnings)
	{
		this.recording = recording;
		this.x = x;
		this.pulses = Collections.unmodifiableList(pulses);
		this.warnings = Collections.unmodifiableList(warnings);
	}

	/**
	 * Finds the pulses: steps of constant current with a rest right before or after them.
	 *
	 * @throws InsufficientDataException if there is none
	 */
	public static TitrationRecord of(final CyclerRecording r, final TitrationParameters parameters) {
		parameters.validate();
		final Steps steps = Steps.of(r, parameters.steps());
		final SignDecision sign = SignDecision.of(r, steps, parameters.currentSign());
		final List<String> warnings = new ArrayList<>(r.warnings());
		if (!sign.isSure()) warnings.add(sign.evidence());
		final double[] coulombs = new double[r.size()];
		final double[] before = new double[steps.list().size()];
		double sum = 0;
		for (int k = 0; k < before.length; k++) {
			final Step s = steps.list().get(k);
			before[k] = sum;
			double last = s.startSeconds();
			for (int i = s.firstSample(); i < s.endSample(); i++) {
				// a step's first sample tells the current since the step began: no half current at the edges
				final double mean = i == s.firstSample() ? r.currentAmperes(i) : 0.5 * (r.currentAmperes(i) + r.currentAmperes(i -
					1));
				sum += sign.factor() * mean * (r.timeSeconds(i) - last);
				last = r.timeSeconds(i);
				coulombs[i] = sum;
			}
		}
		double low = 0;
		double high = 0;
		for (final double q : coulombs) {
			low = Math.min(low, q);
			high = Math.max(high, q);
		}
		if (!(high > low)) throw new InsufficientDataException(
			"No charge was passed in this recording: give the file of a titration, with its currents.");
		double capacity = parameters.capacityCoulombs();
		if (Double.isNaN(capacity)) {
			capacity = high - low;
			warnings.add(String.format(Locale.ROOT,
				"The capacity was not given: x runs from 0 to 1 over the %.4g mAh of this recording.", capacity / 3.6));
		}
		final double start = Double.isNaN(parameters.startX()) ? -low / capacity : parameters.startX();
		final double[] x = new double[coulombs.length];
		for (int i = 0; i < x.length; i++)
			x[i] = start + coulombs[i] / capacity;
		final List<TitrationPulse> pulses = pulses(steps, x, before, start, capacity);
		if (pulses.isEmpty()) throw new InsufficientDataException(
			"No pulse was found: a titration needs steps of constant current with rests between them.");
		if (start + low / capacity < -1e-9 || start + high / capacity > 1 + 1e-9) warnings.add(String.format(Locale.ROOT,
			"x runs from %.4g to %.4g, beyond 0 to 1: check the capacity and the start x.", start + low / capacity, start +
				high / capacity));
		return new TitrationRecord(r, x, pulses, warnings);
	}

	private static List<TitrationPulse> pulses(final Steps steps, final double[] x, final double[] before,
		final double start, final double capacity)
	{
		final List<TitrationPulse> pulses = new ArrayList<>();
		final List<Step> list = steps.list();
		for (int k = 0; k < list.size(); k++) {
			final Step s = list.get(k);
			if (s.kind() != StepKind.CONSTANT_CURRENT) continue;
			final boolean rested = k > 0 && isRest(list.get(k - 1), s);
			final boolean rests = k + 1 < list.size() && isRest(list.get(k + 1), s);
			if (rested || rests) pulses.add(new TitrationPulse(pulses.size() + 1, s.firstSample(), s.endSample(), s
				.startSeconds(), s.endSeconds(), start + before[k] / capacity, x[s.endSample() - 1], rested ? list.get(k - 1)
					.firstSample() : TitrationPulse.NONE, rests ? list.get(k + 1).endSample() : TitrationPulse.NONE));
		}
		return pulses;
	}

	private static boolean isRest(final Step candidate, final Step beside) {
		return candidate.kind() == StepKind.REST && candidate.segment() == beside.segment();
	}

	/** The pulses, in order of time; at least one. */
	public List<TitrationPulse> pulses() {
		return pulses;
	}

	/** Number of samples. */
	public int size() {
		return x.length;
	}

	/** Time of a sample in s. */
	public double seconds(final int sample) {
		return recording.timeSeconds(sample);
	}

	/** Voltage of a sample in V. */
	public double volts(final int sample) {
		return recording.voltageVolts(sample);
	}

	/** Mean x at a sample. */
	public double x(final int sample) {
		return x[sample];
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		return warnings;
	}

	/**
	 * The voltage at the end of a rest and its standard error: the mean over the last 2 % of the rest, or its last sample.
	 * The noise is that of the second differences of the last samples, which a relaxation so late hardly adds to.
	 *
	 * @param first,end the samples of the rest
	 */
	double[] relaxed(final int first, final int end) {
		final double from = seconds(end - 1) - 0.02 * (seconds(end - 1) - seconds(first));
		final double reference = volts(end - 1);
		double sum = 0;
		int n = 0;
		for (int i = end - 1; i >= first && seconds(i) >= from; i--) {
			sum += volts(i) - reference;
			n++;
		}
		double squares = 0;
		int differences = 0;
		for (int i = end - 2; i > first && differences < NOISE_SAMPLES; i--) {
			final double d = volts(i - 1) - 2 * volts(i) + volts(i + 1);
			squares += d * d;
			differences++;
		}
		// the variance of a second difference is 6 times that of a sample
		final double noise = differences > 0 ? Math.sqrt(squares / (6 * differences)) : 0;
		return new double[] { reference + sum / n, noise / Math.sqrt(n) };
	}
}
