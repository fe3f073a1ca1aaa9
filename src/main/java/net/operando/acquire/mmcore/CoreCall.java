package net.operando.acquire.mmcore;

import net.operando.acquire.port.DeviceException;

/** One call of the core, whose methods all throw {@link Exception}; turned into our own exception that names the device. */
final class CoreCall {

	/** What is called. */
	@FunctionalInterface
	interface Action<T> {

		T call() throws Exception;
	}

	/** What is called and returns nothing. */
	@FunctionalInterface
	interface Command {

		void call() throws Exception;
	}

	private CoreCall() {}

	/**
	 * @param device for the message ("camera DCam")
	 * @param doing for the message ("set the exposure")
	 * @throws DeviceException if the core refuses
	 */
	static <T> T get(final String device, final String doing, final Action<T> action) {
		try {
			return action.call();
		}
		catch (final DeviceException e) {
			throw e;
		}
		catch (final Exception e) {
			throw new DeviceException(device, "did not " + doing + ": " + reason(e) +
				" Look at it in Micro-Manager's Device Property Browser.", e);
		}
	}

	/** As {@link #get}, for what returns nothing. */
	static void run(final String device, final String doing, final Command command) {
		get(device, doing, () -> {
			command.call();
			return null;
		});
	}

	/** The core's messages run over several lines; the first says what happened. */
	private static String reason(final Exception e) {
		final String message = e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage()
			.strip().split("\\R", 2)[0];
		return message.endsWith(".") ? message : message + ".";
	}
}
