package net.operando.analysis.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;

/**
 * A movie of a rod with or without a crack, drawn for the crack study alone: nothing of it is the finder's, nor the synthetic
 * experiments'. The crack is a slit with a flat floor whose opening grows with the square root of the distance from its tip;
 * the point spread has a halo; fringes follow a tilted, bowed, wavy surface and shift with the focus. Each frame is the mean
 * of the raw frames it was binned from. Lengths in um, times in s.
 */
final class CrackScene {

	static final double PIXEL = 0.0694;
	private static final double RAW = PIXEL / 2;
	private static final double REFERENCE = 0.037;
	private static final double PARTICLE = 0.24;
	private static final double FRINGE = 0.262;
	private static final double[] PSF_SIGMA = { 0.105, 0.21 };
	private static final double[] PSF_SHARE = { 0.88, 0.12 };
	private static final int SUBFRAMES = 5;

	/** What is asked for; the rest is drawn from the seed. */
	static final class Kind {

		boolean crack = true;
		double slowest = 50;
		double fastest = 400;
		boolean disturbed = true;
		double noiseFactor = 1;
		/** Share of the way across after which the tip stops. */
		double reach = 1;
	}

	final boolean hasCrack;
	final double speedNm;
	final double onset;
	final boolean fromLeft;
	/** Along the rod's line as given to the finder. */
	final double position_um;
	final double frameSeconds;
	final LinePath line;
	final int widthPixels;
	private Movie movie;
	private final Kind kind;
	private final List<double[]> frames = new ArrayList<>();
	private final double electrons;
	private final double duration;

	private final Random random;
	private final int nx;
	private final int ny;
	private final double angle;
	private final double length;
	private final double width;
	private final double crackAt;
	private final double crackSlope;
	private final double sharp;
	private final double depth;
	private final double slit;
	private final double[][] waves;
	private final double tilt;
	private final double bow;

	CrackScene(final Kind kind, final long seed) {
		random = new Random(seed * 7919L + 17);
		this.kind = kind;
		hasCrack = kind.crack;
		final boolean upright = random.nextBoolean();
		nx = upright ? 104 : 200;
		ny = upright ? 200 : 104;
		angle = Math.toRadians(between(-9, 9) + (upright ? 90 : 0) + (random.nextBoolean() ? 180 : 0));
		length = between(9, 11.5);
		width = between(3.2, 3.8);
		speedNm = kind.slowest * Math.pow(kind.fastest / kind.slowest, random.nextDouble());
		fromLeft = random.nextBoolean();
		// measured from the rod's middle
		crackAt = between(-0.5 * length + 1.5, 0.5 * length - 1.5);
		crackSlope = Math.tan(Math.toRadians(between(-12, 12)));
		depth = between(0.6, 0.95);
		slit = between(0.08, 0.2);
		sharp = between(0.04, 0.1);
		tilt = between(-0.6, 0.6);
		bow = between(0.05, 0.2);
		waves = new double[24][];
		for (int i = 0; i < waves.length; i++) {
			final double period = between(1.8, 6);
			final double direction = between(0, 2 * Math.PI);
			waves[i] = new double[] { 2 * Math.PI / period * Math.cos(direction), 2 * Math.PI / period * Math.sin(direction), between(
				0, 2 * Math.PI), 0.012 };
		}
		final int[] bins = { 5, 10, 15 };
		final int bin = bins[random.nextInt(bins.length)];
		frameSeconds = bin / 10.0;
		final double run = width * Math.hypot(1, crackSlope) / (1e-3 * speedNm);
		onset = between(20, 40);
		duration = hasCrack ? onset + run + between(15, 40) : between(80, 160);
		for (double t = 0; t + frameSeconds < duration; t += frameSeconds)
			// one frame in a hundred is lost
			if (random.nextDouble() > 0.01) frames.add(new double[] { t, t + 0.5 * frameSeconds + 0.002 * random.nextGaussian() });
		final double skew = Math.toRadians(between(-0.6, 0.6));
		final double before = between(-0.2, 0.3);
		final double behind = between(-0.2, 0.3);
		final double aside = between(-0.08, 0.08);
		final double[] a = pixel(-0.5 * length - before, aside - skew * 0.5 * length);
		final double[] b = pixel(0.5 * length + behind, aside + skew * 0.5 * length);
		line = LinePath.straight(a[0], a[1], b[0], b[1]);
		// where the crack meets that line, to first order in the skew
		position_um = 0.5 * length + before + crackAt + crackSlope * (aside + skew * crackAt);
		widthPixels = (int) Math.round(width / PIXEL) + random.nextInt(5) - 2;
		electrons = 16000 / Math.pow(kind.noiseFactor, 2) * between(0.4, 1) * 4 * bin;
	}

	/** Drawn when first asked for. */
	Movie movie() {
		if (movie == null) movie = draw();
		return movie;
	}

	TimeAxis times() {
		return TimeAxis.of(frames.stream().mapToDouble(f -> f[1]).toArray());
	}

	private double between(final double low, final double high) {
		return low + random.nextDouble() * (high - low);
	}

	private double[] pixel(final double along, final double across) {
		return new double[] { (along * Math.cos(angle) - across * Math.sin(angle)) / PIXEL + 0.5 * (nx - 1), (along * Math.sin(
			angle) + across * Math.cos(angle)) / PIXEL + 0.5 * (ny - 1) };
	}

	/** Distance of the tip from its edge, along the crack. */
	double tip(final double t) {
		return 1e-3 * speedNm * (t - onset);
	}

	private Movie draw() {
		final int w = 2 * nx;
		final int h = 2 * ny;
		final double[] along = new double[w * h];
		final double[] across = new double[w * h];
		final double[] cover = new double[w * h];
		final double[] phase = new double[w * h];
		final double[][] parts = new double[4][w * h];
		final double[] carbon = carbon(w, h);
		for (int i = 0; i < w * h; i++) {
			final double x = (i % w - 0.5 * (w - 1)) * RAW;
			final double y = (i / w - 0.5 * (h - 1)) * RAW;
			along[i] = x * Math.cos(angle) + y * Math.sin(angle);
			across[i] = y * Math.cos(angle) - x * Math.sin(angle);
			cover[i] = ramp((0.5 * width - Math.abs(across[i])) / RAW) * ramp((0.5 * length - Math.abs(along[i])) / RAW);
			double height = tilt * along[i] / 20.4 * 2 - bow * Math.pow(2 * across[i] / width, 2);
			for (final double[] wave : waves)
				height += wave[3] * Math.sin(wave[0] * along[i] + wave[1] * across[i] + wave[2]);
			phase[i] = 2 * Math.PI * height / FRINGE;
			parts[0][i] = (1 - cover[i]) * carbon[i];
			parts[1][i] = cover[i];
			parts[2][i] = cover[i] * Math.cos(phase[i]);
			parts[3][i] = cover[i] * Math.sin(phase[i]);
		}
		for (int p = 0; p < parts.length; p++)
			parts[p] = binned(blurred(parts[p], w, h), w, h);
		final Disturbance d = new Disturbance();
		final float[][] values = new float[frames.size()][];
		for (int f = 0; f < values.length; f++) {
			values[f] = frame(frames.get(f)[0], frames.get(f)[1], parts, along, across, cover, phase, d);
		}
		return MemoryMovie.ofValues("crack", nx, ny, values, times(), Calibration.ofMicrometres(PIXEL), List.of());
	}

	private float[] frame(final double start, final double time, final double[][] parts, final double[] along,
		final double[] across, final double[] cover, final double[] phase, final Disturbance d)
	{
		final double b = d.brightness(time);
		final double focus = d.focus(time);
		final double mean = (REFERENCE * REFERENCE + PARTICLE * PARTICLE);
		final double even = (REFERENCE * REFERENCE + PARTICLE * PARTICLE * b) / mean;
		final double swing = 2 * REFERENCE * PARTICLE * Math.sqrt(b) / mean;
		final double[] image = new double[nx * ny];
		final double c = Math.cos(focus);
		final double s = Math.sin(focus);
		for (int i = 0; i < image.length; i++)
			image[i] = even * parts[1][i] + swing * (c * parts[2][i] - s * parts[3][i]);
		if (hasCrack && start + frameSeconds > onset) subtractCrack(image, start, along, across, cover, phase, even, swing,
			focus);
		final double[] light = d.light(time);
		for (int i = 0; i < image.length; i++) {
			final double x = (i % nx - 0.5 * (nx - 1)) * PIXEL;
			final double y = (i / nx - 0.5 * (ny - 1)) * PIXEL;
			image[i] = (image[i] * d.front(x * Math.cos(angle) + y * Math.sin(angle), time) + parts[0][i]) * light[i];
		}
		final double shiftX = 0.03 * random.nextGaussian();
		final double shiftY = 0.03 * random.nextGaussian();
		final float[] out = new float[image.length];
		for (int i = 0; i < out.length; i++) {
			// what drift correction leaves, to first order
			final double gx = i % nx > 0 && i % nx < nx - 1 ? 0.5 * (image[i + 1] - image[i - 1]) : 0;
			final double gy = i >= nx && i < image.length - nx ? 0.5 * (image[i + nx] - image[i - nx]) : 0;
			final double v = Math.max(0, image[i] - shiftX * gx - shiftY * gy);
			out[i] = (float) (30000 * (v + Math.sqrt(v / electrons) * random.nextGaussian()));
		}
		return out;
	}

	/** Takes off the light that the slit swallows, the mean over the frame's exposures. */
	private void subtractCrack(final double[] image, final double start, final double[] along, final double[] across,
		final double[] cover, final double[] phase, final double even, final double swing, final double focus)
	{
		final int w = 2 * nx;
		final int h = 2 * ny;
		final double[] lost = new double[w * h];
		final double lengthOnPath = width * Math.hypot(1, crackSlope);
		int left = w;
		int right = 0;
		int top = h;
		int bottom = 0;
		for (int i = 0; i < lost.length; i++) {
			final double distance = (along[i] - crackAt - crackSlope * across[i]) / Math.hypot(1, crackSlope);
			if (Math.abs(distance) > 0.4 || cover[i] == 0) continue;
			final double fromEdge = ((fromLeft ? across[i] : -across[i]) + 0.5 * width) * Math.hypot(1, crackSlope);
			double share = 0;
			for (int e = 0; e < SUBFRAMES; e++) {
				final double t = start + (e + 0.5) / SUBFRAMES * frameSeconds;
				final double behind = Math.min(tip(t), kind.reach < 1 ? kind.reach * lengthOnPath : Double.POSITIVE_INFINITY) - fromEdge;
				if (behind <= 0) continue;
				final double gap = Math.min(0.2, 1e-3 * Math.max(0, 1.5 * (t - onset - lengthOnPath / (1e-3 * speedNm))));
				final double opening = slit * Math.sqrt(Math.min(1, behind / sharp)) + gap;
				share += (ramp((0.5 * opening - distance) / RAW) + ramp((0.5 * opening + distance) / RAW) - 1) / SUBFRAMES;
			}
			if (share <= 0) continue;
			lost[i] = depth * share * cover[i] * (even + swing * Math.cos(phase[i] + focus));
			left = Math.min(left, i % w);
			right = Math.max(right, i % w);
			top = Math.min(top, i / w);
			bottom = Math.max(bottom, i / w);
		}
		if (right < left) return;
		final int pad = 24;
		final int x0 = Math.max(0, (left - pad) / 2 * 2);
		final int y0 = Math.max(0, (top - pad) / 2 * 2);
		final int pw = Math.min(w, (right + pad) / 2 * 2 + 2) - x0;
		final int ph = Math.min(h, (bottom + pad) / 2 * 2 + 2) - y0;
		final double[] patch = new double[pw * ph];
		for (int r = 0; r < ph; r++)
			System.arraycopy(lost, (y0 + r) * w + x0, patch, r * pw, pw);
		final double[] dark = binned(blurred(patch, pw, ph), pw, ph);
		for (int i = 0; i < dark.length; i++)
			image[(y0 / 2 + i / (pw / 2)) * nx + x0 / 2 + i % (pw / 2)] -= dark[i];
	}

	/** 0 below -1/2, 1 above 1/2, straight between: a straight edge over a pixel. */
	private static double ramp(final double depth) {
		return Math.max(0, Math.min(1, depth + 0.5));
	}

	private double[] carbon(final int w, final int h) {
		final double[] field = new double[w * h];
		final double[] noise = new double[w * h];
		for (int i = 0; i < noise.length; i++)
			noise[i] = random.nextGaussian();
		final double[] smooth = gaussian(noise, w, h, 0.2 / RAW);
		// white noise blurred by a Gaussian has a standard deviation of 1 / (2 sqrt(pi) sigma)
		final double unit = 2 * Math.sqrt(Math.PI) * 0.2 / RAW;
		for (int i = 0; i < field.length; i++)
			field[i] = 0.4 * Math.exp(0.3 * unit * smooth[i] - 0.045);
		return field;
	}

	private static double[] blurred(final double[] image, final int w, final int h) {
		final double[] sum = new double[image.length];
		for (int p = 0; p < PSF_SIGMA.length; p++) {
			final double[] part = gaussian(image, w, h, PSF_SIGMA[p] / RAW);
			for (int i = 0; i < sum.length; i++)
				sum[i] += PSF_SHARE[p] * part[i];
		}
		return sum;
	}

	private static double[] gaussian(final double[] image, final int w, final int h, final double sigma) {
		final int reach = (int) Math.ceil(4 * sigma);
		final double[] k = new double[reach + 1];
		double norm = 0;
		for (int i = 0; i <= reach; i++)
			norm += (i == 0 ? 1 : 2) * (k[i] = Math.exp(-0.5 * i * i / (sigma * sigma)));
		final double[] rows = new double[image.length];
		for (int y = 0; y < h; y++)
			for (int j = -reach; j <= reach; j++) {
				final double f = k[Math.abs(j)] / norm;
				for (int x = Math.max(0, -j); x < Math.min(w, w - j); x++)
					rows[y * w + x] += f * image[y * w + x + j];
			}
		final double[] out = new double[image.length];
		for (int y = 0; y < h; y++)
			for (int j = -reach; j <= reach; j++) {
				if (y + j < 0 || y + j >= h) continue;
				final double f = k[Math.abs(j)] / norm;
				for (int x = 0; x < w; x++)
					out[y * w + x] += f * rows[(y + j) * w + x];
			}
		return out;
	}

	private static double[] binned(final double[] image, final int w, final int h) {
		final double[] out = new double[w / 2 * (h / 2)];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				out[y / 2 * (w / 2) + x / 2] += 0.25 * image[y * w + x];
		return out;
	}

	/** What happens to the light of all or part of the picture. */
	private final class Disturbance {

		private final List<double[]> focusSteps = new ArrayList<>();
		private final List<double[]> lampSteps = new ArrayList<>();
		private final List<double[]> dust = new ArrayList<>();
		private final double[] dusty;
		private final double[] clean;
		private final double trend;
		private final double frontStep;
		private final double frontWidth;
		private final double frontSpeed;
		private final double frontFrom;
		private final boolean active;

		private Disturbance() {
			active = kind.disturbed;
			trend = between(-0.2, 0.25) / duration;
			for (int i = 1 + random.nextInt(3); i > 0; i--)
				focusSteps.add(new double[] { between(0, duration), (random.nextBoolean() ? 0.05 : -0.05) });
			for (int i = 1 + random.nextInt(3); i > 0; i--)
				lampSteps.add(new double[] { between(0, duration), between(-0.05, 0.05) });
			// one speck comes while the movie runs
			for (int i = 0; i < 5; i++)
				dust.add(new double[] { between(-0.5, 0.5) * nx * PIXEL, between(-0.5, 0.5) * ny * PIXEL, between(0.25, 0.6), between(
					0.15, 0.4), i == 0 ? between(0, duration) : -1 });
			frontStep = random.nextBoolean() ? 0 : between(-0.2, 0.25);
			frontWidth = between(0.4, 1.2);
			frontSpeed = 0.04 * Math.pow(20, random.nextDouble());
			frontFrom = between(0, duration);
			dusty = optics(0);
			clean = optics(1);
		}

		private double brightness(final double t) {
			return active ? 1 + trend * t : 1;
		}

		/** Phase by which the focus shifts the fringes. */
		private double focus(final double t) {
			if (!active) return 0;
			double defocus = 0.004 * random.nextGaussian();
			for (final double[] step : focusSteps)
				if (t > step[0]) defocus += step[1];
			return 2 * Math.PI * defocus / FRINGE;
		}

		private double front(final double z, final double t) {
			if (!active || frontStep == 0) return 1;
			return 1 + 0.5 * frontStep * (1 + Math.tanh((-0.5 * length + frontSpeed * (t - frontFrom) - z) / frontWidth));
		}

		/** Light per pixel in a frame. */
		private double[] light(final double t) {
			final double[] light = new double[nx * ny];
			if (!active) {
				Arrays.fill(light, 1);
				return light;
			}
			double lamp = 1;
			for (final double[] step : lampSteps)
				if (t > step[0]) lamp *= 1 + step[1];
			final double[] optics = t > dust.get(0)[4] ? dusty : clean;
			for (int i = 0; i < light.length; i++)
				light[i] = lamp * optics[i];
			return light;
		}

		/** The disc's falloff and the dust, with or without the speck that lands. */
		private double[] optics(final int firstSpot) {
			final double[] light = new double[nx * ny];
			for (int i = 0; i < light.length; i++) {
				final double x = (i % nx - 0.5 * (nx - 1)) * PIXEL;
				final double y = (i / nx - 0.5 * (ny - 1)) * PIXEL;
				light[i] = 1 - 0.12 * (x * x + y * y) / 300;
				for (final double[] spot : dust.subList(firstSpot, dust.size()))
					light[i] *= 1 - spot[3] * Math.exp(-0.5 * ((x - spot[0]) * (x - spot[0]) + (y - spot[1]) * (y - spot[1])) / (spot[2] *
						spot[2]));
			}
			return light;
		}
	}
}
