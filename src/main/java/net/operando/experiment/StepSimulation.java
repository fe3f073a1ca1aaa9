package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.base.CancelledException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.OpticalRate;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationOptions;
import net.operando.model.phasefield.SimulationRun;

/**
 * One measured step of one rod, simulated: a rod of the line's length, even at the measured x when the step begins, under
 * the measured C-rate for as long. What the microscope would see of it (see {@link OpticalRate}) has the measured lag and
 * is traced by the measured criteria. Times are on the movie's clock. Immutable.
 */
public final class StepSimulation {

	private final SimulationRun run;
	private final Kymograph composition;
	private final Kymograph compositionRate;
	private final Kymograph opticalRate;
	private final List<FrontAnalysis> fronts;
	private final List<FrontAnalysis> compositionFronts;
	private final List<String> warnings;

	private StepSimulation(final SimulationRun run, final Kymograph composition, final Kymograph compositionRate,
		final Kymograph opticalRate, final List<FrontAnalysis> fronts, final List<FrontAnalysis> compositionFronts,
		final List<String> warnings)
	{
		this.run = run;
		this.composition = composition;
		this.compositionRate = compositionRate;
		this.opticalRate = opticalRate;
		this.fronts = List.copyOf(fronts);
		this.compositionFronts = List.copyOf(compositionFronts);
		this.warnings = warnings;
	}

	/**
	 * Simulates a step. What cannot be simulated becomes a warning, since the measurement stands without it.
	 *
	 * @param lengthMetres length of the rod
	 * @throws CancelledException if cancelled
	 */
	static StepSimulation of(final StepResult step, final double lengthMetres, final Material material,
		final ExperimentParameters parameters, final Progress progress)
	{
		if (Double.isNaN(step.cRate()) || Double.isNaN(step.startX())) return refused(
			"It was not simulated, because its C-rate or x at its start is not known: give massMilligrams and startX.");
		try {
			return simulated(step, lengthMetres, material, parameters, progress);
		}
		catch (final CancelledException e) {
			throw e;
		}
		catch (final OperandoException e) {
			return refused("It was not simulated: " + e.getMessage());
		}
	}

	private static StepSimulation refused(final String why) {
		return new StepSimulation(null, null, null, null, List.of(), List.of(), List.of(why));
	}

	private static StepSimulation simulated(final StepResult step, final double lengthMetres, final Material material,
		final ExperimentParameters parameters, final Progress progress)
	{
		// a rest before the step, so that rates across its start are those of the measurement
		final double lag = step.rate().lagSeconds();
		final double rest = lag + Math.max(0, step.startSeconds() - step.rate().times().seconds(0));
		final Protocol protocol = Protocol.of(ProtocolStep.rest(rest), ProtocolStep.current(step.cRate(), step.endSeconds() -
			step.startSeconds()));
		final SimulationSettings settings = new SimulationSettings().withRod(parameters.simulatedRod().withLengthMicrometres(
			1e6 * lengthMetres).withStartX(step.startX())).withProtocol(protocol).withLagSeconds(lag).withOptions(SimulationOptions
				.standard().withCurrentShare(parameters.simulatedShare()));
		final SimulationRun run = RodSimulation.run(material, settings.rod(), protocol, settings.resolvedOptions(), progress
			.part(0, 0.6));
		final double toMovie = step.startSeconds() - rest;
		final Kymograph composition = shifted(run.composition(settings.rows()), toMovie);
		final Kymograph compositionRate = shifted(run.rate(lag, settings.rows(), SimulationRun.Stamp.MIDDLE), toMovie);
		final Kymograph opticalRate = OpticalRate.of(composition, material, lag);
		final List<FrontAnalysis> optical = new ArrayList<>();
		final List<FrontAnalysis> inComposition = new ArrayList<>();
		for (final FrontParameters criterion : parameters.fronts()) {
			final FrontParameters during = criterion.between(step.startSeconds(), step.endSeconds());
			optical.add(FrontTracer.trace(opticalRate, during, progress.part(0.6, 1)));
			inComposition.add(FrontTracer.trace(compositionRate, during, progress.part(0.6, 1)));
		}
		return new StepSimulation(run, composition, compositionRate, opticalRate, optical, inComposition, warnings(optical));
	}

	private static List<String> warnings(final List<FrontAnalysis> fronts) {
		final List<String> all = new ArrayList<>();
		for (final FrontAnalysis analysis : fronts)
			for (final String warning : analysis.warnings())
				if (!all.contains("Simulated: " + warning)) all.add("Simulated: " + warning);
		return all;
	}

	private static Kymograph shifted(final Kymograph k, final double seconds) {
		final float[][] values = new float[k.columns()][];
		for (int c = 0; c < values.length; c++)
			values[c] = k.column(c);
		return Kymograph.of(values, null, k.times().shiftedBy(seconds), k.positionStepMetres(), k.quantity(), k.lagSeconds(), k
			.warnings());
	}

	/** Whether there is a simulation; if not, the warnings say why. */
	public boolean isDone() {
		return run != null;
	}

	/** The run; its times count from before the step. Null if there is none, as all below. */
	public SimulationRun run() {
		return run;
	}

	/** x(z, t). */
	public Kymograph composition() {
		return composition;
	}

	/** dx/dt over the measured lag. */
	public Kymograph compositionRate() {
		return compositionRate;
	}

	/** (dI/dt)/I over the measured lag, to be compared with the measured one. */
	public Kymograph opticalRate() {
		return opticalRate;
	}

	/** Fronts of the optical rate by each criterion asked for, in that order. */
	public List<FrontAnalysis> fronts() {
		return fronts;
	}

	/** Fronts of the composition itself by each criterion: not what is seen. */
	public List<FrontAnalysis> compositionFronts() {
		return compositionFronts;
	}

	/** Sentences that belong to the simulation. */
	public List<String> warnings() {
		return warnings;
	}

	/** What was simulated, for captions. */
	String text() {
		return String.format(Locale.ROOT,
			"Below each measured kymograph the simulated one: a rod of %.1f µm, x = %.3f when the step begins, its composition shown through the intensity curve of %s; an optical front is not the front of the composition.",
			run.rod().lengthMetres() * 1e6, run.rod().startX(), run.materialName());
	}
}
