package net.operando.analysis.rod;

import java.util.Random;

import net.operando.base.Progress;
import net.operando.data.movie.MemoryMovie;

/** One painted rod that grows by 7 % and brightens 2.1 times, measured, against its truth. Lengths in nm. */
final class LengthTrial {

	static final int FRAMES = 16;
	private static final int STILL = 4;

	final double[] changeError = new double[FRAMES];
	final double[] changeSigma = new double[FRAMES];
	final double[] lengthError = new double[FRAMES];
	final double[] lengthSigma = new double[FRAMES];
	final double[] strain = new double[FRAMES];
	LengthSeries series;

	private LengthTrial() {}

	static PaintedRod rod(final long seed, final double fringes) {
		final Random random = new Random(seed);
		final PaintedRod rod = new PaintedRod(seed, 11 + 6 * random.nextDouble(), 2 + 1.6 * random.nextDouble(), fringes, 0.3 +
			0.2 * random.nextDouble(), 0.26);
		rod.angleDegrees = 360 * random.nextDouble() - 180;
		rod.anchor = random.nextDouble();
		rod.airyShare = random.nextDouble();
		rod.lag = 0.3 * random.nextDouble();
		return rod;
	}

	static LengthTrial run(final long seed, final double fringes) {
		return run(rod(seed, fringes), seed);
	}

	static LengthTrial run(final PaintedRod rod, final long seed) {
		final LengthTrial trial = new LengthTrial();
		final double[] progress = new double[FRAMES];
		for (int t = 0; t < FRAMES; t++) {
			progress[t] = Math.max(0, (t - 3) / (FRAMES - 4.0));
			trial.strain[t] = 0.07 * progress[t];
		}
		final MemoryMovie movie = rod.movie(trial.strain, progress, 2.1);
		final Random random = new Random(seed ^ 77);
		final double[] a = rod.end(0, 0, rod.size());
		final double[] b = rod.end(1, 0, rod.size());
		// drawn by hand: some pixels off
		final RodAxis line = RodAxis.of(a[0] + 6 * (random.nextDouble() - 0.5), a[1] + 6 * (random.nextDouble() - 0.5), b[0] + 6 *
			(random.nextDouble() - 0.5), b[1] + 6 * (random.nextDouble() - 0.5), Double.NaN);
		trial.series = RodLength.measure(movie, line, new RodLengthParameters().withReference(1, 4).withStartX(0.08),
			ExpansionTable.placeholder(), Progress.NONE);
		final double l0 = 1e3 * rod.length_um;
		for (int t = 0; t < FRAMES; t++) {
			trial.lengthError[t] = 1e9 * trial.series.lengthMetres(t).value() - 1e3 * rod.length_um(trial.strain[t]);
			trial.lengthSigma[t] = 1e9 * trial.series.lengthMetres(t).standardError();
			trial.changeError[t] = (trial.series.strain(t).value() - trial.strain[t]) * l0;
			trial.changeSigma[t] = trial.series.strain(t).standardError() * l0;
		}
		return trial;
	}

	/** Variance of one frame's length by noise alone in nm^2, from the first four frames, in which nothing changes. */
	double stillVariance() {
		double sum = 0;
		double squares = 0;
		for (int t = 0; t < STILL; t++) {
			sum += lengthError[t];
			squares += lengthError[t] * lengthError[t];
		}
		return (squares - sum * sum / STILL) / (STILL - 1);
	}

	/** Scatter of one frame in nm while the rod grows over the carbon, from second differences. */
	double scatter() {
		double sum = 0;
		int n = 0;
		for (int t = 5; t < FRAMES - 1; t++) {
			final double d = changeError[t - 1] - 2 * changeError[t] + changeError[t + 1];
			if (Double.isNaN(d)) continue;
			sum += d * d / 6;
			n++;
		}
		return Math.sqrt(sum / n);
	}

	/** Largest error of x among the frames whose content is not flagged. */
	double worstContentError() {
		final ExpansionTable table = ExpansionTable.placeholder();
		double worst = 0;
		for (int t = 0; t < FRAMES; t++) {
			if (!series.flag(t).equals(LengthSeries.OK)) continue;
			final double truth = bisect(table, (1 + table.elongation(0.08)) * (1 + strain[t]) - 1);
			if (!table.isFlatAt(truth)) worst = Math.max(worst, Math.abs(series.content(t).value() - truth));
		}
		return worst;
	}

	private static double bisect(final ExpansionTable table, final double elongation) {
		double low = 0;
		double high = 1;
		for (int i = 0; i < 60; i++) {
			final double middle = 0.5 * (low + high);
			if (table.elongation(middle) < elongation) low = middle;
			else high = middle;
		}
		return 0.5 * (low + high);
	}
}
