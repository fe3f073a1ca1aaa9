package net.operando.data.electrochem;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.operando.base.quantity.TimeAxis;

/**
 * A movie's mean intensity and the potentiostat's record of the same experiment, with the truth between their clocks. The
 * particle: I/I0 of x falls a little at low x and then rises (domain: not monotone); at every change of the current a
 * homogeneous response follows as a first-order low pass, whose rate steps and decays as a*exp(-t/tau); lamp drift, white
 * noise, jittered frame times and pauses of ten frames.
 */
final class SyntheticAlignment {

	/** Settings of a kind of experiment. */
	static final class Kind {

		double noise = 3e-4;
		double lampWalk = 0;
		double response = 0.01;
		double tau = 8;
		double frameSeconds = 1;
		double pauseProbability = 0.01;
		boolean severalFiles;
		double sampleSeconds = 1;
		double driftPpm = 100;
		int steps = 4;
		double responseSpread = 0.3;
		double secondResponse = 0;
		double driftStepSeconds = 120;
	}

	final double trueOffset;
	final double trueDriftPpm;
	final TimeAxis movie;
	final double[] intensity;
	final CyclerRecording recording;

	private final Random random;
	private final List<double[]> steps = new ArrayList<>();

	SyntheticAlignment(final Kind kind, final long seed) {
		random = new Random(seed);
		trueDriftPpm = kind.driftPpm * (2 * random.nextDouble() - 1);
		final double offset = 500 + 1000 * random.nextDouble();
		protocol(kind);
		final double end = steps.get(steps.size() - 1)[1];
		// true potentiostat time of a movie time
		final double[] t = frames(kind, (end + 20) / (1 + 1e-6 * trueDriftPpm));
		movie = TimeAxis.of(t);
		intensity = intensity(kind, t);
		recording = recording(kind, offset);
		// every file's start is cut to whole seconds: its clock reads less by half a second on average
		trueOffset = offset - (kind.severalFiles ? 0.5 : 0);
	}

	/** {start, end, current} on the true clock whose second 0 is the movie's. */
	private void protocol(final Kind kind) {
		double at = 20;
		final double i = 1e-3;
		for (int k = 0; k < kind.steps; k++) {
			final double rest = kind.driftStepSeconds * (0.4 + 0.4 * random.nextDouble());
			final double on = kind.driftStepSeconds * (0.7 + 0.8 * random.nextDouble());
			steps.add(new double[] { at, at + rest, 0 });
			steps.add(new double[] { at + rest, at + rest + on, k % 2 == 0 ? -i : i });
			at += rest + on;
		}
		steps.add(new double[] { at, at + 60, 0 });
	}

	private double[] frames(final Kind kind, final double end) {
		final List<Double> times = new ArrayList<>();
		double m = 0;
		while (m < end) {
			times.add(m + 0.02 * kind.frameSeconds * random.nextDouble());
			m += kind.frameSeconds * (random.nextDouble() < kind.pauseProbability ? 10 : 1);
		}
		return times.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private double[] intensity(final Kind kind, final double[] t) {
		final double[] amplitude = new double[steps.size()];
		for (int k = 0; k < amplitude.length; k++)
			amplitude[k] = kind.response * (1 + kind.responseSpread * random.nextGaussian());
		final double phase = 2 * Math.PI * random.nextDouble();
		double walk = 0;
		final double[] y = new double[t.length];
		for (int f = 0; f < t.length; f++) {
			final double s = t[f] * (1 + 1e-6 * trueDriftPpm);
			double x = 0.08;
			double r = 0;
			for (int k = 1; k < steps.size(); k++) {
				final double[] step = steps.get(k);
				if (s <= step[0]) break;
				x -= step[2] * 1.2 * (Math.min(s, step[1]) - step[0]);
				final double change = Math.signum(step[2] - steps.get(k - 1)[2]);
				r -= change * amplitude[k] * (1 - Math.exp(-(s - step[0]) / kind.tau));
				// a second, slower part that the fitted form does not know
				r -= change * kind.secondResponse * amplitude[k] * (1 - Math.exp(-(s - step[0]) / (5 * kind.tau)));
			}
			walk += kind.lampWalk * random.nextGaussian();
			final double lamp = 1 + 2e-3 * Math.sin(2 * Math.PI * t[f] / 1500 + phase) + walk;
			y[f] = 16000 * lamp * (ratio(x) + r) * (1 + kind.noise * random.nextGaussian());
		}
		return y;
	}

	/** Falls by 2 % at x = .13, then rises. */
	private static double ratio(final double x) {
		final double u = (x - 0.13) / 0.05;
		return 1 - 0.02 * Math.exp(-u * u) + 0.6 / (1 + Math.exp(-(x - 0.35) / 0.08));
	}

	private CyclerRecording recording(final Kind kind, final double offset) {
		final List<CyclerRecord> records = new ArrayList<>();
		final List<Double> zeros = new ArrayList<>();
		if (!kind.severalFiles) {
			final double from = steps.get(0)[0];
			final double end = steps.get(steps.size() - 1)[1];
			// sampled on its own grid, as a battery cycler does: the change lies between two samples
			records.add(record("run.csv", kind, from + kind.sampleSeconds * random.nextDouble(), end, offset, false));
			zeros.add(0.0);
		}
		else for (int k = 0; k < steps.size(); k++) {
			if (steps.get(k)[2] == 0) continue;
			final double start = steps.get(k)[0] + offset;
			records.add(record("run_#" + k + ".DTA", kind, steps.get(k)[0], steps.get(k)[1], -steps.get(k)[0], true));
			zeros.add(Math.floor(start));
		}
		return CyclerRecording.of(records, zeros.stream().mapToDouble(Double::doubleValue).toArray()).withOrigin(
			LocalDateTime.of(2026, 1, 20, 10, 0), null, 1, null);
	}

	private CyclerRecord record(final String name, final Kind kind, final double from, final double end,
		final double shift, final boolean control)
	{
		final int n = (int) Math.floor((end - from) / kind.sampleSeconds);
		final double[] t = new double[n];
		final double[] v = new double[n];
		final double[] c = new double[n];
		for (int i = 0; i < n; i++) {
			final double s = from + (i + (control ? 1 : 0)) * kind.sampleSeconds;
			t[i] = s + shift;
			c[i] = currentAt(s) * (1 + 2e-4 * random.nextGaussian()) + 1e-9 * random.nextGaussian();
			v[i] = 1.8 + 40 * currentAt(s) + 1e-4 * random.nextGaussian();
		}
		final CyclerRecord r = CyclerRecord.of(name, t, v, c);
		return control ? r.withControlStart(0) : r;
	}

	private double currentAt(final double s) {
		for (final double[] step : steps)
			if (s > step[0] && s <= step[1]) return step[2];
		return 0;
	}
}
