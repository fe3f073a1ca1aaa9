package net.operando.acquire.attocube;

import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.StageLimits;
import net.operando.acquire.port.StagePosition;

/** Three axes of an Attocube controller as x, y and z: axes 0, 1 and 2, in that order. */
public final class AttocubeStage implements Stage, AutoCloseable {

	private static final int AXES = 3;
	private static final long ASK_NANOS = 10_000_000;

	private final StageAxes axes;
	private final StageLimits limits;
	private final Clock clock;

	private AttocubeStage(final StageAxes axes, final StageLimits limits, final Clock clock) {
		this.axes = axes;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * An AMC controller in the network.
	 *
	 * @param host name or address
	 * @throws DeviceException if it does not answer there
	 */
	public static AttocubeStage amc(final String host, final StageLimits limits, final Clock clock) {
		return of(new AmcController(new JsonRpcClient(host, JsonRpcClient.PORT, JsonRpcClient.TIMEOUT_MS)), limits, clock);
	}

	/**
	 * An ECC100 controller at a USB port. Needs Attocube's library {@code ecc} on the system's library path, and JNA.
	 *
	 * @param index of the controller among those connected, from 0
	 * @throws DeviceException if the library or the controller is missing
	 */
	public static AttocubeStage ecc100(final int index, final StageLimits limits, final Clock clock) {
		return of(EccController.open(EccLibrary.load(), index), limits, clock);
	}

	static AttocubeStage of(final StageAxes axes, final StageLimits limits, final Clock clock) {
		return new AttocubeStage(axes, limits, clock);
	}

	@Override
	public String name() {
		return axes.name();
	}

	@Override
	public StageLimits limits() {
		return limits;
	}

	@Override
	public StagePosition position() {
		return StagePosition.of(1e-3 * axes.positionNm(0), 1e-3 * axes.positionNm(1), 1e-3 * axes.positionNm(2));
	}

	@Override
	public void moveTo(final StagePosition target, final double timeoutMs) {
		if (!limits.hold(target)) throw new DeviceException(name(), "must not go to " + target +
			", which is outside its limits: correct the plan or the limits.");
		final long until = clock.nanos() + Math.round(1e6 * timeoutMs);
		final double[] um = { target.x_um(), target.y_um(), target.z_um() };
		try {
			for (int axis = 0; axis < AXES; axis++)
				axes.approach(axis, Math.round(1e3 * um[axis]));
			for (int axis = 0; axis < AXES; axis++)
				await(axis, target, until);
		}
		catch (final DeviceException e) {
			// whatever failed, nothing goes on moving
			stop();
			throw e;
		}
	}

	private void await(final int axis, final StagePosition target, final long until) {
		while (!axes.hasArrived(axis)) {
			if (clock.nanos() >= until) throw new DeviceTimeoutException(name(), "did not bring axis " + axis + " to " + target +
				" in time and was told to stop: check that it is referenced and free to move.");
			try {
				clock.sleepUntil(Math.min(until, clock.nanos() + ASK_NANOS));
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new DeviceException(name(), "was interrupted on its way to " + target + " and told to stop.", e);
			}
		}
	}

	@Override
	public void stop() {
		for (int axis = 0; axis < AXES; axis++)
			try {
				axes.stop(axis);
			}
			catch (final DeviceException e) {
				// the other axes are to be stopped nevertheless; a controller that is gone cannot be told
			}
	}

	@Override
	public void close() {
		axes.close();
	}
}
