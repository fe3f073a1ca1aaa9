package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.linecut.LagChoice;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.Movie;

/**
 * Tells from the fronts of a movie which ends of its rods lithium passes: an end a front starts from is active; one that a
 * front from the other end runs all the way to is not; of others the movie says nothing. Stateless.
 */
public final class RodActivity {

	private static final int FEWEST_FRAMES = 12;
	/** More columns than this do not tell more about where a front began; longer movies are averaged in time first. */
	private static final int MOST_COLUMNS = 150;
	/** A front counts if it is followed over this share of the rod. */
	private static final double SEEN = 0.12;
	/** A front has run through if it reaches this far. */
	private static final double THROUGH = 0.85;
	/** Where a front from an end is first followed, as a share of the rod; fainter starts may be missed. */
	private static final double BEGINS = 0.4;

	private RodActivity() {}

	/**
	 * The rods with what the movie tells about their ends; unchanged if it has fewer than 12 frames.
	 *
	 * @param movie the one they were found in, or the same drift-corrected
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static FoundRods judge(final Movie movie, final FoundRods found, final Progress progress) {
		final List<Rod> judged = new ArrayList<>();
		for (int i = 0; i < found.rods().size(); i++)
			judged.add(judge(movie, found.rods().get(i), progress.part(i / (double) found.rods().size(), (i + 1.0) / found.rods()
				.size())));
		return new FoundRods(judged, found.warnings());
	}

	private static Rod judge(final Movie movie, final Rod rod, final Progress progress) {
		if (movie.frameCount() < FEWEST_FRAMES) return rod;
		final int averaged = (movie.frameCount() + MOST_COLUMNS - 1) / MOST_COLUMNS;
		Movie shorter = averaged == 1 ? movie : binned(movie, averaged);
		final LineCutParameters cut = new LineCutParameters().withWidthPixels((int) Math.max(3, 0.6 * rod.axis().widthPixels()))
			.withPartialWidth(true);
		final Kymograph intensity = LineCut.kymograph(shorter, rod.axis().line(), cut.withLagSeconds(0), progress.part(0, 0.4));
		final LagChoice lag = LagChoice.of(intensity);
		if (lag.frames() > 1) shorter = binned(movie, averaged * lag.frames());
		if (shorter.frameCount() < FEWEST_FRAMES / 2) return rod;
		final Kymograph rate = LineCut.kymograph(shorter, rod.axis().line(), cut.withLagSeconds(lag.lagSeconds()), progress.part(
			0.4, 0.7));
		final FrontAnalysis fronts = FrontTracer.trace(rate, new FrontParameters(), progress.part(0.7, 1));
		return rod.withActivity(activity(fronts.fronts(), rod.lengthMetres(), FrontOrigin.START), activity(fronts.fronts(), rod
			.lengthMetres(), FrontOrigin.END));
	}

	private static Movie binned(final Movie movie, final int frames) {
		return BinnedMovie.of(movie, new BinningParameters().withSpatialBin(1).withTemporalBin(frames));
	}

	private static EndActivity activity(final List<FrontVelocity> fronts, final double length, final FrontOrigin end) {
		boolean through = false;
		for (final FrontVelocity front : fronts) {
			if (!front.velocity().isKnown() || Math.abs(front.lastMetres() - front.firstMetres()) < SEEN * length) continue;
			final double from = front.origin() == FrontOrigin.START ? front.firstMetres() : length - front.firstMetres();
			final double to = front.origin() == FrontOrigin.START ? front.lastMetres() : length - front.lastMetres();
			if (front.origin() == end && from < BEGINS * length) return EndActivity.ACTIVE;
			through |= front.origin() != end && front.origin() != FrontOrigin.INTERIOR && to > THROUGH * length;
		}
		return through ? EndActivity.INACTIVE : EndActivity.UNKNOWN;
	}
}
