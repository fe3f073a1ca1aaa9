package net.operando.ui.command.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mmcorej.CMMCore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.micromanager.MicroManager;
import net.operando.acquire.micromanager.MicroManagerFolder;
import net.operando.acquire.mmcore.RecordingCore;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.simulated.SimulatedClock;
import net.operando.base.OperandoException;

/** MicroscopeChoice: which Micro-Manager is taken, and what is said when there is none that could be. */
class MicroscopeChoiceTest {

	@TempDir
	Path folder;

	private final RecordingCore core = new RecordingCore(SimulatedClock.startingAt(Instant.EPOCH));

	private Map<String, String> install() throws Exception {
		final URL jar = CMMCore.class.getProtectionDomain().getCodeSource().getLocation();
		Files.copy(Paths.get(jar.toURI()), folder.resolve("MMCoreJ.jar"));
		for (final String library : new String[] { "libMMCoreJ_wrap.so", "MMCoreJ_wrap.dll", "libMMCoreJ_wrap.jnilib" })
			Files.writeString(folder.resolve(library), "no library");
		return Map.of(MicroManagerFolder.VARIABLE, folder.toString());
	}

	private Path file(final String name, final String text) throws Exception {
		return Files.writeString(folder.resolve(name), text);
	}

	private static void assertSays(final String words, final Executable bad) {
		final String message = assertThrows(OperandoException.class, bad).getMessage();
		assertTrue(message.contains(words), message);
	}

	@Test
	void theRunningOneComesFirstWithItsOwnDevices() throws Exception {
		try (Microscope microscope = MicroscopeChoice.microManager("", Optional.of(MicroManager.ofCore(core)), install())) {
			assertEquals("Micro-Manager", microscope.name());
			assertEquals(List.of("setAutoShutter false"), core.calls());
		}
	}

	@Test
	void theRunningOneLoadsAConfigurationOnlyWhenItIsRight() throws Exception {
		final Optional<MicroManager> running = Optional.of(MicroManager.ofCore(core));
		final Path wrong = file("wrong.cfg", "# fine\nDevise,C,D,E\n");
		assertSays("Line 2", () -> MicroscopeChoice.microManager(wrong.toString(), running, Map.of()));
		assertEquals(List.of(), core.calls(), "the core did not see it");
		final Path right = file("right.cfg", "Property,Core,Initialize,0\nProperty,Core,Initialize,1\n");
		try (Microscope microscope = MicroscopeChoice.microManager(right.toString(), running, Map.of())) {
			assertEquals("Micro-Manager right.cfg", microscope.name());
			assertEquals(List.of("loadSystemConfiguration", "setAutoShutter false"), core.calls());
		}
		assertSays("There is no file", () -> MicroscopeChoice.microManager("none.cfg", running, Map.of()));
	}

	@Test
	void settingsAloneLeaveTheRunningOnesDevicesAsTheyAre() throws Exception {
		final Path rig = file("mine.rig.json", "{ \"name\": \"mine\", \"mostLightPower\": 0.25 }");
		try (Microscope microscope = MicroscopeChoice.microManager(rig.toString(), Optional.of(MicroManager.ofCore(core)), Map
			.of()))
		{
			assertEquals("Micro-Manager mine", microscope.name());
			assertEquals(0.25, microscope.light().get().mostPower());
			assertEquals(List.of("setAutoShutter false"), core.calls());
		}
	}

	@Test
	void whatToDoIsSaid() throws Exception {
		final Map<String, String> nothing = Map.of(MicroManagerFolder.VARIABLE, folder.resolve("none").toString());
		assertSays("There is no folder", () -> MicroscopeChoice.microManager("", Optional.empty(), nothing));
		final Map<String, String> installed = install();
		assertSays("give config=FILE.cfg", () -> MicroscopeChoice.microManager("", Optional.empty(), installed));
		final Path rig = file("mine.rig.json", "{ }");
		assertSays("give config=FILE.cfg", () -> MicroscopeChoice.microManager(rig.toString(), Optional.empty(), installed));
		final Path wrong = file("wrong.cfg", "Devise,C,D,E\n");
		assertSays("Line 1", () -> MicroscopeChoice.microManager(wrong.toString(), Optional.empty(), installed));
		final Path right = file("right.cfg", "Property,Core,Initialize,0\nProperty,Core,Initialize,1\n");
		assertSays("must come from the same install", () -> MicroscopeChoice.microManager(right.toString(), Optional.empty(),
			installed));
		assertSays("use Simulated or Micro-Manager", () -> MicroscopeChoice.open("Nikon", "", false, folder));
	}
}
