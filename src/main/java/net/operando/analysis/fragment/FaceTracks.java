package net.operando.analysis.fragment;

import java.util.Arrays;
import java.util.List;

/**
 * Where the ends of a rod and its cuts are in every frame, in px along its line: an end where the mean across the rod
 * crosses half way between the rod and what lies beyond, a cut at the centre of its dark line. A face that is not seen in a
 * frame is where it was before. Medians of five frames. Immutable.
 */
final class FaceTracks {

	/** A dark line is one if it is this much darker than both its shoulders. */
	private static final double DIP = 0.08;
	private static final int SMOOTHED_FRAMES = 5;

	private final double[] starts;
	private final double[] ends;
	private final double[][] cuts;

	private FaceTracks(final double[] starts, final double[] ends, final double[][] cuts) {
		this.starts = starts;
		this.ends = ends;
		this.cuts = cuts;
	}

	/**
	 * @param profile per frame, mean intensity across the rod, a value per px along the line
	 * @param offset px along the line of the first value
	 * @param length of the line in px
	 * @param micrometre in px
	 * @param surroundings what surrounds the rod, in counts
	 */
	static FaceTracks of(final float[][] profile, final double offset, final double length, final List<Cut> cuts,
		final double metresPerPixel, final double surroundings)
	{
		final double micrometre = 1e-6 / metresPerPixel;
		final int frames = profile.length;
		final double[] starts = new double[frames];
		final double[] ends = new double[frames];
		for (int f = 0; f < frames; f++) {
			starts[f] = end(profile[f], -offset, f == 0 ? -offset : starts[f - 1] - offset, -1, micrometre, surroundings) + offset;
			ends[f] = end(profile[f], length - offset, f == 0 ? length - offset : ends[f - 1] - offset, 1, micrometre,
				surroundings) + offset;
		}
		final double[][] tracks = new double[cuts.size()][frames];
		for (int c = 0; c < tracks.length; c++) {
			final int first = cuts.get(c).frame();
			double at = cuts.get(c).positionMetres() / metresPerPixel;
			Arrays.fill(tracks[c], at);
			for (int f = first; f < frames; f++) {
				final double seen = dip(profile[f], at - offset, micrometre);
				if (!Double.isNaN(seen)) at = seen + offset;
				tracks[c][f] = at;
			}
			smooth(tracks[c], first);
		}
		smooth(starts, 0);
		smooth(ends, 0);
		return new FaceTracks(starts, ends, tracks);
	}

	/** Where a face of a piece is; {@code cut} may be {@link FragmentSpan#ROD_END}. */
	double start(final FragmentSpan span, final int frame) {
		return span.startCut == FragmentSpan.ROD_END ? starts[frame] : cuts[span.startCut][frame];
	}

	double end(final FragmentSpan span, final int frame) {
		return span.endCut == FragmentSpan.ROD_END ? ends[frame] : cuts[span.endCut][frame];
	}

	/** Crossing of half the level nearest to where it was, within 1.2 um of the line's end; where it was if there is none. */
	private static double end(final float[] p, final double given, final double before, final int direction,
		final double micrometre, final double outside)
	{
		final double inside = median(p, given - direction * 0.6 * micrometre, given - direction * 2.2 * micrometre);
		if (!(inside > 1.05 * outside)) return before;
		final double level = 0.5 * (inside + outside);
		double best = Double.NaN;
		for (int i = (int) Math.max(0, Math.ceil(given - 1.2 * micrometre)); i + 1 < p.length && i < given + 1.2 * micrometre; i++) {
			final boolean falls = direction > 0 ? p[i] >= level && p[i + 1] < level : p[i] < level && p[i + 1] >= level;
			if (!falls) continue;
			final double at = i + (level - p[i]) / (p[i + 1] - p[i]);
			if (Double.isNaN(best) || Math.abs(at - before) < Math.abs(best - before)) best = at;
		}
		return Double.isNaN(best) ? before : best;
	}

	/** Centre of the dark line within 0.5 um of where it was; NaN if there is none. */
	private static double dip(final float[] p, final double before, final double micrometre) {
		int lowest = -1;
		for (int i = (int) Math.max(0, Math.ceil(before - 0.5 * micrometre)); i < p.length && i <= before + 0.5 * micrometre; i++)
			if (!Float.isNaN(p[i]) && (lowest < 0 || p[i] < p[lowest])) lowest = i;
		if (lowest < 0) return Double.NaN;
		final double left = median(p, lowest - 1.0 * micrometre, lowest - 0.4 * micrometre);
		final double right = median(p, lowest + 0.4 * micrometre, lowest + 1.0 * micrometre);
		if (!(p[lowest] < (1 - DIP) * Math.min(left, right))) return Double.NaN;
		double weight = 0;
		double sum = 0;
		final double reach = 0.4 * micrometre;
		for (int i = (int) Math.max(0, Math.ceil(lowest - reach)); i < p.length && i <= lowest + reach; i++) {
			final double shoulder = left + (right - left) * (0.5 + 0.5 * (i - lowest) / micrometre);
			final double depth = Math.max(0, shoulder - p[i]);
			weight += depth;
			sum += depth * i;
		}
		return sum / weight;
	}

	private static double median(final float[] p, final double a, final double b) {
		final int from = Math.max(0, (int) Math.ceil(Math.min(a, b)));
		final int to = Math.min(p.length - 1, (int) Math.floor(Math.max(a, b)));
		final double[] v = new double[Math.max(0, to - from + 1)];
		int n = 0;
		for (int i = from; i <= to; i++)
			if (!Float.isNaN(p[i])) v[n++] = p[i];
		if (n == 0) return Double.NaN;
		Arrays.sort(v, 0, n);
		return v[n / 2];
	}

	private static void smooth(final double[] track, final int first) {
		final double[] raw = track.clone();
		for (int f = first; f < track.length; f++) {
			final int from = Math.max(first, f - SMOOTHED_FRAMES / 2);
			final double[] near = Arrays.copyOfRange(raw, from, Math.min(track.length, f + SMOOTHED_FRAMES / 2 + 1));
			Arrays.sort(near);
			track[f] = near[near.length / 2];
		}
	}
}
