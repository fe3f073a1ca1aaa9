package net.operando.acquire.micromanager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import net.operando.acquire.port.StagePosition;
import net.operando.base.InvalidInputException;
import net.operando.data.io.Json;

/**
 * What Micro-Manager's configuration does not say about a rig. A JSON file of the configuration's name with the ending
 * {@code .rig.json} beside it; without one these defaults hold: the core's own devices, no dimmer, no trigger line, a stage that
 * is not moved. Immutable.
 */
public final class RigSettings {

	private String name = "";
	private DeviceProperty dimmer = new DeviceProperty();
	private double dimmerOff;
	private double dimmerFull = 1;
	private double mostLightPower = 1;
	private DeviceProperty trigger = new DeviceProperty();
	private String triggerOn = "On";
	private String triggerOff = "Off";
	private DeviceProperty frameRate = new DeviceProperty();
	private double readoutMs;
	private StagePosition stageLeast_um = new StagePosition();
	private StagePosition stageMost_um = new StagePosition();
	private DeviceProperty focusOffset = new DeviceProperty();
	private double focusOffsetNmPerUnit = 1;
	private DeviceProperty mark = new DeviceProperty();
	private String markHigh = "1";
	private String markLow = "0";
	private int bufferMegabytes = 1024;

	/** The defaults. */
	public RigSettings() {}

	/**
	 * The settings beside a configuration file, or the defaults.
	 *
	 * @throws InvalidInputException if the file is there and cannot be meant
	 */
	public static RigSettings beside(final Path configuration) {
		final String file = configuration.getFileName().toString().replaceFirst("\\.cfg$", "") + ".rig.json";
		final Path settings = configuration.resolveSibling(file);
		if (!Files.exists(settings)) return new RigSettings();
		try {
			final RigSettings read = Json.read(new String(Files.readAllBytes(settings), StandardCharsets.UTF_8), RigSettings.class,
				"the rig's settings " + file);
			read.check(file);
			return read;
		}
		catch (final IOException e) {
			throw new InvalidInputException("The rig's settings " + settings + " cannot be read (" + e.getMessage() +
				"): check the file's permissions.", e);
		}
	}

	private void check(final String file) {
		if (!(mostLightPower > 0 && mostLightPower <= 1)) throw new InvalidInputException("In " + file + " mostLightPower is " +
			mostLightPower + ": give the largest allowed fraction of full power, above 0 and at most 1.");
		if (!dimmer.isNone() && !(Math.abs(dimmerFull - dimmerOff) > 0)) throw new InvalidInputException("In " + file +
			" dimmerOff and dimmerFull are equal, so the lamp could not be dimmed: give the values of " + dimmer +
			" that mean dark and full power.");
		if (!(readoutMs >= 0)) throw new InvalidInputException("In " + file + " readoutMs is " + readoutMs +
			": give the camera's readout time in ms, 0 or more.");
		if (bufferMegabytes < 16) throw new InvalidInputException("In " + file + " bufferMegabytes is " + bufferMegabytes +
			": give at least 16, the camera's frames wait there.");
		if (stageLeast_um.x_um() > stageMost_um.x_um() || stageLeast_um.y_um() > stageMost_um.y_um() || stageLeast_um.z_um() >
			stageMost_um.z_um()) throw new InvalidInputException("In " + file +
				" stageLeast_um lies beyond stageMost_um: exchange them.");
	}

	public RigSettings withName(final String rig) {
		final RigSettings s = copy();
		s.name = rig;
		return s;
	}

	/** @param off value that means dark; @param full value that means full power */
	public RigSettings withDimmer(final DeviceProperty property, final double off, final double full) {
		final RigSettings s = copy();
		s.dimmer = property;
		s.dimmerOff = off;
		s.dimmerFull = full;
		return s;
	}

	public RigSettings withMostLightPower(final double fraction) {
		final RigSettings s = copy();
		s.mostLightPower = fraction;
		return s;
	}

	public RigSettings withTrigger(final DeviceProperty property, final String on, final String off) {
		final RigSettings s = copy();
		s.trigger = property;
		s.triggerOn = on;
		s.triggerOff = off;
		return s;
	}

	public RigSettings withFrameRate(final DeviceProperty property) {
		final RigSettings s = copy();
		s.frameRate = property;
		return s;
	}

	public RigSettings withReadoutMs(final double ms) {
		final RigSettings s = copy();
		s.readoutMs = ms;
		return s;
	}

	public RigSettings withStageLimits(final StagePosition least, final StagePosition most) {
		final RigSettings s = copy();
		s.stageLeast_um = least;
		s.stageMost_um = most;
		return s;
	}

	public RigSettings withFocusOffset(final DeviceProperty property, final double nmPerUnit) {
		final RigSettings s = copy();
		s.focusOffset = property;
		s.focusOffsetNmPerUnit = nmPerUnit;
		return s;
	}

	public RigSettings withMark(final DeviceProperty property, final String high, final String low) {
		final RigSettings s = copy();
		s.mark = property;
		s.markHigh = high;
		s.markLow = low;
		return s;
	}

	/** For titles; "" if the configuration's name will do. */
	public String name() {
		return name;
	}

	/** The property that sets the lamp's power; none if its shutter is all there is. */
	public DeviceProperty dimmer() {
		return dimmer;
	}

	/** The dimmer's value for a fraction of full power. */
	public double dimmerValue(final double power) {
		return dimmerOff + power * (dimmerFull - dimmerOff);
	}

	/** The largest allowed fraction of full power. */
	public double mostLightPower() {
		return mostLightPower;
	}

	/** The property that makes the camera wait for pulses; none if it cannot. */
	public DeviceProperty trigger() {
		return trigger;
	}

	public String triggerOn() {
		return triggerOn;
	}

	public String triggerOff() {
		return triggerOff;
	}

	/** The camera's property for its own rate in Hz; none if it takes the interval it is given, as few do. */
	public DeviceProperty frameRate() {
		return frameRate;
	}

	/** Time that readout adds to each exposure, in ms; 0 where it overlaps the next one. */
	public double readoutMs() {
		return readoutMs;
	}

	public StagePosition stageLeast_um() {
		return stageLeast_um;
	}

	public StagePosition stageMost_um() {
		return stageMost_um;
	}

	/** The property that tells how far the focus is off; none if the lock does not say. */
	public DeviceProperty focusOffset() {
		return focusOffset;
	}

	public double focusOffsetNmPerUnit() {
		return focusOffsetNmPerUnit;
	}

	/** The property that raises a TTL line; none without one. */
	public DeviceProperty mark() {
		return mark;
	}

	public String markHigh() {
		return markHigh;
	}

	public String markLow() {
		return markLow;
	}

	/** Size of Micro-Manager's buffer for frames that were not fetched yet. */
	public int bufferMegabytes() {
		return bufferMegabytes;
	}

	private RigSettings copy() {
		final RigSettings s = new RigSettings();
		s.name = name;
		s.dimmer = dimmer;
		s.dimmerOff = dimmerOff;
		s.dimmerFull = dimmerFull;
		s.mostLightPower = mostLightPower;
		s.trigger = trigger;
		s.triggerOn = triggerOn;
		s.triggerOff = triggerOff;
		s.frameRate = frameRate;
		s.readoutMs = readoutMs;
		s.stageLeast_um = stageLeast_um;
		s.stageMost_um = stageMost_um;
		s.focusOffset = focusOffset;
		s.focusOffsetNmPerUnit = focusOffsetNmPerUnit;
		s.mark = mark;
		s.markHigh = markHigh;
		s.markLow = markLow;
		s.bufferMegabytes = bufferMegabytes;
		return s;
	}
}
