package net.operando.acquire.mmcore;

import mmcorej.CMMCore;

import net.operando.acquire.micromanager.DeviceProperty;
import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.Light;

/**
 * A lamp behind the core's shutter, a property that dims it, or both. The core's calls may come from any thread; {@link #off}
 * takes no lock that {@link #on} could hold while a device does not answer.
 */
final class CoreLight implements Light {

	private final CMMCore core;
	private final String shutter;
	private final RigSettings rig;
	private volatile double power;

	/** @param shutter label, or "" if the dimmer is all there is */
	CoreLight(final CMMCore core, final String shutter, final RigSettings rig) {
		this.core = core;
		this.shutter = shutter;
		this.rig = rig;
	}

	@Override
	public String name() {
		return "light " + (shutter.isEmpty() ? rig.dimmer().device() : shutter);
	}

	@Override
	public double mostPower() {
		return rig.mostLightPower();
	}

	@Override
	public void on(final double fraction) {
		if (!(fraction > 0 && fraction <= mostPower())) throw new DeviceException(name(), "must not be set to " + fraction +
			" of full power: give a power above 0 and at most " + mostPower() + ".");
		// before the calls: a failure half-way may have left it on
		power = fraction;
		dim(fraction);
		if (!shutter.isEmpty()) CoreCall.run(name(), "switch on", () -> core.setShutterOpen(shutter, true));
	}

	@Override
	public void off() {
		DeviceException failure = null;
		if (!shutter.isEmpty()) try {
			CoreCall.run(name(), "switch off", () -> core.setShutterOpen(shutter, false));
		}
		catch (final DeviceException e) {
			failure = e;
		}
		// even if the shutter is stuck
		try {
			dim(0);
		}
		catch (final DeviceException e) {
			if (failure == null) failure = e;
		}
		if (failure != null) throw failure;
		power = 0;
	}

	private void dim(final double fraction) {
		final DeviceProperty dimmer = rig.dimmer();
		if (!dimmer.isNone()) CoreCall.run(name(), "take " + fraction + " of full power", () -> core.setProperty(dimmer.device(),
			dimmer.property(), Double.toString(rig.dimmerValue(fraction))));
	}

	@Override
	public boolean isOn() {
		return shutter.isEmpty() ? power > 0 : CoreCall.get(name(), "tell whether it is on", () -> core.getShutterOpen(shutter));
	}

	@Override
	public double power() {
		return power;
	}
}
