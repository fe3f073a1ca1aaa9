package net.operando.analysis.crack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/** Finds the cracks of a rod. Stateless. */
public final class CrackFinder {

	/** Width of the line filter: that of a narrow crack behind the microscope's point spread. */
	static final double FILTER_SIGMA_UM = 0.15;
	private static final double SMALLEST_SIGMA_PX = 1.2;
	/** Stretch at the rod's ends that is left out: an end that moves with the rod's length looks like a line. */
	private static final double END_UM = 0.9;
	private static final double APART_UM = 1.2;
	private static final double SHORTEST_LINE_UM = 4;
	private static final int FEWEST_FRAMES = 10;
	/** Share of the step that must still be there in the rest of the movie, in the middle and at its end. */
	private static final double PERSISTENT = 0.5;

	private CrackFinder() {}

	/**
	 * Finds lines across a rod that appear, grow and stay, and follows their tips. The sample must stay where it is on the
	 * image (correct drift first); only the rod's surroundings are read, once for all frames and once more around each
	 * crack. Light that changes as a whole does not matter, nor do fringes and dust that stay, nor a focus that jumps.
	 * <p>
	 * A crack that is there in the first frame, or crosses after the last, is not found. Times are those of the frames; speeds
	 * are along the crack. Double precision; uses all cores. Sources: see the package.
	 *
	 * @param movie of known pixel size
	 * @param line the rod's axis from end to end, straight, in px; it may reach beyond the ends
	 * @throws InvalidInputException if the pixel size is unknown, the line is bent, too short or outside, or a parameter cannot
	 *           be meant
	 * @throws InsufficientDataException if there are too few frames or too few values
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static CrackAnalysis find(final Movie movie, final LinePath line, final CrackParameters parameters,
		final Progress progress)
	{
		parameters.validate();
		final double pixel = movie.calibration().micrometresPerPixel();
		if (line.vertexCount() != 2) throw new InvalidInputException("The rod's line has " + line.vertexCount() +
			" points: cracks are looked for along a straight one, so give its two ends.");
		if (line.length() * pixel < SHORTEST_LINE_UM) throw new InvalidInputException(String.format(Locale.ROOT,
			"The line is %.2f um long, too short to tell a crack from the rod's ends: draw it from end to end of the rod, at least %.0f um.",
			line.length() * pixel, SHORTEST_LINE_UM));
		if (movie.frameCount() < FEWEST_FRAMES) throw new InsufficientDataException("The movie has " + movie.frameCount() +
			" frames: at least " + FEWEST_FRAMES + " are needed to see a crack come and stay.");
		final double sigma = Math.max(SMALLEST_SIGMA_PX, FILTER_SIGMA_UM / pixel);
		final RodStrip strip = RodStrip.read(movie, line, parameters, sigma, END_UM / pixel, progress.part(0, 0.6));
		final StepSearch search = new StepSearch(strip, movie.times().toArray(), movie.times().medianIntervalSeconds(), pixel,
			parameters.threshold(), progress.part(0.6, 0.7));
		final double[] changes = strip.changes();
		final List<Crack> cracks = new ArrayList<>();
		for (final StepSearch.Candidate candidate : search.candidates(APART_UM / pixel, 2 * parameters.maxCracks())) {
			progress.checkCancelled();
			if (cracks.size() == parameters.maxCracks()) break;
			final Crack crack = CrackTracing.trace(movie, line, parameters, candidate, changes, sigma, progress.part(0.7, 1));
			if (crack != null && stays(crack, candidate, search, movie, pixel)) cracks.add(crack);
		}
		final List<String> warnings = new ArrayList<>(movie.warnings());
		for (final StepSearch.Candidate candidate : search.partial(APART_UM / pixel, 2 * parameters.maxCracks()))
			if (partStays(candidate, search, movie, pixel, parameters) && cracks.stream().noneMatch(c -> Math.abs(c.positionMetres() * 1e6 -
				candidate.position * pixel) < APART_UM)) warnings.add(String.format(Locale.ROOT,
					"A dark line that stays comes at %.1f um at about %.1f s, but it does not cross the rod as a crack does (a crack that stops, a crack with another beside it, or dust): look there.",
					candidate.position * pixel, candidate.seconds));
		cracks.sort(Comparator.comparingDouble(c -> c.onsetSeconds().value()));
		final List<Crack> numbered = new ArrayList<>();
		for (final Crack crack : cracks)
			numbered.add(crack.numbered(numbered.size() + 1));
		progress.update(1, "done");
		return new CrackAnalysis(line, numbered, warnings);
	}

	/** Whether the line is still there after it has crossed, in each half of what is left of the movie. */
	private static boolean stays(final Crack crack, final StepSearch.Candidate candidate, final StepSearch search,
		final Movie movie, final double pixel)
	{
		return remains(candidate, search, movie, pixel, crack.onsetFrame(), movie.times().firstAtOrAfter(crack
			.crossedSeconds()), PERSISTENT * crack.depth());
	}

	/** The same for a line across a part of the rod, whose mean response across the rod is that part of its own. */
	private static boolean partStays(final StepSearch.Candidate candidate, final StepSearch search, final Movie movie,
		final double pixel, final CrackParameters parameters)
	{
		final double run = Math.abs(candidate.slownessSecondsPerPixel) * parameters.widthPixels();
		return remains(candidate, search, movie, pixel, movie.times().firstAtOrAfter(candidate.seconds - 0.5 * run), movie.times()
			.firstAtOrAfter(candidate.seconds + 0.5 * run), PERSISTENT * StepSearch.SMALLEST_PART * candidate.score);
	}

	private static boolean remains(final StepSearch.Candidate candidate, final StepSearch search, final Movie movie,
		final double pixel, final int firstFrame, final int lastFrame, final double least)
	{
		final int before = Math.max(1, firstFrame);
		final int after = Math.min(movie.frameCount() - 2, lastFrame);
		final int half = (after + movie.frameCount()) / 2;
		// the pieces move apart by some hundred nanometres
		final int slack = (int) Math.ceil(0.25 / pixel);
		final double base = search.level(candidate, Math.max(0, before - 20), before, 0);
		return search.level(candidate, after, Math.max(after + 1, half), slack) - base > least && search.level(candidate, half,
			movie.frameCount(), slack) - base > least;
	}
}
