package net.operando.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.synthetic.Cell;
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
	/** A front is not stated for what is left of a current after the lag if that is shorter. */
	private static final double LEAST_FRONT_SECONDS = 5;
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
	private double widthMicrometres = Double.NaN;
	/** Empty: the preset's. */
	private String material = "";
	/** Null: the preset's. */
	private ActiveEnds activeEnds;
	private double currentShare = Double.NaN;
	private double lowerVolts = Double.NaN;
	private double upperVolts = Double.NaN;
	private double temperatureKelvin = Double.NaN;
	/** Null: the preset's currents. */
	private Protocol protocol;
	private String protocolFile = "";
	private double lagSeconds = Double.NaN;
	/** 0: the preset's. */
	private int cells;
	private double kappaJm5PerMol2 = Double.NaN;
	private double crackSeconds = Double.NaN;
	private double crackMicrometres = Double.NaN;

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
		s.widthMicrometres = widthMicrometres;
		s.material = material;
		s.activeEnds = activeEnds;
		s.currentShare = currentShare;
		s.lowerVolts = lowerVolts;
		s.upperVolts = upperVolts;
		s.temperatureKelvin = temperatureKelvin;
		s.protocol = protocol;
		s.protocolFile = protocolFile;
		s.lagSeconds = lagSeconds;
		s.cells = cells;
		s.kappaJm5PerMol2 = kappaJm5PerMol2;
		s.crackSeconds = crackSeconds;
		s.crackMicrometres = crackMicrometres;
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

	/**
	 * @param degrees of the first rod, from the image's x axis downwards; @param um its length; @param widthUm its width; NaN
	 *          for the preset's
	 */
	public SyntheticSettings withRod(final double degrees, final double um, final double widthUm) {
		given(degrees, -360, 360, "angle", "degrees");
		given(um, 2, 200, "lengthum", "um");
		given(widthUm, 0.2, 50, "widthum", "um");
		final SyntheticSettings s = copy();
		s.angleDegrees = degrees;
		s.lengthMicrometres = um;
		s.widthMicrometres = widthUm;
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

	/** @param nameOrFile of all rods and of the cell's voltage: "NWO", or the path of a JSON file; empty for the preset's */
	public SyntheticSettings withMaterial(final String nameOrFile) {
		if (!nameOrFile.isBlank()) Material.named(nameOrFile.trim());
		final SyntheticSettings s = copy();
		s.material = nameOrFile.trim();
		return s;
	}

	/**
	 * @param ends of the first rod that lithium passes, null for the preset's; @param share its C-rate over the cell's, NaN for
	 *          the preset's
	 */
	public SyntheticSettings withPart(final ActiveEnds ends, final double share) {
		given(share, 1e-3, 100, "share", "the rod's C-rate over the cell's");
		final SyntheticSettings s = copy();
		s.activeEnds = ends;
		s.currentShare = share;
		return s;
	}

	/** Voltages of the cell that end the first current: a lithiation the lower one, a delithiation the upper one; NaN for none. */
	public SyntheticSettings withVoltageLimits(final double lower, final double upper) {
		given(lower, 0.01, 5, "lowervolts", "V");
		given(upper, 0.01, 5, "uppervolts", "V");
		if (lower >= upper) throw new InvalidInputException(String.format(Locale.ROOT,
			"lowervolts=%s is not below uppervolts=%s: exchange them.", lower, upper));
		final SyntheticSettings s = copy();
		s.lowerVolts = lower;
		s.upperVolts = upper;
		return s;
	}

	/**
	 * The currents of a file instead of the preset's, as Simulate Rod takes it, but without holds.
	 *
	 * @param file JSON; null for none
	 * @throws InvalidInputException if it is no protocol
	 * @throws IOException if the file system fails
	 */
	public SyntheticSettings withProtocol(final Path file) throws IOException {
		final SyntheticSettings s = copy();
		s.protocol = file == null ? null : Protocol.fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
		s.protocolFile = file == null ? "" : file.toString();
		return s;
	}

	/**
	 * A crack right across the first rod instead of those the preset has, and of its losses of contact.
	 *
	 * @param seconds time at which lithium stops passing it, counted from the start of the first current or of the protocol
	 * @param um place from the rod's first end; NaN both for the preset's
	 */
	public SyntheticSettings withCrack(final double seconds, final double um) {
		if (Double.isNaN(seconds) != Double.isNaN(um)) throw new InvalidInputException(
			"A crack needs both its time and its place: give crackseconds and crackum, or neither.");
		given(seconds, 0, 1e5, "crackseconds", "s");
		given(um, 0, 200, "crackum", "um");
		final SyntheticSettings s = copy();
		s.crackSeconds = seconds;
		s.crackMicrometres = um;
		return s;
	}

	/**
	 * How the first rod is simulated.
	 *
	 * @param kelvin of cell and rods; @param count of cells along it, 0 for the preset's; @param kappa gradient energy in J m5
	 *          mol-2; NaN for the preset's
	 */
	public SyntheticSettings withSolver(final double kelvin, final int count, final double kappa) {
		given(kelvin, 150, 1500, "temperaturek", "K");
		if (count != 0) given(count, 8, 4000, "cells", "along the rod");
		given(kappa, 0, 1e-3, "kappa", "J m5 mol-2");
		final SyntheticSettings s = copy();
		s.temperatureKelvin = kelvin;
		s.cells = count;
		s.kappaJm5PerMol2 = kappa;
		return s;
	}

	/** @param seconds lag of rates that true fronts are stated for as well; NaN for the lags they always are */
	public SyntheticSettings withLagSeconds(final double seconds) {
		given(seconds, 0.1, 1000, "lagseconds", "s");
		final SyntheticSettings s = copy();
		s.lagSeconds = seconds;
		return s;
	}

	/** The files these settings were read from. */
	public List<Path> inputs() {
		final List<Path> files = new ArrayList<>();
		for (final String name : new String[] { material, protocolFile })
			if (!name.isEmpty() && Files.isRegularFile(Paths.get(name))) files.add(Paths.get(name));
		return files;
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
		if (prescribed) refuse(simulated());
		if (protocol != null && !(Double.isNaN(cRate) && Double.isNaN(seconds) && Double.isNaN(lowerVolts) && Double.isNaN(
			upperVolts))) throw new InvalidInputException(
				"A protocol has currents, times and voltages of its own: leave out crate, seconds, lowervolts and uppervolts, or the protocol.");
		Scene scene = prescribed ? SampleExperiment.scene().withSeed(seed) : ScenePreset.of(preset).scene(seed);
		scene = scene.withDrift(drift ? Drift.typical() : Drift.none());
		if (!noise) scene = scene.withSensor(scene.sensor().withoutNoise());
		if (!material.isEmpty()) scene = scene.withMaterial(material);
		if (!Double.isNaN(temperatureKelvin)) scene = scene.withCell(scene.cell().withTemperatureKelvin(temperatureKelvin));
		if (!Double.isNaN(startX)) scene = withStartX(scene);
		final double start = scene.cell().stepStartSeconds(scene.cell().firstCurrentStep());
		scene = withCurrent(scene);
		scene = replacing(scene, changed(scene.rods().get(0), scene.cell()));
		scene = withEvents(withGeometry(scene), start);
		return withFrames(withLag(scene));
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
		if (protocol != null) return SceneCurrents.following(scene, protocol);
		final boolean asItWas = Double.isNaN(cRate) && Double.isNaN(seconds) && Double.isNaN(lowerVolts) && Double.isNaN(
			upperVolts);
		return asItWas ? scene : SceneCurrents.withFirst(scene, cRate, seconds, lowerVolts, upperVolts);
	}

	/** What is different about the first rod other than its place. */
	private SceneRod changed(final SceneRod rod, final Cell cell) {
		SceneRod changed = rod;
		if (activeEnds != null) changed = changed.withActiveEnds(activeEnds != ActiveEnds.LAST,
			activeEnds != ActiveEnds.FIRST);
		if (!Double.isNaN(currentShare)) changed = changed.withContent(changed.startX(cell), currentShare);
		return changed.withSolver(cells > 0 ? cells : changed.cells(), Double.isNaN(kappaJm5PerMol2) ? changed.kappa()
			: kappaJm5PerMol2);
	}

	/** Cracks and losses of contact, counted from a movie time, instead of those there are; as they are if none is given. */
	private Scene withEvents(final Scene scene, final double start) {
		Protocol events = protocol == null ? Protocol.of() : protocol;
		if (!Double.isNaN(crackSeconds)) events = events.withCrack(crackSeconds, crackMicrometres);
		return events.cracks().isEmpty() && events.contactLosses().isEmpty() ? scene : SceneBreaks.instead(scene, events, start);
	}

	private Scene withLag(final Scene scene) {
		if (Double.isNaN(lagSeconds)) return scene;
		final Cell cell = scene.cell();
		final int step = cell.firstCurrentStep();
		final double seen = Math.min(scene.timing().seconds(), cell.stepEndSeconds(step)) - cell.stepStartSeconds(step);
		if (!(seen > lagSeconds + LEAST_FRONT_SECONDS)) throw new InvalidInputException(String.format(Locale.ROOT,
			"A lag of %.6g s leaves nothing to see of a first current of %.4g s: give lagseconds below %.4g.", lagSeconds, seen,
			Math.max(0.1, seen - LEAST_FRONT_SECONDS)));
		return scene.withTruthLagSeconds(lagSeconds);
	}

	/** The keys given that only a simulated rod can follow. */
	private List<String> simulated() {
		final Map<String, Boolean> given = new LinkedHashMap<>();
		given.put("crate", !Double.isNaN(cRate));
		given.put("seconds", !Double.isNaN(seconds));
		given.put("startx", !Double.isNaN(startX));
		given.put("activeends", activeEnds != null);
		given.put("share", !Double.isNaN(currentShare));
		given.put("uppervolts", !Double.isNaN(upperVolts));
		given.put("lowervolts", !Double.isNaN(lowerVolts));
		given.put("temperaturek", !Double.isNaN(temperatureKelvin));
		given.put("protocol", protocol != null);
		given.put("cells", cells > 0);
		given.put("crackseconds", !Double.isNaN(crackSeconds));
		given.put("crackum", !Double.isNaN(crackMicrometres));
		given.put("kappa", !Double.isNaN(kappaJm5PerMol2));
		given.values().removeIf(is -> !is);
		return List.copyOf(given.keySet());
	}

	private static void refuse(final List<String> keys) {
		if (!keys.isEmpty()) throw new InvalidInputException(
			"The fronts of 'Two fronts' are prescribed and follow no current: leave out " + String.join(", ", keys) +
				", or choose a preset that is simulated.");
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
		if (!Double.isNaN(widthMicrometres)) rods.set(0, rods.get(0).withGeometry(rods.get(0).geometry().withSize(rods.get(0)
			.geometry().length_um(), widthMicrometres)));
		return scene.withRods(rods.toArray(new SceneRod[0]));
	}

	private SceneRod longer(final SceneRod rod) {
		for (final Crack crack : crackSeconds >= 0 ? List.<Crack>of() : rod.cracks())
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
