package net.operando.acquire.attocube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.mmcore.CoreMicroscopes;
import net.operando.acquire.mmcore.RecordingCore;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.StagePosition;
import net.operando.acquire.port.SystemClock;
import net.operando.base.InvalidInputException;

/** AttocubeSettings: as a rig's file says them, and as the stage of a microscope whose configuration has none. */
class AttocubeSettingsTest {

	@TempDir
	Path folder;

	private RigSettings rig(final String json) throws Exception {
		return RigSettings.of(Files.writeString(folder.resolve("a.rig.json"), json));
	}

	private static void assertSays(final String words, final Throwable thrown) {
		assertTrue(thrown.getMessage().contains(words), thrown.getMessage());
	}

	@Test
	void theShippedExampleIsReadBesideItsConfiguration() {
		final Path configuration = Paths.get(System.getProperty("project.basedir"), "mm-configs", "operando-rig.cfg");
		final RigSettings rig = RigSettings.beside(configuration);
		assertEquals("Operando rig", rig.name());
		assertEquals("Voltage of LED", rig.dimmer().toString());
		assertEquals(2.5, rig.dimmerValue(0.5));
		assertEquals("Trigger Mode of Camera", rig.trigger().toString());
		assertFalse(rig.attocube().isNone());
		assertTrue(rig.stageLimits().hold(StagePosition.of(2000, -2000, 0)));
		assertFalse(rig.stageLimits().hold(StagePosition.of(2001, 0, 0)));
	}

	@Test
	void whatCannotBeMeantIsRefused() throws Exception {
		assertTrue(rig("{ }").attocube().isNone());
		assertSays("names an AMC and an ECC100", assertThrows(InvalidInputException.class, () -> rig(
			"{ \"attocube\": { \"amcHost\": \"stage\", \"eccIndex\": 0 } }")));
		assertSays("eccIndex is -2", assertThrows(InvalidInputException.class, () -> rig(
			"{ \"attocube\": { \"eccIndex\": -2 } }")));
		assertSays("amcPort is 0", assertThrows(InvalidInputException.class, () -> rig(
			"{ \"attocube\": { \"amcHost\": \"stage\", \"amcPort\": 0 } }")));
		assertSays("host", assertThrows(InvalidInputException.class, () -> rig("{ \"attocube\": { \"host\": \"stage\" } }")));
	}

	@Test
	void aConfigurationWithoutAStageGetsOurs() throws Exception {
		try (FakeAmc controller = new FakeAmc()) {
			final RigSettings rig = new RigSettings().withStageLimits(StagePosition.of(-10, -10, -1), StagePosition.of(10, 10, 1))
				.withAttocube(AttocubeSettings.amc("localhost", controller.port()));
			try (Microscope microscope = CoreMicroscopes.of(new RecordingCore(new SystemClock()), "rig", rig)) {
				final Stage stage = microscope.stage().get();
				assertEquals("stage AMC at localhost", stage.name());
				stage.moveTo(StagePosition.of(3, -4, 0.5), 2000);
				assertEquals("3.0, -4.0, 0.5 um", stage.position().toString());
				assertThrows(DeviceException.class, () -> stage.moveTo(StagePosition.of(11, 0, 0), 2000));
			}
		}
	}

	@Test
	void aControllerThatIsNotThereIsSaid() throws Exception {
		final int port;
		try (FakeAmc controller = new FakeAmc()) {
			port = controller.port();
		}
		final RigSettings rig = new RigSettings().withAttocube(AttocubeSettings.amc("localhost", port));
		assertSays("localhost", assertThrows(DeviceException.class, () -> CoreMicroscopes.of(new RecordingCore(
			new SystemClock()), "rig", rig)));
		// the library is not on this computer, or no controller is
		assertSays("ECC100", assertThrows(DeviceException.class, () -> AttocubeSettings.ecc100(0).open(new RigSettings()
			.stageLimits(), new SystemClock())));
	}
}
