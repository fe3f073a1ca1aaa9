package net.operando.data.electrochem;

import net.operando.base.InsufficientDataException;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;

/** Many seeds of one kind of experiment, aligned by intensity; what the study tabulates and the normal suite asserts. */
final class AlignmentTrials {

	int aligned;
	int refused;
	int wrong;
	int offsetCovered;
	int drifts;
	int driftCovered;
	private double offsetSum;
	private double offsetSquares;
	private double errorSum;
	private double driftSum;
	private double driftSquares;
	private double driftErrorSum;

	AlignmentTrials(final SyntheticAlignment.Kind kind, final int seeds, final long firstSeed) {
		for (int s = 0; s < seeds; s++)
			one(new SyntheticAlignment(kind, firstSeed + s));
	}

	private void one(final SyntheticAlignment e) {
		final Steps steps = Steps.of(e.recording, StepParameters.defaults());
		final ClockAlignment a;
		try {
			a = IntensityAlignment.of(e.intensity, e.movie, e.recording, steps, IntensityAlignmentParameters.defaults(),
				Progress.NONE);
		}
		catch (final InsufficientDataException | AmbiguousAlignmentException refusal) {
			refused++;
			return;
		}
		aligned++;
		final Estimate offset = a.offset();
		final double error = offset.value() - e.trueOffset;
		// further off than the response takes: another step was taken for this one
		if (Math.abs(error) > 15) {
			wrong++;
			return;
		}
		if (offset.covers(e.trueOffset)) offsetCovered++;
		offsetSum += error;
		offsetSquares += error * error;
		errorSum += offset.standardError() * offset.standardError();
		if (a.drift().isKnown()) {
			drifts++;
			final double d = a.drift().value() - e.trueDriftPpm;
			if (a.drift().covers(e.trueDriftPpm)) driftCovered++;
			driftSum += d;
			driftSquares += d * d;
			driftErrorSum += a.drift().standardError() * a.drift().standardError();
		}
	}

	/** Alignments that found the right steps. */
	int good() {
		return aligned - wrong;
	}

	double offsetBias() {
		return offsetSum / good();
	}

	double offsetRms() {
		return Math.sqrt(offsetSquares / good());
	}

	/** Root mean square of the standard errors stated. */
	double offsetStated() {
		return Math.sqrt(errorSum / good());
	}

	double offsetCoverage() {
		return offsetCovered / (double) good();
	}

	double driftBias() {
		return driftSum / drifts;
	}

	double driftRms() {
		return Math.sqrt(driftSquares / drifts);
	}

	double driftStated() {
		return Math.sqrt(driftErrorSum / drifts);
	}

	double driftCoverage() {
		return driftCovered / (double) drifts;
	}
}
