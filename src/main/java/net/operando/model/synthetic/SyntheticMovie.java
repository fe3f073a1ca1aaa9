package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/**
 * The movie of a {@link Scene}, each frame computed when it is asked for. A frame depends on the scene and its number only,
 * not on what was asked before. Thread-safe.
 */
public final class SyntheticMovie implements Movie {

	private static final int MOST_DRAWN = 3;

	private final String name;
	private final Scene scene;
	private final List<RodState> states;
	private final SceneRenderer renderer;
	private final List<Timing.FrameTime> schedule;
	private final TimeAxis times;
	private final int[] hot;

	private SyntheticMovie(final String name, final Scene scene) {
		this.name = name;
		this.scene = scene;
		states = scene.rodStates();
		renderer = new SceneRenderer(scene, states, Rows.IN_TURN);
		schedule = scene.timing().schedule(scene.seed());
		times = TimeAxis.of(schedule.stream().mapToDouble(Timing.FrameTime::seconds).toArray()).startingAt(scene.startTime());
		hot = scene.sensor().hotPixels(scene.seed(), renderer.width() * renderer.height());
	}

	/** The movie of a scene. Without noise (see {@link Sensor#withoutNoise()}) its samples are floating point. */
	public static SyntheticMovie of(final String name, final Scene scene) {
		return new SyntheticMovie(name, scene);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public int width() {
		return scene.widthPixels();
	}

	@Override
	public int height() {
		return scene.heightPixels();
	}

	@Override
	public int frameCount() {
		return schedule.size();
	}

	@Override
	public PixelType pixelType() {
		return scene.sensor().hasNoise() ? PixelType.UINT16 : PixelType.FLOAT32;
	}

	@Override
	public TimeAxis times() {
		return times;
	}

	@Override
	public Calibration calibration() {
		return Calibration.ofMicrometres(scene.pixel_um());
	}

	@Override
	public List<String> warnings() {
		return List.of();
	}

	/** The scene it shows. */
	public Scene scene() {
		return scene;
	}

	/** The scene's first rod over time. */
	public RodState rod() {
		return states.get(0);
	}

	/** All rods over time, in the scene's order. */
	List<RodState> rods() {
		return states;
	}

	/** Where the sample is in a frame: the mean over its exposures. */
	Drift.Pose pose(final int frame) {
		final Timing.FrameTime time = schedule.get(frame);
		final List<Drift.Pose> poses = new ArrayList<>();
		for (int b = 0; b < time.rawCount(); b++)
			poses.add(scene.drift().pose(scene.seed(), time.firstRaw() + b, time.rawSeconds(b)));
		return Drift.Pose.mean(poses);
	}

	/** Sensor pixels that are hot, as column, row. */
	List<int[]> hotPixels() {
		final List<int[]> pixels = new ArrayList<>();
		for (final int h : hot)
			pixels.add(new int[] { h % renderer.width(), h / renderer.width() });
		return pixels;
	}

	/** When its frames were exposed. */
	public List<Timing.FrameTime> schedule() {
		return List.copyOf(schedule);
	}

	/** Where dust lies: x, y, sigma in um from the middle of the field, and depth. */
	public double[][] dust() {
		return renderer.dust();
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final double[] counts = counts(frame);
		final float[] out = reuse != null && reuse.length == counts.length ? reuse : new float[counts.length];
		for (int i = 0; i < counts.length; i++)
			out[i] = (float) (scene.sensor().hasNoise() ? Math.rint(counts[i]) : counts[i]);
		return out;
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		if (pixelType() != PixelType.UINT16) return Movie.super.frame16(frame, reuse);
		final double[] counts = counts(frame);
		final short[] out = reuse != null && reuse.length == counts.length ? reuse : new short[counts.length];
		for (int i = 0; i < counts.length; i++)
			out[i] = (short) Math.rint(counts[i]);
		return out;
	}

	/**
	 * Mean counts of a stored pixel over its sensor pixels and raw frames. Of many raw frames the light is drawn for a few of
	 * them only, evenly chosen, each with the noise of those it stands for.
	 */
	private double[] counts(final int frame) {
		final Timing.FrameTime time = schedule.get(frame);
		final int bin = scene.spatialBin();
		final double[] mean = new double[width() * height()];
		final int drawn = Math.min(MOST_DRAWN, time.rawCount());
		for (int d = 0; d < drawn; d++) {
			final int from = d * time.rawCount() / drawn;
			final int exposures = (d + 1) * time.rawCount() / drawn - from;
			final int b = from + (exposures - 1) / 2;
			final int raw = time.firstRaw() + b;
			final Drift.Pose pose = scene.drift().pose(scene.seed(), raw, time.rawSeconds(b));
			final double[] sensor = renderer.electrons(time.rawSeconds(b), pose);
			scene.sensor().expose(sensor, exposures, hot, SeedStream.of(scene.seed(), "sensor", raw));
			for (int r = 0; r < renderer.height(); r++)
				for (int c = 0; c < renderer.width(); c++)
					mean[r / bin * width() + c / bin] += exposures * sensor[r * renderer.width() + c];
		}
		for (int i = 0; i < mean.length; i++)
			mean[i] /= bin * bin * time.rawCount();
		return mean;
	}

	@Override
	public void close() {
		// nothing is held but parameters
	}
}
