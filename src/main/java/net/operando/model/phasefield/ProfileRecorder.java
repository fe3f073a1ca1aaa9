package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.numeric.VariableStepBdf;

/** Keeps profiles at even times, and thins them when they become too many. */
final class ProfileRecorder {

	private final int n;
	private final int most;
	private double interval;
	private long nextIndex;
	private final List<double[]> profiles = new ArrayList<>();
	private final List<Double> times = new ArrayList<>();
	private final double[] buffer;

	ProfileRecorder(final int n, final double intervalSeconds, final int most) {
		this.n = n;
		this.most = most;
		interval = intervalSeconds;
		buffer = new double[n + 1];
	}

	void first(final double[] state) {
		keep(0, state);
		nextIndex = 1;
	}

	/** Keeps what falls into the last step, up to a time at which something may have ended it. */
	void record(final VariableStepBdf integrator, final double until) {
		while (nextIndex * interval <= until) {
			integrator.interpolate(nextIndex * interval, buffer);
			keep(nextIndex * interval, buffer);
			nextIndex++;
			if (times.size() >= most) thin();
		}
	}

	/** Keeps the end, if it is not an even time already. */
	void last(final double time, final double[] state) {
		if (time - times.get(times.size() - 1) > 1e-9 * Math.max(interval, time)) keep(time, state);
	}

	private void keep(final double time, final double[] state) {
		final double[] p = new double[n];
		System.arraycopy(state, 0, p, 0, n);
		profiles.add(p);
		times.add(time);
	}

	private void thin() {
		int to = 0;
		for (int from = 0; from < times.size(); from += 2, to++) {
			times.set(to, times.get(from));
			profiles.set(to, profiles.get(from));
		}
		times.subList(to, times.size()).clear();
		profiles.subList(to, profiles.size()).clear();
		interval *= 2;
		nextIndex = (nextIndex + 1) / 2;
	}

	double intervalSeconds() {
		return interval;
	}

	double[] times() {
		return times.stream().mapToDouble(Double::doubleValue).toArray();
	}

	double[][] profiles() {
		return profiles.toArray(new double[0][]);
	}
}
