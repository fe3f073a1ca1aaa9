package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationOptions;
import net.operando.model.phasefield.SimulationRun;

/**
 * A rod whose lithium content comes from the phase-field solver, run on the cell's protocol up to the end of the movie.
 * Immutable and thread-safe.
 */
final class SimulatedRod implements RodState {

	private static final double STEP_UM = 0.02;
	private static final double OUTPUT_SECONDS = 0.1;
	private static final int MOST_PROFILES = 8000;

	private final SceneRod rod;
	private final Material material;
	private final double startX;
	private final double start;
	private final Kymograph content;
	private final SimulationRun run;

	private SimulatedRod(final SceneRod rod, final Material material, final double startX, final double start,
		final SimulationRun run)
	{
		this.rod = rod;
		this.material = material;
		this.startX = startX;
		this.start = start;
		this.run = run;
		content = run.composition((int) Math.ceil(rod.geometry().length_um() / STEP_UM) + 1);
	}

	/**
	 * Runs the solver.
	 *
	 * @param seconds movie time up to which the state will be asked for
	 * @throws net.operando.model.phasefield.SimulationException if the protocol drives the content out of 0 to 1
	 */
	static SimulatedRod of(final SceneRod rod, final Cell cell, final Material material, final double seconds) {
		final double start = cell.stepStartSeconds(0);
		final double x = rod.startX(cell);
		final Rod solved = Rod.standard().withLengthMicrometres(rod.geometry().length_um()).withWidthMicrometres(rod
			.geometry().width_um()).withStartX(x).withActiveEnds(rod.startActive(), rod.endActive());
		// the cell counts C-rates in 178 mAh/g, x in 178.25
		final double share = rod.currentShare() * Cell.C_RATE_BASE_MAH_PER_G / Cell.CAPACITY_MAH_PER_G;
		return new SimulatedRod(rod, material, x, start, RodSimulation.run(material, solved, protocol(rod, cell, start,
			seconds), SimulationOptions.standard().withCells(rod.cells()).withKappa(rod.kappa()).withTemperatureKelvin(cell
				.temperatureKelvin()).withCurrentShare(share).withOutput(OUTPUT_SECONDS, MOST_PROFILES), Progress.NONE));
	}

	private static Protocol protocol(final SceneRod rod, final Cell cell, final double start, final double seconds) {
		final List<ProtocolStep> steps = new ArrayList<>();
		double now = start;
		for (int i = 0; i < cell.steps().size() && now < seconds + 1; i++) {
			final double from = cell.stepStartSeconds(i);
			final double to = Math.min(seconds + 1, cell.stepEndSeconds(i));
			if (from > now + 1e-9) steps.add(ProtocolStep.rest(from - now));
			// a hold leads to the content that the rod has: its last current is that of other rods
			if (to > from) steps.add(!cell.steps().get(i).isCurrent() ? ProtocolStep.rest(to - from) : ProtocolStep.current(cell
				.steps().get(i).cRate(), to - from));
			now = Math.max(now, to);
		}
		if (seconds + 1 > now) steps.add(ProtocolStep.rest(seconds + 1 - now));
		Protocol protocol = Protocol.of(steps.toArray(new ProtocolStep[0]));
		for (final Crack crack : rod.cracks())
			protocol = protocol.withCrack(Math.max(0, crack.tipSeconds(0.5 * rod.geometry().width_um()) - start), crack
				.position_um());
		for (final ContactLoss loss : rod.contactLosses())
			protocol = protocol.withContactLoss(Math.max(0, loss.seconds() - start), loss.position_um());
		return protocol;
	}

	/** The solver's run; its second 0 is the start of the cell's first step. */
	SimulationRun run() {
		return run;
	}

	@Override
	public double referenceLength_um() {
		return rod.geometry().length_um();
	}

	@Override
	public RodSnapshot at(final double seconds) {
		final double t = seconds - start;
		final int last = content.columns() - 1;
		final int after = Math.max(1, Math.min(last, content.times().firstAtOrAfter(t)));
		final double t0 = content.times().seconds(after - 1);
		final double t1 = content.times().seconds(after);
		final double f = Math.max(0, Math.min(1, (t - t0) / (t1 - t0)));
		final float[] early = content.column(after - 1);
		final float[] late = content.column(after);
		final double[] x = new double[early.length];
		for (int i = 0; i < x.length; i++)
			x[i] = early[i] + f * (late[i] - early[i]);
		return StretchedRod.of(rod, material, startX, x, seconds);
	}
}
