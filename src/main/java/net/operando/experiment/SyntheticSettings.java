package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.ScenePreset;
import net.operando.model.synthetic.SceneRod;

/**
 * A synthetic experiment as a user asks for it: a preset, and what is to be different from it. Immutable; plain fields, so
 * that it can be kept as JSON. NaN is "as the preset has it".
 */
public final class SyntheticSettings {

	/** Name of the preset whose fronts are prescribed and not simulated. */
	public static final String TWO_FRONTS = "Two fronts";

	/** Free field around the first rod, um. */
	private static final double MARGIN_UM = 1.5;
	/** Of a frame; some hundred bytes each are held while frames are drawn. */
	private static final double MOST_PIXELS = 1e6;
	private static final double MOST_FRAMES = 20_000;

	private String preset = TWO_FRONTS;
	private long seed = 1;
	private ExperimentFormat format = ExperimentFormat.TIFF;
	private double pixelMicrometres = Double.NaN;
	private double framesPerSecond = Double.NaN;
	private double angleDegrees = Double.NaN;
	private boolean noise = true;
	private boolean drift = true;
	private double cRate = Double.NaN;
	private double seconds = Double.NaN;
	private double startX = Double.NaN;
	private double lengthMicrometres = Double.NaN;

	/** The preset of two prescribed fronts as it is, seed 1, TIFF. */
	public SyntheticSettings() {}

	private SyntheticSettings copy() {
		final SyntheticSettings s = new SyntheticSettings();
		s.preset = preset;
		s.seed = seed;
		s.format = format;
		s.pixelMicrometres = pixelMicrometres;
		s.framesPerSecond = framesPerSecond;
		s.angleDegrees = angleDegrees;
		s.noise = noise;
		s.drift = drift;
		s.cRate = cRate;
		s.seconds = seconds;
		s.startX = startX;
		s.lengthMicrometres = lengthMicrometres;
		return s;
	}

	/** @param label of a {@link ScenePreset}, or {@link #TWO_FRONTS}; @param newSeed of all randomness */
	public SyntheticSettings withPreset(final String label, final long newSeed) {
		final SyntheticSettings s = copy();
		s.preset = label.trim();
		s.seed = newSeed;
		return s;
	}

	/** @param um edge of a stored pixel; @param perSecond stored frames; NaN for the preset's */
	public SyntheticSettings withCamera(final double um, final double perSecond, final ExperimentFormat movieFormat) {
		given(um, 0.005, 5, "pixelsizeum", "um");
		given(perSecond, 1e-3, 1000, "framerate", "frames per second");
		final SyntheticSettings s = copy();
		s.pixelMicrometres = um;
		s.framesPerSecond = perSecond;
		s.format = movieFormat;
		return s;
	}

	/** @param noisy whether the camera has noise and hot pixels; @param drifting whether the sample moves */
	public SyntheticSettings withFaults(final boolean noisy, final boolean drifting) {
		final SyntheticSettings s = copy();
		s.noise = noisy;
		s.drift = drifting;
		return s;
	}

	/** @param degrees of the first rod, from the image's x axis downwards; @param um its length; NaN for the preset's */
	public SyntheticSettings withRod(final double degrees, final double um) {
		given(degrees, -360, 360, "angle", "degrees");
		given(um, 2, 200, "lengthum", "um");
		final SyntheticSettings s = copy();
		s.angleDegrees = degrees;
		s.lengthMicrometres = um;
		return s;
	}

	/**
	 * @param rate C-rate of the first current, positive for lithiation; @param duration of it in s; @param x content of
	 *          the first rod at the start; NaN for the preset's
	 */
	public SyntheticSettings withCurrent(final double rate, final double duration, final double x) {
		given(rate, -1000, 1000, "crate", "C");
		if (rate == 0) throw new InvalidInputException(
			"A crate of 0 cannot be meant: give a C-rate above 0 for lithiation or below for delithiation, or leave it out.");
		given(duration, 1, 1e5, "seconds", "s");
		given(x, 0, 1, "startx", "as a part of the full content");
		final SyntheticSettings s = copy();
		s.cRate = rate;
		s.seconds = duration;
		s.startX = x;
		return s;
	}

	private static void given(final double value, final double low, final double high, final String key,
		final String unit)
	{
		if (value < low || value > high) throw new InvalidInputException(String.format(Locale.ROOT,
			"%s=%s cannot be meant: give it between %s and %s (%s), or leave it out.", key, value, low, high, unit));
	}

	public ExperimentFormat format() {
		return format;
	}

	/**
	 * The scene.
	 *
	 * @throws InvalidInputException if there is no such preset, or what is asked for does not fit it
	 */
	public Scene scene() {
		final boolean prescribed = preset.equalsIgnoreCase(TWO_FRONTS);
		if (prescribed && !(Double.isNaN(cRate) && Double.isNaN(seconds) && Double.isNaN(startX)))
			throw new InvalidInputException(
				"The fronts of 'Two fronts' are prescribed and follow no current: leave out crate, seconds and startx, or choose a preset that is simulated.");
		Scene scene = prescribed ? SampleExperiment.scene().withSeed(seed) : ScenePreset.of(preset).scene(seed);
		scene = scene.withDrift(drift ? Drift.typical() : Drift.none());
		if (!noise) scene = scene.withSensor(scene.sensor().withoutNoise());
		if (!Double.isNaN(startX)) scene = withStartX(scene);
		scene = withCurrent(scene);
		scene = withGeometry(scene);
		return withFrames(scene);
	}

	/** Content of the first rod, and of the cell if that was the same when the current came. */
	private Scene withStartX(final Scene scene) {
		final SceneRod first = scene.rods().get(0);
		final Cell cell = scene.cell();
		final double change = startX - cell.x(cell.stepStartSeconds(cell.firstCurrentStep()));
		final boolean same = Math.abs(first.startX(cell) - startX + change) < 1e-9;
		final Scene changed = replacing(scene, first.withContent(startX, first.currentShare()));
		return same ? changed.withCell(cell.withStartX(Math.max(0, Math.min(1, cell.startX() + change)))) : changed;
	}

	/** Another first current; the movie becomes longer or shorter with it. */
	private Scene withCurrent(final Scene scene) {
		if (Double.isNaN(cRate) && Double.isNaN(seconds)) return scene;
		final Cell cell = scene.cell();
		final List<CellStep> steps = cell.steps();
		final CellStep was = steps.get(cell.firstCurrentStep());
		final CellStep step = CellStep.of(Double.isNaN(cRate) ? was.cRate() : cRate, Double.isNaN(seconds) ? was.seconds()
			: seconds, was.pauseAfterSeconds());
		steps.set(cell.firstCurrentStep(), step);
		return withTiming(scene.withCell(cell.withSteps(cell.stepStartSeconds(0), steps.toArray(new CellStep[0]))), 1 / scene
			.timing().frameSeconds(), scene.timing().seconds() + step.seconds() - was.seconds());
	}

	private static Scene withTiming(final Scene scene, final double perSecond, final double duration) {
		final int bin = scene.timing().temporalBin();
		return scene.withTiming(scene.timing().withRate(perSecond * bin, bin, duration));
	}

	/** All rods turned about the middle of the field by the same angle, the first made longer or shorter. */
	private Scene withGeometry(final Scene scene) {
		final RodGeometry was = scene.rod();
		final double turn = Double.isNaN(angleDegrees) ? 0 : Math.toRadians(angleDegrees - was.angleDegrees());
		final List<SceneRod> rods = new ArrayList<>();
		for (final SceneRod rod : scene.rods()) {
			final RodGeometry g = rod.geometry();
			rods.add(turn == 0 ? rod : rod.withGeometry(g.withAngleDegrees(g.angleDegrees() + Math.toDegrees(turn)).withCentre(g
				.centreX_um() * Math.cos(turn) - g.centreY_um() * Math.sin(turn), g.centreX_um() * Math.sin(turn) + g
					.centreY_um() * Math.cos(turn))));
		}
		if (!Double.isNaN(lengthMicrometres)) rods.set(0, longer(rods.get(0)));
		return scene.withRods(rods.toArray(new SceneRod[0]));
	}

	private SceneRod longer(final SceneRod rod) {
		for (final Crack crack : rod.cracks())
			if (!(crack.position_um() < lengthMicrometres - 1)) throw new InvalidInputException(String.format(Locale.ROOT,
				"A rod of %.6g um has no place for the crack at %.6g um of this preset: give a longer lengthum.",
				lengthMicrometres, crack.position_um()));
		return rod.withGeometry(rod.geometry().withSize(lengthMicrometres, rod.geometry().width_um()));
	}

	/** The same field in um at another pixel size, opened where the first rod would leave it. */
	private Scene withFrames(final Scene scene) {
		final double pixel = Double.isNaN(pixelMicrometres) ? scene.pixel_um() : pixelMicrometres;
		final RodGeometry rod = scene.rod();
		final double cos = Math.abs(Math.cos(Math.toRadians(rod.angleDegrees())));
		final double sin = Math.abs(Math.sin(Math.toRadians(rod.angleDegrees())));
		final double width = Math.max(scene.widthPixels() * scene.pixel_um(), rod.length_um() * cos + rod.width_um() * sin + 2 *
			MARGIN_UM);
		final double height = Math.max(scene.heightPixels() * scene.pixel_um(), rod.length_um() * sin + rod.width_um() * cos +
			2 * MARGIN_UM);
		final double rate = Double.isNaN(framesPerSecond) ? 1 / scene.timing().frameSeconds() : framesPerSecond;
		if (width * height / (pixel * pixel) > MOST_PIXELS) throw new InvalidInputException(String.format(Locale.ROOT,
			"At %.4g um per pixel a frame has more than %.0f pixels: give a larger pixelsizeum.", pixel, MOST_PIXELS));
		if (scene.timing().seconds() * rate > MOST_FRAMES) throw new InvalidInputException(String.format(Locale.ROOT,
			"%.6g frames per second make more than %.0f frames: give a lower framerate.", rate, MOST_FRAMES));
		return withTiming(scene.withPixel_um(pixel).withField((int) Math.round(width / pixel), (int) Math.round(height /
			pixel)), rate, scene.timing().seconds());
	}

	private static Scene replacing(final Scene scene, final SceneRod first) {
		final List<SceneRod> rods = new ArrayList<>(scene.rods());
		rods.set(0, first);
		return scene.withRods(rods.toArray(new SceneRod[0]));
	}
}
