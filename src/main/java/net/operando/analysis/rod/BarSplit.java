package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a shape apart into straight bars, jointly: of the bars that may be in it ({@link BarCandidates}), those are chosen that
 * together explain most of it at the least number ({@link BarCover}), by shortest description: a further bar must explain
 * more than its price. One bar is tried, then all pairs, then more, and what is chosen is moved together.
 */
final class BarSplit {

	/** Price of a bar, as a share of the area of the smallest. */
	private static final double PRICE = 0.35;
	private static final int MOST = 8;
	/** Subsets that are moved to their best place before one is chosen. */
	private static final int TRIED = 4;
	private static final int TRIED_ALONE = 2;
	private static final int MOST_CANDIDATES = 70;

	private BarSplit() {}

	/**
	 * @param gain of each pixel: 1 on a rod, -1 on carbon, 0 where it may be either
	 * @param shape of one connected part
	 * @param cell pixels that are taken together, 1 or more
	 * @param leastLength of a bar, in pixels; @param leastWidth in pixels
	 */
	static List<RodAxis> of(final double[] gain, final boolean[] shape, final int width, final int height, final int cell,
		final double leastLength, final double leastWidth)
	{
		final BarCover cover = new BarCover(gain, shape, width, height, cell, leastWidth);
		final double price = PRICE * leastLength * leastWidth;
		final List<RodAxis> candidates = BarCandidates.of(shape, width, leastWidth);
		List<RodAxis> best = more(cover, List.of(), candidates);
		if (best.isEmpty()) return best;
		while (best.size() < MOST && cover.loss(best) > price) {
			candidates.addAll(BarCandidates.of(without(shape, width, best), width, leastWidth));
			List<RodAxis> next = more(cover, best, candidates);
			if (best.size() == 1) {
				final List<RodAxis> pair = pair(cover, candidates);
				if (next.isEmpty() || !pair.isEmpty() && cover.gain(pair) > cover.gain(next)) next = pair;
			}
			if (next.isEmpty() || cover.gain(next) < cover.gain(best) + price) break;
			best = next;
		}
		return withoutIdle(cover, best, price, leastLength);
	}

	/** With one bar more, the best of some. */
	private static List<RodAxis> more(final BarCover cover, final List<RodAxis> bars, final List<RodAxis> candidates) {
		final float[] left = cover.leftBy(bars);
		final Map<RodAxis, Double> gain = new IdentityHashMap<>();
		for (final RodAxis c : candidates)
			gain.put(c, cover.gain(cover.of(c), left));
		final List<RodAxis> sorted = new ArrayList<>(candidates);
		sorted.sort(Comparator.comparingDouble(c -> -gain.get(c)));
		List<RodAxis> best = List.of();
		double most = 0;
		for (int i = 0; i < Math.min(bars.isEmpty() ? TRIED_ALONE : TRIED, sorted.size()); i++) {
			final List<RodAxis> tried = new ArrayList<>(bars);
			tried.add(sorted.get(i));
			final List<RodAxis> climbed = cover.climbed(tried);
			final double g = cover.gain(climbed);
			if (g <= most) continue;
			most = g;
			best = climbed;
		}
		return best;
	}

	/** The best two of all that may be. */
	private static List<RodAxis> pair(final BarCover cover, final List<RodAxis> candidates) {
		final int n = Math.min(MOST_CANDIDATES, candidates.size());
		final float[][] covers = new float[n][];
		final double[] alone = new double[n];
		for (int i = 0; i < n; i++) {
			covers[i] = cover.of(candidates.get(i));
			alone[i] = cover.gain(covers[i], cover.leftBy(List.of()));
		}
		final List<double[]> pairs = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final float[] left = cover.leftBy(List.of(candidates.get(i)));
			for (int j = 0; j < i; j++)
				pairs.add(new double[] { alone[i] + cover.gain(covers[j], left), i, j });
		}
		pairs.sort(Comparator.comparingDouble(p -> -p[0]));
		List<RodAxis> best = List.of();
		double most = 0;
		final List<double[]> tried = new ArrayList<>();
		for (final double[] p : pairs) {
			if (tried.size() == TRIED) break;
			// neighbours in angle climb to the same place
			if (tried.stream().anyMatch(q -> Math.abs(q[1] - p[1]) + Math.abs(q[2] - p[2]) < 4)) continue;
			tried.add(p);
			final List<RodAxis> climbed = cover.climbed(List.of(candidates.get((int) p[1]), candidates.get((int) p[2])));
			final double g = cover.gain(climbed);
			if (g <= most) continue;
			most = g;
			best = climbed;
		}
		return best;
	}

	private static boolean[] without(final boolean[] shape, final int width, final List<RodAxis> bars) {
		final boolean[] rest = shape.clone();
		for (int i = 0; i < rest.length; i++)
			for (final RodAxis bar : bars) {
				if (!rest[i]) break;
				final double s = bar.along(i % width, i / width);
				rest[i] = s < -2 || s > bar.lengthPixels() + 2 || Math.abs(bar.across(i % width, i / width)) > 0.5 * bar.widthPixels() + 2;
			}
		return rest;
	}

	/** Without bars that the others nearly cover, and without those too short. */
	private static List<RodAxis> withoutIdle(final BarCover cover, final List<RodAxis> bars, final double price,
		final double leastLength)
	{
		final List<RodAxis> kept = new ArrayList<>(bars);
		for (int i = kept.size() - 1; i >= 0 && kept.size() > 1; i--) {
			final List<RodAxis> others = new ArrayList<>(kept);
			others.remove(i);
			if (cover.gain(kept) - cover.gain(others) < price) kept.remove(i);
		}
		kept.removeIf(b -> b.lengthPixels() < leastLength);
		return kept;
	}
}
