package net.operando.acquire.mmcore;

import mmcorej.CMMCore;

import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.StageLimits;
import net.operando.acquire.port.StagePosition;

/** The core's xy stage and focus drive as one stage; either may be missing. */
final class CoreStage implements Stage {

	private static final long ASK_NANOS = 5_000_000;

	private final CMMCore core;
	private final String xy;
	private final String z;
	private final Clock clock;
	private final StageLimits limits;

	/** @param xy label or ""; @param z label or "" */
	CoreStage(final CMMCore core, final String xy, final String z, final Clock clock, final RigSettings rig) {
		this.core = core;
		this.xy = xy;
		this.z = z;
		this.clock = clock;
		limits = StageLimits.of(rig.stageLeast_um(), rig.stageMost_um());
	}

	@Override
	public String name() {
		return "stage " + (xy.isEmpty() ? z : z.isEmpty() ? xy : xy + " and " + z);
	}

	@Override
	public StageLimits limits() {
		return limits;
	}

	@Override
	public StagePosition position() {
		return CoreCall.get(name(), "tell its position", () -> StagePosition.of(xy.isEmpty() ? 0 : core.getXPosition(xy), xy
			.isEmpty() ? 0 : core.getYPosition(xy), z.isEmpty() ? 0 : core.getPosition(z)));
	}

	@Override
	public void moveTo(final StagePosition target, final double timeoutMs) {
		if (!limits.hold(target)) throw new DeviceException(name(), "must not go to " + target +
			", which is outside its limits: correct the plan, or the limits in the rig's settings.");
		final long until = clock.nanos() + Math.round(1e6 * timeoutMs);
		if (!xy.isEmpty()) CoreCall.run(name(), "move to " + target, () -> core.setXYPosition(xy, target.x_um(), target.y_um()));
		if (!z.isEmpty()) CoreCall.run(name(), "move to " + target, () -> core.setPosition(z, target.z_um()));
		if (!xy.isEmpty()) await(xy, target, until);
		if (!z.isEmpty()) await(z, target, until);
	}

	/** Asks rather than waits inside the core, whose wait cannot be ended. */
	private void await(final String device, final StagePosition target, final long until) {
		while (CoreCall.get(name(), "tell whether it moves", () -> core.deviceBusy(device))) {
			if (clock.nanos() >= until) {
				stop();
				throw new DeviceTimeoutException(name(), "did not arrive at " + target +
					" in time and was told to stop: check that it is free to move.");
			}
			try {
				clock.sleepUntil(Math.min(until, clock.nanos() + ASK_NANOS));
			}
			catch (final InterruptedException e) {
				stop();
				Thread.currentThread().interrupt();
				throw new DeviceException(name(), "was interrupted on its way to " + target + " and told to stop.", e);
			}
		}
	}

	@Override
	public void stop() {
		if (!xy.isEmpty()) stop(xy);
		if (!z.isEmpty()) stop(z);
	}

	private void stop(final String device) {
		try {
			core.stop(device);
		}
		catch (final Exception e) {
			// adapters without a stop command say so; there is nothing else to be done
		}
	}
}
