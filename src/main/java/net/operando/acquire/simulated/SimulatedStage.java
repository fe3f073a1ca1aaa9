package net.operando.acquire.simulated;

import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.StageLimits;
import net.operando.acquire.port.StagePosition;

/** A stage of some mm that goes 100 um/s; a move to the right moves the sample to the right in the image. */
final class SimulatedStage implements Stage {

	private static final double UM_PER_SECOND = 100;
	private static final double SETTLE_SECONDS = 0.1;

	private final Clock clock;
	private final SimulatedFaults faults;
	private volatile StagePosition at = new StagePosition();
	private volatile boolean stopped;

	SimulatedStage(final Clock clock, final SimulatedFaults faults) {
		this.clock = clock;
		this.faults = faults;
	}

	@Override
	public String name() {
		return "simulated stage";
	}

	@Override
	public StageLimits limits() {
		return StageLimits.of(StagePosition.of(-2500, -2500, -100), StagePosition.of(2500, 2500, 100));
	}

	@Override
	public StagePosition position() {
		return at;
	}

	@Override
	public void moveTo(final StagePosition target, final double timeoutMs) {
		if (!limits().hold(target)) throw new DeviceException(name(), "cannot go to " + target + ": its limits are " + limits()
			.least() + " to " + limits().most() + ".");
		stopped = false;
		final double seconds = at.distanceTo(target) / UM_PER_SECOND + SETTLE_SECONDS;
		final boolean late = faults.stageTimesOut() || seconds > 1e-3 * timeoutMs;
		try {
			clock.sleepUntil(clock.nanos() + Math.round(late ? 1e6 * timeoutMs : 1e9 * seconds));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new DeviceException(name(), "was interrupted while it moved: ask where it is before going on.", e);
		}
		if (late) throw new DeviceTimeoutException(name(), "did not arrive at " + target + " within " + 1e-3 * timeoutMs +
			" s: check that it is free to move.");
		if (!stopped) at = target;
	}

	@Override
	public void stop() {
		stopped = true;
	}
}
