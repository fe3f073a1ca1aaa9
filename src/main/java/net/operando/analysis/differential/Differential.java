package net.operando.analysis.differential;

import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;

/** Makes differential movies. Stateless. */
public final class Differential {

	private Differential() {}

	/**
	 * A movie of rates in 1/s, made frame by frame when asked for.
	 *
	 * @param movie intensities in counts
	 * @throws net.operando.base.InvalidInputException if a parameter cannot be meant
	 * @throws net.operando.base.InsufficientDataException if no two frames are a lag apart
	 */
	public static DifferentialMovie movie(final Movie movie, final DifferentialParameters parameters) {
		parameters.check();
		final Movie recorded = parameters.blockFrames() == 1 ? movie : BinnedMovie.of(movie, new BinningParameters()
			.withSpatialBin(1).withTemporalBin(parameters.blockFrames()));
		final LagPairs pairs = LagPairs.of(recorded.times(), parameters.lagSeconds());
		return new DifferentialMovie(recorded, pairs, parameters.form(), parameters.floorFor(recorded));
	}

	/** Whether the frame in the middle of a movie of rates has no value at all, as where all pixels are below the floor. */
	public static boolean isBlank(final Movie rates) {
		for (final float v : rates.frame(rates.frameCount() / 2, null))
			if (v - v == 0) return false;
		return true;
	}

	/**
	 * All frames of {@link #movie(Movie, DifferentialParameters)} at once, held in memory: 4 bytes per sample. Uses all
	 * cores; reads each frame of the movie once if an eighth of the heap holds the frames of one lag.
	 *
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static MemoryMovie stack(final Movie movie, final DifferentialParameters parameters, final Progress progress) {
		final DifferentialMovie rates = movie(movie, parameters);
		final float[][] frames = new float[rates.frameCount()][];
		Parallel.loop(frames.length, progress, "taking differences", i -> frames[i] = rates.frame(i, null));
		return MemoryMovie.ofValues(rates.name(), rates.width(), rates.height(), frames, rates.times(), rates.calibration(),
			rates.warnings());
	}
}
