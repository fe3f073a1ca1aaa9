package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.Progress;

/**
 * Finds fronts as straight lines in the position-time plane along which the smoothed signal, in units of its noise, adds
 * up to more than noise can (a Radon transform with the best stretch of each line). What is homogeneous along a column is
 * removed first, by its median. Strongest first; what lies about a front found is then left out. Lengths in um, times in s.
 */
final class FrontDetector {

	/**
	 * Smallest sum, in standard deviations of a sum of independent noise, that is called a front. Some 1e5 correlated lines
	 * and stretches are tried; the false alarm rate with it is measured in docs/validation/front-velocity.md.
	 */
	static final double THRESHOLD = 8;
	/** A stretch of a line goes on while the mean stays above this many standard deviations. */
	private static final double FLOOR = 1.0;
	private static final int FEWEST_COLUMNS = 3;

	private final double[][] signal;
	private final double[] positions;
	private final double[] seconds;
	private final double step;
	private final double length;
	private final double leastTravel;
	private final boolean edges;

	/**
	 * @param signal smoothed values in units of their standard deviation, column by column; NaN where there is none
	 * @param positions in um, evenly spaced
	 * @param seconds times of the columns
	 * @param edges whether the signal is that of edges: they may stand still, and one is bright if the bright side is
	 *          behind it; else a line must travel 8 % of the length
	 */
	FrontDetector(final double[][] signal, final double[] positions, final double[] seconds, final boolean edges) {
		this.leastTravel = edges ? 0 : 0.08;
		this.edges = edges;
		this.signal = new double[signal.length][];
		for (int c = 0; c < signal.length; c++)
			this.signal[c] = signal[c].clone();
		this.positions = positions;
		this.seconds = seconds;
		this.step = positions[1] - positions[0];
		this.length = positions[positions.length - 1] - positions[0];
	}

	/** Up to {@code most} fronts of the wanted polarity. */
	List<PilotFront> find(final int most, final FrontPolarity polarity, final double clearance, final Progress progress) {
		final List<PilotFront> found = new ArrayList<>();
		while (found.size() < most) {
			progress.checkCancelled();
			final PilotFront best = strongest(polarity);
			if (best == null || best.score < THRESHOLD) break;
			found.add(best);
			clear(best, clearance);
		}
		return found;
	}

	private PilotFront strongest(final FrontPolarity polarity) {
		PilotFront best = null;
		final int columns = seconds.length;
		if (columns < FEWEST_COLUMNS) return null;
		final double span = seconds[columns - 1] - seconds[0];
		final double interval = medianInterval();
		final double slowest = (edges ? 0.01 : 0.1) * length / span;
		final double fastest = 0.5 * length / interval;
		final double[] along = new double[columns];
		for (double speed = slowest; speed <= fastest; speed *= 1.12)
			for (int direction = 1; direction >= -1; direction -= 2) {
				final double v = direction * speed;
				final double low = positions[0] - Math.max(0, v * span);
				final double high = positions[positions.length - 1] - Math.min(0, v * span);
				for (double at = low; at <= high; at += Math.max(step, length / 60)) {
					final int a = firstInside(at, v);
					final int b = sample(at, v, along, a);
					best = better(best, along, a, b, at, v, 1, polarity);
					best = better(best, along, a, b, at, v, -1, polarity);
				}
			}
		return best;
	}

	private int firstInside(final double at, final double v) {
		final double entry = v > 0 ? (positions[0] - at) / v : (positions[positions.length - 1] - at) / v;
		final int i = Arrays.binarySearch(seconds, seconds[0] + entry);
		return Math.max(0, i >= 0 ? i : -i - 1);
	}

	/** Fills in the signal along a line and returns the column after its last. */
	private int sample(final double at, final double v, final double[] along, final int from) {
		int c = from;
		for (; c < seconds.length; c++) {
			final long row = Math.round((at + v * (seconds[c] - seconds[0]) - positions[0]) / step);
			if (row < 0 || row >= positions.length) break;
			final double s = signal[c][(int) row];
			along[c] = Double.isNaN(s) ? 0 : s;
		}
		return c;
	}

	private PilotFront better(final PilotFront best, final double[] along, final int from, final int to, final double at,
		final double v, final double sign, final FrontPolarity polarity)
	{
		if (to - from < FEWEST_COLUMNS || !polarity.admits(edges ? sign * Math.signum(v) : sign)) return best;
		PilotFront winner = best;
		double run = 0;
		double sum = 0;
		int start = from;
		for (int c = from; c < to; c++) {
			if (run <= 0) {
				run = 0;
				sum = 0;
				start = c;
			}
			final double s = sign * along[c];
			run += s - FLOOR;
			sum += s;
			final int n = c - start + 1;
			if (n < FEWEST_COLUMNS) continue;
			final double score = sum / Math.sqrt(n);
			final boolean travels = Math.abs(v) * (seconds[c] - seconds[start]) >= leastTravel * length;
			if (travels && (winner == null || score > winner.score)) winner = new PilotFront(sign, v, seconds[0], at, start, c,
				score, Double.NaN, Double.NaN, Double.NaN);
		}
		return winner;
	}

	/** Leaves out what the front explains: about it, and three times as far behind. */
	private void clear(final PilotFront front, final double clearance) {
		for (int c = 0; c < seconds.length; c++) {
			final double line = front.at(seconds[c]);
			for (int z = 0; z < positions.length; z++) {
				final double ahead = front.direction() * (positions[z] - line);
				if (ahead < clearance && ahead > -3 * clearance) signal[c][z] = Double.NaN;
			}
		}
	}

	private double medianInterval() {
		final double[] d = new double[seconds.length - 1];
		for (int i = 0; i < d.length; i++)
			d[i] = seconds[i + 1] - seconds[i];
		Arrays.sort(d);
		return d[d.length / 2];
	}
}
