package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;

/**
 * A rod that breaks, drawn for tests by other means than the digital twin: pieces with a level each as a function of time,
 * edges and cracks blurred in closed form, fringes of a surface that is made of random waves, a speckle of fine random waves,
 * carbon of random waves, normal noise. Levels come from x by a law of their own, 0.8 + 1.9 x^1.25.
 */
final class BrokenRod {

	static final double PIXEL_UM = 0.104;
	private static final double BLUR_UM = 0.125;

	final Random random;
	final int frames;
	final double angle;
	final double length;
	final double width;
	/** Places of the cracks on the unstretched rod in um, ascending, and the frames they are through in. */
	final double[] cracks;
	final int[] crackFrames;
	/** x of each stretch between cracks, per frame. */
	final double[][] x;
	/** x of the electrode, per frame. */
	final double[] electrode;
	/** Half the swing of the fringes over a level of 1. */
	double pattern = 0.15;
	/** Standard deviation of the speckle over the level. */
	double speckle = 0.02;
	double noise = 0.006;
	double lamp;
	int imageWidth = 190;
	int imageHeight = 190;
	private final double[][] surface;
	private final double[][] fine;
	private final double[][] grains;
	private float[] carbon;

	BrokenRod(final long seed, final int frames, final double length, final double width, final double angle,
		final double[] cracks, final int[] crackFrames)
	{
		random = new Random(seed);
		this.frames = frames;
		this.length = length;
		this.width = width;
		this.angle = angle;
		this.cracks = cracks;
		this.crackFrames = crackFrames;
		x = new double[cracks.length + 1][frames];
		electrode = new double[frames];
		surface = waves(6, 3, 14);
		fine = waves(20, 0.45, 1.1);
		grains = waves(24, 0.5, 2.5);
	}

	/** Random plane waves: two wave numbers in rad/um and a phase each, periods between two lengths. */
	private double[][] waves(final int n, final double shortest, final double longest) {
		final double[][] w = new double[n][];
		for (int i = 0; i < n; i++) {
			final double k = 2 * Math.PI / (shortest * Math.pow(longest / shortest, random.nextDouble()));
			final double direction = 2 * Math.PI * random.nextDouble();
			w[i] = new double[] { k * Math.cos(direction), k * Math.sin(direction), 2 * Math.PI * random.nextDouble() };
		}
		return w;
	}

	private static double sum(final double[][] waves, final double a, final double b) {
		double s = 0;
		for (final double[] w : waves)
			s += Math.cos(w[0] * a + w[1] * b + w[2]);
		return s * Math.sqrt(2.0 / waves.length);
	}

	static double level(final double x) {
		return 0.8 + 1.9 * Math.pow(Math.max(0, x), 1.25);
	}

	/** All stretches follow the electrode, which goes from one content to another and back by so much. */
	BrokenRod cycle(final double from, final double to, final double back) {
		final int turn = (int) (0.65 * frames);
		for (int f = 0; f < frames; f++)
			electrode[f] = f < turn ? from + (to - from) * f / turn : to + back * (f - turn) / (frames - turn);
		for (final double[] stretch : x)
			System.arraycopy(electrode, 0, stretch, 0, frames);
		return this;
	}

	/** A stretch stays at its content from a frame on. */
	BrokenRod lose(final int stretch, final int frame) {
		Arrays.fill(x[stretch], frame, frames, x[stretch][frame]);
		return this;
	}

	/** Place along the line in um of the middle of a crack, or of the start (-1) or end (number of cracks) of the rod. */
	double place(final int crack, final int frame) {
		double total = 0;
		double before = 0;
		for (int c = 0; c < cracks.length; c++) {
			if (c == crack) before = total + 0.5 * gap(c, frame);
			total += gap(c, frame);
		}
		final double start = 0.5 * (length - length * stretch(frame) - total);
		if (crack < 0) return start;
		return crack == cracks.length ? length - start : start + cracks[crack] * stretch(frame) + before;
	}

	/** The rod shrinks about its middle as x falls. */
	private double stretch(final int f) {
		return 1 + 0.06 * (electrode[f] - electrode[0]);
	}

	private double gap(final int crack, final int f) {
		return f < crackFrames[crack] ? 0 : Math.min(0.25, 0.01 * (f - crackFrames[crack]));
	}

	List<Cut> cuts() {
		final List<Cut> cuts = new ArrayList<>();
		for (int c = 0; c < cracks.length; c++)
			cuts.add(Cut.of(c + 1, cracks[c] * 1e-6, crackFrames[c]));
		return cuts;
	}

	LinePath line() {
		final double c = Math.cos(angle);
		final double s = Math.sin(angle);
		final double half = 0.5 * length / PIXEL_UM;
		final double mx = 0.5 * (imageWidth - 1);
		final double my = 0.5 * (imageHeight - 1);
		return LinePath.straight(mx - half * c, my - half * s, mx + half * c, my + half * s);
	}

	TimeAxis times() {
		final double[] t = new double[frames];
		for (int f = 0; f < frames; f++)
			t[f] = 2.0 * f + 0.01 * (f % 3);
		return TimeAxis.of(t);
	}

	MemoryMovie movie() {
		final float[][] images = new float[frames][];
		for (int f = 0; f < frames; f++)
			images[f] = image(f);
		return MemoryMovie.ofValues("broken rod", imageWidth, imageHeight, images, times(), Calibration.ofMicrometres(
			PIXEL_UM), List.of());
	}

	private float carbon(final int i) {
		if (carbon == null) {
			carbon = new float[imageWidth * imageHeight];
			for (int p = 0; p < carbon.length; p++)
				carbon[p] = (float) (380 * (1 + 0.2 * sum(grains, p % imageWidth * PIXEL_UM, p / imageWidth * PIXEL_UM)));
		}
		return carbon[i];
	}

	private float[] image(final int f) {
		final float[] image = new float[imageWidth * imageHeight];
		final double lampNow = 1 + lamp * Math.sin(0.7 + 0.21 * f);
		final double stretch = stretch(f);
		final double[] gap = new double[cracks.length];
		double gaps = 0;
		for (int c = 0; c < gap.length; c++)
			gaps += gap[c] = gap(c, f);
		final double total = length * stretch + gaps;
		for (int i = 0; i < image.length; i++) {
			final double dx = (i % imageWidth - 0.5 * (imageWidth - 1)) * PIXEL_UM;
			final double dy = (i / imageWidth - 0.5 * (imageHeight - 1)) * PIXEL_UM;
			final double along = dx * Math.cos(angle) + dy * Math.sin(angle) + 0.5 * total;
			final double across = dy * Math.cos(angle) - dx * Math.sin(angle);
			double value = carbon(i);
			if (along > -1 && along < total + 1 && Math.abs(across) < 0.5 * width + 1) value = rod(f, along, across, stretch, gap,
				total, value);
			image[i] = (float) (lampNow * value + noise * 1000 * random.nextGaussian());
		}
		return image;
	}

	private double rod(final int f, final double along, final double across, final double stretch, final double[] gap,
		final double total, final double carbon)
	{
		int stretchNumber = 0;
		double light = 1;
		double shift = 0;
		double cover = edge(0.5 * width - Math.abs(across)) * edge(along) * edge(total - along);
		for (int c = 0; c < cracks.length; c++) {
			final double at = cracks[c] * stretch + shift + 0.5 * gap[c];
			if (f >= crackFrames[c]) {
				final double q = (along - at) / 0.14;
				light *= 1 - 0.8 * Math.exp(-0.5 * q * q);
				cover *= 1 - edge(0.5 * gap[c] - Math.abs(along - at)) * (gap[c] > 0 ? 1 : 0);
			}
			if (along > at) stretchNumber = c + 1;
			shift += gap[c];
		}
		double before = 0;
		for (int c = 0; c < stretchNumber; c++)
			before += gap[c];
		final double z = (along - before) / stretch;
		final double level = level(x[stretchNumber][f]);
		// 90 nm of height, in turns of 262 nm
		final double phase = 2 * Math.PI * 90 / 262 * sum(surface, z, across);
		final double own = 1000 * (level * (1 + speckle * sum(fine, z, across)) + pattern * Math.sqrt(level) * Math.cos(phase));
		return cover * own * light + (1 - cover) * carbon;
	}

	private static double edge(final double depth) {
		return 0.5 * org.apache.commons.math3.special.Erf.erfc(-depth / BLUR_UM / Math.sqrt(2));
	}
}
