package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/**
 * One condition of the study: a prescribed front seen many times through different noise. The truth of a run is the same
 * definition, column by column, of the same front without noise and without the homogeneous change, and the same
 * line through the same columns.
 */
final class VelocityTrial {

	/** An estimator that is not the product's: speed in um/s, or NaN. */
	interface Rival extends Function<Kymograph, Double> {
	}

	static final double HALF_UM = PrescribedFront.ROD_UM / 2;
	/** The settings of the tracer were chosen on runs with seeds 1000 to 1999; these are others. */
	static final long FIRST_SEED = 500_000;
	private static final double BRIGHTENING = 0.002;
	private static final double TAU = 4;
	final String name;
	private final double[] seconds;
	private final double[][] frames;
	private final double[][] pure;
	private final double dropped;
	private final double noise;
	private final FrontParameters parameters;

	int seeds;
	int known;
	int tooFew;
	int missed;
	int covered;
	int flagged;
	double bias;
	double spread;
	double error;
	double columns;

	VelocityTrial(final String name, final PrescribedFront front, final double speed, final FrontCriterion criterion,
		final double dropped, final boolean pause, final double noise, final double stopUm)
	{
		this.name = name;
		this.dropped = dropped;
		this.noise = noise;
		this.parameters = new FrontParameters().withCriterion(criterion).withMaxFronts(1);
		this.seconds = times(-5.3, HALF_UM / speed + (stopUm < HALF_UM ? 10 : 0), pause ? 0.4 * HALF_UM / speed : Double.NaN);
		this.frames = front.logFrames(seconds, speed, 0, BRIGHTENING, TAU, stopUm);
		this.pure = front.logFrames(seconds, speed, 0, 0, TAU, stopUm);
	}

	/** Frames at 1 Hz with a jitter of 10 ms, and if asked one interval of 10 s. */
	static double[] times(final double from, final double to, final double pauseAt) {
		final Random random = new Random(5);
		final List<Double> t = new ArrayList<>();
		for (double x = from; x <= to; x += 1) {
			t.add(x + 0.01 * random.nextGaussian());
			if (x <= pauseAt && x + 1 > pauseAt) x += 9;
		}
		return t.stream().mapToDouble(Double::doubleValue).toArray();
	}

	VelocityTrial run(final int count) {
		seeds = count;
		double sum = 0;
		double squares = 0;
		for (int seed = 0; seed < count; seed++) {
			final Random random = new Random(FIRST_SEED + seed);
			final boolean[] kept = kept(random);
			final Kymograph k = PrescribedFront.rates(frames, seconds, kept, random, noise);
			final List<FrontVelocity> found = FrontTracer.trace(k, parameters, Progress.NONE).fronts();
			if (found.isEmpty()) missed++;
			else if (!found.get(0).velocity().isKnown()) tooFew++;
			else {
				final FrontVelocity f = found.get(0);
				final double truth = truth(f, PrescribedFront.rates(pure, seconds, kept, null, 0), parameters.criterion(), false);
				final double e = f.velocity().value() * 1e6 / truth - 1;
				sum += e;
				squares += e * e;
				error += f.velocity().standardError() * 1e6 / truth;
				columns += f.velocity().n();
				if (f.velocity().times(1e6).covers(truth)) covered++;
				if (!FrontVelocity.OK.equals(f.flag())) flagged++;
				known++;
			}
		}
		bias = sum / known;
		spread = Math.sqrt(squares / known - bias * bias);
		error /= known;
		columns /= known;
		return this;
	}

	/** The same data through another estimator; its truth is its own output without noise and homogeneous change. */
	double[] rival(final Rival rival, final int count) {
		double sum = 0;
		double squares = 0;
		int n = 0;
		final double truth = rival.apply(PrescribedFront.rates(pure, seconds, null, null, 0));
		for (int seed = 0; seed < count; seed++) {
			final double e = rival.apply(PrescribedFront.rates(frames, seconds, null, new Random(FIRST_SEED + seed), noise)) / truth - 1;
			if (Double.isNaN(e)) continue;
			sum += e;
			squares += e * e;
			n++;
		}
		final double mean = sum / n;
		return new double[] { mean, Math.sqrt(squares / n - mean * mean), n };
	}

	private boolean[] kept(final Random random) {
		final boolean[] kept = new boolean[seconds.length];
		for (int i = 0; i < kept.length; i++)
			kept[i] = dropped == 0 || random.nextDouble() >= dropped;
		return kept;
	}

	/** Slope of the noise-free positions in the columns a velocity rests on, in um/s. */
	static double truth(final FrontVelocity f, final Kymograph clean, final FrontCriterion criterion,
		final boolean mirrored)
	{
		final double[] line = truthLine(f, clean, criterion, mirrored);
		return line[1];
	}

	/** Intercept and slope of those. */
	static double[] truthLine(final FrontVelocity f, final Kymograph clean, final FrontCriterion criterion,
		final boolean mirrored)
	{
		double n = 0;
		double st = 0;
		double sz = 0;
		double stt = 0;
		double stz = 0;
		for (final FrontPoint p : f.points()) {
			if (!p.isUsed()) continue;
			final double t = p.timeSeconds();
			final double z = position(clean, clean.times().nearest(t), criterion, mirrored);
			n++;
			st += t;
			sz += z;
			stt += t * t;
			stz += t * z;
		}
		final double slope = (n * stz - st * sz) / (n * stt - st * st);
		return new double[] { (sz - slope * st) / n, slope };
	}

	/** The definition in one noise-free column of a single dark front. */
	static double position(final Kymograph k, final int column, final FrontCriterion criterion, final boolean mirrored) {
		final int n = k.rows();
		final double[] v = new double[n];
		int top = 0;
		for (int z = 0; z < n; z++) {
			v[z] = -k.value(column, mirrored ? n - 1 - z : z);
			if (v[z] > v[top]) top = z;
		}
		double at = Double.NaN;
		if (criterion == FrontCriterion.EXTREMUM) {
			at = top;
			if (top > 0 && top < n - 1) at += 0.5 * (v[top - 1] - v[top + 1]) / (v[top - 1] - 2 * v[top] + v[top + 1]);
		}
		else for (int i = top + 1; i < n; i++)
			if (v[i] < v[top] / 2 && v[i - 1] >= v[top] / 2) at = i - 1 + (v[i - 1] - v[top] / 2) / (v[i - 1] - v[i]);
		return (mirrored ? n - 1 - at : at) * PrescribedFront.STEP_UM;
	}

	double coverage() {
		return covered / (double) known;
	}

	/** Three standard errors of the mean error, or 1 %, whichever is larger. */
	double allowance() {
		return Math.max(0.01, 3 * spread / Math.sqrt(known));
	}

	String row() {
		return String.format(Locale.ROOT, "| %s | %d | %.1f | %+.2f | %.2f | %.2f | %.2f | %.1f | %d | %d | %d |", name, known, columns,
			100 * bias, 300 * spread / Math.sqrt(known), 100 * spread, 100 * error, 100 * coverage(), flagged, tooFew, missed);
	}

	static final String HEAD =
		"| condition | runs with a speed | columns | bias % | 3 s.e.m. % | spread % | mean s.e. % | in 95 % interval, % | flagged | too_few | missed |\n|---|---|---|---|---|---|---|---|---|---|---|";
}
