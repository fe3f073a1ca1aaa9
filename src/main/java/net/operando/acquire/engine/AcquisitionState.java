package net.operando.acquire.engine;

/** What a recording is doing. */
public enum AcquisitionState {
	/** Not started. */
	IDLE,
	/** Checking the plan, moving the stage, locking focus, switching the light on. */
	PREPARING,
	/** Exposing. */
	RUNNING,
	/** Not exposing; the light is off. */
	PAUSED,
	/** Writing what is left and completing the files. */
	FINISHING,
	/** Over. */
	FINISHED
}
