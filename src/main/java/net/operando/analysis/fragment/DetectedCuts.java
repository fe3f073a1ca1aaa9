package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.crack.Crack;
import net.operando.analysis.crack.CrackAnalysis;
import net.operando.analysis.crack.CrackFinder;
import net.operando.analysis.crack.CrackParameters;
import net.operando.analysis.crack.CrackTip;
import net.operando.base.Progress;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/**
 * The cracks of a rod as {@link CrackFinder} finds them in the movie, as cuts. A crack that is there in the first frames is not
 * among them: nothing appears there. Immutable.
 */
public final class DetectedCuts {

	private final CrackAnalysis analysis;
	private final List<Cut> cuts;
	private final List<TipPoint> tips;

	private DetectedCuts(final CrackAnalysis analysis) {
		this.analysis = analysis;
		cuts = new ArrayList<>();
		tips = new ArrayList<>();
		for (final Crack crack : analysis.cracks()) {
			cuts.add(Cut.of(crack.id(), crack.positionMetres(), crack.onsetFrame()));
			for (final CrackTip tip : crack.tips())
				tips.add(TipPoint.of(crack.id(), tip.frame(), tip.xPixels(), tip.yPixels()));
		}
	}

	/** The cracks of an analysis that has been made, along its line. */
	public static DetectedCuts of(final CrackAnalysis analysis) {
		return new DetectedCuts(analysis);
	}

	/**
	 * Looks for cracks between the sides of the rod, which are found first if its width is not given, wherever they lie beside
	 * the line. Positions are along the line as given. Uses all cores.
	 *
	 * @param line along the rod, straight, from end to end, in px
	 * @throws net.operando.base.InvalidInputException as {@link CrackFinder#find} and {@link Fragments#analyse} say
	 * @throws net.operando.base.InsufficientDataException if the rod is not seen on the line or the movie is too short
	 */
	public static DetectedCuts find(final Movie movie, final LinePath line, final FragmentParameters parameters,
		final Progress progress)
	{
		parameters.check();
		final RodOutline outline = Fragments.outline(movie, line, parameters);
		final CrackParameters crack = new CrackParameters().withWidthPixels((int) Math.round(outline.width()));
		return new DetectedCuts(CrackFinder.find(movie, beside(line, 0.5 * (outline.low + outline.high)), crack, progress));
	}

	/** The line moved sideways by so many px, along the normal distances are counted on. */
	private static LinePath beside(final LinePath line, final double distance) {
		if (line.vertexCount() != 2) return line;
		final double length = line.length();
		final double dx = (line.x(1) - line.x(0)) / length;
		final double dy = (line.y(1) - line.y(0)) / length;
		return LinePath.straight(line.x(0) - distance * dy, line.y(0) + distance * dx, line.x(1) - distance * dy, line.y(1) +
			distance * dx);
	}

	/** The cracks themselves. */
	public CrackAnalysis analysis() {
		return analysis;
	}

	/** One per crack, in the order of their onset. */
	public List<Cut> cuts() {
		return List.copyOf(cuts);
	}

	/** What a user must see of the search; says so where there is no crack. */
	public List<String> warnings() {
		final List<String> warnings = new ArrayList<>(analysis.warnings());
		if (cuts.isEmpty()) warnings.add(
			"No crack appears in this movie, so the rod is one piece; cracks that are there from the start are not found: name them in a cracks.csv.");
		return warnings;
	}

	/** Where the tips are on the image. */
	public List<TipPoint> tips() {
		return List.copyOf(tips);
	}
}
