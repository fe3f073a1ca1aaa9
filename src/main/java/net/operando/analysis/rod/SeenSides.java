package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.numeric.Cholesky;

/**
 * The two parallel sides of a bar and its two ends, each placed with the model of the edge from the parts of it that are seen:
 * along a side in sections, through which both sides are drawn at once (least squares without outliers); at an end from the widest
 * strip that is not covered. What is covered by another bar is NaN in the image.
 */
final class SeenSides {

	/** Sections are about so long, in pixels: some grains of the carbon. */
	private static final double SECTION = 26;
	private static final double LEAST_SECTION = 7;
	/** What has to be seen on either side of an edge, in pixels, and within a narrow bar, as a share of its width. */
	private static final int AROUND = 8;
	private static final double WITHIN = 0.35;
	/** Placed sections scatter by this at least, in pixels. */
	private static final double SCATTER = 0.12;
	/** Of scatters, beyond which a section counts nothing. */
	private static final double CUT = 4.5;
	private static final int ROUNDS = 8;
	/** Of an end, so much of the width has to be seen. */
	private static final double LEAST_SEEN = 0.22;

	private final float[] image;
	private final int width;
	private final int height;
	private final double sigma;
	private final double search;

	/**
	 * @param sigma of the point spread in pixels
	 * @param search how far from where it is expected an edge is looked for, in pixels
	 */
	SeenSides(final float[] image, final int width, final int height, final double sigma, final double search) {
		this.image = image;
		this.width = width;
		this.height = height;
		this.sigma = sigma;
		this.search = search;
	}

	/** The axis moved to the middle of the sides; itself if they are not seen or it would be moved by more than that. */
	RodAxis between(final RodAxis axis, final double most) {
		final double half = 0.5 * axis.widthPixels();
		final double length = axis.lengthPixels();
		final List<double[]> edges = new ArrayList<>();
		for (int side = -1; side <= 1; side += 2)
			for (final double[] section : sections(axis, side)) {
				final double s = 0.5 * (section[0] + section[1]);
				final RodAxis across = RodAxis.of(axis.xAt(s, -half), axis.yAt(s, -half), axis.xAt(s, half), axis.yAt(s, half),
					section[1] - section[0]);
				final double at = StillEnds.placeEach(image, width, height, across, 0.5 * (section[1] - section[0]), sigma,
					search)[side < 0 ? 0 : 1];
				if (!Double.isNaN(at)) edges.add(new double[] { s, at - half, side, section[1] - section[0] });
			}
		final double[] line = line(edges, length);
		if (line == null) return axis;
		final double atStart = line[0] - 0.5 * length * line[1];
		final double atEnd = line[0] + 0.5 * length * line[1];
		if (Math.max(Math.abs(atStart), Math.abs(atEnd)) > most || line[2] < 2) return axis;
		return axis.movedAcross(atStart, atEnd).withWidth(2 * line[2]);
	}

	/** Parts of a side that are seen with what is around them, of about equal length. */
	private List<double[]> sections(final RodAxis axis, final int side) {
		final double length = axis.lengthPixels();
		final double margin = Math.min(0.15 * length, 10);
		final List<double[]> sections = new ArrayList<>();
		double from = Double.NaN;
		for (double s = margin; s <= length - margin + 0.5; s += 0.5) {
			final boolean seen = s <= length - margin && isSideSeen(axis, s, side);
			if (seen && Double.isNaN(from)) from = s;
			if (seen || Double.isNaN(from)) continue;
			final double run = s - 0.5 - from;
			final int count = (int) Math.max(1, Math.rint(run / SECTION));
			for (int i = 0; i < count && run >= LEAST_SECTION; i++)
				sections.add(new double[] { from + run * i / count, from + run * (i + 1) / count });
			from = Double.NaN;
		}
		return sections;
	}

	private boolean isSideSeen(final RodAxis axis, final double s, final int side) {
		final double half = 0.5 * axis.widthPixels();
		for (double d = -Math.min(AROUND, WITHIN * axis.widthPixels()); d <= AROUND; d++)
			if (!isKnown(axis.xAt(s, side * (half + d)), axis.yAt(s, side * (half + d)))) return false;
		return true;
	}

	private boolean isKnown(final double x, final double y) {
		final int u = (int) Math.rint(x);
		final int v = (int) Math.rint(y);
		return u >= 0 && v >= 0 && u < width && v < height && !Float.isNaN(image[v * width + u]);
	}

	/** Middle of the axis, slope and half width, by least squares with bisquare weights; null if they are not determined. */
	private static double[] line(final List<double[]> edges, final double length) {
		final double[] weight = new double[edges.size()];
		final double[] off = new double[weight.length];
		for (int i = 0; i < weight.length; i++)
			weight[i] = edges.get(i)[3];
		double[] p = null;
		for (int round = 0; round < ROUNDS; round++) {
			p = solved(edges, weight, length);
			if (p == null) return null;
			for (int i = 0; i < off.length; i++) {
				final double[] e = edges.get(i);
				off[i] = Math.abs(e[1] - p[0] - p[1] * (e[0] - 0.5 * length) - e[2] * p[2]);
			}
			final double scale = CUT * Math.max(SCATTER, 1.4826 * AxisFit.median(off));
			for (int i = 0; i < off.length; i++) {
				final double u = off[i] / scale;
				weight[i] = u < 1 ? edges.get(i)[3] * (1 - u * u) * (1 - u * u) : 0;
			}
		}
		return p;
	}

	private static double[] solved(final List<double[]> edges, final double[] weight, final double length) {
		final double[][] normal = new double[3][3];
		final double[] right = new double[3];
		final boolean[] seen = new boolean[2];
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < weight.length; i++) {
			if (weight[i] == 0) continue;
			final double[] e = edges.get(i);
			final double[] g = { 1, e[0] - 0.5 * length, e[2] };
			seen[e[2] < 0 ? 0 : 1] = true;
			least = Math.min(least, e[0]);
			most = Math.max(most, e[0]);
			for (int a = 0; a < 3; a++) {
				right[a] += weight[i] * g[a] * e[1];
				for (int b = 0; b < 3; b++)
					normal[a][b] += weight[i] * g[a] * g[b];
			}
		}
		// without both sides, or all in one place, there is no axis
		if (!seen[0] || !seen[1] || most - least < 0.3 * length) return null;
		final Cholesky factor = Cholesky.of(normal);
		return factor == null ? null : factor.solve(right);
	}

	/** Both ends along the axis, in pixels; NaN where one is not seen. */
	double[] ends(final RodAxis axis) {
		final double[] ends = { Double.NaN, Double.NaN };
		final double half = RodLength.stripHalfWidth(axis, sigma);
		for (int end = 0; end < 2; end++) {
			final double[] strip = strip(axis, end, half);
			if (strip[1] - strip[0] < Math.max(4, 2 * LEAST_SEEN * half)) continue;
			final double middle = 0.5 * (strip[0] + strip[1]);
			ends[end] = StillEnds.placeEach(image, width, height, axis.movedAcross(middle, middle), 0.5 * (strip[1] - strip[0]), sigma,
				search)[end];
		}
		return ends;
	}

	/** The widest part of an end that is seen with what is around it, from and to across the axis. */
	private double[] strip(final RodAxis axis, final int end, final double half) {
		final double[] widest = { 0, 0 };
		double from = Double.NaN;
		for (double r = -half; r <= half + 0.5; r += 0.5) {
			final boolean seen = r <= half && isEndSeen(axis, end, r);
			if (seen && Double.isNaN(from)) from = r;
			if (seen || Double.isNaN(from)) continue;
			if (r - 0.5 - from > widest[1] - widest[0]) {
				widest[0] = from;
				widest[1] = r - 0.5;
			}
			from = Double.NaN;
		}
		return widest;
	}

	private boolean isEndSeen(final RodAxis axis, final int end, final double r) {
		for (double d = -AROUND; d <= AROUND; d++) {
			final double s = end == 0 ? -d : axis.lengthPixels() + d;
			if (!isKnown(axis.xAt(s, r), axis.yAt(s, r))) return false;
		}
		return true;
	}
}
