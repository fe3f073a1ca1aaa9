package net.operando.acquire.micromanager;

import java.util.Objects;

/** A property of a Micro-Manager device by its label. Immutable, JSON by field. */
public final class DeviceProperty {

	private String device = "";
	private String property = "";

	/** None. */
	public DeviceProperty() {}

	public static DeviceProperty of(final String device, final String property) {
		final DeviceProperty p = new DeviceProperty();
		p.device = Objects.requireNonNull(device);
		p.property = Objects.requireNonNull(property);
		return p;
	}

	/** The device's label in the configuration. */
	public String device() {
		return device;
	}

	public String property() {
		return property;
	}

	/** Whether there is none. */
	public boolean isNone() {
		return device.isEmpty();
	}

	@Override
	public String toString() {
		return property + " of " + device;
	}
}
