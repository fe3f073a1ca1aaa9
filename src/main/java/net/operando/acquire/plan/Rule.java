package net.operando.acquire.plan;

/**
 * Acts once each time its condition becomes true. Immutable, JSON by field.
 */
public final class Rule extends PlanPart {

	private String name = "rule";
	private Condition when;
	private RuleAction action = RuleAction.MARK;
	private String phase = "";
	private double beforeSeconds = 2;
	private double afterSeconds = 10;
	private boolean once;

	private Rule() {}

	/** A rule that starts a phase. */
	public static Rule startPhase(final String name, final Condition when, final String phase) {
		final Rule r = of(name, when, RuleAction.START_PHASE);
		r.phase = phase;
		return r;
	}

	/** A rule that keeps full frames around the moment at which its condition becomes true. */
	public static Rule keepFullFrames(final String name, final Condition when, final double beforeSeconds,
		final double afterSeconds)
	{
		final Rule r = of(name, when, RuleAction.KEEP_FULL_FRAMES);
		r.beforeSeconds = beforeSeconds;
		r.afterSeconds = afterSeconds;
		return r;
	}

	public static Rule of(final String name, final Condition when, final RuleAction action) {
		final Rule r = new Rule();
		r.name = name;
		r.when = when;
		r.action = action;
		return r;
	}

	/** The rule acting at most once in a recording. */
	public Rule onlyOnce() {
		final Rule r = copy();
		r.once = true;
		return r;
	}

	public String name() {
		return name;
	}

	public Condition when() {
		return when;
	}

	public RuleAction action() {
		return action;
	}

	/** Name of the phase to start; empty for other actions. */
	public String phase() {
		return phase;
	}

	public double beforeSeconds() {
		return beforeSeconds;
	}

	public double afterSeconds() {
		return afterSeconds;
	}

	public boolean isOnce() {
		return once;
	}

	/** What is wrong with it; null if nothing is. */
	String problem(final AcquisitionPlan plan) {
		if (name == null || when == null || action == null) return "a rule without name, when or a known action";
		final String inner = when.problem();
		if (inner != null) return "the rule " + name + " with " + inner;
		if (action == RuleAction.START_PHASE && plan.phaseIndex(phase) < 0) return "the rule " + name + " that starts a phase '" +
			phase + "', which the plan does not have";
		if (!(beforeSeconds >= 0 && beforeSeconds <= 60 && afterSeconds >= 0)) return "the rule " + name +
			" that keeps frames from " + beforeSeconds + " s before to " + afterSeconds + " s after: give 0 to 60 s before and 0 s or more after";
		return null;
	}
}
