package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationRun;
import net.operando.model.phasefield.StepReport;

/**
 * A simulated rod as a measured one is shown: kymographs of x and of dx/dt over a lag, stamped at the middle of its
 * interval, and the fronts of the first current, until a crack, by every definition that suits a rate. Immutable.
 */
public final class RodSimulationResult {

	private static final List<FrontCriterion> CRITERIA = List.of(FrontCriterion.HALF_MAX, FrontCriterion.EXTREMUM,
		FrontCriterion.ARRIVAL);

	/** A rate whose interval ends before a time is stamped this many lags before it. */
	private static final double WITHIN = 0.51;

	private final SimulationSettings settings;
	private final Material material;
	private final SimulationRun run;
	private final Kymograph composition;
	private final Kymograph rate;
	private final double[] window;
	private final List<FrontAnalysis> fronts;

	private RodSimulationResult(final SimulationSettings settings, final Material material, final SimulationRun run,
		final Kymograph composition, final Kymograph rate, final double[] window, final List<FrontAnalysis> fronts)
	{
		this.settings = settings;
		this.material = material;
		this.run = run;
		this.composition = composition;
		this.rate = rate;
		this.window = window;
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
		final double[] window = window(settings, run);
		final List<FrontAnalysis> fronts = new ArrayList<>();
		for (int c = 0; window[0] < window[1] && c < CRITERIA.size(); c++)
			fronts.add(FrontTracer.trace(rate, new FrontParameters().withCriterion(CRITERIA.get(c)).between(window[0], window[1]),
				progress.part(0.6 + 0.13 * c, 0.73 + 0.13 * c)));
		return new RodSimulationResult(settings, material, run, run.composition(settings.rows()), rate, window, List.copyOf(
			fronts));
	}

	/** The first current, until the rod breaks: a line through fronts of a whole rod and of its pieces has no meaning. */
	private static double[] window(final SimulationSettings settings, final SimulationRun run) {
		for (final StepReport step : run.steps())
			if (step.step().kind() == ProtocolStep.Kind.CURRENT) return new double[] { step.startSeconds(), Math.min(step
				.endSeconds(), broken(settings) - WITHIN * settings.lagSeconds()) };
		return new double[] { Double.NaN, Double.NaN };
	}

	private static double broken(final SimulationSettings settings) {
		double first = Double.POSITIVE_INFINITY;
		for (final Protocol.Event crack : settings.protocol().cracks())
			first = Math.min(first, crack.seconds());
		return first;
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

	/** Start and end of the time fronts were looked for in, in s: the first current, until a crack. NaN without a current. */
	public double[] frontSeconds() {
		return window.clone();
	}

	/** Fronts in that time by half maximum, extremum and arrival; empty if there is no such time. */
	public List<FrontAnalysis> fronts() {
		return fronts;
	}

	/** Sentences that belong to all results, each once. */
	public List<String> warnings() {
		final List<String> all = new ArrayList<>();
		if (broken(settings) < Double.POSITIVE_INFINITY) all.add(String.format(Locale.ROOT,
			"Fronts were traced until the rod cracked at %.6g s, not in its pieces.", broken(settings)));
		for (final FrontAnalysis analysis : fronts)
			for (final String warning : analysis.warnings())
				if (!all.contains(warning)) all.add(warning);
		return all;
	}
}
