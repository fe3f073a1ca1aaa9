package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;

/** What a titration gives, with what a figure needs: the record, its pulses, the fits and both curves. Immutable. */
public final class TitrationResult {

	private final TitrationRecord record;
	private final TitrationParameters parameters;
	private final DiffusionCurve diffusion;
	private final OcvCurve voltages;

	TitrationResult(final TitrationRecord record, final TitrationParameters parameters,
		final List<DiffusionPoint> points, final OcvCurve voltages)
	{
		this.record = record;
		this.parameters = parameters;
		this.diffusion = DiffusionCurve.of(points);
		this.voltages = voltages;
	}

	/** Voltage, x and pulses over time. */
	public TitrationRecord record() {
		return record;
	}

	public TitrationParameters parameters() {
		return parameters;
	}

	/** D against x. */
	public DiffusionCurve diffusion() {
		return diffusion;
	}

	/** Voltage without current against x. */
	public OcvCurve openCircuitVoltage() {
		return voltages;
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		final List<String> all = new ArrayList<>(record.warnings());
		final long flagged = diffusion.points().stream().filter(p -> !p.isValid()).count();
		if (flagged > 0) all.add(flagged + " of " + diffusion.points().size() +
			" diffusion coefficients are flagged or missing; they are not handed to a simulation.");
		return all;
	}
}
