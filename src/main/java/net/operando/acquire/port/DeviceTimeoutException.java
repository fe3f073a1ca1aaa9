package net.operando.acquire.port;

/** A device did not answer or did not arrive within its time. */
public class DeviceTimeoutException extends DeviceException {

	private static final long serialVersionUID = 1L;

	public DeviceTimeoutException(final String device, final String problem) {
		super(device, problem);
	}

	public DeviceTimeoutException(final String device, final String problem, final Throwable cause) {
		super(device, problem, cause);
	}
}
