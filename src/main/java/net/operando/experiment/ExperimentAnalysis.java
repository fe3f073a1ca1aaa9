package net.operando.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.Fringes;
import net.operando.analysis.linecut.LagChoice;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineSampler;
import net.operando.analysis.rod.FoundRods;
import net.operando.analysis.rod.Rod;
import net.operando.analysis.rod.RodFinder;
import net.operando.base.InsufficientDataException;
import net.operando.base.Progress;
import net.operando.data.electrochem.ClockAlignment;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.electrochem.Step;
import net.operando.data.electrochem.StepKind;
import net.operando.data.io.cycler.ElectrochemFiles;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;
import net.operando.model.phasefield.Material;

/**
 * The whole analysis of one experiment: movie and electrochemistry on one clock, then for every rod the intensity along
 * it, and for every current step the differential kymograph and its fronts. Frames are read in two passes however many
 * there are, so memory does not grow with the movie.
 */
public final class ExperimentAnalysis {

	/** Frames a step needs at least: fewer than this give neither a lag nor a front. */
	private static final int FEWEST_FRAMES = 8;

	private ExperimentAnalysis() {}

	/**
	 * Opens, aligns, cuts and traces. The caller closes the result, and with it the movie.
	 *
	 * @param movieFile any movie we read
	 * @param echem the potentiostat's file, or the folder of files of one experiment
	 * @throws net.operando.base.OperandoException with a sentence for the user, before work starts where possible
	 * @throws IOException if a file system fails
	 */
	public static ExperimentResult run(final Path movieFile, final Path echem, final ExperimentParameters parameters,
		final Progress progress) throws IOException
	{
		parameters.check();
		final Movie recorded = MovieFiles.open(movieFile, parameters.openOptions(), progress.part(0, 0.02));
		boolean done = false;
		try {
			final Movie movie = parameters.isBinned() ? BinnedMovie.of(recorded, parameters.binning()) : recorded;
			// refuses an uncalibrated movie before any work
			movie.calibration().metresPerPixel();
			final ExperimentResult result = analyse(movie, echem, parameters, progress.part(0.02, 1));
			done = true;
			return result;
		}
		finally {
			if (!done) recorded.close();
		}
	}

	/** The same with a movie that is open already. */
	static ExperimentResult analyse(final Movie recorded, final Path echem, final ExperimentParameters parameters,
		final Progress progress) throws IOException
	{
		final CyclerRecording cycler = ElectrochemFiles.read(echem, parameters.alignment().options(), progress.part(0, 0.01));
		refuseInVain(recorded, cycler, parameters);
		final MoviePreparation prepared = MoviePreparation.of(recorded, parameters.preparation(), progress.part(0, 0.25));
		final Movie movie = prepared.movie();
		final List<Rod> found = new ArrayList<>();
		final Set<String> remarks = new LinkedHashSet<>(prepared.notes());
		final List<RodLine> rods = parameters.rods();
		if (rods.isEmpty()) {
			final FoundRods search = RodFinder.find(movie, parameters.particle().finder(), progress.part(0.25, 0.3));
			found.addAll(search.rods());
			remarks.addAll(search.warnings());
			for (final Rod rod : found)
				rods.add(new RodLine(rod.id(), rod.axis().line()));
		}
		if (rods.isEmpty()) throw new InsufficientDataException(
			"No rod was found in the movie: give \"rods\": [{\"id\": \"P1\", \"line\": \"x0,y0,x1,y1\"}] in the parameters, in pixels along each rod.");
		return analyse(prepared, rods, found, remarks, cycler, parameters, progress.part(0.3, 1));
	}

	private static ExperimentResult analyse(final MoviePreparation prepared, final List<RodLine> rods,
		final List<Rod> found, final Set<String> remarks, final CyclerRecording cycler, final ExperimentParameters parameters,
		final Progress progress) throws IOException
	{
		final Movie movie = prepared.movie();
		final List<Kymograph> intensities = new ArrayList<>();
		for (int i = 0; i < rods.size(); i++)
			intensities.add(LineCut.kymograph(movie, rods.get(i).path(), parameters.lineCut(), progress.part(0.2 * i / rods
				.size(), 0.2 * (i + 1) / rods.size())));
		final AlignedElectrochemistry cell = AlignedElectrochemistry.of(cycler, movie.times(), () -> mean(intensities),
			parameters.alignment(), progress.part(0.2, 0.25));
		final List<Step> steps = cell.steps().list();
		final List<RodResult> results = new ArrayList<>();
		for (int i = 0; i < rods.size(); i++) {
			final double share = 0.75 / rods.size();
			final double begin = 0.25 + share * i;
			final RodParticle particle = ParticleAnalysis.of(prepared, rods.get(i), cell.timeline(), parameters.particle(), progress
				.part(begin, begin + 0.4 * share));
			final List<StepResult> stepResults = new ArrayList<>();
			for (int s = 0; s < steps.size(); s++) {
				final double from = begin + share * (0.4 + 0.5 * s / steps.size());
				final StepResult result = step(prepared, rods.get(i), particle, s, cell, intensities.get(i), parameters, progress.part(
					from, from + share * 0.5 / steps.size()));
				if (result != null) stepResults.add(result);
			}
			results.add(new RodResult(rods.get(i), intensities.get(i), stepResults, ParticleAnalysis.withFronts(particle, movie,
				cell, parameters, progress.part(begin + 0.9 * share, begin + share))));
		}
		if (results.get(0).steps().isEmpty()) throw noStep(movie, cell, parameters);
		for (final String w : warnings(movie, cell, results))
			remarks.add(w);
		return new ExperimentResult(prepared, found, cell, results, remarks.stream().map(ParameterKeys::inJson).collect(
			Collectors.toList()));
	}

	/** What can be known to be in vain before the movie is read: lines outside it, and a record that does not go with it. */
	private static void refuseInVain(final Movie movie, final CyclerRecording cycler, final ExperimentParameters parameters) {
		for (final RodLine rod : parameters.rods())
			LineSampler.of(movie, rod.path(), parameters.lineCut());
		if (parameters.alignment().method() == ClockAlignment.Method.INTENSITY_STEPS) return;
		final AlignedElectrochemistry cell = AlignedElectrochemistry.of(cycler, movie.times(), null, parameters.alignment(),
			Progress.NONE);
		if (cell.steps().list().stream().noneMatch(s -> isSeen(movie, s, cell, parameters))) throw noStep(movie, cell, parameters);
	}

	private static boolean isSeen(final Movie movie, final Step step, final AlignedElectrochemistry cell,
		final ExperimentParameters parameters)
	{
		return step.kind() == StepKind.CONSTANT_CURRENT && step.endSeconds() - step.startSeconds() >= parameters.shortestStepSeconds() &&
			movie.times().firstAtOrAfter(cell.endSeconds(step)) - movie.times().firstAtOrAfter(cell.startSeconds(
				step)) >= FEWEST_FRAMES;
	}

	private static InsufficientDataException noStep(final Movie movie, final AlignedElectrochemistry cell,
		final ExperimentParameters parameters)
	{
		return new InsufficientDataException(String.format(Locale.ROOT,
			"No current step of at least %s s lies within the movie (%.0f to %.0f s on its clock): check the alignment (%s).",
			parameters.shortestStepSeconds(), movie.times().seconds(0), movie.times().seconds(movie.frameCount() - 1), cell
				.alignment()));
	}

	/** @return null if the movie does not show the step, or it is no current step */
	private static StepResult step(final MoviePreparation prepared, final RodLine rod, final RodParticle particle, final int index,
		final AlignedElectrochemistry cell, final Kymograph intensity, final ExperimentParameters parameters,
		final Progress progress)
	{
		final Movie movie = prepared.movie();
		final Step step = cell.steps().list().get(index);
		if (!isSeen(movie, step, cell, parameters)) return null;
		final double start = cell.startSeconds(step);
		final double end = cell.endSeconds(step);
		final int first = movie.times().firstAtOrAfter(start - parameters.secondsBeforeStep());
		final int last = movie.times().firstAtOrAfter(end);
		Movie part = MovieView.of(movie).withFrames(first, last);
		double lag = parameters.lagSeconds();
		String reason = "given";
		if (lag == 0) {
			final LagChoice choice = LagChoice.of(intensity.columnRange(first, last));
			lag = choice.lagSeconds();
			reason = String.format(Locale.ROOT,
				"chosen, between averages of %d frame%s: strongest rates %.1f times the noise, at %.2f %% noise per intensity", choice
					.frames(), choice.frames() == 1 ? "" : "s", choice.signalToNoise(), 100 * choice.relativeNoise());
			if (choice.frames() > 1) part = BinnedMovie.of(part, parameters.binning().withSpatialBin(1).withTemporalBin(choice
				.frames()));
		}
		final Kymograph rate = LineCut.kymograph(part, rod.path(), parameters.lineCut().withLagSeconds(lag), progress.part(0,
			0.6));
		final int before = movie.times().firstAtOrAfter(start);
		double[] gain = null;
		if (parameters.areFringesRemoved() && before > first) {
			gain = Fringes.gain(intensity.columnRange(first, before));
			final DoubleSummaryStatistics gains = Arrays.stream(gain).summaryStatistics();
			reason += String.format(Locale.ROOT, "; for the fronts the rates are divided by the gain of fringes, %.2f to %.2f", gains
				.getMin(), gains.getMax());
		}
		final List<FrontAnalysis> fronts = new ArrayList<>();
		final List<FrontParameters> criteria = parameters.fronts();
		for (int c = 0; c < criteria.size(); c++) {
			final FrontParameters criterion = criteria.get(c).between(start, end);
			final Progress share = progress.part(0.6 + 0.3 * c / criteria.size(), 0.6 + 0.3 * (c + 1) / criteria.size());
			fronts.add(PieceTracing.trace(rate, gain, criterion, start, end, rod, particle, share));
		}
		final StepResult measured = new StepResult(index + 1, step, cell, rate, reason, fronts);
		final Material material = parameters.simulated();
		return material == null ? measured : measured.with(StepSimulation.of(measured, rod.path().length() * movie
			.calibration().metresPerPixel(), material, parameters, progress.part(0.9, 1)));
	}

	/** Mean over all rods of the intensity at each frame; what is outside the image is left out. */
	private static double[] mean(final List<Kymograph> intensities) {
		final double[] means = new double[intensities.get(0).columns()];
		for (int c = 0; c < means.length; c++) {
			double sum = 0;
			int n = 0;
			for (final Kymograph k : intensities)
				for (final float v : k.column(c)) {
					if (Float.isNaN(v)) continue;
					sum += v;
					n++;
				}
			means[c] = sum / n;
		}
		return means;
	}

	private static Set<String> warnings(final Movie movie, final AlignedElectrochemistry cell,
		final List<RodResult> rods)
	{
		final Set<String> all = new LinkedHashSet<>(movie.warnings());
		all.addAll(cell.warnings());
		for (final RodResult rod : rods) {
			for (final String w : rod.intensity().warnings())
				if (!movie.warnings().contains(w)) all.add(rod.rod().id() + ": " + w);
			for (final String w : rod.particle().warnings())
				if (!movie.warnings().contains(w)) all.add(rod.rod().id() + ": " + w);
			for (final StepResult step : rod.steps()) {
				final String where = rod.rod().id() + ", step " + step.number() + ": ";
				for (final FrontAnalysis fronts : step.fronts())
					for (final String w : fronts.warnings())
						if (!all.contains(w)) all.add(where + w);
				step.simulation().ifPresent(s -> s.warnings().forEach(w -> all.add(where + w)));
			}
		}
		return all;
	}
}
