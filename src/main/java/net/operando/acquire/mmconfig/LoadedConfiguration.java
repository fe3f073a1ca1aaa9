package net.operando.acquire.mmconfig;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the core would hold after each line: devices, groups, labels, pixel sizes. Collects what is wrong. */
final class LoadedConfiguration {

	private static final String CORE = "Core";
	private static final Set<String> ROLES = Set.of("Camera", "Shutter", "Focus", "XYStage", "AutoFocus", "ImageProcessor",
		"SLM", "Galvo");
	/** Known to later cores only; their devices are not checked. */
	private static final Set<String> LATER_ROLES = Set.of("PressurePump", "VolumetricPump");
	private static final String NOT_IN_PRESETS = "/\\*!'";

	private final List<ConfigurationFault> faults;
	private final Set<String> devices = new HashSet<>();
	private final Set<String> groups = new HashSet<>();
	/** Lines that named a state or a label of a device, by what they named. */
	private final Map<String, Integer> states = new HashMap<>();
	/** Lines that defined a pixel size preset, and whether a size followed. */
	private final Map<String, Integer> presets = new HashMap<>();
	private final Set<String> sized = new HashSet<>();
	private int lastDevice;
	private boolean initialised;
	private boolean strayPixelSize;

	LoadedConfiguration(final List<ConfigurationFault> faults) {
		this.faults = faults;
	}

	/** Does what a line says; a line with a fault changes nothing but what others would otherwise be blamed for. */
	void execute(final ConfigurationLine line) {
		if (line.size() == 0) {
			fault(line, "it holds commas alone. Remove it.");
			return;
		}
		final ConfigurationCommand command = ConfigurationCommand.of(line.command());
		if (command == null) {
			unknown(line);
			return;
		}
		if (command == ConfigurationCommand.EQUIPMENT || command == ConfigurationCommand.IMAGE_SYNCHRO) {
			fault(line, "the command " + command.word() + " was removed from Micro-Manager, which refuses the whole file. Remove the line.");
			return;
		}
		final boolean right = hasRightFields(line, command);
		if (!right && command != ConfigurationCommand.DEVICE) return;
		switch (command) {
			case DEVICE:
				device(line, right);
				break;
			case PROPERTY:
				property(line);
				break;
			case DELAY:
				if (isLoaded(line, line.field(1))) number(line, line.field(2), 0, "a delay in ms of 0 or more");
				break;
			case FOCUS_DIRECTION:
				if (isLoaded(line, line.field(1)) && !line.field(2).matches("-1|0|1")) fault(line, "the direction " + line.field(
					2) + " is none. Give 1 (towards the sample), -1 or 0 (unknown).");
				break;
			case LABEL:
				label(line);
				break;
			case CONFIG:
				fault(line, "the command Config is obsolete and does nothing. Write ConfigGroup,group,preset,device,property,value.");
				break;
			case CONFIG_GROUP:
				group(line);
				break;
			case CONFIG_PIXEL_SIZE:
				pixelSizePreset(line);
				break;
			case PIXEL_SIZE:
				if (isPreset(line)) {
					if (number(line, line.field(2), 0, "a pixel size in um above 0") && Double.parseDouble(line.field(2)) == 0)
						fault(line, "a pixel size of 0 means that none is known. Give um per pixel.");
					sized.add(line.field(1));
				}
				break;
			case PIXEL_SIZE_AFFINE:
			case PIXEL_SIZE_DXDZ:
			case PIXEL_SIZE_DYDZ:
			case PIXEL_SIZE_OPTIMAL_Z:
				if (isPreset(line)) for (int i = 2; i < line.size(); i++)
					if (!number(line, line.field(i), Double.NEGATIVE_INFINITY, "a number")) break;
				break;
			case PARENT:
				parent(line);
				break;
			default:
				throw new AssertionError(command);
		}
	}

	/** After the last line: what is missing. */
	void end() {
		if (lastDevice > 0 && !initialised) faults.add(new ConfigurationFault(lastDevice,
			"no line after it reads Property,Core,Initialize,1, so no device would be started. Add that line after the devices."));
		// a size for a preset that is not there was meant for one of those that lack theirs
		if (!strayPixelSize) for (final Map.Entry<String, Integer> preset : presets.entrySet())
			if (!sized.contains(preset.getKey())) faults.add(new ConfigurationFault(preset.getValue(), "the pixel size preset " +
				preset.getKey() + " has no size. Add PixelSize_um," + preset.getKey() + ", and the um per unbinned pixel."));
	}

	private void unknown(final ConfigurationLine line) {
		final ConfigurationCommand near = ConfigurationCommand.near(line.command());
		final String said = line.command().strip();
		if (said.startsWith("#")) fault(line, "the # of a comment must be the first character. Remove what stands before it.");
		else if (line.command().startsWith("\u00ef\u00bb\u00bf")) fault(line,
			"the file begins with a byte order mark, which hides this line from Micro-Manager. Save it as UTF-8 without BOM.");
		else fault(line, "Micro-Manager knows no command \"" + said + "\" and passes over the line in silence. " + (near == null
			? "Remove it or put # before it." : "Write " + near.word() + " at the very start of the line."));
	}

	private boolean hasRightFields(final ConfigurationLine line, final ConfigurationCommand command) {
		final String padded = line.paddedField();
		if (padded != null) {
			fault(line, "a blank stands beside the comma in \"" + padded + "\" and would be part of the name. Remove it.");
			return false;
		}
		if (line.hasHole()) {
			fault(line, "it has an empty field, which Micro-Manager leaves out, so that later fields move up. Fill it in.");
			return false;
		}
		if (command.takes(line.size())) return true;
		fault(line, command.word() + " takes " + command.operands() + ", but " + (line.size() - 1) + " " + (line.size() == 2
			? "field follows" : "fields follow") + " it. Micro-Manager refuses the whole file.");
		return false;
	}

	private void device(final ConfigurationLine line, final boolean right) {
		final String label = line.field(1).strip();
		lastDevice = line.number();
		initialised = false;
		if (label.equals(CORE)) fault(line, "the label Core is Micro-Manager's own. Choose another.");
		else if (!label.isEmpty() && !devices.add(label) && right) fault(line, "a device with the label " + label +
			" is loaded already. Choose another label.");
	}

	private void property(final ConfigurationLine line) {
		if (line.field(1).equals(CORE)) coreProperty(line);
		else isLoaded(line, line.field(1));
	}

	private void coreProperty(final ConfigurationLine line) {
		final String name = line.field(2);
		final String value = line.field(3);
		if (name.equals("Initialize")) {
			if (!value.matches("[01]")) fault(line, "Core's Initialize is 0 or 1, not " + quoted(value) + ".");
			// what follows a misspelt start is not to blame
			if (!value.equals("0")) initialised = true;
			else {
				// unloads all devices
				devices.clear();
				states.clear();
				initialised = false;
				lastDevice = 0;
			}
		}
		else if (name.equals("AutoShutter")) {
			if (!value.matches("[01]")) fault(line, "Core's AutoShutter is 0 or 1, not " + quoted(value) + ".");
		}
		else if (name.equals("TimeoutMs")) number(line, value, 0, "a time in ms above 0");
		else if (name.equals("ChannelGroup")) {
			if (!value.isEmpty() && !groups.contains(value)) fault(line, "Core's ChannelGroup names " + value +
				", which no ConfigGroup line above defines.");
		}
		else if (ROLES.contains(name)) {
			if (!value.isEmpty() && isLoaded(line, value) && !initialised) fault(line, "Core's " + name +
				" is set before Property,Core,Initialize,1. Move it below that line.");
		}
		else if (!LATER_ROLES.contains(name)) {
			fault(line, "Core has no property " + name +
				". Its properties are Initialize, AutoShutter, ChannelGroup, TimeoutMs and the roles Camera, Shutter, Focus, XYStage, AutoFocus, ImageProcessor, SLM, Galvo.");
			initialised |= value.equals("1");
		}
	}

	private void label(final ConfigurationLine line) {
		if (!isLoaded(line, line.field(1))) return;
		if (!line.field(2).matches("\\d{1,9}")) {
			fault(line, "the state " + quoted(line.field(2)) + " is no whole number of 0 or more. Micro-Manager would read 0.");
			return;
		}
		final String device = line.field(1);
		final Integer sameState = states.putIfAbsent(device + ",state " + Integer.parseInt(line.field(2)), line.number());
		final Integer sameName = states.putIfAbsent(device + ",label " + line.field(3), line.number());
		if (sameState != null) fault(line, "line " + sameState + " gave this state of " + device + " a name already.");
		else if (sameName != null) fault(line, "line " + sameName + " gave the name " + line.field(3) + " to another state of " +
			device + " already.");
	}

	private void group(final ConfigurationLine line) {
		final String group = line.field(1);
		if (line.size() == 2) {
			if (!groups.add(group)) fault(line, "the group " + group + " exists already. Remove the line.");
			return;
		}
		groups.add(group);
		if (isPresetName(line, line.field(2)) && !line.field(3).equals(CORE)) isLoaded(line, line.field(3));
	}

	private void pixelSizePreset(final ConfigurationLine line) {
		// the size itself would otherwise be blamed, too
		presets.putIfAbsent(line.field(1), line.number());
		if (!isPresetName(line, line.field(1)) || !line.field(2).equals(CORE) && !isLoaded(line, line.field(2))) return;
		if (line.field(3).equals("Binning")) fault(line,
			"a pixel size must not hang on Binning: Micro-Manager multiplies by the binning already. Choose a property of the optics.");
	}

	private void parent(final ConfigurationLine line) {
		if (isLoaded(line, line.field(1)) && !devices.contains(line.field(2))) fault(line, "the hub " + line.field(2) +
			" is not loaded by any Device line above.");
	}

	private boolean isPreset(final ConfigurationLine line) {
		if (presets.containsKey(line.field(1))) return true;
		strayPixelSize = true;
		fault(line, "no ConfigPixelSize line above defines the preset " + line.field(1) + ".");
		return false;
	}

	private boolean isPresetName(final ConfigurationLine line, final String name) {
		for (int i = 0; i < NOT_IN_PRESETS.length(); i++)
			if (name.indexOf(NOT_IN_PRESETS.charAt(i)) >= 0) {
				fault(line, "the preset's name " + quoted(name) + " holds " + NOT_IN_PRESETS.charAt(i) +
					", which Micro-Manager refuses. Choose another name.");
				return false;
			}
		return true;
	}

	private boolean isLoaded(final ConfigurationLine line, final String label) {
		if (devices.contains(label)) return true;
		fault(line, "no Device line above loads a device with the label " + label + ".");
		return false;
	}

	private boolean number(final ConfigurationLine line, final String text, final double least, final String wanted) {
		try {
			final double value = Double.parseDouble(text);
			// Java's own forms of numbers, "1d" or "0x1p3", are not the core's
			if (value >= least && text.matches("[-+.\\deE]+")) return true;
		}
		catch (final NumberFormatException e) {
			// said below, with what was wanted
		}
		fault(line, quoted(text) + " is not " + wanted + ". Micro-Manager would read 0 or a part of it.");
		return false;
	}

	private static String quoted(final String text) {
		return "\"" + text + "\"";
	}

	private void fault(final ConfigurationLine line, final String problem) {
		faults.add(new ConfigurationFault(line.number(), problem));
	}
}
