package net.operando.acquire.port;

/** A focus lock. Called from the engine's thread. */
public interface FocusLock {

	/** What it is doing. */
	enum State {
		/** Not engaged. */
		OFF,
		/** Engaged and searching. */
		LOCKING,
		/** Holding focus. */
		LOCKED,
		/** Engaged, but focus was lost. */
		LOST
	}

	/** Name as users know it, for messages. */
	String name();

	/** A short read. */
	State state();

	/** Distance from the locked focus in nm, positive with the objective too close; NaN if it is not known. */
	double offsetNm();

	/**
	 * Engages it and returns when it is locked.
	 *
	 * @throws DeviceTimeoutException if it does not lock within {@code timeoutMs}
	 */
	void engage(double timeoutMs);

	/** Lets go of the focus; nothing happens when off. */
	void disengage();
}
