package net.operando.acquire.mmcore;

import mmcorej.CMMCore;

import net.operando.acquire.micromanager.DeviceProperty;
import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.FocusLock;

/** The core's autofocus device in its continuous mode. */
final class CoreFocusLock implements FocusLock {

	private static final long ASK_NANOS = 20_000_000;

	private final CMMCore core;
	private final String label;
	private final Clock clock;
	private final RigSettings rig;
	private boolean wasLocked;

	CoreFocusLock(final CMMCore core, final String label, final Clock clock, final RigSettings rig) {
		this.core = core;
		this.label = label;
		this.clock = clock;
		this.rig = rig;
	}

	@Override
	public String name() {
		return "focus lock " + label;
	}

	@Override
	public State state() {
		return CoreCall.get(name(), "tell its state", () -> {
			if (!core.isContinuousFocusEnabled()) return State.OFF;
			if (core.isContinuousFocusLocked()) {
				wasLocked = true;
				return State.LOCKED;
			}
			return wasLocked ? State.LOST : State.LOCKING;
		});
	}

	@Override
	public double offsetNm() {
		final DeviceProperty offset = rig.focusOffset();
		if (offset.isNone()) return Double.NaN;
		final String text = CoreCall.get(name(), "tell its offset", () -> core.getProperty(offset.device(), offset.property()));
		try {
			return rig.focusOffsetNmPerUnit() * Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			throw new DeviceException(name(), "gives \"" + text + "\" as " + offset +
				", which is no number: correct focusOffset in the rig's settings.", e);
		}
	}

	@Override
	public void engage(final double timeoutMs) {
		final long until = clock.nanos() + Math.round(1e6 * timeoutMs);
		wasLocked = false;
		CoreCall.run(name(), "engage", () -> core.enableContinuousFocus(true));
		while (state() != State.LOCKED) {
			if (clock.nanos() >= until) throw new DeviceTimeoutException(name(), "did not lock within " + timeoutMs / 1000 +
				" s: bring the sample near focus and clean the coverslip.");
			try {
				clock.sleepUntil(Math.min(until, clock.nanos() + ASK_NANOS));
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new DeviceException(name(), "was interrupted while it searched.", e);
			}
		}
	}

	@Override
	public void disengage() {
		CoreCall.run(name(), "let go", () -> {
			if (core.isContinuousFocusEnabled()) core.enableContinuousFocus(false);
		});
		wasLocked = false;
	}
}
