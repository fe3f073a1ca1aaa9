package net.operando.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.Menus;
import ij.plugin.PlugIn;

/**
 * The plugin for Micro-Manager Studio, as it is packed: its index, and what it does to a Studio that is made of the stubs'
 * interfaces and notes what it is told.
 */
class StudioPluginTest {

	private static final String ACQUIRE = "Acquire Operando Movie...";
	private static final String DISPLAY = "operando.display";
	private static final Path TARGET = Paths.get(System.getProperty("project.basedir", "."), "target");

	/** What the command does in place of ours. */
	private static volatile Runnable command;

	private final List<String> told = new CopyOnWriteArrayList<>();
	private final CountDownLatch restored = new CountDownLatch(1);
	private URLClassLoader loader;
	private Hashtable<String, String> before;

	/** Stands in the menu for the command. */
	public static final class CommandInMenu implements PlugIn {

		@Override
		public void run(final String argument) {
			command.run();
		}
	}

	@BeforeEach
	@SuppressWarnings("unchecked")
	void menu() throws Exception {
		loader = new URLClassLoader(new URL[] { TARGET.resolve("mmstudio").toUri().toURL(), TARGET.resolve("mmstudio-stubs")
			.toUri().toURL() }, getClass().getClassLoader());
		// the menu's table, which ImageJ cannot make where there is no display
		final Field table = Menus.class.getDeclaredField("pluginsTable");
		table.setAccessible(true);
		before = (Hashtable<String, String>) table.get(null);
		final Hashtable<String, String> commands = before == null ? new Hashtable<>() : new Hashtable<>(before);
		commands.put(ACQUIRE, CommandInMenu.class.getName());
		table.set(null, commands);
	}

	@AfterEach
	void noMenu() throws Exception {
		final Field table = Menus.class.getDeclaredField("pluginsTable");
		table.setAccessible(true);
		table.set(null, before);
		loader.close();
	}

	/** Every interface that Studio hands out is answered by this; what changes something is noted. */
	private Object studio(final Class<?> type) {
		final InvocationHandler handler = (proxy, method, arguments) -> {
			if (method.getName().equals("setSuspended")) {
				told.add("suspended " + arguments[0]);
				if (arguments[0].equals(false)) restored.countDown();
			}
			else if (method.getName().equals("showError")) told.add("error " + arguments[0]);
			else if (method.getName().equals("createImage")) told.add("image " + Arrays.toString((short[]) arguments[0]) + " " +
				arguments[1] + "x" + arguments[2] + ", " + arguments[3] + " bytes, " + arguments[4] + " component");
			else if (method.getName().equals("displayImage")) told.add("shown " + (arguments[0] != null));
			return method.getReturnType().isInterface() ? studio(method.getReturnType()) : null;
		};
		return Proxy.newProxyInstance(loader, new Class<?>[] { type }, handler);
	}

	private Object plugin() throws Exception {
		final Object plugin = loader.loadClass("net.operando.studio.AcquirePlugin").getConstructor().newInstance();
		final Class<?> studio = loader.loadClass("org.micromanager.Studio");
		method(plugin, "setContext", studio).invoke(plugin, studio(studio));
		return plugin;
	}

	private static Method method(final Object object, final String name, final Class<?>... types) throws Exception {
		for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass())
			for (final Method m : c.getDeclaredMethods())
				if (m.getName().equals(name) && Arrays.equals(m.getParameterTypes(), types)) {
					m.setAccessible(true);
					return m;
				}
		throw new NoSuchMethodException(name);
	}

	@SuppressWarnings("unchecked")
	private static Consumer<Map<String, Object>> display() {
		return (Consumer<Map<String, Object>>) System.getProperties().get(DISPLAY);
	}

	@Test
	void theCommandRunsWithLiveSuspendedAndItsFramesAreShown() throws Exception {
		command = () -> {
			told.add("command");
			display().accept(Map.of("pixels", new short[] { 1, 2, 3, 4, 5, 6 }, "width", 3, "height", 2));
		};
		final Object plugin = plugin();
		method(plugin, "record").invoke(plugin);
		assertEquals(List.of("suspended true", "command", "image [1, 2, 3, 4, 5, 6] 3x2, 2 bytes, 1 component", "shown true",
			"suspended false"), told);
		assertNull(display(), "nothing is left behind");
	}

	@Test
	void liveIsRestoredWhenTheCommandFails() throws Exception {
		command = () -> {
			told.add("command");
			throw new IllegalStateException("on purpose: the command fails");
		};
		final Object plugin = plugin();
		method(plugin, "record").invoke(plugin);
		assertEquals(List.of("suspended true", "command", "suspended false"), told);
		assertNull(display());
	}

	@Test
	void itRunsInItsOwnThreadAndOnceAtATime() throws Exception {
		final CountDownLatch end = new CountDownLatch(1);
		final CountDownLatch begun = new CountDownLatch(1);
		final Thread[] thread = new Thread[1];
		command = () -> {
			thread[0] = Thread.currentThread();
			begun.countDown();
			try {
				end.await();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		};
		final Object plugin = plugin();
		final Method select = method(plugin, "onPluginSelected");
		select.invoke(plugin);
		assertTrue(begun.await(60, TimeUnit.SECONDS), "the command did not begin");
		assertFalse(thread[0] == Thread.currentThread());
		select.invoke(plugin);
		assertTrue(told.get(told.size() - 1).contains("is running already"), told.toString());
		end.countDown();
		assertTrue(restored.await(60, TimeUnit.SECONDS), "live was not restored");
		assertEquals(1, told.stream().filter("suspended true"::equals).count());
	}

	@Test
	void withoutOurCommandsItSaysWhatToDo() throws Exception {
		Menus.getCommands().remove(ACQUIRE);
		final Object plugin = plugin();
		method(plugin, "onPluginSelected").invoke(plugin);
		assertEquals(1, told.size());
		assertTrue(told.get(0).startsWith("error Operando is not among the plugins"), told.toString());
	}

	/** These folders are what the jars are made of; the jars themselves are looked at where they are built. */
	@Test
	void eachIndexHoldsItsOwnPlugins() throws Exception {
		assertEquals(List.of("net.operando.studio.AcquirePlugin", "net.operando.studio.AnalyseExperimentPlugin"), List.copyOf(
			index("mmstudio")));
		final TreeSet<String> ours = index("classes");
		assertTrue(ours.contains("net.operando.ui.command.acquire.AcquireCommand"), ours.toString());
		for (final String name : ours)
			assertFalse(name.startsWith("net.operando.studio"), name + " would need Studio in Fiji");
		assertFalse(Files.exists(TARGET.resolve("mmstudio/org")), "the stubs are not packed");
	}

	private static TreeSet<String> index(final String folder) throws Exception {
		final TreeSet<String> names = new TreeSet<>();
		final Matcher m = Pattern.compile("\"class\":\"([^\"]+)\"").matcher(Files.readString(TARGET.resolve(folder).resolve(
			"META-INF/json/org.scijava.plugin.Plugin")));
		while (m.find())
			names.add(m.group(1));
		return names;
	}
}
