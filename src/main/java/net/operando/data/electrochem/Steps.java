package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import net.operando.base.InvalidInputException;

/**
 * The steps of a recording: rest, constant current, hold, other. They are told from the samples, not from file names or
 * tags, after a running median that removes single glitches (a range change of the instrument) and keeps edges. Every
 * sample belongs to exactly one step; no step runs across a gap. Immutable.
 */
public final class Steps {

	private final List<Step> steps;
	private final double restCurrentAmperes;

	private Steps(final List<Step> steps, final double restCurrentAmperes) {
		this.steps = Collections.unmodifiableList(steps);
		this.restCurrentAmperes = restCurrentAmperes;
	}

	/**
	 * Finds the steps.
	 *
	 * @throws InvalidInputException if a parameter cannot be meant
	 */
	public static Steps of(final CyclerRecording recording, final StepParameters parameters) {
		if (!(parameters.currentTolerance() > 0 && parameters.currentTolerance() < 1) || !(parameters
			.holdToleranceVolts() > 0) || !(parameters.restFraction() > 0 && parameters.restFraction() < 1) || parameters
				.minimumSamples() < 1) throw new InvalidInputException(
					"Steps need a currentTolerance and a restFraction between 0 and 1, a holdToleranceVolts above 0 and minimumSamples of at least 1.");
		final double rest = Double.isNaN(parameters.restCurrentAmperes()) ? parameters.restFraction() * largest(
			recording) : parameters.restCurrentAmperes();
		final List<Step> all = new ArrayList<>();
		for (int s = 0; s < recording.segments().size(); s++)
			for (final Segmentation.Piece piece : new Segmentation(recording, s, rest, parameters).pieces())
				all.add(step(recording, s, piece));
		return new Steps(all, rest);
	}

	/** 99th percentile of the magnitude, so that a spike does not turn everything else into rest. */
	private static double largest(final CyclerRecording recording) {
		final double[] magnitude = recording.currentAmperes();
		for (int i = 0; i < magnitude.length; i++)
			magnitude[i] = Math.abs(magnitude[i]);
		Arrays.sort(magnitude);
		final double high = magnitude[(int) Math.min(magnitude.length - 1L, Math.round(0.99 * (magnitude.length - 1)))];
		return high > 0 ? high : magnitude[magnitude.length - 1];
	}

	private static Step step(final CyclerRecording r, final int segment, final Segmentation.Piece piece) {
		final double start = piece.first == r.firstSample(segment) ? r.segmentStartSeconds(segment) : r.timeSeconds(
			piece.first - 1);
		double charge = 0;
		for (int i = piece.first + 1; i < piece.end; i++)
			charge += 0.5 * (r.currentAmperes(i) + r.currentAmperes(i - 1)) * (r.timeSeconds(i) - r.timeSeconds(i - 1));
		final double span = r.timeSeconds(piece.end - 1) - r.timeSeconds(piece.first);
		return new Step(piece.kind, segment, piece.first, piece.end, start, r.timeSeconds(piece.end - 1), span > 0 ? charge /
			span : r.currentAmperes(piece.first));
	}

	/** The steps, in order of time. */
	public List<Step> list() {
		return steps;
	}

	/** Current in A below which a sample counted as rest. */
	public double restCurrentAmperes() {
		return restCurrentAmperes;
	}

	/** Index of the step a time lies in, or -1 if it lies in a gap or outside. */
	public int indexAt(final double seconds) {
		int low = 0;
		int high = steps.size() - 1;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (steps.get(middle).endSeconds() < seconds) low = middle + 1;
			else high = middle;
		}
		final Step step = steps.get(low);
		return seconds >= step.startSeconds() && seconds <= step.endSeconds() ? low : -1;
	}
}
