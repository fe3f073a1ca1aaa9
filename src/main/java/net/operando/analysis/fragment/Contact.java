package net.operando.analysis.fragment;

/** Whether a piece takes part in the cycling. */
public enum Contact {

	/** It responds, or it is no brighter than the others. */
	CONNECTED,
	/** Bright where the others are delithiated, and it does not respond. */
	DISCONNECTED,
	/** The movie does not tell: nothing to compare with, or nothing changed. */
	UNDECIDED
}
