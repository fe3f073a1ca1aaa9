package net.operando.acquire.attocube;

import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.StageLimits;
import net.operando.base.InvalidInputException;

/** Where a rig's Attocube controller is connected: an AMC in the network, or an ECC100 at USB. Immutable, JSON by field. */
public final class AttocubeSettings {

	private static final int NO_INDEX = -1;

	private String amcHost = "";
	private int amcPort = JsonRpcClient.PORT;
	private int eccIndex = NO_INDEX;

	/** None. */
	public AttocubeSettings() {}

	/** An AMC by its name or address. */
	public static AttocubeSettings amc(final String host, final int port) {
		final AttocubeSettings s = new AttocubeSettings();
		s.amcHost = host.trim();
		s.amcPort = port;
		return s;
	}

	/** An ECC100 by its index among those connected, from 0. */
	public static AttocubeSettings ecc100(final int index) {
		final AttocubeSettings s = new AttocubeSettings();
		s.eccIndex = index;
		return s;
	}

	/** Whether there is no controller. */
	public boolean isNone() {
		return amcHost.isEmpty() && eccIndex == NO_INDEX;
	}

	/**
	 * Refuses what cannot be meant.
	 *
	 * @param file for the message
	 * @throws InvalidInputException if two controllers are named, or an index or port is out of range
	 */
	public void check(final String file) {
		if (!amcHost.isEmpty() && eccIndex != NO_INDEX) throw new InvalidInputException("In " + file +
			" attocube names an AMC and an ECC100: leave either amcHost or eccIndex out, there is one stage.");
		if (eccIndex < NO_INDEX) throw new InvalidInputException("In " + file + " the attocube's eccIndex is " + eccIndex +
			": give 0 for the first ECC100, or leave it out.");
		if (amcPort < 1 || amcPort > 65_535) throw new InvalidInputException("In " + file + " the attocube's amcPort is " +
			amcPort + ": give the port of its JSON interface, usually " + JsonRpcClient.PORT + ".");
	}

	/**
	 * Connects to the controller and asks where it is, so that one that does not answer is known before anything starts.
	 *
	 * @throws DeviceException if it is not there or does not answer
	 */
	public AttocubeStage open(final StageLimits limits, final Clock clock) {
		final AttocubeStage stage = amcHost.isEmpty() ? AttocubeStage.ecc100(eccIndex, limits, clock) : AttocubeStage.amc(
			amcHost, amcPort, limits, clock);
		try {
			stage.position();
			return stage;
		}
		catch (final DeviceException e) {
			stage.close();
			throw e;
		}
	}
}
