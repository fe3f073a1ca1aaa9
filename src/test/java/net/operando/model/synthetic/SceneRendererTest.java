package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.operando.model.phasefield.Material;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SceneRenderer, which moves and blurs by pieces, against the same scene drawn point by point and blurred whole. */
class SceneRendererTest {

	private static final double SECONDS = 12;

	private static Scene scene() {
		final SceneRod rod = SceneRod.of(RodGeometry.defaults().withSize(2.4, 1.1).withAngleDegrees(33).withCentre(0.2, -0.1),
			SceneRod.Drive.EVEN).withContent(0.2, 1).withSidePatches(SidePatch.at(1.1, 0.5));
		// lies over the first and leaves the field
		final SceneRod other = SceneRod.of(RodGeometry.defaults().withSize(2.6, 0.6).withAngleDegrees(-70).withCentre(1.3, 0.4),
			SceneRod.Drive.EVEN).withContent(0.3, 0).withReflectivity(0.8);
		return Scene.defaults().withSeed(6).withField(48, 36).withRods(rod, other).withDrift(Drift.typical()).withCell(Cell
			.defaults().withSteps(-10, CellStep.of(0, 14, 0), CellStep.of(5, 30, 0)));
	}

	private static SceneRenderer renderer(final Rows rows) {
		return new SceneRenderer(scene(), scene().rodStates(), rows);
	}

	/** Shift, turn, focus, the bound: interpolation of the grains errs by 1e-4 once they are moved by parts of a pixel. */
	@ParameterizedTest
	@CsvSource({ "0,0,0,0,1e-12", "0,0,0,9,1e-6", "0,0,0,400,1e-12", "0.31,-0.2,0,0,2e-4", "0.31,-0.2,0.15,-5,2e-4",
		"-2.7,1.9,-3,60,2e-4", "-2.7,1.9,40,1500,2e-4" })
	void piecesMakeTheWhole(final double x, final double y, final double turn, final double focus, final double bound) {
		final Drift.Pose pose = new Drift.Pose(x, y, turn, focus);
		final double[] drawn = renderer(Rows.IN_TURN).electrons(SECONDS, pose);
		final double[] whole = whole(pose);
		double worst = 0;
		for (int i = 0; i < whole.length; i++)
			worst = Math.max(worst, Math.abs(drawn[i] / whole[i] - 1));
		assertTrue(worst < bound, "worst " + worst);
	}

	private static double[] whole(final Drift.Pose pose) {
		final Scene scene = scene();
		final SensorGrid grid = new SensorGrid(96, 72, scene.pixel_um() / 2);
		final double sigma = Math.hypot(scene.psfSigma_um(pose.focusNm()) / grid.pixel_um(), Math.sqrt(1 / 12.0));
		final int reach = (int) Math.ceil(5 * sigma);
		final int w = 96 + 2 * reach;
		final int h = 72 + 2 * reach;
		final double[] object = new double[w * h];
		final CarbonBackground.Field carbon = scene.carbon().field(scene.seed(), Math.hypot(scene.psfSigma_um(), scene
			.pixel_um() / Math.sqrt(12)));
		final Material material = scene.material();
		final double turn = Math.toRadians(pose.rotationDegrees());
		for (int i = 0; i < object.length; i++) {
			final double dx = grid.x_um(i % w - reach) - pose.x_um();
			final double dy = grid.y_um(i / w - reach) - pose.y_um();
			final double x = dx * Math.cos(turn) + dy * Math.sin(turn);
			final double y = dy * Math.cos(turn) - dx * Math.sin(turn);
			object[i] = carbon.grid(new double[] { x }, new double[] { y }, Rows.IN_TURN)[0];
		}
		for (int n = 0; n < 2; n++) {
			final SceneRod rod = scene.rods().get(n);
			final double startX = rod.startX(scene.cell());
			final RodSnapshot snapshot = scene.rodStates().get(n).at(SECONDS);
			final RodPainter painter = new RodPainter(rod, snapshot, material, startX, SECONDS);
			final double onset = scene.onset().factor(scene.cell(), startX, SECONDS);
			final SmoothNoise.Reader rough = scene.contrast().roughness(scene.seed(), n).reader();
			final double angle = Math.toRadians(rod.geometry().angleDegrees());
			for (int i = 0; i < object.length; i++) {
				final double px = grid.x_um(i % w - reach) - pose.x_um();
				final double py = grid.y_um(i / w - reach) - pose.y_um();
				final double x = px * Math.cos(turn) + py * Math.sin(turn) - rod.geometry().centreX_um();
				final double y = py * Math.cos(turn) - px * Math.sin(turn) - rod.geometry().centreY_um();
				final double along = x * Math.cos(angle) + y * Math.sin(angle);
				final double across = y * Math.cos(angle) - x * Math.sin(angle);
				final double cover = painter.cover(along, across);
				final double z = painter.material_um(along);
				object[i] += cover * (rod.reflectivity() * scene.contrast().intensity(onset * painter.brightness(z, across), scene
					.contrast().cosine(rod.geometry(), rough, z, across)) - object[i]);
			}
		}
		final double[] blurred = new GaussianBlur(sigma).of(object, w, h, Rows.IN_TURN);
		final double[][] dust = scene.dust().place(scene.seed(), 96 * grid.pixel_um(), 72 * grid.pixel_um());
		final double level = scene.illumination().rodElectrons() * scene.illumination().lamp(scene.seed(), SECONDS);
		final double[] electrons = new double[96 * 72];
		for (int i = 0; i < electrons.length; i++) {
			final double x = grid.x_um(i % 96);
			final double y = grid.y_um(i / 96);
			electrons[i] = level * scene.illumination().at(x, y) * Dust.transmission(dust, x, y) * blurred[(i / 96 + reach) * w + i %
				96 + reach];
		}
		return electrons;
	}

	/** The same bits on one thread and on all, and whatever was drawn before: kept carbon must not show where it was cut. */
	@Test
	void threadsAndPastDoNotShow() {
		final Drift.Pose here = new Drift.Pose(0.3, 0.2, 0.1, 3);
		final double[] first = renderer(Rows.IN_TURN).electrons(SECONDS, here);
		assertArrayEquals(first, renderer(Rows.SIDE_BY_SIDE).electrons(SECONDS, here), 0);
		final SceneRenderer travelled = renderer(Rows.SIDE_BY_SIDE);
		for (final double[] away : new double[][] { { 1.9, -1.2, 0, 0 }, { -4, 3, 5, 800 }, { 0.5, 0.1, 0, -7 } })
			travelled.electrons(SECONDS + 3, new Drift.Pose(away[0], away[1], away[2], away[3]));
		// the window has another corner, whose column is added to places: some 1e-13 px
		assertArrayEquals(first, travelled.electrons(SECONDS, here), 1e-8);
	}

	@Test
	void carbonOnAGridIsThatOfItsPoints() {
		final SmoothNoise noise = new SmoothNoise(17, 0.3);
		final double[] x = new double[40];
		final double[] y = new double[30];
		for (int i = 0; i < x.length; i++)
			x[i] = -1.7 + 0.09 * i;
		for (int i = 0; i < y.length; i++)
			y[i] = -0.8 + 0.07 * i;
		final double[] grid = noise.grid(x, y, Rows.SIDE_BY_SIDE);
		final SmoothNoise.Reader reader = noise.reader();
		final SmoothNoise.Reader patch = noise.patch(-1, -0.5, 1, 0.6).reader();
		for (int r = 0; r < y.length; r++)
			for (int c = 0; c < x.length; c++) {
				final double value = reader.at(x[c], y[r]);
				assertTrue(value == grid[r * x.length + c] && value == patch.at(x[c], y[r]), "at " + x[c] + ", " + y[r]);
			}
	}
}
