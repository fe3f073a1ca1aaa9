package net.operando.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontPolarity;
import net.operando.analysis.front.FrontVelocity;
import net.operando.data.kymograph.Kymograph;

/**
 * Half maxima of rates without noise, read by plain crossing and sharing no code with the tracer: over the columns, averaging and weights
 * that a speed says it was read with, in the piece it was read in. The crest is the largest rate in the half of the piece that the
 * front comes from, and the front is the last place before the least rate ahead at which half of the crest is left. Positions in um.
 */
final class PlainReading {

	/** At either end of a rod its edge, which moves as it grows. */
	private static final double EDGE = 0.6;
	private static final Pattern MEANS = Pattern.compile("(\\d+) means of (\\d+) columns");
	private static final Pattern WIDTH = Pattern.compile("over ([0-9.e+-]+) um");

	private final Kymograph rate;
	private final boolean[] jumps;
	private final double from;
	private final double to;

	/**
	 * @param jumps columns in which the stage is known to have jumped, left out of means
	 * @param from start of the piece, less what is left out beside a crack; @param to its end
	 */
	PlainReading(final Kymograph rate, final boolean[] jumps, final double from, final double to) {
		this.rate = rate;
		this.jumps = jumps;
		this.from = from;
		this.to = to;
	}

	/** Speed in nm/s; NaN if fewer than five of its columns, or three quarters, have a half maximum. */
	double speed(final FrontVelocity f) {
		final Matcher means = MEANS.matcher(f.window());
		final Matcher width = WIDTH.matcher(f.window());
		final boolean averaged = means.find();
		final int merged = averaged ? Integer.parseInt(means.group(2)) : 1;
		final double box = width.find() ? Double.parseDouble(width.group(1)) : 0;
		final boolean weighted = !averaged && f.window().contains("one by one");
		final int direction = f.velocity().value() > 0 ? 1 : -1;
		final double sign = f.polarity() == FrontPolarity.DARK ? -1 : 1;
		int used = 0;
		int read = 0;
		double n = 0;
		double st = 0;
		double sz = 0;
		double stt = 0;
		double stz = 0;
		for (final FrontPoint p : f.points()) {
			if (!p.isUsed()) continue;
			used++;
			final double z = halfMaximum(p.timeSeconds(), merged, box, direction, sign);
			if (Double.isNaN(z)) continue;
			read++;
			final double w = weighted ? Math.pow(p.standardErrorMetres() * 1e6, -2) : 1;
			n += w;
			st += w * p.timeSeconds();
			sz += w * z;
			stt += w * p.timeSeconds() * p.timeSeconds();
			stz += w * p.timeSeconds() * z;
		}
		return read < Math.max(5, 0.75 * used) ? Double.NaN : 1000 * (n * stz - st * sz) / (n * stt - st * st);
	}

	/** Over the columns around a time. */
	double halfMaximum(final double seconds, final int merged, final double box, final int direction, final double sign) {
		int first = 0;
		double nearest = Double.POSITIVE_INFINITY;
		for (int c = 0; c + merged <= rate.columns(); c++) {
			final double away = Math.abs(0.5 * (rate.times().seconds(c) + rate.times().seconds(c + merged - 1)) - seconds);
			if (away < nearest) {
				nearest = away;
				first = c;
			}
		}
		final double step = rate.positionStepMetres() * 1e6;
		final int low = (int) Math.ceil(from / step - 1e-6);
		final int high = Math.min(rate.rows() - 1, (int) Math.floor(to / step));
		final int rows = high - low + 1;
		final double[] v = new double[rows];
		int n = 0;
		for (int c = first; c < first + merged; c++) {
			if (jumps[c]) continue;
			n++;
			for (int z = 0; z < rows; z++)
				v[z] += sign * rate.value(c, direction > 0 ? low + z : high - z);
		}
		if (n == 0) return Double.NaN;
		final int half = (int) Math.round(0.5 * (box / step - 1));
		final double[] mean = new double[rows];
		for (int z = 0; z < rows; z++) {
			int count = 0;
			for (int y = Math.max(0, z - half); y <= Math.min(rows - 1, z + half); y++) {
				mean[z] += v[y];
				count++;
			}
			mean[z] /= count * n;
		}
		final int edge = (int) Math.round(EDGE / step);
		int top = half;
		for (int z = top; z < rows / 2; z++)
			if (mean[z] > mean[top]) top = z;
		int valley = top;
		for (int z = top; z < rows - edge; z++)
			if (mean[z] < mean[valley]) valley = z;
		int last = valley;
		while (last > top && mean[last] < 0.5 * mean[top])
			last--;
		if (!(mean[top] > 0) || last == valley || last == top) return Double.NaN;
		final double at = last + (mean[last] - 0.5 * mean[top]) / (mean[last] - mean[last + 1]);
		return (direction > 0 ? low + at : high - at) * step;
	}
}
