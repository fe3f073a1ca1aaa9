package net.operando.acquire.port;

import net.operando.base.OperandoException;

/** A device refused or failed. The message names the device and what to do. */
public class DeviceException extends OperandoException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param device name as users know it ("stage ECC100")
	 * @param problem rest of the sentence, which says what is wrong and what to do, with its full stop
	 */
	public DeviceException(final String device, final String problem) {
		super("The " + device + " " + problem);
	}

	/** As {@link #DeviceException(String, String)}, caused by a driver's own error. */
	public DeviceException(final String device, final String problem, final Throwable cause) {
		super("The " + device + " " + problem, cause);
	}
}
