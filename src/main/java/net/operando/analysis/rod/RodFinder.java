package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.movie.Movie;

/**
 * Finds rods: bright bars in darker, speckled carbon, at any angle, apart, touching or crossing. A bright shape
 * ({@link BrightMask}) is taken apart into bars ({@link BarSplit}), the sides and ends of each are then placed to a fraction of
 * a pixel with the model of {@link RodLength}. Stateless.
 */
public final class RodFinder {

	private static final double LEAST_WIDTH_UM = 0.8;
	private static final double OPENING_UM = 0.2;
	private static final double CLOSING_UM = 0.25;
	/** Side of what is counted as one when a shape is taken apart: a grain. */
	private static final double CELL_UM = 0.2;
	/** Ends may move by this much, in um, when they are placed exactly. */
	private static final double REFINED_UM = 0.6;
	/** From the steepest place, they are looked for as near as this. */
	private static final double EXACT_UM = 0.25;
	/** The axis is moved by no more than this from between the steepest sides. */
	private static final double POLISHED_UM = 0.2;
	/** Sides may move by this much. */
	private static final double SIDES_UM = 0.4;
	/** Around another bar, this much is not looked at: its blur. */
	private static final double HIDDEN_UM = 0.25;
	/** Of what is seen so far inside an end, in pixels, most is rod. */
	private static final int INSIDE = 8;
	/** Ends that are not seen are looked for so far beyond, in widths. */
	private static final double REACH_WIDTHS = 3;
	/** Places explain an image equally well within this many pixels. */
	private static final double AS_WELL = 4;
	/** Rods so near touch: the distance at which two points spread run into one. */
	private static final double TOUCHING_UM = 0.35;
	/** Two looks at one rod lie on one another by at least this share of their length. */
	private static final double SAME = 0.5;

	private RodFinder() {}

	/**
	 * The rods of a movie, from the mean of its first frames; those that show only later have later ids. Frames between are
	 * looked at for that, so a rod that is found keeps its id over the movie (drift-corrected, or drifting by less than half a
	 * rod's width).
	 *
	 * @param movie calibrated
	 * @throws InvalidInputException if the movie is not calibrated
	 * @throws InsufficientDataException if there is no rod
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static FoundRods find(final Movie movie, final RodFinderParameters parameters, final Progress progress) {
		final double pixel = movie.calibration().metresPerPixel();
		final int count = Math.min(parameters.frames(), movie.frameCount());
		final int looks = Math.min(parameters.looks(), movie.frameCount() / count);
		final List<Rod> rods = new ArrayList<>();
		boolean saturated = false;
		for (int look = 0; look < looks; look++) {
			progress.checkCancelled();
			final int from = looks == 1 ? 0 : (int) ((long) look * (movie.frameCount() - count) / (looks - 1));
			final int[] frames = new int[count];
			for (int i = 0; i < count; i++)
				frames[i] = from + i;
			final float[] image = MeanImage.of(movie, frames);
			for (final Rod rod : inImage(image, movie.width(), movie.height(), pixel, parameters))
				if (rods.stream().noneMatch(known -> isSame(known.axis(), rod.axis()))) rods.add(look == 0 ? rod : rod.withFlag(
					Rod.LATER));
			saturated |= shareAbove(image, 0.98 * movie.fullScale()) > 0.002;
			progress.update((look + 1.0) / looks, "finding rods");
		}
		if (rods.isEmpty()) throw new InsufficientDataException("No rod was found in " + movie.name() + ": there is nothing " +
			parameters.minLengthMicrometres() + " um or longer, at most " + parameters.maxWidthMicrometres() +
			" um wide, and clearly brighter than its surroundings; try a smaller minlengthum, or draw the line yourself.");
		final List<String> warnings = new ArrayList<>(movie.warnings());
		if (saturated) warnings.add(
			"Some of the image is at full scale: intensities there are not to be trusted; record with less light.");
		final List<Rod> named = new ArrayList<>();
		for (int i = 0; i < rods.size(); i++) {
			named.add(rods.get(i).named("P" + (i + 1)));
			if (!rods.get(i).flags().isEmpty()) warnings.add("P" + (i + 1) + " is flagged: " + String.join(", ", rods.get(i)
				.flags()) + ".");
		}
		return new FoundRods(named, warnings);
	}

	private static double shareAbove(final float[] image, final double level) {
		int n = 0;
		for (final float v : image)
			if (v >= level) n++;
		return n / (double) image.length;
	}

	/** The rods of one image, longest first. */
	static List<Rod> inImage(final float[] image, final int width, final int height, final double pixel,
		final RodFinderParameters parameters)
	{
		final double um = pixel * 1e6;
		final BrightMask mask = BrightMask.of(image, width, height, um);
		final boolean[] shape = ShapeDistance.opened(ShapeDistance.closed(mask.bright, width, height, CLOSING_UM / um), width,
			height, OPENING_UM / um);
		final int cell = (int) Math.max(1, Math.rint(CELL_UM / um));
		final int[] count = new int[1];
		final int[] labels = ShapeDistance.components(shape, width, count);
		final List<Rod> rods = new ArrayList<>();
		for (int label = 1; label <= count[0]; label++) {
			final int[] pixels = ShapeDistance.pixels(labels, label);
			if (pixels.length * um * um < 0.5 * parameters.minLengthMicrometres() * LEAST_WIDTH_UM) continue;
			final boolean[] part = new boolean[shape.length];
			for (final int p : pixels)
				part[p] = true;
			final double[] gain = mask.gain(pixels);
			final List<RodAxis> bars = BarSplit.of(gain, part, width, height, cell, 0.9 * parameters.minLengthMicrometres() / um,
				LEAST_WIDTH_UM / um);
			for (final RodAxis bar : bars) {
				final List<RodAxis> others = new ArrayList<>(bars);
				others.remove(bar);
				final Rod rod = placed(without(image, width, others, HIDDEN_UM / um), mask, gain, bar, !others.isEmpty(), pixel,
					parameters);
				if (rod != null) rods.add(rod);
			}
		}
		flagTouching(rods, TOUCHING_UM / um);
		rods.sort(Comparator.comparingDouble((Rod r) -> -r.axis().lengthPixels()));
		return rods;
	}

	private static void flagTouching(final List<Rod> rods, final double gap) {
		for (int i = 0; i < rods.size(); i++)
			for (int j = 0; j < rods.size(); j++)
				if (i != j && meet(rods.get(i).axis(), rods.get(j).axis(), gap)) {
					rods.set(i, rods.get(i).withFlag(Rod.TOUCHING));
					rods.set(j, rods.get(j).withFlag(Rod.TOUCHING));
				}
	}

	/** Whether a place on one bar is as near as that to the other. */
	private static boolean meet(final RodAxis a, final RodAxis b, final double gap) {
		for (double s = 0; s <= a.lengthPixels(); s++)
			for (final double r : new double[] { -0.5 * a.widthPixels(), 0, 0.5 * a.widthPixels() }) {
				final double along = b.along(a.xAt(s, r), a.yAt(s, r));
				if (along > -gap && along < b.lengthPixels() + gap && Math.abs(b.across(a.xAt(s, r), a.yAt(s, r))) < 0.5 * b
					.widthPixels() + gap) return true;
			}
		return false;
	}

	/** The image without what lies on some bars. */
	private static float[] without(final float[] image, final int width, final List<RodAxis> others, final double margin) {
		if (others.isEmpty()) return image;
		final float[] rest = image.clone();
		for (final RodAxis bar : others)
			for (int i = 0; i < rest.length; i++) {
				final double s = bar.along(i % width, i / width);
				if (s > -margin && s < bar.lengthPixels() + margin && Math.abs(bar.across(i % width, i / width)) < 0.5 * bar
					.widthPixels() + margin) rest[i] = Float.NaN;
			}
		return rest;
	}

	/** A bar with its sides and ends placed exactly, or null if it is no rod. */
	private static Rod placed(final float[] image, final BrightMask mask, final double[] gain, final RodAxis bar,
		final boolean touching, final double pixel, final RodFinderParameters parameters)
	{
		final List<String> flags = new ArrayList<>();
		final double um = pixel * 1e6;
		final BarOutline outline = BarOutline.of(image, mask.width, mask.height, bar, SIDES_UM / um, REFINED_UM / um);
		final double sigma = parameters.psfSigmaNm() * 1e-9 / pixel;
		final SeenSides sides = new SeenSides(image, mask.width, mask.height, sigma, EXACT_UM / um);
		RodAxis axis = sides.between(outline.axis, POLISHED_UM / um);
		// what another bar hides of the sides leaves a poorer first look
		if (touching) axis = sides.between(axis, POLISHED_UM / um);
		final double[] ends = sides.ends(axis);
		for (int end = 0; end < 2; end++) {
			if (isBright(image, mask.width, gain, axis, end, ends[end])) continue;
			final double outlined = end == 0 ? 0 : axis.lengthPixels();
			if (outline.seen[end] && isBright(image, mask.width, gain, axis, end, outlined)) {
				ends[end] = outlined;
				continue;
			}
			ends[end] = under(image, mask.width, gain, axis, end);
			final double placed = sides.ends(axis.between(end == 0 ? ends[0] : 0, end == 0 ? axis.lengthPixels() : ends[1]))[end];
			final double exact = end == 0 ? ends[0] + placed : placed;
			if (isBright(image, mask.width, gain, axis, end, exact)) ends[end] = exact;
			else if (!flags.contains(Rod.END_HIDDEN)) flags.add(Rod.END_HIDDEN);
		}
		axis = axis.between(ends[0], ends[1]);
		if (axis.lengthPixels() * um < parameters.minLengthMicrometres() || axis.lengthPixels() < 1.2 * axis
			.widthPixels() || axis.widthPixels() * um < LEAST_WIDTH_UM) return null;
		if (axis.widthPixels() * um > parameters.maxWidthMicrometres()) {
			if (!touching && axis.widthPixels() * um > 2 * parameters.maxWidthMicrometres()) return null;
			flags.add(Rod.WIDE);
		}
		final double contrast = contrast(mask, axis);
		if (!(contrast >= parameters.minContrast())) return null;
		final boolean turned = axis.x0() > axis.x1() || axis.x0() == axis.x1() && axis.y0() > axis.y1();
		final RodAxis ordered = turned ? axis.between(axis.lengthPixels(), 0) : axis;
		return new Rod("", ordered, pixel, contrast, EndActivity.UNKNOWN, EndActivity.UNKNOWN, flags);
	}

	/** Whether there is rod just inside an end: beyond another bar its edge may be taken for an end. */
	private static boolean isBright(final float[] image, final int width, final double[] gain, final RodAxis axis, final int end,
		final double at)
	{
		if (Double.isNaN(at)) return false;
		final double half = 0.5 * axis.widthPixels() - 2;
		double sum = 0;
		int n = 0;
		for (int s = 1; s <= INSIDE; s++)
			for (double r = -half; r <= half; r++) {
				final int x = (int) Math.rint(axis.xAt(end == 0 ? at + s : at - s, r));
				final int y = (int) Math.rint(axis.yAt(end == 0 ? at + s : at - s, r));
				if (x < 0 || y < 0 || x >= width || y >= gain.length / width || Float.isNaN(image[y * width + x])) continue;
				sum += gain[y * width + x];
				n++;
			}
		return n > INSIDE && sum > 0;
	}

	/**
	 * Where along the axis an end is put that is not placed: in the middle of all places that explain what is seen beside
	 * the other bars as well as the best does. A corner that shows narrows them down; without one they reach from one side of the
	 * other bar to its other.
	 */
	private static double under(final float[] image, final int width, final double[] gain, final RodAxis axis, final int end) {
		final double half = 0.5 * axis.widthPixels() - 1;
		final double length = axis.lengthPixels();
		final double outermost = length + REACH_WIDTHS * axis.widthPixels();
		double sum = 0;
		double most = 0;
		double first = 0.5 * length;
		double last = first;
		for (double s = 0.5 * length; s < outermost; s += 0.5) {
			for (double r = -half; r <= half; r += 0.5) {
				final double along = end == 0 ? length - s : s;
				final int x = (int) Math.rint(axis.xAt(along, r));
				final int y = (int) Math.rint(axis.yAt(along, r));
				final boolean inside = x >= 0 && y >= 0 && x < width && y < gain.length / width;
				if (!inside) sum -= 0.25;
				else if (!Float.isNaN(image[y * width + x])) sum += 0.25 * gain[y * width + x];
			}
			if (sum > most + AS_WELL) first = s;
			if (sum > most - AS_WELL) last = s;
			most = Math.max(most, sum);
		}
		final double at = 0.5 * (first + last);
		return end == 0 ? length - at : at;
	}

	/** Median level on the bar over that around it. */
	private static double contrast(final BrightMask mask, final RodAxis axis) {
		final double half = 0.5 * axis.widthPixels();
		final double ring = Math.max(6, 0.5 * half);
		final double[] on = new double[mask.level.length];
		final double[] around = new double[mask.level.length];
		int n = 0;
		int m = 0;
		for (int i = 0; i < mask.level.length; i++) {
			if (Double.isNaN(mask.level[i])) continue;
			final double s = axis.along(i % mask.width, i / mask.width);
			final double r = Math.abs(axis.across(i % mask.width, i / mask.width));
			if (s < -3 * ring || s > axis.lengthPixels() + 3 * ring || r > half + 3 * ring) continue;
			if (s > 3 && s < axis.lengthPixels() - 3 && r < half - 2) on[n++] = mask.level[i];
			else if ((s < -ring || s > axis.lengthPixels() + ring || r > half + ring) && !mask.bright[i]) around[m++] = mask.level[i];
		}
		if (n == 0) return Double.NaN;
		return AxisFit.median(Arrays.copyOf(on, n)) / (m < 20 ? 1 : AxisFit.median(Arrays.copyOf(around, m)));
	}

	/** Whether two axes are of one rod: mostly beside one another, nearly parallel. */
	static boolean isSame(final RodAxis a, final RodAxis b) {
		double turn = Math.abs(a.angleDegrees() - b.angleDegrees()) % 180;
		turn = Math.min(turn, 180 - turn);
		if (turn > 15) return false;
		final double s0 = a.along(b.x0(), b.y0());
		final double s1 = a.along(b.x1(), b.y1());
		final double overlap = Math.min(a.lengthPixels(), Math.max(s0, s1)) - Math.max(0, Math.min(s0, s1));
		final double apart = Math.abs(a.across(0.5 * (b.x0() + b.x1()), 0.5 * (b.y0() + b.y1())));
		return overlap > SAME * Math.min(a.lengthPixels(), b.lengthPixels()) && apart < 0.5 * Math.max(a.widthPixels(), b
			.widthPixels());
	}
}
