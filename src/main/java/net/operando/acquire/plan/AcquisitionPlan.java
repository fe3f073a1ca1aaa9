package net.operando.acquire.plan;

import java.util.List;

import net.operando.acquire.port.Pacing;
import net.operando.acquire.port.StagePosition;
import net.operando.base.InvalidInputException;
import net.operando.data.io.Json;

/**
 * Everything that a recording is to do. Keys left out of the JSON keep their defaults; a key it does not have is refused.
 * Immutable; the {@code with} methods return changed copies.
 */
public final class AcquisitionPlan extends PlanPart {

	/** Sums of 16 bit counts stay exact in 32 bit integers up to this many samples. */
	private static final int MOST_SAMPLES = 32_000;

	private String name = "recording";
	private double exposureMs = 8;
	private Pacing pacing = Pacing.FREE_RUN;
	private int spatialBin = 2;
	private Phase[] phases = { Phase.of("record", 2, 2, 60) };
	private double mostSeconds = Double.NaN;
	private StagePosition[] positions = {};
	private double secondsPerPosition = Double.NaN;
	private LightPolicy light = LightPolicy.defaults();
	private FocusPolicy focus = FocusPolicy.defaults();
	private SyncMarks marks = SyncMarks.none();
	private Rule[] rules = {};
	private CellSettings cell = CellSettings.unknown();
	private StoragePolicy storage = StoragePolicy.defaults();
	private double watchdogSeconds = 5;

	private AcquisitionPlan() {}

	/** The paper's slow protocol for a minute: 8 ms at 2 Hz, means of 2 x 2 pixels and 2 frames. */
	public static AcquisitionPlan defaults() {
		return new AcquisitionPlan();
	}

	/**
	 * The plan of a JSON text.
	 *
	 * @throws InvalidInputException if it is no JSON, has a key that plans lack, or cannot be meant
	 */
	public static AcquisitionPlan fromJson(final String json) {
		final AcquisitionPlan plan = Json.read(json, AcquisitionPlan.class, "the acquisition plan");
		final String problem = plan.problem();
		if (problem != null) throw new InvalidInputException("The acquisition plan has " + problem + ".");
		return plan;
	}

	/** The plan as JSON. */
	public String toJson() {
		return Json.write(this);
	}

	public AcquisitionPlan withName(final String newName) {
		final AcquisitionPlan p = copy();
		p.name = newName;
		return p;
	}

	public AcquisitionPlan withExposureMs(final double ms) {
		final AcquisitionPlan p = copy();
		p.exposureMs = ms;
		return p;
	}

	public AcquisitionPlan withPacing(final Pacing newPacing) {
		final AcquisitionPlan p = copy();
		p.pacing = newPacing;
		return p;
	}

	/** @param pixels edge of the square of pixels averaged */
	public AcquisitionPlan withSpatialBin(final int pixels) {
		final AcquisitionPlan p = copy();
		p.spatialBin = pixels;
		return p;
	}

	/** @param newPhases in their order; the first begins the recording */
	public AcquisitionPlan withPhases(final Phase... newPhases) {
		final AcquisitionPlan p = copy();
		p.phases = newPhases.clone();
		return p;
	}

	/** @param seconds after which the recording ends whatever its phases; NaN for no limit */
	public AcquisitionPlan withMostSeconds(final double seconds) {
		final AcquisitionPlan p = copy();
		p.mostSeconds = seconds;
		return p;
	}

	/** Positions visited in turn; each becomes a movie of its own. */
	public AcquisitionPlan withPositions(final double secondsEach, final StagePosition... visited) {
		final AcquisitionPlan p = copy();
		p.secondsPerPosition = secondsEach;
		p.positions = visited.clone();
		return p;
	}

	public AcquisitionPlan withLight(final LightPolicy policy) {
		final AcquisitionPlan p = copy();
		p.light = policy;
		return p;
	}

	public AcquisitionPlan withFocus(final FocusPolicy policy) {
		final AcquisitionPlan p = copy();
		p.focus = policy;
		return p;
	}

	public AcquisitionPlan withMarks(final SyncMarks sync) {
		final AcquisitionPlan p = copy();
		p.marks = sync;
		return p;
	}

	public AcquisitionPlan withRules(final Rule... newRules) {
		final AcquisitionPlan p = copy();
		p.rules = newRules.clone();
		return p;
	}

	public AcquisitionPlan withCell(final CellSettings settings) {
		final AcquisitionPlan p = copy();
		p.cell = settings;
		return p;
	}

	public AcquisitionPlan withStorage(final StoragePolicy policy) {
		final AcquisitionPlan p = copy();
		p.storage = policy;
		return p;
	}

	/** @param seconds without a frame after which the camera is started anew */
	public AcquisitionPlan withWatchdogSeconds(final double seconds) {
		final AcquisitionPlan p = copy();
		p.watchdogSeconds = seconds;
		return p;
	}

	public String name() {
		return name;
	}

	public double exposureMs() {
		return exposureMs;
	}

	public Pacing pacing() {
		return pacing;
	}

	public int spatialBin() {
		return spatialBin;
	}

	public List<Phase> phases() {
		return List.of(phases);
	}

	/** Number of the phase of a name, from 0; -1 if there is none. */
	public int phaseIndex(final String phaseName) {
		for (int i = 0; i < phases.length; i++)
			if (phases[i].name().equals(phaseName)) return i;
		return -1;
	}

	/** Longest duration of the recording; NaN for no limit. */
	public double mostSeconds() {
		return mostSeconds;
	}

	/** Positions visited; empty to stay where the stage is. */
	public List<StagePosition> positions() {
		return List.of(positions);
	}

	public double secondsPerPosition() {
		return secondsPerPosition;
	}

	public LightPolicy light() {
		return light;
	}

	public FocusPolicy focus() {
		return focus;
	}

	public SyncMarks marks() {
		return marks;
	}

	public List<Rule> rules() {
		return List.of(rules);
	}

	public CellSettings cell() {
		return cell;
	}

	public StoragePolicy storage() {
		return storage;
	}

	public double watchdogSeconds() {
		return watchdogSeconds;
	}

	/** Whether any phase or rule looks at a quantity. */
	public boolean looksAt(final Quantity quantity) {
		for (final Phase phase : phases)
			if (phase.until() != null && phase.until().quantity() == quantity) return true;
		for (final Rule rule : rules)
			if (rule.when().quantity() == quantity) return true;
		return false;
	}

	/** Longest time before an event for which a rule keeps full frames, in s; NaN if no rule does. */
	public double fullFramesBeforeSeconds() {
		double longest = Double.NaN;
		for (final Rule rule : rules)
			if (rule.action() == RuleAction.KEEP_FULL_FRAMES && !(rule.beforeSeconds() <= longest)) longest = rule.beforeSeconds();
		return longest;
	}

	/** What cannot be meant, whatever the microscope; null if nothing. */
	String problem() {
		if (pacing == null) return "an unknown pacing: use HARDWARE_TRIGGER, FREE_RUN or SOFTWARE";
		if (!(exposureMs > 0)) return "an exposure of " + exposureMs + " ms: give exposureMs above 0";
		if (spatialBin < 1 || spatialBin > 64) return "a spatialBin of " + spatialBin + ": give 1 to 64";
		if (phases == null || phases.length == 0) return "no phases: give at least one";
		if (light == null || light.use() == null || focus == null || focus.onLoss() == null || marks == null || rules == null ||
			positions == null || cell == null || storage == null) return "a null, or an unknown word, where light, focus, marks, rules, positions, cell or storage should say what to do";
		for (final Phase phase : phases) {
			if (phase == null) return "a phase that is null";
			final String problem = phase.problem();
			if (problem != null) return problem;
			if ((long) spatialBin * spatialBin * phase.temporalMean() > MOST_SAMPLES) return "means of more than " + MOST_SAMPLES +
				" samples in the phase " + phase.name() + ": give a smaller spatialBin or temporalMean";
			if (phaseIndex(phase.name()) >= 0 && phases[phaseIndex(phase.name())] != phase) return "two phases named " + phase
				.name() + ": give each its own name";
		}
		for (final Rule rule : rules) {
			final String problem = rule == null ? "a rule that is null" : rule.problem(this);
			if (problem != null) return problem;
		}
		if (!(watchdogSeconds > 0)) return "a watchdog of " + watchdogSeconds + " s: give watchdogSeconds above 0";
		if (mostSeconds <= 0) return "a mostSeconds of " + mostSeconds + ": give it above 0, or leave it out";
		if (positions.length > 0 && !(secondsPerPosition > 0)) return "positions without secondsPerPosition above 0";
		if (!(light.power() > 0 && light.power() <= 1) || !(light.settleSeconds() >= 0)) return "light with a power of " + light
			.power() + " and " + light.settleSeconds() + " s to settle: give a power above 0 and at most 1";
		if (marks.problem() != null) return marks.problem();
		return storage.problem();
	}
}
