package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;

/**
 * Alignment by what the particle itself shows: where the current changes, the mean intensity changes its slope, either
 * way (intensity is not monotone in x at low x), and approaches the new slope exponentially (the onset brightening).
 * <p>
 * First every offset is scored by how much better the movie is explained with such changes at the current's steps; the
 * best must be likelier than any other by a margin, otherwise the alignment is refused (periodic cycling seen in part).
 * Then offset and, from three steps on, drift are estimated jointly (see {@link OffsetPosterior}); their standard errors
 * hold the frames' noise, also where it goes together from frame to frame, pauses between frames, the sampling of the
 * current, and, for several Gamry files, the cut of each start to whole seconds. Deterministic and thread-safe.
 */
public final class IntensityAlignment {

	private static final int CANDIDATES = 6;
	private static final double MARGIN_FRACTION = 0.05;
	private static final int LARGEST_GRID = 20_000_000;

	private IntensityAlignment() {}

	/**
	 * Aligns a movie with a recording.
	 *
	 * @param intensity mean intensity per frame, of the particle or the field, any unit; one per time
	 * @param movie the frames' times
	 * @throws InvalidInputException if there are not as many intensities as times, or one is not a number
	 * @throws InsufficientDataException if the current has no steps, the movie is too short, or nothing matches
	 * @throws AmbiguousAlignmentException if several offsets match about equally well
	 */
	public static ClockAlignment of(final double[] intensity, final TimeAxis movie, final CyclerRecording recording,
		final Steps steps, final IntensityAlignmentParameters parameters, final Progress progress)
	{
		final double[] t = movie.toArray();
		check(intensity, t);
		final List<CurrentChange> changes = CurrentChange.of(recording, steps);
		if (changes.isEmpty()) throw new InsufficientDataException(
			"The current has no step, so there is nothing to match the intensity to: align by timestamps or an offset.");
		final double frame = movie.medianIntervalSeconds();
		final double window = window(changes, frame, parameters);
		final double cut = recording.segments().size() > 1 && recording.originResolutionSeconds() > 0 ? recording
			.originResolutionSeconds() : 0;
		double low = changes.get(0).seconds() - t[t.length - 1] + 4 * frame;
		double high = changes.get(changes.size() - 1).seconds() - t[0] - 4 * frame;
		if (!Double.isNaN(parameters.expectedOffsetSeconds())) {
			low = Math.max(low, parameters.expectedOffsetSeconds() - parameters.searchSeconds());
			high = Math.min(high, parameters.expectedOffsetSeconds() + parameters.searchSeconds());
		}
		if (!(high > low)) throw new InsufficientDataException(
			"No step of the current falls into the movie: check the expected offset, or align by timestamps or an offset.");
		final double step = 0.5 * frame;
		if ((high - low) / step > LARGEST_GRID || (t[t.length - 1] - t[0]) / step > LARGEST_GRID)
			throw new InvalidInputException(
				"The recording is too long to search at the movie's frame rate: give the expected offset, from timestamps, to search around.");
		final OffsetScan scan = new OffsetScan(t, intensity, changes, step, window, new double[] { window / 12, window / 4,
			window }, 0.5 * cut + 0.5 * frame, progress.part(0, 0.8));
		final List<OffsetScan.Candidate> candidates = scan.candidates(low, high, CANDIDATES);
		final OffsetScan.Candidate best = candidates.get(0);
		progress.checkCancelled();
		final OffsetPosterior posterior = new OffsetPosterior(t, intensity, changes, best.offset, window, 0.5 * window,
			timeConstants(frame, window), cut);
		if (posterior.steps() == 0) throw nothingMatches();
		posterior.calibrate(best.offset);
		refuseUnlessUnique(candidates, posterior.noiseFactor(), parameters);
		return result(posterior, best, candidates, movie, recording, parameters, frame);
	}

	private static void check(final double[] intensity, final double[] t) {
		if (intensity.length != t.length) throw new InvalidInputException(intensity.length + " intensities for " + t.length +
			" frames: one is needed for each.");
		for (int i = 0; i < t.length; i++)
			if (Double.isNaN(intensity[i]) || Double.isInfinite(intensity[i])) throw new InvalidInputException(
				"The mean intensity of frame " + (i + 1) + " is not a number: leave out frames without a value.");
		if (t.length < 4 * KinkFit.PARAMETERS) throw new InsufficientDataException("The movie has " + t.length +
			" frames; at least " + 4 * KinkFit.PARAMETERS + " are needed to match intensity to current.");
	}

	private static double window(final List<CurrentChange> changes, final double frame,
		final IntensityAlignmentParameters parameters)
	{
		final double wanted = Math.max(parameters.windowSeconds(), 8 * frame);
		if (changes.size() < 2) return wanted;
		final double[] apart = new double[changes.size() - 1];
		for (int k = 0; k < apart.length; k++)
			apart[k] = changes.get(k + 1).earliestSeconds - changes.get(k).latestSeconds;
		Arrays.sort(apart);
		// below half the usual distance, so that a window holds one change
		return Math.max(8 * frame, Math.min(wanted, 0.45 * apart[apart.length / 2]));
	}

	private static double[] timeConstants(final double frame, final double window) {
		final int n = 13;
		final double[] tau = new double[n];
		final double first = Math.min(frame, 0.2 * window);
		for (int k = 0; k < n; k++)
			tau[k] = first * Math.pow(2 * window / first, k / (n - 1.0));
		return tau;
	}

	private static InsufficientDataException nothingMatches() {
		return new InsufficientDataException(
			"The intensity shows no change that goes with the steps of the current: align by timestamps or an offset.");
	}

	private static void refuseUnlessUnique(final List<OffsetScan.Candidate> candidates, final double noiseFactor,
		final IntensityAlignmentParameters parameters)
	{
		final OffsetScan.Candidate best = candidates.get(0);
		final double score = noiseFactor * best.score;
		// 12 and three standard deviations of the noise's gain: not reached by chance over ten thousand offsets
		if (score < 12 + 3 * Math.sqrt(best.inside)) throw nothingMatches();
		final List<Double> rivals = new ArrayList<>();
		rivals.add(best.offset);
		for (final OffsetScan.Candidate c : candidates.subList(1, candidates.size()))
			if (score - noiseFactor * c.score < Math.max(parameters.uniqueLogLikelihood(), MARGIN_FRACTION * score)) rivals
				.add(c.offset);
		if (rivals.size() == 1) return;
		final StringBuilder named = new StringBuilder();
		for (final double offset : rivals)
			named.append(named.length() == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.1f", offset));
		throw new AmbiguousAlignmentException("Intensity and current match about equally well at offsets of " + named +
			" s: give an expected offset, for example from timestamps, to choose between them.", rivals.stream().mapToDouble(
				Double::doubleValue).toArray());
	}

	private static ClockAlignment result(final OffsetPosterior p, final OffsetScan.Candidate best,
		final List<OffsetScan.Candidate> candidates, final TimeAxis movie, final CyclerRecording recording,
		final IntensityAlignmentParameters parameters, final double frame)
	{
		final double maximum = 1e-6 * parameters.maximumDriftPpm();
		boolean withDrift = p.steps() >= 3 && p.span() > 0;
		final List<String> warnings = new ArrayList<>();
		if (withDrift) {
			p.estimate(best.offset, maximum);
			// an even spread over the whole range has 0.58 of it: the steps say nothing about drift
			if (p.driftError > 0.3 * maximum) withDrift = false;
			else if (Math.abs(p.drift) > maximum - 3 * p.driftError) warnings.add(String.format(Locale.ROOT,
				"The clock drift lies at the limit of %.0f ppm that was searched: the frame times may be wrong.", parameters
					.maximumDriftPpm()));
		}
		if (!withDrift) p.estimate(best.offset, 0);
		if (movie.isNominal()) warnings.add(
			"The movie's times are nominal (made from a frame rate); a wrong rate shows as clock drift.");
		if (!Double.isNaN(parameters.expectedOffsetSeconds()) && Math.abs(p.offset - parameters
			.expectedOffsetSeconds()) > parameters.searchSeconds() - 2 * frame) warnings.add(
				"The offset lies at the edge of the offsets searched: widen the search.");
		final List<String> evidence = new ArrayList<>();
		evidence.add(String.format(Locale.ROOT,
			"%d steps of the current were matched to changes of the intensity; the log-likelihood gains %.0f over none, %s.", p
				.steps(), best.score, candidates.size() > 1 ? String.format(Locale.ROOT, "the next best offset (%.1f s) %.0f",
					candidates.get(1).offset, candidates.get(1).score) : "no other offset was possible"));
		if (p.noiseFactor() < 1) evidence.add(
			"The noise of neighbouring frames goes together; the standard errors were widened for it.");
		if (!withDrift) evidence.add("Drift was taken as 0: it needs three or more steps well apart.");
		if (recording.segments().size() > 1 && recording.originResolutionSeconds() >= 1) evidence.add(
			"Each file's start is cut to whole seconds; the offset is that of the mean, single files may lie up to half a second beside it.");
		final double d = withDrift ? p.drift : 0;
		final double c = p.centre();
		final double atZero = p.offset - d * c;
		if (!withDrift) return ClockAlignment.of(ClockAlignment.Method.INTENSITY_STEPS, atZero, p.offsetError, p.steps(),
			evidence, warnings);
		final double variance = p.offsetError * p.offsetError - 2 * c * p.covariance + c * c * p.driftError * p.driftError;
		return ClockAlignment.of(ClockAlignment.Method.INTENSITY_STEPS, atZero, Math.sqrt(Math.max(0, variance)), p.steps(),
			evidence, warnings).withDrift(1e6 * d, 1e6 * p.driftError, 1e6 * (p.covariance - c * p.driftError *
				p.driftError));
	}
}
