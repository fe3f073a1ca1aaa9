package net.operando.analysis.front;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.kymograph.Kymograph;

/** Two fronts of different speed from both ends; truth is each front's own line without noise and without the other. */
final class MeetingTrial {

	static final String HEAD =
		"| quantity | runs | mean error | 3 s.e.m. | spread | mean s.e. | in 95 % interval, % |\n|---|---|---|---|---|---|---|";
	private static final String[] NAMES = { "speed from the start, %", "speed from the end, %", "meeting time, s",
		"meeting position, um" };
	private final double[] seconds = VelocityTrial.times(-5.3, 22, Double.NaN);
	private final double[][] frames;
	private final double[][] first;
	private final double[][] second;
	/** Beyond those the correction and its interval were worked on with. */
	private static final long FIRST_SEED = 700_000;
	final double[] sum = new double[4];
	final double[] squares = new double[4];
	final double[] errors = new double[4];
	final int[] covered = new int[4];
	int runs;
	int seeds;
	private int drawn;

	MeetingTrial(final PrescribedFront front) {
		frames = front.logFrames(seconds, 0.76, 0.60, 0.002, 4, 1e9);
		first = front.logFrames(seconds, 0.76, 0, 0, 4, 1e9);
		second = front.logFrames(seconds, 0, 0.60, 0, 4, 1e9);
	}

	/** The same with so many of the two fronts, that from the start first, drawn anew by an unsteady hand, see {@link DrawnFrontTrial}. */
	MeetingTrial drawing(final int fronts) {
		drawn = fronts;
		return this;
	}

	private FrontAnalysis analysis(final long seed, final double noise) {
		final Random random = new Random(FIRST_SEED + seed);
		final Kymograph k = PrescribedFront.rates(frames, seconds, null, random, noise);
		FrontAnalysis now = FrontTracer.trace(k, new FrontParameters(), Progress.NONE);
		if (now.fronts().size() != 2) return now;
		for (int i = 0; i < drawn; i++) {
			final boolean start = i == 0;
			final List<FrontVelocity> fronts = new java.util.ArrayList<>(now.fronts());
			fronts.removeIf(f -> f.origin() == (start ? FrontOrigin.START : FrontOrigin.END));
			final double tilt = (start ? 0.76 : -0.60) * (1 + 0.1 * random.nextGaussian());
			final double middle = (start ? 0 : 20.4) + (start ? 0.76 : -0.60) * 7.5 + 0.5 * random.nextGaussian();
			fronts.add(FrontRefit.along(k, FrontPath.of(new double[] { 2, 13 }, new double[] { (middle - 5.5 * tilt) * 1e-6, (middle + 5.5 *
				tilt) * 1e-6 }), new double[0], fronts, new FrontParameters(), 3 + i, Progress.NONE));
			now = now.withFronts(fronts, (k.rows() - 1) * k.positionStepMetres());
		}
		return now;
	}

	MeetingTrial run(final int count, final double noise) {
		seeds = count;
		final Kymograph a = PrescribedFront.rates(first, seconds, null, null, 0);
		final Kymograph b = PrescribedFront.rates(second, seconds, null, null, 0);
		for (int seed = 0; seed < count; seed++) {
			final FrontAnalysis analysis = analysis(seed, noise);
			if (analysis.fronts().size() != 2 || analysis.meetings().size() != 1) continue;
			final boolean inOrder = analysis.fronts().get(0).origin() == FrontOrigin.START;
			final FrontVelocity f = analysis.fronts().get(inOrder ? 0 : 1);
			final FrontVelocity g = analysis.fronts().get(inOrder ? 1 : 0);
			final double[] p = VelocityTrial.truthLine(f, a, FrontCriterion.HALF_MAX, false);
			final double[] q = VelocityTrial.truthLine(g, b, FrontCriterion.HALF_MAX, true);
			final double t = (q[0] - p[0]) / (p[1] - q[1]);
			runs++;
			note(0, f.velocity().times(1e8 / p[1]), 100);
			note(1, g.velocity().times(1e8 / q[1]), 100);
			note(2, analysis.meetings().get(0).timeSeconds(), t);
			note(3, analysis.meetings().get(0).positionMetres().times(1e6), p[0] + p[1] * t);
		}
		return this;
	}

	private void note(final int i, final Estimate e, final double truth) {
		sum[i] += e.value() - truth;
		squares[i] += (e.value() - truth) * (e.value() - truth);
		errors[i] += e.standardError();
		if (e.covers(truth)) covered[i]++;
	}

	List<String> rows() {
		final java.util.ArrayList<String> rows = new java.util.ArrayList<>();
		for (int i = 0; i < 4; i++) {
			final double mean = sum[i] / runs;
			final double spread = Math.sqrt(squares[i] / runs - mean * mean);
			rows.add(String.format(Locale.ROOT, "| %s | %d of %d | %+.3f | %.3f | %.3f | %.3f | %.1f |", NAMES[i], runs, seeds, mean, 3 *
				spread / Math.sqrt(runs), spread, errors[i] / runs, 100.0 * covered[i] / runs));
		}
		return rows;
	}
}
