package net.operando.model.synthetic;

import java.util.Arrays;

import org.apache.commons.math3.util.FastMath;

/**
 * Draws what falls on the sensor: carbon and rod in the sample plane, blurred by the microscope's Gaussian point spread,
 * under the light of the disc and behind the dust. The sensor's own pixel grid (34.7 nm, a third of the PSF's sigma) samples it
 * without aliasing. Thread-safe; everything drawn depends on the scene, the time and the pose only.
 */
final class SceneRenderer {

	/** Steps of the table along the rod, 20 nm at 20 um. */
	private static final int STEPS = 1024;

	private final Scene scene;
	private final RodState state;
	private final int width;
	private final int height;
	private final int pad;
	private final double raw_um;
	private final CarbonBackground.Field carbon;
	private final SmoothNoise surface;
	/** Light times dust per sensor pixel. */
	private final double[] light;
	private final double[] carbonAtRest;

	SceneRenderer(final Scene scene, final RodState state) {
		this.scene = scene;
		this.state = state;
		width = scene.widthPixels() * scene.spatialBin();
		height = scene.heightPixels() * scene.spatialBin();
		raw_um = scene.pixel_um() / scene.spatialBin();
		pad = (int) Math.ceil(6 * scene.psfSigma_um() / raw_um);
		carbon = scene.carbon().field(scene.seed(), Math.hypot(scene.psfSigma_um(), scene.pixel_um() / Math.sqrt(12)));
		surface = scene.contrast().roughness(scene.seed(), 0);
		light = light();
		carbonAtRest = carbon(Drift.Pose.rest());
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
		final double[] object = pose.isAt(Drift.Pose.rest()) ? carbonAtRest.clone() : carbon(pose);
		addRod(object, seconds, pose);
		final double[] blurred = blur(object, w, height + 2 * pad, scene.psfSigma_um(pose.focusNm()) / raw_um);
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

	private double[] carbon(final Drift.Pose pose) {
		final int w = width + 2 * pad;
		final double[] field = new double[w * (height + 2 * pad)];
		final double cos = FastMath.cos(FastMath.toRadians(pose.rotationDegrees()));
		final double sin = FastMath.sin(FastMath.toRadians(pose.rotationDegrees()));
		final CarbonBackground.Field.Reader reader = carbon.reader();
		for (int i = 0; i < field.length; i++) {
			final double x = x_um(i % w - pad) - pose.x_um();
			final double y = y_um(i / w - pad) - pose.y_um();
			field[i] = reader.at(x * cos + y * sin, y * cos - x * sin);
		}
		return field;
	}

	private void addRod(final double[] object, final double seconds, final Drift.Pose pose) {
		final RodGeometry rod = scene.rod();
		final OpticalContrast contrast = scene.contrast();
		final double length = state.length_um(seconds);
		final double start = rod.start_um(length);
		final double onset = scene.onset().factor(scene.cell(), seconds);
		final double[] material = materialAlong(seconds, length);
		final double[] brightness = new double[STEPS + 1];
		for (int i = 0; i <= STEPS; i++)
			brightness[i] = onset * state.brightness(material[i], seconds);
		final double turn = FastMath.toRadians(pose.rotationDegrees());
		final double angle = FastMath.toRadians(rod.angleDegrees()) + turn;
		final double cos = FastMath.cos(angle);
		final double sin = FastMath.sin(angle);
		final double centreX = rod.centreX_um() * FastMath.cos(turn) - rod.centreY_um() * FastMath.sin(turn) + pose.x_um();
		final double centreY = rod.centreX_um() * FastMath.sin(turn) + rod.centreY_um() * FastMath.cos(turn) + pose.y_um();
		final SmoothNoise.Reader rough = surface.reader();
		final int w = width + 2 * pad;
		for (int i = 0; i < object.length; i++) {
			final double dx = x_um(i % w - pad) - centreX;
			final double dy = y_um(i / w - pad) - centreY;
			final double along = dx * cos + dy * sin;
			final double across = dy * cos - dx * sin;
			final double cover = rod.cover(along, across, length);
			if (cover == 0) continue;
			final double at = Math.max(0, Math.min(1, (along - start) / length)) * STEPS;
			final int k = Math.min(STEPS - 1, (int) at);
			final double f = at - k;
			final double z = material[k] + f * (material[k + 1] - material[k]);
			final double b = brightness[k] + f * (brightness[k + 1] - brightness[k]);
			final double intensity = contrast.intensity(b, contrast.cosine(rod, rough, z, across));
			object[i] += cover * (intensity - object[i]);
		}
	}

	/** Reference positions of the material at even steps along the stretched rod. */
	private double[] materialAlong(final double seconds, final double length) {
		final double reference = state.referenceLength_um();
		final double[] material = new double[STEPS + 1];
		int k = 0;
		double low = 0;
		double high = state.position_um(reference / STEPS, seconds);
		for (int i = 0; i <= STEPS; i++) {
			final double s = i * length / STEPS;
			while (high < s && k < STEPS - 1) {
				k++;
				low = high;
				high = state.position_um((k + 1) * reference / STEPS, seconds);
			}
			material[i] = Math.min(reference, (k + (s - low) / (high - low)) * reference / STEPS);
		}
		return material;
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
