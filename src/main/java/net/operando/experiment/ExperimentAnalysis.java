package net.operando.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.linecut.LagChoice;
import net.operando.analysis.linecut.LineCut;
import net.operando.base.InsufficientDataException;
import net.operando.base.Progress;
import net.operando.data.electrochem.Step;
import net.operando.data.electrochem.StepKind;
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

	private static ExperimentResult analyse(final Movie movie, final Path echem, final ExperimentParameters parameters,
		final Progress progress) throws IOException
	{
		final List<RodLine> rods = parameters.rods();
		final List<Kymograph> intensities = new ArrayList<>();
		for (int i = 0; i < rods.size(); i++)
			intensities.add(LineCut.kymograph(movie, rods.get(i).path(), parameters.lineCut(), progress.part(0.5 * i / rods
				.size(), 0.5 * (i + 1) / rods.size())));
		final AlignedElectrochemistry cell = AlignedElectrochemistry.of(echem, movie.times(), () -> mean(intensities),
			parameters.alignment(), progress.part(0.5, 0.55));
		final List<Step> steps = cell.steps().list();
		final List<RodResult> results = new ArrayList<>();
		for (int i = 0; i < rods.size(); i++) {
			final List<StepResult> stepResults = new ArrayList<>();
			for (int s = 0; s < steps.size(); s++) {
				final double from = 0.55 + 0.45 * (i * steps.size() + s) / (rods.size() * steps.size());
				final StepResult result = step(movie, rods.get(i), s, cell, intensities.get(i), parameters, progress.part(from,
					from + 0.45 / (rods.size() * steps.size())));
				if (result != null) stepResults.add(result);
			}
			results.add(new RodResult(rods.get(i), intensities.get(i), stepResults));
		}
		if (results.get(0).steps().isEmpty()) throw new InsufficientDataException(String.format(Locale.ROOT,
			"No current step of at least %s s lies within the movie (%.0f to %.0f s on its clock): check the alignment (%s).",
			parameters.shortestStepSeconds(), movie.times().seconds(0), movie.times().seconds(movie.frameCount() - 1), cell
				.alignment()));
		return new ExperimentResult(movie, cell, results, warnings(movie, cell, results));
	}

	/** @return null if the movie does not show the step, or it is no current step */
	private static StepResult step(final Movie movie, final RodLine rod, final int index,
		final AlignedElectrochemistry cell, final Kymograph intensity, final ExperimentParameters parameters,
		final Progress progress)
	{
		final Step step = cell.steps().list().get(index);
		if (step.kind() != StepKind.CONSTANT_CURRENT || step.endSeconds() - step.startSeconds() < parameters
			.shortestStepSeconds()) return null;
		final double start = cell.startSeconds(step);
		final double end = cell.endSeconds(step);
		final int first = movie.times().firstAtOrAfter(start - parameters.secondsBeforeStep());
		final int last = movie.times().firstAtOrAfter(end);
		if (last - movie.times().firstAtOrAfter(start) < FEWEST_FRAMES) return null;
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
		final List<FrontAnalysis> fronts = new ArrayList<>();
		final List<FrontParameters> criteria = parameters.fronts();
		for (int c = 0; c < criteria.size(); c++)
			fronts.add(FrontTracer.trace(rate, criteria.get(c).between(start, end), progress.part(0.6 + 0.3 * c / criteria
				.size(), 0.6 + 0.3 * (c + 1) / criteria.size())));
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

	private static List<String> warnings(final Movie movie, final AlignedElectrochemistry cell,
		final List<RodResult> rods)
	{
		final Set<String> all = new LinkedHashSet<>(movie.warnings());
		all.addAll(cell.warnings());
		for (final RodResult rod : rods) {
			for (final String w : rod.intensity().warnings())
				if (!movie.warnings().contains(w)) all.add(rod.rod().id() + ": " + w);
			for (final StepResult step : rod.steps()) {
				final String where = rod.rod().id() + ", step " + step.number() + ": ";
				for (final FrontAnalysis fronts : step.fronts())
					for (final String w : fronts.warnings())
						if (!all.contains(w)) all.add(where + w);
				step.simulation().ifPresent(s -> s.warnings().forEach(w -> all.add(where + w)));
			}
		}
		return all.stream().map(ParameterKeys::inJson).collect(Collectors.toList());
	}
}
