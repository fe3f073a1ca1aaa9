package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.numeric.LineFit;

/** Where a front is said to be, by hand: vertices in the order of time, straight between them. Immutable. */
public final class FrontPath {

	/** Points that the line through a path is fitted to. */
	private static final int SAMPLES = 101;

	private final double[] seconds;
	private final double[] metres;

	private FrontPath(final double[] seconds, final double[] metres) {
		this.seconds = seconds;
		this.metres = metres;
	}

	/**
	 * @param seconds times of two or more vertices in s, all rising or all falling; copied
	 * @param metres their positions in m from the start of the line; copied
	 * @throws InvalidInputException if it has no two times, goes back in time, or holds what is no number
	 */
	public static FrontPath of(final double[] seconds, final double[] metres) {
		if (seconds.length != metres.length || seconds.length < 2) throw new InvalidInputException("The path of a front has " +
			seconds.length + " times and " + metres.length + " positions: give as many of both, two or more.");
		final double[] t = seconds.clone();
		final double[] z = metres.clone();
		// drawn from right to left is as good
		if (t[t.length - 1] < t[0]) for (int i = 0; i < t.length; i++) {
			t[i] = seconds[t.length - 1 - i];
			z[i] = metres[t.length - 1 - i];
		}
		for (int i = 0; i < t.length; i++) {
			if (!Double.isFinite(t[i]) || !Double.isFinite(z[i])) throw new InvalidInputException("Vertex " + (i + 1) +
				" of the path of a front is not a number: give a time in s and a position.");
			if (i > 0 && !(t[i] > t[i - 1])) throw new InvalidInputException(
				"The path of a front goes back in time or stands still: draw it from left to right.");
		}
		return new FrontPath(t, z);
	}

	/**
	 * The straight line through the points of a front: those used, or all if none is.
	 *
	 * @throws InvalidInputException if it has fewer than two points
	 */
	public static FrontPath of(final FrontVelocity front) {
		final List<FrontPoint> points = new ArrayList<>();
		for (final FrontPoint p : front.points())
			if (p.isUsed()) points.add(p);
		final List<FrontPoint> chosen = points.size() < 2 ? front.points() : points;
		if (chosen.size() < 2) throw new InvalidInputException("Front " + front.id() +
			" was seen in fewer than two columns: delete it and draw it anew.");
		final double[] t = chosen.stream().mapToDouble(FrontPoint::timeSeconds).toArray();
		final double[] z = chosen.stream().mapToDouble(FrontPoint::positionMetres).toArray();
		final LineFit line = LineFit.leastSquares(t, z);
		final double last = t[t.length - 1];
		return of(new double[] { t[0], last }, new double[] { line.at(t[0]), line.at(last) });
	}

	public int size() {
		return seconds.length;
	}

	/** Time of a vertex in s. */
	public double seconds(final int vertex) {
		return seconds[vertex];
	}

	/** Position of a vertex in m from the start of the line. */
	public double metres(final int vertex) {
		return metres[vertex];
	}

	public double firstSeconds() {
		return seconds[0];
	}

	public double lastSeconds() {
		return seconds[seconds.length - 1];
	}

	double middleSeconds() {
		return (seconds[0] + lastSeconds()) / 2;
	}

	/** Position at a time, in m; before and after the path its first and last stretch go on. */
	public double at(final double time) {
		int i = Arrays.binarySearch(seconds, time);
		if (i < 0) i = -i - 2;
		i = Math.max(0, Math.min(seconds.length - 2, i));
		return metres[i] + (time - seconds[i]) / (seconds[i + 1] - seconds[i]) * (metres[i + 1] - metres[i]);
	}

	/** Slope of the straight line through the path, in m/s. */
	double metresPerSecond() {
		return line().slope();
	}

	/** Position of the straight line through the path at a time, in m. */
	double lineAt(final double time) {
		return line().at(time);
	}

	private LineFit line() {
		final double[] t = new double[SAMPLES];
		final double[] z = new double[SAMPLES];
		for (int i = 0; i < SAMPLES; i++) {
			t[i] = firstSeconds() + (lastSeconds() - firstSeconds()) * i / (SAMPLES - 1);
			z[i] = at(t[i]);
		}
		return LineFit.leastSquares(t, z);
	}

	/** The path as a whole moved in time (s) and position (m). */
	public FrontPath moved(final double bySeconds, final double byMetres) {
		return of(Arrays.stream(seconds).map(t -> t + bySeconds).toArray(), Arrays.stream(metres).map(z -> z + byMetres)
			.toArray());
	}

	/** The path with one vertex elsewhere. @throws InvalidInputException if it would then go back in time */
	public FrontPath withVertex(final int vertex, final double time, final double position) {
		final double[] t = seconds.clone();
		final double[] z = metres.clone();
		t[vertex] = time;
		z[vertex] = position;
		for (int i = 1; i < t.length; i++)
			if (!(t[i] > t[i - 1])) throw new InvalidInputException(
				"A vertex cannot be moved past its neighbour in time: delete the front and draw it anew.");
		return new FrontPath(t, z);
	}

	/** The path bent to go through a place: a vertex more, or that of the same time moved; it grows if the time is outside. */
	public FrontPath through(final double time, final double position) {
		final int i = Arrays.binarySearch(seconds, time);
		if (i >= 0) return withVertex(i, time, position);
		final int at = -i - 1;
		final double[] t = new double[seconds.length + 1];
		final double[] z = new double[t.length];
		for (int k = 0; k < t.length; k++) {
			t[k] = k == at ? time : seconds[k < at ? k : k - 1];
			z[k] = k == at ? position : metres[k < at ? k : k - 1];
		}
		return of(t, z);
	}

	/** The path without one of its vertices. @throws InvalidInputException if it has but two */
	public FrontPath without(final int vertex) {
		final int n = seconds.length - 1;
		final double[] t = new double[n];
		final double[] z = new double[n];
		for (int k = 0; k < n; k++) {
			t[k] = seconds[k < vertex ? k : k + 1];
			z[k] = metres[k < vertex ? k : k + 1];
		}
		return of(t, z);
	}

	/** The times of all vertices in s. */
	public double[] toSeconds() {
		return seconds.clone();
	}

	/** The positions of all vertices in m. */
	public double[] toMetres() {
		return metres.clone();
	}
}
