package net.operando.model.synthetic;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Material;

import org.apache.commons.math3.util.FastMath;

/**
 * The electrochemical cell and its potentiostat: steps one after the other, the lithium content of the electrode from the
 * charge, its voltage from the open-circuit table and an overpotential (assumed: {@code -cRate * R * (1 - exp(-t/tau))}; what a
 * hold leaves between its voltage and the open-circuit one decays within tau),
 * and a clock of its own. Reading of the potentiostat's clock in seconds since the movie's second 0 on the movie's
 * clock: {@code offset + t * (1 + ppm * 1e-6)} at movie time t. Immutable parameters, JSON by field.
 */
public final class Cell extends StageSettings {

	/** Charge that a C-rate of 1 passes in an hour, mAh/g (the paper's base). */
	public static final double C_RATE_BASE_MAH_PER_G = 178;
	/** Charge of x = 0 to 1 (17 Li of Nb14W3O44), mAh/g. */
	public static final double CAPACITY_MAH_PER_G = 178.25;

	/** A voltage limit is looked for in steps of this, then between two of them. */
	private static final double LIMIT_SECONDS = 0.1;

	private double startX = 0.08;
	private double massMg = 1.15;
	private List<CellStep> steps = List.of(CellStep.of(0, 30, 0.4), CellStep.of(5, 42, 0.4), CellStep.of(0, 40, 0.4),
		CellStep.of(-2, 60, 0.4), CellStep.of(0, 20, 0));
	/** Movie time at which the first step starts. */
	private double firstStepSeconds = -20.4;
	private double clockOffsetSeconds = 3.7;
	private double clockDriftPpm = 40;
	private double sampleSeconds = 0.5;
	private double overpotentialVoltsPerC = 0.024;
	private double overpotentialSeconds = 4;
	private double voltageNoiseMicrovolts = 60;
	private double currentNoiseRelative = 2e-4;
	private double temperatureKelvin = 298.15;

	private Cell() {}

	/** A short 5C lithiation from x = .08 between rests, then a delithiation. */
	public static Cell defaults() {
		return new Cell();
	}

	/** @param x lithium content before the first step */
	public Cell withStartX(final double x) {
		if (!(x >= 0 && x <= 1)) throw new InvalidInputException("A start x of " + x +
			" cannot be meant: the lithium content is between 0 and 1.");
		final Cell c = copy();
		c.startX = x;
		return c;
	}

	/** @param firstStepSeconds movie time at which the first step starts */
	public Cell withSteps(final double firstStepSeconds, final CellStep... steps) {
		if (steps.length == 0) throw new InvalidInputException("The cell's protocol has no steps: give at least one.");
		final Cell c = copy();
		c.firstStepSeconds = firstStepSeconds;
		c.steps = List.of(steps);
		return c;
	}

	/** How the potentiostat's clock differs from the movie's. */
	public Cell withClock(final double offsetSeconds, final double driftPpm) {
		final Cell c = copy();
		c.clockOffsetSeconds = offsetSeconds;
		c.clockDriftPpm = driftPpm;
		return c;
	}

	/** Interval between recorded points, on the potentiostat's clock. */
	public Cell withSampleSeconds(final double seconds) {
		final Cell c = copy();
		c.sampleSeconds = seconds;
		return c;
	}

	/** @param kelvin of the cell and of the rods in it */
	public Cell withTemperatureKelvin(final double kelvin) {
		if (!(kelvin > 100 && kelvin < 2000)) throw new InvalidInputException("A temperature of " + kelvin +
			" K cannot be meant: give it in kelvin, for example 298.15.");
		final Cell c = copy();
		c.temperatureKelvin = kelvin;
		return c;
	}

	public double temperatureKelvin() {
		return temperatureKelvin;
	}

	public double startX() {
		return startX;
	}

	public double massMg() {
		return massMg;
	}

	public List<CellStep> steps() {
		return new ArrayList<>(steps);
	}

	public double clockOffsetSeconds() {
		return clockOffsetSeconds;
	}

	public double clockDriftPpm() {
		return clockDriftPpm;
	}

	/** Potentiostat clock, in s since the movie's second 0, at a movie time. */
	public double potentiostatSeconds(final double movieSeconds) {
		return clockOffsetSeconds + movieSeconds * (1 + 1e-6 * clockDriftPpm);
	}

	/** Movie time at which a step starts. */
	public double stepStartSeconds(final int step) {
		double t = 0;
		for (int i = 0; i < step; i++)
			t += steps.get(i).seconds() + steps.get(i).pauseAfterSeconds();
		return firstStepSeconds + onMovieClock(t);
	}

	/** Movie time at which a step ends. */
	public double stepEndSeconds(final int step) {
		return stepStartSeconds(step) + onMovieClock(steps.get(step).seconds());
	}

	/** The first step with a constant current, or -1. */
	public int firstCurrentStep() {
		for (int i = 0; i < steps.size(); i++)
			if (steps.get(i).isCurrent()) return i;
		return -1;
	}

	/** C-rate at a movie time, positive for lithiation. */
	public double cRate(final double movieSeconds) {
		for (int i = 0; i < steps.size(); i++)
			if (movieSeconds >= stepStartSeconds(i) && movieSeconds < stepEndSeconds(i)) return steps.get(i).cRate(movieSeconds -
				stepStartSeconds(i));
		return 0;
	}

	/** Mean lithium content of the electrode at a movie time, from the charge passed. */
	public double x(final double movieSeconds) {
		double x = startX;
		for (int i = 0; i < steps.size(); i++) {
			final double on = Math.min(movieSeconds, stepEndSeconds(i)) - stepStartSeconds(i);
			if (on > 0) x += steps.get(i).passed(on) * C_RATE_BASE_MAH_PER_G / CAPACITY_MAH_PER_G / 3600;
		}
		return x;
	}

	/** Cell voltage at a movie time, in V, without noise. */
	public double voltage(final double movieSeconds, final Material material) {
		double over = 0;
		double held = 0;
		for (int i = 0; i < steps.size(); i++) {
			final CellStep step = steps.get(i);
			final double since = movieSeconds - stepStartSeconds(i);
			final double after = movieSeconds - stepEndSeconds(i);
			if (step.isHold()) {
				if (since >= 0 && after <= 0) return step.holdVolts();
				if (after > 0) held += (step.holdVolts() - openCircuit(stepEndSeconds(i), material)) * FastMath.exp(-after /
					overpotentialSeconds);
				continue;
			}
			over += change(since, step.cRate()) + change(after, -step.cRate());
		}
		return openCircuit(movieSeconds, material) + held - overpotentialVoltsPerC * over;
	}

	/**
	 * When a constant current leads the cell to a voltage: down to it in lithiation, up to it in delithiation.
	 *
	 * @return time since the step's start in s, on the potentiostat's clock; 0 if the current starts beyond that voltage,
	 *         NaN if the step ends before it
	 */
	public double secondsToVoltage(final int step, final double volts, final Material material) {
		final double whole = steps.get(step).seconds();
		double before = 0;
		for (int i = 0; before < whole || i == 0; i++) {
			double after = Math.min(whole, i * LIMIT_SECONDS);
			if (isBeyond(step, after, volts, material)) {
				while (after - before > 1e-6) {
					final double middle = 0.5 * (before + after);
					if (isBeyond(step, middle, volts, material)) after = middle;
					else before = middle;
				}
				return after <= 1e-6 ? 0 : after;
			}
			before = after;
		}
		return Double.NaN;
	}

	private boolean isBeyond(final int step, final double since, final double volts, final Material material) {
		final double v = voltage(stepStartSeconds(step) + onMovieClock(since), material);
		return steps.get(step).cRate() > 0 ? v <= volts : v >= volts;
	}

	private double openCircuit(final double movieSeconds, final Material material) {
		return material.openCircuitVoltage(temperatureKelvin).value(Math.max(0, Math.min(1, x(movieSeconds))));
	}

	private double change(final double since, final double cRate) {
		return since <= 0 ? 0 : cRate * (1 - 0.6 * FastMath.exp(-since / overpotentialSeconds));
	}

	/** Current of a C-rate in A, positive for lithiation. */
	public double amperes(final double cRate) {
		return cRate * C_RATE_BASE_MAH_PER_G * massMg * 1e-6;
	}

	/**
	 * What the potentiostat records of a step: rows of time since the step's start on its clock in s, voltage in V and
	 * current in A (positive for lithiation).
	 *
	 * @param material whose open-circuit voltage the cell has
	 * @param seed of the whole scene
	 */
	public double[][] record(final int step, final Material material, final long seed) {
		final SeedStream noise = SeedStream.of(seed, "potentiostat", step);
		final CellStep s = steps.get(step);
		final int n = (int) Math.floor(s.seconds() / sampleSeconds + 1e-9);
		final double[][] rows = new double[n][];
		for (int i = 0; i < n; i++) {
			final double t = (i + 1) * sampleSeconds;
			final double v = voltage(stepStartSeconds(step) + onMovieClock(t), material);
			final double a = amperes(s.cRate(onMovieClock(t)));
			rows[i] = new double[] { t, v + 1e-6 * voltageNoiseMicrovolts * noise.normal(), a + Math.abs(a) *
				currentNoiseRelative * noise.normal() };
		}
		return rows;
	}

	private double onMovieClock(final double potentiostatInterval) {
		return potentiostatInterval / (1 + 1e-6 * clockDriftPpm);
	}
}
