package net.operando.acquire.micromanager;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.Optional;

import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.Microscope;

/**
 * The user's Micro-Manager as a microscope: the one that runs in this program, else an installed one. Loading a native library
 * again into one program is not possible, so one object should be kept for its lifetime.
 */
public final class MicroManager {

	/** The system property that tells MMCoreJ where its native library is. */
	private static final String LIBRARY_PATH = "mmcorej.library.path";
	private static final String DEVICE = "Micro-Manager core";
	private static final String MICROSCOPES = "net.operando.acquire.mmcore.CoreMicroscopes";
	private static final String STUDIO = "org.micromanager.internal.MMStudio";

	private final ClassLoader classes;
	private final Object core;

	private MicroManager(final ClassLoader classes, final Object core) {
		this.classes = classes;
		this.core = core;
	}

	/**
	 * The Micro-Manager that runs in this program.
	 *
	 * @param plugins the loader that ImageJ loads its plugins with
	 * @return empty if none runs
	 * @throws DeviceException if one runs but does not give its core
	 */
	public static Optional<MicroManager> running(final ClassLoader plugins) {
		final Object studio;
		try {
			final Class<?> type = Class.forName(STUDIO, false, plugins);
			studio = type.getMethod("getInstance").invoke(null);
		}
		catch (final ClassNotFoundException e) {
			return Optional.empty();
		}
		catch (final ReflectiveOperationException | LinkageError e) {
			throw new DeviceException(DEVICE, "runs here but cannot be asked for (" + e + "): update Micro-Manager to 2.0.", e);
		}
		if (studio == null) return Optional.empty();
		try {
			final Object core = studio.getClass().getMethod("core").invoke(studio);
			return Optional.of(ofCore(core));
		}
		catch (final ReflectiveOperationException e) {
			throw new DeviceException(DEVICE, "of the running Micro-Manager was not given out (" + e +
				"): update Micro-Manager to 2.0.", e);
		}
	}

	/** A running Micro-Manager by its core, an object of the class {@code mmcorej.CMMCore} of whatever loader. */
	public static MicroManager ofCore(final Object core) {
		return new MicroManager(new CoreClassLoader(core.getClass().getClassLoader(), MicroManager.class.getClassLoader()),
			core);
	}

	/**
	 * The core of an installed Micro-Manager, with nothing loaded yet.
	 *
	 * @throws DeviceException if its native library cannot be loaded
	 */
	public static MicroManager installed(final MicroManagerFolder install) {
		try {
			System.setProperty(LIBRARY_PATH, install.folder().toString());
			final ClassLoader classes = new CoreClassLoader(install.jar().toUri().toURL(), MicroManager.class.getClassLoader());
			return new MicroManager(classes, call(classes, "newCore", new Class<?>[0]));
		}
		catch (final MalformedURLException e) {
			throw new DeviceException(DEVICE, "cannot be read from " + install.jar() + ": move Micro-Manager to a plainer path.",
				e);
		}
	}

	/**
	 * The devices as they are configured now.
	 *
	 * @param name for titles
	 */
	public Microscope configured(final String name, final RigSettings rig) {
		return (Microscope) call(classes, "of", new Class<?>[] { Object.class, String.class, RigSettings.class }, core, name, rig);
	}

	/**
	 * Loads a configuration, with the settings beside it, in place of what was loaded.
	 *
	 * @throws net.operando.base.InvalidInputException if a line of the file is wrong
	 * @throws DeviceException if a device cannot be started
	 */
	public Microscope load(final Path configuration) {
		return (Microscope) call(classes, "load", new Class<?>[] { Object.class, Path.class }, core, configuration);
	}

	private static Object call(final ClassLoader classes, final String method, final Class<?>[] types, final Object... values) {
		try {
			final Method m = Class.forName(MICROSCOPES, true, classes).getMethod(method, types);
			return m.invoke(null, values);
		}
		catch (final InvocationTargetException e) {
			final Throwable cause = e.getCause();
			if (cause instanceof RuntimeException) throw (RuntimeException) cause;
			if (cause instanceof LinkageError) throw notLoaded(cause);
			throw new DeviceException(DEVICE, "failed: " + cause, cause);
		}
		catch (final ReflectiveOperationException | LinkageError e) {
			throw notLoaded(e);
		}
	}

	private static DeviceException notLoaded(final Throwable cause) {
		return new DeviceException(DEVICE, "could not be loaded (" + cause.getMessage() +
			"): its jar and native library must come from the same install and suit this Java; then restart this program.",
			cause);
	}
}
