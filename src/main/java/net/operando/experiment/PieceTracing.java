package net.operando.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.analysis.crack.Crack;
import net.operando.analysis.front.Fringes;
import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.PieceFronts;
import net.operando.base.InsufficientDataException;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/**
 * Fronts of a step on a rod that cracks: the whole rod until its first crack, then every piece by itself, since lithium
 * enters at the faces of a crack and no front passes through one.
 */
final class PieceTracing {

	/** A part of a step shorter than this share of it holds no front of its own, in time. */
	private static final double LEAST_SHARE = 0.05;

	private PieceTracing() {}

	/**
	 * @param rate of the whole line
	 * @param gain of fringes at each position; null if they are left in
	 * @param criterion for the whole step, from {@code start} to {@code end} in s of the movie
	 * @param rod with the cracks it had before the movie; @param particle with those that were found in it
	 */
	static FrontAnalysis trace(final Kymograph rate, final double[] gain, final FrontParameters criterion,
		final double start, final double end, final RodLine rod, final RodParticle particle, final Progress progress)
	{
		final double[] old = rod.cracksMetres();
		final List<Crack> cracks = new ArrayList<>();
		particle.cracks().ifPresent(c -> c.cracks().stream().filter(k -> k.onsetSeconds().value() < end && isNew(k, old)).forEach(cracks::add));
		if (cracks.isEmpty() && old.length == 0) return gain == null ? FrontTracer.trace(rate, criterion, progress) : FrontTracer.trace(rate, gain,
			criterion, progress);
		final List<Double> moments = new ArrayList<>();
		moments.add(start);
		cracks.stream().map(c -> Math.max(start, c.onsetSeconds().value())).sorted().forEach(moments::add);
		moments.add(end);
		final Kymograph even = gain == null ? rate : Fringes.without(rate, gain);
		final double length = (rate.rows() - 1) * rate.positionStepMetres();
		final List<FrontAnalysis> all = new ArrayList<>();
		for (int m = 0; m + 1 < moments.size(); m++) {
			final double from = moments.get(m);
			final double to = moments.get(m + 1);
			if (to - from < LEAST_SHARE * (end - start)) continue;
			final List<Double> faces = new ArrayList<>(List.of(0.0, length));
			for (final double metres : old)
				if (metres < length) faces.add(metres);
			for (final Crack crack : cracks)
				if (crack.onsetSeconds().value() <= from) faces.add(crack.positionMetres());
			faces.sort(null);
			for (int p = 0; p + 1 < faces.size(); p++)
				try {
					all.add(PieceFronts.trace(even, faces.get(p), faces.get(p + 1), faces.size() == 2 ? "whole rod" : "piece " + (p + 1),
						criterion.between(from, to), progress.part((double) m / moments.size(), (m + 1.0) / moments.size())));
				}
				catch (final InsufficientDataException e) {
					// a sliver beside a face, or a moment between two cracks, is too small to hold a front
					continue;
				}
		}
		if (all.isEmpty()) return FrontTracer.trace(even, criterion, progress);
		return PieceFronts.joined(all);
	}

	/** Whether a crack that was found is none of those known: these widen, and may be found then. */
	static boolean isNew(final Crack crack, final double[] known) {
		return Arrays.stream(known).allMatch(metres -> Math.abs(metres - crack.positionMetres()) > SAME);
	}

	/** Cracks nearer than this are one, m. */
	private static final double SAME = 1e-6;
}
