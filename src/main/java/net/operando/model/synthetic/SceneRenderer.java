package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.model.phasefield.Material;

import org.apache.commons.math3.util.FastMath;

/**
 * Draws what falls on the sensor: carbon and rod in the sample plane, blurred by the microscope's Gaussian point spread,
 * under the light of the disc and behind the dust. The sensor's own pixel grid (34.7 nm, a third of the PSF's sigma) samples it
 * without aliasing. Thread-safe; everything drawn depends on the scene, the time and the pose only.
 */
final class SceneRenderer {

	/** A pixel integrates over its square, which blurs as a Gaussian of the same variance, 1/12, does. */
	private static final double PIXEL_SIGMA = Math.sqrt(1 / 12.0);
	/** How far drift may go before carbon is computed anew. */
	private static final double MARGIN_UM = 1.5;

	private final Scene scene;
	private final List<RodState> states;
	private final Material material;
	private final int width;
	private final int height;
	private final int pad;
	private final int margin;
	private final double raw_um;
	private final CarbonBackground.Field carbon;
	private final List<SmoothNoise> surfaces = new ArrayList<>();
	/** Light times dust per sensor pixel. */
	private final double[] light;
	private final double[] carbonAtRest;

	/** @param states of the scene's rods, in their order */
	SceneRenderer(final Scene scene, final List<RodState> states) {
		this.scene = scene;
		this.states = states;
		material = scene.material();
		width = scene.widthPixels() * scene.spatialBin();
		height = scene.heightPixels() * scene.spatialBin();
		raw_um = scene.pixel_um() / scene.spatialBin();
		pad = (int) Math.ceil(6 * scene.psfSigma_um() / raw_um);
		carbon = scene.carbon().field(scene.seed(), Math.hypot(scene.psfSigma_um(), scene.pixel_um() / Math.sqrt(12)));
		for (int r = 0; r < states.size(); r++)
			surfaces.add(scene.contrast().roughness(scene.seed(), r));
		light = light();
		margin = scene.drift().isNone() ? 0 : (int) Math.ceil(MARGIN_UM / raw_um);
		carbonAtRest = carbonAtRest();
	}

	/** Sensor pixels per row. */
	int width() {
		return width;
	}

	/** Rows of sensor pixels. */
	int height() {
		return height;
	}

	/** Where dust was placed: x, y, sigma in um from the middle of the field, and depth. */
	double[][] dust() {
		return scene.dust().place(scene.seed(), width * raw_um, height * raw_um);
	}

	/** Expected electrons per sensor pixel in one exposure, row-major; the array is the caller's. */
	double[] electrons(final double seconds, final Drift.Pose pose) {
		final int w = width + 2 * pad;
		final double[] object = carbon(pose);
		for (int r = 0; r < states.size(); r++)
			addRod(object, r, seconds, pose);
		final double[] blurred = blur(object, w, height + 2 * pad, Math.hypot(scene.psfSigma_um(pose.focusNm()) / raw_um,
			PIXEL_SIGMA));
		final double level = scene.illumination().rodElectrons() * scene.illumination().lamp(scene.seed(), seconds);
		final double[] electrons = new double[width * height];
		for (int r = 0; r < height; r++)
			for (int c = 0; c < width; c++)
				electrons[r * width + c] = level * light[r * width + c] * blurred[(r + pad) * w + c + pad];
		return electrons;
	}

	private double x_um(final int column) {
		return (column - 0.5 * (width - 1)) * raw_um;
	}

	private double y_um(final int row) {
		return (row - 0.5 * (height - 1)) * raw_um;
	}

	private double[] light() {
		final double[][] dust = dust();
		final double[] l = new double[width * height];
		for (int r = 0; r < height; r++)
			for (int c = 0; c < width; c++)
				l[r * width + c] = scene.illumination().at(x_um(c), y_um(r)) * Dust.transmission(dust, x_um(c), y_um(r));
		return l;
	}

	/** The carbon as it lies when nothing has moved, on the sensor's grid with a margin that drift may bring into view. */
	private double[] carbonAtRest() {
		final int w = width + 2 * pad + 2 * margin;
		final double[] field = new double[w * (height + 2 * pad + 2 * margin)];
		final CarbonBackground.Field.Reader reader = carbon.reader();
		for (int i = 0; i < field.length; i++)
			field[i] = reader.at(x_um(i % w - pad - margin), y_um(i / w - pad - margin));
		return field;
	}

	/** The carbon after a movement: cubic interpolation, on grains of five grid steps good to 1e-4; new where it has no more. */
	private double[] carbon(final Drift.Pose pose) {
		final int w = width + 2 * pad;
		final double[] field = new double[w * (height + 2 * pad)];
		final boolean still = pose.isAt(Drift.Pose.rest());
		final double cos = FastMath.cos(FastMath.toRadians(pose.rotationDegrees()));
		final double sin = FastMath.sin(FastMath.toRadians(pose.rotationDegrees()));
		final CarbonBackground.Field.Reader reader = carbon.reader();
		final CubicImage rest = new CubicImage(carbonAtRest, w + 2 * margin, height + 2 * pad + 2 * margin);
		for (int i = 0; i < field.length; i++) {
			if (still) {
				field[i] = carbonAtRest[(i / w + margin) * (w + 2 * margin) + i % w + margin];
				continue;
			}
			final double x = x_um(i % w - pad) - pose.x_um();
			final double y = y_um(i / w - pad) - pose.y_um();
			final double u = (x * cos + y * sin) / raw_um + 0.5 * (width - 1) + pad + margin;
			final double v = (y * cos - x * sin) / raw_um + 0.5 * (height - 1) + pad + margin;
			field[i] = rest.holds(u, v) ? rest.at(u, v) : reader.at(x * cos + y * sin, y * cos - x * sin);
		}
		return field;
	}

	private void addRod(final double[] object, final int number, final double seconds, final Drift.Pose pose) {
		final SceneRod rod = scene.rods().get(number);
		final RodGeometry geometry = rod.geometry();
		final RodSnapshot snapshot = states.get(number).at(seconds);
		final double startX = rod.startX(scene.cell());
		final double onset = scene.onset().factor(scene.cell(), startX, seconds);
		final RodPainter painter = new RodPainter(rod, snapshot, material, startX, seconds);
		final double turn = FastMath.toRadians(pose.rotationDegrees());
		final double angle = FastMath.toRadians(geometry.angleDegrees()) + turn;
		final double cos = FastMath.cos(angle);
		final double sin = FastMath.sin(angle);
		final double centreX = geometry.centreX_um() * FastMath.cos(turn) - geometry.centreY_um() * FastMath.sin(turn) + pose
			.x_um();
		final double centreY = geometry.centreX_um() * FastMath.sin(turn) + geometry.centreY_um() * FastMath.cos(turn) + pose
			.y_um();
		final SmoothNoise.Reader rough = surfaces.get(number).reader();
		final int w = width + 2 * pad;
		for (int i = 0; i < object.length; i++) {
			final double dx = x_um(i % w - pad) - centreX;
			final double dy = y_um(i / w - pad) - centreY;
			final double along = dx * cos + dy * sin;
			final double across = dy * cos - dx * sin;
			final double cover = painter.cover(along, across);
			if (cover == 0) continue;
			final double z = painter.material_um(along);
			final double intensity = scene.contrast().intensity(onset * painter.brightness(z, across), scene.contrast().cosine(
				geometry, rough, z, across));
			object[i] += cover * (rod.reflectivity() * intensity * painter.light(along, across) - object[i]);
		}
	}

	/** Separable Gaussian; borders are padded by their own value, which the margin keeps out of the picture. */
	static double[] blur(final double[] image, final int w, final int h, final double sigma) {
		final int reach = (int) Math.ceil(5 * sigma);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int i = -reach; i <= reach; i++)
			sum += kernel[i + reach] = FastMath.exp(-0.5 * i * i / (sigma * sigma));
		for (int i = 0; i < kernel.length; i++)
			kernel[i] /= sum;
		final double[] rows = new double[image.length];
		final double[] line = new double[w + 2 * reach];
		for (int r = 0; r < h; r++) {
			Arrays.fill(line, 0, reach, image[r * w]);
			System.arraycopy(image, r * w, line, reach, w);
			Arrays.fill(line, reach + w, line.length, image[r * w + w - 1]);
			for (int c = 0; c < w; c++) {
				double v = 0;
				for (int k = 0; k < kernel.length; k++)
					v += kernel[k] * line[c + k];
				rows[r * w + c] = v;
			}
		}
		final double[] out = new double[image.length];
		for (int r = 0; r < h; r++)
			for (int k = -reach; k <= reach; k++) {
				final int from = Math.max(0, Math.min(h - 1, r + k)) * w;
				final double f = kernel[k + reach];
				for (int c = 0; c < w; c++)
					out[r * w + c] += f * rows[from + c];
			}
		return out;
	}
}
