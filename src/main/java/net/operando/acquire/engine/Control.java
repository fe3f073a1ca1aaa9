package net.operando.acquire.engine;

/** What users and rules ask of a running recording. Any thread. */
final class Control {

	private volatile boolean paused;
	private volatile String stopReason;

	void pause() {
		paused = true;
	}

	void resume() {
		paused = false;
	}

	/** The first reason counts. */
	synchronized void stop(final String reason) {
		if (stopReason == null) stopReason = reason;
	}

	boolean isPaused() {
		return paused;
	}

	/** Why it is to end; null while it is not. */
	String stopReason() {
		return stopReason;
	}
}
