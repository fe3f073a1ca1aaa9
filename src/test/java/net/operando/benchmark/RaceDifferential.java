package net.operando.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.Supplier;

import net.operando.analysis.differential.Differential;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.base.Progress;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;

/**
 * The first race: 1000 x 512 x 512 counts, mean of 2 x 2 pixels and 5 frames, then the fractional difference over ten
 * binned frames: 190 frames of 256 x 256. Arguments: the peers' work folder, then "memory" (the default) or "file".
 * The checksum is the peers': the sum of the differences, which are our rates times the lag of 5 s.
 */
public final class RaceDifferential {

	private static final double FRAME_SECONDS = 0.1;
	private static final double LAG_SECONDS = 5;

	private RaceDifferential() {}

	public static void main(final String[] args) throws IOException {
		final Path file = Paths.get(args[0], "diff_1000x512x512.u16");
		try (RawMovie raw = new RawMovie(file, 512, FRAME_SECONDS)) {
			if (args.length > 1 && args[1].equals("file")) {
				Race.run("p1A_operando_from_file", 1, 7, checked(() -> raw));
				return;
			}
			final Movie recorded = raw.load();
			Race.run("p1A_operando", checked(() -> recorded));
		}
	}

	private static java.util.function.DoubleSupplier checked(final Supplier<Movie> movie) {
		final MemoryMovie[] last = new MemoryMovie[1];
		final double[] checksum = { Double.NaN };
		return () -> {
			last[0] = stack(movie.get());
			// the sum is no part of the work: it is taken once
			if (Double.isNaN(checksum[0])) checksum[0] = sum(last[0]) * LAG_SECONDS;
			return checksum[0];
		};
	}

	/** What a user runs: a binned view of the movie, and the stack of its differences. */
	private static MemoryMovie stack(final Movie recorded) {
		final BinnedMovie binned = BinnedMovie.of(recorded, new BinningParameters().withSpatialBin(2).withTemporalBin(5));
		return Differential.stack(binned, new DifferentialParameters().withLagSeconds(LAG_SECONDS), Progress.NONE);
	}

	private static double sum(final MemoryMovie movie) {
		double sum = 0;
		for (int i = 0; i < movie.frameCount(); i++)
			for (final float value : movie.frame(i, null))
				sum += value;
		return sum;
	}
}
