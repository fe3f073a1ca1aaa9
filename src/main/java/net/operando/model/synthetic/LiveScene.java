package net.operando.model.synthetic;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.model.phasefield.Material;

/**
 * A scene seen through a microscope that somebody operates: exposures at any time, of any length, with any light, the stage and
 * the focus where they were put. The sample's own drift, the cell and everything else are the scene's. Thread-safe.
 */
public final class LiveScene {

	/** Sensor pixels are this long exposed for the scene's number of electrons. */
	private static final double NOMINAL_EXPOSURE_MS = 8;

	private final Scene scene;
	private final SceneRenderer renderer;
	private final Material material;
	/** Columns of hot pixels per row. */
	private final int[][] hot;

	private LiveScene(final Scene scene) {
		this.scene = scene;
		material = scene.material();
		renderer = new SceneRenderer(scene, scene.rodStates(), Rows.SIDE_BY_SIDE);
		final int width = renderer.width();
		final int[] pixels = scene.sensor().hotPixels(scene.seed(), width * renderer.height());
		hot = new int[renderer.height()][];
		for (int r = 0; r < hot.length; r++) {
			final int row = r;
			hot[r] = Arrays.stream(pixels).filter(p -> p / width == row).map(p -> p % width).toArray();
		}
	}

	/**
	 * A live view of a scene, all that is made once made now, so that the first exposure takes no longer than others; its rods are simulated now, from the first step of its cell to the end of the last.
	 *
	 * @param scene whose timing and clock are not used
	 */
	public static LiveScene of(final Scene scene) {
		final Cell own = scene.cell().withClock(0, 0);
		final double end = own.stepEndSeconds(own.steps().size() - 1);
		final LiveScene live = new LiveScene(scene.withCell(own).withTiming(Timing.defaults().withRate(2, 1, Math.max(1, end))));
		live.expose(0, 1, 1, 0, 0, 0, null);
		return live;
	}

	/** The scene, with the cell on its own clock. */
	public Scene scene() {
		return scene;
	}

	/** Width of the sensor in px. */
	public int width() {
		return renderer.width();
	}

	/** Height of the sensor in px. */
	public int height() {
		return renderer.height();
	}

	/** Edge of a sensor pixel in um. */
	public double pixel_um() {
		return scene.pixel_um() / scene.spatialBin();
	}

	/**
	 * One exposure.
	 *
	 * @param seconds middle of the exposure on the scene's clock
	 * @param exposureMs its length
	 * @param light relative to the scene's own light; 0 is dark
	 * @param x_um by how much the stage moved the sample to the right
	 * @param y_um by how much downwards
	 * @param focusNm how far the stage is out of focus
	 * @param reuse filled and returned if it has the sensor's size; may be null
	 * @return counts, row-major
	 */
	public short[] expose(final double seconds, final double exposureMs, final double light, final double x_um,
		final double y_um, final double focusNm, final short[] reuse)
	{
		final int n = renderer.width() * renderer.height();
		final short[] counts = reuse != null && reuse.length == n ? reuse : new short[n];
		final int number = (int) Math.floorMod(Math.round(1e4 * seconds), 1L << 30);
		final double scale = light * exposureMs / NOMINAL_EXPOSURE_MS;
		if (!(scale > 0)) {
			final double[] dark = new double[renderer.width()];
			Rows.SIDE_BY_SIDE.each(renderer.height(), r -> expose(number, r, dark.clone(), 0, counts));
			return counts;
		}
		final Drift.Pose own = scene.drift().pose(scene.seed(), number, seconds);
		renderer.draw(seconds, new Drift.Pose(own.x_um() + x_um, own.y_um() + y_um, own.rotationDegrees(), own.focusNm() +
			focusNm), (r, row) -> expose(number, r, row, scale, counts));
		return counts;
	}

	/** One row, whose noise is a stream of its own, so that rows may be exposed in any order. */
	private void expose(final int number, final int r, final double[] electrons, final double scale, final short[] counts) {
		for (int c = 0; c < electrons.length; c++)
			electrons[c] *= scale;
		scene.sensor().expose(electrons, hot[r], SeedStream.of(scene.seed(), "live", ((long) number << 16) + r), counts, r *
			electrons.length);
	}

	/** Steps of the cell. */
	public int steps() {
		return scene.cell().steps().size();
	}

	/** When a step begins, on the scene's clock. */
	public double stepStartSeconds(final int step) {
		return scene.cell().stepStartSeconds(step);
	}

	/** What the potentiostat will have recorded of a step when it is over; file name, samples, start. */
	public CyclerRecord record(final int step, final LocalDateTime start) {
		return EchemFolder.record(scene, step, material, start);
	}

	/** Onsets of the cracks of the first rod on the scene's clock, in s. */
	public List<Double> crackSeconds() {
		final List<Double> onsets = new ArrayList<>();
		for (final Crack crack : scene.rods().get(0).cracks())
			onsets.add(crack.onsetSeconds());
		return onsets;
	}
}
