package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.numeric.LineFit;
import net.operando.base.quantity.Estimate;

/**
 * The definitions taken literally, for data free of noise: a position in every column and a least-squares line over the
 * first contiguous passage from 12 to 88 % of the half length (over the path between columns, so that the result does not
 * depend on the cadence). If fronts come from both ends the half length is half
 * the line, else the whole ("face to symmetry plane, or to the closed end"). Lengths in um, times in s.
 */
final class PlainTracing {

	private static final double WINDOW_FROM = 0.12;
	private static final double WINDOW_TO = 0.88;
	private static final int FEWEST = 5;

	private final RateGrid grid;
	private final FrontParameters parameters;
	private final double onset;

	PlainTracing(final RateGrid grid, final FrontParameters parameters) {
		this.grid = grid;
		this.parameters = parameters;
		this.onset = Double.isNaN(parameters.fromSeconds()) ? grid.intervals.begin(grid.columns[0]) : parameters
			.fromSeconds();
	}

	List<TracedFront> trace() {
		final List<TracedFront> found = new ArrayList<>();
		final int rows = grid.rows();
		final boolean start = isFront(1, (rows - 1) / 2);
		final boolean end = isFront(-1, (rows - 1) / 2);
		for (int direction = 1; direction >= -1; direction -= 2) {
			final boolean here = direction > 0 ? start : end;
			final boolean there = direction > 0 ? end : start;
			if (here && found.size() < parameters.maxFronts()) found.add(trace(direction, there ? 0.5 * grid.length() : grid
				.length(), there));
		}
		return found;
	}

	/**
	 * Whether the half maximum starts in the outer quarter of a half and passes on inward to its middle, and takes the
	 * crest along: where diffusion is fast everywhere the rate spreads too, but stays largest at the end.
	 */
	private boolean isFront(final int direction, final int rows) {
		boolean outside = false;
		for (int c = 0; c < grid.seconds.length; c++) {
			final double s = position(c, direction, rows + 1, FrontCriterion.HALF_MAX) / (rows * grid.step);
			if (s < 0.25) outside = true;
			if (outside && s > 0.5) return position(c, direction, rows + 1, FrontCriterion.EXTREMUM) > 0.1 * rows * grid.step;
		}
		return false;
	}

	private TracedFront trace(final int direction, final double half, final boolean both) {
		final int rows = both ? (grid.rows() + 1) / 2 : grid.rows();
		final List<FrontPoint> points = new ArrayList<>();
		final List<Double> t = new ArrayList<>();
		final List<Double> z = new ArrayList<>();
		final double low = WINDOW_FROM * half;
		final double high = WINDOW_TO * half;
		double before = Double.NaN;
		boolean over = false;
		int n = 0;
		for (int c = 0; c < grid.seconds.length; c++) {
			final double s = position(c, direction, rows, parameters.criterion());
			final boolean used = !over && s >= low && s <= high;
			if (!over && s >= low && z.isEmpty() && before < low) add(t, z, crossing(c, before, s, low), low);
			if (used) add(t, z, grid.seconds[c], s);
			if (!over && s > high && !z.isEmpty()) add(t, z, crossing(c, before, s, high), high);
			over |= !z.isEmpty() && !used;
			before = s;
			if (Double.isNaN(s)) continue;
			if (used) n++;
			points.add(new FrontPoint(grid.seconds[c], (direction > 0 ? grid.positions[0] + s : grid.positions[grid.rows() - 1] -
				s) * 1e-6, Double.NaN, used));
		}
		final double sign = sign();
		final FrontOrigin origin = direction > 0 ? FrontOrigin.START : FrontOrigin.END;
		final PilotFront pilot = new PilotFront(sign, direction, 0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN,
			Double.NaN);
		if (parameters.criterion() == FrontCriterion.ARRIVAL) return arrival(pilot, origin, half, direction, points);
		final String window = String.format(Locale.ROOT, "positions from 12 to 88 %% of the half length %.4g um", half);
		if (n < FEWEST) return TracedFront.without(pilot, origin, points, n, parameters.criterion(), window,
			FrontVelocity.TOO_FEW);
		final double error = LineFit.leastSquares(array(t), array(z)).slopeError();
		final LineFit line = continuous(array(t), array(z));
		final double mean = (t.get(0) + t.get(t.size() - 1)) / 2;
		final double at = direction > 0 ? grid.positions[0] + line.at(mean) : grid.positions[grid.rows() - 1] - line.at(mean);
		return new TracedFront(pilot, origin, points, Estimate.normal(direction * line.slope(), error, n, parameters.criterion()
			.key()).times(1e-6), window, FrontVelocity.OK, mean, at, direction * line.slope(), null, null, null, 1);
	}

	private static void add(final List<Double> t, final List<Double> z, final double seconds, final double position) {
		if (!t.isEmpty() && seconds <= t.get(t.size() - 1)) return;
		t.add(seconds);
		z.add(position);
	}

	/** When the path passed a position between the column before and this one. */
	private double crossing(final int column, final double before, final double now, final double position) {
		return grid.seconds[column - 1] + (position - before) / (now - before) * (grid.seconds[column] - grid.seconds[column -
			1]);
	}

	/**
	 * Least squares over the path as a whole, taken straight between columns, instead of over the columns: the columns at
	 * the ends of the window would else decide by their phase (by 3 % at two columns per lag), and so would the cadence.
	 */
	private static LineFit continuous(final double[] t, final double[] z) {
		final int samples = 1000;
		final double[] x = new double[samples];
		final double[] y = new double[samples];
		int j = 1;
		for (int i = 0; i < samples; i++) {
			x[i] = t[0] + (t[t.length - 1] - t[0]) * i / (samples - 1);
			while (j < t.length - 1 && t[j] < x[i])
				j++;
			y[i] = z[j - 1] + (z[j] - z[j - 1]) * (x[i] - t[j - 1]) / (t[j] - t[j - 1]);
		}
		return LineFit.leastSquares(x, y);
	}

	private TracedFront arrival(final PilotFront pilot, final FrontOrigin origin, final double half, final int direction,
		final List<FrontPoint> points)
	{
		final double at = arrivalSeconds(half);
		final String window = String.format(Locale.ROOT, "half length %.4g um, onset at %.4g s", half, onset);
		if (Double.isNaN(at)) return TracedFront.without(pilot, origin, points, 0, FrontCriterion.ARRIVAL, window,
			FrontVelocity.NOT_REACHED);
		final double speed = direction * half / (at - onset);
		final double centre = direction > 0 ? grid.positions[0] + half : grid.positions[grid.rows() - 1] - half;
		return new TracedFront(pilot, origin, points, Estimate.normal(speed, Double.NaN, 1, FrontCriterion.ARRIVAL.key()).times(
			1e-6), window, FrontVelocity.OK, at, centre, speed, null, null, null, 1);
	}

	/** When the far end of the half length reaches half the mean rate, interpolated between columns. */
	private double arrivalSeconds(final double half) {
		final double sign = sign();
		final double row = half / grid.step;
		final boolean both = half < 0.75 * grid.length();
		double before = Double.NaN;
		for (int c = 0; c < grid.seconds.length; c++) {
			double mean = 0;
			for (final double v : grid.values[c])
				mean += v / grid.rows();
			final int r = (int) Math.min(grid.rows() - 2, Math.floor(row));
			final double start = grid.values[c][r] + (row - r) * (grid.values[c][r + 1] - grid.values[c][r]);
			final double far = both ? start : farEnd(c);
			final double excess = sign * (far - 0.5 * mean);
			if (excess >= 0) return c == 0 || Double.isNaN(before) ? grid.seconds[c] : grid.seconds[c - 1] + (grid.seconds[c] -
				grid.seconds[c - 1]) * before / (before - excess);
			before = excess;
		}
		return Double.NaN;
	}

	/** With one active end: the value at whichever end is behind. */
	private double farEnd(final int c) {
		final double[] v = grid.values[c];
		return sign() * v[0] < sign() * v[v.length - 1] ? v[0] : v[v.length - 1];
	}

	/** Sign of the largest rate of the wanted polarity. */
	private double sign() {
		if (parameters.polarity() != FrontPolarity.BOTH) return parameters.polarity() == FrontPolarity.BRIGHT ? 1 : -1;
		double best = 0;
		for (final double[] column : grid.values)
			for (final double v : column)
				if (Math.abs(v) > Math.abs(best)) best = v;
		return Math.signum(best);
	}

	/** Distance of the front from the end it comes from; NaN if the column has none. */
	private double position(final int column, final int direction, final int rows, final FrontCriterion criterion) {
		final double sign = sign();
		final double[] v = new double[rows];
		int top = 0;
		for (int i = 0; i < rows; i++) {
			v[i] = sign * grid.values[column][direction > 0 ? i : grid.rows() - 1 - i];
			if (v[i] > v[top]) top = i;
		}
		if (!(v[top] > 0)) return Double.NaN;
		if (criterion == FrontCriterion.EXTREMUM) return (top + vertex(v, top)) * grid.step;
		final double level = criterion == FrontCriterion.ZERO_CROSSING ? 0 : v[top] / 2;
		for (int i = rows - 1; i > top; i--)
			if (v[i] < level && v[i - 1] >= level) return (i - 1 + (v[i - 1] - level) / (v[i - 1] - v[i])) * grid.step;
		return v[rows - 1] >= level ? (rows - 1) * grid.step : Double.NaN;
	}

	private static double vertex(final double[] v, final int top) {
		if (top == 0 || top == v.length - 1) return 0;
		final double bend = v[top - 1] - 2 * v[top] + v[top + 1];
		return bend < 0 ? 0.5 * (v[top - 1] - v[top + 1]) / bend : 0;
	}

	private static double[] array(final List<Double> list) {
		return list.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
