package net.operando.experiment;

import java.util.List;
import java.util.Optional;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontVelocity;
import net.operando.data.electrochem.Step;
import net.operando.data.kymograph.Kymograph;

/** What one rod did during one current step. Times are on the movie's clock. Immutable. */
public final class StepResult {

	private final int number;
	private final double startSeconds;
	private final double endSeconds;
	private final double cRate;
	private final double startX;
	private final Kymograph rate;
	private final String lagReason;
	private final List<FrontAnalysis> fronts;
	private final StepSimulation simulation;

	StepResult(final int number, final Step step, final AlignedElectrochemistry cell, final Kymograph rate,
		final String lagReason, final List<FrontAnalysis> fronts)
	{
		this.number = number;
		startSeconds = cell.startSeconds(step);
		endSeconds = cell.endSeconds(step);
		cRate = cell.charge().cRate(step.meanCurrentAmperes());
		startX = cell.charge().x(cell.charge().coulombsAt(step.startSeconds()));
		this.rate = rate;
		this.lagReason = lagReason;
		this.fronts = List.copyOf(fronts);
		this.simulation = null;
	}

	private StepResult(final StepResult measured, final StepSimulation simulation) {
		number = measured.number;
		startSeconds = measured.startSeconds;
		endSeconds = measured.endSeconds;
		cRate = measured.cRate;
		startX = measured.startX;
		rate = measured.rate;
		lagReason = measured.lagReason;
		fronts = measured.fronts;
		this.simulation = simulation;
	}

	/** This result with a simulation beside it. */
	StepResult with(final StepSimulation simulated) {
		return new StepResult(this, simulated);
	}

	/** Number of the step among all steps of the recording, from 1. */
	public int number() {
		return number;
	}

	public double startSeconds() {
		return startSeconds;
	}

	public double endSeconds() {
		return endSeconds;
	}

	/** C-rate, positive for lithiation; NaN if the mass is not known. */
	public double cRate() {
		return cRate;
	}

	/** x of the cell when the step began; NaN if mass or start are not known. */
	public double startX() {
		return startX;
	}

	/** The differential kymograph, from some seconds before the step to its end. */
	public Kymograph rate() {
		return rate;
	}

	/** Why its lag was taken. */
	public String lagReason() {
		return lagReason;
	}

	/** What was found by each criterion asked for, in that order. */
	public List<FrontAnalysis> fronts() {
		return fronts;
	}

	/** What a simulation of the same step shows; empty if none was asked for. */
	public Optional<StepSimulation> simulation() {
		return Optional.ofNullable(simulation);
	}

	/** Whether any criterion found a front. */
	public boolean hasFronts() {
		return fronts.stream().anyMatch(f -> f.fronts().stream().anyMatch(v -> FrontVelocity.OK.equals(v.flag())));
	}
}
