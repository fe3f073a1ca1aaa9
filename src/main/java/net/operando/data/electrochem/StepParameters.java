package net.operando.data.electrochem;

/** What counts as rest, as constant current and as a hold. Immutable; plain fields, so that it can be kept as JSON. */
public final class StepParameters {

	private double restCurrentAmperes = Double.NaN;
	private double restFraction = 5e-4;
	private double currentTolerance = 0.02;
	private double holdToleranceVolts = 0.002;
	private int minimumSamples = 3;

	private StepParameters() {}

	private StepParameters(final StepParameters from) {
		restCurrentAmperes = from.restCurrentAmperes;
		restFraction = from.restFraction;
		currentTolerance = from.currentTolerance;
		holdToleranceVolts = from.holdToleranceVolts;
		minimumSamples = from.minimumSamples;
	}

	/** Rest below 0.05 % of the largest current, constant within 2 %, held within 2 mV, steps of 3 samples or more. */
	public static StepParameters defaults() {
		return new StepParameters();
	}

	/** Current in A below which the cell rests; NaN takes {@link #restFraction()} of the largest current. */
	public StepParameters withRestCurrentAmperes(final double amperes) {
		final StepParameters p = new StepParameters(this);
		p.restCurrentAmperes = amperes;
		return p;
	}

	/** Fraction of the largest current below which the cell rests. */
	public StepParameters withRestFraction(final double fraction) {
		final StepParameters p = new StepParameters(this);
		p.restFraction = fraction;
		return p;
	}

	/** Relative change of a current that still counts as constant. */
	public StepParameters withCurrentTolerance(final double relative) {
		final StepParameters p = new StepParameters(this);
		p.currentTolerance = relative;
		return p;
	}

	/** Change of a voltage in V that still counts as held. */
	public StepParameters withHoldToleranceVolts(final double volts) {
		final StepParameters p = new StepParameters(this);
		p.holdToleranceVolts = volts;
		return p;
	}

	/** Fewer samples in a row than this are a disturbance and no step. */
	public StepParameters withMinimumSamples(final int samples) {
		final StepParameters p = new StepParameters(this);
		p.minimumSamples = samples;
		return p;
	}

	public double restCurrentAmperes() {
		return restCurrentAmperes;
	}

	public double restFraction() {
		return restFraction;
	}

	public double currentTolerance() {
		return currentTolerance;
	}

	public double holdToleranceVolts() {
		return holdToleranceVolts;
	}

	public int minimumSamples() {
		return minimumSamples;
	}
}
