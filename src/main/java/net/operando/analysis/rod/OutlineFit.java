package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sides and ends of one bar, placed by the likelihood of all that is seen of them at once: each edge is cut into short slices
 * ({@link EdgeModel}), both parallel sides are drawn, and then each end, where the sum over the slices is largest. What another bar covers is NaN
 * in the image and says nothing.
 */
final class OutlineFit {

	/** Sections of a side are about so long, in pixels: some grains of the carbon, less than a fringe of the rod. */
	static final int SECTION = 22;
	/** Where less of it is seen. */
	static final int SHORT = 8;
	private static final double LEAST_SECTION = 4;
	/** So much has to be seen on either side of where an edge is expected, in pixels. */
	private static final double NEEDED = 4;
	/** What is looked at on either side of where an edge may be, in pixels. */
	private static final int AROUND = 10;
	/** From the opposite edge, in pixels. */
	private static final double OPPOSITE = 6;
	/** Carbon is looked at so far from the bar. */
	private static final double SURROUNDINGS = 28;
	/** Rod is looked at so far inside its sides at least. */
	private static final double INSIDE = 2;
	/** Of the width, on either side, what is not taken for rod as long as its sides are not known. */
	private static final double WITHIN = 0.25;
	/** Of the length likewise, at a first look, which is less sure than so many pixels. */
	private static final double NOT_END = 0.3;
	private static final double FIRST = 5;
	/** Steps, in pixels: of places, at first and then, and the last of the line's. */
	private static final double COARSE = 0.5;
	private static final double STEP = 0.25;
	private static final double FINEST = 0.02;
	/** Neighbouring slices share grains: what they say together counts so much. */
	private static final double INDEPENDENT = 0.5;
	/** Stations of a slice that says anything. */
	private static final int FEWEST = 4;
	/**
	 * How much a section of a side counts of what it says: sections of narrow rods, whose fringes crowd at the sides, scatter by up to
	 * twice what they say.
	 */
	private static final double TRUST = 0.25;
	private static final int ROUNDS = 12;
	/** Over a longer range, ends are looked for by whole pixels. */
	private static final double FAR = 40;
	/** An end is where most of what is likely lies as near as this. */
	private static final double NEAR = 1.5;
	private static final double CLEAR = 0.75;
	private static final double READ = 0.05;

	private final float[] image;
	private final float[] all;
	private final int width;
	private final int height;
	private final double sigma;
	private final double blur;

	/**
	 * @param image without the other bars; @param all with them
	 * @param sigma of the point spread, in pixels
	 */
	OutlineFit(final float[] image, final float[] all, final int width, final int height, final double sigma) {
		this.image = image;
		this.all = all;
		this.width = width;
		this.height = height;
		this.sigma = sigma;
		// of square pixels, and of what is drawn between them
		blur = Math.sqrt(sigma * sigma + 1 / 12.0 + 1 / 6.0);
	}

	/** An end along an axis. */
	static final class End {

		/** Outward from where the axis ends, in pixels. */
		final double place;
		/** Standard deviation of the places that explain what is seen. */
		final double sigma;

		End(final double place, final double sigma) {
			this.place = place;
			this.sigma = sigma;
		}
	}

	/** Of a slice whose middle is so far inside a side, how much is rod. */
	private double share(final double depth, final int slice) {
		double share = 0;
		for (int d = 0; d < slice; d++)
			share += NormalCurve.integral((depth + d - 0.5 * (slice - 1)) / blur) / slice;
		return share;
	}

	private static int known(final double[] values) {
		return (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
	}

	/**
	 * Rod (0) and carbon (1) of a bar and its surroundings, along lines so wide; null if there is too little of either.
	 *
	 * @param isAlong whether the slices lie along the bar, to be looked at across it
	 * @param unsure how far its outline may be from the axis' sides and ends, in pixels
	 */
	Grain[] grains(final RodAxis axis, final boolean isAlong, final int slice, final double unsure) {
		final double inside = Math.max(INSIDE, Math.min(unsure, WITHIN * axis.widthPixels()));
		final double half = 0.5 * axis.widthPixels();
		final double length = axis.lengthPixels();
		final double ends = unsure > FIRST ? NOT_END * length : inside;
		final double[] reach = { length + 2 * SURROUNDINGS, axis.widthPixels() + 2 * SURROUNDINGS };
		final int stations = (int) reach[isAlong ? 1 : 0] + 1;
		// an odd number, so that one lies on the axis
		final int lines = 2 * (int) (0.5 * reach[isAlong ? 0 : 1] / slice) + 1;
		final double[][][] value = new double[2][lines][stations];
		for (int i = 0; i < lines; i++)
			for (int k = 0; k < stations; k++) {
				final double line = (i - 0.5 * (lines - 1)) * slice;
				final double station = k - 0.5 * (stations - 1);
				final double s = 0.5 * length + (isAlong ? line : station);
				final double r = isAlong ? station : line;
				final double v = mean(axis, s, r, isAlong, slice);
				final double outS = Math.max(-s, s - length);
				final double outR = Math.abs(r) - half;
				final double reachS = isAlong ? 0.5 * slice : 0;
				final double reachR = isAlong ? 0 : 0.5 * slice;
				value[0][i][k] = Math.max(outS + reachS + ends - inside, outR + reachR) < -inside ? v : Double.NaN;
				value[1][i][k] = Math.max(outS - reachS, outR - reachR) > unsure ? v : Double.NaN;
			}
		Grain rod = Grain.read(value[0], fringes(axis, inside));
		// of a rod that is nearly covered: what covers it is rod, too
		if (rod == null && image != all) {
			final Grain[] covered = new OutlineFit(all, all, width, height, sigma).grains(axis, isAlong, slice, unsure);
			if (covered != null) rod = covered[0];
		}
		final Grain carbon = Grain.read(value[1], 0);
		return rod == null || carbon == null || rod.level <= carbon.level ? null : new Grain[] { rod, carbon };
	}

	/** Relative variance of the rod's own light, point by point: of fringes that may run along an edge, so that no slice averages over them. */
	private double fringes(final RodAxis axis, final double inside) {
		final int n = (int) (axis.lengthPixels() - 2 * inside);
		final int lines = (int) (axis.widthPixels() - 2 * inside) + 1;
		final double[][] value = new double[lines][Math.max(1, n)];
		for (int i = 0; i < lines; i++)
			for (int k = 0; k < value[i].length; k++) {
				final double r = i - 0.5 * (lines - 1);
				value[i][k] = value(axis.xAt(inside + k, r), axis.yAt(inside + k, r));
			}
		return Grain.variance(value);
	}

	/** The mean over what is seen of a slice across the axis, or along it; NaN if that is less than half. */
	private double mean(final RodAxis axis, final double s, final double r, final boolean isAlong, final int slice) {
		double sum = 0;
		int n = 0;
		for (int i = 0; i < slice; i++) {
			final double d = i - 0.5 * (slice - 1);
			final double u = isAlong ? s + d : s;
			final double q = isAlong ? r : r + d;
			final double v = value(axis.xAt(u, q), axis.yAt(u, q));
			if (Double.isNaN(v)) continue;
			sum += v;
			n++;
		}
		return n < 0.7 * slice ? Double.NaN : sum / n;
	}

	/** Whether something of an end's face is not seen. */
	boolean isEndCovered(final RodAxis axis, final int end) {
		final double half = 0.5 * axis.widthPixels();
		for (double r = -half; r <= half; r++)
			for (double s = -NEEDED; s <= NEEDED; s++) {
				final double u = end == 0 ? s : axis.lengthPixels() + s;
				if (Double.isNaN(value(axis.xAt(u, r), axis.yAt(u, r)))) return true;
			}
		return false;
	}

	private double value(final double x, final double y) {
		final int u = (int) Math.floor(x);
		final int v = (int) Math.floor(y);
		if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return Double.NaN;
		final int i = v * width + u;
		final double f = x - u;
		final double g = y - v;
		return (1 - g) * ((1 - f) * image[i] + f * image[i + 1]) + g * ((1 - f) * image[i + width] + f * image[i + width + 1]);
	}

	/** Parts of a side that are seen, from and to along the axis, of about equal length. */
	private List<double[]> sections(final RodAxis axis, final int side, final double margin) {
		final List<double[]> sections = new ArrayList<>();
		final double last = axis.lengthPixels() - margin;
		double from = Double.NaN;
		for (double s = margin; s <= last + 0.5; s += 0.5) {
			final boolean seen = s <= last && isSeen(axis, s, side);
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

	private boolean isSeen(final RodAxis axis, final double s, final int side) {
		for (double d = -NEEDED; d <= NEEDED; d += 0.5 * NEEDED) {
			final double r = side * (0.5 * axis.widthPixels() + d);
			if (Double.isNaN(value(axis.xAt(s, r), axis.yAt(s, r)))) return false;
		}
		return true;
	}

	private EdgeCurves side(final RodAxis axis, final int side, final double search, final double margin, final double step,
		final Grain[][] grains)
	{
		final double half = 0.5 * axis.widthPixels();
		final double length = axis.lengthPixels();
		final double inward = Math.min(search, 0.6 * half);
		final EdgeCurves curves = new EdgeCurves(half - inward, step);
		final int count = (int) Math.rint((inward + search) / step) + 1;
		final double from = Math.max(half - inward - AROUND, -half + OPPOSITE);
		final int n = (int) (half + search + AROUND - from) + 1;
		final EdgeModel[] models = new EdgeModel[2];
		for (final double[] section : sections(axis, side, margin)) {
			final double s = 0.5 * (section[0] + section[1]);
			final double wide = section[1] - section[0];
			final double[] value = new double[n];
			for (int k = 0; k < n; k++)
				value[k] = mean(axis, s, side * (from + k), true, (int) wide);
			if (known(value) < FEWEST) continue;
			final int kind = wide > 0.5 * (SECTION + SHORT) ? 0 : 1;
			if (models[kind] == null) models[kind] = new EdgeModel(from, n, curves.first, step, count, blur, grains[kind][0],
				grains[kind][1], 1);
			curves.add(models[kind].likelihoods(value), 2 * s / length - 1, TRUST);
		}
		return curves;
	}

	/**
	 * The axis between its sides, with the width between them.
	 *
	 * @param search how far they may be from the axis' own, in pixels
	 * @param margin of what is left out at either end, in pixels
	 */
	RodAxis betweenSides(final RodAxis axis, final double search, final double margin, final Grain[][] grains) {
		final double step = search > 3 ? COARSE : STEP;
		final EdgeCurves[] sides = { side(axis, -1, search, margin, step, grains), side(axis, 1, search, margin, step, grains) };
		final double half = 0.5 * axis.widthPixels();
		// tilt, and where both sides are
		double[] line = { 0, half, half, Double.NEGATIVE_INFINITY };
		double reach = search;
		for (double by = COARSE; by > FINEST; by *= 0.4) {
			// where little is seen of a side, tilt and place go together: follow them
			for (int round = 0; round < ROUNDS; round++) {
				final double[] next = better(sides, line, reach, by);
				reach = 2.5 * by;
				if (next[3] <= line[3] + 1e-6) break;
				line = next;
			}
			reach = 2.5 * by;
		}
		final double tilt = line[0];
		final double[] offset = { line[1], line[2] };
		for (int side = 0; side < 2; side++)
			// the width stays where one side is not seen
			if (sides[side].isEmpty()) offset[side] = 2 * half - offset[1 - side];
		final double middle = 0.5 * (offset[1] - offset[0]);
		return axis.movedAcross(middle - tilt, middle + tilt).withWidth(offset[0] + offset[1]);
	}

	/** The best tilt and places within reach of others. */
	private static double[] better(final EdgeCurves[] sides, final double[] line, final double reach, final double by) {
		double most = Double.NEGATIVE_INFINITY;
		double[] best = line;
		final int steps = (int) (0.7 * reach / by);
		for (int k = -steps; k <= steps; k++) {
			final double tilt = line[0] + k * by;
			final double[] left = sides[0].best(line[1], reach, -tilt, by);
			final double[] right = sides[1].best(line[2], reach, tilt, by);
			if (left[1] + right[1] <= most) continue;
			most = left[1] + right[1];
			best = new double[] { tilt, left[0], right[0], most };
		}
		return best;
	}

	/**
	 * An end.
	 *
	 * @param inward how far it may be inside, @param outward outside where the axis ends, in pixels
	 */
	End end(final RodAxis axis, final int end, final double inward, final double outward, final int slice,
		final Grain[] grains) {
		final double half = 0.5 * axis.widthPixels();
		final double length = axis.lengthPixels();
		final double step = inward + outward > FAR ? 1 : COARSE;
		final EdgeCurves curves = new EdgeCurves(-inward, step);
		final int count = (int) Math.rint((inward + outward) / step) + 1;
		final int n = (int) (inward + outward) + 2 * AROUND + 1;
		final int slices = (int) Math.max(1, Math.rint((axis.widthPixels() - 1) / slice));
		final double from = -inward - AROUND;
		final EdgeModel[] models = new EdgeModel[(slices + 1) / 2];
		for (int i = 0; i < models.length; i++) {
			final double share = share(half - 0.5 * (slices - 1 - 2 * i) * slice, slice);
			models[i] = i > 1 ? models[1] : new EdgeModel(from, n, -inward, step, count, blur, grains[0], grains[1], share);
		}
		for (int i = 0; i < slices; i++) {
			final double r = (i - 0.5 * (slices - 1)) * slice;
			final double[] value = new double[n];
			for (int k = 0; k < n; k++) {
				final double out = from + k;
				value[k] = out < -length + OPPOSITE ? Double.NaN : mean(axis, end == 0 ? -out : length + out, r, false, slice);
			}
			if (known(value) >= FEWEST) curves.add(models[Math.min(i, slices - 1 - i)].likelihoods(value), 0, 1);
		}
		if (curves.isEmpty()) return new End(0, Double.POSITIVE_INFINITY);
		final double best = curves.best(0.5 * (outward - inward), 0.5 * (outward + inward), 0, 0.1)[0];
		// both ranges hold the best place, so their sums are of one scale
		final double[] near = curves.moments(Math.max(-inward, best - NEAR), Math.min(outward, best + NEAR), INDEPENDENT, READ);
		final double[] all = curves.moments(-inward, outward, INDEPENDENT, READ);
		// one place stands out, or else the middle of all that explain what is seen
		return near[0] > CLEAR * all[0] ? new End(near[1], near[2]) : new End(all[1], all[2]);
	}
}
