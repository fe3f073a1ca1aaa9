package org.micromanager.internal;

/** Stands in for the running Micro-Manager, which is asked for by name. */
public final class MMStudio {

	private static MMStudio instance;

	private final Object core;

	private MMStudio(final Object core) {
		this.core = core;
	}

	/** Lets one run with a core, or none with null. */
	public static void run(final Object core) {
		instance = core == null ? null : new MMStudio(core);
	}

	public static MMStudio getInstance() {
		return instance;
	}

	public Object core() {
		return core;
	}
}
