package net.operando.acquire.attocube;

import java.util.List;

import net.operando.acquire.port.DeviceException;

/**
 * The calls of an AMC100 or AMC300 that a stage needs; each answer is an error number, 0 for none, and a value. Methods as in
 * Attocube's AMC interface version 2.
 */
final class AmcController implements StageAxes {

	private static final String PREFIX = "com.attocube.amc.";
	/** English. */
	private static final int LANGUAGE = 0;

	private final JsonRpcClient client;

	AmcController(final JsonRpcClient client) {
		this.client = client;
	}

	@Override
	public String name() {
		return "stage AMC at " + client.host();
	}

	@Override
	public long positionNm(final int axis) {
		return Math.round(number(call("move.getPosition", axis), "move.getPosition"));
	}

	@Override
	public void approach(final int axis, final long targetNm) {
		call("move.setControlTargetPosition", axis, targetNm);
		call("control.setControlOutput", axis, true);
		call("control.setControlMove", axis, true);
	}

	@Override
	public boolean hasArrived(final int axis) {
		// 0 idle, 1 moving, 2 waiting
		return isTrue("status.getStatusTargetRange", axis) && number(call("status.getStatusMoving", axis),
			"status.getStatusMoving") == 0;
	}

	@Override
	public void stop(final int axis) {
		call("control.setControlMove", axis, false);
	}

	@Override
	public void close() {
		client.close();
	}

	private boolean isTrue(final String method, final int axis) {
		final Object value = call(method, axis);
		if (value instanceof Boolean) return (Boolean) value;
		return number(value, method) != 0;
	}

	private double number(final Object value, final String method) {
		if (value instanceof Number) return ((Number) value).doubleValue();
		throw new DeviceException(name(), "answered " + method + " with " + value +
			" instead of a number: update the controller's firmware.");
	}

	/** @return the value after the error number; null if there is none */
	private Object call(final String method, final Object... parameters) {
		final List<?> result = client.call(PREFIX + method, parameters);
		if (result.isEmpty() || !(result.get(0) instanceof Number)) throw new DeviceException(name(), "answered " + method +
			" with " + result + " instead of an error number: update the controller's firmware.");
		final int error = ((Number) result.get(0)).intValue();
		if (error != 0) throw new DeviceException(name(), "refused " + method + " of axis " + parameters[0] + " with error " +
			error + meaning(error) + ".");
		return result.size() < 2 ? null : result.get(1);
	}

	/** The controller's own words, if it still has any. */
	private String meaning(final int error) {
		try {
			final List<?> result = client.call("com.attocube.system.errorNumberToString", LANGUAGE, error);
			return result.size() < 2 ? "" : " (" + result.get(1) + ")";
		}
		catch (final DeviceException e) {
			return "";
		}
	}
}
