package net.operando.acquire.micromanager;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads our classes that use the core again, bound to the user's own core: {@code mmcorej} comes from the user's jar, or from the
 * loader of a running Micro-Manager, our {@code acquire.mmcore} is defined anew, everything else is shared. So only types of the JDK
 * and our own interfaces cross between the two worlds.
 */
final class CoreClassLoader extends URLClassLoader {

	private static final String CORE = "mmcorej.";
	private static final String OURS = "net.operando.acquire.mmcore.";

	static {
		registerAsParallelCapable();
	}

	private final ClassLoader shared;
	private final ClassLoader running;

	/** The core of a jar. */
	CoreClassLoader(final URL coreJar, final ClassLoader shared) {
		super(new URL[] { coreJar }, shared);
		this.shared = shared;
		running = null;
	}

	/** The core of a program that runs already. */
	CoreClassLoader(final ClassLoader running, final ClassLoader shared) {
		super(new URL[0], shared);
		this.shared = shared;
		this.running = running;
	}

	@Override
	protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			if (name.startsWith(CORE) && running != null) return running.loadClass(name);
			final boolean own = name.startsWith(CORE) || name.startsWith(OURS);
			if (!own) return super.loadClass(name, resolve);
			Class<?> c = findLoadedClass(name);
			if (c == null) c = name.startsWith(OURS) ? define(name) : findClass(name);
			if (resolve) resolveClass(c);
			return c;
		}
	}

	private Class<?> define(final String name) throws ClassNotFoundException {
		try (InputStream in = shared.getResourceAsStream(name.replace('.', '/') + ".class")) {
			if (in == null) throw new ClassNotFoundException(name);
			final byte[] bytes = in.readAllBytes();
			return defineClass(name, bytes, 0, bytes.length);
		}
		catch (final IOException e) {
			throw new ClassNotFoundException(name, e);
		}
	}
}
