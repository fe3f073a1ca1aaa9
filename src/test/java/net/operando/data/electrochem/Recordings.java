package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Builds small recordings for tests, step by step, sampled evenly. */
final class Recordings {

	private final double period;
	private final Random random = new Random(7);
	private final List<double[]> samples = new ArrayList<>();
	private final List<CyclerRecord> records = new ArrayList<>();
	private final List<Double> zeros = new ArrayList<>();
	private double at;
	private double start;
	private double noise;

	Recordings(final double periodSeconds) {
		period = periodSeconds;
	}

	/** Relative noise of the current, and 1e-4 of 1 mA at rest. */
	Recordings noise(final double relative) {
		noise = relative;
		return this;
	}

	/** Current and voltage from one level to another over a number of samples, both linear. */
	Recordings ramp(final int n, final double i0, final double i1, final double v0, final double v1) {
		for (int k = 0; k < n; k++) {
			final double w = n == 1 ? 0 : k / (n - 1.0);
			at += period;
			final double i = i0 + w * (i1 - i0);
			samples.add(new double[] { at - start, v0 + w * (v1 - v0), i * (1 + noise * random.nextGaussian()) + 1e-7 * noise *
				random.nextGaussian() });
		}
		return this;
	}

	/** Constant current. */
	Recordings current(final int n, final double i, final double v0, final double v1) {
		return ramp(n, i, i, v0, v1);
	}

	Recordings rest(final int n, final double v) {
		return ramp(n, 0, 0, v, v);
	}

	/** A hold whose current decays exponentially from one value towards zero. */
	Recordings hold(final int n, final double i, final double samplesToE, final double v) {
		for (int k = 0; k < n; k++) {
			at += period;
			samples.add(new double[] { at - start, v, i * Math.exp(-k / samplesToE) });
		}
		return this;
	}

	/** Ends the segment; the next begins after a pause. */
	Recordings gap(final double seconds) {
		close();
		at += seconds;
		start = at;
		return this;
	}

	private void close() {
		if (samples.isEmpty()) return;
		final int n = samples.size();
		final double[][] c = new double[3][n];
		for (int k = 0; k < n; k++)
			for (int a = 0; a < 3; a++)
				c[a][k] = samples.get(k)[a];
		records.add(CyclerRecord.of("part" + records.size() + ".DTA", c[0], c[1], c[2]).withControlStart(0));
		zeros.add(start);
		samples.clear();
	}

	CyclerRecording build() {
		close();
		return CyclerRecording.of(records, zeros.stream().mapToDouble(Double::doubleValue).toArray());
	}
}
