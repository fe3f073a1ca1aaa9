package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Estimate;

/**
 * How the potentiostat's clock follows from the movie's:
 * {@code electrochem_s = movie_s + offsetSeconds + 1e-6 * driftPpm * movie_s}. The offset is the second of the
 * electrochemistry clock at which the movie's second 0 lies. Immutable; plain fields, so that it can be kept as JSON.
 */
public final class ClockAlignment {

	/** How the clocks were compared. */
	public enum Method {
		/** Start times written by both computers. */
		TIMESTAMPS,
		/** Changes of the intensity matched to changes of the current. */
		INTENSITY_STEPS,
		/** Given by the user. */
		OFFSET
	}

	private Method method = Method.OFFSET;
	private double offsetSeconds;
	private double offsetStandardErrorSeconds = Double.NaN;
	private double driftPpm = Double.NaN;
	private double driftStandardErrorPpm = Double.NaN;
	private double offsetDriftCovarianceSecondsPpm;
	private int steps;
	private List<String> evidence = Collections.emptyList();
	private List<String> warnings = Collections.emptyList();

	private ClockAlignment() {}

	/**
	 * An offset that is known.
	 *
	 * @param offsetSeconds second of the electrochemistry clock at which the movie's second 0 lies
	 * @throws InvalidInputException if it is not a finite number
	 */
	public static ClockAlignment given(final double offsetSeconds) {
		if (Double.isNaN(offsetSeconds) || Double.isInfinite(offsetSeconds)) throw new InvalidInputException(
			"The offset between the clocks is not a number: give offsetseconds, the potentiostat's time in s at the movie's second 0.");
		return of(Method.OFFSET, offsetSeconds, 0, 0, Collections.singletonList("The offset was given."), Collections
			.emptyList());
	}

	static ClockAlignment of(final Method method, final double offset, final double offsetSe, final int steps,
		final List<String> evidence, final List<String> warnings)
	{
		final ClockAlignment a = new ClockAlignment();
		a.method = method;
		a.offsetSeconds = offset;
		a.offsetStandardErrorSeconds = offsetSe;
		a.steps = steps;
		a.evidence = new ArrayList<>(evidence);
		a.warnings = new ArrayList<>(warnings);
		return a;
	}

	ClockAlignment withDrift(final double ppm, final double standardErrorPpm, final double covarianceSecondsPpm) {
		final ClockAlignment a = of(method, offsetSeconds, offsetStandardErrorSeconds, steps, evidence, warnings);
		a.driftPpm = ppm;
		a.driftStandardErrorPpm = standardErrorPpm;
		a.offsetDriftCovarianceSecondsPpm = covarianceSecondsPpm;
		return a;
	}

	/** The time on the electrochemistry clock, in s, of a time of the movie. */
	public double electrochemSeconds(final double movieSeconds) {
		return movieSeconds + offsetSeconds + (Double.isNaN(driftPpm) ? 0 : 1e-6 * driftPpm * movieSeconds);
	}

	/** The time of the movie, in s, of a time on the electrochemistry clock. */
	public double movieSeconds(final double electrochemSeconds) {
		return (electrochemSeconds - offsetSeconds) / (1 + (Double.isNaN(driftPpm) ? 0 : 1e-6 * driftPpm));
	}

	/** Standard error in s of {@link #electrochemSeconds} at a time of the movie. */
	public double standardErrorAt(final double movieSeconds) {
		if (Double.isNaN(driftPpm)) return offsetStandardErrorSeconds;
		final double m = 1e-6 * movieSeconds;
		return Math.sqrt(Math.max(0, offsetStandardErrorSeconds * offsetStandardErrorSeconds + 2 * m *
			offsetDriftCovarianceSecondsPpm + m * m * driftStandardErrorPpm * driftStandardErrorPpm));
	}

	public Method method() {
		return method;
	}

	/** The offset in s at the movie's second 0, with its standard error. */
	public Estimate offset() {
		return Estimate.normal(offsetSeconds, offsetStandardErrorSeconds, steps, "time in the potentiostat's files (0 at the start of the first) at second 0 of the movie");
	}

	/** Drift of the electrochemistry clock against the movie's, in ppm, with its standard error; none if not estimated. */
	public Estimate drift() {
		return Double.isNaN(driftPpm) ? Estimate.none(steps, "clock drift") : Estimate.normal(driftPpm,
			driftStandardErrorPpm, steps, "clock drift, electrochemistry against movie");
	}

	/** Number of current steps it rests on; 0 unless matched to intensity. */
	public int steps() {
		return steps;
	}

	/** Sentences saying what it rests on. */
	public List<String> evidence() {
		return Collections.unmodifiableList(evidence);
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		return Collections.unmodifiableList(warnings);
	}

	static List<String> sentences(final String... sentences) {
		return Arrays.asList(sentences);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s: offset %.3f s (%s), drift %s, %d steps", method, offsetSeconds, Double.isNaN(
			offsetStandardErrorSeconds) ? "standard error not known" : String.format(Locale.ROOT, "+- %.3f s", offsetStandardErrorSeconds),
			Double.isNaN(driftPpm) ? "not known" : String.format(Locale.ROOT, "%.1f +- %.1f ppm", driftPpm, driftStandardErrorPpm), steps);
	}
}
