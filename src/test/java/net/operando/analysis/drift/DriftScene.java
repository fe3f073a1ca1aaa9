package net.operando.analysis.drift;

import java.util.Random;

import org.apache.commons.math3.special.Erf;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.MemoryMovie;

/**
 * A movie whose movement is known: carbon as a sum of Gaussian grains, each drawn where it has moved to (so nothing is
 * interpolated), and a rod with erf edges and fringes. Shares nothing with what estimates or resamples.
 */
public final class DriftScene {

	static final double PIXEL_UM = 0.0694;

	final int width;
	final int height;
	final int frames;
	final double[] dx;
	final double[] dy;
	final double[] degrees;
	public final double[] lamp;
	/** Of the image's axis in rad. */
	double rodAngle = 0.4;
	boolean rod = true;
	double brightening = 1;
	double growth;
	/** Standard deviation over the carbon's level: 16 000 electrons on the rod, means of 2 x 2 pixels and 2 frames. */
	double noise = 0.0045;
	/** Extra blur of a frame in px, by frame. */
	final double[] blur;
	private final long seed;

	public DriftScene(final int width, final int height, final int frames, final long seed) {
		this.width = width;
		this.height = height;
		this.frames = frames;
		this.seed = seed;
		dx = new double[frames];
		dy = new double[frames];
		degrees = new double[frames];
		lamp = new double[frames];
		blur = new double[frames];
		java.util.Arrays.fill(lamp, 1);
	}

	/** A random walk with this step, and a lamp that wanders by 1 %. */
	public DriftScene wandering(final double step) {
		final Random random = new Random(seed + 77);
		for (int t = 1; t < frames; t++) {
			dx[t] = dx[t - 1] + step * random.nextGaussian();
			dy[t] = dy[t - 1] + step * random.nextGaussian();
			lamp[t] = 1 + 0.01 * Math.sin(0.3 * t + seed);
		}
		return this;
	}

	/** A rod that becomes 2.1 times as bright and 5 % longer. */
	public DriftScene lithiating() {
		brightening = 2.1;
		growth = 0.05;
		return this;
	}

	public DriftScene jumping(final int frame, final double byX, final double byY) {
		for (int t = frame; t < frames; t++) {
			dx[t] += byX;
			dy[t] += byY;
		}
		return this;
	}

	public MemoryMovie movie() {
		final short[][] counts = new short[frames][];
		final double[] times = new double[frames];
		for (int t = 0; t < frames; t++) {
			times[t] = 0.5 * t;
			counts[t] = frame(t);
		}
		return MemoryMovie.ofCounts("scene " + seed, width, height, counts, TimeAxis.of(times), Calibration.ofMicrometres(
			PIXEL_UM));
	}

	private short[] frame(final int t) {
		final double level = 3000;
		final double contrast = 0.26;
		final double margin = 40;
		final double density = 0.12;
		final double cos = Math.cos(Math.toRadians(degrees[t]));
		final double sin = Math.sin(Math.toRadians(degrees[t]));
		final double[] image = new double[width * height];
		java.util.Arrays.fill(image, level);
		final Random random = new Random(seed);
		final int grains = (int) (density * (width + 2 * margin) * (height + 2 * margin));
		for (int g = 0; g < grains; g++) {
			final double x = (random.nextDouble() - 0.5) * (width + 2 * margin);
			final double y = (random.nextDouble() - 0.5) * (height + 2 * margin);
			// the microscope's 1.6 px, and grains of up to 2 px
			final double own = 1.7 + 0.9 * random.nextDouble();
			final double amplitude = contrast * level * random.nextGaussian() / Math.sqrt(density * Math.PI * 2.15 * 2.15);
			final double sigma = Math.hypot(own, blur[t]);
			add(image, cos * x - sin * y + dx[t] + 0.5 * (width - 1), sin * x + cos * y + dy[t] + 0.5 * (height - 1), sigma,
				amplitude * own * own / (sigma * sigma));
		}
		if (rod) addRod(image, t, level);
		final Random noisy = new Random(seed * 1000 + t);
		final short[] counts = new short[image.length];
		for (int i = 0; i < counts.length; i++)
			counts[i] = (short) Math.rint(Math.max(0, lamp[t] * image[i] + noise * Math.sqrt(level * image[i]) * noisy
				.nextGaussian()));
		return counts;
	}

	private void add(final double[] image, final double x, final double y, final double sigma, final double amplitude) {
		final int reach = (int) Math.ceil(5 * sigma);
		final int x0 = Math.max(0, (int) x - reach);
		final int x1 = Math.min(width - 1, (int) x + reach);
		final double[] across = new double[Math.max(0, x1 - x0 + 1)];
		for (int i = x0; i <= x1; i++)
			across[i - x0] = Math.exp(-0.5 * (i - x) * (i - x) / (sigma * sigma));
		for (int j = Math.max(0, (int) y - reach); j <= Math.min(height - 1, (int) y + reach); j++) {
			final double down = amplitude * Math.exp(-0.5 * (j - y) * (j - y) / (sigma * sigma));
			for (int i = x0; i <= x1; i++)
				image[j * width + i] += down * across[i - x0];
		}
	}

	private void addRod(final double[] image, final int t, final double level) {
		final double progress = frames == 1 ? 0 : t / (frames - 1.0);
		final double half = 0.2 * Math.min(width, height) * 1.4 * (1 + growth * progress);
		final double halfWidth = 0.055 * Math.min(width, height);
		final double bright = 2.5 * level * (1 + (brightening - 1) * progress);
		final double angle = rodAngle + Math.toRadians(degrees[t]);
		final double soft = 1.6 * Math.sqrt(2);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double u = x - 0.5 * (width - 1) - dx[t];
				final double v = y - 0.5 * (height - 1) - dy[t];
				final double along = u * Math.cos(angle) + v * Math.sin(angle);
				final double across = v * Math.cos(angle) - u * Math.sin(angle);
				if (Math.abs(along) > half + 10 || Math.abs(across) > halfWidth + 10) continue;
				final double cover = 0.25 * (Erf.erf((half - along) / soft) + Erf.erf((half + along) / soft)) * (Erf.erf((halfWidth -
					across) / soft) + Erf.erf((halfWidth + across) / soft));
				final double fringes = 1 + 0.3 * Math.cos(0.35 * along / (1 + growth * progress) + 2 * progress);
				image[y * width + x] += cover * (bright * fringes - image[y * width + x]);
			}
	}
}
