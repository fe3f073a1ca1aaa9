package net.operando.acquire.mmcore;

import mmcorej.CMMCore;

import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.MarkOutput;

/** A digital output that is a property of one of the core's devices. */
final class CoreMarkOutput implements MarkOutput {

	private final CMMCore core;
	private final Clock clock;
	private final RigSettings rig;

	CoreMarkOutput(final CMMCore core, final Clock clock, final RigSettings rig) {
		this.core = core;
		this.clock = clock;
		this.rig = rig;
	}

	@Override
	public String name() {
		return "mark output " + rig.mark().device();
	}

	@Override
	public long pulse(final double widthMs) {
		final long before = clock.nanos();
		set(rig.markHigh(), "go high");
		final long raised = before + (clock.nanos() - before) / 2;
		try {
			clock.sleepUntil(raised + Math.round(1e6 * widthMs));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new DeviceException(name(), "was interrupted during a mark; it is low again.", e);
		}
		finally {
			set(rig.markLow(), "go low");
		}
		return raised;
	}

	private void set(final String value, final String doing) {
		CoreCall.run(name(), doing, () -> core.setProperty(rig.mark().device(), rig.mark().property(), value));
	}
}
