package net.operando.analysis.rod;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

/**
 * Both ends of a rod in every frame as the half-way crossing of its profile, from which the joint fit starts, and what it needs
 * to know of the rod: its textures, its noise, its stretch.
 */
final class EndTracks {

	private static final int LEVEL_REACH = 10;
	private static final int LEVEL_GAP = 3;
	/** Of the difference between rod and carbon: a dark fringe at the end leaves about this. */
	private static final double LEAST_STEP = 0.12;
	private static final double MUCH_LARGER = 1.6;
	/** What lies beyond an end is darker than this share of the way from the carbon to the rod. */
	private static final double DARKER_THAN = 0.4;
	private static final double CARBON_QUANTILE = 0.25;
	/** From frame to frame an end is looked for this far, in pixels. */
	private static final double STEP = 6;
	/** Relative noise of a station below which the optics' model is what limits. */
	private static final double LEAST_NOISE = 3e-4;
	/** Median absolute value of a standard normal variable. */
	private static final double NORMAL_MEDIAN = 0.674490;

	private final RodProfiles profiles;
	/** [end][frame]: outward from where the line ends; end 0 is the start. */
	private final double[][] place;
	private final double length;
	private final double unit;
	private final double noise;
	private final double[] stretch;
	private final double carbon;

	private EndTracks(final RodProfiles profiles, final double[][] place, final double length, final double unit,
		final double noise, final double[] stretch, final double carbon)
	{
		this.profiles = profiles;
		this.place = place;
		this.length = length;
		this.unit = unit;
		this.noise = noise;
		this.stretch = stretch;
		this.carbon = carbon;
	}

	/** @throws InvalidInputException if an end is not seen */
	static EndTracks of(final RodProfiles profiles, final int[] reference, final double search, final double growth) {
		final EndTracks tracks = ofEach(profiles, reference, search, growth);
		for (int end = 0; end < 2; end++)
			if (!tracks.isSeen(end)) throw new InvalidInputException("No end of a rod was found within " + Math.round(search) +
				" px of the line's " + (end == 0 ? "start" : "end") +
				": the rod must end inside the image, with carbon beyond; draw the line from end to end.");
		return tracks;
	}

	/** As above, with NaN as the places of an end that is not seen. */
	private static EndTracks ofEach(final RodProfiles profiles, final int[] reference, final double search, final double growth) {
		final StripProfile strip = profiles.strip;
		final double length = strip.position(strip.stations() - 1) + strip.position(0);
		final double[] first = mean(profiles.values, reference);
		final double[][] place = new double[2][profiles.frames()];
		double bothCarbons = 0;
		for (int end = 0; end < 2; end++) {
			final double carbon = carbon(outward(first, end), -strip.position(0), search);
			bothCarbons += carbon;
			final double begin = crossing(outward(first, end), -strip.position(0), 0, search, length, carbon);
			if (Double.isNaN(begin)) {
				Arrays.fill(place[end], Double.NaN);
				continue;
			}
			// outward in time from the reference frames
			track(profiles.values, end, -strip.position(0), reference[0], 1, begin, growth, length, carbon, place[end]);
			track(profiles.values, end, -strip.position(0), reference[0] - 1, -1, begin, growth, length, carbon, place[end]);
		}
		final double[] stretch = stretch(place, reference, length);
		final double unit = interior(first, -strip.position(0) - median(place[0], reference), -strip.position(0) + length + median(
			place[1], reference));
		return new EndTracks(profiles, place, length, unit, noise(profiles.values), stretch, 0.5 *
			bothCarbons);
	}

	/** The profile as seen from an end: index 0 is the farthest inside, that is, outward coordinates rise with the index. */
	private static double[] outward(final double[] profile, final int end) {
		if (end == 1) return profile.clone();
		final double[] turned = new double[profile.length];
		for (int k = 0; k < turned.length; k++)
			turned[k] = profile[profile.length - 1 - k];
		return turned;
	}

	private static void track(final double[][] values, final int end, final double beyond, final int from, final int step,
		final double begin, final double growth, final double length, final double carbon, final double[] place)
	{
		double last = begin;
		for (int t = from; t >= 0 && t < values.length; t += step) {
			place[t] = crossing(outward(values[t], end), beyond, last, STEP, length, carbon);
			if (Math.abs(place[t] - begin) > growth + 6) place[t] = Double.NaN;
			if (!Double.isNaN(place[t])) last = place[t];
		}
	}

	/**
	 * The outermost falling crossing of half way between the levels on either side, near a place, with a step that carbon alone
	 * does not make. What is beyond must be carbon, not a dark fringe.
	 *
	 * @param v outward profile, whose last station lies {@code beyond} outside the line's end
	 * @param carbon level of the carbon
	 * @return outward from the line's end; NaN if there is none
	 */
	private static double crossing(final double[] v, final double beyond, final double near, final double search,
		final double length, final double carbon)
	{
		final double origin = v.length - 1 - beyond;
		final int reach = (int) Math.max(LEVEL_GAP + 3, Math.min(LEVEL_REACH, 0.45 * length));
		final double rod = median(v, (int) (origin - length) + LEVEL_GAP, (int) origin - LEVEL_GAP);
		final int from = (int) Math.max(reach, Math.floor(origin + near - search));
		final int to = (int) Math.min(v.length - LEVEL_GAP - 3, Math.ceil(origin + near + search));
		double best = Double.NaN;
		double largest = 0;
		// from outside inward: an inner candidate must have a much larger step to be taken instead
		for (int i = to - 1; i >= from; i--) {
			final double inside = level(v, i - reach, i - LEVEL_GAP);
			final double outside = level(v, i + 1 + LEVEL_GAP, i + 1 + LEVEL_REACH);
			final double half = 0.5 * (inside + outside);
			final double step = inside - outside;
			if (!(step > LEAST_STEP * (rod - carbon)) || !(v[i] >= half && v[i + 1] < half)) continue;
			if (outside > carbon + DARKER_THAN * (rod - carbon) || step < MUCH_LARGER * largest) continue;
			largest = step;
			best = i + (v[i] - half) / (v[i] - v[i + 1]) - origin;
		}
		return best;
	}

	/** The level of the carbon before an end: a low quantile of the profile around it, half of which is carbon. */
	private static double carbon(final double[] v, final double beyond, final double search) {
		final int origin = (int) (v.length - 1 - beyond);
		final double[] around = Arrays.stream(v, (int) Math.max(0, origin - search), (int) Math.min(v.length, origin + search +
			LEVEL_REACH)).filter(d -> !Double.isNaN(d)).sorted().toArray();
		return around.length == 0 ? Double.NaN : around[(int) (CARBON_QUANTILE * around.length)];
	}

	private static double median(final double[] v, final int from, final int to) {
		final double[] known = Arrays.stream(v, Math.max(0, from), Math.max(Math.max(0, from), Math.min(v.length, to + 1))).filter(
			d -> !Double.isNaN(d)).toArray();
		return known.length == 0 ? Double.NaN : AxisFit.median(known);
	}

	private static double level(final double[] v, final int from, final int to) {
		double sum = 0;
		int n = 0;
		for (int k = Math.max(0, from); k <= Math.min(v.length - 1, to); k++) {
			if (Double.isNaN(v[k])) continue;
			sum += v[k];
			n++;
		}
		return n < 3 ? Double.NaN : sum / n;
	}

	private static double[] mean(final double[][] values, final int[] frames) {
		final double[] sum = new double[values[0].length];
		for (int k = 0; k < sum.length; k++) {
			int n = 0;
			for (final int t : frames) {
				if (Double.isNaN(values[t][k])) continue;
				sum[k] += values[t][k];
				n++;
			}
			sum[k] = n == 0 ? Double.NaN : sum[k] / n;
		}
		return sum;
	}

	private static double median(final double[] of, final int[] frames) {
		final double[] known = Arrays.stream(frames).mapToDouble(t -> of[t]).filter(v -> !Double.isNaN(v)).toArray();
		return known.length == 0 ? 0 : AxisFit.median(known);
	}

	private static double interior(final double[] profile, final double from, final double to) {
		return level(profile, (int) (from + LEVEL_GAP), (int) (to - LEVEL_GAP));
	}

	/** Length over that of the reference frames, as a running median over five frames. */
	private static double[] stretch(final double[][] place, final int[] reference, final double length) {
		final double base = length + median(place[0], reference) + median(place[1], reference);
		final int frames = place[0].length;
		final double[] stretch = new double[frames];
		for (int t = 0; t < frames; t++) {
			final int at = t;
			final int[] around = IntStream.rangeClosed(-2, 2).map(d -> at + d).filter(i -> i >= 0 && i < frames &&
				!Double.isNaN(place[0][i] + place[1][i])).toArray();
			stretch[t] = around.length == 0 ? 1 : (length + median(place[0], around) + median(place[1], around)) / base;
		}
		return stretch;
	}

	/** Variance over intensity of a station, from second differences in time, which growth and fronts hardly touch. */
	private static double noise(final double[][] values) {
		final double[] d = new double[values.length < 3 ? 0 : (values.length - 2) * values[0].length];
		int n = 0;
		for (int t = 1; t < values.length - 1; t++)
			for (int k = 0; k < values[t].length; k++) {
				final double second = values[t - 1][k] - 2 * values[t][k] + values[t + 1][k];
				if (!Double.isNaN(second) && values[t][k] > 0) d[n++] = Math.abs(second) / Math.sqrt(values[t][k]);
			}
		if (n == 0) return 0;
		final double scale = AxisFit.median(Arrays.copyOf(d, n)) / NORMAL_MEDIAN;
		return scale * scale / 6;
	}

	/** Whether an end is seen in any frame. */
	boolean isSeen(final int end) {
		return Arrays.stream(place[end]).anyMatch(p -> !Double.isNaN(p));
	}

	/** Half-way crossing of an end in a frame, outward from the line's end. */
	double crossing(final int end, final int frame) {
		return place[end][frame];
	}

	/** How strongly the rod's intensity varies along it, relative to its mean. */
	double textureAmplitude(final int[] reference) {
		return rodTexture(reference, 1).amplitude;
	}

	/** Level of the carbon before the ends in the reference frames, in counts. */
	double carbonLevel() {
		return carbon;
	}

	private Texture rodTexture(final int[] reference, final int end) {
		final double[] first = outward(mean(profiles.values, reference), end);
		final double beyond = -profiles.strip.position(0);
		final double at = median(place[end], reference);
		for (int k = 0; k < first.length; k++) {
			final double y = k - (first.length - 1 - beyond);
			first[k] = y < at - LEVEL_GAP && y > -length + LEVEL_GAP ? first[k] / unit : Double.NaN;
		}
		return Texture.read(first, Texture.of(0.1, 10));
	}

	/** Distance between the line's ends. */
	double length() {
		return length;
	}

	/** The joint fit of an end, run. */
	EndFit fit(final int end, final double sigma, final int[] reference, final Progress progress) {
		final StripProfile strip = profiles.strip;
		final double beyond = -strip.position(0);
		final double[] outwardPlace = new double[strip.stations()];
		for (int k = 0; k < outwardPlace.length; k++)
			outwardPlace[k] = k - (outwardPlace.length - 1 - beyond);
		final double[][] values = new double[profiles.frames()][];
		for (int t = 0; t < values.length; t++) {
			values[t] = outward(profiles.values[t], end);
			for (int k = 0; k < values[t].length; k++)
				values[t][k] /= unit;
		}
		final double[] first = outward(mean(profiles.values, reference), end);
		final double at = median(place[end], reference);
		final double[] carbon = new double[first.length];
		for (int k = 0; k < first.length; k++) {
			final double y = outwardPlace[k];
			carbon[k] = y > at + LEVEL_GAP ? first[k] / unit : Double.NaN;
		}
		final double level = level(carbon, 0, carbon.length);
		final Texture carbonTexture = Texture.read(carbon, Texture.of(0.05, 4));
		final double per = Math.max(noise / unit, LEAST_NOISE * LEAST_NOISE) * StripProfile.CORRELATION;
		return new EndFit(outwardPlace, values, place[end], stretch, per, sigma, length, rodTexture(reference, end),
			carbonTexture, Double.isNaN(level) ? 0.4 : level).run(progress);
	}
}
