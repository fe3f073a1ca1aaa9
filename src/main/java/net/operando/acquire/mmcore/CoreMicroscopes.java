package net.operando.acquire.mmcore;

import java.nio.file.Path;

import mmcorej.CMMCore;

import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.port.Microscope;

/**
 * What {@link net.operando.acquire.micromanager.MicroManager} calls by name through the class loader that binds this package to the
 * user's core; a core is passed as an object.
 */
public final class CoreMicroscopes {

	private CoreMicroscopes() {}

	/** A core with nothing loaded; the first one loads the native library. */
	public static Object newCore() {
		return new CMMCore();
	}

	/** The devices of a configured core. */
	public static Microscope of(final Object core, final String name, final RigSettings rig) {
		return CoreMicroscope.of((CMMCore) core, name, rig);
	}

	/** Loads a configuration and takes its devices. */
	public static Microscope load(final Object core, final Path configuration) {
		return CoreMicroscope.load((CMMCore) core, configuration);
	}
}
