package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.movie.Movie;

/** Measures a rod's length in every frame (see the package for the model). Stateless. */
public final class RodLength {

	/** What the results' lengths are. */
	public static final String DEFINITION = "distance of the end faces, co-moving texture";
	/** A rod grows by up to 7 %; each end is followed this share of the length outward and inward. */
	private static final double GROWTH = 0.09;
	/** How far from the line's ends the rod's are looked for, in um. */
	private static final double SEARCH_UM = 1.5;
	private static final double NEAR_FULL_SCALE = 0.98;
	private static final double SATURATED_SHARE = 0.01;
	/** The blur of a square pixel, which integrates over its area. */
	private static final double PIXEL_VARIANCE = 1 / 12.0;
	/** Blur of the sides that must not reach the strip, in sigmas of the point spread. */
	private static final double SIDE_MARGIN = 2.5;
	private static final double LIKELY_WIDTH_UM = 3;
	/**
	 * What a point spread that is not quite of the fitted family leaves of a length, as a share of its sigma: times the squared
	 * contrast, carbon over rod; and of a textured rod, times its relative strength squared and the contrast to the power .7. The
	 * two powers and factors are from simulation between a Gaussian and an Airy pattern (100 rods each at four strengths of
	 * fringes and three contrasts; the study uses others), not derived.
	 */
	private static final double[] LENGTH_OPTICS = { 0.2, 13 };
	private static final double TEXTURE_CONTRAST_POWER = 0.7;
	/** The same for a change of length per e-fold of brightness: without texture, and per unit of its strength. */
	private static final double[] CHANGE_OPTICS = { 0.035, 0.36 };

	private RodLength() {}

	/**
	 * The length in every frame of a drift-corrected movie. Reads only the rectangle around the rod; uses all cores.
	 *
	 * @param movie calibrated
	 * @param line along the rod, its ends within 1.5 um of the rod's; its width is not used unless the parameters have none
	 * @param parameters width, point spread, reference
	 * @param table expansion against content; null to leave x out
	 * @throws InvalidInputException if the movie is not calibrated, or the line is not on a rod that is wholly in the image
	 * @throws InsufficientDataException if no frame shows both ends
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static LengthSeries measure(final Movie movie, final RodAxis line, final RodLengthParameters parameters,
		final ExpansionTable table, final Progress progress)
	{
		final double pixel = movie.calibration().metresPerPixel();
		checkInside(movie, line);
		final int first = parameters.referenceFrame() - 1;
		if (first >= movie.frameCount()) throw new InvalidInputException("Reference frame " + parameters.referenceFrame() +
			" is beyond the movie's " + movie.frameCount() + ": choose an earlier one.");
		final int[] reference = new int[Math.min(parameters.referenceFrames(), movie.frameCount() - first)];
		for (int i = 0; i < reference.length; i++)
			reference[i] = first + i;
		final RodAxis axis = axis(movie, line, parameters, reference, pixel);
		final RodProfiles profiles = RodProfiles.read(movie, axis, stripHalfWidth(axis, parameters.psfSigmaNm() * 1e-9 / pixel),
			GROWTH * axis.lengthPixels() + EndFit.OUTSIDE + 14, movie.fullScale() * NEAR_FULL_SCALE, progress.part(0, 0.7));
		final double sigma = blur(parameters.psfSigmaNm() * 1e-9 / pixel);
		final EndTracks tracks = EndTracks.of(profiles, reference, SEARCH_UM * 1e-6 / pixel, GROWTH * axis.lengthPixels());
		final EndFit[] ends = new EndFit[2];
		Parallel.loop(2, progress.part(0.7, 1), "placing the ends", i -> ends[i] = tracks.fit(i, sigma, reference, progress));
		return series(movie, axis, profiles, tracks, ends, reference, parameters, table);
	}

	/** The blur of a profile: of the point spread, the pixels and the spline that puts them into stations. */
	static double blur(final double psfPixels) {
		return Math.sqrt(psfPixels * psfPixels + PIXEL_VARIANCE + StripProfile.SMOOTHING);
	}

	static double stripHalfWidth(final RodAxis axis, final double psfPixels) {
		return Math.max(1.5, 0.5 * axis.widthPixels() - SIDE_MARGIN * psfPixels);
	}

	private static void checkInside(final Movie movie, final RodAxis line) {
		final boolean inside = Math.min(line.x0(), line.x1()) >= 0 && Math.min(line.y0(), line.y1()) >= 0 && Math.max(line.x0(),
			line.x1()) <= movie.width() - 1 && Math.max(line.y0(), line.y1()) <= movie.height() - 1;
		if (!inside) throw new InvalidInputException("The line " + line.line() + " reaches out of the image of " + movie.width() +
			" x " + movie.height() + " pixels: draw it along a rod that is wholly in the image.");
	}

	private static RodAxis axis(final Movie movie, final RodAxis line, final RodLengthParameters parameters,
		final int[] reference, final double pixel)
	{
		final double given = parameters.widthPixels() > 0 ? parameters.widthPixels() : line.widthPixels();
		final float[] mean = MeanImage.of(movie, reference);
		final RodAxis guess = line.withWidth(given > 0 ? given : LIKELY_WIDTH_UM * 1e-6 / pixel);
		final RodAxis found = AxisFit.refine(mean, movie.width(), movie.height(), guess, parameters.psfSigmaNm() * 1e-9 / pixel);
		if (found == null) throw new InvalidInputException("There is no rod brighter than its surroundings along the line " + line
			.line() + ": draw it along a rod, from end to end.");
		return parameters.widthPixels() > 0 ? found.withWidth(parameters.widthPixels()) : found;
	}

	private static LengthSeries series(final Movie movie, final RodAxis axis, final RodProfiles profiles,
		final EndTracks tracks, final EndFit[] ends, final int[] wanted, final RodLengthParameters parameters,
		final ExpansionTable table)
	{
		final int frames = movie.frameCount();
		final double pixel = movie.calibration().metresPerPixel();
		final int[] reference = Arrays.stream(wanted).filter(t -> ends[0].isUsed(t) && ends[1].isUsed(t)).toArray();
		if (reference.length == 0) throw new InsufficientDataException(
			"Both ends of the rod are not seen in any reference frame: choose others, or draw the line along a rod that is wholly in the image.");
		double meanLength = 0;
		double meanIntensity = 0;
		for (final int t : reference) {
			meanLength += (tracks.length() + ends[0].end(t) + ends[1].end(t)) / reference.length;
			meanIntensity += profiles.interior(t, -ends[0].end(t), tracks.length() + ends[1].end(t), pixel) / reference.length;
		}
		final Estimate[] length = new Estimate[frames];
		final Estimate[] strain = new Estimate[frames];
		final Estimate[] content = new Estimate[frames];
		final double[] intensity = new double[frames];
		final double[] ratio = new double[frames];
		final String[] flag = new String[frames];
		int saturated = 0;
		final double psf = parameters.psfSigmaNm() * 1e-9 / pixel;
		final double texture = tracks.textureAmplitude(reference);
		final double inChange = psf * (CHANGE_OPTICS[0] + CHANGE_OPTICS[1] * texture);
		for (int t = 0; t < frames; t++) {
			final boolean known = ends[0].isUsed(t) && ends[1].isUsed(t);
			final double pixels = tracks.length() + ends[0].end(t) + ends[1].end(t);
			intensity[t] = known ? profiles.interior(t, -ends[0].end(t), tracks.length() + ends[1].end(t), pixel) : Double.NaN;
			ratio[t] = intensity[t] / meanIntensity;
			final double inLength = psf * lengthOptics(texture, tracks.carbonLevel() / intensity[t]);
			length[t] = known ? Estimate.normal(pixels * pixel, pixel * Math.sqrt(ends[0].variance(t) + ends[1].variance(t) + inLength * inLength),
				1, DEFINITION) : Estimate.none(0, DEFINITION);
			strain[t] = known ? Estimate.normal(pixels / meanLength - 1, Math.sqrt(ends[0].changeVariance(t, reference) + ends[1]
				.changeVariance(t, reference) + square(inChange * Math.log(ratio[t]))) / meanLength, 1, DEFINITION) : Estimate.none(0, DEFINITION);
			content[t] = table == null ? Estimate.none(0, ExpansionTable.DEFINITION) : table.content(strain[t], parameters
				.startX());
			final List<String> flags = new ArrayList<>();
			if (!known) flags.add(LengthSeries.NO_LENGTH);
			if (profiles.saturated(t) > SATURATED_SHARE) {
				flags.add(LengthSeries.SATURATED);
				saturated++;
			}
			if (content[t].isKnown()) {
				if (table.isOutside(strain[t].value(), parameters.startX())) flags.add(LengthSeries.OUTSIDE);
				else if (table.isFlatAt(content[t].value())) flags.add(LengthSeries.FLAT);
			}
			flag[t] = flags.isEmpty() ? LengthSeries.OK : String.join(" ", flags);
		}
		final List<String> warnings = new ArrayList<>(movie.warnings());
		if (saturated > 0) warnings.add("In " + saturated + " of " + frames +
			" frames the rod is saturated: their lengths and intensities are not to be trusted; record with less light.");
		if (table != null && !Double.isNaN(parameters.startX())) warnings.add("x is from the elongation table " + table.source() +
			" and assumes that it is the same all along the rod.");
		double common = 0;
		for (final EndFit end : ends)
			common += end.commonVariance(reference);
		return new LengthSeries(movie.times(), axis.between(-mean(ends[0], reference), tracks.length() + mean(ends[1],
			reference)), length, strain, content, intensity, ratio, flag, pixel * Math.hypot(Math.sqrt(common), psf * lengthOptics(texture,
			tracks.carbonLevel() / meanIntensity)), parameters.startX(),
			warnings);
	}

	private static double lengthOptics(final double texture, final double contrast) {
		return Math.hypot(LENGTH_OPTICS[0] * contrast * contrast, LENGTH_OPTICS[1] * texture * texture * Math.pow(contrast,
			TEXTURE_CONTRAST_POWER));
	}

	private static double square(final double v) {
		return Double.isNaN(v) ? 0 : v * v;
	}

	private static double mean(final EndFit end, final int[] frames) {
		double sum = 0;
		for (final int t : frames)
			sum += end.end(t) / frames.length;
		return sum;
	}
}
