package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.crack.Crack;
import net.operando.analysis.crack.CrackAnalysis;
import net.operando.analysis.crack.CrackFinder;
import net.operando.analysis.fragment.Cut;
import net.operando.analysis.fragment.DetectedCuts;
import net.operando.analysis.fragment.FragmentAnalysis;
import net.operando.analysis.fragment.FragmentFront;
import net.operando.analysis.fragment.FragmentFronts;
import net.operando.analysis.fragment.Fragments;
import net.operando.analysis.fragment.TipPoint;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.analysis.rod.ExpansionTable;
import net.operando.analysis.rod.LengthSeries;
import net.operando.analysis.rod.RodAxis;
import net.operando.analysis.rod.RodCalibration;
import net.operando.analysis.rod.RodLength;
import net.operando.analysis.rod.RodLengthParameters;
import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.electrochem.Step;
import net.operando.data.electrochem.StepKind;
import net.operando.data.electrochem.Timeline;
import net.operando.data.movie.Movie;

/**
 * Length, cracks and pieces of one rod. A rod on which one of them cannot be measured (drawn beyond its end, without
 * contrast) keeps the others, with a warning that says why.
 */
final class ParticleAnalysis {

	/** Width of a rod whose own could not be measured, in m; that of the paper's. */
	private static final double LIKELY_WIDTH = 3.5e-6;

	private final Movie movie;
	private final boolean[] blurred;
	private final RodLine rod;
	private final ParticleSettings settings;
	private final List<String> warnings = new ArrayList<>();

	private ParticleAnalysis(final MoviePreparation prepared, final RodLine rod, final ParticleSettings settings) {
		movie = prepared.movie();
		blurred = prepared.blurred();
		this.rod = rod;
		this.settings = settings;
	}

	/**
	 * The pieces' fronts are not looked for here, since they need the steps of the current: see {@link #withFronts}.
	 *
	 * @param prepared light and drift corrected
	 * @param timeline the cell at each frame
	 */
	static RodParticle of(final MoviePreparation prepared, final RodLine rod, final Timeline timeline, final ParticleSettings settings,
		final Progress progress)
	{
		return new ParticleAnalysis(prepared, rod, settings).measure(timeline, progress);
	}

	private RodParticle measure(final Timeline timeline, final Progress progress) {
		final double[] x = new double[movie.frameCount()];
		double known = 0;
		for (int f = 0; f < x.length; f++) {
			x[f] = timeline.x(f);
			if (!Double.isNaN(x[f])) known++;
		}
		final double[] content = known == 0 ? null : x;
		final LengthSeries length = settings.lengths() ? length(content, progress.part(0, 0.4)) : null;
		final RodCalibration calibration = length == null ? null : RodCalibration.of(length, content, settings
			.expansionTable());
		final CrackAnalysis cracks = settings.cracks() ? cracks(length, progress.part(0.4, 0.7)) : null;
		final List<Cut> cuts = cracks == null ? List.of() : cuts(cracks);
		final FragmentAnalysis fragments = settings.fragments() && !cuts.isEmpty() ? fragments(cuts, content, progress.part(0.7, 1)) : null;
		return new RodParticle(length, calibration, cracks, fragments, List.of(), tips(cracks), warnings);
	}

	private LengthSeries length(final double[] x, final Progress progress) {
		final ExpansionTable table = settings.expansionTable();
		RodLengthParameters parameters = new RodLengthParameters();
		final double start = Double.isNaN(rod.startX()) && x != null ? x[0] : rod.startX();
		if (start >= 0 && start <= 1) parameters = parameters.withStartX(start);
		try {
			final LengthSeries series = RodLength.measure(movie, RodAxis.of(rod.path(), Double.NaN), parameters, table, progress);
			warnings.addAll(series.warnings());
			return series.withBlurred(blurred);
		}
		catch (final InvalidInputException | InsufficientDataException e) {
			return left("length", e);
		}
	}

	private CrackAnalysis cracks(final LengthSeries length, final Progress progress) {
		final double width = length != null && length.axis().widthPixels() > 0 ? length.axis().widthPixels() : LIKELY_WIDTH /
			movie.calibration().metresPerPixel();
		try {
			final CrackAnalysis found = CrackFinder.find(movie, rod.path(), settings.crack().withWidthPixels((int) Math.round(
				width)), progress);
			warnings.addAll(found.warnings());
			return found;
		}
		catch (final InvalidInputException | InsufficientDataException e) {
			return left("cracks", e);
		}
	}

	/** Where the rod is cut: cracks it had before the movie, numbered after those that were found. */
	private List<Cut> cuts(final CrackAnalysis cracks) {
		final double[] old = rod.cracksMetres();
		final List<Cut> cuts = new ArrayList<>();
		int id = cracks.cracks().size();
		for (final double metres : old)
			cuts.add(Cut.of(++id, metres, 0));
		for (final Crack crack : cracks.cracks())
			if (PieceTracing.isNew(crack, old)) cuts.add(Cut.of(crack.id(), crack.positionMetres(), crack.onsetFrame()));
		return cuts;
	}

	private FragmentAnalysis fragments(final List<Cut> cuts, final double[] x, final Progress progress) {
		try {
			final FragmentAnalysis found = Fragments.analyse(movie, rod.path(), cuts, x, settings.fragment(
				rod.id()), progress);
			warnings.addAll(found.warnings());
			return found;
		}
		catch (final InvalidInputException | InsufficientDataException e) {
			return left("fragments", e);
		}
	}

	/** Says what was left out. */
	private <T> T left(final String what, final OperandoException why) {
		warnings.add("No " + what + ": " + why.getMessage());
		return null;
	}

	private static List<TipPoint> tips(final CrackAnalysis cracks) {
		return cracks == null ? List.of() : DetectedCuts.of(cracks).tips();
	}

	/** The same with the fronts that run in single pieces while the current flows. */
	static RodParticle withFronts(final RodParticle particle, final Movie movie, final AlignedElectrochemistry cell,
		final ExperimentParameters parameters, final Progress progress)
	{
		if (particle.fragments().isEmpty()) return particle;
		final List<double[]> windows = new ArrayList<>();
		for (final Step step : cell.steps().list())
			if (step.kind() == StepKind.CONSTANT_CURRENT) windows.add(new double[] { cell.startSeconds(step), cell.endSeconds(
				step) });
		final List<FragmentFront> fronts = FragmentFronts.find(movie, particle.fragments().get(), windows,
			new LineCutParameters().withWidthPixels(parameters.lineCut().widthPixels()).withLagSeconds(parameters.lagSeconds()),
			parameters.fronts().get(0), parameters.particle().fragment("P1").erodeMicrometres() * 1e-6, progress);
		return new RodParticle(particle.length().orElse(null), particle.calibration().orElse(null), particle.cracks().orElse(
			null), particle.fragments().get(), fronts, particle.tips(), particle.warnings());
	}
}
