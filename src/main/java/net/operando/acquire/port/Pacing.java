package net.operando.acquire.port;

/** Who decides when the camera exposes. */
public enum Pacing {

	/** Pulses from outside, of a signal generator or the potentiostat; the engine only receives frames. */
	HARDWARE_TRIGGER,
	/** The camera's own timer at a rate it was given. */
	FREE_RUN,
	/** One exposure at a time, asked for by the engine at absolute deadlines of the monotonic clock. */
	SOFTWARE
}
