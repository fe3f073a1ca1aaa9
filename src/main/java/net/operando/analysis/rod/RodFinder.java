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
 * ({@link BrightMask}) is taken apart into bars ({@link BarSplit}), the sides and ends of all are then placed to a fraction of
 * a pixel by the likelihood of what is seen of them ({@link BarOutlines}). Stateless.
 */
public final class RodFinder {

	private static final double LEAST_WIDTH_UM = 0.8;
	private static final double OPENING_UM = 0.2;
	private static final double CLOSING_UM = 0.25;
	/** Side of what is counted as one when a shape is taken apart: a grain. */
	private static final double CELL_UM = 0.2;
	/** Around another bar, this much is not looked at: its blur, one and a half sigmas, beyond which it leaves less than grains do. */
	private static final double HIDDEN_UM = 0.17;
	/** An end known no better than this, in pixels, is not seen. */
	private static final double HIDDEN_PX = 0.7;
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
		final List<RodAxis> bars = new ArrayList<>();
		for (int label = 1; label <= count[0]; label++) {
			final int[] pixels = ShapeDistance.pixels(labels, label);
			if (pixels.length * um * um < 0.5 * parameters.minLengthMicrometres() * LEAST_WIDTH_UM) continue;
			final boolean[] part = new boolean[shape.length];
			for (final int p : pixels)
				part[p] = true;
			bars.addAll(BarSplit.of(mask.gain(pixels), part, width, height, cell, 0.9 * parameters.minLengthMicrometres() / um,
				LEAST_WIDTH_UM / um));
		}
		final List<Rod> rods = new ArrayList<>();
		final double sigma = parameters.psfSigmaNm() * 1e-9 / pixel;
		for (final BarOutlines.Placed bar : BarOutlines.of(image, width, height, bars, sigma, HIDDEN_UM / um)) {
			final Rod rod = rod(mask, bar, pixel, parameters);
			if (rod != null) rods.add(rod);
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

	/** A bar as a rod, or null if it is none. */
	private static Rod rod(final BrightMask mask, final BarOutlines.Placed bar, final double pixel,
		final RodFinderParameters parameters)
	{
		final double um = pixel * 1e6;
		final RodAxis axis = bar.axis;
		final List<String> flags = new ArrayList<>();
		if (Math.max(bar.endSigma[0], bar.endSigma[1]) > HIDDEN_PX) flags.add(Rod.END_HIDDEN);
		if (axis.lengthPixels() * um < parameters.minLengthMicrometres() || axis.lengthPixels() < 1.2 * axis
			.widthPixels() || axis.widthPixels() * um < LEAST_WIDTH_UM) return null;
		if (axis.widthPixels() * um > parameters.maxWidthMicrometres()) {
			if (axis.widthPixels() * um > 2 * parameters.maxWidthMicrometres()) return null;
			flags.add(Rod.WIDE);
		}
		final double contrast = contrast(mask, axis);
		if (!(contrast >= parameters.minContrast())) return null;
		final boolean turned = axis.x0() > axis.x1() || axis.x0() == axis.x1() && axis.y0() > axis.y1();
		final RodAxis ordered = turned ? axis.between(axis.lengthPixels(), 0) : axis;
		return new Rod("", ordered, pixel, contrast, EndActivity.UNKNOWN, EndActivity.UNKNOWN, flags);
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
