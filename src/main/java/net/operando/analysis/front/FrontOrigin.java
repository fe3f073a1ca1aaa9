package net.operando.analysis.front;

import java.util.Locale;

/** Where a front came from: either end of the line, or a place inside it. */
public enum FrontOrigin {

	START, END, INTERIOR;

	/** The name used in files. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}
}
