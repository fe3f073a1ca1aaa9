package net.operando.analysis.linecut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.analysis.differential.LagPairs;
import net.operando.base.InsufficientDataException;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.FrameGroups;

/**
 * The lag a differential kymograph is best taken over: the smallest number of frames that, averaged, and differenced with
 * the average of as many before, let the strongest rates stand clear of the noise. More frames lower the noise but smear
 * whatever moves. Averages are differenced rather than single frames further apart, which would be noisier. Immutable.
 * <p>
 * The noise of the fractional rate of k averaged frames is sqrt(2 / k) s / lag, with s the relative noise of one
 * intensity, taken from second differences in time (their median absolute value, which steady changes and fronts hardly
 * touch). The signal is the 95th percentile of the rate's size after a running mean over nine positions, with the noise
 * left in it taken off.
 */
public final class LagChoice {

	/** The weakest front the velocity study covers: .19 %/s over .126 %/s of noise. A longer lag would only smear it. */
	private static final double CLEAR = 1.5;
	private static final int[] FRAMES = { 1, 2, 3, 5, 8, 12, 20 };
	private static final int SMOOTHED_POSITIONS = 9;
	/** Median absolute value of a standard normal variable. */
	private static final double NORMAL_MEDIAN = 0.674490;
	/** A lag beyond this fraction of the record leaves too few columns to see anything move. */
	private static final double LONGEST = 0.1;
	/** Intervals longer than so many median ones are pauses, as in binning. */
	private static final double GAP_FACTOR = 1.5;

	private final int frames;
	private final double lagSeconds;
	private final double signalToNoise;
	private final double relativeNoise;

	private LagChoice(final int frames, final double lagSeconds, final double signalToNoise, final double relativeNoise) {
		this.frames = frames;
		this.lagSeconds = lagSeconds;
		this.signalToNoise = signalToNoise;
		this.relativeNoise = relativeNoise;
	}

	/**
	 * @param intensity kymograph of intensities, at least 5 columns
	 * @throws InsufficientDataException if there are fewer columns or no values
	 */
	public static LagChoice of(final Kymograph intensity) {
		if (intensity.columns() < 5) throw new InsufficientDataException("A lag cannot be chosen from " + intensity.columns() +
			" frames: give lagseconds, or more than 4 frames.");
		final double noise = relativeNoise(intensity);
		final double frame = intensity.times().medianIntervalSeconds();
		final double duration = intensity.times().seconds(intensity.columns() - 1) - intensity.times().seconds(0);
		LagChoice best = null;
		for (final int frames : FRAMES) {
			final double lag = frames * frame;
			if (best != null && lag > LONGEST * duration) break;
			final double rateNoise = Math.sqrt(2.0 / frames) * noise / lag;
			final double left = rateNoise / Math.sqrt(SMOOTHED_POSITIONS);
			final double seen = strongestRate(intensity, frames, lag);
			// the 95th percentile of pure noise is 1.96 of its standard deviations
			final double signal = Math.sqrt(Math.max(0, seen * seen - 1.96 * 1.96 * left * left));
			final double ratio = rateNoise > 0 ? signal / rateNoise : Double.POSITIVE_INFINITY;
			if (best == null || ratio > best.signalToNoise) best = new LagChoice(frames, lag, ratio, noise);
			if (best.signalToNoise >= CLEAR) break;
		}
		return best;
	}

	/** Relative noise of one intensity of the kymograph, such as 0.001 for 0.1 %. */
	private static double relativeNoise(final Kymograph k) {
		final List<Double> sizes = new ArrayList<>();
		for (int c = 1; c + 1 < k.columns(); c++) {
			final double before = k.times().seconds(c) - k.times().seconds(c - 1);
			final double after = k.times().seconds(c + 1) - k.times().seconds(c);
			// second differences cancel a steady change only where the intervals agree
			if (Math.abs(after - before) > 0.2 * Math.min(after, before)) continue;
			for (int r = 0; r < k.rows(); r++) {
				final double d = (k.value(c + 1, r) - 2.0 * k.value(c, r) + k.value(c - 1, r)) / k.value(c, r);
				if (Double.isFinite(d)) sizes.add(Math.abs(d));
			}
		}
		if (sizes.isEmpty()) throw new InsufficientDataException(
			"A lag cannot be chosen: the kymograph has no three frames in a row with values; give lagseconds.");
		sizes.sort(null);
		return sizes.get(sizes.size() / 2) / NORMAL_MEDIAN / Math.sqrt(6);
	}

	private static double strongestRate(final Kymograph k, final int frames, final double lag) {
		final FrameGroups groups = FrameGroups.of(k.times(), frames, GAP_FACTOR);
		final double[][] means = new double[groups.count()][k.rows()];
		for (int g = 0; g < means.length; g++)
			for (int c = 0; c < groups.frameCount(g); c++)
				for (int r = 0; r < k.rows(); r++)
					means[g][r] += k.value(groups.firstFrame(g) + c, r) / groups.frameCount(g);
		final LagPairs pairs = LagPairs.of(groups.axis(k.times()), lag);
		final List<Double> sizes = new ArrayList<>();
		final double[] rate = new double[k.rows()];
		for (int p = 0; p < pairs.count(); p++) {
			final double[] first = means[pairs.first(p)];
			final double[] second = means[pairs.second(p)];
			for (int r = 0; r < rate.length; r++)
				rate[r] = (second[r] - first[r]) / (first[r] * pairs.intervalSeconds(p));
			for (int r = 0; r + SMOOTHED_POSITIONS <= rate.length; r++) {
				final double mean = Arrays.stream(rate, r, r + SMOOTHED_POSITIONS).sum() / SMOOTHED_POSITIONS;
				if (Double.isFinite(mean)) sizes.add(Math.abs(mean));
			}
		}
		if (sizes.isEmpty()) return 0;
		sizes.sort(null);
		return sizes.get((int) (0.95 * (sizes.size() - 1)));
	}

	/** Number of frames to average before rates are taken. */
	public int frames() {
		return frames;
	}

	/** The lag in s: a whole number of median frame intervals. */
	public double lagSeconds() {
		return lagSeconds;
	}

	/** Strongest rates over the noise of one position, at this lag. */
	public double signalToNoise() {
		return signalToNoise;
	}

	/** Relative noise of one intensity. */
	public double relativeNoise() {
		return relativeNoise;
	}
}
