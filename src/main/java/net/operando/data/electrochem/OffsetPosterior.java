package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fine estimate: the joint posterior of offset and drift, with flat priors, on grids refined around its mass. What is
 * not wanted is summed out: the time constant of the response (a grid), where between two samples the current changed,
 * and how much each file's start was cut by (even over the resolution, one value per file). A step whose intensity
 * changed elsewhere, for another reason, cannot pull the rest along: each step may with 2 % be such a one.
 */
final class OffsetPosterior {

	private static final double STRAY = 0.02;
	private static final int OFFSETS = 41;
	private static final int DRIFTS = 21;
	private static final int LEVELS = 5;
	private static final int CUTS = 17;
	private static final int TABLE = 81;
	/** Time constants less likely than exp(-14) of the best are left out of the finer grids. */
	private static final double NEGLIGIBLE = 14;

	/** A step with the frames beside it. */
	private static final class Window {

		CurrentChange change;
		int from;
		int end;
		/** Movie time around which the step is sought. */
		double centre;
		/** Log-likelihood per time constant over the sought movie times. */
		double[][] table;
		double logNorm = Double.NaN;
	}

	private final KinkFit fit;
	private final double[] allTau;
	private double[] tau;
	private double[] bestOfTau;
	private final List<Window> windows = new ArrayList<>();
	private final double reach;
	private final double cutSeconds;
	private double centre;
	private double noiseFactor = 1;
	private double tableHalf;
	private double tableStep;
	private double tableOffset;
	private double tableDrift;

	double offset;
	double offsetError;
	double drift;
	double driftError;
	double covariance;

	/**
	 * @param reach how far from the coarse offset is looked, in s
	 * @param cutSeconds resolution of the start times, if several files share the clock, otherwise 0
	 */
	OffsetPosterior(final double[] t, final double[] y, final List<CurrentChange> changes, final double coarse,
		final double window, final double reach, final double[] tau, final double cutSeconds)
	{
		fit = new KinkFit(t, y);
		allTau = tau;
		this.tau = tau;
		bestOfTau = new double[tau.length];
		this.reach = reach;
		this.cutSeconds = cutSeconds;
		for (int k = 0; k < changes.size(); k++) {
			final CurrentChange c = changes.get(k);
			final double before = k == 0 ? window : Math.min(window, 0.9 * (c.earliestSeconds - changes.get(k -
				1).latestSeconds));
			final double after = k == changes.size() - 1 ? window : Math.min(window, 0.9 * (changes.get(k +
				1).earliestSeconds - c.latestSeconds));
			final Window w = new Window();
			w.change = c;
			w.centre = c.seconds() - coarse;
			w.from = firstAtOrAfter(t, w.centre - before);
			w.end = firstAtOrAfter(t, w.centre + after);
			final int at = firstAtOrAfter(t, w.centre);
			if (at - w.from >= 4 && w.end - at >= 5 && w.end - w.from >= 2 * KinkFit.PARAMETERS) windows.add(w);
		}
		for (final Window w : windows)
			centre += w.centre / windows.size();
	}

	private static int firstAtOrAfter(final double[] t, final double seconds) {
		final int i = Arrays.binarySearch(t, seconds);
		return i >= 0 ? i : -i - 1;
	}

	int steps() {
		return windows.size();
	}

	/** Time in s from the first to the last step used. */
	double span() {
		return windows.get(windows.size() - 1).centre - windows.get(0).centre;
	}

	/**
	 * Estimates offset and drift at {@link #centre()}.
	 *
	 * @param coarse offset to look around, in s
	 * @param maximumDrift largest drift (dimensionless) considered; 0 keeps the drift at 0
	 */
	void estimate(final double coarse, final double maximumDrift) {
		tau = allTau;
		double o = coarse;
		double oReach = reach;
		double d = 0;
		double dReach = maximumDrift;
		for (int level = 0; level < LEVELS; level++) {
			final double margin = dReach * Math.max(centre - windows.get(0).centre, windows.get(windows.size() - 1).centre -
				centre) + 0.5 * cutSeconds;
			fillTables(o, oReach + margin, d, level == 0);
			for (final Window w : windows)
				mixInStrays(w);
			moments(o, oReach, d, dReach);
			// a spread below the grid's own step only says that the grid is too coarse
			final double oSpread = Math.max(offsetError, 2 * oReach / (OFFSETS - 1));
			final double dSpread = dReach == 0 ? 0 : Math.max(driftError, 2 * dReach / (DRIFTS - 1));
			final boolean fine = offsetError > 1.6 * 2 * oReach / (OFFSETS - 1) && (dReach == 0 || driftError > 1.6 * 2 *
				dReach / (DRIFTS - 1));
			if (fine) return;
			dropUnlikely();
			o = offset;
			oReach = Math.min(oReach, 5 * oSpread);
			d = drift;
			dReach = Math.min(dReach, 5 * dSpread);
		}
	}

	/** The noise factor, from the first level of an estimate without drift. */
	void calibrate(final double coarse) {
		tau = allTau;
		fillTables(coarse, reach + 0.5 * cutSeconds, 0, true);
		noiseFactor = estimatedNoiseFactor();
	}

	private void dropUnlikely() {
		final double best = Arrays.stream(bestOfTau).max().getAsDouble();
		final double[] kept = new double[tau.length];
		int n = 0;
		for (int k = 0; k < tau.length; k++)
			if (bestOfTau[k] > best - NEGLIGIBLE) kept[n++] = tau[k];
		tau = Arrays.copyOf(kept, n);
	}

	/** Movie time in s at which the offset is given: the mean time of the steps, where offset and drift do not mix. */
	double centre() {
		return centre;
	}

	/** Factor by which log-likelihoods are reduced because the noise of neighbouring frames goes together; 1 for white. */
	double noiseFactor() {
		return noiseFactor;
	}

	private double estimatedNoiseFactor() {
		double products = 0;
		double squares = 0;
		double frames = 0;
		for (final Window w : windows) {
			double best = Double.NEGATIVE_INFINITY;
			int bestTau = 0;
			int bestAt = 0;
			for (int k = 0; k < tau.length; k++)
				for (int j = 0; j < TABLE; j++)
					if (w.table[k][j] > best) {
						best = w.table[k][j];
						bestTau = k;
						bestAt = j;
					}
			final double[] s = fit.residualCorrelation(w.from, w.end, tableStart(w) + bestAt * tableStep, tau[bestTau]);
			// each window counts by its frames, not by its noise
			products += (w.end - w.from) * s[0] / s[1];
			squares += w.end - w.from;
			frames += w.end - w.from;
		}
		final double rho = products / squares;
		return rho > 2 / Math.sqrt(frames) ? (1 - Math.min(0.95, rho)) / (1 + Math.min(0.95, rho)) : 1;
	}

	/** Movie time at which the middle of the grids puts a step. */
	private double middle(final Window w) {
		return centre + (w.change.seconds() - centre - tableOffset) / (1 + tableDrift);
	}

	private double tableStart(final Window w) {
		return middle(w) - tableHalf;
	}

	private void fillTables(final double o, final double half, final double d, final boolean first) {
		tableOffset = o;
		tableDrift = d;
		tableHalf = half * 1.01 + 1e-9;
		tableStep = 2 * tableHalf / (TABLE - 1);
		for (final Window w : windows) {
			final double[][] raw = new double[tau.length][TABLE];
			for (int k = 0; k < tau.length; k++)
				for (int j = 0; j < TABLE; j++)
					raw[k][j] = fit.logLikelihood(w.from, w.end, tableStart(w) + j * tableStep, tau[k]);
			w.table = raw;
			if (first) w.logNorm = logMean(raw);
			final int blur = (int) Math.round(0.5 * (w.change.latestSeconds - w.change.earliestSeconds) / tableStep);
			if (blur > 0) for (int k = 0; k < tau.length; k++)
				w.table[k] = blurred(raw[k], Math.min(blur, TABLE));
		}
	}

	private static double logMean(final double[][] x) {
		double max = Double.NEGATIVE_INFINITY;
		for (final double[] row : x)
			for (final double v : row)
				max = Math.max(max, v);
		double sum = 0;
		int n = 0;
		for (final double[] row : x)
			for (final double v : row) {
				sum += Math.exp(v - max);
				n++;
			}
		return max + Math.log(sum / n);
	}

	/** Logarithm of the running mean of exp(x): the change may lie anywhere between two samples. */
	private static double[] blurred(final double[] x, final int reach) {
		final double[] y = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			final int from = Math.max(0, i - reach);
			final int end = Math.min(x.length, i + reach + 1);
			double max = Double.NEGATIVE_INFINITY;
			for (int j = from; j < end; j++)
				max = Math.max(max, x[j]);
			double sum = 0;
			for (int j = from; j < end; j++)
				sum += Math.exp(x[j] - max);
			y[i] = max + Math.log(sum / (end - from));
		}
		return y;
	}

	/** Makes the table relative to its mean over the search, where a change for another reason lies with equal chance anywhere. */
	private void mixInStrays(final Window w) {
		for (final double[] row : w.table)
			for (int j = 0; j < TABLE; j++) {
				final double x = noiseFactor * (row[j] - w.logNorm);
				row[j] = x > 30 ? x : Math.log((1 - STRAY) * Math.exp(x) + STRAY);
			}
	}

	/** Log-likelihood of a step at a movie time. */
	private double step(final Window w, final int k, final double m) {
		final double j = Math.min(TABLE - 1.000001, Math.max(0, (m - tableStart(w)) / tableStep));
		final int i = (int) j;
		return w.table[k][i] + (j - i) * (w.table[k][i + 1] - w.table[k][i]);
	}

	private void moments(final double o, final double oReach, final double d, final double dReach) {
		final int drifts = dReach == 0 ? 1 : DRIFTS;
		bestOfTau = new double[tau.length];
		Arrays.fill(bestOfTau, Double.NEGATIVE_INFINITY);
		final double[][] log = new double[OFFSETS][drifts];
		double max = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < OFFSETS; i++)
			for (int j = 0; j < drifts; j++) {
				final double delta = o + oReach * (2.0 * i / (OFFSETS - 1) - 1);
				final double slope = drifts == 1 ? d : d + dReach * (2.0 * j / (drifts - 1) - 1);
				log[i][j] = logLikelihood(delta, slope);
				max = Math.max(max, log[i][j]);
			}
		double sum = 0;
		double so = 0;
		double sd = 0;
		double soo = 0;
		double sdd = 0;
		double sod = 0;
		for (int i = 0; i < OFFSETS; i++)
			for (int j = 0; j < drifts; j++) {
				final double p = Math.exp(log[i][j] - max);
				final double x = oReach * (2.0 * i / (OFFSETS - 1) - 1);
				final double z = drifts == 1 ? 0 : dReach * (2.0 * j / (drifts - 1) - 1);
				sum += p;
				so += p * x;
				sd += p * z;
				soo += p * x * x;
				sdd += p * z * z;
				sod += p * x * z;
			}
		offset = o + so / sum;
		drift = d + sd / sum;
		offsetError = Math.sqrt(Math.max(0, soo / sum - so / sum * so / sum));
		driftError = Math.sqrt(Math.max(0, sdd / sum - sd / sum * sd / sum));
		covariance = sod / sum - so / sum * sd / sum;
	}

	/** Sums over time constants and, per file, over how much its start was cut. */
	private double logLikelihood(final double delta, final double slope) {
		final double[] perTau = new double[tau.length];
		for (int k = 0; k < tau.length; k++)
			for (int w = 0; w < windows.size();) {
				int end = w + 1;
				while (end < windows.size() && windows.get(end).change.segment == windows.get(w).change.segment)
					end++;
				perTau[k] += file(w, end, k, delta, slope);
				w = end;
			}
		for (int k = 0; k < tau.length; k++)
			bestOfTau[k] = Math.max(bestOfTau[k], perTau[k]);
		return logMean(new double[][] { perTau });
	}

	private double file(final int from, final int end, final int k, final double delta, final double slope) {
		if (cutSeconds == 0) return sum(from, end, k, delta, slope);
		final double[] perCut = new double[CUTS];
		for (int u = 0; u < CUTS; u++)
			perCut[u] = sum(from, end, k, delta + cutSeconds * ((u + 0.5) / CUTS - 0.5), slope);
		return logMean(new double[][] { perCut });
	}

	private double sum(final int from, final int end, final int k, final double delta, final double slope) {
		double sum = 0;
		for (int w = from; w < end; w++)
			sum += step(windows.get(w), k, centre + (windows.get(w).change.seconds() - centre - delta) / (1 + slope));
		return sum;
	}
}
