package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationRun;
import net.operando.model.phasefield.StepReport;

/**
 * A simulated rod as a measured one is shown: kymographs of x and of dx/dt over a lag, stamped at the middle of its
 * interval, and the fronts of the first current by every definition that suits a rate. Immutable.
 */
public final class RodSimulationResult {

	private static final List<FrontCriterion> CRITERIA = List.of(FrontCriterion.HALF_MAX, FrontCriterion.EXTREMUM,
		FrontCriterion.ARRIVAL);
	/** A rod that cracks has two fronts more. */
	private static final int MOST_FRONTS = 4;

	private final SimulationSettings settings;
	private final Material material;
	private final SimulationRun run;
	private final Kymograph composition;
	private final Kymograph rate;
	private final List<FrontAnalysis> fronts;

	private RodSimulationResult(final SimulationSettings settings, final Material material, final SimulationRun run,
		final Kymograph composition, final Kymograph rate, final List<FrontAnalysis> fronts)
	{
		this.settings = settings;
		this.material = material;
		this.run = run;
		this.composition = composition;
		this.rate = rate;
		this.fronts = fronts;
	}

	/**
	 * Simulates and traces. Deterministic.
	 *
	 * @throws net.operando.base.OperandoException if something given cannot be meant, or x is driven out of 0..1
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static RodSimulationResult of(final SimulationSettings settings, final Progress progress) {
		final Material material = Material.named(settings.material());
		final SimulationRun run = RodSimulation.run(material, settings.rod(), settings.protocol(), settings.resolvedOptions(),
			progress.part(0, 0.6));
		final Kymograph rate = run.rate(settings.lagSeconds(), settings.rows(), SimulationRun.Stamp.MIDDLE);
		final StepReport current = firstCurrent(run);
		final List<FrontAnalysis> fronts = new ArrayList<>();
		for (int c = 0; current != null && c < CRITERIA.size(); c++)
			fronts.add(FrontTracer.trace(rate, new FrontParameters().withCriterion(CRITERIA.get(c)).withMaxFronts(MOST_FRONTS)
				.between(current.startSeconds(), current.endSeconds()), progress.part(0.6 + 0.13 * c, 0.73 + 0.13 * c)));
		return new RodSimulationResult(settings, material, run, run.composition(settings.rows()), rate, List.copyOf(fronts));
	}

	private static StepReport firstCurrent(final SimulationRun run) {
		for (final StepReport step : run.steps())
			if (step.step().kind() == ProtocolStep.Kind.CURRENT) return step;
		return null;
	}

	public SimulationSettings settings() {
		return settings;
	}

	public Material material() {
		return material;
	}

	/** The run itself: profiles, voltage, regime, mass error. */
	public SimulationRun run() {
		return run;
	}

	/** x(z, t). */
	public Kymograph composition() {
		return composition;
	}

	/** dx/dt over the lag. */
	public Kymograph rate() {
		return rate;
	}

	/** Fronts of the first current by half maximum, extremum and arrival; empty if there is no current. */
	public List<FrontAnalysis> fronts() {
		return fronts;
	}

	/** Sentences that belong to all results, each once. */
	public List<String> warnings() {
		final List<String> all = new ArrayList<>();
		for (final FrontAnalysis analysis : fronts)
			for (final String warning : analysis.warnings())
				if (!all.contains(warning)) all.add(warning);
		return all;
	}
}
