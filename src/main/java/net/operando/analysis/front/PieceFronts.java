package net.operando.analysis.front;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/**
 * Fronts in a part of a line, such as a piece of a rod that has cracked: traced in that part alone, positions from the start
 * of the whole line, and fronts from an inner end (a crack's face) with the origin {@link FrontOrigin#INTERIOR}.
 * Thread-safe.
 */
public final class PieceFronts {

	/**
	 * Beside a crack its dark line is what changes most, which is blurred, widens, and lies across the cut at a slant while its tip
	 * passes: so much is left out, in m.
	 */
	public static final double FACE = 0.8e-6;
	/** Times that margin a part must be long to leave it out. */
	private static final double LEAST_MARGINS = 4;

	private PieceFronts() {}

	/**
	 * The rows of a kymograph that lie in a part of its line: from its start up to, but without, its end, which belongs to
	 * the next part, unless it is the line's own.
	 *
	 * @param fromMetres start of the part; @param toMetres its end
	 */
	public static Kymograph part(final Kymograph kymograph, final double fromMetres, final double toMetres) {
		final int first = firstRow(kymograph, fromMetres);
		final int end = firstRow(kymograph, toMetres);
		return kymograph.rowRange(first, end >= kymograph.rows() - 1 ? kymograph.rows() : end);
	}

	private static int firstRow(final Kymograph kymograph, final double metres) {
		return (int) Math.ceil(metres / kymograph.positionStepMetres() - 1e-6);
	}

	/**
	 * @param kymograph of the whole line
	 * @param fromMetres start of the part; @param toMetres its end
	 * @param name of the part, for the window of every front
	 * @param parameters what to look for in it
	 * @see FrontTracer#trace
	 */
	public static FrontAnalysis trace(final Kymograph kymograph, final double fromMetres, final double toMetres,
		final String name, final FrontParameters parameters, final Progress progress)
	{
		final boolean atStart = firstRow(kymograph, fromMetres) <= 0;
		final boolean atEnd = firstRow(kymograph, toMetres) >= kymograph.rows() - 1;
		// a simulated composition knows no crack's shadow
		final boolean seen = kymograph.quantity() != KymographQuantity.COMPOSITION_RATE;
		final boolean roomy = toMetres - fromMetres > LEAST_MARGINS * FACE && seen;
		final double from = atStart || !roomy ? fromMetres : fromMetres + FACE;
		final double to = atEnd || !roomy ? toMetres : toMetres - FACE;
		final double offset = firstRow(kymograph, from) * kymograph.positionStepMetres();
		final FrontAnalysis found = FrontTracer.trace(part(kymograph, from, to), parameters, seen && !(atStart && atEnd), progress);
		final List<FrontVelocity> fronts = new ArrayList<>();
		for (final FrontVelocity f : found.fronts()) {
			final boolean inner = f.origin() == FrontOrigin.START ? !atStart : f.origin() == FrontOrigin.END && !atEnd;
			fronts.add(new FrontVelocity(f.id(), f.criterion(), f.polarity(), inner ? FrontOrigin.INTERIOR : f.origin(), f
				.velocity(), f.lagSeconds(), name + ": " + f.window(), f.flag(), moved(f.points(), offset)));
		}
		final List<MeetingPoint> meetings = new ArrayList<>();
		for (final MeetingPoint m : found.meetings())
			meetings.add(new MeetingPoint(m.firstId(), m.secondId(), m.timeSeconds(), m.positionMetres().plus(offset)));
		return new FrontAnalysis(fronts, meetings, found.homogeneousSeconds(), found.homogeneousDefinition(), found
			.warnings());
	}

	/**
	 * Fronts in rates of a piece that one crack or two have made, cut so that what lies beside them is left out.
	 *
	 * @see FrontTracer#trace
	 */
	public static FrontAnalysis traceCut(final Kymograph piece, final FrontParameters parameters, final Progress progress) {
		return FrontTracer.trace(piece, parameters, true, progress);
	}

	private static List<FrontPoint> moved(final List<FrontPoint> points, final double offset) {
		final List<FrontPoint> moved = new ArrayList<>();
		for (final FrontPoint p : points)
			moved.add(new FrontPoint(p.timeSeconds(), p.positionMetres() + offset, p.standardErrorMetres(), p.isUsed()));
		return moved;
	}

	/**
	 * The fronts of several parts or times in one analysis, numbered through in their order. A time of homogeneity is kept if
	 * there is but one analysis: that of a part is not that of the line.
	 */
	public static FrontAnalysis joined(final List<FrontAnalysis> analyses) {
		if (analyses.size() == 1) return analyses.get(0);
		final List<FrontVelocity> fronts = new ArrayList<>();
		final List<MeetingPoint> meetings = new ArrayList<>();
		final List<String> warnings = new ArrayList<>();
		int before = 0;
		for (final FrontAnalysis analysis : analyses) {
			for (final FrontVelocity f : analysis.fronts())
				fronts.add(new FrontVelocity(before + f.id(), f.criterion(), f.polarity(), f.origin(), f.velocity(), f.lagSeconds(),
					f.window(), f.flag(), f.points()));
			for (final MeetingPoint m : analysis.meetings())
				meetings.add(new MeetingPoint(before + m.firstId(), before + m.secondId(), m.timeSeconds(), m.positionMetres()));
			for (final String warning : analysis.warnings())
				if (!warnings.contains(warning)) warnings.add(warning);
			before += analysis.fronts().size();
		}
		return new FrontAnalysis(fronts, meetings, Double.NaN, Homogeneity.UNKNOWN, warnings);
	}
}
