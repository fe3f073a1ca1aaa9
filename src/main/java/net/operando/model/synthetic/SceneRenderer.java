package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import net.operando.model.phasefield.Material;

/**
 * Draws what falls on the sensor: carbon and rod in the sample plane, blurred by the microscope's Gaussian point spread,
 * under the light of the disc and behind the dust. The sensor's own pixel grid (34.7 nm, a third of the PSF's sigma) samples it
 * without aliasing. Double precision. Thread-safe; everything drawn depends on the scene, the time and the pose only.
 */
final class SceneRenderer {

	/** A pixel integrates over its square, which blurs as a Gaussian of the same variance, 1/12, does. */
	private static final double PIXEL_VARIANCE = 1 / 12.0;
	/** How far the sample may move before carbon is computed anew. */
	private static final double MARGIN_UM = 1.5;

	private final Scene scene;
	private final List<RodState> states;
	private final Material material;
	private final SensorGrid grid;
	private final Rows rows;
	private final CarbonBackground.Field carbon;
	private final List<SmoothNoise.Patch> surfaces = new ArrayList<>();
	/** Light times dust per sensor pixel. */
	private final double[] light;
	private final AtomicReference<CarbonWindow> window = new AtomicReference<>();
	private final Scratch scratch = new Scratch();

	/**
	 * @param states of the scene's rods, in their order
	 * @param rows side by side where one frame is waited for, in turn where many are drawn at once
	 */
	SceneRenderer(final Scene scene, final List<RodState> states, final Rows rows) {
		this.scene = scene;
		this.states = states;
		this.rows = rows;
		material = scene.material();
		grid = new SensorGrid(scene.widthPixels() * scene.spatialBin(), scene.heightPixels() * scene.spatialBin(), scene
			.pixel_um() / scene.spatialBin());
		carbon = scene.carbon().field(scene.seed(), Math.hypot(scene.psfSigma_um(), scene.pixel_um() / Math.sqrt(12)));
		for (int r = 0; r < states.size(); r++) {
			final RodGeometry rod = scene.rods().get(r).geometry();
			surfaces.add(scene.contrast().roughness(scene.seed(), r).patch(0, -0.6 * rod.width_um(), rod.length_um(), 0.6 * rod
				.width_um()));
		}
		light = light();
	}

	/** Sensor pixels per row. */
	int width() {
		return grid.width();
	}

	/** Rows of sensor pixels. */
	int height() {
		return grid.height();
	}

	/** Where dust was placed: x, y, sigma in um from the middle of the field, and depth. */
	double[][] dust() {
		return scene.dust().place(scene.seed(), grid.width() * grid.pixel_um(), grid.height() * grid.pixel_um());
	}

	/** What is done with a row of the sensor. */
	interface RowSink {

		/** @param electrons expected per pixel; may be changed, and is used again afterwards */
		void accept(int row, double[] electrons);
	}

	/** Expected electrons per sensor pixel in one exposure, row-major; the array is the caller's. */
	double[] electrons(final double seconds, final Drift.Pose pose) {
		final double[] electrons = new double[grid.width() * grid.height()];
		draw(seconds, pose, (r, row) -> System.arraycopy(row, 0, electrons, r * row.length, row.length));
		return electrons;
	}

	/** Draws one exposure: every row once, in any order, on several threads if the rows go side by side. */
	void draw(final double seconds, final Drift.Pose pose, final RowSink sink) {
		final double variance = variance(pose.focusNm());
		final GaussianBlur blur = new GaussianBlur(Math.sqrt(variance));
		// one more, since carbon somewhat out of focus is reckoned from a blur that reaches as much farther
		final CarbonWindow known = window(MovedCarbon.needed(grid, pose, grid.sensor().grown(blur.reach() + 1)));
		final double[] buffer = scratch.take(known.part().size());
		final MovedCarbon moved = new MovedCarbon(grid, known, known.blurred(variance, buffer), pose);
		final RodLayer rods = RodLayer.of(scene, material, states, surfaces, seconds, pose, grid, moved, blur, rows,
			scratch);
		final double level = scene.illumination().rodElectrons() * scene.illumination().lamp(scene.seed(), seconds);
		rows.each(grid.height(), r -> {
			final double[] row = new double[grid.width()];
			moved.blurredRow(r, row);
			rods.addTo(r, row);
			for (int c = 0; c < row.length; c++)
				row[c] *= level * light[r * row.length + c];
			sink.accept(r, row);
		});
		rods.release(scratch);
		scratch.give(buffer);
	}

	/** Of point spread and pixel together, in px^2. */
	private double variance(final double focusNm) {
		final double sigma = scene.psfSigma_um(focusNm) / grid.pixel_um();
		return sigma * sigma + PIXEL_VARIANCE;
	}

	private double[] light() {
		final double[][] dust = dust();
		final double[] l = new double[grid.width() * grid.height()];
		rows.each(grid.height(), r -> {
			for (int c = 0; c < grid.width(); c++)
				l[r * grid.width() + c] = scene.illumination().at(grid.x_um(c), grid.y_um(r)) * Dust.transmission(dust, grid.x_um(c),
					grid.y_um(r));
		});
		return l;
	}

	/** Carbon that is known in a part, and some way around it for movements to come. */
	private CarbonWindow window(final GridPart needed) {
		final CarbonWindow last = window.get();
		if (last != null && last.part().holds(needed)) return last;
		synchronized (window) {
			final CarbonWindow latest = window.get();
			if (latest != null && latest.part().holds(needed)) return latest;
			// a sample that never moves needs no more than is seen
			final boolean moves = latest != null || !scene.drift().isNone();
			final GridPart part = moves ? needed.grown((int) Math.ceil(MARGIN_UM / grid.pixel_um())) : needed;
			final double[] x = new double[part.width()];
			for (int c = 0; c < x.length; c++)
				x[c] = grid.x_um(part.left + c);
			final double[] y = new double[part.height()];
			for (int r = 0; r < y.length; r++)
				y[r] = grid.y_um(part.top + r);
			final CarbonWindow made = new CarbonWindow(part, carbon.grid(x, y, rows), variance(0), rows);
			window.set(made);
			return made;
		}
	}
}
