package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the fronts in a {@link FrontSignal} really are, for each definition: evaluated without noise and blur on a fine grid
 * of the fixed axis through the rod, and independent of the estimators that are to be tested with it. The rate is the
 * signal's change over a lag, stamped at its middle. Positions are in um from the rod's start as it lay before the current.
 * <ul>
 * <li>extremum: the strongest rate between the front's end of the rod and the meeting point.</li>
 * <li>half_max: ahead of the extremum, where the rate falls to half of it; not known once the other front fills the gap.</li>
 * <li>arrival: for each position the first time at which its rate reaches half the rod's mean rate of that moment.</li>
 * </ul>
 * A speed is the slope of a least-squares line over the positions at 12 to 88 % of the way from the front's end to the
 * meeting point; by arrival it is that way over the time from the onset to the arrival at the meeting point.
 */
final class FrontTruth {

	static final double FIRST_SHARE = 0.12;
	static final double LAST_SHARE = 0.88;
	/** Share of a front's extremum that the rate at the meeting point reaches when the fronts count as one. */
	private static final double MERGED = 0.9;
	/** Extrema arrive later than first rates do; by this factor of time at most. */
	private static final double LONGEST = 1.4;
	/** Share of the window that a front has to run through to have a speed. */
	private static final double LEAST_PASSED = 0.5;
	private static final double STEP_UM = 0.02;
	private static final double FINEST_SECONDS = 0.1;
	private static final int MOST_TIMES = 600;

	private final double from_um;
	private final double to_um;
	private final double onset;
	private final double step;
	private final double lag;
	private final double[] times;
	/** Absolute rate at time index, position index on the fixed axis. */
	private final double[][] rate;
	private final int meeting;
	private final double[] arrival;
	private final List<Line> lines = new ArrayList<>();

	private FrontTruth(final RodState state, final FrontSignal signal, final double anchor, final double from_um,
		final double to_um, final double onset, final double until, final double lag)
	{
		this.from_um = from_um;
		this.to_um = to_um;
		this.onset = onset;
		this.lag = lag;
		step = Math.max(FINEST_SECONDS, (until - onset) / MOST_TIMES);
		times = new double[Math.max(2, (int) Math.floor((until - onset - lag) / step))];
		final int n = Math.max(16, (int) Math.round((to_um - from_um) / STEP_UM) + 1);
		rate = new double[times.length][n];
		for (int k = 0; k < times.length; k++) {
			times[k] = onset + 0.5 * lag + k * step;
			final Axis early = new Axis(state, signal, anchor, times[k] - 0.5 * lag);
			final Axis late = new Axis(state, signal, anchor, times[k] + 0.5 * lag);
			for (int i = 0; i < n; i++)
				rate[k][i] = Math.abs(late.at(at(i)) - early.at(at(i))) / lag;
		}
		arrival = arrivals();
		meeting = latest(arrival);
		for (final boolean fromStart : new boolean[] { true, false }) {
			lines.add(extremum(fromStart));
			lines.add(halfMax(fromStart));
			lines.add(arrival(fromStart));
		}
	}

	/**
	 * @param signal whose fronts are looked for
	 * @param anchor share of the rod that stays in place when it stretches
	 * @param from_um where the piece of rod starts; @param to_um where it ends, reference positions
	 * @param onset movie time of the current's start; @param until movie time of its end
	 * @param lag over which rates are taken, in s
	 */
	static FrontTruth of(final RodState state, final FrontSignal signal, final double anchor, final double from_um,
		final double to_um, final double onset, final double until, final double lag)
	{
		return new FrontTruth(state, signal, anchor, from_um, to_um, onset, until, lag);
	}

	/** Fronts by origin and definition: three from the rod's start, then three from its end. */
	List<Line> lines() {
		return new ArrayList<>(lines);
	}

	double lagSeconds() {
		return lag;
	}

	/** Where the rate arrives last, in um. */
	double meeting_um() {
		return at(meeting);
	}

	/** When the rate arrives at the meeting point, in s on the movie's clock. */
	double meetingSeconds() {
		return arrival[meeting];
	}

	/** From when on the rates along the rod differ by less than a tenth of the largest difference there was, movie time. */
	double homogeneousSeconds() {
		final double[] spread = new double[times.length];
		double largest = 0;
		for (int k = 0; k < times.length; k++) {
			spread[k] = Arrays.stream(rate[k]).max().getAsDouble() - Arrays.stream(rate[k]).min().getAsDouble();
			largest = Math.max(largest, spread[k]);
		}
		int k = times.length - 1;
		while (k > 0 && spread[k - 1] < 0.1 * largest)
			k--;
		return spread[times.length - 1] < 0.1 * largest ? times[k] : Double.NaN;
	}

	private double at(final double index) {
		return from_um + index * (to_um - from_um) / (rate[0].length - 1);
	}

	private double[] arrivals() {
		final double[] first = new double[rate[0].length];
		Arrays.fill(first, Double.NaN);
		double[] before = new double[first.length];
		for (int k = 0; k < times.length; k++) {
			final double half = 0.5 * Arrays.stream(rate[k]).average().getAsDouble();
			final double[] over = new double[first.length];
			for (int i = 0; i < first.length; i++) {
				over[i] = rate[k][i] - half;
				if (Double.isNaN(first[i]) && over[i] >= 0 && half > 0) first[i] = k == 0 ? times[0] : times[k] - step *
					over[i] / (over[i] - before[i]);
			}
			before = over;
		}
		return first;
	}

	private static int latest(final double[] arrival) {
		int best = 0;
		for (int i = 1; i < arrival.length; i++)
			if (arrival[i] > arrival[best] || Double.isNaN(arrival[best])) best = i;
		return best;
	}

	/** Index of the strongest rate between an end and the meeting point; -1 once the fronts have merged there. */
	private int peak(final int k, final boolean fromStart) {
		final int from = fromStart ? 0 : rate[k].length - 1;
		final int way = fromStart ? 1 : -1;
		int best = from;
		for (int i = from; i != meeting + way; i += way)
			if (rate[k][i] > rate[k][best]) best = i;
		return rate[k][best] == 0 || rate[k][meeting] > MERGED * rate[k][best] ? -1 : best;
	}

	/** Whether a front has merged with the other, or fringes keep it from being told so long after. */
	private boolean isOver(final int k, final int peak, final Line line) {
		return peak < 0 && !line.points.isEmpty() || times[k] - onset > LONGEST * (meetingSeconds() - onset);
	}

	private Line extremum(final boolean fromStart) {
		final Line line = new Line("extremum", fromStart);
		for (int k = 0; k < times.length; k++) {
			final int i = peak(k, fromStart);
			if (isOver(k, i, line)) break;
			if (i <= 0 || i >= rate[k].length - 1) continue;
			final double a = rate[k][i - 1];
			final double b = rate[k][i];
			final double c = rate[k][i + 1];
			line.add(times[k], at(i + (a - 2 * b + c == 0 ? 0 : 0.5 * (a - c) / (a - 2 * b + c))));
		}
		return line;
	}

	private Line halfMax(final boolean fromStart) {
		final Line line = new Line("half_max", fromStart);
		final int way = fromStart ? 1 : -1;
		for (int k = 0; k < times.length; k++) {
			final int peak = peak(k, fromStart);
			if (isOver(k, peak, line)) break;
			if (peak < 0) continue;
			final double half = 0.5 * rate[k][peak];
			int i = peak;
			while (i != meeting && rate[k][i] > half)
				i += way;
			if (rate[k][i] > half) continue;
			line.add(times[k], at(i - way * (half - rate[k][i]) / (rate[k][i - way] - rate[k][i])));
		}
		return line;
	}

	private Line arrival(final boolean fromStart) {
		final Line line = new Line("arrival", fromStart);
		final int way = fromStart ? 1 : -1;
		for (int i = fromStart ? 0 : arrival.length - 1; i != meeting + way; i += way)
			if (!Double.isNaN(arrival[i])) line.add(arrival[i], at(i));
		return line;
	}

	/** The positions of one front by one definition. */
	final class Line {

		private final String criterion;
		private final boolean fromStart;
		private final List<double[]> points = new ArrayList<>();

		private Line(final String criterion, final boolean fromStart) {
			this.criterion = criterion;
			this.fromStart = fromStart;
		}

		private void add(final double seconds, final double position) {
			points.add(new double[] { seconds, position });
		}

		String criterion() {
			return criterion;
		}

		String origin() {
			return fromStart ? "start" : "end";
		}

		/** Rows of movie time in s and position in um. */
		List<double[]> points() {
			return points;
		}

		/** Ends of the stretch of the axis that the speed is taken over, in um, in the direction of the front. */
		double[] window_um() {
			final double face = fromStart ? from_um : to_um;
			if ("arrival".equals(criterion)) return new double[] { face, meeting_um() };
			return new double[] { face + FIRST_SHARE * (meeting_um() - face), face + LAST_SHARE * (meeting_um() - face) };
		}

		/**
		 * The fitted line: speed in nm/s away from the front's end, its time at the front's end of the rod, first and last time
		 * of the points, and their number; NaN with fewer than five points.
		 */
		double[] fit() {
			if ("arrival".equals(criterion)) return whole();
			final double[] w = window_um();
			final double low = Math.min(w[0], w[1]);
			final double high = Math.max(w[0], w[1]);
			double n = 0;
			double st = 0;
			double sz = 0;
			double stt = 0;
			double stz = 0;
			double first = Double.NaN;
			double last = Double.NaN;
			for (final double[] p : points) {
				// the first crossing of the window only: afterwards the extremum wanders where the fronts have met
				if (n > 0 && Math.abs(p[1] - w[0]) > high - low && Math.abs(p[1] - w[1]) < Math.abs(p[1] - w[0])) break;
				if (p[1] < low || p[1] > high) continue;
				final double t = p[0] - onset;
				n++;
				st += t;
				sz += p[1];
				stt += t * t;
				stz += t * p[1];
				first = n == 1 ? p[0] : first;
				last = p[0];
			}
			final double slope = (n * stz - st * sz) / (n * stt - st * st);
			// a rate that only fades in place, or shows for a moment, is no front
			final double passed = (last - first) * Math.abs(slope) / (high - low);
			if (n < 5 || !(passed > LEAST_PASSED) || slope > 0 != fromStart) return none(n);
			final double face = fromStart ? from_um : to_um;
			final double atFace = onset + (face - (sz - slope * st) / n) / slope;
			return new double[] { 1000 * (fromStart ? slope : -slope), atFace, first, last, n };
		}

		/** From the front's end of the rod to the meeting point. */
		private double[] whole() {
			final double way = Math.abs(meeting_um() - (fromStart ? from_um : to_um));
			final double time = meetingSeconds() - onset;
			if (points.size() < 5 || !(time > lag)) return none(points.size());
			return new double[] { 1000 * way / time, onset, onset, meetingSeconds(), points.size() };
		}

		private double[] none(final double n) {
			return new double[] { Double.NaN, Double.NaN, Double.NaN, Double.NaN, n };
		}
	}

	/** The signal along the fixed axis at one time. */
	private static final class Axis {

		private final RodSnapshot snapshot;
		private final double[] values;
		private final double start;

		Axis(final RodState state, final FrontSignal signal, final double anchor, final double seconds) {
			snapshot = state.at(seconds);
			values = signal.of(snapshot);
			start = anchor * (state.referenceLength_um() - snapshot.length_um());
		}

		double at(final double axis_um) {
			return snapshot.at(values, snapshot.material_um(axis_um - start));
		}
	}
}
