package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import net.operando.analysis.front.PrescribedFront.Growth;
import net.operando.analysis.front.PrescribedFront.Shape;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/**
 * A prescribed front of 600 nm/s along which paths are drawn by an unsteady hand: .5 um off and 10 % too steep or flat, as standard
 * deviations. Truth as in {@link VelocityTrial}, in the columns that the refit used.
 */
final class DrawnFrontTrial {

	static final String HEAD =
		"| what is there | paths | with a speed | mean error, % | 3 s.e.m., % | spread, % | mean s.e., % | in 95 % interval |\n" +
			"|---|---|---|---|---|---|---|---|";
	private static final double[] SECONDS = VelocityTrial.times(-5.3, 22, Double.NaN);
	private static final PrescribedFront FRONT = new PrescribedFront(Shape.ERF_EXP, Growth.WHOLE);
	private static final double SPEED = 0.6;
	/** Middle of the stretch drawn, and half of it, in s. */
	private static final double MIDDLE = 8.5;
	private static final double HALF = 6.5;

	private final double opposed;
	int runs;
	int known;
	int covered;
	private double sum;
	private double squares;
	private double errors;

	/** @param opposed speed of a front from the other end in um/s; 0 for none */
	DrawnFrontTrial(final double opposed) {
		this.opposed = opposed;
	}

	DrawnFrontTrial run(final long firstSeed, final int count) {
		final Kymograph pure = PrescribedFront.rates(FRONT.logFrames(SECONDS, SPEED, 0, 0, 4, 1e9), SECONDS, null, null, 0);
		final double[][] frames = FRONT.logFrames(SECONDS, SPEED, opposed, 0.002, 4, 1e9);
		for (int i = 0; i < count; i++) {
			final Random random = new Random(firstSeed + i);
			final Kymograph k = PrescribedFront.rates(frames, SECONDS, null, random, PrescribedFront.FRAME_NOISE);
			final List<FrontVelocity> others = new ArrayList<>();
			if (opposed > 0) for (final FrontVelocity f : FrontTracer.trace(k, new FrontParameters(), Progress.NONE).fronts())
				if (f.velocity().value() < 0) others.add(f);
			final double offset = 0.5 * random.nextGaussian();
			final double tilt = 1 + 0.1 * random.nextGaussian();
			final double middle = SPEED * MIDDLE + offset;
			final FrontVelocity f = refit(k, MIDDLE - HALF, middle - SPEED * tilt * HALF, MIDDLE + HALF, middle + SPEED * tilt * HALF,
				others, FrontCriterion.HALF_MAX);
			runs++;
			if (!f.velocity().isKnown()) continue;
			final double truth = VelocityTrial.truthLine(f, pure, FrontCriterion.HALF_MAX, false)[1];
			final double error = f.velocity().value() * 1e6 / truth - 1;
			known++;
			if (f.velocity().times(1e6).covers(truth)) covered++;
			sum += error;
			squares += error * error;
			errors += f.velocity().standardError() * 1e6 / truth;
		}
		return this;
	}

	private static FrontVelocity refit(final Kymograph k, final double t0, final double z0, final double t1, final double z1,
		final List<FrontVelocity> others, final FrontCriterion criterion)
	{
		return FrontRefit.along(k, FrontPath.of(new double[] { t0, t1 }, new double[] { z0 * 1e-6, z1 * 1e-6 }), new double[0], others,
			new FrontParameters().withCriterion(criterion), 1, Progress.NONE);
	}

	double meanError() {
		return sum / known;
	}

	double spread() {
		return Math.sqrt((squares - sum * sum / known) / (known - 1));
	}

	String row() {
		return String.format(Locale.ROOT, "| %s | %d | %d | %+.2f | %.2f | %.2f | %.2f | %.1f %% |", opposed > 0
			? "the front and another towards it" : "the front alone", runs, known, 100 * meanError(), 300 * spread() / Math.sqrt(known),
			100 * spread(), 100 * errors / known, 100.0 * covered / known);
	}

	/** How many of so many paths across noise alone get a speed by a criterion. */
	static int alarms(final long firstSeed, final int count, final FrontCriterion criterion) {
		final double[][] quiet = new double[SECONDS.length][295];
		int alarms = 0;
		for (int i = 0; i < count; i++) {
			final Random random = new Random(firstSeed + i);
			final Kymograph k = PrescribedFront.rates(quiet, SECONDS, null, random, PrescribedFront.FRAME_NOISE);
			if (refit(k, -3, 1 + 18 * random.nextDouble(), 18, 1 + 18 * random.nextDouble(), List.of(), criterion).velocity().isKnown())
				alarms++;
		}
		return alarms;
	}
}
