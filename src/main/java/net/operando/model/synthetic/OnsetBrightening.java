package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/**
 * The homogeneous brightening of the whole rod when the current is switched on, the background to the dark fronts, which
 * pure diffusion does not give. Assumed: {@code d ln I/dt = a exp(-t/tau)} for every switch, a in proportion to the
 * change of current, of the other sign and weaker when it is switched off, and weaker the more lithium there was. Immutable parameters, JSON by field.
 */
public final class OnsetBrightening extends StageSettings {

	private double ratePercentPerSecondAt5C = 0.25;
	private double decaySeconds = 6;
	private double offShare = 0.5;
	/** By this much more lithium it is weaker by 1/e, counted from x = .08. */
	private double contentScale = 0.06;

	private OnsetBrightening() {}

	/** .25 %/s at 5C, decaying within 6 s. */
	public static OnsetBrightening defaults() {
		return new OnsetBrightening();
	}

	/** @param percentPerSecond initial rate at 5C in %/s; 0 for none */
	public OnsetBrightening withRate(final double percentPerSecond, final double decay) {
		final OnsetBrightening o = copy();
		o.ratePercentPerSecondAt5C = percentPerSecond;
		o.decaySeconds = decay;
		return o;
	}

	/** Factor on the intensity, at a movie time, of a rod that had this content before the first step. */
	double factor(final Cell cell, final double startX, final double seconds) {
		double logarithm = 0;
		for (int i = 0; i < cell.steps().size(); i++) {
			// a hold's current is small and comes up before anything is seen
			if (!cell.steps().get(i).isCurrent()) continue;
			final double cRate = cell.steps().get(i).cRate();
			logarithm += cRate * (risen(seconds - cell.stepStartSeconds(i)) - offShare * risen(seconds - cell.stepEndSeconds(
				i)));
		}
		return FastMath.exp(0.01 * ratePercentPerSecondAt5C / 5 * logarithm * FastMath.exp(-Math.max(0, startX - 0.08) /
			contentScale));
	}

	private double risen(final double since) {
		return since <= 0 ? 0 : decaySeconds * (1 - FastMath.exp(-since / decaySeconds));
	}
}
