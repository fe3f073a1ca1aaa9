package net.operando.acquire.micromanager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import mmcorej.CMMCore;

import net.operando.acquire.mmcore.CoreMicroscopes;
import net.operando.acquire.mmcore.RecordingCore;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.simulated.SimulatedClock;
import net.operando.base.InvalidInputException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.micromanager.internal.MMStudio;

/** Finding the user's Micro-Manager and binding our classes to its core. */
class MicroManagerTest {

	private static final List<String> LINUX = List.of("libMMCoreJ_wrap.so");

	@TempDir
	Path folder;

	@AfterEach
	void nothingRuns() {
		MMStudio.run(null);
	}

	private Path install(final String name, final boolean library) throws Exception {
		final Path install = folder.resolve(name);
		Files.createDirectories(install.resolve("plugins/Micro-Manager"));
		final URL jar = CMMCore.class.getProtectionDomain().getCodeSource().getLocation();
		Files.copy(Paths.get(jar.toURI()), install.resolve("plugins/Micro-Manager/MMCoreJ.jar"));
		if (library) Files.writeString(install.resolve("libMMCoreJ_wrap.so"), "no library");
		return install;
	}

	@Test
	void theGivenFolderComesBeforeTheVariableAndThatBeforeTheUsualPlaces() throws Exception {
		final Path given = install("given", true);
		final Path variable = install("variable", true);
		final Path usual = install("usual", true);
		final Map<String, String> environment = Map.of(MicroManagerFolder.VARIABLE, variable.toString());
		assertEquals(given, MicroManagerFolder.find(given.toString(), environment, List.of(usual), LINUX).folder());
		assertEquals(variable, MicroManagerFolder.find("", environment, List.of(usual), LINUX).folder());
		final MicroManagerFolder found = MicroManagerFolder.find(" ", Map.of(), List.of(folder.resolve("none"), usual), LINUX);
		assertEquals(usual, found.folder());
		assertEquals(usual.resolve("plugins/Micro-Manager/MMCoreJ.jar"), found.jar());
	}

	@Test
	void whatIsMissingIsSaid() throws Exception {
		final Path half = install("half", false);
		assertSays("native library libMMCoreJ_wrap.so", () -> MicroManagerFolder.find(half.toString(), Map.of(), List.of(),
			LINUX));
		assertSays("holds no MMCoreJ.jar", () -> MicroManagerFolder.find(folder.toString(), Map.of(), List.of(), LINUX));
		assertSays("There is no folder", () -> MicroManagerFolder.find("nowhere", Map.of(), List.of(), LINUX));
		assertSays("No Micro-Manager was found in a or b: start Operando inside Micro-Manager, or set the environment variable MICROMANAGER_PATH",
			() -> MicroManagerFolder.find("", Map.of(), List.of(Paths.get("a"), Paths.get("b")), LINUX));
		for (final String system : List.of("windows 11", "mac os x", "linux")) {
			assertFalse(MicroManagerFolder.usualPlaces(system, Map.of()).isEmpty());
			assertTrue(MicroManagerFolder.libraryNames(system).get(0).contains("MMCoreJ_wrap"));
		}
	}

	private static void assertSays(final String words, final org.junit.jupiter.api.function.Executable bad) {
		final String message = assertThrows(InvalidInputException.class, bad).getMessage();
		assertTrue(message.contains(words), message);
	}

	@Test
	void aLibraryThatCannotBeLoadedIsSaid() throws Exception {
		final MicroManagerFolder install = MicroManagerFolder.find(install("broken", true).toString(), Map.of(), List.of(),
			LINUX);
		final String message = assertThrows(DeviceException.class, () -> MicroManager.installed(install)).getMessage();
		assertTrue(message.contains("must come from the same install"), message);
		assertTrue(message.contains("restart"), message);
	}

	@Test
	void ourClassesAreBoundToTheUsersCore() throws Exception {
		final Path jar = install("bound", true).resolve("plugins/Micro-Manager/MMCoreJ.jar");
		try (CoreClassLoader loader = new CoreClassLoader(jar.toUri().toURL(), getClass().getClassLoader())) {
			final Class<?> core = loader.loadClass("mmcorej.CMMCore");
			assertNotSame(CMMCore.class, core);
			assertSame(loader, core.getClassLoader());
			assertSame(loader, loader.loadClass(CoreMicroscopes.class.getName()).getClassLoader());
			assertSame(Microscope.class, loader.loadClass(Microscope.class.getName()), "interfaces are shared");
			assertThrows(ClassNotFoundException.class, () -> loader.loadClass("mmcorej.NoSuchClass"));
		}
	}

	@Test
	void theRunningMicroManagerIsTaken() throws Exception {
		assertTrue(MicroManager.running(getClass().getClassLoader()).isEmpty());
		final RecordingCore core = new RecordingCore(SimulatedClock.startingAt(Instant.EPOCH));
		MMStudio.run(core);
		final MicroManager running = MicroManager.running(getClass().getClassLoader()).get();
		try (Microscope microscope = running.configured("Studio", new RigSettings())) {
			assertEquals("Studio", microscope.name());
			assertEquals("camera Camera", microscope.camera().name());
			assertEquals(List.of("setAutoShutter false"), core.calls());
			assertNotSame(CoreMicroscopes.class.getClassLoader(), microscope.getClass().getClassLoader());
		}
		final Path wrong = folder.resolve("wrong.cfg");
		Files.writeString(wrong, "Devise,C,D,E\n");
		assertSays("Line 1", () -> running.load(wrong));
	}

	@Test
	void noneRunsWhereStudioIsNotEvenInstalled() throws Exception {
		final ClassLoader bare = ClassLoader.getPlatformClassLoader();
		assertTrue(MicroManager.running(bare).isEmpty());
		MMStudio.run("no core");
		assertThrows(DeviceException.class, () -> MicroManager.running(getClass().getClassLoader()).get().configured("x",
			new RigSettings()));
	}
}
