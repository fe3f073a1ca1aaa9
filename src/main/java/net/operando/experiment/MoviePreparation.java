package net.operando.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.analysis.drift.Drift;
import net.operando.analysis.drift.DriftParameters;
import net.operando.analysis.drift.DriftResult;
import net.operando.base.InsufficientDataException;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.BackgroundGain;
import net.operando.data.movie.DriftCorrectedMovie;
import net.operando.data.movie.FlatField;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;
import net.operando.data.movie.NormalisedMovie;

/**
 * A movie made ready to be measured: even light, a steady lamp, a sample that stays. What is set to Auto is first looked at in some
 * frames spread over the movie, and done for all of them only where it is needed: each frame read costs time, and each resampling a
 * little sharpness. Immutable.
 */
final class MoviePreparation {

	/** Frames looked at to decide. */
	private static final int LOOKS = 25;

	/** Less movement than this biases no speed of a front by as much as its noise does; see docs/validation/drift.md. */
	private static final double LEAST_DRIFT_PIXELS = 0.1;

	/** A tenth of the noise of a rate over one lag (domain of 0.1 %/s), spread over the movie. */
	private static final double LEAST_LAMP_CHANGE = 0.002;

	private final Movie movie;
	private final FrameShifts shifts;
	private final NormalisedMovie normalised;
	private final List<String> notes;

	private MoviePreparation(final Movie movie, final FrameShifts shifts, final NormalisedMovie normalised,
		final List<String> notes)
	{
		this.movie = movie;
		this.shifts = shifts;
		this.normalised = normalised;
		this.notes = List.copyOf(notes);
	}

	/**
	 * @param recorded calibrated
	 * @throws net.operando.base.OperandoException if what was asked for (On) cannot be done
	 */
	static MoviePreparation of(final Movie recorded, final PreparationSettings settings, final Progress progress) {
		final List<String> notes = new ArrayList<>();
		final Movie few = settings.driftMode() == Toggle.AUTO || settings.illuminationMode() == Toggle.AUTO ? spread(recorded)
			: null;
		NormalisedMovie normalised = null;
		Movie movie = recorded;
		final FlatField flat = settings.flatField().isEmpty() ? null : flatField(settings.flatFieldPath(), progress.part(0,
			0.05));
		final double[] gains = gains(recorded, few, settings, notes, progress.part(0.05, 0.3));
		if (flat != null || gains != null) {
			normalised = NormalisedMovie.of(recorded, flat, gains);
			movie = normalised;
		}
		final FrameShifts shifts = shifts(movie, few, settings, notes, progress.part(0.3, 1));
		if (shifts != null) movie = DriftCorrectedMovie.of(movie, shifts);
		return new MoviePreparation(movie, shifts, normalised, notes);
	}

	private static FlatField flatField(final Path file, final Progress progress) {
		try (Movie even = MovieFiles.open(file, MovieOpenOptions.ofImages(), progress)) {
			return FlatField.of(even, progress);
		}
	}

	/** @return null if the light is left as it is */
	private static double[] gains(final Movie movie, final Movie few, final PreparationSettings settings,
		final List<String> notes, final Progress progress)
	{
		if (settings.illuminationMode() == Toggle.OFF) return null;
		if (settings.illuminationMode() == Toggle.ON) return BackgroundGain.of(movie, BackgroundGain.background(movie), progress);
		try {
			final double[] seen = Arrays.stream(BackgroundGain.of(few, BackgroundGain.background(few), progress.part(0, 0.1)))
				.filter(g -> !Double.isNaN(g)).sorted().toArray();
			if (seen.length == 0 || seen[seen.length - 1] - seen[0] < LEAST_LAMP_CHANGE) return null;
			notes.add(String.format(Locale.ROOT,
				"The lamp changed by %.1f %% (seen on the background of %d frames), so every frame was divided by its background's level.",
				100 * (seen[seen.length - 1] - seen[0]), few.frameCount()));
			return BackgroundGain.of(movie, BackgroundGain.background(movie), progress.part(0.1, 1));
		}
		catch (final InsufficientDataException e) {
			notes.add("The light was left as it is: " + e.getMessage());
			return null;
		}
	}

	/** @return null if the sample is left where it is */
	private static FrameShifts shifts(final Movie movie, final Movie few, final PreparationSettings settings,
		final List<String> notes, final Progress progress)
	{
		if (settings.driftMode() == Toggle.OFF) return null;
		final DriftParameters parameters = settings.drift();
		if (settings.driftMode() == Toggle.AUTO) try {
			final double seen = extent(Drift.estimate(few, parameters, progress.part(0, 0.1)).shifts());
			if (!(seen >= LEAST_DRIFT_PIXELS)) return null;
			notes.add(String.format(Locale.ROOT,
				"The sample moved by up to %.1f px (seen in %d frames), so the movie was corrected for drift.", seen, few
					.frameCount()));
		}
		catch (final InsufficientDataException e) {
			notes.add("Drift was not corrected: " + e.getMessage());
			return null;
		}
		final DriftResult result = Drift.estimate(movie, parameters, progress.part(0.1, 1));
		notes.addAll(result.warnings());
		return result.shifts();
	}

	/** The largest distance between two frames of those looked at, about. */
	private static double extent(final FrameShifts shifts) {
		double[] low = { 0, 0 };
		double[] high = { 0, 0 };
		for (int i = 0; i < shifts.size(); i++) {
			final FrameShift s = shifts.shift(i);
			if (!s.isKnown()) return Double.POSITIVE_INFINITY;
			low = new double[] { Math.min(low[0], s.dxPixels()), Math.min(low[1], s.dyPixels()) };
			high = new double[] { Math.max(high[0], s.dxPixels()), Math.max(high[1], s.dyPixels()) };
		}
		return Math.hypot(high[0] - low[0], high[1] - low[1]);
	}

	private static Movie spread(final Movie movie) {
		final int stride = Math.max(1, (movie.frameCount() - 1) / (LOOKS - 1));
		return MovieView.of(movie).withEvery(stride);
	}

	/** The movie to measure. Closing it closes the recording. */
	Movie movie() {
		return movie;
	}

	/** Where the sample was; null if it was left where it is. */
	FrameShifts shifts() {
		return shifts;
	}

	/** The movie whose light was evened; null if it was left as it is. */
	NormalisedMovie normalised() {
		return normalised;
	}

	/** Whether the sample jumped or left focus in each frame, as far as its background says. */
	boolean[] blurred() {
		final boolean[] blurred = new boolean[movie.frameCount()];
		if (shifts != null) for (int f = 0; f < blurred.length; f++)
			blurred[f] = shifts.shift(f).focusChanged() || !shifts.shift(f).isKnown();
		return blurred;
	}

	/** What was done and why, or why not. */
	List<String> notes() {
		return notes;
	}
}
