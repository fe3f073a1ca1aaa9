package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.List;

/**
 * A lithiation or a delithiation: steps of one direction of current, with the rests between them (an intermittent
 * titration is one half cycle). Cycles count from 1; a new one begins with each half cycle of the direction that came
 * first. Immutable.
 */
public final class HalfCycle {

	/** Which way lithium goes. */
	public enum Direction {
		/** Into the working electrode. */
		LITHIATION("lithiation"),
		/** Out of it. */
		DELITHIATION("delithiation");

		private final String label;

		Direction(final String label) {
			this.label = label;
		}

		/** As written in tables. */
		public String label() {
			return label;
		}
	}

	private final int cycle;
	private final Direction direction;
	private final double startSeconds;
	private final double endSeconds;
	private final double cRate;
	private final double capacityMahPerG;
	private final double startX;
	private final double endX;

	private HalfCycle(final int cycle, final Direction direction, final double startSeconds, final double endSeconds,
		final double cRate, final double capacityMahPerG, final double startX, final double endX)
	{
		this.cycle = cycle;
		this.direction = direction;
		this.startSeconds = startSeconds;
		this.endSeconds = endSeconds;
		this.cRate = cRate;
		this.capacityMahPerG = capacityMahPerG;
		this.startX = startX;
		this.endX = endX;
	}

	/** The half cycles of a recording, in order of time; empty if no current flowed. */
	public static List<HalfCycle> of(final Steps steps, final ChargeState charge) {
		final List<HalfCycle> result = new ArrayList<>();
		final List<Step> active = new ArrayList<>();
		for (final Step s : steps.list()) {
			if (s.kind() == StepKind.REST || Math.abs(s.meanCurrentAmperes()) <= steps.restCurrentAmperes()) continue;
			if (!active.isEmpty() && direction(active.get(0), charge) != direction(s, charge)) {
				add(result, active, charge);
				active.clear();
			}
			active.add(s);
		}
		if (!active.isEmpty()) add(result, active, charge);
		return result;
	}

	private static Direction direction(final Step s, final ChargeState charge) {
		return s.meanCurrentAmperes() * charge.sign().factor() > 0 ? Direction.LITHIATION : Direction.DELITHIATION;
	}

	private static void add(final List<HalfCycle> result, final List<Step> active, final ChargeState charge) {
		final Direction direction = direction(active.get(0), charge);
		final int before = result.isEmpty() ? 1 : result.get(result.size() - 1).cycle;
		final int cycle = result.isEmpty() || direction != result.get(0).direction ? before : before + 1;
		final Step first = active.get(0);
		final Step last = active.get(active.size() - 1);
		final CyclerRecording r = charge.recording();
		final double begin = first.firstSample() == r.firstSample(first.segment()) ? charge.coulombs(first.firstSample()) -
			charge.sign().factor() * r.currentAmperes(first.firstSample()) * (r.timeSeconds(first.firstSample()) - first
				.startSeconds()) : charge.coulombs(first.firstSample() - 1);
		final double end = charge.coulombs(last.endSample() - 1);
		double ampereSeconds = 0;
		double seconds = 0;
		final boolean anyConstant = active.stream().anyMatch(s -> s.kind() == StepKind.CONSTANT_CURRENT);
		for (final Step s : active)
			if (!anyConstant || s.kind() == StepKind.CONSTANT_CURRENT) {
				final double span = s.endSeconds() - s.startSeconds();
				ampereSeconds += Math.abs(s.meanCurrentAmperes()) * span;
				seconds += span;
			}
		final double mean = seconds > 0 ? ampereSeconds / seconds : Math.abs(first.meanCurrentAmperes());
		result.add(new HalfCycle(cycle, direction, first.startSeconds(), last.endSeconds(), Math.abs(charge.cRate(mean)),
			charge.mahPerG(Math.abs(end - begin)), charge.x(begin), charge.x(end)));
	}

	/** Number of the cycle it belongs to, from 1. */
	public int cycle() {
		return cycle;
	}

	public Direction direction() {
		return direction;
	}

	/** When its first step begins, in s on the recording's clock. */
	public double startSeconds() {
		return startSeconds;
	}

	/** When its last step ends, in s. */
	public double endSeconds() {
		return endSeconds;
	}

	/** Mean rate of its constant-current steps (of all, if there is none), above 0; NaN if the mass is unknown. */
	public double cRate() {
		return cRate;
	}

	/** Charge passed in mAh/g, above 0; NaN if the mass is unknown. */
	public double capacityMahPerG() {
		return capacityMahPerG;
	}

	/** x when it began; NaN if unknown. */
	public double startX() {
		return startX;
	}

	/** x when it ended; NaN if unknown. */
	public double endX() {
		return endX;
	}
}
