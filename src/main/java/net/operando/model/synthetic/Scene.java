package net.operando.model.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import net.operando.base.InvalidInputException;
import net.operando.data.io.Json;
import net.operando.model.phasefield.Material;

import org.apache.commons.math3.util.FastMath;

/**
 * Everything a synthetic experiment is made from: one parameter object per stage, and the seed of all randomness.
 * Immutable; the {@code with} methods return changed copies; JSON by field, both ways. Lengths are in the sample plane, with
 * the middle of the field as origin, x to the right and y downwards.
 */
public final class Scene extends StageSettings {

	private long seed = 1;
	private String startTime = "2026-03-17T10:15:30.250Z";
	private int widthPixels = 480;
	private int heightPixels = 320;
	private double pixel_um = 0.0694;
	private int spatialBin = 2;
	private double psfSigmaNm = 111;
	/** Extra blur in nm per nm of focus error, added in quadrature (assumed, from a depth of field of 320 nm). */
	private double blurPerFocus = 0.35;
	private String material = "NWO";
	/** The first is the one that truth is stated for; later ones lie over earlier ones. */
	private SceneRod[] rods = { SceneRod.of(RodGeometry.defaults(), SceneRod.Drive.PRESCRIBED) };
	private PrescribedFronts fronts = PrescribedFronts.defaults();
	private OnsetBrightening onset = OnsetBrightening.defaults();
	private OpticalContrast contrast = OpticalContrast.defaults();
	private CarbonBackground carbon = CarbonBackground.defaults();
	private Dust dust = Dust.defaults();
	private Illumination illumination = Illumination.defaults();
	private Sensor sensor = Sensor.defaults();
	private Timing timing = Timing.defaults();
	private Drift drift = Drift.none();
	private Cell cell = Cell.defaults();
	/** Fronts are stated for this lag besides those they always are; NaN for none. */
	private double truthLagSeconds = Double.NaN;

	private Scene() {}

	/** One rod along the x axis with two prescribed fronts, without drift. */
	public static Scene defaults() {
		return new Scene();
	}

	/** The scene of a JSON text as {@link #toJson()} writes it; keys left out keep their defaults. */
	public static Scene fromJson(final String json) {
		return Json.read(json, Scene.class, "the scene");
	}

	/** All parameters as JSON. */
	public String toJson() {
		return Json.write(this);
	}

	public Scene withSeed(final long newSeed) {
		final Scene s = copy();
		s.seed = newSeed;
		return s;
	}

	/** @param instant of the movie's second 0 on the movie's clock */
	public Scene withStartTime(final Instant instant) {
		final Scene s = copy();
		s.startTime = instant.toString();
		return s;
	}

	/** @param width of the stored frame in pixels; @param height likewise */
	public Scene withField(final int width, final int height) {
		if (width < 8 || height < 8) throw new InvalidInputException("A field of " + width + " x " + height +
			" pixels is too small: give at least 8 x 8.");
		final Scene s = copy();
		s.widthPixels = width;
		s.heightPixels = height;
		return s;
	}

	public Scene withPixel_um(final double um) {
		if (!(um > 0)) throw new InvalidInputException("A pixel of " + um + " um cannot be meant: give a size above 0.");
		final Scene s = copy();
		s.pixel_um = um;
		return s;
	}

	/** @param geometry of the first rod */
	public Scene withRod(final RodGeometry geometry) {
		return withRods(replacing(rods[0].withGeometry(geometry)));
	}

	private SceneRod[] replacing(final SceneRod first) {
		final SceneRod[] all = rods.clone();
		all[0] = first;
		return all;
	}

	/** @param newRods the first is the one that truth is stated for, the others are its neighbours */
	public Scene withRods(final SceneRod... newRods) {
		if (newRods.length == 0) throw new InvalidInputException("The scene has no rod: give at least one.");
		final Scene s = copy();
		s.rods = newRods.clone();
		return s;
	}

	/** @param nameOrFile NWO, or a material file (JSON) */
	public Scene withMaterial(final String nameOrFile) {
		final Scene s = copy();
		s.material = nameOrFile;
		return s;
	}

	public Scene withFronts(final PrescribedFronts prescribed) {
		final Scene s = copy();
		s.fronts = prescribed;
		return s;
	}

	public Scene withOnset(final OnsetBrightening brightening) {
		final Scene s = copy();
		s.onset = brightening;
		return s;
	}

	public Scene withContrast(final OpticalContrast optics) {
		final Scene s = copy();
		s.contrast = optics;
		return s;
	}

	public Scene withCarbon(final CarbonBackground background) {
		final Scene s = copy();
		s.carbon = background;
		return s;
	}

	public Scene withDust(final Dust spots) {
		final Scene s = copy();
		s.dust = spots;
		return s;
	}

	public Scene withIllumination(final Illumination light) {
		final Scene s = copy();
		s.illumination = light;
		return s;
	}

	public Scene withSensor(final Sensor camera) {
		final Scene s = copy();
		s.sensor = camera;
		return s;
	}

	public Scene withTiming(final Timing schedule) {
		final Scene s = copy();
		s.timing = schedule;
		return s;
	}

	public Scene withDrift(final Drift movement) {
		final Scene s = copy();
		s.drift = movement;
		return s;
	}

	public Scene withCell(final Cell electrochemistry) {
		final Scene s = copy();
		s.cell = electrochemistry;
		return s;
	}

	/** @param seconds lag of the rates that fronts are stated for as well, 0.1 or more; NaN for none */
	public Scene withTruthLagSeconds(final double seconds) {
		if (seconds < 0.1) throw new InvalidInputException("A lag of " + seconds +
			" s is shorter than truth is known to: give 0.1 s or more.");
		final Scene s = copy();
		s.truthLagSeconds = seconds;
		return s;
	}

	/** NaN for none. */
	public double truthLagSeconds() {
		return truthLagSeconds;
	}

	public long seed() {
		return seed;
	}

	/** The instant of the movie's second 0. */
	public Instant startTime() {
		return Instant.parse(startTime);
	}

	public int widthPixels() {
		return widthPixels;
	}

	public int heightPixels() {
		return heightPixels;
	}

	/** Edge of a stored pixel in um. */
	public double pixel_um() {
		return pixel_um;
	}

	/** Sensor pixels per edge of a stored one. */
	public int spatialBin() {
		return spatialBin;
	}

	public double psfSigma_um() {
		return 1e-3 * psfSigmaNm;
	}

	double psfSigma_um(final double focusNm) {
		return 1e-3 * Math.hypot(psfSigmaNm, blurPerFocus * focusNm);
	}

	/** Where the first rod lies. */
	public RodGeometry rod() {
		return rods[0].geometry();
	}

	/** All rods; the first is the one that truth is stated for. */
	public List<SceneRod> rods() {
		return List.of(rods);
	}

	/** The rods' material, read anew. */
	public Material material() {
		return Material.named(material);
	}

	public PrescribedFronts fronts() {
		return fronts;
	}

	public OnsetBrightening onset() {
		return onset;
	}

	public OpticalContrast contrast() {
		return contrast;
	}

	public CarbonBackground carbon() {
		return carbon;
	}

	public Dust dust() {
		return dust;
	}

	public Illumination illumination() {
		return illumination;
	}

	public Sensor sensor() {
		return sensor;
	}

	public Timing timing() {
		return timing;
	}

	public Drift drift() {
		return drift;
	}

	public Cell cell() {
		return cell;
	}

	/**
	 * Where the movie's second 0 lies in the potentiostat's record, in s after the start that its first file states, if the
	 * file of the first current is put in its place: what a common trigger would tell. Other files lie up to a second beside
	 * it, since each states its start in whole seconds.
	 */
	public double triggerOffsetSeconds() {
		final int step = Math.max(0, cell.firstCurrentStep());
		return Duration.between(EchemFolder.statedStart(this, 0), EchemFolder.statedStart(this, step)).getSeconds() - cell
			.stepStartSeconds(step);
	}

	/** All rods over the movie, in order; simulated ones are simulated now. */
	List<RodState> rodStates() {
		final Material host = material();
		return Arrays.stream(rods).map(r -> r.state(cell, host, fronts, timing.seconds())).collect(Collectors.toList());
	}

	/**
	 * Position on the stored frame, in pixels with (0, 0) the centre of the top left one, of a point of the first rod.
	 *
	 * @param along_um distance from the rod's centre along its axis
	 * @param across_um distance from its axis, to the right when looking from its start to its end
	 * @param pose of the sample
	 * @return x and y
	 */
	public double[] pixel(final double along_um, final double across_um, final Drift.Pose pose) {
		return pixel(rod(), along_um, across_um, pose);
	}

	/** {@link #pixel} of a point of any rod. */
	double[] pixel(final RodGeometry rod, final double along_um, final double across_um, final Drift.Pose pose) {
		final double a = FastMath.toRadians(rod.angleDegrees());
		final double r = FastMath.toRadians(pose.rotationDegrees());
		final double x = rod.centreX_um() + along_um * FastMath.cos(a) - across_um * FastMath.sin(a);
		final double y = rod.centreY_um() + along_um * FastMath.sin(a) + across_um * FastMath.cos(a);
		return new double[] { (x * FastMath.cos(r) - y * FastMath.sin(r) + pose.x_um()) / pixel_um + 0.5 * (widthPixels - 1), (x *
			FastMath.sin(r) + y * FastMath.cos(r) + pose.y_um()) / pixel_um + 0.5 * (heightPixels - 1) };
	}

	/** {@link #pixel} of a point on the first rod's axis. */
	public double[] axisPixel(final double along_um, final Drift.Pose pose) {
		return pixel(along_um, 0, pose);
	}
}
