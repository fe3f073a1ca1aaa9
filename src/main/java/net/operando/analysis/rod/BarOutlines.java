package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.List;

/**
 * The outlines of all bars of an image together: each is placed where the others leave it to be seen ({@link SteepSides} at first, then
 * {@link OutlineFit}), and what is then known of one says better what is seen of the others, so that is done some times over. Stateless.
 */
final class BarOutlines {

	/** How far sides may be from the first look, in pixels, and then from the look before. */
	private static final double[] SIDES = { 5.8, 4, 3, 2 };
	/** The same of ends, outward, and inward, where a first look takes a clump of carbon for rod. */
	private static final double[] OUTWARD = { 14, 10, 8, 6 };
	private static final double[] INWARD = { 50, 16, 8, 6 };
	/** An end under another bar may be so far inside or outside. */
	private static final double[] UNDER = { 30, 40 };
	/** Of the length, what an end is not moved over. */
	private static final double MOST_INWARD = 0.4;
	/** What is left out of the sides at their ends. */
	private static final double[] MARGIN = { 10, 10, 5, 2.5 };
	private static final double LEAST_MARGIN = 0.15;
	/** How far rod and carbon are read from where the outline is taken to be. */
	private static final double[] UNSURE = { 6, 4, 4, 4 };
	private static final int LAST = SIDES.length - 1;
	/** Bars so near, in pixels, are seen in one another's surroundings. */
	private static final double NEIGHBOURS = 30;
	/** Width of the slices of an end: narrow where it is partly covered, else a share of its width. */
	private static final int NARROW = 5;
	private static final int LEAST_SLICE = 8;
	private static final double SLICE = 0.33;

	/** A bar in its place. */
	static final class Placed {

		final RodAxis axis;
		/** How well each end is known along the axis, in pixels. */
		final double[] endSigma;

		private Placed(final RodAxis axis, final double[] endSigma) {
			this.axis = axis;
			this.endSigma = endSigma;
		}
	}

	private BarOutlines() {}

	/** @param sigma of the point spread in pixels; @param margin around a bar that its blur reaches */
	static List<Placed> of(final float[] image, final int width, final int height, final List<RodAxis> bars,
		final double sigma, final double margin)
	{
		final List<Placed> placed = new ArrayList<>();
		for (final RodAxis bar : bars)
			placed.add(new Placed(bar, new double[2]));
		for (int round = 0; round <= LAST; round++)
			for (int i = 0; i < bars.size(); i++) {
				final List<RodAxis> others = neighbours(placed, i);
				// a second look is at what the first made of the neighbours
				if (round == 1 && others.isEmpty()) continue;
				final float[] seen = others.isEmpty() ? image : image.clone();
				for (final RodAxis other : others)
					erase(seen, width, other, margin);
				final OutlineFit fit = new OutlineFit(seen, image, width, height, sigma);
				placed.set(i, round < 2 ? look(fit, placed.get(i), SteepSides.between(seen, width, height, placed.get(i).axis,
					SIDES[round]), round) : look(fit, placed.get(i), sides(fit, placed.get(i).axis, round), round));
			}
		return placed;
	}

	private static List<RodAxis> neighbours(final List<Placed> bars, final int own) {
		final List<RodAxis> near = new ArrayList<>();
		final RodAxis bar = bars.get(own).axis;
		for (int b = 0; b < bars.size(); b++) {
			final RodAxis other = bars.get(b).axis;
			final double apart = Math.hypot(0.5 * (other.x0() + other.x1() - bar.x0() - bar.x1()), 0.5 * (other.y0() + other.y1() - bar
				.y0() - bar.y1()));
			if (b != own && apart < 0.5 * (bar.lengthPixels() + bar.widthPixels() + other.lengthPixels() + other.widthPixels()) +
				NEIGHBOURS) near.add(other);
		}
		return near;
	}

	private static RodAxis sides(final OutlineFit fit, final RodAxis bar, final int round) {
		final Grain[][] grains = { fit.grains(bar, true, OutlineFit.SECTION, UNSURE[round]), fit.grains(bar, true, OutlineFit.SHORT,
			UNSURE[round]) };
		if (grains[1] == null) return bar;
		if (grains[0] == null) grains[0] = grains[1];
		return fit.betweenSides(bar, SIDES[round], Math.min(MARGIN[round], LEAST_MARGIN * bar.lengthPixels()), grains);
	}

	/** A bar between its ends; where they are not looked for in this round, those it had. */
	private static Placed look(final OutlineFit fit, final Placed bar, final RodAxis axis, final int round) {
		if (round == 2) return new Placed(axis, bar.endSigma);
		final double most = MOST_INWARD * axis.lengthPixels();
		final double[] place = new double[2];
		final double[] sigma = new double[2];
		for (int end = 0; end < 2; end++) {
			final boolean covered = fit.isEndCovered(axis, end);
			final int slice = covered ? NARROW : (int) Math.max(LEAST_SLICE, SLICE * axis.widthPixels());
			final Grain[] grains = fit.grains(axis, false, slice, UNSURE[round]);
			if (grains == null) return bar;
			final OutlineFit.End found = fit.end(axis, end, Math.min(covered ? UNDER[0] : INWARD[round], most), covered ? UNDER[1]
				: OUTWARD[round], slice, grains);
			place[end] = found.place;
			sigma[end] = found.sigma;
		}
		return new Placed(axis.between(-place[0], axis.lengthPixels() + place[1]), sigma);
	}

	/** Takes a bar out of an image, with its blur. */
	private static void erase(final float[] image, final int width, final RodAxis bar, final double margin) {
		final double out = 0.5 * bar.widthPixels() + margin + 1;
		final int left = (int) Math.max(0, Math.min(bar.x0(), bar.x1()) - out);
		final int right = (int) Math.min(width - 1, Math.max(bar.x0(), bar.x1()) + out);
		final int top = (int) Math.max(0, Math.min(bar.y0(), bar.y1()) - out);
		final int bottom = (int) Math.min(image.length / width - 1, Math.max(bar.y0(), bar.y1()) + out);
		for (int y = top; y <= bottom; y++)
			for (int x = left; x <= right; x++) {
				final double s = bar.along(x, y);
				if (s > -margin && s < bar.lengthPixels() + margin && Math.abs(bar.across(x, y)) < 0.5 * bar.widthPixels() + margin)
					image[y * width + x] = Float.NaN;
			}
	}
}
