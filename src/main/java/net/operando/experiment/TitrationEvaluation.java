package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.model.phasefield.Material;
import net.operando.model.titration.DiffusionCurve;
import net.operando.model.titration.DiffusionPoint;
import net.operando.model.titration.Titration;
import net.operando.model.titration.TitrationResult;

/** A titration evaluated as asked for: D(x), the voltage curve, and the material both make. Immutable. */
public final class TitrationEvaluation {

	private final TitrationSettings settings;
	private final TitrationResult titration;
	private final DiffusionCurve curve;
	private final Material material;
	private final List<String> warnings;

	private TitrationEvaluation(final TitrationSettings settings, final TitrationResult titration,
		final DiffusionCurve curve, final Material material, final List<String> warnings)
	{
		this.settings = settings;
		this.titration = titration;
		this.curve = curve;
		this.material = material;
		this.warnings = List.copyOf(warnings);
	}

	/**
	 * Evaluates. Deterministic.
	 *
	 * @throws OperandoException as {@link Titration#analyse} and {@link DiffusionCurve#scaledTo}
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static TitrationEvaluation of(final CyclerRecording recording, final TitrationSettings settings,
		final Progress progress)
	{
		final TitrationResult result = Titration.analyse(recording, settings.titration(), progress);
		final DiffusionCurve curve = settings.finished(result.diffusion());
		final List<String> warnings = new ArrayList<>(result.record().warnings());
		final long flagged = result.diffusion().points().stream().filter(p -> !p.isValid()).count();
		final long left = curve.points().stream().filter(p -> !p.isValid()).count();
		if (flagged > left) warnings.add(flagged - left +
			" diffusion coefficients were flagged and are taken all the same, as accept asks: " + settings.accepted() + ".");
		if (left > 0) warnings.add(left + " of " + curve.points().size() +
			" diffusion coefficients are flagged or missing; they are not handed to a simulation.");
		Material material = null;
		try {
			material = curve.into(result.openCircuitVoltage().into(Material.nwo()));
		}
		catch (final OperandoException e) {
			warnings.add("No material file is written: " + e.getMessage());
		}
		return new TitrationEvaluation(settings, result, curve, material, warnings);
	}

	public TitrationSettings settings() {
		return settings;
	}

	/** The evaluation before anything was accepted or scaled. */
	public TitrationResult titration() {
		return titration;
	}

	/** D(x), accepted and scaled as asked for. */
	public DiffusionCurve curve() {
		return curve;
	}

	/** Whether any point holds. */
	boolean hasCurve() {
		return curve.points().stream().anyMatch(DiffusionPoint::isValid);
	}

	/** Nb14W3O44 with this D(x) and this voltage curve, for Simulate Rod; empty if too few points hold. */
	public Optional<Material> material() {
		return Optional.ofNullable(material);
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		return warnings;
	}
}
