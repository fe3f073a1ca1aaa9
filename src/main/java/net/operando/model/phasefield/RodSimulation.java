package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.numeric.VariableStepBdf;

/**
 * Runs a protocol on a rod.
 * <p>
 * Space: finite volumes with Kirchhoff fluxes ({@link DiffusionEquation}), or with gradient energy
 * ({@link CahnHilliardEquation}). Time: variable-order, variable-step BDF. The model, its units and its source are in
 * the package description.
 */
public final class RodSimulation {

	private static final double LEAST_STEP_SECONDS = 1e-12;
	private static final double FIRST_STEP_SECONDS = 1e-3;
	/** A mean x that counts as some lithium. */
	private static final double LEAST_CONTENT = 1e-3;
	/** x may leave 0..1 by this many tolerances before it counts as driven out: a formula's own wiggle stays below. */
	private static final double BOUND_TOLERANCES = 20;

	private final Protocol protocol;
	private final Rod rod;
	private final SimulationOptions options;
	private final Progress progress;
	private final RodEquation equation;
	private final VariableStepBdf integrator;
	private final ProfileRecorder recorder;
	private final VoltageTrace trace = new VoltageTrace();
	private final List<StepReport> reports = new ArrayList<>();
	private final List<double[]> cuts = new ArrayList<>();
	private final List<Happening> happenings;
	/** First cells of the fragments that have lost contact. */
	private final List<Integer> lost = new ArrayList<>();
	private final boolean commonVoltage;
	private final double expectedSeconds;

	private final double[] state;
	private double time;
	private double startContent;
	private double massError;

	/** A crack or a loss of contact. */
	private static final class Happening {

		final double seconds;
		final double metres;
		final boolean crack;

		Happening(final Protocol.Event e, final boolean crack) {
			seconds = e.seconds();
			metres = e.metres();
			this.crack = crack;
		}
	}

	/**
	 * Runs a protocol on a rod. Deterministic; one thread.
	 *
	 * @param progress told the time simulated, asked at every step whether to stop
	 * @throws InvalidInputException if something given cannot be meant
	 * @throws SimulationException if x is driven out of 0..1, or a step of the protocol cannot be carried out
	 */
	public static SimulationRun run(final Material material, final Rod rod, final Protocol protocol,
		final SimulationOptions options, final Progress progress)
	{
		rod.validate();
		protocol.validate();
		options.validate();
		return new RodSimulation(material, rod, protocol, options, null, progress).run(material);
	}

	/** As {@link #run(Material, Rod, Protocol, SimulationOptions, Progress)}, on cells of one's own. */
	public static SimulationRun run(final Material material, final Rod rod, final RodMesh mesh, final Protocol protocol,
		final SimulationOptions options, final Progress progress)
	{
		rod.validate();
		protocol.validate();
		options.validate();
		return new RodSimulation(material, rod, protocol, options, mesh, progress).run(material);
	}

	private RodSimulation(final Material material, final Rod rod, final Protocol protocol,
		final SimulationOptions options, final RodMesh givenMesh, final Progress progress)
	{
		this.protocol = protocol;
		this.rod = rod;
		this.options = options;
		this.progress = progress;
		happenings = happenings(protocol);
		final RodMesh mesh = givenMesh != null ? givenMesh : RodMesh.withFacesAt(rod.lengthMetres(), options.cells(), protocol
			.cracks().stream().mapToDouble(Protocol.Event::metres).distinct().toArray());
		if (Math.abs(mesh.lengthMetres() - rod.lengthMetres()) > 1e-9 * rod.lengthMetres() || mesh.cells() < 4)
			throw new InvalidInputException("The mesh does not fit the rod: it needs 4 cells or more and the rod's length.");
		commonVoltage = options.sharing() != SurfaceSharing.EQUAL_FLUX;
		equation = equation(material, mesh);
		integrator = new VariableStepBdf(equation, options.tolerance(), VariableStepBdf.MAX_ORDER, LEAST_STEP_SECONDS);
		recorder = new ProfileRecorder(mesh.cells(), options.outputSeconds(), options.maxColumns());
		state = new double[mesh.cells() + 1];
		Arrays.fill(state, 0, mesh.cells(), rod.startX());
		double total = 0;
		for (final ProtocolStep s : protocol.unrolled())
			total += longest(s);
		expectedSeconds = total;
		for (final Happening h : happenings)
			if (h.seconds > total || h.metres < 0 || h.metres > rod.lengthMetres()) throw new InvalidInputException(String.format(
				Locale.ROOT, "A crack or loss of contact at %.6g s and %.6g um lies outside the protocol of %.6g s or the rod of %.6g um: correct it.",
				h.seconds, h.metres * 1e6, total, rod.lengthMetres() * 1e6));
	}

	private static List<Happening> happenings(final Protocol protocol) {
		final List<Happening> all = new ArrayList<>();
		for (final Protocol.Event e : protocol.cracks())
			all.add(new Happening(e, true));
		for (final Protocol.Event e : protocol.contactLosses())
			all.add(new Happening(e, false));
		// at one instant cracks come first: the loss is of a fragment they make
		all.sort(Comparator.<Happening> comparingDouble(h -> h.seconds).thenComparing(h -> !h.crack));
		return all;
	}

	private RodEquation equation(final Material material, final RodMesh mesh) {
		final double kelvin = options.temperatureKelvin();
		final Diffusivity d = material.chemicalDiffusivity(kelvin);
		final OpenCircuitVoltage voltage = material.openCircuitVoltage(kelvin);
		final double exchange = options.sharing() == SurfaceSharing.BUTLER_VOLMER ? material.exchangeCurrentDensity() /
			(OpenCircuitVoltage.FARADAY * material.maxConcentration()) : 0;
		if (options.kappa() > 0) return new CahnHilliardEquation(mesh, d, material.mobility(kelvin), options.kappa() *
			material.maxConcentration(), voltage, exchange, kelvin, rod.firstEndActive(), rod.lastEndActive());
		if (!d.isPositive()) throw new InvalidInputException(
			"The diffusion coefficient of this material is not above 0 everywhere: without gradient energy such a rod has no solution, so give kappa above 0.");
		final SurfaceLaw law = exchange > 0 ? SurfaceLaw.butlerVolmer(voltage, d, exchange, kelvin) : SurfaceLaw
			.equalPotential(voltage, d);
		final boolean voltageMatters = commonVoltage || protocol.unrolled().stream().anyMatch(s -> s
			.kind() == ProtocolStep.Kind.HOLD);
		if (voltageMatters && !law.isInvertible()) throw new InvalidInputException(
			"The open-circuit voltage of this material does not fall with x everywhere, so a given voltage means no single x: correct its table.");
		return new DiffusionEquation(mesh, d, law, rod.firstEndActive(), rod.lastEndActive());
	}

	private SimulationRun run(final Material material) {
		startContent = equation.meanContent(state);
		recorder.first(state);
		final List<ProtocolStep> steps = protocol.unrolled();
		for (int i = 0; i < steps.size(); i++)
			perform(steps.get(i), i + 1);
		recorder.last(time, state);
		final double cRate = protocol.firstCRate();
		return new SimulationRun(material.name(), rod, options, equation.mesh, recorder, cuts, RodPiece.lineage(
			protocol, rod.lengthMetres(), 0, time), trace, reports, Regime.of(material,
			rod, cRate, options), cRate, massError, integrator.steps(), integrator.rejected(), integrator.iterations());
	}

	/** A current that ends by voltage alone ends at the latest when the rod would be full or empty. */
	private double longest(final ProtocolStep step) {
		if (!Double.isNaN(step.seconds())) return step.seconds();
		return 2 * 3600 / (Math.abs(step.cRate()) * options.currentShare());
	}

	private double fluxOf(final double cRate) {
		return cRate * options.currentShare() / 3600 * rod.lengthMetres();
	}

	private double cRateOf(final double flux) {
		return flux / rod.lengthMetres() * 3600 / options.currentShare();
	}

	private void drive(final ProtocolStep step, final int number) {
		if (step.kind() == ProtocolStep.Kind.HOLD) {
			if (equation.activeSurfaces() == 0) throw noSurface(number);
			equation.driveVoltage(step.holdVolts());
		}
		else {
			if (step.cRate() != 0 && equation.activeSurfaces() == 0) throw noSurface(number);
			equation.driveCurrent(fluxOf(step.cRate()), commonVoltage, state);
		}
	}

	private SimulationException noSurface(final int number) {
		return new SimulationException(String.format(Locale.ROOT,
			"Step %d of the protocol needs a current at %.6g s, but no surface of the rod has contact: make an end active or end the protocol before.",
			number, time));
	}

	private void perform(final ProtocolStep step, final int number) {
		final double start = time;
		final double end = time + longest(step);
		applyHappenings();
		drive(step, number);
		note();
		StepReport.End reason = endAt(step, state, 0);
		if (reason == null) {
			integrator.start(time, state, FIRST_STEP_SECONDS);
			reason = StepReport.End.TIME;
			while (time < end) {
				progress.checkCancelled();
				final double stop = Math.min(end, nextHappening());
				final StepReport.End met = advance(step, stop, number);
				if (met != null) {
					reason = met;
					break;
				}
				if (time >= nextHappening()) {
					applyHappenings();
					drive(step, number);
					note();
					integrator.start(time, state, FIRST_STEP_SECONDS);
				}
				progress.update(Math.min(1, time / expectedSeconds), "simulating the rod");
			}
		}
		reports.add(new StepReport(step, start, time, reason));
		if (reason == StepReport.End.TIME && Double.isNaN(step.seconds())) throw new SimulationException(String.format(
			Locale.ROOT, "Step %d of the protocol did not reach its voltage limit by %.6g s: choose a limit within the material's voltages.",
			number, time));
	}

	private double nextHappening() {
		return happenings.isEmpty() ? Double.POSITIVE_INFINITY : happenings.get(0).seconds;
	}

	private void applyHappenings() {
		while (nextHappening() <= time) {
			final Happening h = happenings.remove(0);
			final int face = equation.mesh.nearestInnerFace(h.metres);
			if (h.crack) {
				if (equation.conductance[face] == 0) throw new InvalidInputException(String.format(Locale.ROOT,
					"Two cracks are at the same place, %.6g um: move or remove one.", h.metres * 1e6));
				final int[] fragment = equation.fragmentOf(face);
				if (face - fragment[0] < 2 || fragment[1] + 1 - face < 2) throw new InvalidInputException(String.format(
					Locale.ROOT, "The crack at %.6g um leaves a piece of less than two cells: use more cells or move it.", h.metres * 1e6));
				final boolean contact = !lost.contains(fragment[0]);
				equation.cut(face, contact, contact);
				if (!contact) lost.add(face);
				cuts.add(new double[] { time, face });
			}
			else loseContact(h.metres);
		}
	}

	private void loseContact(final double metres) {
		int cell = 0;
		while (cell < equation.n - 1 && equation.mesh.face(cell + 1) <= metres)
			cell++;
		final int[] fragment = equation.fragmentOf(cell);
		lost.add(fragment[0]);
		for (final RodEquation.Surface s : equation.surfaces)
			if (s.cell >= fragment[0] && s.cell <= fragment[1]) s.active = false;
	}

	/** One step of the solver; the state and time move on. Returns why the protocol step ends here, or null. */
	private StepReport.End advance(final ProtocolStep step, final double stop, final int number) {
		final double from = time;
		if (!takeStep(stop) || !equation.passesCurrent()) throw new SimulationException(String.format(Locale.ROOT,
			"Step %d of the protocol cannot be met at %.6g s: %s", number, time, step.kind() == ProtocolStep.Kind.HOLD
				? "the voltage asks for more lithium than the surfaces pass or hold; choose one nearer to the rod's own."
				: "the surfaces cannot pass the current; reduce the C-rate or set a voltage limit."));
		equation.settle();
		final double[] reached = integrator.state();
		final StepReport.End met = endAt(step, reached, integrator.time() - from);
		double until = integrator.time();
		if (met == null) System.arraycopy(reached, 0, state, 0, state.length);
		else until = locate(step, met, from, integrator.time());
		time = until;
		recorder.record(integrator, until);
		note();
		return met;
	}

	/** A step within bounds: a high order may overshoot where the first order cannot. */
	private boolean takeStep(final double stop) {
		final double slack = BOUND_TOLERANCES * options.tolerance();
		for (int attempt = 0;; attempt++) {
			final double from = integrator.time();
			if (!integrator.step(stop)) return false;
			final int cell = outside(integrator.state(), slack);
			if (cell < 0) return true;
			if (integrator.lastOrder() == 1 && attempt > 0) throw new SimulationException(String.format(Locale.ROOT,
				"Between %.6g and %.6g s the lithium content at %.4g um is driven %s: reduce the C-rate or the time, or set a voltage limit.",
				from, integrator.time(), equation.mesh.centre(cell) * 1e6, integrator.state()[cell] > 0.5 ? "above 1" : "below 0"));
			final double h = integrator.time() - integrator.previousTime();
			equation.unsettle();
			integrator.undo(0.25 * h);
		}
	}

	private int outside(final double[] y, final double slack) {
		double low = 0;
		double high = 1;
		for (int i = 0; i < equation.n; i++) {
			low = Math.min(low, y[i]);
			high = Math.max(high, y[i]);
		}
		if (low >= -slack && high <= 1 + slack) return -1;
		for (int i = 0; i < equation.n; i++)
			if (y[i] < -slack || y[i] > 1 + slack) return i;
		return -1;
	}

	/** What ends a step in a state, or null. A limit counts only where the current leads to it. */
	private StepReport.End endAt(final ProtocolStep step, final double[] y, final double elapsed) {
		if (step.kind() == ProtocolStep.Kind.HOLD) return elapsed > 0 && !Double.isNaN(step.untilCRate()) && Math.abs(cRateOf(
			equation.fluxInto(y))) <= step.untilCRate() ? StepReport.End.SMALL_CURRENT : null;
		if (Double.isNaN(step.lowerVolts()) && Double.isNaN(step.upperVolts())) return null;
		final double volts = equation.voltsOf(y);
		if (volts <= step.lowerVolts() && step.cRate() >= 0) return StepReport.End.LOWER_VOLTAGE;
		if (volts >= step.upperVolts() && step.cRate() <= 0) return StepReport.End.UPPER_VOLTAGE;
		return null;
	}

	/** Finds when within the last step the end came, by bisection on the formula's own polynomial, and goes there. */
	private double locate(final ProtocolStep step, final StepReport.End met, final double from, final double to) {
		double low = from;
		double high = to;
		for (int i = 0; i < 60 && high - low > 1e-10 * (to - from) && high - low > 4 * Math.ulp(high); i++) {
			final double middle = 0.5 * (low + high);
			integrator.interpolate(middle, state);
			if (endAt(step, state, middle - from) == met) high = middle;
			else low = middle;
		}
		integrator.interpolate(high, state);
		return high;
	}

	/** Adds the state to the voltage trace and checks that nothing was lost. */
	private void note() {
		final double mean = equation.meanContent(state);
		// in a rod that is empty, what is left may be less than the rounding of what went through
		massError = Math.max(massError, Math.abs(mean - startContent - state[equation.n]) / Math.max(LEAST_CONTENT, Math.max(mean,
			startContent)));
		trace.add(time, equation.voltsOf(state), mean, cRateOf(equation.fluxInto(state)));
	}
}
