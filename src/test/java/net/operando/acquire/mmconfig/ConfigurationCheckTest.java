package net.operando.acquire.mmconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.operando.base.InvalidInputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ConfigurationCheck}: the files we ship are right, and each of many broken ones is named at its line. */
class ConfigurationCheckTest {

	private static final String LONG = "#" + "x".repeat(ConfigurationCheck.LONGEST_LINE);

	private static Path shipped(final String name) {
		return Paths.get(System.getProperty("project.basedir"), "mm-configs", name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "operando-demo.cfg", "operando-rig.cfg" })
	void shippedFilesPass(final String name) {
		assertEquals(List.of(), ConfigurationCheck.of(shipped(name)));
		ConfigurationCheck.require(shipped(name));
	}

	/** A line of the demonstration file, what stands there instead, and words of the sentence that must name it. */
	static Stream<Arguments> broken() {
		return Stream.of(
			Arguments.of("Device,Camera,DemoCamera,DCam", "Device,Camera,DemoCamera", "takes label, adapter and device name"),
			Arguments.of("Device,Camera,DemoCamera,DCam", "device,Camera,DemoCamera,DCam", "no command \"device\""),
			Arguments.of("Device,Camera,DemoCamera,DCam", "Devise,Camera,DemoCamera,DCam", "Write Device"),
			Arguments.of("Device,Camera,DemoCamera,DCam", "Device,,DemoCamera,DCam", "empty field"),
			Arguments.of("Device,Camera,DemoCamera,DCam", "Device, Camera,DemoCamera,DCam", "blank"),
			Arguments.of("Device,Z,DemoCamera,DStage", "Device,Camera,DemoCamera,DStage", "loaded already"),
			Arguments.of("Device,Z,DemoCamera,DStage", "Device,Core,DemoCamera,DStage", "Micro-Manager's own"),
			Arguments.of("Property,Camera,Exposure,8.0", "Property,Kamera,Exposure,8.0", "label Kamera"),
			Arguments.of("Property,Camera,Exposure,8.0", "Property,Camera", "takes device, property and value"),
			Arguments.of("Property,Core,Initialize,1", "Property,Core,Initialise,1", "Core has no property Initialise"),
			Arguments.of("Property,Core,Initialize,1", "Property,Core,Initialize,yes", "0 or 1"),
			Arguments.of("Property,Core,Focus,Z", "Property,Core,Focus,Zed", "label Zed"),
			Arguments.of("Property,Core,AutoShutter,0", "Property,Core,AutoShutter,off", "AutoShutter"),
			Arguments.of("Property,Core,TimeoutMs,5000", "Property,Core,TimeoutMs,5 s", "time in ms"),
			Arguments.of("FocusDirection,Z,1", "FocusDirection,Z,up", "direction up"),
			Arguments.of("FocusDirection,Z,1", "Delay,Z,soon", "delay in ms"),
			Arguments.of("Label,Objective,1,20x air", "Label,Objective,one,20x air", "whole number"),
			Arguments.of("Label,Objective,1,20x air", "Label,Objective,0,20x air", "gave this state"),
			Arguments.of("Label,Objective,1,20x air", "Label,Objective,1,100x oil", "to another state"),
			Arguments.of("ConfigPixelSize,Res20x,Objective,Label,20x air", "ConfigPixelSize,Res20x,Camera,Binning,2", "Binning"),
			Arguments.of("ConfigPixelSize,Res20x,Objective,Label,20x air", "ConfigPixelSize,Res20x,Objective,Label",
				"takes preset, device, property and value"),
			Arguments.of("PixelSize_um,Res20x,0.1735", "PixelSize_um,Res40x,0.1735", "preset Res40x"),
			Arguments.of("PixelSize_um,Res100x,0.0347", "PixelSize_um,Res100x,0;0347", "pixel size in um"),
			Arguments.of("PixelSize_um,Res100x,0.0347", "PixelSize_um,Res100x,0", "none is known"),
			Arguments.of("ConfigGroup,System,Startup,LED shutter,State,0", "PixelSizeAffine,Res100x,1,0,0,0,1", "six numbers"),
			Arguments.of("ConfigGroup,System,Startup,LED shutter,State,0", "ConfigGroup,System,Startup,LED", "takes group alone"),
			Arguments.of("ConfigGroup,System,Startup,LED shutter,State,0", "ConfigGroup,System,Start/up,LED shutter,State,0",
				"refuses"),
			Arguments.of("ConfigGroup,System,Startup,LED shutter,State,0", "ConfigGroup,System,Startup,Lamp,State,0",
				"label Lamp"),
			Arguments.of("ConfigGroup,System,Startup,LED shutter,State,0", "ConfigGroup,System", "exists already"),
			Arguments.of("Parent,LED,Hub", "Parent,LED,DHub", "hub DHub"),
			Arguments.of("Parent,LED,Hub", "Parent,LED", "takes device and hub"),
			Arguments.of("# Roles", " # Roles", "first character"),
			Arguments.of("# Roles", ",,,", "commas alone"),
			Arguments.of("# Roles", "Equipment,Camera", "was removed"),
			Arguments.of("# Roles", "ImageSynchro,Camera", "was removed"),
			Arguments.of("# Roles", "Config,Channel,LED,Voltage,5", "obsolete"),
			Arguments.of("# Roles", "Property,Core,ChannelGroup,Channel", "ChannelGroup names Channel"),
			Arguments.of("# Roles", LONG, "stops reading"));
	}

	@ParameterizedTest
	@MethodSource("broken")
	void brokenFilesAreNamedAtTheRightLine(final String right, final String wrong, final String words) throws IOException {
		final List<String> lines = new ArrayList<>(Files.readAllLines(shipped("operando-demo.cfg")));
		final int at = lines.indexOf(right);
		assertTrue(at >= 0, "the demonstration file must hold the line " + right);
		lines.set(at, wrong);
		final List<ConfigurationFault> faults = ConfigurationCheck.ofLines(lines.toArray(new String[0]));
		assertTrue(!faults.isEmpty(), wrong);
		// others may follow from it, but the first is the cause
		assertEquals(at + 1, faults.get(0).line(), faults::toString);
		assertTrue(faults.get(0).problem().contains(words), faults::toString);
	}

	@Test
	void rolesBeforeTheStartAndDevicesNeverStartedAreNamed() {
		final List<ConfigurationFault> faults = ConfigurationCheck.ofLines("Device,C,DemoCamera,DCam", "Property,Core,Camera,C",
			"ConfigPixelSize,R,C,PixelType,16bit");
		assertEquals(List.of(1, 2, 3), faults.stream().map(ConfigurationFault::line).collect(Collectors.toList()));
		assertTrue(faults.get(0).problem().contains("Initialize,1"));
		assertTrue(faults.get(1).problem().contains("below"));
		assertTrue(faults.get(2).problem().contains("has no size"));
	}

	@Test
	void windowsLineEndsAndAnEmptyLastFieldAreFine() {
		assertEquals(List.of(), ConfigurationCheck.ofLines("# Windows\r", "\r", "Device,C,DemoCamera,DCam\r",
			"Property,Core,Initialize,1\r", "Property,C,TriggerDevice,\r", "Property,Core,Shutter,\r",
			"ConfigGroup,System,Startup,C,TriggerDevice,\r", ""));
	}

	@Test
	void aByteOrderMarkIsNamed(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("bom.cfg");
		Files.write(file, "\uFEFFDevice,C,DemoCamera,DCam\nProperty,Core,Initialize,1\n".getBytes(StandardCharsets.UTF_8));
		final List<ConfigurationFault> faults = ConfigurationCheck.of(file);
		assertEquals(1, faults.get(0).line());
		assertTrue(faults.get(0).problem().contains("byte order mark"), faults::toString);
	}

	@Test
	void whatIsNoConfigurationIsRefused(@TempDir final Path folder) throws IOException {
		final Path binary = folder.resolve("image.cfg");
		Files.write(binary, new byte[] { 'I', 'I', 42, 0, 8, 0, 0, 0 });
		assertTrue(assertThrows(InvalidInputException.class, () -> ConfigurationCheck.of(binary)).getMessage().contains(
			"no text"));
		assertTrue(assertThrows(InvalidInputException.class, () -> ConfigurationCheck.of(folder.resolve("none.cfg"))).getMessage()
			.contains("cannot be read"));
		final Path wrong = folder.resolve("wrong.cfg");
		Files.write(wrong, List.of("# mine", "Devise,C,DemoCamera,DCam", "Property,C,Gain,1"));
		final String message = assertThrows(InvalidInputException.class, () -> ConfigurationCheck.require(wrong)).getMessage();
		assertTrue(message.contains("wrong.cfg") && message.contains("Line 2") && message.contains("One more line"), message);
	}
}
