package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.PieceFronts;
import net.operando.analysis.linecut.LagChoice;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.data.io.TidyTable;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;

/**
 * Looks for fronts in each piece by itself, so that one that sets out from a crack's face is found as one that sets out from
 * an end, and says where on the rod that was. The kymograph of a piece leaves out what its intensity leaves out at its faces.
 */
public final class FragmentFronts {

	private static final int FEWEST_FRAMES = 8;
	private static final double SHORTEST_METRES = 1.5e-6;

	private FragmentFronts() {}

	/**
	 * @param windows from and to in s of the movie, one pair per current step; where empty, the whole life of each piece
	 * @param lineCut how kymographs are cut; a lag of 0 is chosen by the noise
	 * @param criteria of the fronts; its times are replaced by the windows
	 * @param erodeMetres left out at either face of a piece
	 */
	public static List<FragmentFront> find(final Movie movie, final FragmentAnalysis rod, final List<double[]> windows,
		final LineCutParameters lineCut, final FrontParameters criteria, final double erodeMetres, final Progress progress)
	{
		final List<FragmentFront> all = new ArrayList<>();
		final List<Fragment> pieces = rod.fragments();
		final List<double[]> steps = windows.isEmpty() ? List.of(new double[] { Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY }) : windows;
		for (int i = 0; i < pieces.size(); i++) {
			final List<FragmentFront> found = new ArrayList<>();
			for (int s = 0; s < steps.size(); s++)
				found.addAll(inStep(movie, rod, pieces.get(i), steps.get(s), lineCut, criteria, erodeMetres, progress.part((i + (double) s /
					steps.size()) / pieces.size(), (i + (s + 1.0) / steps.size()) / pieces.size())));
			found.sort(Comparator.comparingDouble((FragmentFront f) -> f.velocity().firstSeconds()).thenComparing(f -> f.velocity()
				.firstMetres()));
			for (int k = 0; k < found.size(); k++) {
				final FragmentFront f = found.get(k);
				all.add(new FragmentFront(pieces.get(i).id() + "-F" + (k + 1), f.fragmentId(), f.origin(), f.velocity(), f
					.offsetMetres(), f.points()));
			}
		}
		return all;
	}

	private static List<FragmentFront> inStep(final Movie movie, final FragmentAnalysis rod, final Fragment piece,
		final double[] window, final LineCutParameters lineCut, final FrontParameters criteria, final double erode,
		final Progress progress)
	{
		final int first = Math.max(piece.firstFrame(), movie.times().firstAtOrAfter(window[0]));
		final int last = Math.min(piece.lastFrame(), movie.times().firstAtOrAfter(window[1]) - 1);
		if (last - first + 1 < FEWEST_FRAMES) return List.of();
		final boolean cut = piece.startsAtCrack() || piece.endsAtCrack();
		final double from = piece.startMetres(first) + (piece.startsAtCrack() ? Math.max(erode, PieceFronts.FACE) : erode);
		final double to = piece.endMetres(first) - (piece.endsAtCrack() ? Math.max(erode, PieceFronts.FACE) : erode);
		if (to - from < SHORTEST_METRES) return List.of();
		final double px = rod.metresPerPixel();
		final LinePath path = RodStrip.part(rod.line(), from / px, to / px);
		Movie part = MovieView.of(movie).withFrames(first, last + 1);
		LineCutParameters lagged = lineCut;
		if (!lagged.isRate()) {
			final LagChoice choice = LagChoice.of(LineCut.kymograph(part, path, lagged, progress.part(0, 0.2)));
			lagged = lagged.withLagSeconds(choice.lagSeconds());
			if (choice.frames() > 1) part = BinnedMovie.of(part, new BinningParameters().withSpatialBin(1).withTemporalBin(choice
				.frames()));
		}
		final Kymograph rate = LineCut.kymograph(part, path, lagged, progress.part(0.2, 0.4));
		final FrontParameters all = criteria.between(Double.NaN, Double.NaN);
		final FrontAnalysis traced = cut ? PieceFronts.traceCut(rate, all, progress.part(0.4, 1)) : FrontTracer.trace(rate, all, progress.part(0.4, 1));
		final List<FragmentFront> fronts = new ArrayList<>();
		for (final FrontVelocity front : traced.fronts())
			if (front.velocity().isKnown()) fronts.add(new FragmentFront("", piece.id(), origin(piece, front.origin()), front, from,
				points(rod, front, from)));
		return fronts;
	}

	/** A face that is a crack's is the interior of the rod. */
	private static FrontOrigin origin(final Fragment piece, final FrontOrigin inPiece) {
		if (inPiece == FrontOrigin.START && !piece.startsAtCrack() || inPiece == FrontOrigin.END && !piece.endsAtCrack())
			return inPiece;
		return FrontOrigin.INTERIOR;
	}

	private static List<FragmentFront.Point> points(final FragmentAnalysis rod, final FrontVelocity front,
		final double offset)
	{
		final List<FragmentFront.Point> points = new ArrayList<>();
		final double um = rod.metresPerPixel() * 1e6;
		for (final FrontPoint p : front.points()) {
			if (!p.isUsed()) continue;
			final double[] at = RodStrip.point(rod.line(), (offset + p.positionMetres()) / rod.metresPerPixel());
			points.add(new FragmentFront.Point(p.timeSeconds(), at[0] * um, at[1] * um));
		}
		return points;
	}

	/** One row per front, the columns of fronts.csv with the piece; positions count along the rod's line. */
	public static TidyTable table(final List<FragmentFront> fronts) {
		final TidyTable table = TidyTable.withColumns("front_id", "fragment_id", "criterion", "polarity", "origin", "t0_s",
			"t1_s", "z0_um", "z1_um", "velocity_nm_per_s", "velocity_se_nm_per_s", "velocity_low_nm_per_s",
			"velocity_high_nm_per_s", "n", "lag_s", "window", "flag");
		for (final FragmentFront f : fronts) {
			final FrontVelocity v = f.velocity();
			table.row(f.id(), f.fragmentId(), v.criterion().key(), v.polarity().key(), f.origin().key(), v.firstSeconds(), v
				.lastSeconds(), (f.offsetMetres() + v.firstMetres()) * 1e6, (f.offsetMetres() + v.lastMetres()) * 1e6, v.velocity()
					.value() * 1e9, v.velocity().standardError() * 1e9, v.velocity().low() * 1e9, v.velocity().high() * 1e9, v
						.velocity().n(), v.lagSeconds(), v.window(), v.flag());
		}
		return table;
	}
}
