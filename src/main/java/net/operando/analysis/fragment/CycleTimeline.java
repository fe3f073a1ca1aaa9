package net.operando.analysis.fragment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.CsvTable;
import net.operando.data.io.FormatException;

/** What of the electrochemistry the pieces are held against: x per frame and when current flowed. Immutable. */
public final class CycleTimeline {

	private static final String HINT = "give the timeline.csv of Align Electrochemistry";

	private final double[] contents;
	private final List<double[]> steps;

	private CycleTimeline(final double[] contents, final List<double[]> steps) {
		this.contents = contents;
		this.steps = steps;
	}

	/** Nothing is known. */
	public static CycleTimeline unknown() {
		return new CycleTimeline(null, List.of());
	}

	/**
	 * @param contents x per frame, or any measure of charge (only changes matter); null if not known; copied
	 * @param steps from and to in s of the movie, one pair per current step
	 */
	public static CycleTimeline of(final double[] contents, final List<double[]> steps) {
		return new CycleTimeline(contents == null ? null : contents.clone(), List.copyOf(steps));
	}

	/**
	 * Reads timeline.csv: x per frame (the charge where x is empty, as without a mass), and the runs of frames with current of
	 * one sign.
	 *
	 * @throws FormatException if it is of another movie or lacks its columns
	 */
	public static CycleTimeline read(final Path file, final TimeAxis times) {
		final CsvTable table = CsvTable.read(file, HINT, "frame", "time_s", "current_A", "x");
		final double[] stated = table.byFrame("time_s", times.size());
		for (int f = 0; f < stated.length; f++)
			if (Math.abs(stated[f] - times.seconds(f)) > 0.01) throw new FormatException(file, String.format(Locale.ROOT,
				"puts frame %d at %.3f s, but in the movie it is at %.3f s: give the timeline of this movie.", f + 1, stated[f],
				times.seconds(f)));
		final double[] current = table.byFrame("current_A", times.size());
		double[] x = table.byFrame("x", times.size());
		if (Arrays.stream(x).allMatch(Double::isNaN)) x = charge(current, times);
		final double largest = Arrays.stream(current).map(Math::abs).filter(v -> !Double.isNaN(v)).max().orElse(0);
		final List<double[]> steps = new ArrayList<>();
		int first = -1;
		for (int f = 0; f <= current.length; f++) {
			final double sign = f == current.length ? 0 : Math.abs(current[f]) > 0.02 * largest ? Math.signum(current[f]) : 0;
			if (first >= 0 && sign != Math.signum(current[first])) {
				steps.add(new double[] { times.seconds(first), f == current.length ? Double.POSITIVE_INFINITY : times.seconds(f) });
				first = -1;
			}
			if (first < 0 && sign != 0) first = f;
		}
		return new CycleTimeline(x, steps);
	}

	/** Charge in C from the current, which is positive for lithiation as x is. */
	private static double[] charge(final double[] current, final TimeAxis times) {
		final double[] q = new double[current.length];
		for (int f = 1; f < q.length; f++) {
			final double mean = 0.5 * (current[f] + current[f - 1]);
			q[f] = q[f - 1] + (Double.isNaN(mean) ? 0 : mean) * (times.seconds(f) - times.seconds(f - 1));
		}
		return q;
	}

	/** x (or charge) per frame; null if not known. */
	public double[] contents() {
		return contents == null ? null : contents.clone();
	}

	/** From and to in s of the movie, one pair per current step. */
	public List<double[]> steps() {
		return steps;
	}
}
