package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.PieceFronts;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.RodPiece;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationRun;

/**
 * A simulated rod as a measured one is shown: kymographs of x and of dx/dt over a lag, stamped at the middle of its
 * interval, and the fronts of the first current, by every definition that suits a rate; after a crack or a loss of contact
 * those of each piece, since every such event shares the current anew. Immutable.
 */
public final class RodSimulationResult {

	private static final List<FrontCriterion> CRITERIA = List.of(FrontCriterion.HALF_MAX, FrontCriterion.EXTREMUM,
		FrontCriterion.ARRIVAL);

	private final SimulationSettings settings;
	private final Material material;
	private final SimulationRun run;
	private final Kymograph composition;
	private final Kymograph rate;
	private final List<FrontWindow> windows;
	private final List<FrontAnalysis> fronts;

	private RodSimulationResult(final SimulationSettings settings, final Material material, final SimulationRun run,
		final Kymograph composition, final Kymograph rate, final List<FrontWindow> windows, final List<FrontAnalysis> fronts)
	{
		this.settings = settings;
		this.material = material;
		this.run = run;
		this.composition = composition;
		this.rate = rate;
		this.windows = windows;
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
		final List<FrontWindow> windows = FrontWindow.of(run, settings.protocol(), settings.lagSeconds());
		final List<FrontAnalysis> fronts = new ArrayList<>();
		for (int c = 0; !windows.isEmpty() && c < CRITERIA.size(); c++)
			fronts.add(trace(rate, CRITERIA.get(c), windows, progress.part(0.6 + 0.13 * c, 0.73 + 0.13 * c)));
		return new RodSimulationResult(settings, material, run, run.composition(settings.rows()), rate, windows, List.copyOf(
			fronts));
	}

	private static FrontAnalysis trace(final Kymograph rate, final FrontCriterion criterion,
		final List<FrontWindow> windows, final Progress progress)
	{
		final List<FrontAnalysis> found = new ArrayList<>();
		for (int i = 0; i < windows.size(); i++) {
			final FrontWindow w = windows.get(i);
			// arrival is counted from the start of the current, which a piece that came later has not seen
			if (criterion == FrontCriterion.ARRIVAL && !w.isFromOnset()) continue;
			final FrontParameters parameters = new FrontParameters().withCriterion(criterion).between(w.fromSeconds(), w
				.toSeconds());
			final Progress part = progress.part((double) i / windows.size(), (i + 1.0) / windows.size());
			found.add(w.isOnly() ? FrontTracer.trace(rate, parameters, part) : PieceFronts.trace(rate, w.piece().fromMetres(), w
				.piece().toMetres(), w.name(), parameters, part));
		}
		return PieceFronts.joined(found);
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

	/** Where and when fronts were looked for: every piece of the rod during the first current. Empty without a current. */
	public List<FrontWindow> frontWindows() {
		return windows;
	}

	/**
	 * The rate in one piece of the rod while it is one; positions count from the piece's first one. Empty if the piece does
	 * not last for a lag.
	 */
	public Optional<Kymograph> rate(final RodPiece piece) {
		final double half = 0.5 * settings.lagSeconds() - 1e-9;
		final int first = rate.times().firstAtOrAfter(piece.fromSeconds() + half);
		int end = first;
		while (end < rate.columns() && rate.times().seconds(end) <= piece.toSeconds() - half)
			end++;
		if (end == first) return Optional.empty();
		return Optional.of(PieceFronts.part(rate, piece.fromMetres(), piece.toMetres()).columnRange(first, end));
	}

	/**
	 * Fronts by half maximum, extremum and arrival; empty without a current. Those from the face of a crack have the origin
	 * interior; the window of each names its piece. Arrival is stated for pieces there are from the start of the current.
	 */
	public List<FrontAnalysis> fronts() {
		return fronts;
	}

	/** Sentences that belong to all results, each once. */
	public List<String> warnings() {
		final List<String> all = new ArrayList<>();
		if (run.pieces().size() > 1) all.add(String.format(Locale.ROOT,
			"The rod cracked at %.6g s: from then on fronts are those of its pieces, see pieces.csv.", run.pieces().get(run
				.pieces().size() - 1).fromSeconds()));
		for (final FrontAnalysis analysis : fronts)
			for (final String warning : analysis.warnings())
				if (!all.contains(warning)) all.add(warning);
		return all;
	}
}
