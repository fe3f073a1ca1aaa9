package net.operando.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.Sensor;
import net.operando.model.synthetic.SyntheticMovie;

/**
 * A synthetic movie rendered once without the camera's noise and held in memory, of which any number of noisy versions can
 * be drawn at the cost of the noise alone.
 */
public final class NoisyMovie implements Movie {

	private final int width;
	private final int height;
	private final double pixel_um;
	private final TimeAxis times;
	private final List<float[]> frames;
	private final int exposures;

	private NoisyMovie(final int width, final int height, final double pixel_um, final TimeAxis times,
		final List<float[]> frames, final int exposures)
	{
		this.width = width;
		this.height = height;
		this.pixel_um = pixel_um;
		this.times = times;
		this.frames = frames;
		this.exposures = exposures;
	}

	/** The scene rendered without noise. */
	public static NoisyMovie of(final Scene noisy) {
		final Scene scene = noisy.withSensor(Sensor.defaults().withoutNoise());
		final List<float[]> frames = new ArrayList<>();
		try (SyntheticMovie movie = SyntheticMovie.of("still", scene)) {
			for (int f = 0; f < movie.frameCount(); f++)
				frames.add(movie.frame(f, null));
			return new NoisyMovie(movie.width(), movie.height(), scene.pixel_um(), movie.times(), frames, scene.spatialBin() * scene
				.spatialBin() * scene.timing().temporalBin());
		}
	}

	/**
	 * Shot noise, read noise (6.8 electrons) and rounding to counts of .51 electrons, per stored pixel; only near the
	 * line, where they can be seen.
	 */
	public NoisyMovie withNoise(final Random random, final LinePath line) {
		final double dx = line.x(1) - line.x(0);
		final double dy = line.y(1) - line.y(0);
		final double length = Math.hypot(dx, dy);
		final boolean[] near = new boolean[width * height];
		for (int i = 0; i < near.length; i++)
			near[i] = Math.abs((i % width - line.x(0)) * dy - (i / width - line.y(0)) * dx) / length < 8;
		final List<float[]> noisy = new ArrayList<>();
		for (final float[] frame : frames) {
			final float[] n = frame.clone();
			for (int i = 0; i < n.length; i++)
				if (near[i]) {
					final double electrons = 0.51 * n[i];
					n[i] += Math.sqrt(((electrons + 6.8 * 6.8) / (0.51 * 0.51) + 1 / 12.0) / exposures) * random.nextGaussian();
				}
			noisy.add(n);
		}
		return new NoisyMovie(width, height, pixel_um, times, noisy, exposures);
	}

	@Override
	public String name() {
		return "preset";
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int frameCount() {
		return frames.size();
	}

	@Override
	public PixelType pixelType() {
		return PixelType.FLOAT32;
	}

	@Override
	public TimeAxis times() {
		return times;
	}

	@Override
	public Calibration calibration() {
		return Calibration.ofMicrometres(pixel_um);
	}

	@Override
	public List<String> warnings() {
		return List.of();
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		return frames.get(frame).clone();
	}

	@Override
	public void close() {
		// frames are in memory only
	}
}
