package net.operando.model.titration;

import java.util.Arrays;

/**
 * Whether the samples of a rest were taken each time the voltage had moved by a step (every millivolt), and their noise had a say
 * in when. Such a sample is the first whose noise helps the voltage over the next step, so it lies ahead of the voltage, the
 * more so the slower that moves: at 0.2 mV of noise and steps of 1 mV what is extrapolated from a rest is 1.4 % off and the shape of
 * the relaxation 9 % (docs/validation/titration.md). No weights mend that; under current the voltage moves fast enough.
 */
final class VoltageTrigger {

	private static final int LEAST_STEPS = 8;
	/** Steps at a trigger are all near one size; steps at set times have noise of both signs, or fade out with the voltage. */
	private static final double SMALLEST_SHARE = 0.5;
	/** Noise below this part of a step hardly decides when it is passed. */
	private static final double NOISE_SHARE = 0.005;

	private VoltageTrigger() {}

	/**
	 * @param first,end samples of the rest; the first and last ones belong to the change of the current, not to the trigger
	 * @param noiseVolts standard deviation of a sample
	 */
	static boolean chose(final TitrationRecord record, final int first, final int end, final double noiseVolts) {
		final double[] steps = new double[Math.max(0, end - first - 4)];
		if (steps.length < LEAST_STEPS) return false;
		for (int i = 0; i < steps.length; i++)
			steps[i] = Math.abs(record.volts(first + i + 2) - record.volts(first + i + 1));
		Arrays.sort(steps);
		final double median = steps[steps.length / 2];
		return steps[steps.length / 10] > SMALLEST_SHARE * median && noiseVolts > NOISE_SHARE * median;
	}

	/** Root mean square of what a fit leaves, three of its parameters taken off. */
	static double noise(final double[] volts, final double[] fitted) {
		double sum = 0;
		for (int i = 0; i < volts.length; i++)
			sum += (volts[i] - fitted[i]) * (volts[i] - fitted[i]);
		return Math.sqrt(sum / Math.max(1, volts.length - 3));
	}
}
