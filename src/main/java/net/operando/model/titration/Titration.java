package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.CancelledException;
import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecording;

/** Evaluates titrations. Stateless and thread-safe. */
public final class Titration {

	private Titration() {}

	/**
	 * Finds the pulses of a recording and takes a diffusion coefficient from each, by the method of the parameters.
	 * Double precision, one thread.
	 *
	 * @param recording time in s, voltage in V, current in A
	 * @throws InvalidInputException if a parameter cannot be meant
	 * @throws InsufficientDataException if there are no pulses, or none gives a diffusion coefficient; the message says why
	 * @throws CancelledException if the user asked to stop
	 */
	public static TitrationResult analyse(final CyclerRecording recording, final TitrationParameters parameters,
		final Progress progress)
	{
		final TitrationRecord record = TitrationRecord.of(recording, parameters);
		final List<DiffusionPoint> points = new ArrayList<>();
		final int n = record.pulses().size();
		if (parameters.method() == TitrationMethod.ICI) points.addAll(InterruptionMethod.points(record, parameters));
		else for (int i = 0; i < n; i++) {
			progress.checkCancelled();
			points.add(point(record, i, parameters));
			progress.update((i + 1.0) / n, "fitting pulses");
		}
		if (points.stream().noneMatch(p -> p.diffusion().isKnown())) throw new InsufficientDataException("None of the " + n +
			" pulses gives a diffusion coefficient by " + parameters.method().label() + " (" + (points.isEmpty() ? "few_points"
				: points.get(0).flag()) +
			"): each needs a rest beside it and samples within the fitted window, so choose another method or window.");
		return new TitrationResult(record, parameters, points, voltages(record, parameters));
	}

	private static DiffusionPoint point(final TitrationRecord record, final int index,
		final TitrationParameters parameters)
	{
		switch (parameters.method()) {
			case LONG_TIME:
				return LongTimeMethod.of(record, index, parameters);
			case RELAXATION:
				return RelaxationMethod.of(record, index, parameters);
			default:
				return ShortTimeMethod.of(record, index, parameters);
		}
	}

	private static OcvCurve voltages(final TitrationRecord record, final TitrationParameters parameters) {
		if (parameters.method() == TitrationMethod.ICI) return OcvCurve.of(InterruptionMethod.voltages(record, parameters));
		final List<double[]> rows = new ArrayList<>();
		int last = TitrationPulse.NONE;
		for (final TitrationPulse p : record.pulses()) {
			if (p.hasRestBefore() && p.restBefore() != last) {
				final double[] v = record.relaxed(p.restBefore(), p.firstSample());
				rows.add(new double[] { p.startX(), v[0], v[1], p.number() - 1 });
			}
			if (p.hasRestAfter()) {
				final double[] v = record.relaxed(p.endSample(), p.restEnd());
				rows.add(new double[] { p.endX(), v[0], v[1], p.number() });
				last = p.endSample();
			}
		}
		return OcvCurve.of(rows);
	}
}
