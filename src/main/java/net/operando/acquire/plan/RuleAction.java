package net.operando.acquire.plan;

/** What a rule does. */
public enum RuleAction {
	/** Goes to the phase it names, now. */
	START_PHASE,
	/** Keeps every exposure at full resolution from some seconds before to some after, in the movie "full". */
	KEEP_FULL_FRAMES,
	/** Notes the moment, and pulses the mark output where there is one. */
	MARK,
	/** Pauses until a user resumes. */
	PAUSE,
	/** Ends the recording. */
	STOP
}
