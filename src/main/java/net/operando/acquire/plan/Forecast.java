package net.operando.acquire.plan;

import java.util.Locale;

/** How much a plan will record, as far as that is known before. Immutable. */
public final class Forecast {

	/** A journal line and what the OME-XML says of a frame. */
	private static final long TEXT_BYTES_PER_FRAME = 400;

	private final double seconds;
	private final double exposures;
	private final double frames;
	private final double bytes;

	private Forecast(final double seconds, final double exposures, final double frames, final double bytes) {
		this.seconds = seconds;
		this.exposures = exposures;
		this.frames = frames;
		this.bytes = bytes;
	}

	/**
	 * The forecast of a plan. Phases without a duration, which an event ends, count with the fastest rate of the plan up to
	 * its {@code mostSeconds}; rules that go to other phases likewise. So it is an upper bound; infinite without a limit.
	 *
	 * @param width of the camera's frame; @param height likewise
	 */
	public static Forecast of(final AcquisitionPlan plan, final int width, final int height) {
		final int bin = plan.spatialBin();
		double planned = 0;
		double exposures = 0;
		double frames = 0;
		double frameRate = 0;
		double rate = 0;
		for (final Phase phase : plan.phases()) {
			final double t = Double.isNaN(phase.durationSeconds()) ? Double.POSITIVE_INFINITY : phase.durationSeconds();
			planned += t;
			exposures += t * phase.framesPerSecond();
			frames += t * phase.framesPerSecond() / phase.temporalMean();
			rate = Math.max(rate, phase.framesPerSecond());
			frameRate = Math.max(frameRate, phase.framesPerSecond() / phase.temporalMean());
		}
		boolean jumps = false;
		for (final Rule rule : plan.rules())
			jumps |= rule.action() == RuleAction.START_PHASE;
		if (jumps) planned = Double.POSITIVE_INFINITY;
		double seconds = planned;
		if (plan.mostSeconds() < planned) {
			seconds = plan.mostSeconds();
			exposures = Double.isInfinite(planned) ? seconds * rate : exposures * seconds / planned;
			frames = Double.isInfinite(planned) ? seconds * frameRate : frames * seconds / planned;
		}
		else if (jumps) {
			exposures = Double.POSITIVE_INFINITY;
			frames = Double.POSITIVE_INFINITY;
		}
		final boolean means = bin > 1 || rate > frameRate;
		final double frameBytes = (double) (width / bin) * (height / bin) * (means ? 4 : 2) + TEXT_BYTES_PER_FRAME;
		double full = 0;
		for (final Rule rule : plan.rules())
			if (rule.action() == RuleAction.KEEP_FULL_FRAMES) full += (rule.beforeSeconds() + rule.afterSeconds()) * rate * 2.0 *
				width * height;
		return new Forecast(seconds, exposures, frames, frames * frameBytes + full);
	}

	/** Duration in s; infinite where only an event or a user ends it. */
	public double seconds() {
		return seconds;
	}

	/** Exposures. */
	public double exposures() {
		return exposures;
	}

	/** Stored frames. */
	public double frames() {
		return frames;
	}

	/** Bytes on the disk; each rule that keeps full frames counts once. */
	public double bytes() {
		return bytes;
	}

	@Override
	public String toString() {
		return Double.isInfinite(seconds) ? "no limit of time" : String.format(Locale.ROOT,
			"%.0f s, %.0f exposures, %.0f frames, %.2f GB", seconds, exposures, frames, bytes * 1e-9);
	}
}
