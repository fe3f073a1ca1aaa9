package net.operando.analysis.rod;

import java.util.Random;

import org.apache.commons.math3.special.BesselJ;

import net.operando.base.numeric.PlaneTransform;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.MemoryMovie;

/**
 * One rod in speckled carbon, painted numerically on a grid of 23 nm in the rod's own frame (area coverage of its faces, fringes
 * of a random height map, lognormal carbon from filtered noise), blurred by a mixture of an Airy pattern (740 nm, aperture 1.4) and a Gaussian, and seen by square pixels at any angle. Shares nothing with the estimator.
 */
final class PaintedRod {

	static final double PIXEL_UM = 0.0694;
	private static final int FINE = 3;
	private static final double GRID_UM = PIXEL_UM / FINE;
	/** Relative noise of a pixel at intensity 1: .28 % (16 000 electrons, 2 x 2 x 2 binned). */
	static final double NOISE = 0.0028;
	private static final double COUNTS = 20000;
	private static final double MARGIN_UM = 2.6;

	final double length_um;
	final double width_um;
	final double carbonLevel;
	double angleDegrees;
	double anchor = 0.5;
	double noise = NOISE;
	/** How much of the point spread is an Airy pattern; the rest is a Gaussian of 111 nm. */
	double airyShare = 1;
	/** Content-like progress of the brightness along the rod: delay of the middle behind the ends, in units of the movie. */
	double lag;
	private final double reference;
	private final double tiltNm;
	private final double bowNm;
	private final double[][] waves;
	private final int nx;
	private final int ny;
	private final double[] carbon;
	private final Random random;
	private final double shiftX;
	private final double shiftY;

	/** @param fringes contrast of the fringes on a rod of brightness 1: half their swing over the mean */
	PaintedRod(final long seed, final double length_um, final double width_um, final double fringes, final double carbonLevel,
		final double speckle)
	{
		random = new Random(seed);
		this.length_um = length_um;
		this.width_um = width_um;
		this.carbonLevel = carbonLevel;
		reference = fringes == 0 ? 0 : (1 - Math.sqrt(1 - fringes * fringes)) / fringes;
		tiltNm = 300 + 600 * random.nextDouble();
		bowNm = 250 * random.nextDouble();
		waves = new double[60][];
		for (int i = 0; i < waves.length; i++) {
			// a rough surface with features of .5 um and more
			final double k = 2 * Math.PI / (1.5 + 6 * random.nextDouble());
			final double a = 2 * Math.PI * random.nextDouble();
			waves[i] = new double[] { k * Math.cos(a), k * Math.sin(a), 2 * Math.PI * random.nextDouble(), 45 * Math.sqrt(2.0 /
				waves.length) };
		}
		nx = (int) ((length_um * 1.08 + 2 * MARGIN_UM) / GRID_UM);
		ny = (int) ((width_um + 2 * MARGIN_UM) / GRID_UM);
		carbon = speckle(carbonLevel, speckle);
		shiftX = random.nextDouble();
		shiftY = random.nextDouble();
	}

	private double[] speckle(final double level, final double contrast) {
		final double[] grains = filtered(0.17);
		final double[] clumps = filtered(0.7);
		final double[] c = new double[nx * ny];
		// before the blur of the microscope, which takes about a quarter of the contrast
		final double strength = 1.3 * contrast;
		for (int i = 0; i < c.length; i++)
			c[i] = level * Math.exp(strength * (0.8 * grains[i] + 0.6 * clumps[i]) - 0.5 * strength * strength);
		return c;
	}

	private double[] filtered(final double sigma_um) {
		final double[] white = new double[nx * ny];
		for (int i = 0; i < white.length; i++)
			white[i] = random.nextGaussian();
		final double[] smooth = blur(white, sigma_um / GRID_UM);
		double square = 0;
		for (final double v : smooth)
			square += v * v / smooth.length;
		for (int i = 0; i < smooth.length; i++)
			smooth[i] /= Math.sqrt(square);
		return smooth;
	}

	private double[] blur(final double[] image, final double sigma) {
		final int reach = (int) Math.ceil(4.5 * sigma);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int i = 0; i < kernel.length; i++)
			sum += kernel[i] = Math.exp(-0.5 * (i - reach) * (i - reach) / (sigma * sigma));
		for (int i = 0; i < kernel.length; i++)
			kernel[i] /= sum;
		final double[] rows = new double[image.length];
		for (int y = 0; y < ny; y++)
			for (int k = -reach; k <= reach; k++)
				for (int x = 0; x < nx; x++)
					rows[y * nx + x] += kernel[k + reach] * image[y * nx + Math.max(0, Math.min(nx - 1, x + k))];
		final double[] out = new double[image.length];
		for (int y = 0; y < ny; y++)
			for (int k = -reach; k <= reach; k++) {
				final int from = Math.max(0, Math.min(ny - 1, y + k)) * nx;
				for (int x = 0; x < nx; x++)
					out[y * nx + x] += kernel[k + reach] * rows[from + x];
			}
		return out;
	}

	/** Start of the rod on the grid, in um, at a strain. */
	private double start_um(final double strain) {
		return MARGIN_UM + 0.04 * length_um - (anchor - 0.5) * 0 - anchor * strain * length_um + (anchor - 0.5) * 0.07 *
			length_um;
	}

	private double phase(final double u, final double v) {
		double h = tiltNm * u / length_um - bowNm * 4 * v * v / (width_um * width_um);
		for (final double[] w : waves)
			h += w[3] * Math.cos(w[0] * u + w[1] * v + w[2]);
		return 2 * Math.PI * h / 262;
	}

	private double[] airyRe;
	private double[] phases;

	private double[] phases() {
		if (phases != null) return phases;
		final int m = (int) (length_um / GRID_UM) + 2;
		phases = new double[m * ny];
		for (int y = 0; y < ny; y++) {
			final double v = (y + 0.5) * GRID_UM - 0.5 * ny * GRID_UM;
			if (Math.abs(v) > 0.5 * width_um + GRID_UM) continue;
			for (int i = 0; i < m; i++)
				phases[y * m + i] = Math.cos(phase(i * GRID_UM, v));
		}
		return phases;
	}

	/** Length in um at a strain. */
	double length_um(final double strain) {
		return length_um * (1 + strain);
	}

	/** A frame without noise, in relative intensity, at strain and brightness. */
	private float[] frame(final double strain, final double progress, final double brightening, final int size) {
		final double[] cosine = phases();
		final int m = cosine.length / ny;
		final double[] object = carbon.clone();
		final double begin = start_um(strain);
		final double end = begin + length_um(strain);
		final double norm = 1 + reference * reference;
		for (int y = 0; y < ny; y++) {
			final double v = (y + 0.5) * GRID_UM - 0.5 * ny * GRID_UM;
			final double across = overlap(v, -0.5 * width_um, 0.5 * width_um);
			if (across == 0) continue;
			for (int x = 0; x < nx; x++) {
				final double s = (x + 0.5) * GRID_UM;
				final double cover = across * overlap(s, begin, end);
				if (cover == 0) continue;
				final double u = Math.max(0, Math.min(length_um, (s - begin) / (1 + strain)));
				final double depth = Math.min(u, length_um - u) / (0.5 * length_um);
				final double p = Math.max(0, Math.min(1, progress - lag * depth));
				final double b = 1 + (brightening - 1) * p;
				final int i = (int) (u / GRID_UM);
				final double f = u / GRID_UM - i;
				final double c = (1 - f) * cosine[y * m + i] + f * cosine[y * m + i + 1];
				final double light = (b + reference * reference + 2 * reference * Math.sqrt(b) * c) / norm;
				object[y * nx + x] += cover * (light - object[y * nx + x]);
			}
		}
		return seen(microscope(object), size);
	}

	/** The incoherent image: convolution with the Airy pattern of an objective of aperture 1.4 at 740 nm. */
	private double[] microscope(final double[] object) {
		final int w = Integer.highestOneBit(2 * nx - 1);
		final int h = Integer.highestOneBit(2 * ny - 1);
		final PlaneTransform fft = PlaneTransform.periodic(h, w);
		if (airyRe == null) {
			final double[] psf = new double[w * h];
			double sum = 0;
			for (int i = 0; i < psf.length; i++) {
				final double x = Math.min(i % w, w - i % w) * GRID_UM;
				final double y = Math.min(i / w, h - i / w) * GRID_UM;
				final double v = 2 * Math.PI * 1.4 / 0.740 * Math.hypot(x, y);
				final double a = v < 1e-6 ? 1 : 2 * BesselJ.value(1, v) / v;
				sum += psf[i] = a * a;
			}
			for (int i = 0; i < psf.length; i++) {
				final double x = Math.min(i % w, w - i % w) * GRID_UM;
				final double y = Math.min(i / w, h - i / w) * GRID_UM;
				final double gauss = Math.exp(-0.5 * (x * x + y * y) / (0.111 * 0.111)) * GRID_UM * GRID_UM / (2 * Math.PI * 0.111 *
					0.111);
				psf[i] = airyShare * psf[i] / sum + (1 - airyShare) * gauss;
			}
			airyRe = new double[fft.spectrumSize()];
			fft.forward(psf, airyRe, new double[fft.spectrumSize()]);
		}
		final double[] field = new double[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				field[y * w + x] = object[Math.min(y, ny - 1) * nx + Math.min(x, nx - 1)];
		final double[] re = new double[fft.spectrumSize()];
		final double[] im = new double[fft.spectrumSize()];
		fft.forward(field, re, im);
		for (int i = 0; i < re.length; i++) {
			re[i] *= airyRe[i];
			im[i] *= airyRe[i];
		}
		fft.inverse(re, im, field);
		final double[] out = new double[nx * ny];
		for (int y = 0; y < ny; y++)
			System.arraycopy(field, y * w, out, y * nx, nx);
		return out;
	}

	private static double overlap(final double centre, final double from, final double to) {
		return Math.max(0, Math.min(to, centre + 0.5 * GRID_UM) - Math.max(from, centre - 0.5 * GRID_UM)) / GRID_UM;
	}

	/** Square pixels, each the mean of 3 x 3 points, of the painted grid turned by the angle. */
	private float[] seen(final double[] blurred, final int size) {
		final float[] image = new float[size * size];
		final double cos = Math.cos(Math.toRadians(angleDegrees));
		final double sin = Math.sin(Math.toRadians(angleDegrees));
		for (int i = 0; i < image.length; i++) {
			double sum = 0;
			if (Math.abs((i / size - 0.5 * (size - 1) - shiftY) * cos - (i % size - 0.5 * (size - 1) - shiftX) * sin) > 0.5 *
				width_um / PIXEL_UM + 26)
			{
				// far beside the rod nothing is measured
				image[i] = (float) carbonLevel;
				continue;
			}
			for (int k = 0; k < 9; k++) {
				final double x = i % size + (k % 3 - 1) / 3.0 - 0.5 * (size - 1) - shiftX;
				final double y = i / size + (k / 3 - 1) / 3.0 - 0.5 * (size - 1) - shiftY;
				final double gx = (x * cos + y * sin) * FINE + 0.5 * (nx - 1);
				final double gy = (y * cos - x * sin) * FINE + 0.5 * (ny - 1);
				sum += at(blurred, Math.max(0, Math.min(nx - 1.001, gx)), Math.max(0, Math.min(ny - 1.001, gy)));
			}
			image[i] = (float) (sum / 9);
		}
		return image;
	}

	private double at(final double[] v, final double x, final double y) {
		final int i = (int) x;
		final int j = (int) y;
		final double fx = x - i;
		final double fy = y - j;
		final int k = j * nx + i;
		return (1 - fy) * ((1 - fx) * v[k] + fx * v[k + 1]) + fy * ((1 - fx) * v[k + nx] + fx * v[k + nx + 1]);
	}

	/** Place of an end at a strain, in pixels of the movie: 0 the start, 1 the end. */
	double[] end(final int which, final double strain, final int size) {
		final double s = start_um(strain) + which * length_um(strain);
		final double gx = s / GRID_UM - 0.5 - 0.5 * (nx - 1);
		final double cos = Math.cos(Math.toRadians(angleDegrees));
		final double sin = Math.sin(Math.toRadians(angleDegrees));
		return new double[] { gx / FINE * cos + 0.5 * (size - 1) + shiftX, gx / FINE * sin + 0.5 * (size - 1) + shiftY };
	}

	/** Pixels a side that hold the rod and its surroundings at any angle. */
	int size() {
		return (int) ((length_um * 1.08 + 2 * MARGIN_UM - 0.4) / PIXEL_UM);
	}

	/** @param strain of each frame; @param brightening at progress 1; progress follows the frames from 0 to 1 */
	MemoryMovie movie(final double[] strain, final double[] progress, final double brightening) {
		final int size = size();
		final float[][] frames = new float[strain.length][];
		final double[] seconds = new double[strain.length];
		for (int t = 0; t < frames.length; t++) {
			frames[t] = frame(strain[t], progress[t], brightening, size);
			for (int i = 0; i < frames[t].length; i++)
				frames[t][i] = (float) (COUNTS * (frames[t][i] + noise * Math.sqrt(Math.max(0, frames[t][i])) * random
					.nextGaussian()));
			seconds[t] = t;
		}
		return MemoryMovie.ofValues("painted", size, size, frames, TimeAxis.of(seconds), Calibration.ofMicrometres(PIXEL_UM),
			java.util.List.of());
	}
}
