package net.operando.experiment;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPolarity;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.InvalidInputException;
import net.operando.data.io.Json;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.LinePath;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Rod;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;

/**
 * Everything a whole analysis depends on besides its files, as one JSON object that is written beside every result so
 * that the run can be repeated exactly. Whatever is left out has the default stated here. Immutable.
 */
public final class ExperimentParameters {

	private String dataset = "auto";
	private double pixelSizeMicrometres;
	private String frameRange = "";
	private String times = "";
	private double frameIntervalSeconds;
	private String startTime = "";

	private String alignmentMethod = "Timestamps";
	private double offsetSeconds;
	private String timeZone = "";
	private String dateOrder = "Auto";
	private String currentSign = "Auto";
	private double massMilligrams = Double.NaN;
	private double capacityMilliampereHoursPerGram = 178.25;
	private double cRateBaseMilliampereHoursPerGram = 178;
	private double startX = Double.NaN;

	private int spatialBin = 1;
	private int temporalBin = 1;
	private double gapFactor = 1.5;

	private PreparationSettings preparation = new PreparationSettings();

	private RodLine[] rods = {};
	private ParticleSettings particle = new ParticleSettings();
	private int widthPixels = 10;
	private double lagSeconds;
	private double secondsBeforeStep = 5;
	private double shortestStepSeconds = 2;

	private String[] criteria = { "half_max", "extremum" };
	private String polarity = "Both";
	private double smoothingMicrometres;
	private int maxFronts = 4;
	private boolean fringesRemoved = true;

	private String material = "";
	private String simulatedActiveEnds = "Both";
	private double simulatedShare = 1;

	private double[] differentialImageSeconds = {};
	private boolean videos = true;
	private int videoFrames = 300;

	/** All defaults; rods are then found in the movie. */
	public ExperimentParameters() {}

	/**
	 * The parameters for a generated experiment: the line along its rod from end to end, and what a user would know of the
	 * cell. Prescribed fronts on a sample that stays are aligned by the steps of the current. Simulated ones bend the mean
	 * intensity where they meet as much as where the current starts, and a sample that moves carries its fringes over the line:
	 * there the offset is given, as a trigger tells it.
	 */
	public static ExperimentParameters of(final Scene scene) {
		final Drift.Pose still = Drift.Pose.rest();
		final boolean steps = scene.drift().isNone() && scene.rods().get(0).drive() == SceneRod.Drive.PRESCRIBED;
		final double[] start = scene.axisPixel(-0.5 * scene.rod().length_um(), still);
		final double[] end = scene.axisPixel(0.5 * scene.rod().length_um(), still);
		// what is cracked before the movie is seen by the eye
		final RodLine line = new RodLine("P1", LinePath.straight(round(start[0]), round(start[1]), round(end[0]), round(
			end[1]))).withCracks(scene.rods().get(0).cracks().stream().filter(c -> c.tipSeconds(scene.rod().width_um()) < 0)
				.mapToDouble(Crack::position_um).toArray());
		final double content = scene.rods().get(0).startX(scene.cell());
		return new ExperimentParameters().withRods(List.of(content == scene.cell().startX() ? line : line.withStartX(
			content))).withMass(scene.cell().massMg(), scene.cell().startX()).withAlignment(
				steps ? "Intensity Steps" : "Offset", steps ? 0 : round(scene.triggerOffsetSeconds()), "UTC");
	}

	/** To the hundredth (of a pixel, as a hand-drawn line is given; of a second). */
	private static double round(final double value) {
		return Math.round(value * 100) / 100.0;
	}

	/** These parameters with other rods. */
	public ExperimentParameters withRods(final List<RodLine> lines) {
		final ExperimentParameters p = copy();
		p.rods = lines.toArray(new RodLine[0]);
		return p;
	}

	/** These parameters with the active mass in mg and x at the start of the recording; NaN for what is not known. */
	public ExperimentParameters withMass(final double milligrams, final double xAtStart) {
		final ExperimentParameters p = copy();
		p.massMilligrams = milligrams;
		p.startX = xAtStart;
		return p;
	}

	/** These parameters with another way to put movie and potentiostat on one clock. */
	public ExperimentParameters withAlignment(final String method, final double seconds, final String zone) {
		final ExperimentParameters p = copy();
		p.alignmentMethod = method;
		p.offsetSeconds = seconds;
		p.timeZone = zone;
		return p;
	}

	/** These parameters with or without fringes taken out of the rates before fronts are traced. */
	public ExperimentParameters withFringesRemoved(final boolean removed) {
		final ExperimentParameters p = copy();
		p.fringesRemoved = removed;
		return p;
	}

	boolean areFringesRemoved() {
		return fringesRemoved;
	}

	/** These parameters with another treatment of light and drift. */
	public ExperimentParameters withPreparation(final PreparationSettings settings) {
		final ExperimentParameters p = copy();
		p.preparation = settings;
		return p;
	}

	/** These parameters with other measurements on each rod besides its fronts. */
	public ExperimentParameters withParticle(final ParticleSettings settings) {
		final ExperimentParameters p = copy();
		p.particle = settings;
		return p;
	}

	/** These parameters with or without videos. */
	public ExperimentParameters withVideos(final boolean made) {
		final ExperimentParameters p = copy();
		p.videos = made;
		return p;
	}

	/**
	 * These parameters with every step simulated beside its measurement.
	 *
	 * @param nameOrFile "NWO", or the path of a material file (JSON); empty simulates nothing
	 * @param activeEnds "Both", "First" or "Last": the ends of each rod's line that lithium passes
	 * @param share C-rate of the rods over that of the cell
	 */
	public ExperimentParameters withSimulation(final String nameOrFile, final String activeEnds, final double share) {
		final ExperimentParameters p = copy();
		p.material = nameOrFile;
		p.simulatedActiveEnds = activeEnds;
		p.simulatedShare = share;
		return p;
	}

	/** These parameters with a mean over pixels and frames before the analysis. */
	public ExperimentParameters withBinning(final int pixels, final int frames) {
		final ExperimentParameters p = copy();
		p.spatialBin = pixels;
		p.temporalBin = frames;
		return p;
	}

	private ExperimentParameters copy() {
		return Json.read(Json.write(this), ExperimentParameters.class, "the analysis parameters");
	}

	/**
	 * Checks what can be checked before any work.
	 *
	 * @throws InvalidInputException naming the key that cannot be meant
	 */
	public void check() {
		if (rods == null || preparation == null || particle == null) throw new InvalidInputException(
			"rods, preparation or particle is null: leave the key out for its defaults.");
		preparation.check();
		particle.check();
		final Set<String> ids = new HashSet<>();
		for (final RodLine rod : rods) {
			rod.path();
			if (Arrays.stream(rod.cracksMetres()).anyMatch(m -> !(m > 0))) throw new InvalidInputException("The rod " + rod.id() +
				" has a crack outside its line: give cracksMicrometres from its start.");
			if (rod.startX() < 0 || rod.startX() > 1) throw new InvalidInputException("The rod " + rod.id() + " has startX " + rod
				.startX() + ": give its lithium content between 0 and 1, or leave it out for the cell's.");
			if (!rod.id().matches("[A-Za-z0-9._-]{1,40}")) throw new InvalidInputException("'" + rod.id() +
				"' cannot be the id of a rod: use up to 40 letters, digits, '.', '-' and '_', since files are named after it.");
			if (!ids.add(rod.id())) throw new InvalidInputException("Two rods have the id " + rod.id() + ": give each its own.");
		}
		if (criteria == null || criteria.length == 0) throw new InvalidInputException(
			"No front criterion is given: set \"criteria\" to some of half_max, extremum, zero_crossing, arrival.");
		for (final String criterion : criteria)
			FrontCriterion.parse(criterion);
		FrontPolarity.parse(polarity);
		positive(shortestStepSeconds, "shortestStepSeconds");
		notNegative(secondsBeforeStep, "secondsBeforeStep");
		notNegative(lagSeconds, "lagSeconds");
		simulated();
		ActiveEnds.parse(simulatedActiveEnds, "simulatedActiveEnds");
		positive(simulatedShare, "simulatedShare");
		if (videoFrames < 2) throw new InvalidInputException("videoFrames is " + videoFrames + ": a video needs 2 or more.");
		binning().check();
		alignment();
		openOptions();
	}

	private static void positive(final double value, final String key) {
		if (!(value > 0)) throw new InvalidInputException(key + " is " + value + ": it must be above 0.");
	}

	private static void notNegative(final double value, final String key) {
		if (!(value >= 0)) throw new InvalidInputException(key + " is " + value + ": it must be 0 or more.");
	}

	MovieOpenOptions openOptions() {
		final Path csv = times == null || times.isEmpty() ? null : Paths.get(times);
		return MovieOpenOptions.parse(dataset, pixelSizeMicrometres, frameRange, csv, frameIntervalSeconds, startTime);
	}

	BinningParameters binning() {
		return new BinningParameters().withSpatialBin(spatialBin).withTemporalBin(temporalBin).withGapFactor(gapFactor);
	}

	boolean isBinned() {
		return spatialBin > 1 || temporalBin > 1;
	}

	PreparationSettings preparation() {
		return preparation;
	}

	ParticleSettings particle() {
		return particle;
	}

	/** The rods given; none: they are found. */
	List<RodLine> rods() {
		return new ArrayList<>(Arrays.asList(rods));
	}

	/** The line-cut of a rod: intensity, to be given a lag. */
	LineCutParameters lineCut() {
		return new LineCutParameters().withWidthPixels(widthPixels).withLagSeconds(0);
	}

	/** One set of front parameters per criterion. */
	List<FrontParameters> fronts() {
		final List<FrontParameters> all = new ArrayList<>();
		for (final String criterion : criteria)
			all.add(new FrontParameters().withCriterion(FrontCriterion.parse(criterion)).withPolarity(FrontPolarity.parse(
				polarity)).withSmoothing(smoothingMicrometres).withMaxFronts(maxFronts));
		return all;
	}

	AlignmentSettings alignment() {
		return AlignmentSettings.parse(alignmentMethod, offsetSeconds, timeZone, dateOrder, currentSign).withCharge(
			massMilligrams, capacityMilliampereHoursPerGram, cRateBaseMilliampereHoursPerGram, startX);
	}

	/** The material steps are simulated with; null if they are not. Errors as {@link Material#named}. */
	Material simulated() {
		return material == null || material.trim().isEmpty() ? null : Material.named(material.trim());
	}

	/** The rods simulated, but for their length and start content. */
	Rod simulatedRod() {
		return ActiveEnds.parse(simulatedActiveEnds, "simulatedActiveEnds").of(Rod.standard());
	}

	double simulatedShare() {
		return simulatedShare;
	}

	/** Lag of rates in s; 0 chooses it by signal to noise. */
	double lagSeconds() {
		return lagSeconds;
	}

	double secondsBeforeStep() {
		return secondsBeforeStep;
	}

	double shortestStepSeconds() {
		return shortestStepSeconds;
	}

	/** Times after the start of each current step at which differential images are shown, in s; empty chooses them. */
	double[] differentialImageSeconds() {
		return differentialImageSeconds.clone();
	}

	boolean videos() {
		return videos;
	}

	int videoFrames() {
		return videoFrames;
	}
}
